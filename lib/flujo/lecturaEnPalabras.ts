/** What an external validator read, by the address that was written down. The first that matches names it. */
const LECTURAS: readonly (readonly [RegExp, (partes: readonly string[]) => string])[] = [
  [/^\/validacion$/, () => "La lista de instituciones asignadas"],
  [/^\/validacion\/[^/]+$/, () => "La ficha de la institución"],
  [/^\/revision$/, () => "La bandeja de versiones"],
  [/^\/revision\/[^/]+$/, () => "El documento de una versión"],
  [/^\/institucion\/[^/]+\/bitacora$/, () => "La bitácora"],
  [/^\/institucion\/[^/]+\/archivo\/[^/]+$/, () => "Un archivo adjunto"],
  [/^\/institucion\/[^/]+\/documento\/paquete\.zip$/, () => "El paquete completo"],
  [/^\/institucion\/[^/]+\/documento\/expediente\.json$/, () => "El expediente en JSON"],
  [/^\/institucion\/[^/]+\/documento\/certificado\.pdf$/, () => "El certificado"],
  [
    /^\/institucion\/[^/]+\/documento\/(e3o1rt\d)\.(pdf|xlsx)$/,
    ([formulario = "", formato]) =>
      `El formulario ${formulario.toUpperCase()} en ${formato === "pdf" ? "PDF" : "Excel"}`,
  ],
  [/^\/institucion\/[^/]+\/comite\/plan\/documento(\.pdf)?$/, () => "El acta que aprueba el plan"],
  [/^\/institucion\/[^/]+\/comite\/informe\/documento(\.pdf)?$/, () => "El acta que aprueba el informe"],
];

/**
 * A reading as people say it: what, and of which version when the address tells it.
 * @param que address from the root, as `lectura_validador` keeps it
 * @returns null when it is none of the known ones: the address itself is then what can be shown
 */
export function lecturaEnPalabras(que: string): string | null {
  const [camino = "", busqueda = ""] = que.split("?");
  const version = new URLSearchParams(busqueda).get("version");
  for (const [forma, decir] of LECTURAS) {
    const hallado = forma.exec(camino);
    if (hallado) return `${decir(hallado.slice(1))}${version ? `, versión ${version}` : ""}`;
  }
  return null;
}
