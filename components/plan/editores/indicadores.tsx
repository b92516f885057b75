"use client";
import { AreaTexto } from "@/components/ui/area-texto";
import { EntradaNumero } from "@/components/ui/entrada-numero";
import { EntradaTexto } from "@/components/ui/entrada-texto";
import { RadioGrupo } from "@/components/ui/radio-grupo";
import { SENTIDOS } from "@/lib/guia/e3-2025/valores";
import { Filas } from "./filas";
import { comoLista, comoObjeto, comoTexto, numeroComoTexto, type PropsEditor } from "./tipo";

const FACTORES = [
  { valor: "100", texto: "Por 100 (porcentaje)" },
  { valor: "1", texto: "Por 1 (promedio, razón o número)" },
];
const OPCIONES_SENTIDO = [
  { valor: "ascendente", texto: SENTIDOS.ascendente, detalle: "Se alcanza con la meta o más." },
  { valor: "descendente", texto: SENTIDOS.descendente, detalle: "Se alcanza con la meta o menos." },
];

/** One indicator: name, formula, factor, unit, direction and target. */
export function EditorIndicador({ id, etiqueta, valor, cambiar, confirmar, bloqueado, guia }: PropsEditor) {
  const dato = comoObjeto(valor);
  const poner = (llave: string, nuevo: unknown) => cambiar({ ...dato, [llave]: nuevo });
  return (
    <fieldset className="flex min-w-0 flex-1 flex-col gap-4">
      <legend className="mb-2 font-medium">{etiqueta}</legend>
      <AreaTexto
        id={id}
        etiqueta="Nombre del indicador"
        rows={2}
        readOnly={bloqueado}
        value={comoTexto(dato.nombre)}
        onChange={(e) => poner("nombre", e.currentTarget.value)}
        onBlur={confirmar}
      />
      <AreaTexto
        id={`${id}-formula`}
        etiqueta="Fórmula de cálculo"
        rows={2}
        guia={guia}
        readOnly={bloqueado}
        value={comoTexto(dato.formula)}
        onChange={(e) => poner("formula", e.currentTarget.value)}
        onBlur={confirmar}
      />
      <RadioGrupo
        id={`${id}-factor`}
        name={`${id}-factor`}
        etiqueta="Numerador ÷ denominador se multiplica"
        enLinea
        opciones={FACTORES.map((opcion) => ({ ...opcion, bloqueada: bloqueado }))}
        valor={dato.factor === 1 || dato.factor === 100 ? String(dato.factor) : ""}
        control={{
          onChange: (e) => {
            poner("factor", Number(e.currentTarget.value));
            confirmar();
          },
        }}
      />
      <RadioGrupo
        id={`${id}-sentido`}
        name={`${id}-sentido`}
        etiqueta="Sentido"
        enLinea
        opciones={OPCIONES_SENTIDO.map((opcion) => ({ ...opcion, bloqueada: bloqueado }))}
        valor={comoTexto(dato.sentido)}
        control={{
          onChange: (e) => {
            poner("sentido", e.currentTarget.value);
            confirmar();
          },
        }}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <EntradaNumero
          id={`${id}-meta`}
          etiqueta="Meta"
          readOnly={bloqueado}
          value={numeroComoTexto(dato.meta)}
          onChange={(e) => poner("meta", e.currentTarget.value)}
          onBlur={confirmar}
        />
        <EntradaTexto
          id={`${id}-unidad`}
          etiqueta="Unidad"
          ayuda="Por ejemplo: %, días, nota."
          opcional
          ancho="corto"
          readOnly={bloqueado}
          value={comoTexto(dato.unidad)}
          onChange={(e) => poner("unidad", e.currentTarget.value)}
          onBlur={confirmar}
        />
      </div>
    </fieldset>
  );
}

/** The next free identifier: after A1.ID1 and A1.ID2, A1.ID3. */
export function idDeIndicador(prefijo: string, usados: readonly string[]): string {
  let numero = usados.length + 1;
  while (usados.includes(`${prefijo}.ID${numero}`)) numero += 1;
  return `${prefijo}.ID${numero}`;
}

/** The performance indicators of an activity. Their identifiers are the platform's: nobody types one. */
export function EditorIndicadores(props: PropsEditor) {
  const { id, etiqueta, valor, cambiar, confirmar, bloqueado, opciones, guia } = props;
  const indicadores = comoLista(valor).map(comoObjeto);
  return (
    <fieldset id={id} tabIndex={-1} className="min-w-0">
      <legend className="mb-2 font-medium">{etiqueta}</legend>
      <Filas
        filas={indicadores}
        cambiar={cambiar}
        nueva={() => ({
          id: idDeIndicador(
            opciones.prefijo,
            indicadores.map((uno) => comoTexto(uno.id)),
          ),
          factor: 100,
          sentido: "ascendente",
        })}
        nombre="indicador"
        textoAgregar="Agregar indicador"
        bloqueado={bloqueado}
      >
        {(fila, indice, cambiarFila) => (
          <div className="border-l-4 border-borde pl-4">
            <EditorIndicador
              id={`${id}-${indice}`}
              etiqueta={`Indicador ${comoTexto(fila.id)}`}
              valor={fila}
              cambiar={(otro) => cambiarFila(comoObjeto(otro))}
              confirmar={confirmar}
              bloqueado={bloqueado}
              opciones={opciones}
              guia={guia}
            />
          </div>
        )}
      </Filas>
    </fieldset>
  );
}
