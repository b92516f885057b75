"use client";
import { useActionState } from "react";
import { Boton } from "@/components/ui/boton";

type Props = {
  accion: (previo: unknown, entrada: FormData) => Promise<unknown>;
  aviso: string;
  texto: string;
  /** What the notice says, for who hears the button apart from it. */
  de: string;
};

/** Something to do with one notice. Works without script. */
export function BotonAviso({ accion, aviso, texto, de }: Props) {
  const [, enviar] = useActionState(accion, null);
  return (
    <form action={enviar}>
      <input type="hidden" name="aviso" value={aviso} />
      <Boton type="submit" variante="sutil">
        {texto}
        <span className="sr-only">: {de}</span>
      </Boton>
    </form>
  );
}
