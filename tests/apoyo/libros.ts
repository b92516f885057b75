import ExcelJS from "exceljs";
import { type ParteZip, zip } from "./zip";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PAQ = "http://schemas.openxmlformats.org/package/2006/relationships";

export interface LibroCrudo {
  /** XML inside `<worksheet>`, by name of sheet. */
  hojas: Record<string, string>;
  compartidos?: string;
  estilos?: string;
  /** XML added to `<workbook>` before its sheets. */
  libro?: string;
  partes?: ParteZip[];
  /** Prefix of the elements, as some .NET libraries write ("x:"). */
  prefijo?: string;
  /** Target of the sheets in the relationships. */
  destino?: (n: number) => string;
}

/** A workbook written by hand, with the liberties that each program takes. */
export function libroCrudo({
  hojas,
  compartidos,
  estilos,
  libro = "",
  partes = [],
  prefijo = "",
  destino = (n) => `worksheets/sheet${n}.xml`,
}: LibroCrudo): Uint8Array {
  const p = prefijo;
  const ns = p ? `xmlns:${p.slice(0, -1)}="${MAIN}"` : `xmlns="${MAIN}"`;
  const nombres = Object.keys(hojas);
  const relacion = (id: string, tipo: string, a: string) =>
    `<Relationship Id="${id}" Type="${REL}/${tipo}" Target="${a}"/>`;
  return zip([
    {
      nombre: "[Content_Types].xml",
      contenido: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    },
    {
      nombre: "_rels/.rels",
      contenido: `<Relationships xmlns="${PAQ}">${relacion("r1", "officeDocument", "/xl/workbook.xml")}</Relationships>`,
    },
    {
      nombre: "xl/workbook.xml",
      contenido: `<?xml version="1.0"?><${p}workbook ${ns} xmlns:r="${REL}">${libro}<${p}sheets>${nombres.map((n, i) => `<${p}sheet name="${n}" sheetId="${i + 1}" r:id="h${i + 1}"/>`).join("")}</${p}sheets></${p}workbook>`,
    },
    {
      nombre: "xl/_rels/workbook.xml.rels",
      contenido: `<Relationships xmlns="${PAQ}">${nombres.map((_, i) => relacion(`h${i + 1}`, "worksheet", destino(i + 1))).join("")}${compartidos ? relacion("s1", "sharedStrings", "/xl/sharedStrings.xml") : ""}${estilos ? relacion("e1", "styles", "styles.xml") : ""}</Relationships>`,
    },
    ...nombres.map((n, i) => ({
      nombre: `xl/worksheets/sheet${i + 1}.xml`,
      contenido: `<?xml version="1.0"?><${p}worksheet ${ns} xmlns:r="${REL}">${hojas[n]}</${p}worksheet>`,
    })),
    ...(compartidos
      ? [{ nombre: "xl/sharedStrings.xml", contenido: `<sst xmlns="${MAIN}">${compartidos}</sst>` }]
      : []),
    ...(estilos
      ? [{ nombre: "xl/styles.xml", contenido: `<styleSheet xmlns="${MAIN}">${estilos}</styleSheet>` }]
      : []),
    ...partes,
  ]);
}

/** A workbook as exceljs writes it: one sheet per key, rows as given. */
export async function libroDe(
  hojas: Record<string, unknown[][]>,
  retocar: (libro: ExcelJS.Workbook) => void = () => {},
): Promise<Uint8Array> {
  const libro = new ExcelJS.Workbook();
  for (const [nombre, filas] of Object.entries(hojas)) libro.addWorksheet(nombre).addRows(filas);
  retocar(libro);
  return new Uint8Array(await libro.xlsx.writeBuffer());
}

/** Opens bytes with exceljs, as another program would. */
export async function abrirConExceljs(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const libro = new ExcelJS.Workbook();
  await libro.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer);
  return libro;
}
