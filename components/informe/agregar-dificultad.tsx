"use client";
import type { AccionInstitucion } from "@/components/formulario/llamar";
import { useAccion } from "@/components/formulario/usar-accion";
import { Boton } from "@/components/ui/boton";
import { llegarALoNuevo } from "@/components/ui/llegar-a-lo-nuevo";
import type { Sugerencia } from "@/lib/flujo/vistaInforme";

type Agregar = AccionInstitucion<
  { elemento?: string; componente?: Sugerencia["componente"] },
  { id: string }
>;

type Props = { institucion: string; agregar: Agregar };

/** Adds an empty difficulty at the end and goes to it. */
export function AgregarDificultad({ institucion, agregar, posicion }: Props & { posicion: number }) {
  const { llamarUnaVez } = useAccion(agregar, institucion, "aviso");
  return (
    <Boton
      icono="mas"
      onClick={async () => {
        if (await llamarUnaVez({})) llegarALoNuevo(`dificultad-${posicion}`);
      }}
    >
      Agregar una dificultad u holgura
    </Boton>
  );
}

/** What nobody has explained yet, each with the button that begins its difficulty, already linked. */
export function Sugerencias({
  institucion,
  agregar,
  sugerencias,
  posicion,
}: Props & { sugerencias: readonly Sugerencia[]; posicion: number }) {
  const { llamarUnaVez } = useAccion(agregar, institucion, "aviso");
  return (
    <ul className="flex flex-col divide-y divide-borde">
      {sugerencias.map(({ id, nombre, motivo, componente }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
          <span className="min-w-0 flex-1 basis-72">
            {nombre} <span className="block text-texto-suave">{motivo}.</span>
          </span>
          <Boton
            variante="secundario"
            icono="mas"
            aria-label={`Explicar con una dificultad: ${nombre}`}
            onClick={async () => {
              if (await llamarUnaVez({ elemento: id, componente })) llegarALoNuevo(`dificultad-${posicion}`);
            }}
          >
            Explicar con una dificultad
          </Boton>
        </li>
      ))}
    </ul>
  );
}

/** Brings back a difficulty that was taken away. */
export function RecuperarDificultad({
  institucion,
  id,
  texto,
  recuperar,
}: {
  institucion: string;
  id: string;
  texto: string;
  recuperar: AccionInstitucion<{ id: string }>;
}) {
  const { llamar } = useAccion(recuperar, institucion, "aviso");
  return (
    <Boton variante="sutil" className="px-0 text-left" onClick={() => llamar({ id })}>
      {texto}
    </Boton>
  );
}
