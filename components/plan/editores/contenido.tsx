"use client";
import type { ComponentType } from "react";
import { Vivo } from "@/components/formulario/campos";
import { useBloqueo } from "@/components/observacion/observado";
import type { CitaGuia } from "@/components/ui/campo";
import type { ValorCampo } from "@/lib/flujo/campo";
import { NOMBRES_COMPONENTE } from "@/lib/guia/e3-2025/valores";
import { EditorIndicador, EditorIndicadores } from "./indicadores";
import { EditorAreas, EditorCostos, EditorTramites } from "./listas";
import { EditorObjetivo, EditorPlazos, EditorPriorizacion, EditorTexto } from "./simples";
import { comoObjeto, type OpcionesEditor, type PropsEditor } from "./tipo";

export type { OpcionesEditor } from "./tipo";

const EDITOR: Readonly<Record<string, ComponentType<PropsEditor>>> = {
  texto: EditorTexto,
  descripcion: EditorTexto,
  poblacionObjetivo: EditorTexto,
  sistemasRespaldo: EditorTexto,
  objetivoEspecifico: EditorObjetivo,
  plazos: EditorPlazos,
  areasResponsables: EditorAreas,
  tramites: EditorTramites,
  indicadoresDesempeno: EditorIndicadores,
  indicador: EditorIndicador,
  priorizacion: EditorPriorizacion,
  costos: EditorCostos,
};

type Props = {
  lugar: string;
  contenido: ValorCampo;
  bloqueado: boolean;
  opciones: OpcionesEditor;
  guia?: CitaGuia | undefined;
};

/** The new content of a component: one field of the queue, whatever its shape. */
export function EditorContenido({
  lugar,
  contenido,
  componente,
  etiqueta,
  bloqueado: pedido,
  opciones,
  guia,
}: Props & { componente: string; etiqueta: string }) {
  const bloqueado = useBloqueo(lugar, pedido);
  const Editor = EDITOR[componente];
  return (
    <Vivo lugar={lugar} valor={contenido} etiqueta={etiqueta} bloqueado={bloqueado}>
      {(campo, junto) =>
        Editor && (
          <>
            <Editor
              id={lugar}
              etiqueta={etiqueta}
              valor={campo.valor}
              cambiar={(valor) => campo.escribir(valor as ValorCampo)}
              confirmar={campo.confirmar}
              bloqueado={bloqueado}
              opciones={opciones}
              guia={guia}
            />
            <div className="flex justify-end">{junto}</div>
          </>
        )
      }
    </Vivo>
  );
}

const PARTES: Readonly<Record<string, readonly string[]>> = {
  objetivoEspecifico: ["descripcion"],
  indicadorSatisfaccion: ["indicador"],
  actividad: [
    "descripcion",
    "objetivoEspecifico",
    "plazos",
    "areasResponsables",
    "poblacionObjetivo",
    "tramites",
    "indicadoresDesempeno",
    "sistemasRespaldo",
    "priorizacion",
    "costos",
  ],
};

/** A whole new element, its parts one below the other. Parts that are several keys of it (areas, indicator) edit it whole. */
const ENTERAS = new Set(["areasResponsables", "indicador"]);

export function EditorElemento({
  lugar,
  contenido,
  tipo,
  bloqueado: pedido,
  opciones,
  guia,
}: Props & { tipo: string }) {
  const bloqueado = useBloqueo(lugar, pedido);
  return (
    <Vivo lugar={lugar} valor={contenido} etiqueta="Elemento nuevo" bloqueado={bloqueado}>
      {(campo, junto) => {
        const elemento = comoObjeto(campo.valor);
        return (
          <div className="flex flex-col gap-6">
            {(PARTES[tipo] ?? []).map((parte, indice) => {
              const Editor = EDITOR[parte];
              const entera = ENTERAS.has(parte);
              const etiqueta =
                tipo === "objetivoEspecifico"
                  ? "Descripción del objetivo específico"
                  : NOMBRES_COMPONENTE[parte as keyof typeof NOMBRES_COMPONENTE];
              return (
                Editor && (
                  <Editor
                    key={parte}
                    id={indice === 0 ? lugar : `${lugar}-${parte}`}
                    etiqueta={etiqueta}
                    valor={entera ? elemento : elemento[parte]}
                    cambiar={(valor) =>
                      campo.escribir(
                        entera ? { ...elemento, ...comoObjeto(valor) } : { ...elemento, [parte]: valor },
                      )
                    }
                    confirmar={campo.confirmar}
                    bloqueado={bloqueado}
                    opciones={opciones}
                    guia={indice === 0 ? guia : undefined}
                  />
                )
              );
            })}
            <div className="flex justify-end">{junto}</div>
          </div>
        );
      }}
    </Vivo>
  );
}
