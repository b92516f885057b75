import { elementosDe, nombrar } from "@/lib/expediente/elementos";
import type { Expediente } from "@/lib/expediente/formato";
import { abreviar, clave, nombreEn } from "@/lib/expediente/texto";
import { campoDeRuta } from "@/lib/guia/e3-2025/campos";
import { NOMBRES_COMPONENTE } from "@/lib/guia/e3-2025/valores";

const LISTAS: Readonly<Record<string, string>> = {
  dificultadesHolguras: "Dificultad u holgura",
  instancias: "Instancia de difusión",
  tramites: "Trámite",
  asistentes: "Asistente",
};

const RAICES: Readonly<Record<string, string>> = {
  planOriginal: "Plan",
  ajustes: "Ajustes al plan",
  aprobacionPlan: "Acta que aprueba el plan",
  informe: "Informe",
  aprobacionInforme: "Acta que aprueba el informe",
  difusion: "Difusión",
};

const enLista = (dato: unknown, llave: string): unknown =>
  typeof dato === "object" && dato !== null ? (dato as Record<string, unknown>)[llave] : undefined;

/**
 * The name of a place of an expediente, as people call it: element by number and name, then the field's own label.
 * Takes the pointer and the expediente it points into. "" is everything that was asked.
 */
export function nombreDelLugar(ruta: string, expediente: Expediente): string {
  const partes = ruta.split("/").slice(1);
  const [raiz = ""] = partes;
  if (raiz === "") return "Todo el requisito";
  const plan = expediente.planOriginal;
  const elementos = elementosDe(plan);
  const elementoDe = (id: string | undefined): string | null => {
    const elemento = elementos.find((uno) => uno.clave === clave(id));
    if (elemento) return nombrar(elemento);
    for (const { dato, tipo } of elementos)
      if (tipo === "actividad")
        for (const indicador of dato.indicadoresDesempeno ?? [])
          if (clave(indicador.id) === clave(id)) return `Indicador ${id} (${abreviar(indicador.nombre)})`;
    return id ?? null;
  };

  const titulos: string[] = [];
  let dato: unknown = expediente;
  for (const [i, parte] of partes.entries()) {
    dato = enLista(dato, parte);
    const lista = partes[i - 1] ?? "";
    if (!/^\d+$/.test(parte)) continue;
    const propio = ["elemento", "actividad", "indicador", "tramite", "id"]
      .map((llave) => enLista(dato, llave))
      .find((id) => typeof id === "string") as string | undefined;
    const componente = enLista(dato, "componente");
    const nombre = propio === undefined ? null : lista === "tramites" ? propio : elementoDe(propio);
    if (nombre) titulos.push(nombre);
    else if (Object.hasOwn(LISTAS, lista)) titulos.push(`${LISTAS[lista]} ${Number(parte) + 1}`);
    if (typeof componente === "string") titulos.push(nombreEn(NOMBRES_COMPONENTE, componente) ?? componente);
  }
  const campo = campoDeRuta(ruta)?.etiqueta;
  if (campo) titulos.push(campo);
  else if (titulos.length === 0) titulos.push(RAICES[raiz] ?? "Expediente");
  return titulos.join(" · ");
}
