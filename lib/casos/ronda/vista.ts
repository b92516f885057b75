import { listarEnvios } from "@/lib/datos/repositorio/envio";
import { rondasDe } from "@/lib/datos/repositorio/ronda";
import type { Transaccion } from "@/lib/datos/transaccion";
import type { EstadoEnvio } from "@/lib/flujo/revision";
import { type EstadoRonda, estadoDeRonda, requisitosDeRonda } from "@/lib/flujo/ronda";
import type { IdRequisito } from "@/lib/guia/e3-2025/requisitos";
import type { ContextoInstitucion } from "../contexto";

/** A preliminary round as an institution sees it. */
export type RondaDeInstitucion = {
  readonly id: string;
  readonly nombre: string;
  readonly requisitos: readonly IdRequisito[];
  readonly abreEn: Date;
  readonly cierraEn: Date;
  readonly retroalimentacionEn: Date;
  readonly estado: EstadoRonda;
  readonly versiones: readonly {
    readonly version: number;
    readonly estado: EstadoEnvio;
    readonly codigo: string;
    readonly enviadoEn: Date;
    readonly devueltoEn: Date | null;
  }[];
};

/** The preliminary rounds of a year as one institution sees them. Inside a transaction already open. */
export async function rondasDeInstitucion(
  tx: Transaccion,
  ctx: ContextoInstitucion,
  ejercicioId: string,
): Promise<RondaDeInstitucion[]> {
  const rondas = await rondasDe(tx, ejercicioId);
  const vistas: RondaDeInstitucion[] = [];
  for (const ronda of rondas) {
    const envios = await listarEnvios(tx, ctx.institucion.id, ejercicioId, ronda.id);
    vistas.push({
      ...ronda,
      requisitos: requisitosDeRonda(ronda),
      estado: estadoDeRonda(ronda, ctx.ahora),
      versiones: envios.map(({ version, estado, codigo, enviadoEn, devueltoEn }) => ({
        version,
        estado,
        codigo,
        enviadoEn,
        devueltoEn,
      })),
    });
  }
  return vistas;
}
