import { CALIDADES_JURIDICAS, GRUPOS, type Grupo } from "@/lib/guia/e3-2025/valores";
import type { Falta } from "../falta";
import { mostrarFecha } from "../fecha";
import type { Archivo, Cosoc, Destinatario, Instancia } from "../formato";
import { abreviar, clave, vacio } from "../texto";
import type { Contexto } from "./contexto";
import { Recolector } from "./recolector";

/** DIF: dissemination of the approved report (E3O1RT2). */
export function evaluarDifusion(contexto: Contexto, f: Recolector): void {
  const difusion = contexto.expediente.difusion;
  const instancias = difusion?.instancias ?? [];
  if (instancias.length === 0) f.poner("DIF-01", "falta", "/difusion/instancias");
  instancias.forEach((instancia, i) => {
    evaluarInstancia(instancia, i, contexto, f);
  });
  evaluarArchivo(difusion?.destinatarios?.archivo, f);
  f.sumar(faltasDeDestinatarios(difusion?.destinatarios?.filas ?? []));
  evaluarCosoc(difusion?.cosoc, instancias, f);
}

function evaluarInstancia(
  instancia: Instancia,
  i: number,
  { expediente, ejercicio }: Contexto,
  f: Recolector,
) {
  const ruta = `/difusion/instancias/${i}`;
  const lugar = `Instancia de difusión ${i + 1}`;
  if (vacio(instancia.fecha)) f.poner("DIF-01", "fecha", `${ruta}/fecha`, { lugar });
  if (vacio(instancia.medio)) f.poner("DIF-01", "medio", `${ruta}/medio`, { lugar });
  if (!instancia.copiaMedio?.length) f.poner("DIF-02", "falta", `${ruta}/copiaMedio`, { lugar });
  if (!instancia.material?.length) f.poner("DIF-03", "falta", `${ruta}/material`, { lugar });
  if (vacio(instancia.fecha)) return;
  const fecha = instancia.fecha as string;
  const aprobacion = expediente.aprobacionInforme?.fecha;
  const datos = { lugar, fecha: mostrarFecha(fecha) };
  if (!vacio(aprobacion) && fecha < (aprobacion as string))
    f.poner("DIF-12", "antes", `${ruta}/fecha`, { ...datos, limite: mostrarFecha(aprobacion as string) });
  else if (fecha > ejercicio.cierre)
    f.poner("DIF-12", "despues", `${ruta}/fecha`, { ...datos, limite: mostrarFecha(ejercicio.cierre) });
}

