import { CATEGORIAS } from "@/lib/guia/e3-2025/categorias";
import { NOMBRES_COMPONENTE, TIPOS_ELEMENTO } from "@/lib/guia/e3-2025/valores";
import type { AjusteLeido } from "../aplicar";
import { contenidoDe, nombrar, sinContenido } from "../elementos";
import { compararInstantes, mostrarInstante } from "../fecha";
import type { Ajuste, Expediente } from "../formato";
import { abreviar, iguales, largo, nombreEn, vacio } from "../texto";
import { evaluarContenidos } from "./contenidos";
import type { Contexto } from "./contexto";
import type { Nombre, Recolector } from "./recolector";
import { evaluarResultante } from "./resultante";

/** AJU: the decisions of the institution on each component of its plan. */
export function evaluarAjustes(contexto: Contexto, f: Recolector): void {
  evaluarCobertura(contexto, f);
  const invalidos = evaluarContenidos(contexto, f, nombrarAjuste);
  for (const leido of contexto.aplicacion.ajustes) {
    const ruta = `/ajustes/${leido.indice}`;
    if (leido.impedimento)
      f.poner("AJU-11", leido.impedimento.variante, ruta, {
        lugar: nombrarAjuste(leido),
        ...leido.impedimento.datos,
      });
    if (leido.ajuste.decision === "mantiene") evaluarMantiene(leido, ruta, f);
    else {
      const lugar = () => nombrarAjuste(leido);
      if (!invalidos.has(leido.indice)) evaluarCambio(leido, ruta, lugar, f);
      evaluarJustificacion(leido.ajuste, ruta, lugar, f);
      evaluarRegistro(leido.ajuste, ruta, lugar, contexto, f);
    }
  }
  evaluarResultante(contexto, f, nombrarAjuste);
}

/** An adjustment by the number and name of its element, and its component. */
export function nombrarAjuste({ ajuste, elemento, componente, indice }: AjusteLeido): string {
  if (elemento) {
    const nombre = nombrar(elemento);
    return componente ? `${nombre}, «${NOMBRES_COMPONENTE[componente]}»` : nombre;
  }
  const tipo = nombreEn(TIPOS_ELEMENTO, ajuste.tipo);
  if (ajuste.decision !== "incorpora" || !tipo)
    return `Ajuste ${indice + 1} (elemento ${abreviar(ajuste.elemento, 30)})`;
  const { descripcion, nombre } = (ajuste.contenido ?? {}) as { descripcion?: string; nombre?: string };
  const titulo = abreviar(descripcion ?? nombre);
  return `${tipo} que se incorpora, ${abreviar(ajuste.elemento, 30)}${titulo ? ` (${titulo})` : ""}`;
}

/** AJU-01: no component of the original plan is left undecided. */
function evaluarCobertura({ aplicacion }: Contexto, f: Recolector): void {
  for (const elemento of aplicacion.elementos) {
    const decididos = aplicacion.decididos.get(elemento.clave);
    for (const componente of elemento.componentes)
      if (!decididos?.has(componente))
        f.poner(
          "AJU-01",
          "falta",
          "/ajustes",
          { lugar: nombrar(elemento), componente: NOMBRES_COMPONENTE[componente] },
          { elemento: elemento.id, componente },
        );
  }
}

/** AJU-03: what is said to change does change. Silent when the content is not valid. */
function evaluarCambio(
  { ajuste, elemento, componente }: AjusteLeido,
  ruta: string,
  lugar: Nombre,
  f: Recolector,
) {
  if (ajuste.decision !== "modifica" || vacio(ajuste.contenido) || !elemento || !componente) return;
  if (iguales(ajuste.contenido, contenidoDe(elemento, componente)))
    f.poner("AJU-03", "falta", `${ruta}/contenido`, { lugar });
}

/** AJU-04 to AJU-08 and AJU-14: categories, argument and backing. */
function evaluarJustificacion(ajuste: Ajuste, ruta: string, lugar: Nombre, f: Recolector): void {
  const categorias = ajuste.categorias ?? [];
  if (categorias.length === 0) f.poner("AJU-04", "falta", `${ruta}/categorias`, { lugar });
  categorias.forEach((categoria, k) => {
    const variante = !Object.hasOwn(CATEGORIAS, categoria)
      ? "ajena"
      : categorias.indexOf(categoria) < k
        ? "repetida"
        : null;
    if (variante)
      f.poner("AJU-05", variante, `${ruta}/categorias/${k}`, { lugar, categoria: abreviar(categoria, 30) });
  });
  if (categorias.includes("g") && vacio(ajuste.otraRazon))
    f.poner("AJU-08", "falta", `${ruta}/otraRazon`, { lugar });
  if (vacio(ajuste.argumento)) f.poner("AJU-06", "falta", `${ruta}/argumento`, { lugar });
  else if (largo(ajuste.argumento as string) < 80)
    f.poner("AJU-14", "falta", `${ruta}/argumento`, { lugar, largo: largo(ajuste.argumento as string) });
  if (vacio(ajuste.antecedentes)) f.poner("AJU-07", "falta", `${ruta}/antecedentes`, { lugar });
}

/** AJU-09 and AJU-15: what is kept brings nothing, and has something to keep. */
function evaluarMantiene(leido: AjusteLeido, ruta: string, f: Recolector): void {
  const { ajuste, elemento, componente } = leido;
  const sobrante: string[] = [];
  if (!vacio(ajuste.contenido)) sobrante.push("contenido");
  if (ajuste.categorias?.length) sobrante.push("categorías");
  if (!vacio(ajuste.argumento)) sobrante.push("argumento");
  if (!vacio(ajuste.antecedentes)) sobrante.push("antecedentes");
  if (sobrante.length > 0)
    f.poner("AJU-09", "falta", ruta, { lugar: nombrarAjuste(leido), sobrante: sobrante.join(", ") });
  if (leido.aplicado && elemento && componente && componente !== "objetivoEspecifico")
    if (sinContenido(elemento, componente)) f.poner("AJU-15", "falta", ruta, { lugar: nombrarAjuste(leido) });
}

/** The extension that counts: one with its instant and its reason (note 2). */
function prorrogaDe({ prorroga }: Expediente): { hasta: string; conRazon: boolean } | null {
  return vacio(prorroga?.hasta)
    ? null
    : { hasta: prorroga?.hasta as string, conRazon: !vacio(prorroga?.razon) };
}

/** AJU-10: registered before July 1 in continental Chile, or not after an extension with its reason. */
function evaluarRegistro(
  ajuste: Ajuste,
  ruta: string,
  lugar: Nombre,
  contexto: Contexto,
  f: Recolector,
): void {
  const lugarDelInstante = `${ruta}/registradoEn`;
  if (vacio(ajuste.registradoEn)) {
    f.poner("AJU-10", "falta", lugarDelInstante, { lugar });
    return;
  }
  const registrado = ajuste.registradoEn as string;
  const { cierreAjustes, limiteActaPlan } = contexto.ejercicio;
  if (compararInstantes(registrado, cierreAjustes) < 0) return;
  const prorroga = prorrogaDe(contexto.expediente);
  const cubre = prorroga !== null && compararInstantes(registrado, prorroga.hasta) <= 0;
  if (cubre && prorroga.conRazon) return;
  const ordinario = `${limiteActaPlan.split("-").reverse().join("/")}, 23:59:59`;
  f.poner("AJU-10", cubre ? "sinRazon" : "tarde", lugarDelInstante, {
    lugar,
    registrado: mostrarInstante(registrado),
    limite: prorroga?.conRazon && !cubre ? mostrarInstante(prorroga.hasta) : ordinario,
  });
}
