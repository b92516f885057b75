"use client";
import { FormularioAccion } from "@/components/formulario/formulario-accion";
import type { AccionFormulario } from "@/components/formulario/llamar";

type Props = { accion: AccionFormulario; ficha: string };

/** Asks before stopping a kind of mail. Works without script. */
export function FormularioBaja({ accion, ficha }: Props) {
  return (
    <FormularioAccion
      accion={accion}
      ocultos={{ ficha }}
      boton="Dejar de recibirlos"
      textoPendiente="Guardando…"
      hecho="Ya no le enviaremos correos de esto."
    >
      {() => <p>¿Quiere dejar de recibir estos correos?</p>}
    </FormularioAccion>
  );
}
