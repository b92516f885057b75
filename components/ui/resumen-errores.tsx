"use client";
import { type MouseEvent, useEffect, useRef } from "react";
import { fragmentoDe } from "@/lib/flujo/fragmento";
import { Alerta } from "./alerta";
import { idDeFragmento, llegarA } from "./llegar";

type Falla = { readonly mensaje: string; readonly campos?: Readonly<Record<string, string>> };

type Props = {
  /** What the last answer said was wrong; null while there is nothing. */
  falla: Falla | null;
  /** Begins the id of the control of each field, or of the fieldset of a group. */
  prefijo?: string;
};

/**
 * Why a form was not done, above it: each fault with a link that lands on its field, or what was said when it is about
 * none. It takes the focus once for each answer: drawing the form again, letter by letter, takes it from nobody.
 */
export function ResumenErrores({ falla, prefijo = "" }: Props) {
  const caja = useRef<HTMLDivElement>(null);
  useEffect(() => {
    caja.current?.focus();
  }, [falla]);

  if (!falla) return null;
  const errores = Object.entries(falla.campos ?? {});
  if (errores.length === 0)
    return (
      <div ref={caja} tabIndex={-1}>
        <Alerta tono="error" anuncia>
          {falla.mensaje}
        </Alerta>
      </div>
    );
  return (
    <div ref={caja} tabIndex={-1} role="alert" className="rounded-sm border-2 border-error bg-papel p-4">
      <h2 className="text-xl">
        {errores.length === 1 ? "Hay un problema" : `Hay ${errores.length} problemas`}
      </h2>
      <ul className="mt-2 flex flex-col">
        {errores.map(([campo, mensaje]) => (
          <li key={campo}>
            <a
              href={fragmentoDe(`${prefijo}${campo}`)}
              onClick={irAlCampo}
              className="inline-block min-h-11 py-2 font-medium text-error underline underline-offset-4 hover:text-error-hover"
            >
              {mensaje}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function irAlCampo(evento: MouseEvent<HTMLAnchorElement>) {
  const id = idDeFragmento(evento.currentTarget.hash);
  if (id !== null && llegarA(id)) evento.preventDefault();
}
