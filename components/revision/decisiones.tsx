import { Etiqueta } from "@/components/ui/etiqueta";
import { textoInstante } from "@/components/ui/instante";
import { Tarjeta } from "@/components/ui/tarjeta";

type Decision = {
  readonly id: string;
  readonly decision: "valida" | "no_valida";
  readonly razones: string;
  readonly codigo: string;
  readonly huella: string;
  readonly por: string;
  readonly en: Date;
  readonly anuladaEn: Date | null;
  readonly anuladaRazon: string | null;
  readonly requisitos: readonly {
    readonly requisito: string;
    readonly cumple: boolean;
    readonly razon: string;
  }[];
};

type Props = {
  decisiones: readonly Decision[];
  /** Code of the institution. */
  institucion: string;
};

/** What was decided on a version, with its certificate, and what was annulled. */
export function Decisiones({ decisiones, institucion }: Props) {
  if (decisiones.length === 0) return null;
  return (
    <Tarjeta titulo="Decisión">
      <ol className="flex flex-col gap-6">
        {decisiones.map((una) => (
          <li key={una.id} className="flex flex-col gap-2">
            <p className="flex flex-wrap items-center gap-2">
              <Etiqueta tono={una.anuladaEn ? "neutro" : una.decision === "valida" ? "exito" : "error"}>
                {una.decision === "valida" ? "Cumple" : "No cumple"}
              </Etiqueta>
              {una.anuladaEn && <Etiqueta tono="advertencia">Anulada</Etiqueta>}
              <span className="text-texto-suave">
                {una.por}, {textoInstante(una.en)}
              </span>
            </p>
            <ul className="ml-6 list-disc">
              {una.requisitos.map(({ requisito, cumple, razon }) => (
                <li key={requisito}>
                  {requisito}: {cumple ? "cumple" : "no cumple"}
                  {razon && `. ${razon}`}
                </li>
              ))}
            </ul>
            {una.razones && <p className="max-w-lectura whitespace-pre-line">{una.razones}</p>}
            {una.anuladaEn && (
              <p>
                Se reabrió el {textoInstante(una.anuladaEn)}: {una.anuladaRazon}
              </p>
            )}
            {una.anuladaEn === null && (
              <p>
                <a
                  className="enlace inline-flex min-h-11 items-center"
                  href={`/institucion/${institucion}/documento/certificado.pdf`}
                >
                  Certificado en PDF
                </a>
              </p>
            )}
            <p className="text-sm break-all text-texto-suave">
              Código de verificación {una.codigo}. Huella SHA-256 de la versión: {una.huella}
            </p>
          </li>
        ))}
      </ol>
    </Tarjeta>
  );
}
