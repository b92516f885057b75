import type { FaltaCelda } from "../falla";
import type { HojaLeida, Libro } from "./tipo";

const aviso = (hoja: string, mensaje: string): FaltaCelda => ({
  hoja,
  celda: "",
  encontrado: "",
  esperado: "",
  mensaje,
  nivel: "aviso",
});

/** What a workbook brings from elsewhere, told on its first sheet without stopping anything. */
export function avisosDelLibro({ hojas, enlacesExternos }: Libro): FaltaCelda[] {
  if (!enlacesExternos) return [];
  const primera = hojas.find(({ oculta }) => !oculta)?.nombre ?? "";
  return [
    aviso(
      primera,
      "El libro tiene enlaces a otros archivos, que no se siguen: se leyeron los valores que el libro guardó de ellos. Revise que sean los últimos.",
    ),
  ];
}

/** That a hidden sheet has rows like the others, and they were not read. */
export const avisoDeOculta = ({ nombre }: HojaLeida): FaltaCelda =>
  aviso(
    nombre,
    `La hoja «${nombre}» está oculta y no se leyó. Si sus filas también van, muéstrela y vuelva a cargar el libro.`,
  );
