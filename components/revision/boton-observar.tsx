import { Icono } from "@/components/ui/iconos";
import { requisitoDeRuta } from "@/lib/flujo/reapertura";
import type { ArchivoRevisado } from "@/lib/flujo/vistaRevision";

type Props = {
  /** Pointer of the place; "" for a whole requirement. */
  ruta: string;
  /** How the place is called. */
  lugar: string;
  /** The requirement observed as a whole. */
  requisito?: string;
  archivo?: ArchivoRevisado | undefined;
};

/**
 * The pencil that observes a place. `Observador` hears it (there may be a thousand on a screen), and offers the
 * templates of the requirement that the place answers to.
 */
export function BotonObservar({ ruta, lugar, requisito, archivo }: Props) {
  return (
    <button
      type="button"
      data-observar={ruta}
      data-lugar={lugar}
      data-requisito={requisito ?? requisitoDeRuta(ruta) ?? undefined}
      data-archivo={archivo?.id ?? undefined}
      data-nombre={archivo?.nombre}
      className="no-imprimir inline-flex min-h-11 min-w-11 shrink-0 items-center justify-center rounded-sm text-primario hover:bg-tinte hover:text-primario-hover"
    >
      <Icono nombre="editar" />
      <span className="sr-only">Observar {lugar}</span>
    </button>
  );
}
