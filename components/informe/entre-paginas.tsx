import { EnlaceBoton } from "@/components/ui/enlace-boton";

type Vecino = { readonly texto: string; readonly href: string } | null;
type Props = { etiqueta: string; anterior: Vecino; siguiente: Vecino; volver: string };

/** The page before and the next one: the report is filled in any order, and this one is the easiest. */
export function EntrePaginas({ etiqueta, anterior, siguiente, volver }: Props) {
  return (
    <nav aria-label={etiqueta} className="no-imprimir flex flex-wrap justify-between gap-3">
      {anterior ? (
        <EnlaceBoton href={anterior.href} variante="secundario" icono="izquierda">
          {anterior.texto}
        </EnlaceBoton>
      ) : (
        <span />
      )}
      {siguiente ? (
        <EnlaceBoton href={siguiente.href} prefetch>
          Seguir con {siguiente.texto}
        </EnlaceBoton>
      ) : (
        <EnlaceBoton href={volver}>Volver al informe</EnlaceBoton>
      )}
    </nav>
  );
}
