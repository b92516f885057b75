"use client";
import { useEffect, useState } from "react";
import { FormularioAccion } from "@/components/formulario/formulario-accion";
import type { AccionFormulario } from "@/components/formulario/llamar";
import { AreaTexto } from "@/components/ui/area-texto";
import { Boton } from "@/components/ui/boton";

type Props = {
  institucion: string;
  observacion: string;
  /** Of what, for who hears the buttons apart from their observation. */
  nombre: string;
  responder: AccionFormulario;
  atender: AccionFormulario;
  /** How many the thread has: when one more is drawn, the form has done its work. */
  mensajes: number;
  /** Already attended: only an answer can be added. */
  atendida: boolean;
};

/** Answering an observation, or saying that it was attended: one form at a time. */
export function Contestar({
  institucion,
  observacion,
  nombre,
  responder,
  atender,
  mensajes,
  atendida,
}: Props) {
  const [abierto, setAbierto] = useState<{ modo: "responde" | "atiende"; con: number } | null>(null);
  // After the form has said that it is done.
  useEffect(() => setAbierto((a) => (a && a.con !== mensajes ? null : a)), [mensajes]);
  const modo = abierto?.modo ?? null;
  if (modo === null)
    return (
      <div className="flex flex-wrap gap-3">
        {!atendida && (
          <Boton variante="secundario" onClick={() => setAbierto({ modo: "atiende", con: mensajes })}>
            Marcar como atendida<span className="sr-only">: {nombre}</span>
          </Boton>
        )}
        <Boton variante="sutil" onClick={() => setAbierto({ modo: "responde", con: mensajes })}>
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
        borrador={[responde ? "Respuesta" : "Qué se corrigió", nombre, observacion]}
        boton={responde ? "Enviar la respuesta" : "Marcar como atendida"}
        textoPendiente={responde ? "Enviando…" : "Marcando…"}
        hecho={responde ? "La respuesta quedó en la observación." : "La observación quedó como atendida."}
      >
        {({ campo }) => (
          <AreaTexto
            {...campo("texto")}
            etiqueta={responde ? "Su respuesta" : "Qué se corrigió"}
            opcional={!responde}
            ayuda={
              responde
                ? "La lee la dupla revisora cuando se envíe la nueva versión."
                : "La dupla revisora verá lo corregido y resolverá la observación, o insistirá."
            }
          />
        )}
      </FormularioAccion>
      <div>
        <Boton variante="sutil" onClick={() => setAbierto(null)}>
          Cerrar<span className="sr-only"> sin enviar</span>
        </Boton>
      </div>
    </div>
  );
}
