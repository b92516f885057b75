/** Statements kept parsed by each connection, at most: each holds its plan in PostgreSQL's memory. */
const MAXIMO = 300;
/** Times that a text is seen before it gets a name: what is asked once (a list of another length) never does. */
const VECES = 3;
/** Longer texts are loads of many rows, of another length each time. */
const LARGO = 20_000;
const MAXIMO_VISTAS = 2_000;

/**
 * Names for the statements of one pool, under which PostgreSQL keeps each parsed and planned, so that asking it again
 * costs neither. One text, one name. Empty for what is rare, long or one too many: it is parsed each time. See
 * decision 0146.
 */
export function nombradorDeSentencias(): (texto: string) => string {
  const nombres = new Map<string, string>();
  const vistas = new Map<string, number>();
  return (texto) => {
    const conocido = nombres.get(texto);
    if (conocido !== undefined || nombres.size >= MAXIMO || texto.length > LARGO) return conocido ?? "";
    const veces = (vistas.get(texto) ?? 0) + 1;
    if (veces < VECES) {
      if (vistas.size >= MAXIMO_VISTAS) vistas.clear();
      vistas.set(texto, veces);
      return "";
    }
    vistas.delete(texto);
    const nombre = `prisma.${nombres.size}`;
    nombres.set(texto, nombre);
    return nombre;
  };
}
