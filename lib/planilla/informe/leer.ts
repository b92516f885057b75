import { planVigente } from "@/lib/expediente/aplicar";
import type { Actividad, Expediente, Indicador, Informe, Resultado } from "@/lib/expediente/formato";
import { clave as comparable } from "@/lib/expediente/texto";
import { type FaltaCelda, type Leido, leido, noLeido } from "../falla";
import { avisosDelLibro } from "../libro/avisos";
import type { Libro } from "../libro/tipo";
import { buscarHoja } from "../tabla";
import { leerEtiqueta, leerLista, leerNumero, leerSiNo, leerTexto } from "../valor";
import type { CambioInforme, Edicion } from "./cambio";
import { leerDificultades } from "./dificultades";
import {
  HOJA_ACTIVIDADES,
  HOJA_COMPONENTES,
  HOJA_DESEMPENO,
  HOJA_DIFICULTADES,
  HOJA_SATISFACCION,
  HOJA_SEGUIMIENTO,
  HOJA_TRAMITES,
  type HojaInforme,
  leerComponente,
  leerDatoSeguimiento,
} from "./estructura";
import { type Campo, LectorFilas, porClave } from "./filas";
import { marcaAjena, puntoDe } from "./marca";
import { reglasPorCelda } from "./reglas";
import { hojasSinLeer } from "./sinLeer";

export interface InformeLeido {
  /** Fields that change, in the order of the workbook. */
  cambios: CambioInforme[];
  /** Where the trail was when the workbook was handed out; null when it does not say. */
  punto: string | null;
  /** Positions, from 1, of the dificultades y holguras that the workbook no longer has. */
  quitadas: number[];
  /** The report with the changes made; as it was when there is none. */
  informe: Informe | null;
  /** What could not be understood, or is of nothing in the plan or of the template: it changes nothing. */
  faltas: FaltaCelda[];
  /** What the report, once changed, still breaks of the guide's rules, each in the cell where it is mended. */
  reglas: FaltaCelda[];
}

const HOJAS = [
  HOJA_ACTIVIDADES,
  HOJA_TRAMITES,
  HOJA_COMPONENTES,
  HOJA_DESEMPENO,
  HOJA_SATISFACCION,
  HOJA_DIFICULTADES,
  HOJA_SEGUIMIENTO,
];

/**
 * Compares a filled report template with the report: what changes, field by field, and every fault by cell. Sheets
 * and columns that are not in the workbook are not touched; a cell with a fault leaves its field as it was.
 * @returns a failure (`INFORME_SIN_PLAN`, `INFORME_SIN_HOJAS`, `INFORME_AJENO`) when there is nothing to compare.
 */
export function leerPlantillaInforme(libro: Libro, expediente: Expediente): Leido<InformeLeido> {
  const plan = planVigente(expediente);
  if (!plan)
    return noLeido("INFORME_SIN_PLAN", "La institución no tiene un plan cargado: no hay informe que llenar.");
  if (!HOJAS.some((h) => buscarHoja(libro.hojas, [h.nombre, ...h.variantes]))) {
    return noLeido(
      "INFORME_SIN_HOJAS",
      "El libro no tiene ninguna hoja de la planilla del informe. Descargue la planilla desde el informe, complétela y cárguela.",
    );
  }
  const ajena = marcaAjena(libro, expediente);
  if (ajena) return noLeido("INFORME_AJENO", ajena);
  const lector = new LectorInforme(libro, expediente, plan);
  const { informe, sitios, faltas, ...resto } = lector.leer();
  const reglas = reglasPorCelda({ ...expediente, informe }, sitios, resto.quitadas);
  return leido({
    ...resto,
    punto: puntoDe(libro),
    informe,
    faltas: [...avisosDelLibro(libro), ...hojasSinLeer(libro, HOJAS), ...faltas],
    reglas,
  });
}

class LectorInforme extends LectorFilas {
  leer(): Omit<InformeLeido, "reglas" | "punto"> & { sitios: Edicion["sitios"] } {
    this.actividades();
    this.tramites();
    this.componentes();
    this.indicadores(HOJA_DESEMPENO, this.desempeno, this.informe?.indicadoresDesempeno);
    this.indicadores(
      HOJA_SATISFACCION,
      porClave(this.plan.indicadoresSatisfaccion ?? [], (i) => i.id),
      this.informe?.indicadoresSatisfaccion,
    );
    const quitadas = leerDificultades(this.libro, this.informe, this.edicion, this.faltas);
    this.seguimiento();
    const { cambios, informe, sitios } = this.edicion;
    return {
      cambios,
      quitadas,
      informe: cambios.length === 0 && quitadas.length === 0 ? this.informe : informe,
      faltas: this.faltas.lista,
      sitios,
    };
  }

