"use client";
import { FormularioAccion } from "@/components/formulario/formulario-accion";
import { EntradaClave } from "@/components/ui/entrada-clave";
import { EntradaRut } from "@/components/ui/entrada-rut";
import { EntradaTexto } from "@/components/ui/entrada-texto";
import { cambiarMiClave, guardarMiPerfil } from "./acciones";

/** The person's own name and RUN. */
export function FormularioPerfil({ correo, nombre, run }: { correo: string; nombre: string; run: string }) {
  return (
    <FormularioAccion
      accion={guardarMiPerfil}
      boton="Guardar"
      textoPendiente="Guardando…"
      hecho="Sus datos quedaron guardados."
    >
      {({ campo }) => (
        <>
          <EntradaTexto
            id="correo"
            etiqueta="Correo"
            ayuda="Es con el que ingresa. Para cambiarlo, pida una invitación al correo nuevo."
            value={correo}
            readOnly
          />
          <EntradaTexto {...campo("nombre", nombre)} etiqueta="Nombre y apellidos" autoComplete="name" />
          <EntradaRut
            {...campo("run", run)}
            etiqueta="RUN"
            ayuda="Con él podrá ingresar también con ClaveÚnica, si su institución la usa."
            opcional
          />
        </>
      )}
    </FormularioAccion>
  );
}

/** A new password, knowing the present one. */
export function FormularioClave() {
  return (
    <FormularioAccion
      accion={cambiarMiClave}
      boton="Cambiar clave"
      textoPendiente="Cambiando…"
      hecho="Su clave cambió y sus otras sesiones se cerraron."
    >
      {({ campo }) => (
        <>
          <EntradaClave {...campo("actual")} etiqueta="Clave actual" />
          <EntradaClave
            {...campo("nueva")}
            etiqueta="Clave nueva"
            autoComplete="new-password"
            ayuda="Al menos 12 caracteres. Una frase de varias palabras es fácil de recordar y difícil de adivinar."
          />
        </>
      )}
    </FormularioAccion>
  );
}
