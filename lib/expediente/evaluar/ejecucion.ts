import { COMPONENTES_RELACIONADOS, NOMBRES_COMPONENTE } from "@/lib/guia/e3-2025/valores";
import { nombrar } from "../elementos";
import type { ResultadoActividad } from "../formato";
import { abreviar, algunTexto, clave, conTexto, nombreEn, vacio } from "../texto";
import type { ActividadVigente, Contexto } from "./contexto";
import type { Recolector } from "./recolector";

type Texto = string | null | undefined;

/** EJE: one result per activity of the plan in force; a foreign or repeated one is not looked at any further. */
export function evaluarEjecucion({ expediente, actividades }: Contexto, f: Recolector): void {
  expediente.informe?.actividades?.forEach((resultado, k) => {
    const ruta = `/informe/actividades/${k}`;
    const elemento = actividades.get(clave(resultado.actividad));
    if (!elemento) f.poner("EJE-01", "ajeno", ruta, { id: abreviar(resultado.actividad) });
    else if (elemento.resultado !== resultado)
      f.poner("EJE-01", "repetido", ruta, { lugar: nombrar(elemento) });
    else evaluarResultado(resultado, elemento, ruta, f);
  });
  for (const elemento of actividades.values())
    if (!elemento.resultado)
      f.poner(
        "EJE-01",
        "falta",
        "/informe/actividades",
        { lugar: nombrar(elemento) },
        { elemento: elemento.id },
      );
}

function evaluarResultado(
  resultado: ResultadoActividad,
  elemento: ActividadVigente,
  ruta: string,
  f: Recolector,
) {
  const ejecutada = resultado.ejecutadaSegunDescripcion;
  if (vacio(ejecutada))
    f.poner("EJE-02", "falta", `${ruta}/ejecutadaSegunDescripcion`, { lugar: nombrar(elemento) });
  if (ejecutada === false && vacio(resultado.explicacion))
    f.poner("EJE-03", "falta", `${ruta}/explicacion`, { lugar: nombrar(elemento) });
  evaluarTramites(resultado, elemento, ruta, f);
  evaluarComponentes(resultado, elemento, ruta, f);
  if (vacio(resultado.medioVerificacion?.descripcion))
    f.poner("EJE-08", "falta", `${ruta}/medioVerificacion/descripcion`, { lugar: nombrar(elemento) });
  if (!algunTexto(resultado.medioVerificacion?.formatos))
    f.poner("EJE-09", "falta", `${ruta}/medioVerificacion/formatos`, { lugar: nombrar(elemento) });
}

/** What a message about an answer says: its activity, and its trámite or component. */
function datosDe(elemento: ActividadVigente, respuesta: { tramite?: Texto; componente?: Texto }) {
  return {
    lugar: nombrar(elemento),
    tramite: abreviar(respuesta.tramite),
    componente: nombreEn(NOMBRES_COMPONENTE, respuesta.componente) ?? abreviar(respuesta.componente),
  };
}

function evaluarTramites(
  resultado: ResultadoActividad,
  elemento: ActividadVigente,
  base: string,
  f: Recolector,
): void {
  const declarados = new Map(conTexto(elemento.dato.tramites).map((tramite) => [clave(tramite), tramite]));
  const vistos = new Set<string>();
  resultado.tramites?.forEach((respuesta, j) => {
    const ruta = `${base}/tramites/${j}`;
    const llave = clave(respuesta.tramite);
    if (!declarados.has(llave)) f.poner("EJE-04", "ajeno", ruta, datosDe(elemento, respuesta));
    else if (vistos.has(llave)) f.poner("EJE-04", "repetido", ruta, datosDe(elemento, respuesta));
    else {
      vistos.add(llave);
      if (vacio(respuesta.vinculado))
        f.poner("EJE-04", "vinculado", `${ruta}/vinculado`, datosDe(elemento, respuesta));
      if (respuesta.vinculado === false && vacio(respuesta.explicacion))
        f.poner("EJE-05", "falta", `${ruta}/explicacion`, datosDe(elemento, respuesta));
    }
  });
  for (const [llave, tramite] of declarados)
    if (!vistos.has(llave))
      f.poner(
        "EJE-04",
        "falta",
        `${base}/tramites`,
        { lugar: nombrar(elemento), tramite: abreviar(tramite) },
        { elemento: tramite },
      );
}

const RELACIONADOS: ReadonlySet<string> = new Set(COMPONENTES_RELACIONADOS);

function evaluarComponentes(
  resultado: ResultadoActividad,
  elemento: ActividadVigente,
  base: string,
  f: Recolector,
): void {
  const vistos = new Set<string>();
  resultado.componentes?.forEach((respuesta, j) => {
    const ruta = `${base}/componentes/${j}`;
    const componente = respuesta.componente ?? "";
    if (!RELACIONADOS.has(componente)) f.poner("EJE-06", "ajeno", ruta, datosDe(elemento, respuesta));
    else if (vistos.has(componente)) f.poner("EJE-06", "repetido", ruta, datosDe(elemento, respuesta));
    else {
      vistos.add(componente);
      if (vacio(respuesta.modificado))
        f.poner("EJE-06", "modificado", `${ruta}/modificado`, datosDe(elemento, respuesta));
      if (respuesta.modificado === true && vacio(respuesta.justificacion))
        f.poner("EJE-07", "falta", `${ruta}/justificacion`, datosDe(elemento, respuesta));
    }
  });
  for (const componente of COMPONENTES_RELACIONADOS)
    if (!vistos.has(componente))
      f.poner(
        "EJE-06",
        "falta",
        `${base}/componentes`,
        { lugar: nombrar(elemento), componente: NOMBRES_COMPONENTE[componente] },
        { elemento: elemento.id, componente },
      );
}
