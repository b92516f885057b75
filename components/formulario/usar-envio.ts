"use client";
import { unstable_rethrow } from "next/navigation";
import { type FormEvent, startTransition, useActionState, useRef, useState } from "react";
import { requestFormReset } from "react-dom";
import { type AccionFormulario, type RespuestaFormulario, sinRespuesta } from "./llamar";

type Fallida = Extract<RespuestaFormulario, { ok: false }>;

/**
 * `useActionState` for a form whose action may give no answer (no network, another version of the platform): that is one
 * more failure, and the page and what was written stay. Works without script, and before it arrives.
 * @returns the last answer; what the `<form>` takes; and `dibujo`, which changes when an answer brings back what native
 * controls must show
 */
export function useEnvio<R extends { readonly ok: true } | Fallida>(accion: AccionFormulario<R>) {
  const [sinScript, action] = useActionState<R | null, FormData>(accion as never, null);
  const [{ respuesta, dibujo }, poner] = useState({ respuesta: sinScript as R | null, dibujo: "inicio" });
  const enCurso = useRef(false);

  function onSubmit(evento: FormEvent<HTMLFormElement>) {
    evento.preventDefault();
    if (enCurso.current) return;
    enCurso.current = true;
    const formulario = evento.currentTarget;
    const entrada = new FormData(formulario, (evento.nativeEvent as SubmitEvent).submitter);
    startTransition(async () => {
      try {
        const llegada = await accion(null, entrada);
        startTransition(() => {
          poner({ respuesta: llegada, dibujo: llegada.ok ? "inicio" : crypto.randomUUID() });
          // Whoever closed its window did not wait for the answer: there is nothing to begin again.
          if (llegada.ok && formulario.isConnected) requestFormReset(formulario);
        });
      } catch (error) {
        // Going to another page is told so too.
        unstable_rethrow(error);
        poner((antes) => ({ ...antes, respuesta: fallida(error, antes.respuesta) as R }));
      } finally {
        enCurso.current = false;
      }
    });
  }
  return { respuesta, dibujo, formulario: { action, onSubmit } };
}

/** What was brought back before is still what the controls began with. */
function fallida(error: unknown, antes: { readonly ok: true } | Fallida | null): Fallida {
  const valores = antes?.ok === false ? antes.valores : undefined;
  return { ok: false, falla: sinRespuesta(error, "Lo que escribió sigue aquí"), ...(valores && { valores }) };
}
