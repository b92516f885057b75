import { Alerta } from "@/components/ui/alerta";
import { Enlace } from "@/components/ui/enlace";
import type { MateriaEnPantalla } from "./acciones";

type Falta = { readonly regla: string; readonly mensaje: string; readonly href: string };

/** Those read at a glance, and as many as are worth carrying to this page: a report not yet begun has hundreds. */
const A_LA_VISTA = 25;
const MAXIMO = 100;
/** «Falta decidir» of each component: the plan's own page counts them and decides on them all at once. */
const SIN_DECIDIR = "AJU-01";

/** What keeps it from being sent, each fault with the way to the field that mends it. */
export function FaltasPorCorregir({
  faltas: todas,
  conArticulo,
  institucion,
  materia,
  tarde,
}: {
  faltas: readonly Falta[];
  /** Only a paper act will do: nothing is sent to be signed on screen any more. */
  tarde: boolean;
} & MateriaEnPantalla) {
  const base = `/institucion/${institucion}`;
  const sinDecidir = todas.filter(({ regla }) => regla === SIN_DECIDIR).length;
  const faltas = [
    ...(sinDecidir > 0
      ? [{ regla: SIN_DECIDIR, mensaje: textoSinDecidir(sinDecidir, tarde), href: `${base}/plan` }]
      : []),
    ...todas.filter(({ regla }) => regla !== SIN_DECIDIR),
  ];
  const resto = Math.min(faltas.length, MAXIMO) - A_LA_VISTA;
  const fuera = faltas.length - MAXIMO;
  return (
    <Alerta
      tono="advertencia"
      titulo={`Antes de ${tarde ? `registrar el acta que aprobó ${conArticulo}` : `enviar ${conArticulo} al Comité`}, corrija lo siguiente`}
    >
      <Lista faltas={faltas.slice(0, A_LA_VISTA)} desde={1} />
      {resto > 0 && (
        <details className="mt-2">
          <summary className="inline-flex min-h-11 items-center text-primario underline underline-offset-4 hover:text-primario-hover">
            Ver {resto === 1 ? "1 punto más" : `${resto} puntos más`}
          </summary>
          <Lista faltas={faltas.slice(A_LA_VISTA, MAXIMO)} desde={A_LA_VISTA + 1} />
          {fuera > 0 && (
            <p className="mt-2">
              Y {fuera === 1 ? "1 punto más" : `${fuera} puntos más`}, que se ven en{" "}
              <Enlace href={`${base}/${materia}`}>
                la página {materia === "plan" ? "del plan" : "del informe"}
              </Enlace>
              .
            </p>
          )}
        </details>
      )}
    </Alerta>
  );
}

function textoSinDecidir(cuantos: number, tarde: boolean): string {
  if (tarde)
    return cuantos === 1
      ? "Falta decidir sobre 1 componente del plan. Mantenerlo como estaba sigue siendo posible."
      : `Falta decidir sobre ${cuantos} componentes del plan. Mantenerlos como estaban sigue siendo posible.`;
  return cuantos === 1
    ? "Falta decidir sobre 1 componente del plan. Indique si se mantiene o se modifica."
    : `Falta decidir sobre ${cuantos} componentes del plan. Indique cuáles se mantienen y cuáles se modifican.`;
}

function Lista({ faltas, desde }: { faltas: readonly Falta[]; desde: number }) {
  return (
    <ol start={desde} className="mt-2 flex list-decimal flex-col gap-2 pl-9">
      {faltas.map(({ regla, mensaje, href }) => (
        <li key={`${regla} ${href} ${mensaje}`}>
          <Enlace href={href}>{mensaje}</Enlace> <span className="text-sm text-texto-suave">({regla})</span>
        </li>
      ))}
    </ol>
  );
}
