import { anularActa, cerrarAprobacion, tomarMateria } from "@/lib/datos/repositorio/aprobacion";
import { ejercicioEnCurso } from "@/lib/datos/repositorio/ejercicio";
import { conActor } from "@/lib/datos/transaccion";
import { type Materia, NOMBRES_MATERIA, siguienteEstado } from "@/lib/flujo/aprobacion";
import { exito, fallar, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import { avisar } from "../aviso";
import type { ContextoInstitucion } from "../contexto";
import { leerSituacion, personasDe } from "./leer";
import { fueraDePlazoParaFirmar } from "./plazo";

/**
 * Opens the plan or the report again after it was sent or approved: its signatures, and its act if there is one, are
 * left without effect, and those who signed are told. Refused when it could not be approved again.
 */
export function volverAModificar(
  ctx: ContextoInstitucion,
  { materia, motivo }: { readonly materia: Materia; readonly motivo: string },
): Promise<Resultado<null>> {
  const institucionId = ctx.institucion.id;
  return conActor(ctx.actor, "comite.modificar", async (tx) => {
    const ejercicio = await ejercicioEnCurso(tx, ctx.ahora);
    if (!ejercicio || !(await tomarMateria(tx, { institucionId, ejercicioId: ejercicio.id, materia })))
      return NO_ENCONTRADO;
    const { estado, ultima, acta, enviado } = await leerSituacion(tx, institucionId, ejercicio, materia);
    const { nombre, conArticulo } = NOMBRES_MATERIA[materia];
    if (enviado)
      return fallar("ya_enviado", "El expediente ya está en la Red de Expertos y no admite cambios.");
    if (siguienteEstado(estado, "modificar") === null)
      return fallar("conflicto_estado", `${nombre}: ya está abierto. Recargue la página para ver su estado.`);
    if (materia === "plan" && acta) {
      const tarde = fueraDePlazoParaFirmar("plan", ejercicio, ctx.ahora);
      if (tarde) return fallar("fuera_de_plazo", `El acta vigente no se puede dejar sin efecto: ${tarde}`);
      const informe = await leerSituacion(tx, institucionId, ejercicio, "informe");
      if (informe.estado === "en_firma" || informe.estado === "aprobada")
        return fallar(
          "informe_en_comite",
          "El informe ya está en el Comité o aprobado con este plan. Ábralo primero.",
        );
    }
    const porque = motivo.trim() || "La contraparte lo volvió a abrir para modificarlo.";
    if (ultima?.estado === "en_firma")
      await cerrarAprobacion(tx, ultima.id, {
        estado: "anulada",
        cerradaEn: ctx.ahora,
        motivoCierre: porque,
      });
    if (acta) await anularActa(tx, acta.id, ctx.ahora, porque);
    const { integrantes, contrapartes } = await personasDe(tx, institucionId);
    const firmaron = new Set(ultima?.firmas.map(({ usuarioId }) => usuarioId));
    await avisar(
      tx,
      ctx,
      [...integrantes.filter(({ usuarioId }) => firmaron.has(usuarioId)), ...contrapartes],
      {
        clave: `comite.modificar ${acta?.id ?? ultima?.id}`,
        asunto: `${nombre}: las firmas quedaron sin efecto`,
        texto: `${ctx.actor.nombre} volvió a abrir ${conArticulo}: las firmas dadas quedaron sin efecto. Motivo: ${porque}`,
        enlace: `/institucion/${ctx.institucion.codigo}/comite/${materia}`,
      },
    );
    return exito(null);
  });
}
