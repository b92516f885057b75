import { Enlace } from "@/components/ui/enlace";
import { Icono } from "@/components/ui/iconos";

/** The way to the notices, with how many are unread. */
export function EnlaceAvisos({ sinLeer }: { sinLeer: number }) {
  return (
    <Enlace
      href="/avisos"
      className="relative inline-flex min-h-11 min-w-11 items-center justify-center rounded-sm text-papel hover:bg-papel/15"
    >
      <Icono nombre="campana" />
      <span className="sr-only">{texto(sinLeer)}</span>
      {sinLeer > 0 && (
        <span
          aria-hidden="true"
          className="borde-forzado absolute top-1 right-0 min-w-6 rounded-full bg-papel px-1 text-center text-sm font-bold text-primario-activo"
        >
          {sinLeer > 99 ? "99+" : sinLeer}
        </span>
      )}
    </Enlace>
  );
}

function texto(sinLeer: number): string {
  if (sinLeer === 0) return "Avisos";
  return sinLeer === 1 ? "Avisos: 1 sin leer" : `Avisos: ${sinLeer} sin leer`;
}
