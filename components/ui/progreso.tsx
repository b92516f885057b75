type Props = {
  /** What advances, for who cannot see the bar. */
  etiqueta: string;
  hechas: number;
  total: number;
  /** Words beside the bar; by default «3 de 8». */
  texto?: string;
  etiquetaVisible?: boolean;
};

/** A bar with its figure in words. */
export function Progreso({ etiqueta, hechas, total, texto, etiquetaVisible = true }: Props) {
  const dicho = texto ?? `${hechas} de ${total}`;
  const completa = total > 0 && hechas >= total;
  return (
    <div className="min-w-0">
      <p className="flex flex-wrap justify-between gap-x-3">
        <span className={etiquetaVisible ? undefined : "sr-only"}>{etiqueta}</span>
        <span className="text-texto-suave tabular-nums">{dicho}</span>
      </p>
      <progress
        className="barra mt-1 block"
        value={hechas}
        max={Math.max(total, 1)}
        aria-label={etiqueta}
        aria-valuetext={dicho}
        data-completa={completa || undefined}
      />
    </div>
  );
}
