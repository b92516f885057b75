import { Enlace } from "@/components/ui/enlace";
import { Icono } from "@/components/ui/iconos";

type Regla = {
  readonly codigo: string;
  readonly exigencia: string;
  readonly nivel: "error" | "aviso";
  readonly enEspera: boolean;
  readonly cuantas: number;
  readonly faltas: readonly { readonly mensaje: string; readonly href: string }[];
};

const ASPECTO = {
  cumple: { palabra: "Cumple", icono: "exito", color: "text-exito" },
  falta: { palabra: "Falta", icono: "error", color: "text-error" },
  aviso: { palabra: "Aviso", icono: "advertencia", color: "text-advertencia" },
  enEspera: { palabra: "Aún no hay qué revisar", icono: "circulo", color: "text-texto-suave" },
} as const;

function estadoDe({ cuantas, nivel, enEspera }: Pick<Regla, "cuantas" | "nivel" | "enEspera">) {
  if (cuantas > 0) return nivel === "error" ? "falta" : "aviso";
  return enEspera ? "enEspera" : "cumple";
}

/** What the guide asks of the dissemination, and how each thing stands, with the way to mend it. */
export function ReglasEnVivo({ reglas }: { reglas: readonly Regla[] }) {
  return (
    <ul className="divide-y divide-borde">
      {reglas.map(({ codigo, exigencia, faltas, cuantas, ...estado }) => {
        const { palabra, icono, color } = ASPECTO[estadoDe({ ...estado, cuantas })];
        return (
          <li key={codigo} className="flex items-start gap-3 py-3">
            <Icono nombre={icono} className={`mt-[0.15em] shrink-0 ${color}`} />
            <div className="min-w-0 flex-1">
              <p>
                <span className="sr-only">{palabra}: </span>
                {exigencia} <span className="text-sm text-texto-suave">({codigo})</span>
              </p>
              {faltas.length > 0 && (
                <ul className="mt-1 flex flex-col gap-1">
                  {faltas.map(({ mensaje, href }) => (
                    <li key={`${href} ${mensaje}`}>
                      <Enlace href={href} className="enlace inline-block min-h-6 py-1">
                        {mensaje}
                      </Enlace>
                    </li>
                  ))}
                  {cuantas > faltas.length && (
                    <li className="text-texto-suave">
                      y {(cuantas - faltas.length).toLocaleString("es-CL")} más como estas.
                    </li>
                  )}
                </ul>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
