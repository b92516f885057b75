import { clases } from "./clases";
import { Icono } from "./iconos";
import { type EstadoPlazo, textoPlazo } from "./plazo-texto";

type Props = {
  /** What ends: «Ajustes al Plan 2025». */
  titulo: string;
  /** Last instant. */
  vence: Date;
  ahora: Date;
  /** An extension, or what remains possible afterwards. */
  nota?: string;
};

const ASPECTO: Record<EstadoPlazo, { caja: string; color: string }> = {
  abierto: { caja: "border-primario bg-papel", color: "text-primario" },
  proximo: { caja: "border-advertencia-borde bg-advertencia-suave", color: "text-advertencia" },
  hoy: { caja: "border-error bg-error-suave", color: "text-error" },
  vencido: { caja: "border-borde-control bg-papel", color: "text-texto-suave" },
};

/** A deadline with its date, hour, zone and what is left. */
export function Plazo({ titulo, vence, ahora, nota }: Props) {
  const { fecha, hora, resta, estado } = textoPlazo(vence, ahora);
  const { caja, color } = ASPECTO[estado];
  return (
    <div className={clases("flex items-start gap-3 rounded-md border-l-4 px-4 py-3 ring-1 ring-borde", caja)}>
      <Icono nombre={estado === "vencido" ? "candado" : "reloj"} className={clases("mt-[0.15em]", color)} />
      <div className="min-w-0">
        <p className="font-medium">{titulo}</p>
        <p>
          <time dateTime={vence.toISOString()}>
            {fecha}, {hora} horas de Chile continental
          </time>
          ; <strong className={clases("font-bold", color)}>{resta}</strong>
        </p>
        {nota && <p className="text-texto-suave">{nota}</p>}
      </div>
    </div>
  );
}
