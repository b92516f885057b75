import { Temporal } from "temporal-polyfill";
import { ejercicioEnCurso } from "@/lib/datos/repositorio/ejercicio";
import { unaVez } from "@/lib/datos/repositorio/intento";
import { listarContrapartes } from "@/lib/datos/repositorio/membresia";
import {
  borrarRonda as borrar,
  cambiarRonda,
  crearRonda,
  type DatosRonda,
  nombreOcupado,
  rondasDe,
  tomarRonda,
} from "@/lib/datos/repositorio/ronda";
import { conActor, type Transaccion } from "@/lib/datos/transaccion";
import { inicioDelDia, leerFecha, mostrarInstante } from "@/lib/expediente/fecha";
import { puede } from "@/lib/flujo/permiso";
import { exito, type Falla, fallar, NO_ENCONTRADO, REVISE, type Resultado } from "@/lib/flujo/resultado";
import { ultimoDe } from "@/lib/flujo/ronda";
import { ID_REQUISITOS } from "@/lib/guia/e3-2025/requisitos";
import { avisar } from "../aviso";
import type { Contexto } from "../contexto";

/** The preliminary rounds of the exercise in course, for who administers them. */
export function leerRondas({ actor, ahora }: Contexto) {
  return conActor(
    actor,
    "ronda.listar",
    async (tx) => {
      const ejercicio = await ejercicioEnCurso(tx, ahora);
      if (!ejercicio || !puede(actor, "ronda.administrar")) return NO_ENCONTRADO;
      return exito({ anio: ejercicio.anio, rondas: await rondasDe(tx, ejercicio.id) });
    },
    { soloLectura: true },
  );
}

export type GuardarRonda = {
  /** Id of the round that changes; empty for a new one. */
  readonly ronda: string;
  readonly nombre: string;
  readonly requisitos: readonly string[];
  /** Days as typed: the first of the round, the last to send, the last of the feedback. */
  readonly abre: string;
  readonly cierra: string;
  readonly retroalimentacion: string;
};

const YA_ENVIARON = fallar(
  "con_envios",
  "Alguna institución ya envió a esta ronda: sus fechas y requisitos no se cambian. Si hace falta, abra otra ronda.",
);

/** The first instant of the day after one, in continental Chile. */
const finDelDia = (dia: string): Date =>
  new Date(inicioDelDia(Temporal.PlainDate.from(dia).add({ days: 1 }).toString()));

/** Reads what was typed; the fields at fault when it cannot be. */
function leerDatos(entrada: GuardarRonda): { datos: DatosRonda } | { falla: Falla } {
  const campos: Record<string, string> = {};
  const nombre = entrada.nombre.trim();
  if (nombre === "") campos.nombre = "Escriba el nombre de la ronda, como «Primer ejercicio metodológico».";
  const requisitos = ID_REQUISITOS.filter((id) => entrada.requisitos.includes(id));
  if (requisitos.length === 0) campos.requisitos = "Elija al menos un requisito.";
  const [abre, cierra, retro] = (["abre", "cierra", "retroalimentacion"] as const).map((campo) => {
    const leida = leerFecha(entrada[campo]);
    if (leida.estado === "fecha") return leida.valor;
    campos[campo] = "Escriba la fecha como día/mes/año; por ejemplo 15/09/2025.";
    return null;
  });
  if (abre && cierra && cierra < abre)
    campos.cierra = "El último día para enviar no puede ser anterior a la apertura.";
  if (cierra && retro && retro < cierra)
    campos.retroalimentacion = "La retroalimentación no puede terminar antes que el envío.";
  if (Object.keys(campos).length > 0 || !abre || !cierra || !retro)
    return {
      falla: fallar("entrada_invalida", REVISE, campos).falla,
    };
  return {
    datos: {
      nombre,
      requisitos,
      abreEn: new Date(inicioDelDia(abre)),
      cierraEn: finDelDia(cierra),
      retroalimentacionEn: finDelDia(retro),
    },
  };
}

/**
 * Opens a preliminary round, or changes one to which nobody has sent yet.
 * Fails: `entrada_invalida` with its fields, `con_envios`.
 */
export async function guardarRonda(ctx: Contexto, entrada: GuardarRonda): Promise<Resultado<{ id: string }>> {
  const { actor, ahora } = ctx;
  if (!puede(actor, "ronda.administrar")) return NO_ENCONTRADO;
  const leida = leerDatos(entrada);
  if ("falla" in leida) return { ok: false, falla: leida.falla };
  const { datos } = leida;
  return conActor(actor, "ronda.guardar", (tx) =>
    unaVez(tx, ctx, "ronda.guardar", async () => {
      const ejercicio = await ejercicioEnCurso(tx, ahora);
      if (!ejercicio) return NO_ENCONTRADO;
      const actual = entrada.ronda === "" ? null : await tomarRonda(tx, ejercicio.id, entrada.ronda);
      if (entrada.ronda !== "" && !actual) return NO_ENCONTRADO;
      if (actual && actual.envios > 0) return YA_ENVIARON;
      if (await nombreOcupado(tx, ejercicio.id, datos.nombre, actual?.id ?? null))
        return fallar("entrada_invalida", REVISE, {
          nombre: "Ya hay una ronda con ese nombre este año.",
        });
      if (actual) await cambiarRonda(tx, actual.id, datos);
      const id = actual?.id ?? (await crearRonda(tx, ejercicio.id, datos));
      await avisarRonda(tx, ctx, id, datos);
      return exito({ id });
    }),
  );
}

/** Tells every counterpart of the round and its dates; once for each set of dates. */
async function avisarRonda(tx: Transaccion, ctx: Contexto, id: string, datos: DatosRonda): Promise<void> {
  const { nombre, abreEn, cierraEn } = datos;
  const cierre = mostrarInstante(ultimoDe(cierraEn));
  await avisar(tx, { ...ctx, institucion: null }, await listarContrapartes(tx), {
    clave: `ronda ${id} ${abreEn.getTime()} ${cierraEn.getTime()}`,
    tipo: "ronda",
    asunto: `Ejercicio metodológico voluntario: ${nombre}`,
    texto: `La Red de Expertos abre la ronda voluntaria «${nombre}»: puede enviar el expediente como esté del ${mostrarInstante(abreEn)} al ${cierre} horas de Chile continental y recibir retroalimentación. No reemplaza el envío final.`,
    enlace: "/inicio",
  });
}

/** Takes away a round to which nobody has sent. Fails: `con_envios`. */
export function borrarRonda(
  ctx: Contexto,
  { ronda: id }: { readonly ronda: string },
): Promise<Resultado<null>> {
  return conActor(ctx.actor, "ronda.borrar", async (tx) => {
    if (!puede(ctx.actor, "ronda.administrar")) return NO_ENCONTRADO;
    const ejercicio = await ejercicioEnCurso(tx, ctx.ahora);
    const ronda = ejercicio && (await tomarRonda(tx, ejercicio.id, id));
    if (!ronda) return NO_ENCONTRADO;
    if (ronda.envios > 0) return YA_ENVIARON;
    await borrar(tx, ronda.id);
    return exito(null);
  });
}
