"use client";
import { memo, useState } from "react";
import { AvisoDetencion } from "@/components/formulario/detencion";
import { type CampoVivo, useCampo } from "@/components/formulario/usar-campo";
import { useBloqueo } from "@/components/observacion/observado";
import { CONTROL, clases } from "@/components/ui/clases";
import { Enlace } from "@/components/ui/enlace";
import { leerTextoNumero } from "@/components/ui/lecturas";
import { ROL } from "@/components/ui/roles";
import { useEspera } from "@/components/ui/usar-espera";
import type { ColumnaGrilla } from "./bloque";
import { type IndicadorMedible, medicionDe, metaEnPalabras, reparosDe } from "./medicion";
import { MetaAlcanzada } from "./meta-alcanzada";

export type FilaGrilla = {
  readonly indicador: IndicadorMedible;
  readonly href: string;
  /** Faults that its page lists: «Faltan 2 datos». */
  readonly faltas: number;
  readonly medido: { readonly lugar: string; readonly valor: boolean | null };
  readonly numerador: { readonly lugar: string; readonly valor: string | null };
  readonly denominador: { readonly lugar: string; readonly valor: string | null };
  readonly resultado: { readonly lugar: string; readonly valor: string | null } | null;
};

type Props = { fila: FilaGrilla; numero: number; bloqueado: boolean };

const CELDA = "block min-w-0 py-1 md:table-cell md:px-2 md:py-2 md:align-top";
const SI_NO = { "": null, si: true, no: false } as const;

/** One indicator of the grid. */
export const FilaIndicador = memo(function FilaIndicador({ fila, numero, bloqueado: pedido }: Props) {
  // What opens one of its figures opens them all.
  const bloqueado = useBloqueo(fila.numerador.lugar, pedido);
  const { indicador, href, faltas } = fila;
  const medido = useCampo(fila.medido.lugar, fila.medido.valor);
  const numerador = useCampo(fila.numerador.lugar, fila.numerador.valor);
  const denominador = useCampo(fila.denominador.lugar, fila.denominador.valor);
  // A hook is always called: without result, the field of an address that nobody writes.
  const resultado = useCampo(fila.resultado?.lugar ?? "", fila.resultado?.valor ?? null);
  const medicion =
    medido.valor === false
      ? ({ estado: "incompleta" } as const)
      : medicionDe(indicador, numerador.valor, denominador.valor);
  const cifras = { numerador, denominador, resultado };
  const reparos =
    medido.valor === false
      ? null
      : reparosDe(indicador, {
          numerador: numerador.valor,
          denominador: denominador.valor,
          resultado: fila.resultado && resultado.valor,
        });
  const cifra = (columna: ColumnaGrilla) => (
    <Celda
      numero={numero}
      indicador={indicador.id}
      columna={columna}
      lugar={fila[columna]?.lugar ?? ""}
      campo={cifras[columna]}
      reparo={columna === "numerador" ? null : (reparos?.[columna] ?? null)}
      soloLectura={bloqueado || medido.valor === false}
      // A number says by itself that it was measured: it is not asked again.
      alEscribir={() => medido.valor === null && medido.escribir(true)}
    />
  );
  return (
    <>
      <tr
        {...ROL.row}
        className="mb-3 block rounded-md border border-borde bg-papel px-4 py-2 md:mb-0 md:table-row md:rounded-none md:border-x-0 md:border-b-0"
      >
        <th
          scope="row"
          {...ROL.rowheader}
          className={clases(CELDA, "text-left font-normal md:max-w-80 md:pl-4")}
        >
          <Enlace href={href} className="enlace font-medium">
            {indicador.id}
          </Enlace>{" "}
          <span className="line-clamp-2 text-texto-suave">{indicador.nombre}</span>
          {faltas > 0 && (
            <span className="block text-sm font-medium text-advertencia">
              {faltas === 1 ? "Falta 1 dato" : `Faltan ${faltas} datos`}
            </span>
          )}
        </th>
        <td {...ROL.cell} className={CELDA}>
          <label className="flex items-center gap-2">
            <span className="text-texto-suave md:sr-only">¿Se midió {indicador.id}?</span>
            <select
              id={fila.medido.lugar}
              disabled={bloqueado}
              value={medido.valor === null ? "" : medido.valor ? "si" : "no"}
              className={clases(CONTROL, "md:w-20")}
              onChange={(e) => {
                medido.escribir(SI_NO[e.currentTarget.value as keyof typeof SI_NO] ?? null);
                medido.confirmar();
              }}
            >
              <option value="">—</option>
              <option value="si">Sí</option>
              <option value="no">No</option>
            </select>
          </label>
        </td>
        {cifra("numerador")}
        {cifra("denominador")}
        <td {...ROL.cell} className={clases(CELDA, "md:text-right")}>
          <span aria-hidden="true" className="mr-2 text-texto-suave md:hidden">
            Calculado:
          </span>
          {medicion.estado === "medida" ? (
            <span className="tabular-nums">
              <span className="font-medium">
                {medicion.valor} {indicador.unidad}
              </span>
              <span className="block text-sm break-all text-texto-suave">
                {medicion.exacto === medicion.valor ? "exacto" : medicion.exacto}
              </span>
            </span>
          ) : (
            <span className="text-texto-suave">
              {medido.valor === false
                ? "No se midió"
                : medicion.estado === "imposible"
                  ? medicion.mensaje
                  : "—"}
            </span>
          )}
        </td>
        {fila.resultado ? (
          cifra("resultado")
        ) : (
          <td {...ROL.cell} className={clases(CELDA, "text-sm text-texto-suave")}>
            Se calcula
          </td>
        )}
        <td {...ROL.cell} className={clases(CELDA, "md:pr-4")}>
          <span className="mr-2 tabular-nums">
            <span aria-hidden="true" className="text-texto-suave md:hidden">
              Meta:{" "}
            </span>
            {metaEnPalabras(indicador)}
          </span>
          {medicion.estado === "medida" && <MetaAlcanzada alcanzada={medicion.alcanzada} />}
        </td>
      </tr>
      {[medido, numerador, denominador, resultado].map((campo, i) => (
        <Detenido key={i} campo={campo} />
      ))}
    </>
  );
});

