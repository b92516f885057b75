import type { Actividad, Expediente, Indicador, Informe, Plan } from "@/lib/expediente/formato";
import { clave as comparable } from "@/lib/expediente/texto";
import type { Lugar } from "@/lib/flujo/campo";
import type { Libro, ValorCelda } from "../libro/tipo";
import { leerRegistros, type Registro } from "../registros";
import { buscarHoja, Faltas } from "../tabla";
import { comoTexto, type Interpretado, leerEtiqueta } from "../valor";
import { Edicion, type ValorCambio } from "./cambio";
import type { HojaInforme } from "./estructura";

type Lector<T extends ValorCambio> = (valor: ValorCelda | undefined) => Interpretado<T | null>;
/** Each field a row brings: column, field of its group, what it said, how it is read. */
export type Campo<C extends string> = readonly [
  columna: C,
  campo: string,
  antes: ValorCambio | undefined,
  lector: Lector<ValorCambio>,
];

/** What every sheet of the report needs: its rows, whose they are, and comparing what they say with the report. */
export class LectorFilas {
  protected readonly libro: Libro;
  protected readonly informe: Informe | null;
  protected readonly plan: Plan;
  protected readonly faltas = new Faltas();
  protected readonly edicion: Edicion;
  protected readonly desempeno: ReadonlyMap<string, Indicador>;
  private readonly actividadesDelPlan: ReadonlyMap<string, Actividad>;

  constructor(libro: Libro, expediente: Expediente, plan: Plan) {
    this.libro = libro;
    this.informe = expediente.informe ?? null;
    this.plan = plan;
    this.actividadesDelPlan = porClave(plan.actividades ?? [], (a) => a.id);
    this.desempeno = porClave(
      (plan.actividades ?? []).flatMap((a) => a.indicadoresDesempeno ?? []),
      (i) => i.id,
    );
    this.edicion = new Edicion(this.informe, new Set(this.desempeno.keys()));
  }

  /** Rows of a sheet, once each: the second row about the same thing is a fault. */
  protected filas<C extends string>(hoja: HojaInforme<C>, identidad: readonly C[]): Registro<C>[] {
    if (!buscarHoja(this.libro.hojas, [hoja.nombre, ...hoja.variantes])) return [];
    const vistas = new Set<string>();
    return (leerRegistros(this.libro.hojas, hoja, this.faltas)?.registros ?? []).filter((r) => {
      const llave = JSON.stringify(identidad.map((c) => comparable(comoTexto(r.crudo(c)))));
      if (vistas.has(llave))
        r.faltar(
          identidad[0] as C,
          "una sola fila",
          "Esta fila repite otra de la misma hoja. Deje una sola.",
        );
      return !vistas.has(llave) && vistas.add(llave);
    });
  }

  protected actividadDe<C extends string>(r: Registro<C>): Actividad | null {
    const id = r.leer("actividad" as C, leerEtiqueta);
    if (id === undefined) return null;
    const actividad = this.actividadesDelPlan.get(comparable(id));
    if (actividad) return actividad;
    const mensaje =
      id === null
        ? "Falta el código de la actividad de esta fila."
        : `La actividad «${id}» no está en el plan vigente. Corrija el código o borre la fila.`;
    r.faltar(
      "actividad" as C,
      `uno de: ${[...this.actividadesDelPlan.values()].map((a) => a.id).join(", ")}`,
      mensaje,
    );
    return null;
  }

  protected comparar<C extends string>(
    r: Registro<C>,
    grupo: Lugar["grupo"],
    clave: readonly string[],
    campos: readonly Campo<C>[],
  ): void {
    for (const [columna, campo, antes, lector] of campos) {
      if (!r.tiene(columna)) continue;
      const despues = r.leer(columna, lector);
      if (despues === undefined) continue;
      this.edicion.cambiar({ grupo, clave, campo }, antes, despues, r.sitio(columna));
    }
  }
}

/** The first of each key. */
export function porClave<T>(lista: readonly T[], de: (dato: T) => string): Map<string, T> {
  const mapa = new Map<string, T>();
  for (const dato of lista) if (!mapa.has(comparable(de(dato)))) mapa.set(comparable(de(dato)), dato);
  return mapa;
}
