import { CALIDADES_JURIDICAS, GRUPOS } from "@/lib/guia/e3-2025/valores";
import { Escritura } from "../escritura";
import { COLUMNAS_DESTINATARIO } from "./columnas";

const etiqueta = (clave: string): string =>
  COLUMNAS_DESTINATARIO.find((c) => c.clave === clave)?.etiqueta ?? clave;

/** Blank list of recipients of the dissemination, with its lists to choose from. Returns the bytes of an .xlsx. */
export async function plantillaDestinatarios(): Promise<Uint8Array> {
  const escritura = new Escritura("Listado de destinatarios de la difusión");
  escritura.instrucciones("Listado de destinatarios de la difusión del informe", [
    "Escriba en la hoja «Destinatarios» una persona por fila, con su nombre y su cargo.",
    `Indique el grupo de cada persona: ${Object.values(GRUPOS).join(", ")}. Los tres grupos deben estar representados.`,
    `Para el personal indique además su calidad jurídica (${Object.values(CALIDADES_JURIDICAS).join(", ")}) y su área: debe haber personal de al menos dos áreas. El personal subcontratado queda excluido.`,
    "Puede pegar datos desde otra planilla: las columnas se reconocen por su nombre, en cualquier orden.",
  ]);
  await escritura.tabla(
    "Destinatarios",
    "Destinatarios de la difusión del informe de implementación",
    [
      { etiqueta: etiqueta("nombre"), tipo: "texto", ancho: 38, ayuda: "Nombres y apellidos." },
      { etiqueta: etiqueta("cargo"), tipo: "texto", ancho: 34, ayuda: "Cargo o función." },
      {
        etiqueta: etiqueta("grupo"),
        tipo: "texto",
        ancho: 30,
        ayuda: "Elija de la lista.",
        lista: Object.values(GRUPOS),
      },
      {
        etiqueta: etiqueta("calidadJuridica"),
        tipo: "texto",
        ancho: 22,
        ayuda: "Solo para el personal. Elija de la lista.",
        lista: Object.values(CALIDADES_JURIDICAS),
      },
      { etiqueta: etiqueta("area"), tipo: "texto", ancho: 38, ayuda: "Área o unidad de desempeño." },
    ],
    [],
  );
  return escritura.bytes();
}
