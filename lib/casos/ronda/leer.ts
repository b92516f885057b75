import { ejercicioEnCurso } from "@/lib/datos/repositorio/ejercicio";
import { conActor } from "@/lib/datos/transaccion";
import type { Falta } from "@/lib/expediente/falta";
import { huella } from "@/lib/expediente/huella";
import { enlaceDeFalta } from "@/lib/flujo/destino";
import { puede } from "@/lib/flujo/permiso";
import { requisitoDeRuta } from "@/lib/flujo/reapertura";
import { exito, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import { type IdRequisito, requisitoDeRegla } from "@/lib/guia/e3-2025/requisitos";
import type { ContextoInstitucion } from "../contexto";
import { porSeccion, type SeccionRevisada } from "../envio/leer";
import { expedienteConFaltas } from "../expediente";
import { type ObservacionDePagina, observacionesVistas } from "../observacion/leer";
import { porQueNoSeEnvia } from "./enviar";
import { type RondaDeInstitucion, rondasDeInstitucion } from "./vista";

export type PaginaRonda = {
  readonly ronda: RondaDeInstitucion;
  readonly observaciones: readonly ObservacionDePagina[];
  /** What is missing of the requirements of the round: shown, and not blocking. */
  readonly revision: readonly SeccionRevisada[];
  readonly errores: number;
  readonly huella: string;
  readonly noSeEnvia: string | null;
  /** A version that the Red has not returned yet. */
  readonly enCurso: boolean;
  readonly puedeEnviar: boolean;
};

/** The page of a preliminary round: what would be sent, with its faults, what was sent and its feedback. */
export function leerRonda(
  ctx: ContextoInstitucion,
  { ronda: id }: { readonly ronda: string },
): Promise<Resultado<PaginaRonda>> {
  return conActor(
    ctx.actor,
    "ronda.leer",
    async (tx) => {
      const institucionId = ctx.institucion.id;
      if (!puede(ctx.actor, "envio.ver", institucionId)) return NO_ENCONTRADO;
      const ejercicio = await ejercicioEnCurso(tx, ctx.ahora);
      if (!ejercicio) return NO_ENCONTRADO;
      const ronda = (await rondasDeInstitucion(tx, ctx, ejercicio.id)).find((una) => una.id === id);
      if (!ronda) return NO_ENCONTRADO;
      const leido = await expedienteConFaltas(tx, ctx);
      if (!leido.ok) return leido;
      const { expediente, faltas } = leido.valor;
      const suyas = faltas.filter((falta) => ronda.requisitos.some((uno) => uno === requisitoDe(falta)));
      const revision = porSeccion(suyas, (falta) =>
        enlaceDeFalta(ctx.institucion.codigo, falta, expediente),
      ).filter(({ errores, avisos }) => errores + avisos > 0);
      const observaciones = await observacionesVistas(tx, ctx, ejercicio.id);
      const ultima = ronda.versiones[0]?.estado;
      return exito({
        ronda,
        observaciones: observaciones.filter((una) => una.rondaId === ronda.id),
        revision,
        errores: suyas.filter(({ nivel }) => nivel === "error").length,
        huella: huella(expediente),
        noSeEnvia: porQueNoSeEnvia({ ...ronda, envios: 0 }, ctx.ahora),
        enCurso: ultima === "enviado" || ultima === "en_revision",
        puedeEnviar: puede(ctx.actor, "envio.enviar", institucionId),
      });
    },
    { soloLectura: true },
  );
}

const requisitoDe = ({ regla, ruta }: Falta): IdRequisito | null =>
  regla === "FORMATO" ? requisitoDeRuta(ruta) : requisitoDeRegla(regla);
