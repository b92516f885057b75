import { Enlace } from "@/components/ui/enlace";
import { Icono } from "@/components/ui/iconos";
import type { FaltaConDestino } from "@/lib/flujo/destino";

/** What is missing or odd, each with the way to the field that mends it. */
export function ListaFaltas({ faltas }: { faltas: readonly FaltaConDestino[] }) {
  return (
    <ul className="flex flex-col gap-1">
      {faltas.map(({ clave, nivel, mensaje, href }) => (
        <li key={clave} className="flex items-start gap-2">
          <Icono
            nombre={nivel === "error" ? "error" : "info"}
            className={`mt-[0.15em] ${nivel === "error" ? "text-error" : "text-primario"}`}
          />
          <span className="min-w-0">
            <span className="sr-only">{nivel === "error" ? "Falta: " : "Aviso: "}</span>
            <Enlace href={href} className="enlace inline-block min-h-6 py-1">
              {mensaje}
            </Enlace>
          </span>
        </li>
      ))}
    </ul>
  );
}
