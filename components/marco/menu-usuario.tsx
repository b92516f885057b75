import type { ReactNode } from "react";
import { Desplegable } from "@/components/ui/desplegable";
import { Enlace } from "@/components/ui/enlace";

export type EnlaceMenu = { texto: string; href: string };

type Props = {
  nombre: string;
  /** «Contraparte titular». */
  rol?: string;
  enlaces: readonly EnlaceMenu[];
  /** The form that signs out: changing something is never a link. */
  salida?: ReactNode;
};

/** Who I am here, my things, and the way out. */
export function MenuUsuario({ nombre, rol, enlaces, salida }: Props) {
  return (
    <Desplegable
      fondo="oscuro"
      icono="persona"
      etiqueta="Menú de"
      texto={<span className="block truncate max-sm:sr-only sm:max-w-48">{nombre}</span>}
    >
      <p className="px-3 py-2">
        <span className="block font-medium">{nombre}</span>
        {rol && <span className="text-texto-suave">{rol}</span>}
      </p>
      <ListaMenu enlaces={enlaces} />
      {salida && <div className="mt-2 border-t border-borde pt-2">{salida}</div>}
    </Desplegable>
  );
}

/** Links of a panel, each a full row. */
export function ListaMenu({ enlaces, actual }: { enlaces: readonly EnlaceMenu[]; actual?: string }) {
  return (
    <ul>
      {enlaces.map((enlace) => (
        <li key={enlace.href}>
          <Enlace
            href={enlace.href}
            aria-current={enlace.href === actual ? "true" : undefined}
            className="flex min-h-11 items-center rounded-sm px-3 py-2 text-primario hover:bg-tinte hover:text-primario-hover aria-[current]:bg-tinte aria-[current]:font-medium aria-[current]:text-titulo"
          >
            {enlace.texto}
          </Enlace>
        </li>
      ))}
    </ul>
  );
}
