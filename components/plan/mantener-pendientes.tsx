"use client";
import { useState } from "react";
import type { AccionInstitucion } from "@/components/formulario/llamar";
import { useAccion } from "@/components/formulario/usar-accion";
import { Alerta } from "@/components/ui/alerta";
import { avisar } from "@/components/ui/avisos-cola";
import { Boton } from "@/components/ui/boton";
import { Confirmacion } from "@/components/ui/confirmacion";

export type Pendiente = {
  readonly id: string;
  readonly titulo: string;
  readonly componentes: readonly string[];
};

type Props = {
  institucion: string;
  /** What it would cover: nothing is kept without having been shown. */
  pendientes: readonly Pendiente[];
  texto: string;
  /** Only this element. */
  elemento?: string;
  mantener: AccionInstitucion<{ elemento?: string }, { lugares: readonly unknown[] }>;
  deshacer: AccionInstitucion<{ hecho: string }, { cuantos: number }>;
};

/** Keeps as in 2024 all that nobody has decided yet, after showing what that is; it can be undone. */
export function MantenerPendientes({ institucion, pendientes, texto, elemento, mantener, deshacer }: Props) {
  const [abierto, setAbierto] = useState(false);
  const hacer = useAccion(mantener, institucion);
  const revertir = useAccion(deshacer, institucion);
  const total = pendientes.reduce((suma, { componentes }) => suma + componentes.length, 0);
  if (total === 0) return null;
  const cuantos = total === 1 ? "1 componente" : `${total} componentes`;

  async function confirmar() {
    const hecho = await hacer.llamarUnaVez(elemento === undefined ? {} : { elemento });
    setAbierto(false);
    if (!hecho) return;
    const { valor, clave } = hecho;
    avisar({
      tono: "exito",
      texto:
        valor.lugares.length === 1
          ? "Se mantiene 1 componente como en 2024."
          : `Se mantienen ${valor.lugares.length} componentes como en 2024.`,
      accion: { texto: "Deshacer", alPulsar: () => void revertir.llamar({ hecho: clave }) },
    });
  }

  const falla = hacer.falla ?? revertir.falla;
  return (
    <>
      <Boton variante="secundario" icono="listo" onClick={() => setAbierto(true)}>
        {texto}
      </Boton>
      {falla && (
        <Alerta tono="advertencia" anuncia>
          {falla.mensaje}
        </Alerta>
      )}
      <Confirmacion
        abierto={abierto}
        titulo={`¿Mantener ${cuantos} como en 2024?`}
        textoConfirmar={`Mantener ${cuantos}`}
        alCerrar={() => setAbierto(false)}
        alConfirmar={confirmar}
      >
        <p>Nadie ha decidido todavía sobre esto. Lo que ya se modifica o se elimina no se toca.</p>
        <ul className="flex flex-col gap-2">
          {pendientes
            .filter(({ componentes }) => componentes.length > 0)
            .map(({ id, titulo, componentes }) => (
              <li key={id}>
                <span className="font-medium">{titulo}</span>
                <span className="block text-texto-suave">{componentes.join(" · ")}</span>
              </li>
            ))}
        </ul>
      </Confirmacion>
    </>
  );
}
