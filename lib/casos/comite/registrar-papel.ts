import { cerrarAprobacion, crearActa, tomarMateria } from "@/lib/datos/repositorio/aprobacion";
import { buscarArchivo } from "@/lib/datos/repositorio/archivo";
import { ejercicioEnCurso } from "@/lib/datos/repositorio/ejercicio";
import { unaVez } from "@/lib/datos/repositorio/intento";
import { conActor } from "@/lib/datos/transaccion";
import { ejercicioDe } from "@/lib/expediente/ejercicio";
import { evaluar } from "@/lib/expediente/evaluar";
import { diaEnChile } from "@/lib/expediente/fecha";
import type { Acta } from "@/lib/expediente/formato";
import { type Materia, NOMBRES_MATERIA, siguienteEstado } from "@/lib/flujo/aprobacion";
import { codigoNuevo } from "@/lib/flujo/codigo";
import { exito, fallar, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import { avisar } from "../aviso";
import type { ContextoInstitucion } from "../contexto";
import { leerSituacion, personasDe } from "./leer";
import { leerVersion } from "./version";

export type EntradaPapel = {
  readonly materia: Materia;
  /** Digest of the text that the person says the Committee approved, as the page showed it. */
  readonly huella: string;
  readonly numero: string;
  /** AAAA-MM-DD. */
  readonly fecha: string;
  readonly archivoId: string;
  readonly asistentes: readonly {
    readonly nombre: string;
    readonly cargo: string;
    readonly area?: string | undefined;
  }[];
  readonly declaraCoherencia: boolean;
};

/** Where each fault of an act shows in its form: the part of the pointer after the act. */
const campoDe = (ruta: string): string => ruta.split("/").slice(2).join(".") || "numero";

/**
 * Registers an act signed on paper: the scanned PDF, its number, its date and who attended. The same rules as one
 * signed on screen (APL-01 to APL-05, AIN-01 to AIN-04).
 */
export function registrarActaEnPapel(
  ctx: ContextoInstitucion,
  entrada: EntradaPapel,
): Promise<Resultado<{ codigo: string }>> {
  const { materia } = entrada;
  const institucionId = ctx.institucion.id;
  return conActor(ctx.actor, "comite.registrarPapel", (tx) =>
    unaVez(tx, ctx, `comite.registrarPapel ${materia}`, async () => {
      const ejercicio = await ejercicioEnCurso(tx, ctx.ahora);
      if (!ejercicio || !(await tomarMateria(tx, { institucionId, ejercicioId: ejercicio.id, materia })))
        return NO_ENCONTRADO;
      const { estado, lugar, ultima, enviado } = await leerSituacion(tx, institucionId, ejercicio, materia);
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
        return fallar(
          "con_faltas",
          `Aún hay ${version.errores.length} faltas por corregir en ${conArticulo}.`,
        );
      if (version.huella !== entrada.huella)
        return fallar(
          "conflicto_version",
          `${nombre}: cambió mientras usted registraba el acta. Recargue la página y revíselo.`,
        );
      const archivo = await buscarArchivo(tx, institucionId, entrada.archivoId);
      if (archivo?.tipo !== "application/pdf")
        return fallar("entrada_invalida", "Adjunte el acta escaneada en PDF.", {
          archivoId: "Adjunte el acta escaneada en PDF.",
        });

      const acta: Acta = {
        numero: entrada.numero,
        fecha: entrada.fecha,
        decision: "aprueba",
        asistentes: entrada.asistentes.map(({ nombre: quien, cargo, area }) => ({
          nombre: quien,
          cargo,
          ...(area && { area }),
        })),
        huella: version.huella,
        ...(materia === "plan" && { declaraCoherenciaDiagnostico: entrada.declaraCoherencia }),
      };
      const donde = materia === "plan" ? "aprobacionPlan" : "aprobacionInforme";
      const { faltas } = evaluar({ ...version.expediente, [donde]: acta }, ejercicioDe(ejercicio.anio));
      const propias = faltas.filter(({ nivel, ruta }) => nivel === "error" && ruta.startsWith(`/${donde}`));
      if (propias.length > 0)
        return fallar(
          "entrada_invalida",
          "Revise los datos del acta.",
          Object.fromEntries(propias.map(({ ruta, mensaje }) => [campoDe(ruta), mensaje])),
        );
      if (entrada.fecha > diaEnChile(ctx.ahora))
        return fallar("entrada_invalida", "La fecha del acta no puede ser futura.", {
          fecha: "La fecha del acta no puede ser futura.",
        });

      const codigo = codigoNuevo();
      if (ultima?.estado === "en_firma")
        await cerrarAprobacion(tx, ultima.id, {
          estado: "anulada",
          cerradaEn: ctx.ahora,
          motivoCierre: "Se registró un acta en papel.",
        });
      await crearActa(tx, {
        ...lugar,
        origen: "papel",
        aprobacionId: null,
        archivoId: archivo.id,
        numero: entrada.numero.trim(),
        fecha: entrada.fecha,
        huella: version.huella,
        declaraCoherencia: materia === "plan" && entrada.declaraCoherencia,
        codigo,
        registradaPorId: ctx.actor.usuarioId,
        registradaEn: ctx.ahora,
        asistentes: entrada.asistentes.map(({ nombre: quien, cargo, area }) => ({
          nombre: quien.trim(),
          cargo: cargo.trim(),
          area: area?.trim() || null,
          firmadaEn: null,
        })),
      });
      const { integrantes, contrapartes } = await personasDe(tx, institucionId);
      await avisar(tx, ctx, [...integrantes, ...contrapartes], {
        clave: `comite.registrarPapel ${codigo}`,
        asunto: `${nombre}: se registró el acta del Comité`,
        texto: `${ctx.actor.nombre} registró el acta en papel que aprueba ${conArticulo}: ${entrada.numero.trim()}.`,
        enlace: `/institucion/${ctx.institucion.codigo}/comite/${materia}`,
      });
      return exito({ codigo });
    }),
  );
}
