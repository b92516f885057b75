"use client";
import { type ComponentProps, useState } from "react";
import { FormularioAccion } from "@/components/cuenta/formulario-accion";
import { AreaTexto } from "@/components/ui/area-texto";
import { Boton } from "@/components/ui/boton";

type Accion = ComponentProps<typeof FormularioAccion>["accion"];

type Props = {
  institucion: string;
  observacion: string;
  /** Of what, for who hears the buttons apart from their observation. */
  nombre: string;
  responder: Accion;
  atender: Accion;
  /** Already attended: only an answer can be added. */
  atendida: boolean;
};

/** Answering an observation, or saying that it was attended: one form at a time. */
export function Contestar({ institucion, observacion, nombre, responder, atender, atendida }: Props) {
  const [modo, setModo] = useState<"responde" | "atiende" | null>(null);
  if (modo === null)
    return (
      <div className="flex flex-wrap gap-3">
        {!atendida && (
          <Boton variante="secundario" onClick={() => setModo("atiende")}>
            Marcar como atendida<span className="sr-only">: {nombre}</span>
          </Boton>
        )}
        <Boton variante="sutil" onClick={() => setModo("responde")}>
          Responder<span className="sr-only">: {nombre}</span>
        </Boton>
      </div>
    );
  const responde = modo === "responde";
  const prefijo = `${modo}-${observacion}-`;
  return (
    <div className="flex flex-col gap-3">
      <FormularioAccion
        key={modo}
        accion={responde ? responder : atender}
        ocultos={{ institucion, observacion }}
        prefijo={prefijo}
        boton={responde ? "Enviar la respuesta" : "Marcar como atendida"}
        textoPendiente={responde ? "Enviando…" : "Marcando…"}
        hecho={responde ? "La respuesta quedó en la observación." : "La observación quedó como atendida."}
      >
        {({ error, valor }) => (
          <AreaTexto
            id={`${prefijo}texto`}
            name="texto"
            etiqueta={responde ? "Su respuesta" : "Qué se corrigió"}
            opcional={!responde}
            ayuda={
              responde
                ? "La lee la dupla revisora cuando se envíe la nueva versión."
                : "La dupla revisora verá lo corregido y resolverá la observación, o insistirá."
            }
            defaultValue={valor("texto")}
            error={error("texto")}
          />
        )}
      </FormularioAccion>
      <div>
        <Boton variante="sutil" onClick={() => setModo(null)}>
          Cerrar<span className="sr-only"> sin enviar</span>
        </Boton>
      </div>
    </div>
  );
}
