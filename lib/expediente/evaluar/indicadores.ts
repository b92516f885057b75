import type Big from "big.js";
import { SENTIDOS } from "@/lib/guia/e3-2025/valores";
import { Cuociente, decimales, supera } from "../calculo";
import type { Resultado } from "../formato";
import { mostrarNumero } from "../numero";
import { abreviar, clave, vacio } from "../texto";
import type { Contexto, IndicadorVigente } from "./contexto";
import type { Recolector } from "./recolector";

type Prefijo = "DES" | "SAT";

const LISTAS = { DES: "indicadoresDesempeno", SAT: "indicadoresSatisfaccion" } as const;

/** DES and SAT: one result per indicator of the plan in force; a foreign or repeated one is not looked at any further. */
export function evaluarIndicadores(contexto: Contexto, prefijo: Prefijo, f: Recolector): void {
  const vigentes = prefijo === "DES" ? contexto.desempeno : contexto.satisfaccion;
  const lista = `/informe/${LISTAS[prefijo]}`;
  const resultados: readonly Resultado[] = contexto.expediente.informe?.[LISTAS[prefijo]] ?? [];
  resultados.forEach((resultado, k) => {
    const ruta = `${lista}/${k}`;
    const vigente = vigentes.get(clave(resultado.indicador));
    if (!vigente) f.poner(`${prefijo}-01`, "ajeno", ruta, { id: abreviar(resultado.indicador) });
    else if (vigente.resultado !== resultado)
      f.poner(`${prefijo}-01`, "repetido", ruta, { lugar: vigente.nombre });
    else evaluarResultado({ resultado, vigente, ruta, prefijo, f });
  });
  for (const vigente of vigentes.values())
    if (!vigente.resultado)
      f.poner(`${prefijo}-01`, "falta", lista, { lugar: vigente.nombre }, { elemento: vigente.indicador.id });
}

interface Caso {
  readonly resultado: Resultado;
  readonly vigente: IndicadorVigente;
  readonly ruta: string;
  readonly prefijo: Prefijo;
  readonly f: Recolector;
}

function evaluarResultado(caso: Caso): void {
  const { resultado, vigente, ruta, prefijo, f } = caso;
  const { medido } = resultado;
  if (medido === true) evaluarMedido(caso);
  else if (medido === false) evaluarNoMedido(caso);
  else f.poner(`${prefijo}-02`, "medido", `${ruta}/medido`, { lugar: vigente.nombre });
}

const NUMEROS = ["numerador", "denominador", "resultado"] as const;

function evaluarMedido(caso: Caso): void {
  const { resultado, vigente, ruta, prefijo, f } = caso;
  const exigidos = prefijo === "DES" ? NUMEROS : NUMEROS.slice(0, 2);
  const faltan = exigidos.filter((campo) => vacio(resultado[campo]));
  for (const campo of faltan)
    f.poner(`${prefijo}-02`, "falta", `${ruta}/${campo}`, { lugar: vigente.nombre, campo });
  if (resultado.denominador === 0)
    f.poner(`${prefijo}-03`, "falta", `${ruta}/denominador`, { lugar: vigente.nombre });
  if (vacio(resultado.interpretacion))
    f.poner(`${prefijo}-05`, "falta", `${ruta}/interpretacion`, { lugar: vigente.nombre });
  evaluarAlerta(caso);
  if (faltan.length === 0) evaluarValor(caso);
}

/** DES-04, 06 and 07: silent (null measurement) when the denominator is zero or the indicator is not well defined. */
function evaluarValor({ resultado: dato, vigente, ruta, prefijo, f }: Caso): void {
  const { indicador, medicion } = vigente;
  if (!medicion) return;
  if (prefijo === "DES" && !medicion.cuociente.redondeaA(dato.resultado as number)) {
    const lugares = decimales(dato.resultado as number);
    const esperado = medicion.cuociente.redondear(lugares);
    f.poner("DES-04", "falta", `${ruta}/resultado`, {
      lugar: vigente.nombre,
      resultado: mostrarNumero(dato.resultado as number),
      numerador: mostrarNumero(dato.numerador as number),
      denominador: mostrarNumero(dato.denominador as number),
      porFactor: indicador.factor === 100 ? " × 100" : "",
      esperado: mostrarNumero(esperado),
      redondeo: medicion.cuociente.es(esperado)
        ? ""
        : ` (redondeado a ${lugares} ${lugares === 1 ? "decimal" : "decimales"})`,
    });
  }
  const conAnalisis = !vacio(dato.analisisBrechas);
  if (medicion.alcanzada !== conAnalisis) return;
  f.poner(medicion.alcanzada ? `${prefijo}-07` : `${prefijo}-06`, "falta", `${ruta}/analisisBrechas`, {
    lugar: vigente.nombre,
    valor: mostrarNumero(medicion.valor),
    meta: mostrarNumero(indicador.meta as number),
    sentido: SENTIDOS[indicador.sentido as keyof typeof SENTIDOS].toLowerCase(),
  });
}

/** DES-11 and SAT-11: numbers that are possible and probably wrong. */
function evaluarAlerta({ resultado: dato, vigente, ruta, prefijo, f }: Caso): void {
  const { numerador, denominador } = dato;
  if (typeof numerador !== "number") return;
  if (prefijo === "DES" && numerador < 0)
    f.poner("DES-11", "negativo", `${ruta}/numerador`, {
      lugar: vigente.nombre,
      numerador: mostrarNumero(numerador),
    });
  else if (vigente.indicador.factor === 100 && denominador && supera(numerador, denominador, 100, 100))
    f.poner(`${prefijo}-11`, "porcentaje", `${ruta}/numerador`, {
      lugar: vigente.nombre,
      valor: () => mostrarNumero(sobreCien(new Cuociente(numerador, denominador, 100))),
    });
}

/** With two decimals, or as many as it takes to read as more than 100: it is. */
function sobreCien(porcentaje: Cuociente): Big {
  let lugares = 2;
  while (porcentaje.redondear(lugares).lte(100)) lugares++;
  return porcentaje.redondear(lugares);
}

const SOBRAN_SIN_MEDIR = [
  ["numerador", "numerador"],
  ["denominador", "denominador"],
  ["resultado", "resultado"],
  ["analisisBrechas", "análisis de brechas"],
] as const;

function evaluarNoMedido({ resultado, vigente, ruta, prefijo, f }: Caso): void {
  if (vacio(resultado.justificacion))
    f.poner(`${prefijo}-08`, "falta", `${ruta}/justificacion`, { lugar: vigente.nombre });
  if (vacio(resultado.antecedentes))
    f.poner(`${prefijo}-09`, "falta", `${ruta}/antecedentes`, { lugar: vigente.nombre });
  for (const [campo, nombre] of SOBRAN_SIN_MEDIR) {
    const valor = resultado[campo];
    if (vacio(valor)) continue;
    const encontrado = typeof valor === "number" ? mostrarNumero(valor) : abreviar(valor);
    f.poner(`${prefijo}-10`, "falta", `${ruta}/${campo}`, {
      lugar: vigente.nombre,
      campo: nombre,
      encontrado,
    });
  }
}
