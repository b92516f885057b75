"use client";
import { useState } from "react";
import { FormularioAccion } from "@/components/formulario/formulario-accion";
import type { AccionFormulario } from "@/components/formulario/llamar";
import { Casilla } from "@/components/ui/casilla-grupo";
import { EntradaTexto } from "@/components/ui/entrada-texto";
import { Seleccion } from "@/components/ui/seleccion";

type Props = {
  accion: AccionFormulario;
  /** Code; absent for functions of the Red. */
  institucion?: string;
  roles: readonly { valor: string; texto: string }[];
};

/** Who is invited, and to do what. */
export function FormularioInvitacion({ accion, institucion, roles }: Props) {
  const [rol, setRol] = useState("");
  return (
    <FormularioAccion
      accion={accion}
      ocultos={institucion === undefined ? {} : { institucion }}
      boton="Enviar invitación"
      textoPendiente="Enviando…"
      hecho="La invitación va en camino al correo indicado."
    >
      {({ campo, error, valor }) => (
        <>
          <EntradaTexto {...campo("nombre")} etiqueta="Nombre y apellidos" autoComplete="off" />
          <EntradaTexto
            {...campo("correo")}
            type="email"
            etiqueta="Correo institucional"
            ayuda="Ahí llegará un enlace que sirve una sola vez y dura 14 días."
            autoComplete="off"
          />
          <Seleccion
            {...campo("rol", "")}
            etiqueta="Función"
            vacia="Elija una función"
            opciones={roles}
            onChange={(evento) => setRol(evento.target.value)}
          />
          <EntradaTexto
            {...campo("cargo")}
            etiqueta="Cargo"
            ayuda="En integrantes del Comité es obligatorio: aparece en las actas."
            opcional={(valor("rol") ?? rol) !== "integrante_comite" && rol !== "integrante_comite"}
          />
          {institucion !== undefined && (
            <>
              <EntradaTexto {...campo("area")} etiqueta="Área o unidad" opcional />
              {(rol === "integrante_comite" || valor("rol") === "integrante_comite") && (
                <Casilla
                  id="preside"
                  name="preside"
                  value="si"
                  texto="Preside el Comité"
                  defaultChecked={valor("preside") === "si"}
                  error={error("preside")}
                />
              )}
            </>
          )}
        </>
      )}
    </FormularioAccion>
  );
}
