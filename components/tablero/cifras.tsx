import { Enlace } from "@/components/ui/enlace";
import { type Cuenta, porcentaje } from "@/lib/flujo/tablero";
import { direccionDelTablero, type Vista } from "./direccion";

const NUMERO = new Intl.NumberFormat("es-CL", { useGrouping: "always" });

/** The year in six figures, of the institutions shown. */
export function Cifras({ total, conProrroga, vista }: { total: Cuenta; conProrroga: number; vista: Vista }) {
  const con = (cambio: Partial<Vista>) => direccionDelTablero({ ...vista, pagina: 1, ...cambio });
  const parte = (n: number) => `${porcentaje(n, total.instituciones)} %`;
  const cifras = [
    { titulo: "Instituciones", valor: total.instituciones, nota: "activas en el ejercicio" },
    { titulo: "Plan aprobado", valor: total.listas.plan, nota: parte(total.listas.plan) },
    { titulo: "Expediente enviado", valor: total.listas.envio, nota: parte(total.listas.envio) },
    { titulo: "Revisión decidida", valor: total.listas.revision, nota: parte(total.listas.revision) },
    {
      titulo: "Fuera de plazo",
      valor: total.atrasadas,
      nota: parte(total.atrasadas),
      href: con({ con: "atraso" }),
      enlace: "Ver cuáles",
    },
    {
      titulo: "Con prórroga",
      valor: conProrroga,
      nota: parte(conProrroga),
      href: con({ con: "prorroga" }),
      enlace: "Ver cuáles",
    },
  ];
  return (
    <dl className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-6">
      {cifras.map(({ titulo, valor, nota, href, enlace }) => (
        <div key={titulo} className="rounded-md border border-borde bg-papel p-4">
          <dt className="text-texto-suave">{titulo}</dt>
          <dd>
            <span className="block font-titulo text-2xl font-semibold text-titulo tabular-nums">
              {NUMERO.format(valor)}
            </span>
            <span className="block text-sm text-texto-suave tabular-nums">{nota}</span>
            {href && valor > 0 && (
              <Enlace href={href}>
                {enlace}
                <span className="sr-only">: {titulo.toLowerCase()}</span>
              </Enlace>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
