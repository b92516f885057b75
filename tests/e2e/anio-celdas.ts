import type ExcelJS from "exceljs";
import type { ResultadoSatisfaccion } from "@/lib/expediente/formato";
import { MEDIOS, MODALIDADES, NOMBRES_COMPONENTE } from "@/lib/guia/e3-2025/valores";
import { leerLibro } from "@/tests/apoyo/leerLibro";
import type { Guion } from "./anio-guion";
import { expect } from "./anio-personas";

type Valor = string | number | null;

/** A row of a form: its sheet, the headings that tell it from the others, and what it says under each other heading. */
type Renglon = {
  readonly hoja: string;
  readonly de: Readonly<Record<string, Valor>>;
  readonly dice: Readonly<Record<string, Valor>>;
};

const FILA_TITULOS = 4;

const siNo = (valor: boolean | null | undefined): Valor =>
  valor === null || valor === undefined ? null : valor ? "Sí" : "No";

const nada = <T extends string | number>(valor: T | null | undefined): T | null =>
  valor === undefined || valor === "" ? null : valor;

const palabra = (lista: Readonly<Record<string, string>>, codigo: string | null | undefined): Valor =>
  nada(lista[codigo ?? ""]);

/** What was typed of each activity and indicator, where the first form must say it. */
function renglonesDelInforme({ informe, vigente }: Guion): Renglon[] {
  const metas = new Map(
    [
      ...(vigente.actividades ?? []).flatMap((una) => una.indicadoresDesempeno ?? []),
      ...(vigente.indicadoresSatisfaccion ?? []),
    ].map(({ id, meta }) => [id, nada(meta)]),
  );
  const deActividades = (informe.actividades ?? []).flatMap((una): Renglon[] => [
    {
      hoja: "2 Actividades",
      de: { Actividad: una.actividad },
      dice: {
        "Ejecutada según lo descrito": siNo(una.ejecutadaSegunDescripcion),
        Explicación: nada(una.explicacion),
        "Descripción del medio de verificación": nada(una.medioVerificacion?.descripcion),
        "Formato del medio de verificación": una.medioVerificacion?.formatos?.join("\n") ?? null,
      },
    },
    ...(una.tramites ?? []).map(({ tramite, vinculado, explicacion }) => ({
      hoja: "2 Trámites",
      de: { Actividad: una.actividad, "Trámite y/o servicio": nada(tramite) },
      dice: { Vinculado: siNo(vinculado), Explicación: nada(explicacion) },
    })),
    ...(una.componentes ?? []).map(({ componente, modificado, justificacion }) => ({
      hoja: "2 Componentes",
      de: { Actividad: una.actividad, "Componente relacionado": palabra(NOMBRES_COMPONENTE, componente) },
      dice: { Modificado: siNo(modificado), Justificación: nada(justificacion) },
    })),
  ]);
  return [
    ...deActividades,
    ...(informe.indicadoresDesempeno ?? []).map((uno): Renglon => {
      const { hoja, de, dice } = renglonDeIndicador("3.1 Desempeño", uno, metas);
      return { hoja, de, dice: { ...dice, "Resultado informado": nada(uno.resultado) } };
    }),
    ...(informe.indicadoresSatisfaccion ?? []).map((uno) =>
      renglonDeIndicador("3.2 Satisfacción", uno, metas),
    ),
  ];
}

const renglonDeIndicador = (
  hoja: string,
  uno: ResultadoSatisfaccion,
  metas: ReadonlyMap<string, Valor>,
): Renglon => ({
  hoja,
  de: { "N° del indicador": uno.indicador },
  dice: {
    Meta: metas.get(uno.indicador) ?? null,
    "Se midió": siNo(uno.medido),
    Numerador: nada(uno.numerador),
    Denominador: nada(uno.denominador),
    "Interpretación y conclusiones": nada(uno.interpretacion),
    "Análisis de brechas": nada(uno.analisisBrechas),
    Recomendaciones: nada(uno.recomendaciones),
    "Justificación de que no se pudo medir": nada(uno.justificacion),
    Antecedentes: nada(uno.antecedentes),
  },
});

/** What was typed of the dissemination, where the second form must say it. */
function renglonesDeLaDifusion({ difusion }: Guion): Renglon[] {
  const [instancia] = difusion.instancias ?? [];
  const { homologado, actoAdministrativo } = difusion.cosoc ?? {};
  const dato = (etiqueta: string, valor: Valor): Renglon => ({
    hoja: "3 COSOC",
    de: { Dato: etiqueta },
    dice: { Valor: valor },
  });
  return [
    {
      hoja: "1 Instancias",
      de: { Instancia: 1 },
      dice: {
        Fecha: nada(instancia?.fecha),
        Medio: palabra(MEDIOS, instancia?.medio),
        Modalidad: palabra(MODALIDADES, instancia?.modalidad),
      },
    },
    dato("Consejo homologado", siNo(homologado)),
    dato("Fecha del acto administrativo", nada(actoAdministrativo?.fecha)),
    dato("Vigente desde", nada(actoAdministrativo?.vigenciaDesde)),
    dato("Vigente hasta", nada(actoAdministrativo?.vigenciaHasta)),
  ];
}

/** A cell as it is compared: a date by its calendar day, nothing as null. */
function comoValor(valor: ExcelJS.CellValue): Valor {
  if (valor instanceof Date) return valor.toISOString().slice(0, 10);
  return typeof valor === "string" || typeof valor === "number" ? nada(valor) : null;
}

/** What a sheet says under the headings of a row that was typed; the headings that are missing, by their name. */
function leerRenglon(libro: ExcelJS.Workbook, { hoja, de, dice }: Renglon): Renglon["dice"] | string {
  const suya = libro.getWorksheet(hoja);
  if (!suya) return `falta la hoja «${hoja}»`;
  const titulos = (suya.getRow(FILA_TITULOS).values as string[]) ?? [];
  const faltan = [...Object.keys(de), ...Object.keys(dice)].filter((titulo) => !titulos.includes(titulo));
  if (faltan.length > 0) return `faltan en «${hoja}»: ${faltan.join(", ")}; están: ${titulos.join(", ")}`;
  const celda = (fila: ExcelJS.Row, titulo: string) => comoValor(fila.getCell(titulos.indexOf(titulo)).value);
  const filas = (suya.getRows(FILA_TITULOS + 1, suya.rowCount) ?? []).filter((fila) =>
    Object.entries(de).every(([titulo, valor]) => celda(fila, titulo) === valor),
  );
  const [fila] = filas;
  if (!fila || filas.length > 1) return `${filas.length} filas en «${hoja}»`;
  return Object.fromEntries(Object.keys(dice).map((titulo) => [titulo, celda(fila, titulo)]));
}

/** Every value of these forms stands in the row of what it belongs to and under its own heading, Sí and No included. */
export async function esperarEnSuCelda(
  guion: Guion,
  libros: { readonly e3o1rt1: Uint8Array; readonly e3o1rt2: Uint8Array },
): Promise<void> {
  for (const [bytes, renglones] of [
    [libros.e3o1rt1, renglonesDelInforme(guion)],
    [libros.e3o1rt2, renglonesDeLaDifusion(guion)],
  ] as const) {
    const { libro } = await leerLibro(bytes);
    expect(renglones.map((uno) => ({ ...uno, dice: leerRenglon(libro, uno) }))).toEqual(renglones);
  }
}
