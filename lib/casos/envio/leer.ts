import { nombresDe } from "@/lib/datos/repositorio/ajuste";
import { buscarEnvio, type EnvioListado, listarEnvios } from "@/lib/datos/repositorio/envio";
import { listarProrrogas } from "@/lib/datos/repositorio/prorroga";
import { conActor } from "@/lib/datos/transaccion";
import type { Falta } from "@/lib/expediente/falta";
import { diaEnChile, esFecha } from "@/lib/expediente/fecha";
import type { Expediente } from "@/lib/expediente/formato";
import { huella } from "@/lib/expediente/huella";
import { enlaceDeFalta } from "@/lib/flujo/destino";
import { puede } from "@/lib/flujo/permiso";
import { exito, type Resultado } from "@/lib/flujo/resultado";
import { ESTADOS_QUE_CIERRAN } from "@/lib/flujo/revision";
import { REGLA_POR_CODIGO, type SeccionTrabajo } from "@/lib/guia/e3-2025/reglas";
import { SECCIONES } from "@/lib/guia/e3-2025/secciones";
import type { ContextoInstitucion } from "../contexto";
import { expedienteConFaltas } from "../expediente";
import { leerVistas } from "../observacion/leer";
import { type ArchivoEnviado, archivosEnviados } from "./contenido";
import { porQueNoAhora, ultimoInstanteParaEnviar, ventanaDeEnvio } from "./plazo";

export type SeccionRevisada = {
  readonly id: string;
  readonly titulo: string;
  readonly errores: number;
  readonly avisos: number;
  /** The first ones, errors before warnings, each with where it is mended. */
  readonly faltas: readonly {
    readonly clave: string;
    readonly nivel: "error" | "aviso";
    readonly mensaje: string;
    readonly href: string;
  }[];
};

export type VersionEnviada = Pick<
  EnvioListado,
  "version" | "estado" | "codigo" | "enviadoEn" | "huellaPlan" | "huellaInforme"
> & {
  readonly enviadoPor: string;
};

export type PaginaEnvio = {
  readonly anio: number;
  readonly revision: readonly SeccionRevisada[];
  readonly errores: number;
  readonly avisos: number;
  /** Digest of what was checked: sending names it. */
  readonly huella: string;
  readonly archivos: readonly ArchivoEnviado[];
  readonly destinatarios: number;
  /** Days of the instances of dissemination that are yet to come (AAAA-MM-DD): no rule forbids them, and they are declared as done. */
  readonly porVenir: readonly string[];
  readonly vence: Date;
  readonly prorroga: { readonly hasta: Date; readonly razon: string; readonly otorgadaPor: string } | null;
  /** Why it is not time to send; null when it is. */
  readonly fueraDePlazo: string | null;
  /** The submission that is at the Red de Expertos; null before the first and after being returned. */
  readonly enCurso: VersionEnviada | null;
  readonly versiones: readonly VersionEnviada[];
  /** The version that was returned and waits for the next one, with its date to answer and what is still owed. */
  readonly devuelta: {
    readonly version: number;
    readonly responderHasta: Date | null;
    readonly pendientes: number;
  } | null;
  readonly puedeEnviar: boolean;
};

/** Beyond these, faults of a section are counted: a long list may break a rule thousands of times. */
const POR_SECCION = 50;

