import { tomarMateria } from "@/lib/datos/repositorio/aprobacion";
import { ejercicioEnCurso } from "@/lib/datos/repositorio/ejercicio";
import { crearEnvio, listarEnvios, prorrogaVigente } from "@/lib/datos/repositorio/envio";
import { leerExpediente } from "@/lib/datos/repositorio/expediente";
import { conActor } from "@/lib/datos/transaccion";
import { aplicarAjustes } from "@/lib/expediente/aplicar";
import { ejercicioDe } from "@/lib/expediente/ejercicio";
import { evaluar } from "@/lib/expediente/evaluar";
import { mostrarInstante } from "@/lib/expediente/fecha";
import { huellasDe } from "@/lib/expediente/huella";
import { codigoNuevo } from "@/lib/flujo/codigo";
import { exito, fallar, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import { estadoDeVentana } from "@/lib/flujo/ventana";
import { avisar } from "../aviso";
import { personasDe } from "../comite/situacion";
import type { ContextoInstitucion } from "../contexto";

/**
 * Submits the expediente to the Red de Expertos, when every rule without exception of level holds: a frozen version
 * with its digests and a code. Idempotent: while one is in course, sending the same again answers with it.
 * @param huellaInforme digest that the person was shown at the last check.
 */
export function enviarExpediente(
  ctx: ContextoInstitucion,
  { huellaInforme }: { readonly huellaInforme: string },
): Promise<Resultado<{ version: number; codigo: string }>> {
  const institucionId = ctx.institucion.id;
  return conActor(ctx.actor, "envio.enviar", async (tx) => {
    const ejercicio = await ejercicioEnCurso(tx, ctx.ahora);
    if (
      !ejercicio ||
      !(await tomarMateria(tx, { institucionId, ejercicioId: ejercicio.id, materia: "informe" }))
    )
      return NO_ENCONTRADO;
    const [ultimo] = await listarEnvios(tx, institucionId, ejercicio.id);
    if (ultimo && ultimo.estado !== "observado") {
      if (ultimo.huellaInforme === huellaInforme)
        return exito({ version: ultimo.version, codigo: ultimo.codigo });
      return fallar("ya_enviado", "El expediente ya fue enviado y está en revisión. Recargue la página.");
    }
    const prorroga = await prorrogaVigente(tx, institucionId, ejercicio.id, "envio");
    const ventana = {
      abre: ejercicio.aperturaEnvio,
      cierra: ejercicio.cierreEnvio,
      prorroga: prorroga?.hasta ?? null,
    };
    const estado = estadoDeVentana(ventana, ctx.ahora);
    if (estado === "por_abrir")
      return fallar(
        "fuera_de_plazo",
        `El envío se abre el ${mostrarInstante(ventana.abre)} horas de Chile continental.`,
      );
    if (estado === "cerrada")
      return fallar(
        "fuera_de_plazo",
        "El plazo para enviar venció y no hay una prórroga vigente. Pídala a la Red de Expertos: lo escrito se conserva.",
      );
    const leido = await leerExpediente(tx, institucionId, ejercicio.id);
    if (!leido) return NO_ENCONTRADO;
    const { expediente } = leido;
    const errores = evaluar(expediente, ejercicioDe(ejercicio.anio)).faltas.filter(
      ({ nivel }) => nivel === "error",
    );
    const huellas = huellasDe(aplicarAjustes(expediente), expediente.informe);
    if (errores.length > 0 || !huellas.huellaPlan || !huellas.huellaInforme)
      return fallar("con_faltas", `Aún hay ${errores.length} faltas por corregir antes de enviar.`);
    if (huellas.huellaInforme !== huellaInforme)
      return fallar(
        "conflicto_version",
        "El expediente cambió después de la última revisión que usted vio. Recargue la página.",
      );
    const codigo = codigoNuevo();
    const { version } = await crearEnvio(tx, {
      institucionId,
      ejercicioId: ejercicio.id,
      contenido: expediente,
      huellaPlan: huellas.huellaPlan,
      huellaInforme: huellas.huellaInforme,
      codigo,
      enviadoPorId: ctx.actor.usuarioId,
      enviadoEn: ctx.ahora,
    });
    const { integrantes, contrapartes } = await personasDe(tx, institucionId);
    await avisar(tx, ctx, [...contrapartes, ...integrantes], {
      clave: `envio.enviar ${codigo}`,
      asunto: "El expediente fue enviado a la Red de Expertos",
      texto: `${ctx.actor.nombre} envió el expediente de ${ctx.institucion.nombre} el ${mostrarInstante(ctx.ahora)} horas de Chile continental. Código de verificación: ${codigo}.`,
      enlace: `/institucion/${ctx.institucion.codigo}/envio`,
    });
    return exito({ version, codigo });
  });
}
