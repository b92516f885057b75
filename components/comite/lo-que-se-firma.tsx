import { Enlace } from "@/components/ui/enlace";
import { EnlaceBoton } from "@/components/ui/enlace-boton";
import { Tarjeta } from "@/components/ui/tarjeta";

type Props = {
  materia: "plan" | "informe";
  anio: number;
  base: string;
  huella: string | null;
  estado: "borrador" | "en_firma" | "objetada" | "aprobada";
  version: number | null;
  cambios: number;
};

/** What is being approved: where to read it whole, on screen and as PDF, and the digest that names it. */
export function LoQueSeFirma({ materia, anio, base, huella, estado, version, cambios }: Props) {
  const titulo = estado === "en_firma" ? "Lo que se firma" : "El documento";
  return (
    <Tarjeta titulo={titulo}>
      <div className="flex flex-col gap-4">
        <p className="max-w-lectura">
          {materia === "plan"
            ? resumenDelPlan(anio, cambios)
            : `El informe de implementación ${anio} completo.`}{" "}
          {version !== null && `Versión ${version} enviada al Comité.`}
        </p>
        <div className="flex flex-wrap items-center gap-3">
          <EnlaceBoton href={`${base}/documento`} variante="secundario" icono="libro">
            Leer el documento completo
          </EnlaceBoton>
          <a className="enlace inline-flex min-h-11 items-center" href={`${base}/documento.pdf`}>
            Descargar en PDF
          </a>
          {materia === "plan" && (
            <a className="enlace inline-flex min-h-11 items-center" href={`${base}/minuta.pdf`}>
              Resumen de cambios en PDF
            </a>
          )}
        </div>
        {huella && (
          <p className="text-sm text-texto-suave">
            Huella SHA-256 de {materia === "plan" ? "este plan" : "este informe"}:{" "}
            <span className="font-mono break-all">{huella}</span>. Cualquiera puede comprobarla en{" "}
            <Enlace href="/verificar">la página de verificación</Enlace>.
          </p>
        )}
      </div>
    </Tarjeta>
  );
}

function resumenDelPlan(anio: number, cambios: number): string {
  if (cambios === 0) return `El Plan ${anio}: el diseñado en ${anio - 1}, sin cambios.`;
  return `El Plan ${anio}: el diseñado en ${anio - 1} con ${cambios === 1 ? "1 cambio, que se explica" : `${cambios} cambios, que se explican`} más abajo.`;
}
