import { Enlace } from "@/components/ui/enlace";
import { Icono } from "@/components/ui/iconos";

type Regla = {
  readonly codigo: string;
  readonly exigencia: string;
  readonly nivel: "error" | "aviso";
  readonly cuantas: number;
  readonly faltas: readonly { readonly mensaje: string; readonly href: string }[];
};

/** What the guide asks of the dissemination, and how each thing stands, with the way to mend it. */
export function ReglasEnVivo({ reglas }: { reglas: readonly Regla[] }) {
  return (
    <ul className="divide-y divide-borde">
      {reglas.map(({ codigo, exigencia, nivel, cuantas, faltas }) => (
        <li key={codigo} className="flex items-start gap-3 py-3">
          <Icono
            nombre={cuantas === 0 ? "exito" : nivel === "error" ? "error" : "advertencia"}
            className={`mt-[0.15em] shrink-0 ${cuantas === 0 ? "text-exito" : nivel === "error" ? "text-error" : "text-advertencia"}`}
          />
          <div className="min-w-0 flex-1">
            <p>
              <span className="sr-only">
                {cuantas === 0 ? "Cumple: " : nivel === "error" ? "Falta: " : "Aviso: "}
              </span>
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
      ))}
    </ul>
  );
}
