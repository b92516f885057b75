import { Etiqueta } from "@/components/ui/etiqueta";

const ESTADO = {
  cumplida: { texto: "Cumplida", tono: "exito" },
  noCumplida: { texto: "No cumplida", tono: "advertencia" },
  pendiente: { texto: "Por responder", tono: "info" },
} as const;

type Props = { estado: keyof typeof ESTADO; razones: readonly string[] };

/** Whether it counts as fulfilled: computed from the answers, written by nobody. */
export function Cumplimiento({ estado, razones }: Props) {
  return (
    <section
      aria-label="Cumplimiento de la actividad"
      role="status"
      className="rounded-md border border-borde bg-papel px-4 py-3 sm:px-6"
    >
      <p className="flex flex-wrap items-center gap-3">
        <span className="font-medium">Cumplimiento, según sus respuestas:</span>
        <Etiqueta tono={ESTADO[estado].tono}>{ESTADO[estado].texto}</Etiqueta>
      </p>
      <ul className="mt-1 text-texto-suave">
        {razones.map((razon) => (
          <li key={razon}>{razon}</li>
        ))}
      </ul>
    </section>
  );
}