type PropsCelda = {
  numero: number;
  indicador: string;
  columna: ColumnaGrilla;
  lugar: string;
  campo: CampoVivo<string | null>;
  /** What is wrong with it beside the others: said once it is written. */
  reparo: string | null;
  soloLectura: boolean;
  alEscribir: () => void;
};

const TITULOS: Readonly<Record<ColumnaGrilla, string>> = {
  numerador: "Numerador",
  denominador: "Denominador",
  resultado: "Resultado final",
};

function Celda({ numero, indicador, columna, lugar, campo, reparo, soloLectura, alEscribir }: PropsCelda) {
  const [escribiendo, setEscribiendo] = useState(false);
  const titulo = TITULOS[columna];
  const texto = campo.valor ?? "";
  const lectura = texto.trim() === "" ? ({ ok: true } as const) : leerTextoNumero(texto);
  const error = lectura.ok ? !escribiendo && reparo : lectura.mensaje;
  return (
    <td {...ROL.cell} className={CELDA}>
      <span aria-hidden="true" className="text-texto-suave md:hidden">
        {titulo}
      </span>
      <input
        id={lugar}
        aria-label={`${titulo} de ${indicador}`}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${lugar}-error` : undefined}
        data-fila={numero}
        data-columna={columna}
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        {...useEspera({ value: texto, readOnly: soloLectura })}
        value={texto}
        className={clases(CONTROL, "tabular-nums md:w-32 md:text-right")}
        onFocus={(e) => {
          e.currentTarget.select();
          setEscribiendo(true);
        }}
        onChange={(e) => {
          const nuevo = e.currentTarget.value;
          campo.escribir(nuevo === "" ? null : nuevo);
          if (nuevo !== "") alEscribir();
        }}
        onBlur={() => {
          setEscribiendo(false);
          campo.confirmar();
        }}
      />
      {error && (
        <span id={`${lugar}-error`} className="mt-1 block max-w-48 text-sm text-error">
          {error}
        </span>
      )}
    </td>
  );
}

/** A row below the one whose text waits for the person to decide. */
function Detenido({ campo }: { campo: CampoVivo<boolean | null> | CampoVivo<string | null> }) {
  if (!campo.detenida) return null;
  return (
    <tr {...ROL.row} className="block md:table-row">
      <td {...ROL.cell} colSpan={7} className="block p-2 md:table-cell">
        <AvisoDetencion campo={campo as unknown as CampoVivo<never>} />
      </td>
    </tr>
  );
}
