"use client";
import { Bandera } from "@/components/marco/bandera";
import { Pie } from "@/components/marco/pie";
import { Salto } from "@/components/marco/salto";
import { estiloBoton } from "@/components/ui/estilo-boton";

function numeroDe(error: unknown): string | null {
  const digest = error instanceof Error && "digest" in error ? error.digest : null;
  return typeof digest === "string" ? digest : null;
}

/** Every page carries this one with it: plain links and buttons, which weigh nothing and need nothing that may have failed. */
export default function PaginaDeError({ error, retry }: { error: unknown; retry: () => void }) {
  const numero = numeroDe(error);
  return (
    <div className="flex min-h-dvh flex-col">
      <Salto />
      <header className="bg-primario-activo text-papel">
        <Bandera />
        <div className="mx-auto flex max-w-marco items-center px-4 py-2 sm:px-6">
          <a
            href="/"
            className="inline-flex min-h-11 items-center rounded-sm font-titulo text-lg font-semibold text-papel"
          >
            Plataforma CSEU
          </a>
        </div>
      </header>
      <main
        id="contenido"
        tabIndex={-1}
        className="mx-auto flex w-full max-w-xl flex-1 flex-col items-start gap-6 px-4 pt-9 sm:px-6"
      >
        <div>
          <h1 className="text-2xl sm:text-3xl">Algo falló de nuestro lado</h1>
          <p className="mt-2 text-lg text-texto-suave">
            Lo que ya estaba guardado sigue guardado. Vuelva a intentarlo; si se repite, escriba a la mesa de
            ayuda.
          </p>
        </div>
        {numero && (
          <p>
            Número para la mesa de ayuda: <strong className="font-bold tabular-nums">{numero}</strong>
          </p>
        )}
        <div className="flex flex-wrap gap-3">
          <button type="button" onClick={retry} className={estiloBoton("primario")}>
            Volver a intentar
          </button>
          <a href="/inicio" className={estiloBoton("secundario")}>
            Ir al inicio
          </a>
        </div>
      </main>
      <Pie />
    </div>
  );
}
