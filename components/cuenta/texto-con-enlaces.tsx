/** The plain text of a mail, its addresses as links. */
export function TextoConEnlaces({ texto }: { texto: string }) {
  const partes = texto.split(/(https?:\/\/\S+)/);
  return (
    <p className="mt-3 max-w-lectura whitespace-pre-line break-words">
      {partes.map((parte, indice) =>
        indice % 2 === 1 ? (
          <a key={`${indice}-${parte}`} href={parte} className="enlace break-all">
            {parte}
          </a>
        ) : (
          parte
        ),
      )}
    </p>
  );
}
