import { TextoPlan } from "@/components/plan/tarjeta-componente";
import { ListaDatos } from "@/components/ui/lista-datos";

export type CambioAprobado = {
  readonly clave: string;
  /** «Plazos de ejecución», or the whole element. */
  readonly que: string;
  readonly enPalabras: string;
  readonly antes: string;
  readonly categorias: readonly string[];
  readonly argumento: string;
  readonly antecedentes: string;
};

/** The justifications given in June, carried as they were: here nobody writes them again. */
export function CambiosAprobados({ cambios }: { cambios: readonly CambioAprobado[] }) {
  return (
    <div className="flex flex-col divide-y divide-borde">
      {cambios.map(({ clave, que, enPalabras, antes, categorias, argumento, antecedentes }) => (
        <details key={clave}>
          <summary className="min-h-11 py-2">
            <span className="font-medium">{que}</span>
            <span className="text-texto-suave">: {enPalabras.toLowerCase()} en junio</span>
          </summary>
          <div className="pb-3">
            <ListaDatos
              datos={[
                { clave: "Decía en 2024", valor: <TextoPlan texto={antes} /> },
                { clave: "Categorías", valor: categorias.join("\n") || null },
                { clave: "Argumento", valor: argumento || null },
                { clave: "Antecedentes", valor: antecedentes || null },
              ]}
            />
          </div>
        </details>
      ))}
    </div>
  );
}