const EXCEL: readonly { readonly extension: string; readonly tipo: string }[] = [
  { extension: ".xlsx", tipo: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
  { extension: ".xls", tipo: "application/vnd.ms-excel" },
];

/** Whether a file is an Excel workbook by its extension and its MIME type, both of the same kind. */
export function esExcel({ nombre, tipo }: Archivo): boolean {
  const [suNombre, suTipo] = [clave(nombre).toLowerCase(), clave(tipo).toLowerCase()];
  return EXCEL.some((formato) => suNombre.endsWith(formato.extension) && suTipo === formato.tipo);
}

function evaluarArchivo(archivo: Archivo | null | undefined, f: Recolector): void {
  const ruta = "/difusion/destinatarios/archivo";
  if (!archivo) f.poner("DIF-04", "falta", ruta);
  else if (!esExcel(archivo))
    f.poner("DIF-04", "formato", ruta, {
      nombre: abreviar(archivo.nombre) || "sin nombre",
      tipo: abreviar(archivo.tipo) || "sin tipo",
    });
}

function grupoDe({ grupo }: Destinatario): Grupo | null {
  return Object.hasOwn(GRUPOS, grupo ?? "") ? (grupo as Grupo) : null;
}

// What was judged of a frozen list: it cannot change, and judging 50,000 rows at every screen would be felt.
const juzgadas = new WeakMap<readonly Destinatario[], readonly Falta[]>();

function faltasDeDestinatarios(filas: readonly Destinatario[]): readonly Falta[] {
  const conocidas = juzgadas.get(filas);
  if (conocidas) return conocidas;
  const suyas = new Recolector();
  evaluarDestinatarios(filas, suyas);
  if (Object.isFrozen(filas)) juzgadas.set(filas, suyas.faltas);
  return suyas.faltas;
}

/** DIF-05 to DIF-09 and DIF-13, on the rows of the list of recipients. */
export function evaluarDestinatarios(filas: readonly Destinatario[], f: Recolector): void {
  const base = "/difusion/destinatarios/filas";
  const vistos = new Map<string, number>();
  const grupos = new Set<Grupo>();
  const areas = new Set<string>();
  filas.forEach((fila, j) => {
    const ruta = `${base}/${j}`;
    evaluarFila(fila, j, ruta, f);
    const grupo = grupoDe(fila);
    if (grupo) grupos.add(grupo);
    if (grupo === "personal" && !vacio(fila.area)) areas.add(clave(fila.area));
    if (vacio(fila.nombre) || vacio(fila.cargo)) return;
    const nombre = clave(fila.nombre);
    const llave = `${nombre.length} ${nombre}${clave(fila.cargo)}`;
    const otro = vistos.get(llave);
    if (otro === undefined) vistos.set(llave, j);
    else
      f.poner("DIF-13", "falta", ruta, {
        lugar: `Destinatario ${j + 1}`,
        nombre: abreviar(fila.nombre),
        cargo: abreviar(fila.cargo),
        otro: otro + 1,
      });
  });
  const ausentes = (Object.keys(GRUPOS) as Grupo[]).filter((grupo) => !grupos.has(grupo));
  if (ausentes.length > 0)
    f.poner("DIF-07", "falta", base, { grupos: ausentes.map((grupo) => GRUPOS[grupo]).join(", ") });
  if (grupos.has("personal") && areas.size < 2)
    f.poner("DIF-09", "falta", base, {
      areas: areas.size === 1 ? "una sola área" : "áreas que no se indican",
    });
}

const nombrarFila = ({ nombre }: Destinatario, j: number) =>
  vacio(nombre) ? `Destinatario ${j + 1}` : `Destinatario ${j + 1} (${abreviar(nombre)})`;

function evaluarFila(fila: Destinatario, j: number, ruta: string, f: Recolector): void {
  if (vacio(fila.nombre))
    f.poner("DIF-05", "falta", `${ruta}/nombre`, { lugar: nombrarFila(fila, j), campo: "nombre" });
  if (vacio(fila.cargo))
    f.poner("DIF-05", "falta", `${ruta}/cargo`, { lugar: nombrarFila(fila, j), campo: "cargo" });
  if (!grupoDe(fila))
    f.poner("DIF-06", vacio(fila.grupo) ? "falta" : "ajeno", `${ruta}/grupo`, {
      lugar: nombrarFila(fila, j),
      grupo: abreviar(fila.grupo, 30),
    });
  if (fila.grupo === "personal" && !Object.hasOwn(CALIDADES_JURIDICAS, fila.calidadJuridica ?? ""))
    f.poner("DIF-08", vacio(fila.calidadJuridica) ? "falta" : "ajena", `${ruta}/calidadJuridica`, {
      lugar: nombrarFila(fila, j),
      calidad: abreviar(fila.calidadJuridica, 30),
    });
}

function evaluarCosoc(
  cosoc: Cosoc | null | undefined,
  instancias: readonly Instancia[],
  f: Recolector,
): void {
  const acto = cosoc?.actoAdministrativo;
  const ruta = "/difusion/cosoc/actoAdministrativo";
  const [desde, hasta] = [acto?.vigenciaDesde, acto?.vigenciaHasta];
  if (!acto) f.poner("DIF-10", "falta", ruta);
  else if (!acto.archivo) f.poner("DIF-10", "archivo", ruta);
  else if (vacio(desde) || vacio(hasta)) f.poner("DIF-10", "vigencia", ruta);
  else {
    const fuera = instancias.find(
      ({ fecha }) =>
        !vacio(fecha) && ((fecha as string) < (desde as string) || (fecha as string) > (hasta as string)),
    );
    if (fuera)
      f.poner("DIF-10", "noCubre", ruta, {
        desde: mostrarFecha(desde as string),
        hasta: mostrarFecha(hasta as string),
        fecha: mostrarFecha(fuera.fecha as string),
      });
  }
  if (vacio(cosoc?.homologado)) f.poner("DIF-11", "falta", "/difusion/cosoc/homologado");
  else if (cosoc?.homologado === true && !cosoc.dictamen?.archivo)
    f.poner("DIF-11", "dictamen", "/difusion/cosoc/dictamen");
}
