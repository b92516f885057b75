"use client";
import { type ClipboardEvent, type KeyboardEvent, useRef } from "react";
import { useCola } from "@/components/formulario/proveedor";
import { avisar } from "@/components/ui/avisos-cola";
import { Boton } from "@/components/ui/boton";
import { clases } from "@/components/ui/clases";
import { ROL } from "@/components/ui/roles";
import type { ValorCampo } from "@/lib/flujo/campo";
import { type ColumnaGrilla, conTitulos, leerBloque, type Pegado, repartir } from "./bloque";
import { type CampoDibujado, escribirVarios, verHoy } from "./escribir-varios";
import { type FilaGrilla, FilaIndicador } from "./grilla-fila";
import { medicionDe } from "./medicion";

export type GrupoGrilla = {
  readonly titulo: string;
  readonly id: string;
  readonly filas: readonly FilaGrilla[];
};

type Props = { grupos: readonly GrupoGrilla[]; bloqueado: boolean };

const COLUMNAS = [
  "Indicador",
  "¿Se midió?",
  "Numerador",
  "Denominador",
  "Calculado",
  "Resultado final",
  "Meta",
] as const;

const cifrasDe = ({ numerador, denominador, resultado }: FilaGrilla): CampoDibujado[] => [
  numerador,
  denominador,
  ...(resultado ? [resultado] : []),
];

/** Which cell of the grid an element is; null when it is none. */
function celdaDe(elemento: EventTarget): { fila: number; columna: ColumnaGrilla } | null {
  const { fila, columna } = (elemento as HTMLElement).dataset;
  return fila === undefined || columna === undefined
    ? null
    : { fila: Number(fila), columna: columna as ColumnaGrilla };
}

/** What of a block was not pasted, and why. */
function restoDelPegado({ sobran, ilegibles }: Pegado, titulos: boolean): string {
  return [
    titulos ? " La primera fila era de títulos y no se pegó." : "",
    ilegibles === 0
      ? ""
      : ilegibles === 1
        ? " 1 celda no se pudo leer como número y quedó como estaba."
        : ` ${ilegibles} celdas no se pudieron leer como número y quedaron como estaban.`,
    sobran === 0
      ? ""
      : sobran === 1
        ? " 1 celda no cabía y no se pegó."
        : ` ${sobran} celdas no cabían y no se pegaron.`,
  ].join("");
}

