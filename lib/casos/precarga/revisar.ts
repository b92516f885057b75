import { type Ejercicio, ejercicioEnCurso } from "@/lib/datos/repositorio/ejercicio";
import {
  type InstitucionDestino,
  institucionDeCodigo,
  tramitesNuevos,
} from "@/lib/datos/repositorio/precarga";
import { conActor, type Transaccion } from "@/lib/datos/transaccion";
import { comparar } from "@/lib/expediente/comparar";
import type { Plan } from "@/lib/expediente/formato";
import type { Actor } from "@/lib/flujo/actor";
import { CODIGO_INSTITUCION, EXIGENCIA_CODIGO } from "@/lib/flujo/codigoInstitucion";
import { puede } from "@/lib/flujo/permiso";
import { exito, fallar, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import {
  type DiferenciaVista,
  type FaltaPrecarga,
  MAXIMO_FALTAS_VISTAS,
  type RevisionPlan,
} from "@/lib/flujo/vistaPrecarga";
import type { Contexto } from "../contexto";
import { contarPlan, tramitesDe } from "./admitir";
import { type Cotejo, cotejar } from "./cotejar";
import { type ArchivoPlan, leerPlan, type PlanEnArchivo } from "./leer";

/** Who loads: a person of the Red, or the platform itself from the command line. */
export type Precargador = {
  readonly actor: Actor;
  readonly nombre: string;
  readonly ahora: Date;
  /** Institutions that a file names and do not exist are created with the file's name and ministry. */
  readonly creaInstituciones?: boolean;
};

/** A plan that can be loaded, with whose it is; `institucion` is null when it is about to be created. */
export type Destino = {
  readonly ejercicio: Ejercicio;
  readonly institucion: InstitucionDestino | null;
  readonly codigo: string;
  readonly faltas: readonly FaltaPrecarga[];
};

export const precargadorDe = ({ actor, ahora }: Contexto): Precargador => ({
  actor,
  nombre: actor.nombre,
  ahora,
});

/**
 * Tells what loading a file would do, without touching anything: what is created, what differs from what is loaded,
 * what the institution would lose, and every fault.
 */
export async function revisarArchivo(ctx: Contexto, archivo: ArchivoPlan): Promise<Resultado<RevisionPlan>> {
  if (!puede(ctx.actor, "plan.precargar")) return NO_ENCONTRADO;
  const leido = await leerPlan(archivo);
  return leido.ok ? revisarPlan(precargadorDe(ctx), leido.valor) : leido;
}

/** The same, of what a file already read says. */
export function revisarPlan(quien: Precargador, leido: PlanEnArchivo): Promise<Resultado<RevisionPlan>> {
  return conActor(
    quien.actor,
    "plan.revisarPrecarga",
    async (tx) => {
      const destino = await buscarDestino(tx, quien, leido);
      if (!destino.ok) return destino;
      const { institucion, ejercicio, faltas } = destino.valor;
      const plan = leido.plan;
      if (!plan || faltas.some(({ nivel }) => nivel === "error"))
        return exito(vistaDe({ destino: destino.valor, plan, cotejo: null, tramites: 0 }));
      const cotejo = institucion && (await cotejar(tx, quien, institucion, ejercicio, plan));
      const nombres = tramitesDe(plan);
      const tramites = institucion
        ? (await tramitesNuevos(tx, institucion.id, nombres)).length
        : new Set(nombres).size;
      return exito(vistaDe({ destino: destino.valor, plan, cotejo, tramites }));
    },
    { soloLectura: true },
  );
}

/** Every fault of a file, those that only the platform can tell included. */
export function faltasDelArchivo(
  quien: Precargador,
  leido: PlanEnArchivo,
): Promise<Resultado<FaltaPrecarga[]>> {
  return conActor(
    quien.actor,
    "plan.revisarPrecarga",
    async (tx) => {
      const destino = await buscarDestino(tx, quien, leido);
      return destino.ok ? exito([...destino.valor.faltas]) : destino;
    },
    { soloLectura: true },
  );
}

/** Finds the year and the institution of a file's plan, and adds the faults that only the platform can tell. */
export async function buscarDestino(
  tx: Transaccion,
  quien: Precargador,
  { plan, faltas, lugares }: PlanEnArchivo,
): Promise<Resultado<Destino>> {
  const ejercicio = await ejercicioEnCurso(tx, quien.ahora);
  if (!ejercicio)
    return fallar(
      "sin_ejercicio",
      "No hay un ejercicio anual. Créelo en «Ejercicios» antes de cargar planes.",
    );
  const codigo = plan?.institucion.codigo.trim() ?? "";
  if (!plan) return exito({ ejercicio, institucion: null, codigo, faltas });
  const institucion = await institucionDeCodigo(tx, codigo);
  const alcance = quien.actor.alcance;
  if (alcance !== "*" && !(institucion && alcance.includes(institucion.id))) return NO_ENCONTRADO;
  return exito({
    ejercicio,
    institucion,
    codigo,
    faltas: [
      ...faltas,
      ...faltasDeEjercicio(plan, ejercicio.anio, lugares.ejercicio),
      ...faltasDeInstitucion(plan, institucion, quien, lugares.codigo),
    ],
  });
}

type Lugar = Pick<FaltaPrecarga, "hoja" | "celda">;

function faltasDeEjercicio(plan: Plan, anio: number, lugar: Lugar): FaltaPrecarga[] {
  if (plan.ejercicio === anio) return [];
  return [
    {
      ...lugar,
      encontrado: String(plan.ejercicio),
      esperado: String(anio),
      mensaje: `El plan es del ejercicio ${plan.ejercicio} y el que está en curso es ${anio}. Corrija el año, o cargue el plan que corresponde.`,
      nivel: "error",
      regla: "PLAN-09",
    },
  ];
}

function faltasDeInstitucion(
  plan: Plan,
  institucion: InstitucionDestino | null,
  { creaInstituciones = false }: Precargador,
  lugar: Lugar,
): FaltaPrecarga[] {
  const { codigo, nombre, ministerio } = plan.institucion;
  const falta = (
    encontrado: string,
    esperado: string,
    mensaje: string,
    nivel: "error" | "aviso" = "error",
  ): FaltaPrecarga[] => [{ ...lugar, encontrado, esperado, mensaje, nivel }];
  if (institucion && !institucion.activa)
    return falta(
      codigo,
      "una institución activa",
      `${institucion.nombre} está inactiva. Actívela en «Instituciones» antes de cargar su plan.`,
    );
  if (institucion) {
    const otro = nombre?.trim();
    return otro && otro !== institucion.nombre.trim()
      ? falta(
          otro,
          institucion.nombre,
          `El archivo llama «${otro}» a la institución ${codigo}; en la plataforma es «${institucion.nombre}», y ese nombre se conserva. Confirme que el código es el correcto.`,
          "aviso",
        )
      : [];
  }
  if (!creaInstituciones)
    return falta(
      codigo,
      "el código de una institución de la plataforma",
      `No existe una institución con el código «${codigo}». Corrija el código, o créela en «Instituciones» y revise el archivo otra vez.`,
    );
  if (!CODIGO_INSTITUCION.test(codigo.trim()))
    return falta(codigo, "un código de institución", `El código «${codigo}» no sirve. ${EXIGENCIA_CODIGO}`);
  return nombre?.trim() && ministerio?.trim()
    ? []
    : falta(
        nombre?.trim() ? "sin ministerio" : "sin nombre",
        "el nombre y el ministerio de la institución",
        `La institución ${codigo} no existe y el archivo no trae su nombre y su ministerio, que se necesitan para crearla.`,
      );
}

type Piezas = {
  destino: Destino;
  plan: Plan | null;
  cotejo: Cotejo | null;
  tramites: number;
};

function vistaDe({ destino, plan, cotejo, tramites }: Piezas): RevisionPlan {
  const { institucion, codigo } = destino;
  const faltas = [...destino.faltas].sort(
    (a, b) => Number(a.nivel === "aviso") - Number(b.nivel === "aviso"),
  );
  const errores = faltas.filter(({ nivel }) => nivel === "error").length;
  const nombre = institucion?.nombre ?? plan?.institucion.nombre ?? codigo;
  const situacion = errores > 0 || !plan ? "con_faltas" : (cotejo?.situacion ?? "crear");
  return {
    institucion: plan && { codigo: institucion?.codigo ?? codigo, nombre, existe: institucion !== null },
    situacion,
    faltas: faltas.slice(0, MAXIMO_FALTAS_VISTAS),
    errores,
    avisos: faltas.length - errores,
    cuenta: plan && errores === 0 ? contarPlan(cotejo?.nuevo ?? plan) : null,
    tramitesNuevos: situacion === "igual" ? 0 : tramites,
    diferencias:
      cotejo?.actual && situacion !== "igual" ? diferenciasDe(cotejo.actual.plan, cotejo.nuevo) : [],
    perdida: cotejo?.perdida ?? null,
    impedimento: cotejo?.impedimento ?? null,
    visto: cotejo?.visto ?? "",
  };
}

function diferenciasDe(actual: Plan, nuevo: Plan): DiferenciaVista[] {
  return comparar(actual, nuevo)
    .filter(({ estado }) => estado !== "igual")
    .map(({ elemento, nombre, estado, componentes }) => ({
      elemento,
      nombre,
      estado,
      componentes: componentes
        .filter((componente) => componente.estado !== "igual" && componente.tramos.length > 0)
        .map((componente) => ({
          componente: componente.componente,
          nombre: componente.nombre,
          tramos: componente.tramos,
        })),
    }));
}
