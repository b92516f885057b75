import { clases } from "@/components/ui/clases";
import { Enlace } from "@/components/ui/enlace";
import { Icono } from "@/components/ui/iconos";
import { CierreNavegacion } from "./cierre-navegacion";

export type Seccion = {
  texto: string;
  href: string;
  actual?: boolean /** Things waiting there. */;
  cuenta?: number;
};

/** Sections: a row from 768 px on, a side panel on a phone. The browser's popover does it all, without script. */
export function Navegacion({ secciones }: { secciones: readonly Seccion[] }) {
  return (
    <nav id="navegacion" popover="auto" aria-label="Secciones" className="marco-nav">
      <button
        type="button"
        popoverTarget="navegacion"
        popoverTargetAction="hide"
        className="mb-3 ml-auto flex min-h-11 items-center gap-2 rounded-sm px-3 text-primario hover:bg-tinte md:hidden"
      >
        <Icono nombre="cerrar" />
        Cerrar
      </button>
      <CierreNavegacion />
      <ul className="mx-auto flex max-w-marco flex-col gap-x-1 md:flex-row md:flex-wrap md:px-3">
        {secciones.map((seccion) => (
          <li key={seccion.href}>
            <Enlace
              href={seccion.href}
              aria-current={seccion.actual ? "page" : undefined}
              className={clases(
                "flex min-h-11 items-center gap-2 rounded-sm px-3 py-2 hover:bg-tinte hover:text-primario-hover max-md:border-l-4 md:rounded-b-none md:border-b-4",
                seccion.actual ? "border-primario font-medium text-titulo" : "border-transparent text-texto",
              )}
            >
              {seccion.texto}
              {seccion.cuenta ? (
                <span className="rounded-full bg-tinte px-2 text-sm font-medium text-primario-hover tabular-nums">
                  {seccion.cuenta}
                  <span className="sr-only"> pendientes</span>
                </span>
              ) : null}
            </Enlace>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Opens the sections on a phone. */
export function BotonNavegacion() {
  return (
    <button
      type="button"
      popoverTarget="navegacion"
      className="inline-flex min-h-11 items-center gap-2 rounded-sm px-2 text-papel hover:bg-primario-hover md:hidden"
    >
      <Icono nombre="menu" />
      Menú
    </button>
  );
}
