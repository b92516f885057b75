import { unaVez } from "@/lib/datos/repositorio/intento";
import { transitarEnvio } from "@/lib/datos/repositorio/revision";
import { duplaDe } from "@/lib/datos/repositorio/revisionAsignacion";
import { anularDecision } from "@/lib/datos/repositorio/revisionDecision";
import { conActor } from "@/lib/datos/transaccion";
import { exito, fallar, type Resultado } from "@/lib/flujo/resultado";
import { avisar } from "../aviso";
import { personasDe } from "../comite/situacion";
import type { Contexto } from "../contexto";
import { CHOQUE, tomarParaEvento } from "./comun";

/**
 * The coordination reopens a decided version, saying why: its decision (and with it the certificate) is annulled and
 * the pair reviews it again. Institution and pair are told. Fails: `entrada_invalida`, `conflicto_estado`.
 */
export function reabrirEnvio(
  ctx: Contexto,
  entrada: { readonly envio: string; readonly razon: string },
): Promise<Resultado<null>> {
  return conActor(ctx.actor, "revision.reabrir", (tx) =>
    unaVez(tx, ctx, "revision.reabrir", async () => {
      const tomado = await tomarParaEvento(tx, ctx, entrada.envio, "revision.reabrir", "reabrir");
      if (!tomado.ok) return tomado;
      const { envio, hacia } = tomado.valor;
      const razon = entrada.razon.trim();
      if (razon === "")
        return fallar("entrada_invalida", "Escriba por qué se reabre.", {
          razon: "Escriba por qué se reabre: queda con la decisión anulada.",
        });
      if (!(await transitarEnvio(tx, envio.id, envio.estado, { estado: hacia }))) return CHOQUE;
      const { usuarioId } = ctx.actor;
      await anularDecision(tx, envio.id, {
        anuladaPorId: usuarioId,
        anuladaEn: ctx.ahora,
        anuladaRazon: razon,
      });
      const { contrapartes, integrantes } = await personasDe(tx, envio.institucionId);
      const { institucion } = envio;
      const aviso = {
        clave: `revision.reabrir ${envio.id} ${ctx.ahora.toISOString()}`,
        tipo: "decision_reabierta" as const,
        asunto: "La Coordinación de la Red reabrió la revisión",
        texto: `La decisión sobre la versión ${envio.version} de ${institucion.nombre} quedó anulada y la versión vuelve a revisión. Razón: ${razon}`,
      };
      await avisar(tx, { ...ctx, institucion }, [...contrapartes, ...integrantes], {
        ...aviso,
        enlace: `/institucion/${institucion.codigo}/revision`,
      });
      await avisar(tx, { ...ctx, institucion }, await duplaDe(tx, envio, ctx.ahora), {
        ...aviso,
        enlace: `/revision/${envio.id}`,
      });
      return exito(null);
    }),
  );
}
