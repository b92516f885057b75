import { ausenteEn, crearAusencia, cubreEn, terminarAusencia } from "@/lib/datos/repositorio/ausencia";
import { esRevisor } from "@/lib/datos/repositorio/cobertura";
import { unaVez } from "@/lib/datos/repositorio/intento";
import { buscarPorId } from "@/lib/datos/repositorio/usuario";
import { conActor } from "@/lib/datos/transaccion";
import { inicioDelDia, leerFecha, mostrarFecha } from "@/lib/expediente/fecha";

import { exito, fallar, NO_ENCONTRADO, REVISE, type Resultado } from "@/lib/flujo/resultado";
import { avisar } from "../aviso";
import type { Contexto } from "../contexto";
import { administraGrupos } from "./comun";

export type Ausentar = {
  readonly revisor: string;
  /** Who covers; "" for nobody. */
  readonly suplente: string;
  /** First and last day away, as typed. */
  readonly desde: string;
  readonly hasta: string;
};

const DIA_MS = 86_400_000;

/** First instant of the day after, in continental Chile: the day may last 23 or 25 hours. */
function inicioDelSiguiente(dia: string): Date {
  const siguiente = new Date(Date.parse(`${dia}T12:00:00Z`) + DIA_MS).toISOString().slice(0, 10);
  return new Date(inicioDelDia(siguiente));
}

/**
 * Notes the days on which a reviewer is away and who covers: whoever covers reaches the same groups meanwhile, and no
 * longer. The one who covers is told. Fails: `entrada_invalida`, `ausencia_cruzada`, `no_es_revisor`.
 */
export async function ausentar(ctx: Contexto, entrada: Ausentar): Promise<Resultado<{ id: string }>> {
  if (!administraGrupos(ctx.actor)) return NO_ENCONTRADO;
  const primero = leerFecha(entrada.desde);
  const ultimo = leerFecha(entrada.hasta);
  const campos: Record<string, string> = {};
  if (entrada.revisor === "") campos.revisor = "Elija quién se ausenta.";
  if (primero.estado !== "fecha") campos.desde = "Escriba el primer día como día/mes/año.";
  if (ultimo.estado !== "fecha") campos.hasta = "Escriba el último día como día/mes/año.";
  else if (primero.estado === "fecha" && ultimo.valor < primero.valor)
    campos.hasta = "El último día no puede ser anterior al primero.";
  else if (inicioDelSiguiente(ultimo.valor) <= ctx.ahora) campos.hasta = "Esos días ya pasaron.";
  if (entrada.suplente !== "" && entrada.suplente === entrada.revisor)
    campos.suplente = "Quien cubre tiene que ser otra persona.";
  if (primero.estado !== "fecha" || ultimo.estado !== "fecha" || Object.keys(campos).length > 0)
    return fallar("entrada_invalida", REVISE, campos);
  const periodo = { desde: new Date(inicioDelDia(primero.valor)), hasta: inicioDelSiguiente(ultimo.valor) };
  const dias = `del ${mostrarFecha(primero.valor)} al ${mostrarFecha(ultimo.valor)}`;
  return conActor(ctx.actor, "grupo.ausentar", (tx) =>
    unaVez(tx, ctx, "grupo.ausentar", async () => {
      const ausente = (await esRevisor(tx, entrada.revisor)) ? await buscarPorId(tx, entrada.revisor) : null;
      const hayQuienCubre = entrada.suplente !== "";
      const suplente =
        hayQuienCubre && (await esRevisor(tx, entrada.suplente))
          ? await buscarPorId(tx, entrada.suplente)
          : null;
      if (!ausente || (hayQuienCubre && !suplente)) {
        const mensaje = "Esa persona no es revisora de la Red.";
        return fallar("no_es_revisor", mensaje, { [ausente ? "suplente" : "revisor"]: mensaje });
      }
      if (await ausenteEn(tx, ausente.id, periodo)) {
        const mensaje = "Ya tiene una ausencia que cae en esos días. Termínela antes, o elija otros días.";
        return fallar("ausencia_cruzada", mensaje, { desde: mensaje });
      }
      if (suplente && (await ausenteEn(tx, suplente.id, periodo))) {
        const mensaje = "También estará ausente en esos días. Elija a otra persona.";
        return fallar("ausencia_cruzada", mensaje, { suplente: mensaje });
      }
      if (await cubreEn(tx, ausente.id, periodo)) {
        const mensaje = "En esos días cubre a otra persona. Cambie antes quién la cubre.";
        return fallar("ausencia_cruzada", mensaje, { revisor: mensaje });
      }
      const id = await crearAusencia(tx, {
        ...periodo,
        usuarioId: ausente.id,
        suplenteId: suplente?.id ?? null,
      });
      if (suplente)
        await avisar(
          tx,
          { actor: ctx.actor, ahora: ctx.ahora, institucion: null },
          [{ ...suplente, usuarioId: suplente.id }],
          {
            clave: `ausencia ${id}`,
            tipo: "grupo",
            asunto: `Usted cubre a ${ausente.nombre}`,
            texto: `Usted cubre a ${ausente.nombre} ${dias}: en esos días verá también las instituciones de sus grupos.`,
            enlace: "/revision",
          },
        );
      return exito({ id });
    }),
  );
}

/** Ends an absence now, or takes it away if it has not begun. */
export async function terminar(
  ctx: Contexto,
  entrada: { readonly ausencia: string },
): Promise<Resultado<null>> {
  if (!administraGrupos(ctx.actor)) return NO_ENCONTRADO;
  return conActor(ctx.actor, "grupo.terminarAusencia", async (tx) =>
    (await terminarAusencia(tx, entrada.ausencia, ctx.ahora)) ? exito(null) : NO_ENCONTRADO,
  );
}