/** All the indicators as a sheet: arrows and Enter move, a block copied from Excel is pasted in its cells. */
export function GrillaIndicadores({ grupos, bloqueado }: Props) {
  const cola = useCola();
  const tabla = useRef<HTMLTableElement>(null);
  const filas = grupos.flatMap((grupo) => grupo.filas);

  const campos = new Map<string, CampoDibujado>(
    filas.flatMap((fila) => [fila.medido, ...cifrasDe(fila)].map((campo) => [campo.lugar, campo] as const)),
  );

  function escribir(valores: ReadonlyMap<string, ValorCampo>, texto: string) {
    const antes = new Map([...campos].map(([lugar, campo]) => [lugar, verHoy(cola, campo)]));
    const cambios = [...valores].flatMap(([lugar, valor]) => {
      const campo = campos.get(lugar);
      return campo ? [[campo, valor] as const] : [];
    });
    // A row where a number was typed afterwards was measured: its answer stays.
    escribirVarios(cola, cambios, texto, (lugar) =>
      filas.every(
        (fila) =>
          fila.medido.lugar !== lugar ||
          cifrasDe(fila).every((cifra) => verHoy(cola, cifra) === antes.get(cifra.lugar)),
      ),
    );
  }

  function alPegar(evento: ClipboardEvent) {
    const desde = celdaDe(evento.target);
    const bloque = leerBloque(evento.clipboardData.getData("text/plain"));
    if (!desde || !bloque || bloqueado) return;
    evento.preventDefault();
    const destinos = filas.map(({ medido, numerador, denominador, resultado }) => {
      const respuesta = verHoy(cola, medido);
      return {
        lugares: {
          numerador: numerador.lugar,
          denominador: denominador.lugar,
          ...(resultado && { resultado: resultado.lugar }),
        },
        medido: medido.lugar,
        sinMedir: respuesta === false,
        sinResponder: respuesta === null,
      };
    });
    const titulos = conTitulos(bloque);
    const pegado = repartir(titulos ? bloque.slice(1) : bloque, destinos, desde);
    const resto = restoDelPegado(pegado, titulos);
    if (pegado.valores.size === 0) {
      avisar({ tono: "advertencia", texto: `No se pegó nada.${resto}` });
      return;
    }
    const cuantos = pegado.filas === 1 ? "1 indicador" : `${pegado.filas} indicadores`;
    escribir(pegado.valores, `Se pegaron números en ${cuantos}.${resto}`);
  }

  function alPulsarTecla(evento: KeyboardEvent) {
    const celda = celdaDe(evento.target);
    if (!celda || evento.altKey || evento.ctrlKey || evento.metaKey) return;
    const caja = evento.target as HTMLInputElement;
    const largo = caja.value.length;
    const todo = caja.selectionStart === 0 && caja.selectionEnd === largo;
    const alInicio = todo || (caja.selectionStart === 0 && caja.selectionEnd === 0);
    const alFinal = todo || (caja.selectionStart === largo && caja.selectionEnd === largo);
    const destino =
      evento.key === "ArrowDown" || (evento.key === "Enter" && !evento.shiftKey)
        ? vecina(celda, 1)
        : evento.key === "ArrowUp" || evento.key === "Enter"
          ? vecina(celda, -1)
          : evento.key === "ArrowLeft" && alInicio
            ? deAlLado(caja, -1)
            : evento.key === "ArrowRight" && alFinal
              ? deAlLado(caja, 1)
              : undefined;
    if (destino === undefined) return;
    evento.preventDefault();
    destino?.focus();
  }

  /** The cell of the same column in the nearest row that has it. */
  function vecina({ fila, columna }: { fila: number; columna: ColumnaGrilla }, paso: 1 | -1) {
    for (let otra = fila + paso; otra >= 0 && otra < filas.length; otra += paso) {
      const caja = tabla.current?.querySelector<HTMLInputElement>(
        `[data-fila="${otra}"][data-columna="${columna}"]`,
      );
      if (caja) return caja;
    }
    return null;
  }

  function deAlLado(caja: HTMLInputElement, paso: 1 | -1) {
    const suyas = [
      ...(tabla.current?.querySelectorAll<HTMLInputElement>(`[data-fila="${caja.dataset.fila}"]`) ?? []),
    ];
    return suyas[suyas.indexOf(caja) + paso] ?? null;
  }

  function proponerResultados() {
    const valores = new Map<string, ValorCampo>();
    for (const { indicador, medido, numerador, denominador, resultado } of filas) {
      if (!resultado || verHoy(cola, medido) === false || verHoy(cola, resultado) !== null) continue;
      const [n, d] = [verHoy(cola, numerador), verHoy(cola, denominador)];
      const medicion = medicionDe(
        indicador,
        typeof n === "string" ? n : null,
        typeof d === "string" ? d : null,
      );
      if (medicion.estado === "medida" && medicion.propuesto !== null)
        valores.set(resultado.lugar, medicion.propuesto);
    }
    if (valores.size === 0)
      avisar({ tono: "info", texto: "No hay resultados por escribir: falta un número o ya están escritos." });
    else
      escribir(
        valores,
        valores.size === 1 ? "Se escribió 1 resultado." : `Se escribieron ${valores.size} resultados.`,
      );
  }

  let numero = -1;
  return (
    <div className="flex flex-col gap-4">
      {!bloqueado && (
        <div className="no-imprimir flex flex-wrap items-center gap-x-6 gap-y-3">
          <Boton variante="secundario" icono="listo" onClick={proponerResultados}>
            Escribir los resultados calculados que faltan
          </Boton>
          <p className="max-w-lectura text-texto-suave">
            Las flechas y Entrar cambian de celda. Puede pegar desde Excel un bloque de numeradores y
            denominadores: las celdas en blanco no borran nada.
          </p>
        </div>
      )}
      <div
        className={clases(
          "md:overflow-x-auto md:rounded-md md:border md:border-borde md:bg-papel",
          // A sheet is narrower than a screen and does not scroll: the column of targets was cut.
          "print:[&_input]:w-26 print:[&_input]:px-1 print:[&_input]:text-sm print:[&_select]:w-14 print:[&_select]:px-1 print:[&_td]:px-1 print:[&_th]:px-1",
        )}
      >
        <table
          ref={tabla}
          {...ROL.table}
          className="block w-full border-collapse md:table"
          onKeyDown={alPulsarTecla}
          onPaste={alPegar}
        >
          <caption className="sr-only">Resultados de los indicadores</caption>
          <thead {...ROL.rowgroup} className="sr-only md:not-sr-only md:table-header-group">
            <tr {...ROL.row} className="md:table-row">
              {COLUMNAS.map((columna) => (
                <th
                  key={columna}
                  scope="col"
                  {...ROL.columnheader}
                  className="px-2 py-3 text-left align-baseline font-medium md:table-cell md:first:pl-4"
                >
                  {columna}
                </th>
              ))}
            </tr>
          </thead>
          {grupos.map((grupo) => (
            <tbody key={grupo.id} {...ROL.rowgroup} className="block md:table-row-group">
              <tr {...ROL.row} className="block md:table-row">
                <th
                  id={grupo.id}
                  scope="rowgroup"
                  {...ROL.rowheader}
                  colSpan={COLUMNAS.length}
                  className="block py-3 text-left font-titulo text-lg font-semibold text-titulo md:table-cell md:border-t-2 md:border-borde md:bg-fondo md:px-4"
                >
                  {grupo.titulo}
                </th>
              </tr>
              {grupo.filas.map((fila) => {
                numero += 1;
                return (
                  <FilaIndicador key={fila.indicador.id} fila={fila} numero={numero} bloqueado={bloqueado} />
                );
              })}
            </tbody>
          ))}
        </table>
      </div>
    </div>
  );
}
