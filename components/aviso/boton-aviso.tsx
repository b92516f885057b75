"use client";
import { useEffect } from "react";
import type { AccionFormulario } from "@/components/formulario/llamar";
import { useEnvio } from "@/components/formulario/usar-envio";
import { avisar } from "@/components/ui/avisos-cola";
import { Boton } from "@/components/ui/boton";

type Props = {
  accion: AccionFormulario;
  aviso: string;
  texto: string;
  /** What the notice says, for who hears the button apart from it. */
  de: string;
};

/** Something to do with one notice. Works without script. */
export function BotonAviso({ accion, aviso, texto, de }: Props) {
  const { respuesta, formulario } = useEnvio(accion);

  useEffect(() => {
    if (respuesta?.ok === false) avisar({ tono: "error", texto: respuesta.falla.mensaje });
  }, [respuesta]);

  return (
    <form {...formulario}>
      <input type="hidden" name="aviso" value={aviso} />
      <Boton type="submit" variante="sutil">
        {texto}
        <span className="sr-only">: {de}</span>
      </Boton>
    </form>
  );
}
