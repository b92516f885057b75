import { ejercicioEnCurso } from "@/lib/datos/repositorio/ejercicio";
import { leerSituacion } from "@/lib/datos/repositorio/situacion";
import { conActor, type Transaccion } from "@/lib/datos/transaccion";
import { exito, fallar, type Resultado } from "@/lib/flujo/resultado";
import { ESTADOS_QUE_CIERRAN } from "@/lib/flujo/revision";
import { esSuTurno, type Siguiente, siguienteDe } from "@/lib/flujo/siguiente";
import {
  type PlazoVigente,
  plazoDe,
  type Situacion,
  type SituacionContada,
  type TareaInstitucion,
  tareasDe,
} from "@/lib/flujo/tareas";
import { fueraDePlazoParaFirmar } from "../comite/plazo";
import type { ContextoInstitucion } from "../contexto";
import { seccionCompleta } from "../envio/leer";
import { expedienteConFaltas } from "../expediente";

export type Inicio = {
  readonly anio: number;
  readonly tareas: readonly TareaInstitucion[];
  readonly siguiente: Siguiente | null;
  readonly miTurno: boolean;
  readonly plazo: PlazoVigente;
};

/** What the start page of an institution says. Fails with `sin_ejercicio` when no year has been opened. */
export function leerInicio(ctx: ContextoInstitucion): Promise<Resultado<Inicio>> {
  return conActor(
    ctx.actor,
    "institucion.inicio",
    async (tx) => {
      const ejercicio = await ejercicioEnCurso(tx, ctx.ahora);
      if (!ejercicio) {
        return fallar(
          "sin_ejercicio",
          "La Coordinación de la Red todavía no abre un ejercicio en la plataforma.",
        );
      }
      const contada = await leerSituacion(tx, ctx.institucion.id, ejercicio);
      const situacion: Situacion = {
        ...contada,
        actaPlanTarde: fueraDePlazoParaFirmar("plan", ejercicio, ctx.ahora) !== null,
        difusionCompleta: await difusionCompleta(tx, ctx, contada),
      };
      const siguiente = siguienteDe(situacion, ctx.ahora);
      return exito({
        anio: ejercicio.anio,
        tareas: tareasDe(situacion, ctx.ahora),
        siguiente,
        miTurno: esSuTurno(siguiente, ctx.actor.rol),
        plazo: plazoDe(situacion, ctx.ahora),
      });
    },
    { soloLectura: true },
  );
}

/** The whole expediente is judged only for who has begun to disseminate and not sent: nothing is sent with errors. */
async function difusionCompleta(
  tx: Transaccion,
  ctx: ContextoInstitucion,
  { ultimoEnvio, instanciasDifusion }: SituacionContada,
): Promise<boolean> {
  if (ultimoEnvio && ESTADOS_QUE_CIERRAN.includes(ultimoEnvio.estado)) return true;
  if (instanciasDifusion === 0) return false;
  const leido = await expedienteConFaltas(tx, ctx);
  return leido.ok && seccionCompleta(leido.valor.faltas, "difusion");
}
