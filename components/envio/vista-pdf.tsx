"use client";
import { useEffect, useState } from "react";
import { Alerta } from "@/components/ui/alerta";
import { Boton } from "@/components/ui/boton";
import { clases } from "@/components/ui/clases";

type Props = { formulario: string; href: string };

/**
 * The document itself inside the page, asked for when it is wanted. No page of ours may be framed, so the frame
 * shows the bytes (`blob:`); where the browser has no reader of its own, as on phones, it is opened apart.
 */
export function VistaPdf({ formulario, href }: Props) {
  const [url, setUrl] = useState<string | null>(null);
  const [falla, setFalla] = useState<string | null>(null);
  const [muestra, setMuestra] = useState(false);
  useEffect(() => setMuestra(navigator.pdfViewerEnabled), []);
  useEffect(() => {
    if (url) return () => URL.revokeObjectURL(url);
  }, [url]);
  if (!muestra) return null;

  async function dibujar() {
    setFalla(null);
    const respuesta = await fetch(href).catch(() => null);
    if (!respuesta?.ok) return setFalla("No se pudo dibujar el documento. Inténtelo de nuevo.");
    setUrl(URL.createObjectURL(await respuesta.blob()));
  }

  return (
    <div className={clases("flex flex-col items-start gap-3", url !== null && "w-full")}>
      <Boton
        variante="secundario"
        icono={url ? "cerrar" : "ojo"}
        textoPendiente="Dibujando…"
        onClick={url ? () => setUrl(null) : dibujar}
      >
        {url ? `Cerrar la vista de ${formulario}` : `Ver aquí el formulario ${formulario}`}
      </Boton>
      {url && (
        <iframe
          src={url}
          title={`Formulario ${formulario}`}
          className="h-[80vh] w-full rounded-md border border-borde bg-neutro-suave"
        />
      )}
      {falla && (
        <Alerta tono="error" anuncia>
          {falla}
        </Alerta>
      )}
    </div>
  );
}
