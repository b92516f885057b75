import {
  type ActaLeida,
  type AprobacionLeida,
  actasAnuladas,
  reglaDeAprobacion,
  ultimaAprobacion,
} from "@/lib/datos/repositorio/aprobacion";
import { type Ejercicio, ejercicioEnCurso } from "@/lib/datos/repositorio/ejercicio";
import type { Integrante } from "@/lib/datos/repositorio/membresia";
import { conActor, type Transaccion } from "@/lib/datos/transaccion";
import type { Falta } from "@/lib/expediente/falta";
import type { Expediente } from "@/lib/expediente/formato";
import {
  type EstadoMateria,
  firmasNecesarias,
  type Materia,
  type ReglaAprobacion,
} from "@/lib/flujo/aprobacion";
import { enlaceDeFalta } from "@/lib/flujo/destino";
import { exito, fallar, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import { type Turno, turnoDe } from "@/lib/flujo/turnoComite";
import type { Cambio, Voto } from "@/lib/flujo/vistaComite";
import type { ContextoInstitucion } from "../contexto";
import { cambiosDe } from "./cambios";
import { firmasVivas, impedimentoParaModificar } from "./modificar";
import { fueraDePlazoParaFirmar, ultimoInstanteParaFirmar } from "./plazo";
import { leerSituacion, personasDe } from "./situacion";
import { leerVersiones, type Version } from "./version";

export type FaltaEnlazada = Pick<Falta, "regla" | "mensaje"> & { readonly href: string };

type Situacion = Awaited<ReturnType<typeof leerSituacion>>;

/** Everything the page of the Committee shows of a matter. */
export type PaginaComite = {
  readonly materia: Materia;
  readonly anio: number;
  readonly estado: EstadoMateria;
  readonly turno: Turno;
  readonly vence: Date;
  /** Why it is too late to sign on the platform; null while it is not. */
  readonly tarde: string | null;
  readonly enviado: boolean;
  /** Number of the version shown; null while it is what would be sent now. */
  readonly version: number | null;
  readonly huella: string | null;
  /** What is shown, read and signed: the frozen version, or the present one while none waits. */
  readonly expediente: Expediente;
  readonly cambios: readonly Cambio[];
  /** Whether who signs declares coherence with the diagnosis (APL-05). */
  readonly declaraCoherencia: boolean;
  readonly votos: readonly Voto[];
  readonly regla: ReglaAprobacion;
  readonly necesarias: number;
  readonly historia: Situacion["historia"];
  readonly acta: ActaLeida | null;
  /** Whether what was approved is still what stands (APL-04, AIN-03). */
  readonly actaVale: boolean;
  readonly actasAnuladas: readonly ActaLeida[];
  readonly faltas: readonly FaltaEnlazada[];
  readonly firmasVivas: number;
  /** Why it cannot be opened again; null when it can. */
  readonly noSeAbre: string | null;
};

/** Reads it. Fails with `sin_plan` while the institution has none loaded. */
export async function leerComite(
  ctx: ContextoInstitucion,
  materia: Materia,
): Promise<Resultado<PaginaComite>> {
  const leidas = await leerMaterias(ctx, [materia]);
  if (!leidas.ok) return leidas;
  const [leida] = leidas.valor;
  return leida ? exito(leida) : NO_ENCONTRADO;
}

/** The same of several matters, whose expediente is read and judged once. */
export function leerMaterias(
  ctx: ContextoInstitucion,
  materias: readonly Materia[],
): Promise<Resultado<readonly PaginaComite[]>> {
  return conActor(
    ctx.actor,
    "comite.leer",
    async (tx) => {
      const ejercicio = await ejercicioEnCurso(tx, ctx.ahora);
      const versiones = ejercicio && (await leerVersiones(tx, ctx.institucion.id, ejercicio));
      if (!ejercicio || !versiones)
        return fallar(
          "sin_plan",
          "La Coordinación de la Red aún no ha cargado el Plan de la institución: el Comité no tiene qué revisar.",
        );
      const paginas: PaginaComite[] = [];
      for (const materia of materias)
        paginas.push(await paginaDe(tx, ctx, ejercicio, versiones(materia), materia));
      return exito(paginas);
    },
    { soloLectura: true },
  );
}

async function paginaDe(
  tx: Transaccion,
  ctx: ContextoInstitucion,
  ejercicio: Ejercicio,
  version: Version,
  materia: Materia,
): Promise<PaginaComite> {
  const situacion = await leerSituacion(tx, ctx.institucion.id, ejercicio, materia);
  const { lugar, estado, acta, enviado, historia } = situacion;
  const { integrantes } = await personasDe(tx, ctx.institucion.id);
  const regla = await reglaDeAprobacion(tx, ctx.institucion.id);
  const ultima = estado === "borrador" ? null : await ultimaAprobacion(tx, lugar);
  const mostrada = seMuestra(estado, acta, ultima);
  const expediente = mostrada ? (mostrada.contenido as unknown as Expediente) : version.expediente;
  const votos = votosDe(integrantes, mostrada);
  const tarde = fueraDePlazoParaFirmar(materia, ejercicio, ctx.ahora);
  const necesarias = mostrada?.firmasNecesarias ?? firmasNecesarias(regla, integrantes.length);
  const exigePresidencia = mostrada?.exigePresidencia ?? regla.exigePresidencia;
  const favorables = votos.filter(({ decision }) => decision === "aprueba");
  const faltaPresidencia = exigePresidencia && !favorables.some(({ preside }) => preside);
  return {
    materia,
    anio: ejercicio.anio,
    estado,
    turno: turnoDe({
      materia,
      estado,
      enviado,
      faltas: version.errores.length,
      firmasFaltan: Math.max(faltaPresidencia ? 1 : 0, necesarias - favorables.length),
      faltaPresidencia,
      tarde: tarde !== null,
    }),
    vence: ultimoInstanteParaFirmar(materia, ejercicio),
    tarde,
    enviado,
    version: mostrada?.version ?? null,
    huella: mostrada?.huella ?? version.huella,
    expediente,
    cambios: cambiosDe(expediente),
    declaraCoherencia: mostrada?.declaraCoherencia ?? (materia === "plan" && version.cambia),
    votos,
    regla: { quorum: regla.quorum, exigePresidencia },
    necesarias,
    historia,
    acta,
    actaVale: acta !== null && acta.huella === version.huella,
    actasAnuladas: await actasAnuladas(tx, lugar),
    faltas: version.errores.map((falta) => ({
      regla: falta.regla,
      mensaje: falta.mensaje,
      href: enlaceDeFalta(ctx.institucion.codigo, falta, version.expediente),
    })),
    firmasVivas: firmasVivas(situacion),
    noSeAbre: (await impedimentoParaModificar(tx, ctx, ejercicio, materia, situacion))?.mensaje ?? null,
  };
}

/** The frozen version on the page: the one that waits, the one objected, or the one the act in force approved. */
function seMuestra(
  estado: EstadoMateria,
  acta: ActaLeida | null,
  ultima: AprobacionLeida | null,
): AprobacionLeida | null {
  if (estado === "aprobada") return ultima && acta?.aprobacionId === ultima.id ? ultima : null;
  return estado === "en_firma" ? ultima : null;
}

/** The Committee of today with what each one decided on a version, and those who signed it and have left since. */
function votosDe(integrantes: readonly Integrante[], version: AprobacionLeida | null): readonly Voto[] {
  const firmas = version?.firmas ?? [];
  const actuales = integrantes.map(({ usuarioId, nombre, cargo, area, preside }): Voto => {
    const firma = firmas.find((una) => una.usuarioId === usuarioId);
    return {
      usuarioId,
      nombre,
      cargo,
      area,
      preside,
      decision: firma?.decision ?? null,
      motivo: firma?.motivo ?? null,
      en: firma?.firmadaEn ?? null,
      retirado: false,
    };
  });
  const idos = firmas
    .filter(({ usuarioId }) => !integrantes.some((uno) => uno.usuarioId === usuarioId))
    .map(
      ({ usuarioId, nombre, cargo, area, preside, decision, motivo, firmadaEn }): Voto => ({
        usuarioId,
        nombre,
        cargo,
        area,
        preside,
        decision,
        motivo,
        en: firmadaEn,
        retirado: true,
      }),
    );
  return [...actuales, ...idos];
}
