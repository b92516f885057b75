import type { ReactNode } from "react";
import type { Tono } from "./clases";
import { Enlace } from "./enlace";
import { Etiqueta } from "./etiqueta";
import { Icono } from "./iconos";

export type EstadoTarea =
  | "sin_empezar"
  | "en_curso"
  | "lista"
  | "con_observaciones"
  | "en_espera"
  | "bloqueada";

const ESTADO: Record<EstadoTarea, { texto: string; tono: Tono }> = {
  sin_empezar: { texto: "Sin empezar", tono: "info" },
  en_curso: { texto: "En curso", tono: "advertencia" },
  lista: { texto: "Lista", tono: "exito" },
  con_observaciones: { texto: "Con observaciones", tono: "error" },
  en_espera: { texto: "En espera", tono: "neutro" },
  bloqueada: { texto: "Aún no disponible", tono: "neutro" },
};

export type Tarea = {
  id: string;
  titulo: string;
  estado: EstadoTarea;
  href?: string;
  detalle?: ReactNode;
  /** Progress in elements: «12 de 60 actividades» with `unidad: "actividades"`. */
  avance?: { hechas: number; total: number; unidad?: string };
  /** Why it cannot be opened now. Its presence blocks the task. */
  motivoBloqueo?: string;
  /** Instead of the state's own words. */
  textoEstado?: string;
};

type Props = { titulo?: string; tareas: readonly Tarea[]; nivel?: 2 | 3; numerada?: boolean };

/** What there is to do, in order, each with its state; what cannot be done yet says why. */
export function ListaTareas({ titulo, tareas, nivel = 2, numerada = false }: Props) {
  const Titulo = nivel === 2 ? "h2" : "h3";
  const listas = tareas.filter((tarea) => tarea.estado === "lista").length;
  const Lista = numerada ? "ol" : "ul";
  return (
    <section className="overflow-hidden rounded-md border border-borde bg-papel">
      {titulo && (
        <div className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-borde px-4 py-3">
          <Titulo className="text-lg">{titulo}</Titulo>
          <p className="text-texto-suave">
            {listas} de {tareas.length} {tareas.length === 1 ? "lista" : "listas"}
          </p>
        </div>
      )}
      <Lista className="divide-y divide-borde">
        {tareas.map((tarea, indice) => (
          <FilaTarea key={tarea.id} tarea={tarea} numero={numerada ? indice + 1 : undefined} />
        ))}
      </Lista>
    </section>
  );
}

function FilaTarea({ tarea, numero }: { tarea: Tarea; numero: number | undefined }) {
  const bloqueada = tarea.motivoBloqueo !== undefined || tarea.estado === "bloqueada";
  const estado = ESTADO[bloqueada ? "bloqueada" : tarea.estado];
  const nombre = numero === undefined ? tarea.titulo : `${numero}. ${tarea.titulo}`;
  const pista = `tarea-${tarea.id}-estado`;
  const { avance } = tarea;
  return (
    <li className="relative flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 has-[a:hover]:bg-tinte">
      <div className="min-w-0 flex-1 basis-60">
        {tarea.href && !bloqueada ? (
          // The link's target is the whole row, so that it is easy to hit on a phone.
          <Enlace
            href={tarea.href}
            aria-describedby={pista}
            className="enlace font-medium after:absolute after:inset-0"
          >
            {nombre}
          </Enlace>
        ) : (
          <span className={bloqueada ? "text-texto-suave" : "font-medium"}>{nombre}</span>
        )}
        {tarea.detalle && <div className="text-texto-suave">{tarea.detalle}</div>}
        {tarea.motivoBloqueo && (
          <p className="flex items-start gap-2 text-texto-suave">
            <Icono nombre="candado" className="mt-[0.15em]" />
            {tarea.motivoBloqueo}
          </p>
        )}
      </div>
      {avance && !bloqueada && (
        <div className="flex w-40 flex-col text-sm text-texto-suave">
          <span className="tabular-nums">
            {avance.hechas} de {avance.total} {avance.unidad}
          </span>
          <progress
            className="barra"
            value={avance.hechas}
            max={Math.max(avance.total, 1)}
            aria-label={`Avance de ${tarea.titulo}`}
            data-completa={avance.hechas >= avance.total || undefined}
          />
        </div>
      )}
      <span id={pista} className="sm:w-40 sm:text-right">
        <Etiqueta tono={estado.tono}>{tarea.textoEstado ?? estado.texto}</Etiqueta>
      </span>
    </li>
  );
}
