"use client";
import { AreaTexto } from "@/components/ui/area-texto";
import { EntradaFecha } from "@/components/ui/entrada-fecha";
import { RadioGrupo } from "@/components/ui/radio-grupo";
import { Seleccion } from "@/components/ui/seleccion";
import { mostrarFecha } from "@/lib/expediente/dia";
import { PRIORIDADES } from "@/lib/guia/e3-2025/valores";
import { comoObjeto, comoTexto, type PropsEditor } from "./tipo";

/** Paragraphs: objectives, description, target population, record systems. */
export function EditorTexto({ id, etiqueta, valor, cambiar, confirmar, bloqueado, guia }: PropsEditor) {
  return (
    <AreaTexto
      id={id}
      etiqueta={etiqueta}
      guia={guia}
      readOnly={bloqueado}
      value={comoTexto(valor)}
      onChange={(e) => cambiar(e.currentTarget.value)}
      onBlur={confirmar}
    />
  );
}

/** A period: two days, typed or chosen in the calendar. */
export function EditorPlazos({ id, etiqueta, valor, cambiar, confirmar, bloqueado }: PropsEditor) {
  const plazos = comoObjeto(valor);
  const dia = (llave: "inicio" | "termino", texto: string, propio: string) => (
    <EntradaFecha
      id={propio}
      etiqueta={texto}
      readOnly={bloqueado}
      value={mostrarFecha(comoTexto(plazos[llave]))}
      onChange={(e) => cambiar({ ...plazos, [llave]: e.currentTarget.value })}
      onBlur={confirmar}
    />
  );
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 font-medium">{etiqueta}</legend>
      <div className="grid gap-4 sm:grid-cols-2">
        {dia("inicio", "Inicio", id)}
        {dia("termino", "Término", `${id}-termino`)}
      </div>
    </fieldset>
  );
}

const OPCIONES_PRIORIDAD = Object.entries(PRIORIDADES).map(([valor, texto]) => ({ valor, texto }));

/** High, medium or low. */
export function EditorPriorizacion({ id, etiqueta, valor, cambiar, confirmar, bloqueado }: PropsEditor) {
  return (
    <RadioGrupo
      id={id}
      name={id}
      etiqueta={etiqueta}
      enLinea
      opciones={OPCIONES_PRIORIDAD.map((opcion) => ({ ...opcion, bloqueada: bloqueado }))}
      valor={comoTexto(valor)}
      control={{
        onChange: (e) => {
          cambiar(e.currentTarget.value);
          confirmar();
        },
      }}
    />
  );
}

/** The specific objective to which an activity is linked, among those of the plan of 2025. */
export function EditorObjetivo({
  id,
  etiqueta,
  valor,
  cambiar,
  confirmar,
  bloqueado,
  opciones,
}: PropsEditor) {
  return (
    <Seleccion
      id={id}
      etiqueta={etiqueta}
      vacia="Elija un objetivo específico"
      disabled={bloqueado}
      opciones={opciones.objetivos.map((objetivo) => ({
        valor: objetivo.id,
        texto: `${objetivo.id}: ${objetivo.descripcion}`,
      }))}
      value={comoTexto(valor)}
      onChange={(e) => {
        cambiar(e.currentTarget.value);
        confirmar();
      }}
    />
  );
}
