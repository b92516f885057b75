const LISTA = new Intl.ListFormat("es-CL", { type: "conjunction" });

/** Several things as a person says them: «Norte», «Norte y Sur», «Norte, Centro y Sur». */
export const enumerar = (cosas: readonly string[]): string => LISTA.format(cosas);
