"use client";
import { useState } from "react";
import type { AccionInstitucion } from "@/components/formulario/llamar";
import { useAccion } from "@/components/formulario/usar-accion";
import { avisar } from "@/components/ui/avisos-cola";
import { Boton } from "@/components/ui/boton";
import { Confirmacion } from "@/components/ui/confirmacion";

type Props = {
  institucion: string;
  nombre: string;
  anio: number;
  /** Digest of what was checked on this page. */
  huella: string;
  archivos: number;
  enviar: AccionInstitucion<{ huella: string }, { version: number; codigo: string }>;
};

/** Sends the expediente once: the same key goes with every try until one of them is answered. */
export function BotonEnviarExpediente({ institucion, nombre, anio, huella, archivos, enviar }: Props) {
  const [abierto, setAbierto] = useState(false);
  const { llamarUnaVez, falla, cola, olvidar } = useAccion(enviar, institucion);

  async function confirmar() {
    const hecho = await llamarUnaVez({ huella });
    if (!hecho) return;
    setAbierto(false);
    // The receipt is drawn above: the person is at the foot of a long page.
    window.scrollTo({ top: 0 });
    avisar({ tono: "exito", texto: `Expediente enviado. Código de verificación: ${hecho.valor.codigo}.` });
  }

  return (
    <>
      <Boton
        onClick={async () => {
          // What is being typed is part of what is sent.
          await cola.terminar();
          olvidar();
          setAbierto(true);
        }}
      >
        Enviar a la Red de Expertos
      </Boton>
      <Confirmacion
        abierto={abierto}
        titulo={`¿Enviar el expediente ${anio} de ${nombre}?`}
        textoConfirmar="Enviar el expediente"
        textoPendiente="Enviando…"
        falla={falla?.mensaje}
        alCerrar={() => setAbierto(false)}
        alConfirmar={confirmar}
      >
        <p>
          Se envían el plan, el informe, las dos actas y la difusión, con{" "}
          {archivos === 1 ? "1 archivo" : `${archivos.toLocaleString("es-CL")} archivos`}, tal como están
          ahora. Quedará un comprobante con código, instante y huellas.
        </p>
        <p>
          Después no se podrá modificar nada, salvo que la Red de Expertos lo devuelva con observaciones. Se
          avisará por correo a las contrapartes y al Comité.
        </p>
      </Confirmacion>
    </>
  );
}
