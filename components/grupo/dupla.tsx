import { Etiqueta } from "@/components/ui/etiqueta";
import { enChile } from "@/components/ui/instante";

type Miembro = {
  readonly posicion: 1 | 2;
  readonly usuarioId: string;
  readonly nombre: string;
  readonly vigente: boolean;
  readonly ausenteHasta: Date | null;
  readonly cubre: string | null;
};

/** Why a place of a pair that has a name has to be filled. */
export const faltaReemplazar = (nombre: string) =>
  `Falta nombrar a quien reemplace a ${nombre}, que ya no revisa en la Red`;

/** The pair of a group: who is in each place, who is away now and who covers. */
export function Dupla({ dupla }: { dupla: readonly Miembro[] }) {
  return (
    <ul className="flex flex-col gap-1">
      {([1, 2] as const).map((posicion) => {
        const miembro = dupla.find((uno) => uno.posicion === posicion);
        if (!miembro)
          return (
            <li key={posicion}>
              <Etiqueta tono="advertencia">Falta nombrar</Etiqueta>
            </li>
          );
        return (
          <li key={posicion}>
            {miembro.vigente ? (
              miembro.nombre
            ) : (
              <span className="text-advertencia">{faltaReemplazar(miembro.nombre)}</span>
            )}
            {miembro.ausenteHasta && (
              <span className="block text-sm text-texto-suave">
                {/* `ausenteHasta` is the first instant back: the last day away is the one before. */}
                Ausente hasta el {enChile(new Date(miembro.ausenteHasta.getTime() - 1)).fecha}
                {miembro.cubre ? `; cubre ${miembro.cubre}` : "; nadie cubre"}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
