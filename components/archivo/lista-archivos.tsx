import { Icono } from "@/components/ui/iconos";
import { enPalabras } from "./tamano";

export type ArchivoVisto = {
  readonly id: string;
  readonly nombre: string;
  readonly tamano: number;
};

type Props = {
  institucion: string;
  etiqueta: string;
  archivos: readonly ArchivoVisto[];
  /** Without it they can only be read. */
  alQuitar?: ((archivo: ArchivoVisto) => void) | undefined;
};

/** Files already on the platform: each can be opened, and taken away by who fills in. */
export function ListaArchivos({ institucion, etiqueta, archivos, alQuitar }: Props) {
  if (archivos.length === 0) return null;
  return (
    <ul aria-label={etiqueta} className="divide-y divide-borde rounded-md border border-borde bg-papel">
      {archivos.map((archivo) => (
        <li key={archivo.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
          <Icono nombre="archivo" className="text-texto-suave" />
          <div className="min-w-0 flex-1 basis-48">
            <a
              href={`/institucion/${institucion}/archivo/${archivo.id}`}
              className="enlace inline-block min-h-6 break-all"
            >
              {archivo.nombre}
            </a>
            <span className="block text-sm text-texto-suave">{enPalabras(archivo.tamano)}</span>
          </div>
          {alQuitar && (
            <button
              type="button"
              onClick={() => alQuitar(archivo)}
              className="no-imprimir min-h-11 rounded-sm px-3 text-primario underline underline-offset-4 hover:bg-tinte hover:text-primario-hover"
            >
              Quitar<span className="sr-only"> {archivo.nombre}</span>
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
