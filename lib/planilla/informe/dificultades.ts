import type { Informe } from "@/lib/expediente/formato";
import { COMPONENTES_DIFICULTAD, type ComponenteDificultad } from "@/lib/guia/e3-2025/valores";
import type { Libro } from "../libro/tipo";
import { leerRegistros, type Registro } from "../registros";
import { buscarHoja, type Faltas } from "../tabla";
import { leerLista, leerNumero, leerSiNo, leerTexto } from "../valor";
import type { Edicion, ValorCambio } from "./cambio";
import { HOJA_DIFICULTADES, leerTipo } from "./estructura";

type Clave = (typeof HOJA_DIFICULTADES.columnas)[number]["clave"];

const COMPONENTES = Object.keys(COMPONENTES_DIFICULTAD) as ComponenteDificultad[];

/**
 * Reads the rows of dificultades y holguras: those with number edit the one in that position, those without are new.
 * @returns the positions (from 1) that are in the report and no longer in the sheet.
 */
export function leerDificultades(
  libro: Libro,
  informe: Informe | null,
  edicion: Edicion,
  faltas: Faltas,
): number[] {
  if (!buscarHoja(libro.hojas, [HOJA_DIFICULTADES.nombre, ...HOJA_DIFICULTADES.variantes])) return [];
  const leidos = leerRegistros(libro.hojas, HOJA_DIFICULTADES, faltas);
  if (!leidos) return [];
  const previas = informe?.dificultadesHolguras ?? [];
  const vistas = new Set<number>();
  let nuevas = previas.length;
  let dudosas = false;
  for (const r of leidos.registros) {
    const numero = r.leer("numero", leerNumero);
    if (numero === undefined) {
      dudosas = true;
      continue;
    }
    if (numero !== null && (!previas[numero - 1] || vistas.has(numero))) {
      dudosas = true;
      const mensaje = vistas.has(numero)
        ? `El N° ${numero} está repetido.`
        : `No hay una dificultad u holgura N° ${numero} en el informe.`;
      r.faltar(
        "numero",
        "vacío en las filas nuevas, o el número que traía",
        `${mensaje} Deje el N° vacío si la fila es nueva.`,
      );
      continue;
    }
    const posicion = numero ?? ++nuevas;
    vistas.add(posicion);
    leerDificultad(r, posicion, previas[posicion - 1], edicion);
  }
  // A row whose number cannot be told may be the one that seems missing: nothing is taken away then.
  const quitadas =
    dudosas || !leidos.registros.every((r) => r.tiene("numero"))
      ? []
      : previas.map((_, i) => i + 1).filter((n) => !vistas.has(n));
  edicion.quitar(new Set(quitadas));
  return quitadas;
}

function leerDificultad(
  r: Registro<Clave>,
  posicion: number,
  previa: NonNullable<Informe["dificultadesHolguras"]>[number] | undefined,
  edicion: Edicion,
): void {
  const cambiar = (
    columna: Clave,
    campo: string,
    antes: ValorCambio | undefined,
    despues: ValorCambio | undefined,
  ) => {
    if (despues === undefined || !r.tiene(columna)) return;
    edicion.cambiar(
      { grupo: "dificultad", clave: [String(posicion)], campo },
      antes,
      despues,
      r.sitio(columna),
    );
  };
  cambiar("tipo", "tipo", previa?.tipo, r.leer("tipo", leerTipo));
  for (const campo of ["descripcion", "factoresInternos", "factoresExternos"] as const) {
    cambiar(campo, campo, previa?.[campo], r.leer(campo, leerTexto));
  }
  const antes = previa?.componentes ?? [];
  const presentes = COMPONENTES.filter((c) => r.tiene(c));
  const elegidos = new Map(presentes.map((c) => [c as string, r.leer(c, leerSiNo)]));
  const quedan = antes.filter(
    (c) => !elegidos.has(c) || (elegidos.get(c) !== false && elegidos.get(c) !== null),
  );
  const agregados = presentes.filter((c) => elegidos.get(c) === true && !antes.includes(c));
  const primera = presentes[0];
  if (primera) cambiar(primera, "componentes", previa?.componentes, [...quedan, ...agregados]);
  cambiar("elementos", "elementos", previa?.elementos, r.leer("elementos", leerLista));
}
