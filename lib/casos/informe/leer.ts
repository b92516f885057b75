import { estadosDeMaterias } from "@/lib/datos/repositorio/aprobacion";
import { leerCampos } from "@/lib/datos/repositorio/campo";
import { leerCierre } from "@/lib/datos/repositorio/campoCierre";
import type { Ejercicio } from "@/lib/datos/repositorio/ejercicio";
import { ultimoEnvio } from "@/lib/datos/repositorio/envio";
import {
  buscarInforme,
  type DificultadQuitada,
  leerDificultadesQuitadas,
} from "@/lib/datos/repositorio/informe";
import { listarProrrogas } from "@/lib/datos/repositorio/prorroga";
import { conActor, type Transaccion } from "@/lib/datos/transaccion";
import { planVigente } from "@/lib/expediente/aplicar";
import type { Falta } from "@/lib/expediente/falta";
import type { NombreGrupo } from "@/lib/flujo/campo";
import { puede } from "@/lib/flujo/permiso";
import { exito } from "@/lib/flujo/resultado";
import { REGLA_POR_CODIGO } from "@/lib/guia/e3-2025/reglas";
import { MENSAJE_CIERRE_DE_MATERIA } from "../campo/cierre";
import type { ContextoInstitucion } from "../contexto";
import { expedienteConFaltas } from "../expediente";
import { listaAbierta } from "./comun";
import { esDelInforme, SECCIONES_INFORME, type SeccionInforme } from "./vista";

const ORDEN: readonly string[] = SECCIONES_INFORME;

/** By the sections of the work, and in each as the rules list them. */
function enOrdenDelTrabajo(faltas: readonly Falta[]): Falta[] {
  const lugar = ({ regla }: Falta) =>
    regla === "FORMATO" ? -1 : ORDEN.indexOf(REGLA_POR_CODIGO[regla].seccion);
  return faltas.toSorted((a, b) => lugar(a) - lugar(b));
}

/**
 * The report of the year while it is filled in, in any order: how far each section is, what is at fault, whether it
 * can be written and who acts.
 */
export function leerInforme(ctx: ContextoInstitucion) {
  return conActor(
    ctx.actor,
    "informe.leer",
    async (tx) => {
      const leido = await expedienteConFaltas(tx, ctx);
      if (!leido.ok) return leido;
      const { expediente, faltas, avance, cumplimiento, ejercicio, dificultades } = leido.valor;
      const institucionId = ctx.institucion.id;
      const estados = await estadosDeMaterias(tx, { institucionId, ejercicioId: ejercicio.id });
      const cierre = await leerCierre(tx, { institucionId, ahora: ctx.ahora }, "informe");
      const ultimo = await ultimoEnvio(tx, institucionId, ejercicio.id);
      const secciones = avance.filter((una): una is SeccionInforme => esDelInforme(una.seccion));
      return exito({
        expediente,
        vigente: planVigente(expediente),
        ejercicio,
        cumplimiento,
        secciones,
        faltas: enOrdenDelTrabajo(faltas.filter(({ ruta }) => ruta.startsWith("/informe"))),
        idsDificultad: dificultades,
        estadoPlan: estados.plan,
        estado: estados.informe,
        cierre: cierre && { motivo: cierre, mensaje: MENSAJE_CIERRE_DE_MATERIA[cierre] },
        puedeLlenar: cierre === null && puede(ctx.actor, "informe.llenar", institucionId),
        vence: await venceEnvio(tx, ejercicio, institucionId),
        devuelta: ultimo?.estado === "observado" ? { responderHasta: ultimo.responderHasta } : null,
        ahora: ctx.ahora,
      });
    },
    { soloLectura: true },
  );
}

/** The last instant at which the report can be sent to the Red, with its extension. */
async function venceEnvio(tx: Transaccion, ejercicio: Ejercicio, institucionId: string): Promise<Date> {
  const ultimo = new Date(ejercicio.cierreEnvio.getTime() - 1);
  const prorrogas = await listarProrrogas(tx, ejercicio.id, institucionId);
  const vigente = prorrogas.find(({ alcance, revocadaEn }) => alcance === "envio" && revocadaEn === null);
  return vigente && vigente.hasta > ultimo ? vigente.hasta : ultimo;
}

export type InformeEnCurso = Extract<Awaited<ReturnType<typeof leerInforme>>, { ok: true }>["valor"];

/** The report with its fields as they are kept, which is what the fields that save themselves show. */
export async function leerInformeConCampos(ctx: ContextoInstitucion, grupos: readonly NombreGrupo[]) {
  const leido = await leerInforme(ctx);
  if (!leido.ok) return leido;
  const donde = { actor: ctx.actor, institucionId: ctx.institucion.id, ahora: ctx.ahora };
  return exito({ informe: leido.valor, valores: await leerCampos(donde, grupos) });
}

/** What can be done with the list of difficulties, besides writing in each. */
type Lista = {
  /** Added and taken away. */
  readonly abierta: boolean;
  /** Taken away, and can come back. */
  readonly quitadas: readonly DificultadQuitada[];
};

const CERRADA: Lista = { abierta: false, quitadas: [] };

/** The difficulties and slacks of the report, and what can be done with their list. */
export async function leerDificultades(ctx: ContextoInstitucion) {
  const leido = await leerInformeConCampos(ctx, ["dificultad", "informe"]);
  if (!leido.ok) return leido;
  const { informe } = leido.valor;
  const lista = informe.puedeLlenar ? await leerLista(ctx, informe.ejercicio.id) : CERRADA;
  return exito({ ...leido.valor, lista });
}

function leerLista(ctx: ContextoInstitucion, ejercicioId: string): Promise<Lista> {
  return conActor(
    ctx.actor,
    "informe.leer",
    async (tx) => {
      if (!(await listaAbierta(tx, ctx.institucion.id, ejercicioId))) return CERRADA;
      const informe = await buscarInforme(tx, ctx.institucion.id, ejercicioId);
      return { abierta: true, quitadas: informe ? await leerDificultadesQuitadas(tx, informe) : [] };
    },
    { soloLectura: true },
  );
}
