import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { fuenteTexto, fuenteTextoExt, fuenteTitulo } from "./fuentes";
import "./globales.css";

export const metadata: Metadata = {
  title: { default: "Plataforma CSEU", template: "%s · Plataforma CSEU" },
  description: "Reporte anual del Sistema de Calidad de Servicio y Experiencia Usuaria, etapa 3.",
  icons: { icon: "/icono.svg" },
  robots: { index: false, follow: false },
  formatDetection: { telephone: false, date: false, address: false, email: false },
};

export const viewport: Viewport = { width: "device-width", initialScale: 1, themeColor: "#07305a" };

export default function Raiz({ children }: { children: ReactNode }) {
  return (
    <html
      lang="es-CL"
      className={`${fuenteTexto.variable} ${fuenteTextoExt.variable} ${fuenteTitulo.variable}`}
    >
      <body>{children}</body>
    </html>
  );
}
