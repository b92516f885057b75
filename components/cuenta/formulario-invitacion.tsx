"use client";
import { type ComponentProps, useState } from "react";
import { Casilla } from "@/components/ui/casilla-grupo";
import { EntradaTexto } from "@/components/ui/entrada-texto";
import { FormularioAccion } from "@/components/ui/formulario-accion";
import { Seleccion } from "@/components/ui/seleccion";

type Props = {
  accion: ComponentProps<typeof FormularioAccion>["accion"];
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
      {({ error, valor }) => (
        <>
          <EntradaTexto
            id="nombre"
            name="nombre"
            etiqueta="Nombre y apellidos"
            autoComplete="off"
            defaultValue={valor("nombre")}
            error={error("nombre")}
          />
          <EntradaTexto
            id="correo"
            name="correo"
            type="email"
            etiqueta="Correo institucional"
            ayuda="Ahí llegará un enlace que sirve una sola vez y dura 14 días."
            autoComplete="off"
            defaultValue={valor("correo")}
            error={error("correo")}
          />
          <Seleccion
            id="rol"
            name="rol"
            etiqueta="Función"
            vacia="Elija una función"
            opciones={roles}
            defaultValue={valor("rol", "")}
            onChange={(evento) => setRol(evento.target.value)}
            error={error("rol")}
          />
          <EntradaTexto
            id="cargo"
            name="cargo"
            etiqueta="Cargo"
            ayuda="En integrantes del Comité es obligatorio: aparece en las actas."
            opcional={(valor("rol") ?? rol) !== "integrante_comite" && rol !== "integrante_comite"}
            defaultValue={valor("cargo")}
            error={error("cargo")}
          />
          {institucion !== undefined && (
            <>
              <EntradaTexto
                id="area"
                name="area"
                etiqueta="Área o unidad"
                opcional
                defaultValue={valor("area")}
                error={error("area")}
              />
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
