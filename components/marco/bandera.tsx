/** The two-colour bar of the State's kit; pure sign, says nothing to a screen reader. */
export function Bandera() {
  return (
    <div aria-hidden="true" className="flex h-1">
      <span className="w-1/3 bg-bandera-azul sm:w-64" />
      <span className="flex-1 bg-bandera-roja" />
    </div>
  );
}
