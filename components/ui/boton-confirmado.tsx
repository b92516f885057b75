"use client";
import { useState } from "react";
import { avisar } from "@/components/ui/avisos-cola";
import { Boton } from "@/components/ui/boton";
import { Confirmacion } from "@/components/ui/confirmacion";

type Respuesta = { ok: true } | { ok: false; falla: { mensaje: string } };

type Props<E> = {
  /** A server action. */
  accion: (previo: null, entrada: E) => Promise<Respuesta>;
  entrada: E;
  texto: string;
  /** Of whom or what, for who hears the button apart from its row. */
  nombre: string;
  titulo: string;
  explicacion: string;
  hecho: string;
  /** Drawn as what takes something away; so by default. */
  peligrosa?: boolean;
};

/** A button that asks before doing, does it once, and says what happened. */
export function BotonConfirmado<E>(props: Props<E>) {
  const { accion, entrada, texto, nombre, titulo, explicacion, hecho, peligrosa = true } = props;
  const [abierto, setAbierto] = useState(false);

  async function confirmar() {
    const respuesta = await accion(null, entrada);
    setAbierto(false);
    if (respuesta.ok) avisar({ tono: "exito", texto: hecho });
    else avisar({ tono: "error", texto: respuesta.falla.mensaje });
  }

  return (
    <>
      <Boton variante="sutil" onClick={() => setAbierto(true)}>
        {texto}
        <span className="sr-only"> {nombre}</span>
      </Boton>
      <Confirmacion
        abierto={abierto}
        titulo={titulo}
        textoConfirmar={texto}
        peligrosa={peligrosa}
        alCerrar={() => setAbierto(false)}
        alConfirmar={confirmar}
      >
        <p>{explicacion}</p>
      </Confirmacion>
    </>
  );
}
