"use client";
import { FormularioAccion } from "@/components/formulario/formulario-accion";
import { useEnvio } from "@/components/formulario/usar-envio";
import { Alerta } from "@/components/ui/alerta";
import { Boton } from "@/components/ui/boton";
import { EntradaClave } from "@/components/ui/entrada-clave";
import { EntradaTexto } from "@/components/ui/entrada-texto";
import { elegir, pedir } from "./acciones";

/** Asks for a link. Its answer is the same whether or not the e-mail has an account. */
export function FormularioPedirClave() {
  const { respuesta, dibujo, formulario } = useEnvio(pedir);
  const falla = respuesta?.ok === false ? respuesta : null;
  if (respuesta?.ok) {
    return (
      <Alerta tono="exito" titulo="Revise su correo" anuncia>
        Si ese correo tiene cuenta, en unos minutos llegará un enlace que sirve una sola vez y dura 2 horas.
      </Alerta>
    );
  }
  return (
    <form {...formulario} className="flex flex-col gap-6" noValidate>
      <EntradaTexto
        key={dibujo}
        id="correo"
        name="correo"
        type="email"
        etiqueta="Correo"
        autoComplete="username"
        defaultValue={falla?.valores?.correo}
        error={falla ? (falla.falla.campos?.correo ?? falla.falla.mensaje) : undefined}
      />
      <div>
        <Boton type="submit" textoPendiente="Enviando…">
          Enviar enlace
        </Boton>
      </div>
    </form>
  );
}

/** Chooses the new password. */
export function FormularioElegirClave({ token, correo }: { token: string; correo: string }) {
  return (
    <FormularioAccion
      accion={elegir}
      ocultos={{ token }}
      boton="Guardar mi clave"
      textoPendiente="Guardando…"
    >
      {({ campo }) => (
        <>
          <EntradaTexto id="correo" etiqueta="Correo" autoComplete="username" value={correo} readOnly />
          <EntradaClave
            {...campo("clave")}
            etiqueta="Clave nueva"
            autoComplete="new-password"
            ayuda="Al menos 12 caracteres. Una frase de varias palabras es fácil de recordar y difícil de adivinar."
          />
        </>
      )}
    </FormularioAccion>
  );
}
