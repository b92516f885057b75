"use client";
import { CasillaGrupo } from "@/components/ui/casilla-grupo";
import { EntradaNumero } from "@/components/ui/entrada-numero";
import { EntradaTexto } from "@/components/ui/entrada-texto";
import { Filas } from "./filas";
import { comoLista, comoObjeto, comoTexto, numeroComoTexto, type PropsEditor } from "./tipo";

function Sugerencias({ id, textos }: { id: string; textos: readonly string[] }) {
  return (
    <datalist id={id}>
      {textos.map((texto) => (
        <option key={texto} value={texto} />
      ))}
    </datalist>
  );
}

/** Responsible areas, one by row, and who takes part; both suggested from what the plan already says. */
export function EditorAreas({ id, etiqueta, valor, cambiar, confirmar, bloqueado, opciones }: PropsEditor) {
  const areas = comoObjeto(valor);
  return (
    <div className="flex flex-col gap-6">
      <fieldset id={id} tabIndex={-1} className="min-w-0">
        <legend className="mb-2 font-medium">{etiqueta}</legend>
        <Filas
          filas={comoLista(areas.areasResponsables)}
          cambiar={(filas) => cambiar({ ...areas, areasResponsables: filas })}
          nueva={() => ""}
          nombre="área"
          textoAgregar="Agregar área responsable"
          bloqueado={bloqueado}
        >
          {(fila, indice, cambiarFila) => (
            <EntradaTexto
              id={`${id}-area-${indice}`}
              etiqueta={`Área responsable ${indice + 1}`}
              list={`${id}-areas`}
              readOnly={bloqueado}
              value={comoTexto(fila)}
              onChange={(e) => cambiarFila(e.currentTarget.value)}
              onBlur={confirmar}
            />
          )}
        </Filas>
        <Sugerencias id={`${id}-areas`} textos={opciones.areas} />
      </fieldset>
      <EntradaTexto
        id={`${id}-participantes`}
        etiqueta="Participantes"
        ayuda="Quiénes ejecutan la actividad. Al escribir se sugiere lo que ya dicen otras actividades."
        list={`${id}-participantes-lista`}
        readOnly={bloqueado}
        value={comoTexto(areas.participantes)}
        onChange={(e) => cambiar({ ...areas, participantes: e.currentTarget.value })}
        onBlur={confirmar}
      />
      <Sugerencias id={`${id}-participantes-lista`} textos={opciones.participantes} />
    </div>
  );
}

/** Trámites: those of the institution's catalogue are ticked; others are written. */
export function EditorTramites({
  id,
  etiqueta,
  valor,
  cambiar,
  confirmar,
  bloqueado,
  opciones,
}: PropsEditor) {
  const elegidos = comoLista(valor).map(comoTexto);
  const catalogo = opciones.catalogo;
  const otros = elegidos.filter((uno) => !catalogo.includes(uno));
  const marcados = elegidos.filter((uno) => catalogo.includes(uno));
  return (
    <div className="flex flex-col gap-4">
      <CasillaGrupo
        id={id}
        name={id}
        etiqueta={etiqueta}
        ayuda={
          catalogo.length === 0
            ? "Su institución no tiene un catálogo de trámites cargado: escríbalos abajo."
            : "Marque los del catálogo de su institución o agregue otros."
        }
        opciones={catalogo.map((texto) => ({ valor: texto, texto, bloqueada: bloqueado }))}
        valores={marcados}
        control={{
          onChange: (e) => {
            const { value, checked } = e.currentTarget;
            const suyos = checked ? [...marcados, value] : marcados.filter((uno) => uno !== value);
            cambiar([...catalogo.filter((uno) => suyos.includes(uno)), ...otros]);
            confirmar();
          },
        }}
      />
      <Filas
        filas={otros}
        cambiar={(filas) => cambiar([...marcados, ...filas])}
        nueva={() => ""}
        nombre="trámite"
        textoAgregar="Agregar otro trámite"
        bloqueado={bloqueado}
      >
        {(fila, indice, cambiarFila) => (
          <EntradaTexto
            id={`${id}-otro-${indice}`}
            etiqueta={`Otro trámite ${indice + 1}`}
            readOnly={bloqueado}
            value={fila}
            onChange={(e) => cambiarFila(e.currentTarget.value)}
            onBlur={confirmar}
          />
        )}
      </Filas>
    </div>
  );
}

/** Amount in pesos and the budget rows (subtítulo, ítem) that pay for it. */
export function EditorCostos({ id, etiqueta, valor, cambiar, confirmar, bloqueado, opciones }: PropsEditor) {
  const costos = comoObjeto(valor);
  return (
    <fieldset className="flex min-w-0 flex-col gap-6">
      <legend className="mb-2 font-medium">{etiqueta}</legend>
      <EntradaNumero
        id={id}
        etiqueta="Monto total en pesos"
        ayuda="Si la actividad no tiene costo, escriba 0."
        prefijo="$"
        ancho="medio"
        readOnly={bloqueado}
        value={numeroComoTexto(costos.montoClp)}
        onChange={(e) => cambiar({ ...costos, montoClp: e.currentTarget.value })}
        onBlur={confirmar}
      />
      <Filas
        filas={comoLista(costos.items)}
        cambiar={(filas) => cambiar({ ...costos, items: filas })}
        nueva={() => ({ subtitulo: "", item: "" })}
        nombre="ítem presupuestario"
        textoAgregar="Agregar ítem presupuestario"
        bloqueado={bloqueado}
      >
        {(fila, indice, cambiarFila) => {
          const dato = comoObjeto(fila);
          const caja = (llave: "subtitulo" | "item", texto: string, sugeridos: string) => (
            <EntradaTexto
              id={`${id}-${llave}-${indice}`}
              etiqueta={`${texto} ${indice + 1}`}
              list={sugeridos}
              readOnly={bloqueado}
              value={comoTexto(dato[llave])}
              onChange={(e) => cambiarFila({ ...dato, [llave]: e.currentTarget.value })}
              onBlur={confirmar}
            />
          );
          return (
            <div className="grid grid-cols-2 gap-3">
              {caja("subtitulo", "Subtítulo", `${id}-subtitulos`)}
              {caja("item", "Ítem", `${id}-items`)}
            </div>
          );
        }}
      </Filas>
      <Sugerencias id={`${id}-subtitulos`} textos={opciones.subtitulos} />
      <Sugerencias id={`${id}-items`} textos={opciones.items} />
    </fieldset>
  );
}
