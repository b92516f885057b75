import { expect, test } from "vitest";
import { armarFormulario } from "@/lib/documentos/formulario";
import type { Bloque, Seccion } from "@/lib/documentos/modelo";
import { CAMPOS, columnaDe } from "@/lib/guia/e3-2025/campos";
import { NOMBRES_COMPONENTE } from "@/lib/guia/e3-2025/valores";
import { expedienteFicticio } from "@/tests/apoyo/expediente-ficticio";

/** What the documents say on their own: what they compute, count or join, and where a thing belongs. */
const PROPIOS: readonly string[] = [
  ...Object.values(NOMBRES_COMPONENTE),
  "Acta",
  "Archivo",
  "Áreas distintas",
  "Componentes realizados conforme al plan ajustado",
  "Contenido",
  "Corresponde a",
  "Cumplimiento",
  "Destinatarios",
  "Huella SHA-256",
  "Instancia",
  "Meta alcanzada",
  "N°",
  "Nota",
  "Plan",
  "Plan 2025",
  "Plan diseñado en 2024",
  "Razón",
  "Tamaño",
  "Tipo",
  "Trámites y/o servicios vinculados",
  "Valor comparado",
  "Valor exacto",
];

function rotulosDe(bloques: readonly Bloque[]): string[] {
  return bloques.flatMap((bloque) => {
    if (bloque.clase === "datos") return bloque.datos.map(({ etiqueta }) => etiqueta);
    if (bloque.clase !== "registros") return [];
    const { clave, columnas, filas } = bloque;
    return [
      ...(clave ? [clave.etiqueta] : []),
      ...columnas.map(({ etiqueta }) => etiqueta),
      ...filas.flatMap(({ detalles }) => rotulosDe(detalles ?? [])),
    ];
  });
}

const deSeccion = ({ bloques, subsecciones }: Seccion): string[] => [
  ...rotulosDe(bloques),
  ...(subsecciones ?? []).flatMap(deSeccion),
];

test("los encabezados de los formularios son los del registro de la guía: cambiar uno es una sola edición", () => {
  const expediente = expedienteFicticio({ actividades: 3, indicadoresPorActividad: 1, destinatarios: 3 });
  const delRegistro = new Set(CAMPOS.map(({ columna }) => columna));
  for (const requisito of ["E3O1RT1", "E3O1RT2"] as const) {
    const rotulos = armarFormulario(requisito, expediente, {}).secciones.flatMap(deSeccion);
    const ajenos = [...new Set(rotulos)].filter((rotulo) => !delRegistro.has(rotulo));
    expect(ajenos.filter((rotulo) => !PROPIOS.includes(rotulo))).toEqual([]);
  }
});

test("un documento no puede nombrar un campo que la guía no tiene", () => {
  expect(() => columnaDe("informe/inventado")).toThrow(/inventado/);
});

test("las cifras de la portada dicen «1 cambio», «1 destinatario» y no su plural", () => {
  const valido = expedienteFicticio({ actividades: 3, indicadoresPorActividad: 1, destinatarios: 3 });
  const [cambio] = (valido.ajustes ?? []).filter(({ decision }) => decision !== "mantiene");
  const [fila] = valido.difusion?.destinatarios?.filas ?? [];
  const una = {
    ...valido,
    ajustes: cambio ? [cambio] : [],
    difusion: { ...valido.difusion, destinatarios: { filas: fila ? [fila] : [] } },
  };
  const cifras = (["E3O1RT1", "E3O1RT2"] as const).flatMap(
    (requisito) => armarFormulario(requisito, una, {}).cifras ?? [],
  );
  for (const { valor, etiqueta } of cifras)
    if (valor === "1") expect(etiqueta.split(" ")[0]).not.toMatch(/s$/);
  expect(cifras).toContainEqual({ valor: "1", etiqueta: "destinatario" });
});
