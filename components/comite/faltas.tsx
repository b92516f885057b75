import { Alerta } from "@/components/ui/alerta";
import { Enlace } from "@/components/ui/enlace";

type Falta = { readonly regla: string; readonly mensaje: string; readonly href: string };

/** Those read at a glance; a plan of sixty activities not yet begun has hundreds. */
const A_LA_VISTA = 25;

/** What keeps it from being sent, each fault with the way to the field that mends it. */
export function FaltasPorCorregir({
  faltas,
  conArticulo,
}: {
  faltas: readonly Falta[];
  conArticulo: string;
}) {
  const resto = faltas.length - A_LA_VISTA;
  return (
    <Alerta tono="advertencia" titulo={`Antes de enviar ${conArticulo} al Comité, corrija lo siguiente`}>
      <Lista faltas={faltas.slice(0, A_LA_VISTA)} desde={1} />
      {resto > 0 && (
        <details className="mt-2">
          <summary className="inline-flex min-h-11 items-center text-primario underline underline-offset-4 hover:text-primario-hover">
            Ver {resto === 1 ? "1 punto más" : `${resto} puntos más`}
          </summary>
          <Lista faltas={faltas.slice(A_LA_VISTA)} desde={A_LA_VISTA + 1} />
        </details>
      )}
    </Alerta>
  );
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
