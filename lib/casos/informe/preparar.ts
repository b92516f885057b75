import { leerCampos } from "@/lib/datos/repositorio/campo";
import { leerCambiadosDespues } from "@/lib/datos/repositorio/posterior";
import { gruposDe } from "@/lib/flujo/campo";
import { exito, fallar, type Resultado } from "@/lib/flujo/resultado";
import type { FaltaImportada, Importacion } from "@/lib/flujo/vistaInforme";
import type { FaltaCelda } from "@/lib/planilla/falla";
import { planillaEnTaller } from "@/lib/planilla/taller/taller";
import type { ContextoInstitucion } from "../contexto";
import { comparar } from "./comparar";
import { type ArchivoLeido, leerInformeJson } from "./importarJson";
import { type InformeEnCurso, leerInforme } from "./leer";

/** The largest file that is read: a full report of 60 activities is a tenth of it. */
export const TAMANO_MAXIMO = 10 * 1024 * 1024;

/**
 * Compares a file (the Excel template or the JSON of the expediente) with the report: what it would change, field by
 * field, and every fault by its cell. Changes nothing.
 * @returns a failure when the file cannot be read at all.
 */
export async function prepararImportacion(
  ctx: ContextoInstitucion,
  { nombre, bytes }: { readonly nombre: string; readonly bytes: Uint8Array },
): Promise<Resultado<Importacion>> {
  if (bytes.length === 0) return fallar("archivo_ilegible", "El archivo está vacío.");
  if (bytes.length > TAMANO_MAXIMO)
    return fallar("demasiado_grande", "El archivo pasa de 10 MB. Cargue solo la planilla o el expediente.");
  const leido = await leerInforme(ctx);
  if (!leido.ok) return leido;
  const informe = leido.valor;
  const archivo = /\.json$/i.test(nombre)
    ? leerInformeJson(bytes, informe.expediente, informe.vigente)
    : await leerExcel(bytes, informe);
  if (!archivo.ok) return archivo;
  const donde = { actor: ctx.actor, institucionId: ctx.institucion.id, ahora: ctx.ahora };
  const suyos = gruposDe("informe");
  const guardados = await leerCampos(donde, suyos);
  const { punto } = archivo.valor;
  const posteriores = punto === null ? null : await leerCambiadosDespues({ ...donde, punto }, suyos);
  return exito(comparar(archivo.valor, informe, guardados, posteriores));
}

/**
 * The same workbook with its faults marked, explained and listed: what could not be read, and what the report would
 * still lack. Fails as `prepararImportacion`, and with `sin_marcas` for what is not a workbook.
 */
export async function marcarImportacion(
  ctx: ContextoInstitucion,
  { nombre, bytes }: { readonly nombre: string; readonly bytes: Uint8Array },
): Promise<Resultado<{ bytes: Uint8Array; nombre: string }>> {
  const informe = await leerInforme(ctx);
  if (!informe.ok) return informe;
  if (/\.json$/i.test(nombre))
    return fallar(
      "sin_marcas",
      "Solo un libro de Excel se devuelve marcado. Corrija el JSON con la lista de faltas.",
    );
  const leido = await planillaEnTaller("leerPlantillaInforme", [bytes, informe.valor.expediente]);
  if (!leido.ok) return leido;
  const { faltas, reglas } = leido.valor;
  const marcado = await planillaEnTaller("marcarFaltas", [bytes, [...faltas, ...reglas]]);
  if (!marcado.ok) return marcado;
  return exito({
    bytes: marcado.valor,
    nombre: nombre.replace(/(\.xlsx)?$/i, " (con faltas marcadas).xlsx"),
  });
}

async function leerExcel(
  bytes: Uint8Array,
  { expediente }: InformeEnCurso,
): Promise<Resultado<ArchivoLeido>> {
  const leido = await planillaEnTaller("leerPlantillaInforme", [bytes, expediente]);
  if (!leido.ok) return leido;
  const { cambios, punto, quitadas, faltas, reglas } = leido.valor;
  return exito({
    punto,
    cambios: cambios.map(({ lugar, despues, hoja, celda }) => ({
      lugar,
      valor: despues,
      donde: `${hoja}, ${celda}`,
    })),
    quitadas,
    faltas: faltas.map(deCelda),
    reglas: reglas.map(deCelda),
  });
}

const deCelda = ({ hoja, celda, encontrado, esperado, mensaje, nivel }: FaltaCelda): FaltaImportada => ({
  donde: celda === "" ? hoja : `${hoja}, ${celda}`,
  encontrado,
  esperado,
  mensaje,
  nivel,
});
