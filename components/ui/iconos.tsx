/* Drawn on a 24 grid, stroke of the current colour; always decorative: the word beside says it. */
const TRAZOS = {
  abajo: "m6 9 6 6 6-6",
  advertencia: "M12 4 2.8 19.5h18.4L12 4Zm0 6v4.5m0 2.5v.01",
  archivo: "M14 3H6v18h12V7l-4-4Zm0 0v4h4",
  buscar: "M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 5 5",
  calendario: "M4 6h16v14H4V6Zm0 4h16M8 3v5m8-5v5",
  campana: "M6 17V11a6 6 0 0 1 12 0v6l2 2H4l2-2Zm4 2a2 2 0 0 0 4 0",
  candado: "M6 11h12v9H6v-9Zm2.5 0V8a3.5 3.5 0 0 1 7 0v3",
  cerrar: "m6 6 12 12M18 6 6 18",
  circulo: "M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16Z",
  derecha: "m9 6 6 6-6 6",
  descargar: "M12 4v11m-5-5 5 5 5-5M4 20h16",
  editar: "M4 20h4L19 9l-4-4L4 16v4Z",
  error: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-13v5m0 3v.01",
  exito: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm-4-9 3 3 5-6",
  imprimir: "M7 8V3h10v5M7 17H4V8h16v9h-3M7 14h10v7H7v-7Z",
  info: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-10v5m0-8v.01",
  institucion: "M3 20h18M5 20v-9m4.7 9v-9m4.6 9v-9m4.7 9v-9M3 11h18L12 4l-9 7Z",
  izquierda: "m15 6-6 6 6 6",
  libro: "M12 6.5C10 5 7 4.5 3 4.5v14c4 0 7 .5 9 2 2-1.5 5-2 9-2v-14c-4 0-7 .5-9 2Zm0 0v14",
  listo: "m5 12.5 4.5 4.5L19 7.5",
  mas: "M12 5v14M5 12h14",
  menu: "M4 7h16M4 12h16M4 17h16",
  ojo: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Zm9.5 3a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z",
  ojoCerrado:
    "M4 4l16 16M9.5 5.8A9 9 0 0 1 12 5.5c6 0 9.5 6.5 9.5 6.5a17 17 0 0 1-3 3.7M6 7.5A16 16 0 0 0 2.5 12S6 18.5 12 18.5a9 9 0 0 0 4-.9",
  ordenar: "m8 9 4-4 4 4M8 15l4 4 4-4",
  papelera: "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13",
  persona: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 9c0-4 3.5-6 8-6s8 2 8 6",
  quitar: "M5 12h14",
  reloj: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-14v5l3.5 2",
  salir: "M14 4H5v16h9M10 12h11m-4-4 4 4-4 4",
  sinConexion: "M4 4l16 16M7 18a4 4 0 0 1-.6-8M10 6.6A6 6 0 0 1 18 11a3.5 3.5 0 0 1 2.5 5.6",
  subir: "M12 16V5m-5 5 5-5 5 5M4 20h16",
} as const;

export type NombreIcono = keyof typeof TRAZOS | "giro";

type Props = { nombre: NombreIcono; className?: string };

/** A 1.25em line icon, hidden from assistive technology. */
export function Icono({ nombre, className = "" }: Props) {
  const gira = nombre === "giro";
  return (
    <svg
      viewBox="0 0 24 24"
      width="1.25em"
      height="1.25em"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      className={`shrink-0 ${gira ? "giro" : ""} ${className}`}
    >
      <path d={gira ? "M12 3a9 9 0 1 1-9 9" : TRAZOS[nombre]} />
    </svg>
  );
}
