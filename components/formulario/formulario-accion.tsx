"use client";
import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { type LlaveBorrador, useBorradorDelFormulario } from "@/components/formulario/borrador";
import type { AccionFormulario } from "@/components/formulario/llamar";
import { useEnvio } from "@/components/formulario/usar-envio";
import { avisar } from "@/components/ui/avisos-cola";
import { Boton } from "@/components/ui/boton";
import { ResumenErrores } from "@/components/ui/resumen-errores";

/** What a form tells the fields inside it. */
export type DeFormulario = {
  /** Props of a field that keeps a text: what had been typed, or the given start, and its message when at fault. */
  campo: (
    name: string,
    inicial?: string,
  ) => { id: string; name: string; defaultValue: string | undefined; error: string | undefined };
  /** Message of a field at fault, for those that choose among options. */
  error: (name: string) => string | undefined;
  /** What had been typed or chosen, or the given start. */
  valor: (name: string, inicial?: string) => string | undefined;
};

type Props = {
  accion: AccionFormulario;
  ocultos?: Readonly<Record<string, string>>;
  boton: string;
  textoPendiente: string;
  /** Said when it is done; absent when the action leads to another page. */
  hecho?: string;
  /** What is written in it and where: its paragraphs are kept in this browser until they are sent. */
  borrador?: LlaveBorrador;
  /** Begins the id of every field, so that two forms may share a page. */
  prefijo?: string;
  children: (lo: DeFormulario) => ReactNode;
};

/**
 * A form on a server action: works without script, says every fault with a link to its field, keeps what was typed,
 * and a repeated submission of the same intent is done once.
 */
export function FormularioAccion({
  accion,
  ocultos = {},
  boton,
  textoPendiente,
  hecho,
  borrador,
  prefijo = "",
  children,
}: Props) {
  const { respuesta, dibujo, formulario: envio } = useEnvio(accion);
  const formulario = useRef<HTMLFormElement>(null);
  const clave = useRef<HTMLInputElement>(null);
  const dicha = useRef<typeof respuesta>(null);

  useBorradorDelFormulario(formulario, borrador, respuesta);

  useEffect(() => {
    if (dicha.current === respuesta) return;
    dicha.current = respuesta;
    if (!respuesta?.ok) return;
    if (clave.current) clave.current.value = "";
    if (hecho) avisar({ tono: "exito", texto: hecho });
  }, [respuesta, hecho]);

  const falla = respuesta?.ok === false ? respuesta : null;
  const error: DeFormulario["error"] = (name) => falla?.falla.campos?.[name];
  const valor: DeFormulario["valor"] = (name, inicial) => falla?.valores?.[name] ?? inicial;
  const campo: DeFormulario["campo"] = (name, inicial) => ({
    id: `${prefijo}${name}`,
    name,
    defaultValue: valor(name, inicial),
    error: error(name),
  });

  // The key is born with the intent, at its first submission, and lasts until it is done.
  function alEnviar(evento: FormEvent<HTMLFormElement>) {
    if (clave.current && clave.current.value === "") clave.current.value = crypto.randomUUID();
    envio.onSubmit(evento);
  }

  return (
    <form
      ref={formulario}
      action={envio.action}
      onSubmit={alEnviar}
      className="flex max-w-2xl flex-col gap-6"
      noValidate
    >
      <ResumenErrores falla={falla?.falla ?? null} prefijo={prefijo} />
      <input ref={clave} type="hidden" name="_clave" defaultValue="" />
      {Object.entries(ocultos).map(([nombre, valor]) => (
        <input key={nombre} type="hidden" name={nombre} value={valor} />
      ))}
      {/* Drawn anew with each answer, so that native controls show what the answer brings back. */}
      <div key={dibujo} className="flex flex-col gap-6">
        {children({ campo, error, valor })}
      </div>
      <div>
        <Boton type="submit" textoPendiente={textoPendiente}>
          {boton}
        </Boton>
      </div>
    </form>
  );
}
