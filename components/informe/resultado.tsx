"use client";
import { useState } from "react";
import { CampoLargo, CampoNumero, CampoSiNo, type PropsVivo } from "@/components/formulario/campos";
import { useCampo } from "@/components/formulario/usar-campo";
import { Boton } from "@/components/ui/boton";
import { type IndicadorMedible, medicionDe, metaEnPalabras } from "./medicion";
import { MetaAlcanzada } from "./meta-alcanzada";
import { TextoGuardado } from "./texto-guardado";

type De<T extends string | boolean | null> = PropsVivo<T>;

export type CamposResultado = {
  readonly medido: De<boolean | null>;
  readonly numerador: De<string | null>;
  readonly denominador: De<string | null>;
  /** Only in performance: nobody writes the result of a satisfaction indicator. */
  readonly resultado?: De<string | null>;
  readonly interpretacion: De<string | null>;
  readonly analisisBrechas: De<string | null>;
  readonly recomendaciones: De<string | null>;
  readonly justificacion: De<string | null>;
  readonly antecedentes: De<string | null>;
};

type Props = { indicador: IndicadorMedible; campos: CamposResultado; bloqueado: boolean };

/** The result of an indicator: its numbers with what they give, or why it could not be measured; and what it means. */
export function ResultadoIndicador({ indicador, campos, bloqueado }: Props) {
  const medido = useCampo(campos.medido.lugar, campos.medido.valor).valor;
  return (
    <div className="flex flex-col gap-6">
      <CampoSiNo {...campos.medido} bloqueado={bloqueado} si="Sí, se midió" no="No se pudo medir" />
      {medido === true && <Medido indicador={indicador} campos={campos} bloqueado={bloqueado} />}
      {medido === false && <NoMedido campos={campos} bloqueado={bloqueado} />}
      {medido === null && (
        <p className="text-texto-suave">Responda si se midió para continuar con lo que corresponde.</p>
      )}
    </div>
  );
}

function Medido({ indicador, campos, bloqueado }: Props) {
  const numerador = useCampo(campos.numerador.lugar, campos.numerador.valor).valor;
  const denominador = useCampo(campos.denominador.lugar, campos.denominador.valor).valor;
  const brechas = campos.analisisBrechas;
  const medicion = medicionDe(indicador, numerador, denominador);
  const conBrechas = medicion.estado === "medida" && !medicion.alcanzada;
  return (
    <>
      <div className="grid items-start gap-6 sm:grid-cols-2 lg:grid-cols-3">
        <CampoNumero {...campos.numerador} bloqueado={bloqueado} />
        <CampoNumero {...campos.denominador} bloqueado={bloqueado} />
        <div role="status" className="rounded-md bg-fondo px-4 py-3 sm:col-span-2 lg:col-span-1">
          <p className="font-medium">Resultado calculado</p>
          {medicion.estado === "medida" ? (
            <>
              <p className="text-xl font-medium tabular-nums">
                {medicion.valor} {indicador.unidad}
              </p>
              <p className="break-all text-texto-suave">
                {medicion.exacto === medicion.valor ? "Valor exacto." : `Valor exacto: ${medicion.exacto}`}
              </p>
              <p className="mt-2 flex flex-wrap items-center gap-2">
                Meta: {metaEnPalabras(indicador)} <MetaAlcanzada alcanzada={medicion.alcanzada} />
              </p>
            </>
          ) : (
            <p className="text-texto-suave">
              {medicion.estado === "imposible" ? medicion.mensaje : "Se calcula al escribir los dos números."}{" "}
              Meta: {metaEnPalabras(indicador)}
            </p>
          )}
        </div>
      </div>
      {campos.resultado && (
        <ResultadoEscrito
          campo={campos.resultado}
          bloqueado={bloqueado}
          propuesto={medicion.estado === "medida" ? medicion.propuesto : null}
        />
      )}
      <CampoLargo {...campos.interpretacion} bloqueado={bloqueado} />
      {conBrechas ? <CampoLargo {...brechas} bloqueado={bloqueado} /> : <Guardados campos={[brechas]} />}
      <CampoLargo {...campos.recomendaciones} opcional bloqueado={bloqueado} />
      <Guardados campos={[campos.justificacion, campos.antecedentes]} />
    </>
  );
}

type PropsEscrito = { campo: De<string | null>; bloqueado: boolean; propuesto: string | null };

/** The final result is proposed from the computation and written by the person, to the decimals they choose (DES-04). */
function ResultadoEscrito({ campo, bloqueado, propuesto }: PropsEscrito) {
  const vivo = useCampo(campo.lugar, campo.valor);
  // A box drawn anew: what its last text was marked with goes away with it.
  const [vez, setVez] = useState(0);
  const ofrece = !bloqueado && propuesto !== null && vivo.valor !== propuesto;
  return (
    <div className="flex flex-wrap items-end gap-3">
      <CampoNumero key={vez} {...campo} bloqueado={bloqueado} />
      {ofrece && (
        <Boton
          variante="secundario"
          onClick={() => {
            vivo.escribir(propuesto);
            vivo.confirmar();
            setVez(vez + 1);
          }}
        >
          Usar {propuesto}
        </Boton>
      )}
    </div>
  );
}

function NoMedido({ campos, bloqueado }: Omit<Props, "indicador">) {
  const { numerador, denominador, resultado, interpretacion, analisisBrechas, recomendaciones } = campos;
  const numeros = [numerador, denominador, ...(resultado ? [resultado] : [])];
  return (
    <>
      <CampoLargo {...campos.justificacion} bloqueado={bloqueado} />
      <CampoLargo {...campos.antecedentes} bloqueado={bloqueado} />
      <Guardados campos={[...numeros, interpretacion, analisisBrechas, recomendaciones]} />
    </>
  );
}

/** What was written in fields that stopped being due with the answer. */
function Guardados({ campos }: { campos: readonly De<string | null>[] }) {
  return campos.map(({ lugar, valor, etiqueta }) => (
    <TextoGuardado key={lugar} lugar={lugar} valor={valor} etiqueta={etiqueta} />
  ));
}
