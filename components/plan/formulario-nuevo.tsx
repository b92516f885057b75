"use client";
import type { RespuestaAccion } from "@/components/formulario/llamar";
import { useEnvio } from "@/components/formulario/usar-envio";
import { Boton } from "@/components/ui/boton";
import { RadioGrupo } from "@/components/ui/radio-grupo";
import { ResumenErrores } from "@/components/ui/resumen-errores";

type Props = {
  institucion: string;
  /** Key of this intent: sending the form twice adds one element. */
  clave: string;
  agregar: (previo: unknown, entrada: FormData) => Promise<RespuestaAccion<unknown>>;
};

const OPCIONES = [
  {
    valor: "actividad",
    texto: "Una actividad",
    detalle: "Con su objetivo, plazos, áreas, trámites, indicadores, respaldo, prioridad y costos.",
  },
  {
    valor: "objetivoEspecifico",
    texto: "Un objetivo específico",
    detalle: "Al que después se vinculan actividades.",
  },
  {
    valor: "indicadorSatisfaccion",
    texto: "Un indicador de satisfacción usuaria",
    detalle: "Con su fórmula, sentido y meta.",
  },
];

/** Chooses what kind of element is added; its content is typed in its own page. */
export function FormularioNuevo({ institucion, clave, agregar }: Props) {
  const { respuesta, formulario } = useEnvio(agregar);
  return (
    <form {...formulario} className="flex flex-col gap-6">
      <input type="hidden" name="institucion" value={institucion} />
      <input type="hidden" name="_clave" value={clave} />
      <ResumenErrores falla={respuesta?.ok === false ? respuesta.falla : null} />
      <RadioGrupo
        id="tipo"
        name="tipo"
        etiqueta="¿Qué agrega al plan?"
        valorInicial="actividad"
        opciones={OPCIONES}
      />
      <div>
        <Boton type="submit" textoPendiente="Agregando…">
          Agregar y escribir su contenido
        </Boton>
      </div>
    </form>
  );
}
