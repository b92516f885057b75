import type { ReactNode } from "react";
import { clases } from "./clases";
import { Icono } from "./iconos";

type Props = {
  /** What comes next, as a sentence: «Falta que 2 integrantes del Comité firmen». */
  que: ReactNode;
  /** Who acts: «Comité de Calidad», or «Usted»; null when it is over. */
  quien: string | null;
  /** It is this person's turn: the banner asks, instead of informing. */
  miTurno?: boolean;
  accion?: ReactNode;
  children?: ReactNode;
};

/** «Qué sigue y quién actúa»: at the top of every screen of the process. */
export function QuienSigue({ que, quien, miTurno = false, accion, children }: Props) {
  return (
    <section
      className={clases(
        "borde-forzado no-imprimir flex flex-wrap items-center gap-x-6 gap-y-3 rounded-md px-4 py-4 sm:px-6",
        miTurno ? "bg-primario-activo text-papel" : "bg-tinte text-texto",
      )}
    >
      <div className="min-w-0 flex-1 basis-72">
        <p
          className={clases(
            "flex items-center gap-2 text-sm font-medium",
            miTurno ? "text-tinte" : "text-primario-hover",
          )}
        >
          <Icono nombre={miTurno ? "persona" : quien === null ? "listo" : "reloj"} />
          <span className="sr-only">Qué sigue y quién actúa. </span>
          {miTurno ? "Le toca a usted" : quien === null ? "No queda nada por hacer" : `Actúa: ${quien}`}
        </p>
        <p
          className={clases("mt-1 font-titulo text-xl font-semibold", miTurno ? "text-papel" : "text-titulo")}
        >
          {que}
        </p>
        {children && <div className="mt-1">{children}</div>}
      </div>
      {accion}
    </section>
  );
}
