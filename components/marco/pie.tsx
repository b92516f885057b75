import type { ReactNode } from "react";

/** Foot of every page; `children` adds links. */
export function Pie({ children }: { children?: ReactNode }) {
  return (
    <footer className="no-imprimir mt-16 border-t border-borde bg-papel">
      <div className="mx-auto flex max-w-marco flex-wrap justify-between gap-x-9 gap-y-3 px-4 py-6 text-texto-suave sm:px-6">
        <p>
          <strong className="font-medium text-texto">Plataforma CSEU</strong>. Sistema de Calidad de Servicio
          y Experiencia Usuaria, etapa 3.
        </p>
        {children ?? <p>Horas de Chile continental.</p>}
      </div>
    </footer>
  );
}
