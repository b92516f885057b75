"use client";
import { useEffect, useState } from "react";
import { Alerta } from "@/components/ui/alerta";
import { Boton } from "@/components/ui/boton";

type Props = { titulo: string; href: string };

/**
 * The document itself inside the page, asked for when it is wanted. No page of ours may be framed, so the frame
 * shows the bytes (`blob:`); where the browser has no reader of its own, as on phones, it is opened apart.
 */
export function VistaPdf({ titulo, href }: Props) {
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
    <div className="flex flex-col items-start gap-3">
      {url ? (
        <iframe
          src={url}
          title={titulo}
          className="h-[80vh] w-full rounded-md border border-borde bg-neutro-suave"
        />
      ) : (
        <Boton variante="secundario" icono="ojo" textoPendiente="Dibujando…" onClick={dibujar}>
          {titulo}
        </Boton>
      )}
      {falla && (
        <Alerta tono="error" anuncia>
          {falla}
        </Alerta>
      )}
    </div>
  );
}
