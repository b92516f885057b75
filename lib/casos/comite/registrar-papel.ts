import { crearActa } from "@/lib/datos/repositorio/aprobacion";
import { buscarArchivo } from "@/lib/datos/repositorio/archivo";
import type { Ejercicio } from "@/lib/datos/repositorio/ejercicio";
import { unaVez } from "@/lib/datos/repositorio/intento";
import { conActor } from "@/lib/datos/transaccion";
import { ejercicioDe } from "@/lib/expediente/ejercicio";
import { evaluar } from "@/lib/expediente/evaluar";
import { diaEnChile, leerFecha } from "@/lib/expediente/fecha";
import type { Acta } from "@/lib/expediente/formato";
import { type Materia, NOMBRES_MATERIA, siguienteEstado } from "@/lib/flujo/aprobacion";
import { codigoNuevo } from "@/lib/flujo/codigo";
import { exito, fallar, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import { avisar } from "../aviso";
import type { ContextoInstitucion } from "../contexto";
import { rutaComite, tomarParaActuar } from "./materia";
import { leerSituacion, personasDe } from "./situacion";
import { contarFaltas, leerVersion, type Version } from "./version";

export type EntradaPapel = {
  readonly materia: Materia;
  /** Digest of the text that the person says the Committee approved, as the page showed it. */
  readonly huella: string;
  readonly numero: string;
  /** As typed: dd/mm/aaaa, or AAAA-MM-DD. */
  readonly fecha: string;
  /** Id of a file of the institution; empty while none has been uploaded. */
  readonly archivoId: string;
  readonly asistentes: readonly {
    readonly nombre: string;
    readonly cargo: string;
    readonly area?: string | undefined;
  }[];
  readonly declaraCoherencia: boolean;
};

const SIN_PDF = "Adjunte el acta escaneada en PDF.";
const DECLARACION =
  "El plan cambia: el acta debe declarar que los ajustes resguardan la coherencia con el diagnóstico de la etapa 1. Marque que así consta en ella.";

/**
 * Registers an act signed on paper: the scanned PDF, its number, its date and who attended. The same rules as one
 * signed on screen (APL-01 to APL-05, AIN-01 to AIN-04). Every fault comes at once, under the name of its field:
 * `numero`, `fecha`, `archivoId`, `declaraCoherencia`, `asistentes`, `asistentes.0.nombre`…
 */
export function registrarActaEnPapel(
  ctx: ContextoInstitucion,
  entrada: EntradaPapel,
): Promise<Resultado<{ codigo: string }>> {
  const { materia } = entrada;
  const institucionId = ctx.institucion.id;
  return conActor(ctx.actor, "comite.registrarPapel", (tx) =>
    unaVez(tx, ctx, `comite.registrarPapel ${materia}`, async () => {
      const ejercicio = await tomarParaActuar(tx, ctx, materia, "acta.registrarPapel");
      if (!ejercicio) return NO_ENCONTRADO;
      const { estado, lugar, enviado } = await leerSituacion(tx, institucionId, ejercicio, materia);
      const { nombre, conArticulo } = NOMBRES_MATERIA[materia];
      if (enviado)
        return fallar("ya_enviado", "El expediente ya está en la Red de Expertos y no admite cambios.");
      if (siguienteEstado(estado, "registrarPapel") === null)
        return fallar(
          "conflicto_estado",
          `${nombre}: ya está en el Comité o aprobado. Recargue la página para ver su estado.`,
        );
      const version = await leerVersion(tx, institucionId, ejercicio, materia);
      if (!version) return NO_ENCONTRADO;
      if (version.errores.length > 0 || version.huella === null)
        return fallar("con_faltas", `${contarFaltas(version.errores.length)} en ${conArticulo}.`);
      if (version.huella !== entrada.huella)
        return fallar(
          "conflicto_version",
          `${nombre}: cambió mientras usted registraba el acta. Recargue la página y revíselo.`,
        );
      const archivo =
        entrada.archivoId === "" ? null : await buscarArchivo(tx, institucionId, entrada.archivoId);
      const { acta, campos } = revisarActa(ctx, ejercicio, version, entrada);
      if (archivo?.tipo !== "application/pdf") campos.archivoId = SIN_PDF;
      if (Object.keys(campos).length > 0 || !archivo || !acta.fecha)
        return fallar("entrada_invalida", "Revise los datos del acta.", campos);

      const codigo = codigoNuevo();
      const numero = entrada.numero.trim();
      await crearActa(tx, {
        ...lugar,
        origen: "papel",
        aprobacionId: null,
        archivoId: archivo.id,
        numero,
        fecha: acta.fecha,
        huella: version.huella,
        declaraCoherencia: materia === "plan" && version.cambia,
        codigo,
        registradaPorId: ctx.actor.usuarioId,
        registradaEn: ctx.ahora,
        asistentes: entrada.asistentes.map((asistente) => ({
          nombre: asistente.nombre.trim(),
          cargo: asistente.cargo.trim(),
          area: asistente.area?.trim() || null,
          firmadaEn: null,
        })),
      });
      const { integrantes, contrapartes } = await personasDe(tx, institucionId);
      await avisar(tx, ctx, [...integrantes, ...contrapartes], {
        clave: `comite.registrarPapel ${codigo}`,
        tipo: "acta_registrada",
        asunto: `${nombre}: se registró el acta del Comité`,
        texto: `${ctx.actor.nombre} registró el acta en papel que aprueba ${conArticulo}: ${numero}.`,
        enlace: rutaComite(ctx.institucion.codigo, materia),
      });
      return exito({ codigo });
    }),
  );
}

/** The act as the rules read it, and what is wrong with it by field of the form. */
function revisarActa(
  ctx: ContextoInstitucion,
  ejercicio: Ejercicio,
  version: Version,
  entrada: EntradaPapel,
): { acta: Acta; campos: Record<string, string> } {
  const { materia } = entrada;
  const leida = leerFecha(entrada.fecha);
  const acta: Acta = {
    numero: entrada.numero,
    fecha: leida.estado === "fecha" ? leida.valor : null,
    decision: "aprueba",
    asistentes: entrada.asistentes.map(({ nombre, cargo, area }) => ({
      nombre,
      cargo,
      ...(area && { area }),
    })),
    huella: version.huella,
    ...(materia === "plan" && { declaraCoherenciaDiagnostico: entrada.declaraCoherencia }),
  };
  const donde = materia === "plan" ? "aprobacionPlan" : "aprobacionInforme";
  const { faltas } = evaluar({ ...version.expediente, [donde]: acta }, ejercicioDe(ejercicio.anio));
  const campos: Record<string, string> = {};
  for (const { nivel, ruta, mensaje } of faltas)
    if (nivel === "error" && ruta.startsWith(`/${donde}/`)) campos[campoDe(ruta)] ??= mensaje;
  if (campos.declaraCoherencia) campos.declaraCoherencia = DECLARACION;
  if (leida.estado === "invalido") campos.fecha = leida.mensaje;
  if (acta.fecha && acta.fecha > diaEnChile(ctx.ahora))
    campos.fecha = "La fecha del acta no puede ser futura: escriba el día en que sesionó el Comité.";
  return { acta, campos };
}

/** The field of the form that holds what a pointer of the act names. */
function campoDe(ruta: string): string {
  const campo = ruta.split("/").slice(2).join(".");
  return campo === "declaraCoherenciaDiagnostico" ? "declaraCoherencia" : campo;
}