  private respuesta(actividad: Actividad) {
    return this.informe?.actividades?.find((r) => comparable(r.actividad) === comparable(actividad.id));
  }

  private actividades(): void {
    for (const r of this.filas(HOJA_ACTIVIDADES, ["actividad"])) {
      const actividad = this.actividadDe(r);
      if (!actividad) continue;
      const dicho = this.respuesta(actividad);
      this.comparar(
        r,
        "actividad",
        [actividad.id],
        [
          [
            "ejecutadaSegunDescripcion",
            "ejecutadaSegunDescripcion",
            dicho?.ejecutadaSegunDescripcion,
            leerSiNo,
          ],
          ["explicacion", "explicacion", dicho?.explicacion, leerTexto],
          ["medioDescripcion", "medioDescripcion", dicho?.medioVerificacion?.descripcion, leerTexto],
          ["medioFormatos", "medioFormatos", dicho?.medioVerificacion?.formatos, leerLista],
        ],
      );
    }
  }

  private tramites(): void {
    for (const r of this.filas(HOJA_TRAMITES, ["actividad", "tramite"])) {
      const actividad = this.actividadDe(r);
      if (!actividad) continue;
      const escrito = r.leer("tramite", leerTexto) ?? "";
      const tramite = actividad.tramites?.find((t) => plano(t) === plano(escrito));
      if (tramite === undefined) {
        r.faltar(
          "tramite",
          "un trámite declarado en la actividad",
          `El trámite no está declarado en la actividad ${actividad.id}. Corríjalo o borre la fila.`,
        );
        continue;
      }
      const dicho = this.respuesta(actividad)?.tramites?.find(
        (t) => comparable(t.tramite) === comparable(tramite),
      );
      this.comparar(
        r,
        "tramite",
        [actividad.id, tramite],
        [
          ["vinculado", "vinculado", dicho?.vinculado, leerSiNo],
          ["explicacion", "explicacion", dicho?.explicacion, leerTexto],
        ],
      );
    }
  }

  private componentes(): void {
    for (const r of this.filas(HOJA_COMPONENTES, ["actividad", "componente"])) {
      const actividad = this.actividadDe(r);
      const componente = r.leer("componente", leerComponente);
      if (!actividad || componente === undefined) continue;
      if (componente === null) {
        r.faltar("componente", "el nombre del componente", "Falta el componente de esta fila.");
        continue;
      }
      const dicho = this.respuesta(actividad)?.componentes?.find(
        (c) => comparable(c.componente) === componente,
      );
      this.comparar(
        r,
        "componente",
        [actividad.id, componente],
        [
          ["modificado", "modificado", dicho?.modificado, leerSiNo],
          ["justificacion", "justificacion", dicho?.justificacion, leerTexto],
        ],
      );
    }
  }

  private indicadores<C extends string>(
    hoja: HojaInforme<C>,
    delPlan: ReadonlyMap<string, Indicador>,
    resultados: readonly Partial<Resultado>[] | null | undefined,
  ): void {
    for (const r of this.filas(hoja, ["indicador" as C])) {
      const id = r.leer("indicador" as C, leerEtiqueta);
      if (id === undefined) continue;
      const indicador = delPlan.get(comparable(id));
      if (!indicador) {
        const mensaje =
          id === null
            ? "Falta el código del indicador de esta fila."
            : `El indicador «${id}» no está en el plan vigente, o no es de esta hoja. Corrija el código o borre la fila.`;
        r.faltar("indicador" as C, `uno de: ${[...delPlan.values()].map((i) => i.id).join(", ")}`, mensaje);
        continue;
      }
      const dicho = resultados?.find((x) => comparable(x.indicador) === comparable(indicador.id));
      const numeros = ["numerador", "denominador", "resultado"] as const;
      const textos = [
        "interpretacion",
        "analisisBrechas",
        "recomendaciones",
        "justificacion",
        "antecedentes",
      ] as const;
      this.comparar(
        r,
        "indicador",
        [indicador.id],
        [
          ["medido" as C, "medido", dicho?.medido, leerSiNo],
          ...numeros.map((c): Campo<C> => [c as string as C, c, dicho?.[c], leerNumero]),
          ...textos.map((c): Campo<C> => [c as string as C, c, dicho?.[c], leerTexto]),
        ],
      );
    }
  }

  private seguimiento(): void {
    for (const r of this.filas(HOJA_SEGUIMIENTO, ["dato"])) {
      const campo = r.leer("dato", leerDatoSeguimiento);
      if (campo === undefined || campo === null) continue;
      const antes =
        campo === "sinDificultadesNiHolguras"
          ? this.informe?.sinDificultadesNiHolguras
          : this.informe?.seguimiento?.[campo];
      this.comparar(r, "informe", [], [["valor", campo, antes, leerTexto]]);
    }
  }
}

const plano = (texto: string): string => comparable(texto).replace(/\s+/g, " ");
