import type { ReactNode } from "react";
import { Avisos } from "@/components/ui/avisos";
import { clases } from "@/components/ui/clases";
import { Bandera } from "./bandera";
import { Marca } from "./marca";
import { Pie } from "./pie";
import { Salto } from "./salto";

type Props = {
  children: ReactNode /** A sheet for a form (sign-in), or the whole width. */;
  ancho?: "hoja" | "completo";
  cinta?: ReactNode;
  pie?: ReactNode;
};

/** Frame of what anyone can see: sign-in, invitation, public verification. */
export function MarcoPublico({ children, ancho = "hoja", cinta, pie }: Props) {
  return (
    <div className="flex min-h-dvh flex-col">
      <Salto />
      {cinta}
      <header className="no-imprimir bg-primario-activo text-papel">
        <Bandera />
        <div className="mx-auto flex max-w-marco items-center px-4 py-2 sm:px-6">
          <Marca />
        </div>
      </header>
      <main
        id="contenido"
        tabIndex={-1}
        className={clases(
          "mx-auto w-full flex-1 px-4 pt-9 sm:px-6 print:p-0",
          ancho === "hoja" ? "max-w-xl" : "max-w-marco",
        )}
      >
        {children}
      </main>
      <Pie>{pie}</Pie>
      <Avisos />
    </div>
  );
}
