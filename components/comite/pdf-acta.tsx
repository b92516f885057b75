"use client";
import { useRef, useState } from "react";
import { type ArchivoListo, subirArchivo } from "@/components/archivo/subir";
import { type ArchivoEnSubida, SubirArchivo } from "@/components/ui/subir-archivo";
import { LIMITES_ARCHIVO } from "@/lib/flujo/archivo";

export type PdfSubido = ArchivoListo;

type Props = {
  id: string;
  institucion: string;
  pdf: PdfSubido | null;
  alCambiar: (pdf: PdfSubido | null) => void;
  error?: string | undefined;
};

const enMegas = (bytes: number) =>
  `${(bytes / 1024 / 1024).toLocaleString("es-CL", { maximumFractionDigits: 1 })} MB`;

/** The scanned act: one PDF, sent by parts as soon as it is chosen. */
export function PdfDelActa({ id, institucion, pdf, alCambiar, error }: Props) {
  const [enCurso, setEnCurso] = useState<ArchivoEnSubida | null>(null);
  const elegido = useRef<{ id: string; archivo: File } | null>(null);
  const control = useRef<AbortController>(undefined);

  async function subir() {
    const uno = elegido.current;
    if (!uno) return;
    control.current = new AbortController();
    const base = { id: uno.id, nombre: uno.archivo.name, tamano: enMegas(uno.archivo.size) };
    const esPdf = uno.archivo.name.toLowerCase().endsWith(".pdf");
    if (!esPdf)
      return setEnCurso({
        ...base,
        estado: "error",
        mensaje: "El acta se adjunta en PDF. Escanéela o guárdela como PDF y elíjala de nuevo.",
      });
    setEnCurso({ ...base, estado: "subiendo", avance: 0 });
    const hecho = await subirArchivo({
      institucion,
      id: uno.id,
      archivo: uno.archivo,
      senal: control.current.signal,
      alAvanzar: (avance) => setEnCurso({ ...base, estado: "subiendo", avance }),
    });
    if (control.current.signal.aborted) return;
    if (!hecho.ok) return setEnCurso({ ...base, estado: "error", mensaje: hecho.mensaje });
    setEnCurso(null);
    alCambiar(hecho.archivo);
  }

  function elegir([archivo]: File[]) {
    if (!archivo) return;
    control.current?.abort();
    alCambiar(null);
    elegido.current = { id: crypto.randomUUID(), archivo };
    subir();
  }

  function quitar() {
    control.current?.abort();
    elegido.current = null;
    setEnCurso(null);
    alCambiar(null);
  }

  const listo: ArchivoEnSubida[] = pdf
    ? [{ id: pdf.id, nombre: pdf.nombre, tamano: enMegas(pdf.tamano), estado: "listo" }]
    : [];
  return (
    <SubirArchivo
      id={id}
      etiqueta="Acta escaneada"
      ayuda={`Un PDF de hasta ${LIMITES_ARCHIVO.tamanoMaximoTexto}, con las firmas. Sirve también si es solo la imagen escaneada.`}
      acepta=".pdf,application/pdf"
      varios={false}
      archivos={enCurso ? [enCurso] : listo}
      alElegir={elegir}
      alQuitar={quitar}
      alReintentar={subir}
      error={error}
    />
  );
}