/** The page of the submission: the last check by section, what is sent, until when, and what was sent before. */
export function leerEnvio(ctx: ContextoInstitucion): Promise<Resultado<PaginaEnvio>> {
  return conActor(
    ctx.actor,
    "envio.leer",
    async (tx) => {
      const leido = await expedienteConFaltas(tx, ctx);
      if (!leido.ok) return leido;
      const { expediente, faltas, ejercicio } = leido.valor;
      const institucionId = ctx.institucion.id;
      const ventana = await ventanaDeEnvio(tx, institucionId, ejercicio);
      const prorroga = (await listarProrrogas(tx, ejercicio.id, institucionId)).find(
        ({ alcance, revocadaEn }) => alcance === "envio" && revocadaEn === null,
      );
      const envios = await listarEnvios(tx, institucionId, ejercicio.id);
      const nombres = await nombresDe(
        tx,
        envios.map(({ enviadoPorId }) => enviadoPorId),
      );
      const versiones = envios.map(
        ({
          enviadoPorId,
          version,
          estado,
          codigo,
          enviadoEn,
          huellaPlan,
          huellaInforme,
        }): VersionEnviada => ({
          version,
          estado,
          codigo,
          enviadoEn,
          huellaPlan,
          huellaInforme,
          enviadoPor: nombres.get(enviadoPorId) ?? "Contraparte",
        }),
      );
      const enCurso = versiones.find(({ estado }) => ESTADOS_QUE_CIERRAN.includes(estado)) ?? null;
      const observado = envios[0]?.estado === "observado" ? envios[0] : null;
      const devuelta = observado && {
        version: observado.version,
        responderHasta: observado.responderHasta,
        pendientes: (await leerVistas(tx, institucionId, ejercicio.id)).filter(
          ({ rondaId, pendiente }) => rondaId === null && pendiente,
        ).length,
      };
      const congelado = enCurso && (await buscarEnvio(tx, institucionId, enCurso.version, ejercicio.id));
      const mostrado = congelado ? (congelado.contenido as unknown as Expediente) : expediente;
      const revision = porSeccion(faltas, (falta) => {
        return enlaceDeFalta(ctx.institucion.codigo, falta, expediente);
      });
      return exito({
        anio: ejercicio.anio,
        revision,
        errores: revision.reduce((suma, { errores }) => suma + errores, 0),
        avisos: revision.reduce((suma, { avisos }) => suma + avisos, 0),
        huella: huella(mostrado),
        archivos: archivosEnviados(mostrado),
        destinatarios: mostrado.difusion?.destinatarios?.filas?.length ?? 0,
        porVenir: diasPorVenir(mostrado, diaEnChile(ctx.ahora)),
        vence: ultimoInstanteParaEnviar(ventana),
        prorroga: prorroga ?? null,
        fueraDePlazo: porQueNoAhora(ventana, devuelta?.responderHasta ?? null, ctx.ahora),
        enCurso,
        versiones,
        devuelta,
        puedeEnviar: puede(ctx.actor, "envio.enviar", institucionId),
      });
    },
    { soloLectura: true },
  );
}

// What was written and cannot be read belongs to the section where it was written.
const SECCION_DE_RUTA: Readonly<Record<string, SeccionTrabajo>> = {
  ajustes: REGLA_POR_CODIGO["AJU-03"].seccion,
  informe: REGLA_POR_CODIGO["DES-01"].seccion,
  difusion: REGLA_POR_CODIGO["DIF-01"].seccion,
};

function seccionDe({ regla, ruta }: Falta): SeccionTrabajo {
  if (regla !== "FORMATO") return REGLA_POR_CODIGO[regla].seccion;
  return SECCION_DE_RUTA[ruta.split("/")[1] ?? ""] ?? REGLA_POR_CODIGO["DIF-01"].seccion;
}

function diasPorVenir({ difusion }: Expediente, hoy: string): string[] {
  const dias = (difusion?.instancias ?? []).flatMap(({ fecha }) =>
    fecha && esFecha(fecha) && fecha > hoy ? [fecha] : [],
  );
  return [...new Set(dias)].sort();
}

/** Whether no error is left in a section: what the page of the submission calls «Completo». */
export function seccionCompleta(faltas: readonly Falta[], seccion: SeccionTrabajo): boolean {
  return !faltas.some((falta) => falta.nivel === "error" && seccionDe(falta) === seccion);
}

/** The faults by section of the guide, each with where it is mended. */
export function porSeccion(faltas: readonly Falta[], hrefDe: (falta: Falta) => string): SeccionRevisada[] {
  return SECCIONES.map(({ id, titulo }) => {
    const suyas = faltas.filter((falta) => seccionDe(falta) === id);
    const errores = suyas.filter(({ nivel }) => nivel === "error");
    const avisos = suyas.filter(({ nivel }) => nivel === "aviso");
    return {
      id,
      titulo,
      errores: errores.length,
      avisos: avisos.length,
      faltas: [...errores, ...avisos].slice(0, POR_SECCION).map((falta, i) => ({
        clave: `${falta.regla} ${falta.ruta} ${i}`,
        nivel: falta.nivel,
        mensaje: falta.mensaje,
        href: hrefDe(falta),
      })),
    };
  });
}
