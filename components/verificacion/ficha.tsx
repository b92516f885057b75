import { Alerta } from "@/components/ui/alerta";
import { textoInstante } from "@/components/ui/instante";
import { type Dato, ListaDatos } from "@/components/ui/lista-datos";
import { mostrarFecha } from "@/lib/expediente/dia";

type Comun = {
  readonly codigo: string;
  readonly institucion: string;
  readonly ministerio: string;
  readonly anio: number;
};
type Acta = Comun & {
  readonly clase: "acta";
  readonly materia: "plan" | "informe";
  readonly origen: "plataforma" | "papel";
  readonly numero: string;
  readonly fecha: string;
  readonly huella: string;
  readonly coincide: boolean;
  readonly registradaEn: Date;
  readonly anuladaEn: Date | null;
  readonly cargos: readonly { readonly cargo: string; readonly firmadaEn: Date | null }[];
};
type Envio = Comun & {
  readonly clase: "envio";
  readonly version: number;
  readonly ronda: string | null;
  readonly enviadoEn: Date;
  readonly huellaPlan: string | null;
  readonly huellaInforme: string | null;
  readonly coincide: boolean;
};

type Certificado = Comun & {
  readonly clase: "certificado";
  readonly version: number;
  readonly decision: "valida" | "no_valida";
  readonly requisitos: readonly { readonly requisito: string; readonly cumple: boolean }[];
  readonly decididoEn: Date;
  readonly anuladaEn: Date | null;
  readonly huella: string;
};

const CHILE = "horas de Chile continental";
const huella = (valor: string | null) => <span className="font-mono text-sm break-all">{valor ?? "—"}</span>;

/** What was signed, submitted or decided under a code: who by position, when, and whether it still stands. */
export function FichaVerificada({ verificada }: { verificada: Acta | Envio | Certificado }) {
  switch (verificada.clase) {
    case "acta":
      return <FichaActa acta={verificada} />;
    case "envio":
      return <FichaEnvio envio={verificada} />;
    case "certificado":
      return <FichaCertificado certificado={verificada} />;
  }
}

const comunes = ({ institucion, ministerio, anio }: Comun): Dato[] => [
  { clave: "Institución", valor: institucion },
  { clave: "Ministerio", valor: ministerio },
  { clave: "Ejercicio", valor: anio },
];

function FichaActa({ acta }: { acta: Acta }) {
  const { materia, anuladaEn, coincide, origen } = acta;
  const que = materia === "plan" ? "plan" : "informe";
  return (
    <div className="flex flex-col gap-4">
      {anuladaEn ? (
        <Alerta tono="error" titulo="Acta sin efecto">
          Se dejó sin efecto el {textoInstante(anuladaEn)} {CHILE}.
        </Alerta>
      ) : coincide ? (
        <Alerta tono="exito" titulo="Acta en vigor">
          Lo que aprobó es lo que está hoy en la plataforma.
        </Alerta>
      ) : (
        <Alerta tono="advertencia" titulo="Acta en vigor, pero el contenido cambió">
          El {que} que está hoy en la plataforma no es el que el Comité aprobó.
        </Alerta>
      )}
      <ListaDatos
        datos={[
          {
            clave: "Documento",
            valor: `Acta del Comité que aprueba el ${materia === "plan" ? "Plan de Mejoramiento" : "informe de implementación"}`,
          },
          ...comunes(acta),
          { clave: "Número", valor: acta.numero },
          { clave: "Fecha", valor: mostrarFecha(acta.fecha) },
          {
            clave: origen === "plataforma" ? "Firmaron" : "Asistieron",
            valor: (
              <ul className="flex flex-col gap-1">
                {acta.cargos.map(({ cargo, firmadaEn }, i) => (
                  <li key={i}>
                    {cargo}
                    {firmadaEn && <span className="text-texto-suave"> · {textoInstante(firmadaEn)}</span>}
                  </li>
                ))}
              </ul>
            ),
          },
          {
            clave: "Origen",
            valor:
              origen === "plataforma"
                ? "Firmada en la plataforma"
                : `Acta en papel, registrada el ${textoInstante(acta.registradaEn)}`,
          },
          { clave: `Huella SHA-256 del ${que}`, valor: huella(acta.huella) },
        ]}
      />
    </div>
  );
}

function FichaEnvio({ envio }: { envio: Envio }) {
  return (
    <div className="flex flex-col gap-4">
      <Alerta tono={envio.coincide ? "exito" : "info"} titulo="Envío recibido por la Red de Expertos">
        {envio.coincide
          ? "Lo que se envió es lo que está hoy en la plataforma."
          : "Después de este envío el contenido cambió en la plataforma."}
      </Alerta>
      <ListaDatos
        datos={[
          { clave: "Documento", valor: `Envío del expediente, versión ${envio.version}` },
          ...(envio.ronda === null
            ? []
            : [{ clave: "Ronda", valor: `${envio.ronda} (voluntaria, sin decisión)` }]),
          ...comunes(envio),
          { clave: "Recibido", valor: `${textoInstante(envio.enviadoEn)} ${CHILE}` },
          { clave: "Huella SHA-256 del plan", valor: huella(envio.huellaPlan) },
          { clave: "Huella SHA-256 del informe", valor: huella(envio.huellaInforme) },
        ]}
      />
    </div>
  );
}

function FichaCertificado({ certificado }: { certificado: Certificado }) {
  const { anuladaEn, decision } = certificado;
  return (
    <div className="flex flex-col gap-4">
      {anuladaEn ? (
        <Alerta tono="error" titulo="Certificado sin efecto">
          La Red de Expertos dejó sin efecto esta decisión el {textoInstante(anuladaEn)} {CHILE}.
        </Alerta>
      ) : (
        <Alerta tono="exito" titulo="Certificado en vigor">
          Es la decisión vigente de la Red de Expertos.
        </Alerta>
      )}
      <ListaDatos
        datos={[
          {
            clave: "Documento",
            valor: `Certificado de revisión de la versión ${certificado.version}`,
          },
          ...comunes(certificado),
          { clave: "Decisión", valor: decision === "valida" ? "Cumple" : "No cumple" },
          {
            clave: "Por requisito",
            valor: (
              <ul className="flex flex-col gap-1">
                {certificado.requisitos.map(({ requisito, cumple }) => (
                  <li key={requisito}>
                    {requisito}: {cumple ? "cumple" : "no cumple"}
                  </li>
                ))}
              </ul>
            ),
          },
          { clave: "Decidido", valor: `${textoInstante(certificado.decididoEn)} ${CHILE}` },
          { clave: "Decidido por", valor: "Revisor de la Red de Expertos" },
          { clave: "Huella SHA-256 del expediente", valor: huella(certificado.huella) },
        ]}
      />
    </div>
  );
}
