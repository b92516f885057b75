import type {
  DificultadHolgura,
  Informe,
  RespuestaComponente,
  RespuestaTramite,
  Resultado,
  ResultadoActividad,
} from "@/lib/expediente/formato";
import { clave } from "@/lib/expediente/texto";
import { escribirLugar, type Lugar } from "@/lib/flujo/campo";
import type { SitioCelda } from "../falla";

export type ValorCambio = string | number | boolean | string[] | null;

/** One field that the workbook changes. Values have the type they have in the expediente. */
export interface CambioInforme {
  /**
   * Address of the field (`lib/flujo/campo`). The key of a dificultad is its position in the report, from 1; beyond
   * those that exist, the new ones in order.
   */
  lugar: string;
  antes: ValorCambio;
  despues: ValorCambio;
  /** Where it was read. */
  hoja: string;
  celda: string;
}

/** Whether two values of a field say the same: empty, null and absent do; lists, in the same order. */
export function mismo(a: ValorCambio | undefined, b: ValorCambio | undefined): boolean {
  const limpio = (v: ValorCambio | undefined) =>
    v === undefined || v === "" || (Array.isArray(v) && v.length === 0) ? null : v;
  return JSON.stringify(limpio(a)) === JSON.stringify(limpio(b));
}

type Objeto = Record<string, unknown>;

function enLista<T>(lista: T[], es: (dato: T) => boolean, crear: () => T): T {
  const hallado = lista.find(es);
  if (hallado !== undefined) return hallado;
  const nuevo = crear();
  lista.push(nuevo);
  return nuevo;
}

/** The report being changed: a copy, so that what the workbook does not touch stays exactly as it was. */
export class Edicion {
  readonly informe: Informe;
  readonly cambios: CambioInforme[] = [];
  /** Cell of each field read, changed or not, by its address. */
  readonly sitios = new Map<string, SitioCelda>();
  private readonly desempeno: ReadonlySet<string>;

  constructor(informe: Informe | null | undefined, desempeno: ReadonlySet<string>) {
    this.informe = structuredClone(informe ?? {});
    this.desempeno = desempeno;
  }

  /** Notes a change and makes it; nothing when both values say the same. */
  cambiar(lugar: Lugar, antes: ValorCambio | undefined, despues: ValorCambio, sitio: SitioCelda): void {
    const direccion = escribirLugar(lugar);
    this.sitios.set(direccion, sitio);
    if (mismo(antes, despues)) return;
    const { hoja, celda } = sitio;
    this.cambios.push({ lugar: direccion, antes: antes ?? null, despues, hoja, celda });
    this.poner(lugar, despues);
  }

  private poner({ grupo, clave: partes, campo }: Lugar, valor: ValorCambio): void {
    const [primera = "", segunda = ""] = partes;
    const { informe } = this;
    switch (grupo) {
      case "informe":
        if (campo === "sinDificultadesNiHolguras") informe.sinDificultadesNiHolguras = valor as string | null;
        else {
          informe.seguimiento ??= {};
          (informe.seguimiento as Objeto)[campo] = valor;
        }
        return;
      case "actividad": {
        const actividad = this.actividad(primera);
        if (campo !== "medioDescripcion" && campo !== "medioFormatos") (actividad as Objeto)[campo] = valor;
        else {
          actividad.medioVerificacion ??= {};
          (actividad.medioVerificacion as Objeto)[campo === "medioFormatos" ? "formatos" : "descripcion"] =
            valor;
        }
        return;
      }
      case "tramite": {
        const actividad = this.actividad(primera);
        actividad.tramites ??= [];
        const respuesta = enLista<RespuestaTramite>(
          actividad.tramites,
          (r) => clave(r.tramite) === clave(segunda),
          () => ({ tramite: segunda }),
        );
        (respuesta as Objeto)[campo] = valor;
        return;
      }
      case "componente": {
        const actividad = this.actividad(primera);
        actividad.componentes ??= [];
        const respuesta = enLista<RespuestaComponente>(
          actividad.componentes,
          (r) => clave(r.componente) === segunda,
          () => ({ componente: segunda }),
        );
        (respuesta as Objeto)[campo] = valor;
        return;
      }
      case "indicador": {
        const lista: "indicadoresDesempeno" | "indicadoresSatisfaccion" = this.desempeno.has(clave(primera))
          ? "indicadoresDesempeno"
          : "indicadoresSatisfaccion";
        informe[lista] ??= [];
        const resultado = enLista<Resultado>(
          informe[lista] ?? [],
          (r) => clave(r.indicador) === clave(primera),
          () => ({ indicador: primera }),
        );
        (resultado as Objeto)[campo] = valor;
        return;
      }
      case "dificultad": {
        informe.dificultadesHolguras ??= [];
        const lista = informe.dificultadesHolguras;
        const indice = Number(primera) - 1;
        while (lista.length <= indice) lista.push({});
        (lista[indice] as Objeto)[campo] = valor;
        return;
      }
      default:
        throw new Error(`«${grupo}» is not a group of the report.`);
    }
  }

  private actividad(id: string): ResultadoActividad {
    this.informe.actividades ??= [];
    return enLista<ResultadoActividad>(
      this.informe.actividades,
      (r) => clave(r.actividad) === clave(id),
      () => ({ actividad: id }),
    );
  }

  /** Takes away the dificultades of those positions (from 1), once every change is noted. */
  quitar(posiciones: ReadonlySet<number>): void {
    const lista: DificultadHolgura[] | null | undefined = this.informe.dificultadesHolguras;
    if (lista && posiciones.size > 0)
      this.informe.dificultadesHolguras = lista.filter((_, i) => !posiciones.has(i + 1));
  }
}
