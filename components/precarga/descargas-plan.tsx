import { Tarjeta } from "@/components/ui/tarjeta";

const FORMATOS = [
  { archivo: "plan.pdf", texto: "PDF" },
  { archivo: "plan.xlsx", texto: "Excel" },
  { archivo: "plan.json", texto: "JSON" },
] as const;

type Props = { base: string; anio: number };

/** The plan to take away: as it was designed, and with the decisions taken up to now. */
export function DescargasPlan({ base, anio }: Props) {
  return (
    <Tarjeta titulo="Descargar el plan">
      <dl className="flex flex-col gap-3">
        {[
          { titulo: `Diseñado en ${anio - 1}`, sufijo: "" },
          { titulo: `Vigente ${anio}, con los ajustes decididos hasta ahora`, sufijo: "?vigente=1" },
        ].map(({ titulo, sufijo }) => (
          <div key={titulo}>
            <dt>{titulo}</dt>
            <dd className="flex flex-wrap gap-x-6">
              {FORMATOS.map(({ archivo, texto }) => (
                <a
                  key={archivo}
                  href={`${base}/plan/${archivo}${sufijo}`}
                  className="enlace inline-flex min-h-11 items-center"
                >
                  {texto}
                  <span className="sr-only">, plan {titulo.toLowerCase()}</span>
                </a>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Tarjeta>
  );
}
