import { ejercicioEnCurso } from "@/lib/datos/repositorio/ejercicio";
import { leerInstitucion } from "@/lib/datos/repositorio/institucion";
import { decisionVigente } from "@/lib/datos/repositorio/observacion";
import { conActor } from "@/lib/datos/transaccion";
import { generar } from "@/lib/documentos/taller";
import { puede, ROLES } from "@/lib/flujo/permiso";
import { exito, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import type { ContextoInstitucion } from "../contexto";
import type { Documento } from "../documento/entregar";
import { direccion } from "../enlace";

/** Only reviewers decide (lib/flujo/permiso): the certificate names the position and nobody. */
const QUIEN_DECIDE = `${ROLES.revisor.nombre} de la Red de Expertos`;

/**
 * The certificate of the decision in force on the institution's final round, as PDF/UA-1. Same decision, same bytes.
 * Fails with `no_encontrado` while nothing is decided, or when it was annulled.
 */
export async function entregarCertificado(ctx: ContextoInstitucion): Promise<Resultado<Documento>> {
  const leido = await conActor(
    ctx.actor,
    "certificado.leer",
    async (tx) => {
      if (!puede(ctx.actor, "documento.descargar", ctx.institucion.id)) return NO_ENCONTRADO;
      const ejercicio = await ejercicioEnCurso(tx, ctx.ahora);
      const decision = ejercicio && (await decisionVigente(tx, ctx.institucion.id, ejercicio.id));
      const institucion = await leerInstitucion(tx, ctx.institucion.id);
      return decision && institucion ? exito({ decision, institucion, ejercicio }) : NO_ENCONTRADO;
    },
    { soloLectura: true },
  );
  if (!leido.ok) return leido;
  const { decision, institucion, ejercicio } = leido.valor;
  const { codigo, version, envio } = decision;
  const cuerpo = await generar({
    pieza: "certificadoPdf",
    certificado: {
      institucion: {
        codigo: institucion.codigo,
        nombre: institucion.nombre,
        ministerio: institucion.ministerio,
      },
      ejercicio: ejercicio.anio,
      version,
      enviadoEn: envio.enviadoEn.toISOString(),
      huella: decision.huella,
      huellaPlan: envio.huellaPlan,
      huellaInforme: envio.huellaInforme,
      decision: decision.decision,
      razones: decision.razones,
      decididoEn: decision.en.toISOString(),
      decididoPor: QUIEN_DECIDE,
      requisitos: decision.requisitos,
      codigo,
      urlVerificacion: direccion(`/verificar/${codigo}`),
    },
  });
  return exito({
    cuerpo,
    tipo: "application/pdf",
    nombre: `${institucion.codigo} certificado versión ${version}.pdf`,
  });
}
