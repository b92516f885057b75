import { Enlace } from "@/components/ui/enlace";
import { Etiqueta } from "@/components/ui/etiqueta";
import { textoInstante } from "@/components/ui/instante";
import type { ActaEnPantalla } from "./acta";

type Version = {
  readonly id: string;
  readonly version: number;
  readonly estado: "en_firma" | "objetada" | "anulada" | "aprobada";
  readonly enviadaEn: Date;
  readonly cerradaEn: Date | null;
  readonly motivoCierre: string | null;
  readonly firmas: readonly {
    readonly id: string;
    readonly nombre: string;
    readonly cargo: string;
    readonly decision: "aprueba" | "objeta";
    readonly firmadaEn: Date;
  }[];
};

const ESTADO = {
  en_firma: { tono: "info", texto: "Espera firmas" },
  objetada: { tono: "error", texto: "Objetada" },
  anulada: { tono: "neutro", texto: "Sin efecto" },
  aprobada: { tono: "exito", texto: "Aprobada" },
} as const;

/** How a version ends when its signatures are worth nothing any more. */
const SIN_EFECTO: ReadonlySet<Version["estado"]> = new Set(["objetada", "anulada"]);

type Props = { versiones: readonly Version[]; actas: readonly ActaEnPantalla[] };

/** Every version sent to the Committee and every act left without effect: nothing that was signed disappears. */
export function Historia({ versiones, actas }: Props) {
  if (versiones.length === 0 && actas.length === 0) return null;
  return (
    <section className="flex flex-col gap-4" aria-labelledby="historia">
      <h2 id="historia" className="text-2xl">
        Historia
      </h2>
      <ol className="flex flex-col gap-4">
        {versiones.map((una) => (
          <li key={una.id} className="border-l-4 border-borde pl-4">
            <p className="flex flex-wrap items-center gap-2">
              <span className="font-medium">Versión {una.version}</span>
              <Etiqueta tono={ESTADO[una.estado].tono}>{ESTADO[una.estado].texto}</Etiqueta>
            </p>
            <p className="text-texto-suave">
              Enviada el {textoInstante(una.enviadaEn)}
              {una.cerradaEn && `; cerrada el ${textoInstante(una.cerradaEn)}`}.
            </p>
            {una.motivoCierre && <p className="max-w-lectura whitespace-pre-line">{una.motivoCierre}</p>}
            {una.firmas.length > 0 && (
              <ul className="mt-1 list-disc pl-6">
                {una.firmas.map(({ id, nombre, cargo, decision, firmadaEn }) => (
                  <li key={id}>
                    {nombre}, {cargo}: {decision === "aprueba" ? "firmó" : "objetó"} el{" "}
                    {textoInstante(firmadaEn)}
                    {decision === "aprueba" && SIN_EFECTO.has(una.estado) && "; la firma quedó sin efecto"}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
        {actas.map((acta) => (
          <li key={acta.codigo} className="border-l-4 border-borde pl-4">
            <p className="flex flex-wrap items-center gap-2">
              <span className="font-medium">{acta.numero}</span>
              <Etiqueta>Sin efecto</Etiqueta>
            </p>
            <p className="text-texto-suave">
              {acta.anuladaEn && `Dejada sin efecto el ${textoInstante(acta.anuladaEn)}. `}
              Código <Enlace href={`/verificar/${acta.codigo}`}>{acta.codigo}</Enlace>
            </p>
            {acta.motivoAnulacion && (
              <p className="max-w-lectura whitespace-pre-line">{acta.motivoAnulacion}</p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
