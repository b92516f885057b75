// The first that matches wins: every browser also calls itself by the names of others.
const NAVEGADORES = [
  ["Edg", "Edge"],
  ["OPR", "Opera"],
  ["Firefox", "Firefox"],
  ["Chrome", "Chrome"],
  ["Safari", "Safari"],
] as const;
const SISTEMAS = [
  ["Android", "Android"],
  ["iPhone", "iPhone"],
  ["iPad", "iPad"],
  ["Windows", "Windows"],
  ["Mac OS", "macOS"],
  ["Linux", "Linux"],
] as const;

/** A browser in the words of its owner: "Chrome en Windows". Takes what it calls itself. */
export function navegadorDe(agente: string | null): string {
  const nombre = NAVEGADORES.find(([senal]) => agente?.includes(senal))?.[1] ?? "Navegador";
  const sistema = SISTEMAS.find(([senal]) => agente?.includes(senal))?.[1];
  return sistema ? `${nombre} en ${sistema}` : nombre;
}
