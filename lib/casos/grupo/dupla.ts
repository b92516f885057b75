import { esRevisor } from "@/lib/datos/repositorio/cobertura";
import { ejercicioEnCurso } from "@/lib/datos/repositorio/ejercicio";
import {
  abrirPuesto,
  buscarGrupo,
  cerrarPuesto,
  duplaActual,
  pasarAsignaciones,
} from "@/lib/datos/repositorio/grupo";
import { unaVez } from "@/lib/datos/repositorio/intento";
import { buscarPorId } from "@/lib/datos/repositorio/usuario";
import { conActor, type Transaccion } from "@/lib/datos/transaccion";

import { exito, fallar, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import { avisar } from "../aviso";
import type { Contexto } from "../contexto";
import { administraGrupos } from "./comun";

export type Nombrar = {
  readonly grupo: string;
  /** Place of the pair. */
  readonly posicion: 1 | 2;
  /** Id of who takes it; "" leaves it empty. */
  readonly revisor: string;
  /** Who goes on with what the one who leaves had in hand. */
  readonly sigue: "reemplazo" | "pareja";
};

export type Nombrada = { readonly pasadas: number; readonly a: string | null };

/**
 * Names one of the pair of a group, in the place of whoever held it: one row ends, another begins, and what the one who
 * leaves had in hand goes to the replacement or to the other of the pair (to nobody only when there is neither, or the
 * other no longer reviews). Those who come and go are told, if they review. Fails: `entrada_invalida`, `ya_es_parte`, `no_es_revisor`.
 */
export async function nombrarEnDupla(ctx: Contexto, entrada: Nombrar): Promise<Resultado<Nombrada>> {
  if (!administraGrupos(ctx.actor)) return NO_ENCONTRADO;
  return conActor(ctx.actor, "grupo.nombrar", (tx) =>
    unaVez(tx, ctx, "grupo.nombrar", async () => {
      const ejercicio = await ejercicioEnCurso(tx, ctx.ahora);
      const grupo = ejercicio && (await buscarGrupo(tx, ejercicio.id, entrada.grupo));
      if (!grupo) return NO_ENCONTRADO;
      const dupla = await duplaActual(tx, grupo.id);
      const sale = dupla.find(({ posicion }) => posicion === entrada.posicion) ?? null;
      const otra = dupla.find(({ posicion }) => posicion !== entrada.posicion);
      const pareja = otra && (await esRevisor(tx, otra.usuarioId)) ? otra : null;
      if (dupla.some(({ usuarioId }) => usuarioId === entrada.revisor)) {
        const mensaje = "Esa persona ya es de la dupla de este grupo.";
        return fallar("ya_es_parte", mensaje, { revisor: mensaje });
      }
      if (entrada.revisor === "" && !sale) {
        const mensaje = "Elija a la persona: el puesto ya está vacío.";
        return fallar("entrada_invalida", mensaje, { revisor: mensaje });
      }
      const entra = entrada.revisor === "" ? null : await buscarPorId(tx, entrada.revisor);
      if (entrada.revisor !== "" && (!entra || !(await esRevisor(tx, entra.id)))) {
        const mensaje = "Esa persona no es revisora de la Red. Invítela primero en «Red».";
        return fallar("no_es_revisor", mensaje, { revisor: mensaje });
      }
      if (sale) await cerrarPuesto(tx, sale.id, ctx.ahora);
      if (entra) {
        const { grupo: grupoId, posicion } = entrada;
        await abrirPuesto(tx, { grupoId, usuarioId: entra.id, posicion, desde: ctx.ahora });
      }
      const hereda = entrada.sigue === "pareja" ? (pareja ?? entra) : (entra ?? pareja);
      const heredero = hereda && ("usuarioId" in hereda ? hereda.usuarioId : hereda.id);
      const pasadas = sale
        ? await pasarAsignaciones(tx, grupo.id, {
            de: sale.usuarioId,
            a: heredero,
            por: ctx.actor.usuarioId,
            en: ctx.ahora,
          })
        : 0;
      const saleRevisando = sale && (await esRevisor(tx, sale.usuarioId)) ? sale : null;
      const quienes = { sale: saleRevisando, entra: entra && { ...entra, usuarioId: entra.id }, pareja };
      await avisarCambio(tx, ctx, grupo, quienes, heredero, pasadas);
      return exito({ pasadas, a: hereda?.nombre ?? null });
    }),
  );
}

type Quien = { readonly usuarioId: string; readonly nombre: string; readonly correo: string };

async function avisarCambio(
  tx: Transaccion,
  { actor, ahora }: Contexto,
  grupo: { readonly id: string; readonly nombre: string },
  { sale, entra, pareja }: { sale: Quien | null; entra: Quien | null; pareja: Quien | null },
  heredero: string | null,
  pasadas: number,
): Promise<void> {
  const momento = { actor, ahora, institucion: null };
  const clave = `dupla ${grupo.id} ${ahora.getTime()}`;
  const enMano = (quien: Quien) =>
    pasadas > 0 && quien.usuarioId === heredero
      ? ` ${pasadas === 1 ? "Queda 1 institución" : `Quedan ${pasadas} instituciones`} en sus manos.`
      : "";
  if (entra)
    await avisar(tx, momento, [entra], {
      clave: `${clave} entra`,
      tipo: "grupo",
      asunto: `Usted es de la dupla de ${grupo.nombre}`,
      texto: `La coordinación lo nombró en la dupla revisora de ${grupo.nombre}.${enMano(entra)}`,
      enlace: "/revision",
    });
  if (sale)
    await avisar(tx, momento, [sale], {
      clave: `${clave} sale`,
      tipo: "grupo",
      asunto: `Usted dejó la dupla de ${grupo.nombre}`,
      texto: `La coordinación terminó su parte en la dupla revisora de ${grupo.nombre}. Lo que revisó se conserva con su nombre.`,
      enlace: "/revision",
    });
  if (pareja)
    await avisar(tx, momento, [pareja], {
      clave: `${clave} pareja`,
      tipo: "grupo",
      asunto: `Cambió la dupla de ${grupo.nombre}`,
      texto: `${entra ? `${entra.nombre} es ahora de la dupla de ${grupo.nombre}` : `Su pareja dejó la dupla de ${grupo.nombre}`}.${enMano(pareja)}`,
      enlace: "/revision",
    });
}
