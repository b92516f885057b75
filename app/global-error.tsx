"use client";
import "./globales.css";

/** When not even the frame could be drawn: no component of ours, only words. */
export default function ErrorGlobal() {
  return (
    <html lang="es-CL">
      <body>
        <title>Algo falló · Plataforma CSEU</title>
        <main className="mx-auto max-w-xl p-6">
          <h1 className="text-3xl">Algo falló de nuestro lado</h1>
          <p className="mt-4">
            Lo que ya estaba guardado sigue guardado. Vuelva a cargar la página; si se repite, escriba a la
            mesa de ayuda.
          </p>
          <p className="mt-4">
            <a className="enlace" href="/inicio">
              Ir al inicio
            </a>
          </p>
        </main>
      </body>
    </html>
  );
}
