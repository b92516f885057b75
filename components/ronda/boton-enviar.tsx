"use client";
import { useState } from "react";
import type { AccionInstitucion } from "@/components/formulario/llamar";
import { useAccion } from "@/components/formulario/usar-accion";
import { avisar } from "@/components/ui/avisos-cola";
import { Boton } from "@/components/ui/boton";
import { Confirmacion } from "@/components/ui/confirmacion";

type Props = {
  institucion: string;
  ronda: string;
  nombre: string;
  huella: string;
  enviar: AccionInstitucion<{ ronda: string; huella: string }, { version: number; codigo: string }>;
};

/** Sends the expediente as it stands to a preliminary round, once: the same key goes with every try until one is answered. */
export function BotonEnviarARonda({ institucion, ronda, nombre, huella, enviar }: Props) {
  const [abierto, setAbierto] = useState(false);
  const { llamarUnaVez, falla, cola, olvidar } = useAccion(enviar, institucion);

  async function confirmar() {
    const hecho = await llamarUnaVez({ ronda, huella });
    if (!hecho) return;
    setAbierto(false);
    window.scrollTo({ top: 0 });
    avisar({
      tono: "exito",
      texto: `Versión ${hecho.valor.version} enviada a «${nombre}». Puede seguir trabajando.`,
    });
  }

  return (
    <>
      <Boton
        onClick={async () => {
          await cola.terminar();
          olvidar();
          setAbierto(true);
        }}
      >
        Enviar a esta ronda
      </Boton>
      <Confirmacion
        abierto={abierto}
        titulo={`¿Enviar el expediente a «${nombre}»?`}
        textoConfirmar="Enviar a la ronda"
        textoPendiente="Enviando…"
        falla={falla?.mensaje}
        alCerrar={() => setAbierto(false)}
        alConfirmar={confirmar}
      >
        <p>
          Se envía una copia tal como está ahora, aunque le falten cosas. Es voluntario y no reemplaza el
          envío final: el expediente sigue abierto y puede seguir trabajando en él.
        </p>
      </Confirmacion>
    </>
  );
}
