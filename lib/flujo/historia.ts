import type { ValorCampo } from "./campo";

/** A version of a field: what it held from `en` on, as it is kept, and what it held before. */
export type VersionDeCampo = {
  readonly clave: string;
  readonly en: string;
  /** Null: the platform, on loading or importing. */
  readonly quien: string | null;
  readonly antes: ValorCampo;
  readonly valor: ValorCampo;
};

const DE_CORRIDO_MS = 600_000;

const esVacio = (valor: ValorCampo): boolean =>
  valor === null || valor === "" || (Array.isArray(valor) && valor.length === 0);

/** Whether a version only went on with the text of the one before: nothing that was written is out of it. */
function continua(previa: VersionDeCampo, siguiente: VersionDeCampo): boolean {
  return (
    previa.quien === siguiente.quien &&
    Date.parse(siguiente.en) - Date.parse(previa.en) <= DE_CORRIDO_MS &&
    typeof previa.valor === "string" &&
    typeof siguiente.valor === "string" &&
    siguiente.valor.startsWith(previa.valor)
  );
}

/**
 * The versions of a field from its saves. Somebody who types leaves a save at each pause: those that only went on
 * writing are one version. What was erased or changed stays as a version of its own, however soon.
 * @param guardados oldest first.
 * @returns newest first.
 */
export function juntarVersiones(guardados: readonly VersionDeCampo[]): VersionDeCampo[] {
  const versiones: VersionDeCampo[] = [];
  for (const guardado of guardados) {
    // Born empty with its row: nothing to tell.
    if (esVacio(guardado.antes) && esVacio(guardado.valor)) continue;
    const previa = versiones.at(-1);
    if (previa && continua(previa, guardado))
      versiones[versiones.length - 1] = { ...guardado, antes: previa.antes };
    else versiones.push(guardado);
  }
  return versiones.reverse();
}
