import { crearAprobacion, reglaDeAprobacion } from "@/lib/datos/repositorio/aprobacion";
import { unaVez } from "@/lib/datos/repositorio/intento";
import { conActor } from "@/lib/datos/transaccion";
import { firmasNecesarias, type Materia, NOMBRES_MATERIA, siguienteEstado } from "@/lib/flujo/aprobacion";
import { exito, fallar, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import { avisar } from "../aviso";
import type { ContextoInstitucion } from "../contexto";
import { rutaComite, tomarParaActuar } from "./materia";
import { fueraDePlazoParaFirmar } from "./plazo";
import { leerSituacion, personasDe } from "./situacion";
import { contarFaltas, leerVersion } from "./version";

/**
 * Sends the plan or the report to the Committee: freezes it with its digest and fixes how many signatures it needs.
 * Refused while something is missing, when a version is already waiting, and when no member could complete it (§ C.1,
 * MV1 and MV3).
 */
export function enviarAlComite(
  ctx: ContextoInstitucion,
  { materia }: { readonly materia: Materia },
): Promise<Resultado<{ version: number }>> {
  return conActor(ctx.actor, "comite.enviar", (tx) =>
    unaVez(tx, ctx, `comite.enviar ${materia}`, async () => {
      const institucionId = ctx.institucion.id;
      const ejercicio = await tomarParaActuar(tx, ctx, materia, "plan.enviarComite");
      if (!ejercicio) return NO_ENCONTRADO;
      const { estado, lugar, enviado } = await leerSituacion(tx, institucionId, ejercicio, materia);
      const { nombre, conArticulo } = NOMBRES_MATERIA[materia];
      if (enviado)
        return fallar("ya_enviado", "El expediente ya está en la Red de Expertos y no admite cambios.");
      if (siguienteEstado(estado, "enviar") === null)
        return fallar(
          "conflicto_estado",
          `${nombre}: ya fue enviado al Comité. Recargue la página para ver su estado.`,
        );
      const tarde = fueraDePlazoParaFirmar(materia, ejercicio, ctx.ahora);
      if (tarde) return fallar("fuera_de_plazo", tarde);
      const version = await leerVersion(tx, institucionId, ejercicio, materia);
      if (!version) return NO_ENCONTRADO;
      if (version.errores.length > 0 || version.huella === null)
        return fallar(
          "con_faltas",
          `${contarFaltas(version.errores.length)} antes de enviar ${conArticulo} al Comité.`,
        );
      const { integrantes } = await personasDe(tx, institucionId);
      const regla = await reglaDeAprobacion(tx, institucionId);
      if (integrantes.length === 0)
        return fallar(
          "sin_comite",
          "El Comité no tiene integrantes. Invítelos desde «Personas» antes de enviar.",
        );
      if (regla.exigePresidencia && !integrantes.some(({ preside }) => preside))
        return fallar(
          "sin_presidencia",
          "Falta quien preside el Comité, cuya firma es necesaria. Indíquelo desde «Personas» antes de enviar.",
        );
      const creada = await crearAprobacion(tx, {
        ...lugar,
        huella: version.huella,
        contenido: version.expediente,
        declaraCoherencia: materia === "plan" && version.cambia,
        firmasNecesarias: firmasNecesarias(regla, integrantes.length),
        exigePresidencia: regla.exigePresidencia,
        enviadaPorId: ctx.actor.usuarioId,
        enviadaEn: ctx.ahora,
      });
      await avisar(tx, ctx, integrantes, {
        clave: `comite.enviar ${creada.id}`,
        tipo: "comite_por_firmar",
        asunto: `${nombre}: espera su firma`,
        texto: `${ctx.institucion.nombre} le envió ${conArticulo} para que lo revise y firme.`,
        enlace: rutaComite(ctx.institucion.codigo, materia),
      });
      return exito({ version: creada.version });
    }),
  );
}
