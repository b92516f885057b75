import { ejercicioEnCurso } from "@/lib/datos/repositorio/ejercicio";
import { buscarEnvio, listarEnvios } from "@/lib/datos/repositorio/envio";
import { listarInstituciones } from "@/lib/datos/repositorio/institucion";
import { ultimasLecturas } from "@/lib/datos/repositorio/lecturaValidador";
import { decisionVigente } from "@/lib/datos/repositorio/observacion";
import { conActor } from "@/lib/datos/transaccion";
import type { Acta, Expediente } from "@/lib/expediente/formato";
import { alcanza } from "@/lib/flujo/actor";
import { exito, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import type { EstadoEnvio } from "@/lib/flujo/revision";
import type { Contexto, ContextoInstitucion } from "../contexto";
import type { DecisionVista } from "../observacion/leer";

export type InstitucionAsignada = {
  readonly codigo: string;
  readonly nombre: string;
  readonly ministerio: string;
  /** The last version of the final round; null before the first. */
  readonly ultima: {
    readonly version: number;
    readonly estado: EstadoEnvio;
    readonly enviadoEn: Date;
  } | null;
};

/** The institutions assigned to an external validator, with where each stands. */
export function leerAsignadas(
  ctx: Contexto,
): Promise<Resultado<{ readonly anio: number; readonly instituciones: readonly InstitucionAsignada[] }>> {
  const { actor, ahora } = ctx;
  return conActor(
    actor,
    "validador.asignadas",
    async (tx) => {
      if (actor.rol !== "validador_externo") return NO_ENCONTRADO;
      const ejercicio = await ejercicioEnCurso(tx, ahora);
      if (!ejercicio) return NO_ENCONTRADO;
      const instituciones: InstitucionAsignada[] = [];
      for (const { id, codigo, nombre, ministerio } of await listarInstituciones(tx)) {
        // Row-level security would also show the institutions of the person's other hats.
        if (!alcanza(actor, id)) continue;
        const [ultima] = await listarEnvios(tx, id, ejercicio.id);
        instituciones.push({
          codigo,
          nombre,
          ministerio,
          ultima: ultima
            ? { version: ultima.version, estado: ultima.estado, enviadoEn: ultima.enviadoEn }
            : null,
        });
      }
      return exito({ anio: ejercicio.anio, instituciones });
    },
    { soloLectura: true },
  );
}

export type ActaVista = {
  readonly que: string;
  readonly numero: string;
  /** AAAA-MM-DD. */
  readonly fecha: string;
  readonly asistentes: readonly { readonly nombre: string; readonly cargo: string }[];
  readonly huella: string;
};

export type VersionFinal = {
  readonly id: string;
  readonly version: number;
  readonly estado: EstadoEnvio;
  readonly enviadoEn: Date;
  readonly codigo: string;
  readonly huellaPlan: string | null;
  readonly huellaInforme: string | null;
};

export type PaginaValidacion = {
  readonly anio: number;
  readonly versiones: readonly VersionFinal[];
  /** The acts that the last version carries. */
  readonly actas: readonly ActaVista[];
  readonly decision: DecisionVista | null;
  readonly lecturas: readonly { readonly que: string; readonly leidaEn: Date }[];
};

const LECTURAS_A_LA_VISTA = 20;

/** What an external validator reads of one assigned institution: its final versions, their acts and what was decided. */
export function leerValidacion(ctx: ContextoInstitucion): Promise<Resultado<PaginaValidacion>> {
  return conActor(
    ctx.actor,
    "validador.institucion",
    async (tx) => {
      const institucionId = ctx.institucion.id;
      if (ctx.actor.rol !== "validador_externo" || !alcanza(ctx.actor, institucionId)) return NO_ENCONTRADO;
      const ejercicio = await ejercicioEnCurso(tx, ctx.ahora);
      if (!ejercicio) return NO_ENCONTRADO;
      const envios = await listarEnvios(tx, institucionId, ejercicio.id);
      const [ultima] = envios;
      const envio = ultima && (await buscarEnvio(tx, institucionId, ultima.version, ejercicio.id));
      const expediente = envio ? (envio.contenido as unknown as Expediente) : null;
      return exito({
        anio: ejercicio.anio,
        versiones: envios.map(({ id, version, estado, enviadoEn, codigo, huellaPlan, huellaInforme }) => ({
          id,
          version,
          estado,
          enviadoEn,
          codigo,
          huellaPlan,
          huellaInforme,
        })),
        actas: [
          ...actaVista("Aprueba el plan", expediente?.aprobacionPlan),
          ...actaVista("Aprueba el informe", expediente?.aprobacionInforme),
        ],
        decision: await decisionVigente(tx, institucionId, ejercicio.id),
        lecturas: await ultimasLecturas(tx, institucionId, ctx.actor.usuarioId, LECTURAS_A_LA_VISTA),
      });
    },
    { soloLectura: true },
  );
}

function actaVista(que: string, acta: Acta | null | undefined): ActaVista[] {
  if (!acta) return [];
  return [
    {
      que,
      numero: acta.numero ?? "",
      fecha: acta.fecha ?? "",
      asistentes: (acta.asistentes ?? []).map(({ nombre, cargo }) => ({
        nombre: nombre ?? "",
        cargo: cargo ?? "",
      })),
      huella: acta.huella ?? "",
    },
  ];
}
