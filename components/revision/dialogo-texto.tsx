"use client";
import { type ReactNode, useState } from "react";
import { useBorrador } from "@/components/formulario/borrador";
import { AreaTexto } from "@/components/ui/area-texto";
import { Boton } from "@/components/ui/boton";
import { Dialogo } from "@/components/ui/dialogo";
import type { VarianteBoton } from "@/components/ui/estilo-boton";
import { Falla } from "./falla";
import { type Accion, useAccionRevision } from "./usar-accion-revision";

type Props<C extends string, E> = {
  accion: Accion<E & Record<C, string>>;
  /** What goes with the text. */
  entrada: E;
  /** Name of the field that the text is sent as. */
  campo: C;
  /** Of the box; of what is written about one thing and no other: what was typed for it waits under this name. */
  id: string;
  boton: ReactNode;
  variante?: VarianteBoton;
  titulo: string;
  explicacion?: ReactNode;
  etiqueta: string;
  ayuda?: string;
  inicial?: string;
  opcional?: boolean;
  /** The verb of what will happen. */
  confirmar: string;
  hecho: string;
};

/** A button that asks for a text (a reason, an answer) and then acts. What was typed stays until it is done. */
export function DialogoTexto<C extends string, E>(props: Props<C, E>) {
  const { accion, entrada, campo, id, variante = "sutil", titulo, inicial = "", confirmar, hecho } = props;
  const [abierto, setAbierto] = useState(false);
  const [texto, setTexto, enviado] = useBorrador([titulo, id], inicial);
  const {
    llamar,
    falla,
    campo: delTexto,
  } = useAccionRevision(accion, hecho, { [campo]: { id, valor: texto } });

  async function hacer() {
    const lista = { ...entrada, [campo]: texto } as E & Record<C, string>;
    if (!(await llamar(lista))) return;
    enviado();
    setAbierto(false);
  }

  return (
    <>
      <Boton variante={variante} onClick={() => setAbierto(true)}>
        {props.boton}
      </Boton>
      <Dialogo
        abierto={abierto}
        alCerrar={() => setAbierto(false)}
        titulo={titulo}
        acciones={
          <>
            <Boton onClick={hacer} textoPendiente="Guardando…">
              {confirmar}
            </Boton>
            <Boton variante="secundario" onClick={() => setAbierto(false)}>
              Volver
            </Boton>
          </>
        }
      >
        <div className="flex flex-col gap-4">
          <Falla falla={falla} />
          {props.explicacion}
          <AreaTexto
            {...delTexto(campo)}
            etiqueta={props.etiqueta}
            ayuda={props.ayuda}
            opcional={props.opcional ?? false}
            value={texto}
            onChange={(evento) => setTexto(evento.currentTarget.value)}
          />
        </div>
      </Dialogo>
    </>
  );
}
