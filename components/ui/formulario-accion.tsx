"use client";
import { type ReactNode, useActionState, useEffect, useRef } from "react";
import { Alerta } from "@/components/ui/alerta";
import { avisar } from "@/components/ui/avisos-cola";
import { Boton } from "@/components/ui/boton";
import { ResumenErrores } from "@/components/ui/resumen-errores";

type Falla = { mensaje: string; campos?: Readonly<Record<string, string>> };
type Respuesta =
  | { ok: true; valor?: unknown }
  | { ok: false; falla: Falla; valores?: Readonly<Record<string, string>> };

type Lo = {
  /** Message of a field at fault. */
  error: (campo: string) => string | undefined;
  /** What had been typed, or the given start. */
  valor: (campo: string, inicial?: string) => string | undefined;
};

type Props = {
  /** A server action for `useActionState`. */
  accion: (previo: unknown, entrada: FormData) => Promise<Respuesta>;
  ocultos?: Readonly<Record<string, string>>;
  boton: string;
  textoPendiente: string;
  /** Said when it is done; absent when the action leads to another page. */
  hecho?: string;
  /** Fields are named `prefijo-name` on the screen, so that two forms may share a page. */
  prefijo?: string;
  children: (lo: Lo) => ReactNode;
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
  prefijo = "",
  children,
}: Props) {
  const [respuesta, enviar] = useActionState<Respuesta | null, FormData>(accion, null);
  const clave = useRef<HTMLInputElement>(null);
  const dicha = useRef<Respuesta | null>(null);

  useEffect(() => {
    if (dicha.current === respuesta) return;
    dicha.current = respuesta;
    if (!respuesta?.ok) return;
    if (clave.current) clave.current.value = "";
    if (hecho) avisar({ tono: "exito", texto: hecho });
  }, [respuesta, hecho]);

  const falla = respuesta?.ok === false ? respuesta : null;
  const campos = Object.entries(falla?.falla.campos ?? {});
  const lo: Lo = {
    error: (campo) => falla?.falla.campos?.[campo],
    valor: (campo, inicial) => falla?.valores?.[campo] ?? inicial,
  };

  // The key is born with the intent, at its first submission, and lasts until it is done.
  function alEnviar() {
    if (clave.current && clave.current.value === "") clave.current.value = crypto.randomUUID();
  }

  return (
    <form action={enviar} onSubmit={alEnviar} className="flex max-w-2xl flex-col gap-6" noValidate>
      {campos.length > 0 ? (
        <ResumenErrores
          errores={campos.map(([campo, mensaje]) => ({ campo: `${prefijo}${campo}`, mensaje }))}
        />
      ) : (
        falla && (
          <Alerta tono="error" anuncia>
            {falla.falla.mensaje}
          </Alerta>
        )
      )}
      <input ref={clave} type="hidden" name="_clave" defaultValue="" />
      {Object.entries(ocultos).map(([nombre, valor]) => (
        <input key={nombre} type="hidden" name={nombre} value={valor} />
      ))}
      {/* Drawn anew with each answer, so that native controls show what the answer brings back. */}
      <div
        key={falla ? `falla-${campos.length}-${JSON.stringify(falla.valores)}` : "inicio"}
        className="flex flex-col gap-6"
      >
        {children(lo)}
      </div>
      <div>
        <Boton type="submit" textoPendiente={textoPendiente}>
          {boton}
        </Boton>
      </div>
    </form>
  );
}
