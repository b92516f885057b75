import { armarFormulario } from "@/lib/documentos/formulario";
import type { Bloque, Columna, Dato, Fila, Seccion } from "@/lib/documentos/modelo";
import { enPalabras } from "@/lib/documentos/notacion";
import { armarPlan } from "@/lib/documentos/plan";
import { planVigente } from "@/lib/expediente/aplicar";
import type { Expediente } from "@/lib/expediente/formato";
import type { Materia } from "@/lib/flujo/aprobacion";
import type { DatoLeido, Ficha, Pieza, SeccionLeida } from "@/lib/flujo/vistaComite";

/**
 * The whole of what the Committee signs, to be read on a screen: the third walk over the tree from which the PDF and
 * the workbook are drawn, so that all three say the same words. The plan is the one in force; the report, form E3O1RT1.
 */
export function documentoDe(materia: Materia, expediente: Expediente): readonly SeccionLeida[] {
  if (materia === "informe") return armarFormulario("E3O1RT1", expediente).secciones.map(leerSeccion);
  const plan = planVigente(expediente);
  return plan ? armarPlan(plan).secciones.map(leerSeccion) : [];
}

function leerSeccion(seccion: Seccion): SeccionLeida {
  return {
    titulo: seccion.titulo,
    introduccion: seccion.introduccion ?? null,
    piezas: seccion.bloques.flatMap(leerBloque),
    subsecciones: (seccion.subsecciones ?? []).map(leerSeccion),
  };
}

function leerBloque(bloque: Bloque): Pieza[] {
  // Places to sign by hand mean nothing on a screen.
  if (bloque.clase === "firmas") return [];
  if (bloque.clase === "parrafo")
    return [{ clase: "parrafo", texto: bloque.texto, tono: bloque.tono ?? "normal" }];
  if (bloque.solo === "xlsx") return [];
  const titulo = bloque.titulo ?? null;
  if (bloque.clase === "datos") return [{ clase: "datos", titulo, datos: bloque.datos.map(leerDato) }];
  const { filas, columnas, vacio = null } = bloque;
  if (filas.length === 0 && vacio === null) return [];
  return [{ clase: "fichas", titulo, vacio, fichas: filas.map((fila) => leerFila(fila, columnas)) }];
}

function leerFila(fila: Fila, columnas: readonly Columna[]): Ficha {
  const datos = columnas.flatMap(({ etiqueta, tipo, opcional, enFicha }, i): DatoLeido[] => {
    const dato = leerDato({ etiqueta, tipo, valor: fila.valores[i] });
    return enFicha === false || (opcional && dato.texto === null) ? [] : [dato];
  });
  return { titulo: fila.titulo ?? null, datos, piezas: (fila.detalles ?? []).flatMap(leerBloque) };
}

const leerDato = ({ etiqueta, tipo, valor }: Dato): DatoLeido => ({
  etiqueta,
  texto: enPalabras(tipo, valor),
  huella: tipo === "huella",
});
