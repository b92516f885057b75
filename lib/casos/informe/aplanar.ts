import type { Informe } from "@/lib/expediente/formato";
import { clave } from "@/lib/expediente/texto";
import { escribirLugar, type NombreGrupo } from "@/lib/flujo/campo";
import { COMPONENTES_RELACIONADOS } from "@/lib/guia/e3-2025/valores";

/** A value of the report as its JSON holds it. */
export type ValorInforme = string | number | boolean | readonly string[] | null;

/** A field of the report: its address, where it stands in the JSON, and what it says. */
export type CampoPlano = { readonly lugar: string; readonly ruta: string; readonly valor: ValorInforme };

const RELACIONADOS: ReadonlySet<string> = new Set(COMPONENTES_RELACIONADOS);

type Ids = {
  /** The identifier of the plan in force that a text names, as the plan writes it; null when it has none. */
  readonly actividad: (id: string) => string | null;
  readonly tramite: (actividad: string, tramite: string) => string | null;
  readonly indicador: (id: string, lista: "desempeno" | "satisfaccion") => string | null;
};

type Ajeno = { readonly ruta: string; readonly que: string };

const CAMPOS_ACTIVIDAD = ["ejecutadaSegunDescripcion", "explicacion"] as const;
const CAMPOS_INDICADOR = [
  "medido",
  "numerador",
  "denominador",
  "resultado",
  "interpretacion",
  "analisisBrechas",
  "recomendaciones",
  "justificacion",
  "antecedentes",
] as const;
export const CAMPOS_DIFICULTAD = [
  "tipo",
  "descripcion",
  "factoresInternos",
  "factoresExternos",
  "componentes",
  "elementos",
] as const;

/**
 * A report as a list of fields by their addresses: only those it brings (a field that is absent says nothing; an
 * explicit null says empty). Difficulties go by their position, from 1. What names nothing of the plan comes apart.
 */
export function aplanar(
  informe: Informe | null | undefined,
  ids: Ids,
): { campos: CampoPlano[]; ajenos: Ajeno[] } {
  const campos: CampoPlano[] = [];
  const ajenos: Ajeno[] = [];
  const poner = (
    grupo: NombreGrupo,
    llave: readonly string[],
    ruta: string,
    dato: object | null | undefined,
    nombres: Readonly<Record<string, string>>,
  ) => {
    for (const [propiedad, campo] of Object.entries(nombres)) {
      const valor = (dato as Readonly<Record<string, ValorInforme | undefined>> | null | undefined)?.[
        propiedad
      ];
      if (valor !== undefined)
        campos.push({
          lugar: escribirLugar({ grupo, clave: llave, campo }),
          ruta: `${ruta}/${propiedad}`,
          valor,
        });
    }
  };
  const iguales = (nombres: readonly string[]) => Object.fromEntries(nombres.map((uno) => [uno, uno]));

  poner("informe", [], "/informe/seguimiento", informe?.seguimiento, {
    ...iguales(["avances", "desafios", "resultados", "leccionesAprendidas"]),
  });
  poner("informe", [], "/informe", informe, iguales(["sinDificultadesNiHolguras"]));
  informe?.actividades?.forEach((resultado, i) => {
    const ruta = `/informe/actividades/${i}`;
    const id = ids.actividad(resultado.actividad);
    if (id === null) {
      ajenos.push({ ruta, que: `La actividad «${resultado.actividad}»` });
      return;
    }
    poner("actividad", [id], ruta, resultado, iguales(CAMPOS_ACTIVIDAD));
    poner("actividad", [id], `${ruta}/medioVerificacion`, resultado.medioVerificacion, {
      descripcion: "medioDescripcion",
      formatos: "medioFormatos",
    });
    resultado.tramites?.forEach((respuesta, j) => {
      const tramite = ids.tramite(id, respuesta.tramite ?? "");
      const lugar = `${ruta}/tramites/${j}`;
      if (tramite === null) ajenos.push({ ruta: lugar, que: `El trámite «${respuesta.tramite}» de ${id}` });
      else poner("tramite", [id, tramite], lugar, respuesta, iguales(["vinculado", "explicacion"]));
    });
    resultado.componentes?.forEach((respuesta, j) => {
      const componente = clave(respuesta.componente);
      const lugar = `${ruta}/componentes/${j}`;
      if (!RELACIONADOS.has(componente))
        ajenos.push({ ruta: lugar, que: `El componente «${respuesta.componente}» de ${id}` });
      else poner("componente", [id, componente], lugar, respuesta, iguales(["modificado", "justificacion"]));
    });
  });
  for (const [lista, tipo] of [
    ["indicadoresDesempeno", "desempeno"],
    ["indicadoresSatisfaccion", "satisfaccion"],
  ] as const)
    informe?.[lista]?.forEach((resultado, i) => {
      const ruta = `/informe/${lista}/${i}`;
      const id = ids.indicador(resultado.indicador, tipo);
      if (id === null) ajenos.push({ ruta, que: `El indicador «${resultado.indicador}»` });
      else poner("indicador", [id], ruta, resultado, iguales(CAMPOS_INDICADOR));
    });
  informe?.dificultadesHolguras?.forEach((dificultad, i) => {
    poner(
      "dificultad",
      [String(i + 1)],
      `/informe/dificultadesHolguras/${i}`,
      dificultad,
      iguales(CAMPOS_DIFICULTAD),
    );
  });
  return { campos, ajenos };
}
