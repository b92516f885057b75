import type { ReactNode } from "react";
import { estiloBoton } from "@/components/ui/estilo-boton";
import { Icono } from "@/components/ui/iconos";

/** A link that saves a file, drawn as a button. */
export function EnlaceDescarga({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} download className={estiloBoton("secundario")}>
      <Icono nombre="descargar" />
      {children}
    </a>
  );
}
