/** First stop of the keyboard on every page. */
export function Salto() {
  return (
    <a
      href="#contenido"
      className="sr-only no-imprimir focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-50 focus:rounded-sm focus:bg-papel focus:px-4 focus:py-3 focus:font-medium focus:text-primario"
    >
      Saltar al contenido
    </a>
  );
}
