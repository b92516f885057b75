"use client";
import { FormularioAccion } from "@/components/formulario/formulario-accion";
import { EntradaClave } from "@/components/ui/entrada-clave";
import { EntradaTexto } from "@/components/ui/entrada-texto";
import { aceptar } from "./acciones";

type Props = { token: string; correo: string; nombre: string; tieneCuenta: boolean };

/** Accepts an invitation: with a new account, or with the one the e-mail already has. */
export function FormularioAceptar({ token, correo, nombre, tieneCuenta }: Props) {
  return (
    <FormularioAccion
      accion={aceptar}
      ocultos={tieneCuenta ? { token, nombre } : { token }}
      boton={tieneCuenta ? "Aceptar la invitación" : "Crear mi cuenta"}
      textoPendiente="Un momento…"
    >
      {({ campo }) => (
        <>
          <EntradaTexto id="correo" etiqueta="Correo" autoComplete="username" value={correo} readOnly />
          {!tieneCuenta && (
            <EntradaTexto {...campo("nombre", nombre)} etiqueta="Nombre y apellidos" autoComplete="name" />
          )}
          <EntradaClave
            {...campo("clave")}
            etiqueta={tieneCuenta ? "Su clave" : "Elija una clave"}
            autoComplete={tieneCuenta ? "current-password" : "new-password"}
            ayuda={
              tieneCuenta
                ? "Ya tiene cuenta con este correo: use su clave de siempre."
                : "Al menos 12 caracteres. Una frase de varias palabras es fácil de recordar y difícil de adivinar."
            }
          />
        </>
      )}
    </FormularioAccion>
  );
}
