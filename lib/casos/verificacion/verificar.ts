import { actaPorCodigo, decisionPorCodigo, envioPorCodigo } from "@/lib/datos/repositorio/verificacion";
import { conActor, type Transaccion } from "@/lib/datos/transaccion";
import { SISTEMA } from "@/lib/flujo/actor";
import type { Materia } from "@/lib/flujo/aprobacion";
import { leerCodigo } from "@/lib/flujo/codigo";
import { exito, fallar, type Resultado } from "@/lib/flujo/resultado";
import { leerVersion } from "../comite/version";

/** What anybody may know of something signed or submitted: nothing of its content, and nobody's name. */
export type Verificacion = {
  readonly codigo: string;
  readonly institucion: string;
  readonly ministerio: string;
  readonly anio: number;
} & (
  | {
      readonly clase: "acta";
      readonly materia: Materia;
      readonly origen: "plataforma" | "papel";
      readonly numero: string;
      /** AAAA-MM-DD. */
      readonly fecha: string;
      readonly huella: string;
      /** Whether the digest is still that of what stands on the platform. */
      readonly coincide: boolean;
      readonly registradaEn: Date;
      readonly anuladaEn: Date | null;
      /** Positions of who signed or attended, with the instant of the signature on the platform. */
      readonly cargos: readonly { readonly cargo: string; readonly firmadaEn: Date | null }[];
    }
  | {
      readonly clase: "envio";
      readonly version: number;
      /** Name of the preliminary round; null is the final one. */
      readonly ronda: string | null;
      readonly enviadoEn: Date;
      readonly huellaPlan: string | null;
      readonly huellaInforme: string | null;
      readonly coincide: boolean;
    }
  | {
      readonly clase: "certificado";
      readonly version: number;
      readonly decision: "valida" | "no_valida";
      readonly requisitos: readonly { readonly requisito: string; readonly cumple: boolean }[];
      readonly decididoEn: Date;
      /** When it was left without effect; null while it is in force. */
      readonly anuladaEn: Date | null;
      /** Of the whole expediente decided. */
      readonly huella: string;
      readonly huellaPlan: string | null;
      readonly huellaInforme: string | null;
    }
);

const NO_EXISTE = fallar(
  "codigo_desconocido",
  "Ningún documento de la plataforma tiene ese código. Revise que esté completo: son doce letras y números, en tres grupos de cuatro.",
);

/**
 * What stands behind a code of verification, as a person wrote it. Asked by anybody, so it answers as the system and
 * only what an act or a receipt already says on its face, positions instead of names.
 * Fails with `codigo_ilegible` or `codigo_desconocido`.
 */
export function verificar(texto: string): Promise<Resultado<Verificacion>> {
  const codigo = leerCodigo(texto);
  if (!codigo)
    return Promise.resolve(
      fallar(
        "codigo_ilegible",
        "Ese no es un código de verificación: son doce letras y números, en tres grupos de cuatro, como 7K3M-92XA-B4TD.",
        { codigo: "Escriba el código completo, como 7K3M-92XA-B4TD." },
      ),
    );
  return conActor(
    SISTEMA,
    "verificacion.leer",
    async (tx) => {
      const verificada =
        (await deUnActa(tx, codigo)) ?? (await deUnEnvio(tx, codigo)) ?? (await deUnaDecision(tx, codigo));
      return verificada ? exito(verificada) : NO_EXISTE;
    },
    { soloLectura: true },
  );
}

async function deUnActa(tx: Transaccion, codigo: string): Promise<Verificacion | null> {
  const acta = await actaPorCodigo(tx, codigo);
  if (!acta) return null;
  const vigente = await leerVersion(tx, acta.institucionId, acta.ejercicio, acta.materia);
  const { materia, origen, numero, huella, registradaEn, anuladaEn, institucion, ejercicio } = acta;
  return {
    clase: "acta",
    codigo,
    institucion: institucion.nombre,
    ministerio: institucion.ministerio,
    anio: ejercicio.anio,
    materia,
    origen,
    numero,
    fecha: acta.fecha.toISOString().slice(0, 10),
    huella,
    coincide: vigente?.huella === huella,
    registradaEn,
    anuladaEn,
    cargos: acta.asistentes,
  };
}

async function deUnEnvio(tx: Transaccion, codigo: string): Promise<Verificacion | null> {
  const envio = await envioPorCodigo(tx, codigo);
  if (!envio) return null;
  const { institucionId, institucion, ejercicio, version, enviadoEn, huellaPlan, huellaInforme, ronda } =
    envio;
  const plan = await leerVersion(tx, institucionId, ejercicio, "plan");
  const informe = await leerVersion(tx, institucionId, ejercicio, "informe");
  return {
    clase: "envio",
    codigo,
    institucion: institucion.nombre,
    ministerio: institucion.ministerio,
    anio: ejercicio.anio,
    version,
    ronda: ronda?.nombre ?? null,
    enviadoEn,
    huellaPlan,
    huellaInforme,
    coincide: plan?.huella === huellaPlan && informe?.huella === huellaInforme,
  };
}

async function deUnaDecision(tx: Transaccion, codigo: string): Promise<Verificacion | null> {
  const decision = await decisionPorCodigo(tx, codigo);
  if (!decision) return null;
  const { institucion, ejercicio, version, huellaPlan, huellaInforme } = decision.envio;
  return {
    clase: "certificado",
    codigo,
    institucion: institucion.nombre,
    ministerio: institucion.ministerio,
    anio: ejercicio.anio,
    version,
    decision: decision.decision,
    requisitos: decision.requisitos,
    decididoEn: decision.en,
    anuladaEn: decision.anuladaEn,
    huella: decision.huella,
    huellaPlan,
    huellaInforme,
  };
}
