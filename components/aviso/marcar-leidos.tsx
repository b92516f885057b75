"use client";
import { Boton } from "@/components/ui/boton";

type Props = {
  accion: (previo: unknown, entrada: FormData) => Promise<unknown>;
  /** ISO instant of the newest notice shown. */
  hasta: string;
};

/** Marks every notice on the page as read. */
export function MarcarLeidos({ accion, hasta }: Props) {
  return (
    <form action={async (entrada: FormData) => void (await accion(null, entrada))}>
      <input type="hidden" name="hasta" value={hasta} />
      <Boton type="submit" variante="secundario" textoPendiente="Marcando…">
        Marcar todos como leídos
      </Boton>
    </form>
  );
}
