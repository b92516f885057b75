import { Temporal } from "temporal-polyfill";
import { ejercicioEnCurso } from "@/lib/datos/repositorio/ejercicio";
import { leerInstitucion } from "@/lib/datos/repositorio/institucion";
import { unaVez } from "@/lib/datos/repositorio/intento";
import { type AlcanceProrroga, otorgarProrroga } from "@/lib/datos/repositorio/prorroga";
import { conActor } from "@/lib/datos/transaccion";
import { leerFecha, mostrarInstante, ZONA } from "@/lib/expediente/fecha";
import { puede } from "@/lib/flujo/permiso";
import { exito, fallar, NO_ENCONTRADO, REVISE, type Resultado } from "@/lib/flujo/resultado";
import { avisar } from "../aviso";
import { personasDe } from "../comite/situacion";
import type { Contexto } from "../contexto";

export type Otorgar = {
  /** Id of the institution. */
  readonly institucion: string;
  readonly alcance: AlcanceProrroga;
  /** Last day, as typed. */
  readonly dia: string;
  /** Last minute of that day, hh:mm in continental Chile; the whole day when blank. */
  readonly hora: string;
  readonly razon: string;
};

export const QUE: Readonly<Record<AlcanceProrroga, string>> = {
  ajuste: "registrar ajustes al plan",
  envio: "enviar el expediente",
};

/** The last instant of a minute of continental Chile; null when day or hour cannot be read. */
function ultimoInstante(dia: string, hora: string): Date | null {
  const fecha = leerFecha(dia);
  const minuto = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(hora.trim() || "23:59");
  if (fecha.estado !== "fecha" || !minuto) return null;
  const local = Temporal.PlainDateTime.from(fecha.valor).with({
    hour: Number(minuto[1]),
    minute: Number(minuto[2]),
    second: 59,
    millisecond: 999,
  });
  return new Date(local.toZonedDateTime(ZONA).epochMilliseconds);
}

/**
 * Grants an institution more time to register adjustments or to submit, with its reason; it takes the place of the one
 * in force for the same. The date limit of the Committee's act never moves (note 2 of the guide). The counterparts are told.
 */
export async function otorgar(ctx: Contexto, entrada: Otorgar): Promise<Resultado<{ id: string }>> {
  const { actor, ahora } = ctx;
  if (!puede(actor, "prorroga.otorgar", entrada.institucion)) return NO_ENCONTRADO;
  const hasta = ultimoInstante(entrada.dia, entrada.hora);
  const razon = entrada.razon.trim();
  const campos: Record<string, string> = {};
  if (!hasta) campos.dia = "Escriba el último día como día/mes/año y, si quiere, la hora como 18:00.";
  if (razon === "") campos.razon = "Escriba la razón: la verán la institución y quienes revisan.";
  if (!hasta || razon === "") return fallar("entrada_invalida", REVISE, campos);
  return conActor(actor, "prorroga.otorgar", (tx) =>
    unaVez(tx, ctx, "prorroga.otorgar", async () => {
      const institucion = await leerInstitucion(tx, entrada.institucion);
      const ejercicio = await ejercicioEnCurso(tx, ahora);
      if (!institucion || !ejercicio) return NO_ENCONTRADO;
      const cierre = entrada.alcance === "ajuste" ? ejercicio.cierreAjuste : ejercicio.cierreEnvio;
      if (hasta < cierre || hasta <= ahora) {
        const mensaje =
          hasta <= ahora
            ? "La prórroga tiene que terminar en el futuro."
            : `La prórroga tiene que terminar después del plazo general (${mostrarInstante(new Date(cierre.getTime() - 1))}).`;
        return fallar("entrada_invalida", mensaje, { dia: mensaje });
      }
      const id = await otorgarProrroga(tx, {
        institucionId: institucion.id,
        ejercicioId: ejercicio.id,
        alcance: entrada.alcance,
        hasta,
        razon,
        otorgadaPorId: actor.usuarioId,
        otorgadaEn: ahora,
      });
      const { contrapartes } = await personasDe(tx, institucion.id);
      await avisar(tx, { actor, ahora, institucion }, contrapartes, {
        clave: `prorroga ${id}`,
        tipo: "prorroga",
        asunto: "Su institución tiene una prórroga",
        texto: `La Red de Expertos otorgó a ${institucion.nombre} una prórroga para ${QUE[entrada.alcance]}, hasta el ${mostrarInstante(hasta)} horas de Chile continental. Razón: ${razon}`,
        enlace: `/institucion/${institucion.codigo}${entrada.alcance === "ajuste" ? "/plan" : ""}`,
      });
      return exito({ id });
    }),
  );
}
