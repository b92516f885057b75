import type { ReactNode } from "react";
import { Avisos } from "@/components/ui/avisos";
import { type Miga, Migas } from "@/components/ui/migas";
import { Bandera } from "./bandera";
import { Marca } from "./marca";
import { BotonNavegacion, Navegacion, type Seccion } from "./navegacion";
import { Pie } from "./pie";
import { Salto } from "./salto";

type Props = {
  children: ReactNode;
  inicio?: string;
  /** SelectorInstitucion. */
  institucion?: ReactNode;
  /** Notices: the bell, beside the menu. */
  avisos?: ReactNode;
  /** MenuUsuario. */
  usuario?: ReactNode;
  secciones?: readonly Seccion[];
  migas?: readonly Miga[];
  /** State of saving, at the right of the breadcrumbs. */
  estado?: ReactNode;
  /** Above everything: demo clock, session about to end, cut of service. */
  cinta?: ReactNode;
  pie?: ReactNode;
};

/** Frame of every page behind the sign-in. It has no data access: all comes as props. */
export function Marco({
  children,
  inicio = "/",
  institucion,
  avisos,
  usuario,
  secciones = [],
  migas,
  estado,
  cinta,
  pie,
}: Props) {
  const barra = migas?.length || estado;
  return (
    <div className="flex min-h-dvh flex-col">
      <Salto />
      {cinta}
      <header className="no-imprimir">
        <div className="bg-primario-activo text-papel">
          <Bandera />
          <div className="mx-auto flex max-w-marco flex-wrap items-center gap-x-2 gap-y-1 px-4 py-2 sm:gap-x-4 sm:px-6">
            <Marca href={inicio} />
            {institucion && (
              <div className="min-w-0 border-papel/30 max-md:order-last max-md:w-full max-md:border-t max-md:pt-1 md:border-l md:pl-2">
                {institucion}
              </div>
            )}
            <div className="ml-auto flex items-center sm:gap-1">
              {secciones.length > 0 && <BotonNavegacion />}
              {avisos}
              {usuario}
            </div>
          </div>
        </div>
        {secciones.length > 0 && (
          <div className="bg-papel md:border-b md:border-borde">
            <Navegacion secciones={secciones} />
          </div>
        )}
      </header>
      {barra && (
        <div className="mx-auto flex w-full max-w-marco flex-wrap items-center justify-between gap-x-6 px-4 pt-3 sm:px-6">
          {migas?.length ? <Migas migas={migas} /> : <span />}
          {estado}
        </div>
      )}
      <main
        id="contenido"
        tabIndex={-1}
        className="mx-auto w-full max-w-marco flex-1 px-4 pt-4 sm:px-6 print:p-0"
      >
        {children}
      </main>
      <Pie>{pie}</Pie>
      <Avisos />
    </div>
  );
}
