import { evaluarPlan } from "@/lib/expediente/evaluar";
import type { Actividad, Plan } from "@/lib/expediente/formato";
import { clave as comparable } from "@/lib/expediente/texto";
import { esFecha } from "@/lib/guia/e3-2025/dia";
import { PRIORIDADES } from "@/lib/guia/e3-2025/valores";
import { esperadoDe } from "../esperado";
import type { FaltaCelda } from "../falla";
import { avisosDelLibro } from "../libro/avisos";
import type { Libro, ValorCelda } from "../libro/tipo";
import { leerRegistros, type Registro } from "../registros";
import { Faltas } from "../tabla";
import { lectorOpcion, leerEtiqueta, leerFecha, leerNumero, leerTexto, loHallado } from "../valor";
import {
  HOJA_ACTIVIDADES,
  HOJA_AREAS,
  HOJA_DESEMPENO,
  HOJA_ITEMS,
  HOJA_OBJETIVOS,
  HOJA_SATISFACCION,
  HOJA_TRAMITES,
  type HojaPlan,
} from "./estructura";
import { leerIndicador } from "./indicador";
import { leerInstitucion } from "./institucion";
import { Origen } from "./origen";

export interface PlanLeido {
  plan: Plan;
  faltas: FaltaCelda[];
  /** Where the file says whose plan it is and of which year: what only the platform can judge is told there. */
  lugares: Record<"codigo" | "ejercicio", Pick<FaltaCelda, "hoja" | "celda">>;
}

/** A workbook holds one institution; a plan that cannot even be told whose it is comes with `planes` empty. */
export interface PlanesLeidos {
  planes: PlanLeido[];
  /** Faults of a file that gave no plan. */
  faltas: FaltaCelda[];
}

const leerPrioridad = lectorOpcion(PRIORIDADES);

/** A day, or the text as written when it is not a real one: PLAN-05 says so and nothing is lost. */
function leerDia(valor: ValorCelda | undefined) {
  const leida = leerFecha(valor);
  return leida.ok ? leida : leerTexto(valor);
}

/**
 * Reads the plan of a template filled by hand: sheets and columns by name, every fault at once. What breaks the
 * guide's rules (PLAN-xx) points to the cell where it is mended.
 * @returns the plan as far as it could be understood, with its faults; a plan without error faults is ready to load.
 */
export function leerPlantillaPlan(libro: Libro): PlanesLeidos {
  const faltas = new Faltas();
  for (const aviso of avisosDelLibro(libro)) faltas.agregar(aviso);
  const origen = new Origen();
  const cabecera = leerInstitucion(libro, faltas, origen);
  const lector = new LectorPlan(libro, faltas, origen);
  const objetivosEspecificos = lector.elementos(HOJA_OBJETIVOS, "/objetivosEspecificos", (r, id) => ({
    id,
    descripcion: r.leer("descripcion", leerTexto) ?? null,
  }));
  const indicadoresSatisfaccion = lector.elementos(
    HOJA_SATISFACCION,
    "/indicadoresSatisfaccion",
    leerIndicador,
  );
  const actividades = lector.actividades();
  if (!cabecera) return { planes: [], faltas: faltas.lista };
  const plan: Plan = {
    formato: "plan-cseu/v1",
    ejercicio: cabecera.ejercicio,
    institucion: cabecera.institucion,
    objetivoGeneral: cabecera.objetivoGeneral,
    objetivosEspecificos,
    indicadoresSatisfaccion,
    actividades,
  };
  const conFalta = new Set(faltas.lista.map((f) => `${f.hoja}\n${f.celda}`));
  for (const { regla, nivel, ruta, mensaje } of evaluarPlan(plan)) {
    const lugar = origen.buscar(ruta);
    // A cell already told apart needs no second message about being empty.
    if (conFalta.has(`${lugar.hoja}\n${lugar.celda}`) && regla !== "PLAN-03") continue;
    const { hoja, celda } = lugar;
    const encontrado = loHallado(lugar.valor);
    faltas.agregar({ hoja, celda, encontrado, esperado: esperadoDe(regla), mensaje, nivel, regla });
  }
  const lugar = (ruta: string) => {
    const { hoja, celda } = origen.buscar(ruta);
    return { hoja, celda };
  };
  const lugares = { codigo: lugar("/institucion/codigo"), ejercicio: lugar("/ejercicio") };
  return { planes: [{ plan, faltas: faltas.lista, lugares }], faltas: [] };
}

class LectorPlan {
  private readonly libro: Libro;
  private readonly faltas: Faltas;
  private readonly origen: Origen;

  constructor(libro: Libro, faltas: Faltas, origen: Origen) {
    this.libro = libro;
    this.faltas = faltas;
    this.origen = origen;
  }

  private registros<C extends string>(hoja: HojaPlan<C>, ruta: string): Registro<C>[] {
    const leidos = leerRegistros(this.libro.hojas, hoja, this.faltas);
    if (ruta !== "" && leidos) this.origen.anotarHoja(ruta, leidos.hoja.nombre, leidos.encabezado);
    return leidos?.registros ?? [];
  }

  /** The identifier of a row; without it the row is a fault and is not read. */
  private id<C extends string>(r: Registro<C>, clave: C): string | null {
    const id = r.leer(clave, leerEtiqueta);
    if (id === null)
      r.faltar(
        clave,
        "un código propio, por ejemplo A1",
        "Falta el código de esta fila. Escríbalo, o borre la fila si sobra.",
      );
    return id ?? null;
  }

  elementos<C extends string, T>(
    hoja: HojaPlan<C>,
    ruta: string,
    construir: (r: Registro<C>, id: string) => T,
  ): T[] {
    const lista: T[] = [];
    for (const r of this.registros(hoja, ruta)) {
      const id = this.id(r, "id" as C);
      if (id === null) continue;
      this.origen.anotarRegistro(`${ruta}/${lista.length}`, r, hoja.columnas);
      lista.push(construir(r, id));
    }
    return lista;
  }

  actividades(): Actividad[] {
    const ruta = "/actividades";
    const lista = this.elementos(
      HOJA_ACTIVIDADES,
      ruta,
      (r, id): Actividad => ({
        id,
        objetivoEspecifico: r.leer("objetivoEspecifico", leerEtiqueta) ?? null,
        descripcion: r.leer("descripcion", leerTexto) ?? null,
        plazos: { inicio: r.leer("inicio", leerDia) ?? null, termino: r.leer("termino", leerDia) ?? null },
        areasResponsables: [],
        participantes: r.leer("participantes", leerTexto) ?? null,
        poblacionObjetivo: r.leer("poblacionObjetivo", leerTexto) ?? null,
        tramites: [],
        indicadoresDesempeno: [],
        sistemasRespaldo: r.leer("sistemasRespaldo", leerTexto) ?? null,
        priorizacion: r.leer("priorizacion", leerPrioridad) ?? null,
        costos: { montoClp: this.monto(r), items: [] },
      }),
    );
    this.anotarPlazos(lista);
    const indices = new Map<string, number>();
    lista.forEach((a, i) => {
      if (!indices.has(comparable(a.id))) indices.set(comparable(a.id), i);
    });
    this.repartir(HOJA_DESEMPENO, indices, (r, i) => {
      const id = this.id(r, "id");
      const indicadores = lista[i]?.indicadoresDesempeno;
      if (id === null || !indicadores) return;
      this.origen.anotarRegistro(
        `${ruta}/${i}/indicadoresDesempeno/${indicadores.length}`,
        r,
        HOJA_DESEMPENO.columnas,
      );
      indicadores.push(leerIndicador(r, id));
    });
    this.repartir(HOJA_TRAMITES, indices, (r, i) =>
      this.sumar(lista[i]?.tramites, r, "tramite", "el nombre del trámite"),
    );
    this.repartir(HOJA_AREAS, indices, (r, i) =>
      this.sumar(lista[i]?.areasResponsables, r, "area", "el nombre del área"),
    );
    this.repartir(HOJA_ITEMS, indices, (r, i) => {
      const items = lista[i]?.costos?.items;
      items?.push({
        subtitulo: codigo(r.leer("subtitulo", leerEtiqueta)),
        item: codigo(r.leer("item", leerEtiqueta)),
      });
    });
    return lista;
  }

  /** An amount in whole pesos, not negative: the limits of the template's cell (AJU-02 demands the same of a change). */
  private monto(r: Registro<(typeof HOJA_ACTIVIDADES.columnas)[number]["clave"]>): number | null {
    const monto = r.leer("montoClp", leerNumero) ?? null;
    if (monto !== null && (monto < 0 || !Number.isSafeInteger(monto))) {
      r.faltar(
        "montoClp",
        "un monto en pesos, entero y no negativo",
        "El costo total va en pesos, sin decimales ni signo negativo.",
      );
    }
    return monto;
  }

  private anotarPlazos(lista: readonly Actividad[]): void {
    lista.forEach((a, i) => {
      const inicio = a.plazos?.inicio ?? "";
      this.origen.copiar(
        `/actividades/${i}/plazos`,
        `/actividades/${i}/${esFecha(inicio) ? "termino" : "inicio"}`,
      );
      this.origen.copiar(`/actividades/${i}/costos`, `/actividades/${i}/montoClp`);
      this.origen.copiar(`/actividades/${i}/areasResponsables`, `/actividades/${i}/participantes`);
    });
  }

  private sumar<C extends string>(
    lista: string[] | null | undefined,
    r: Registro<C>,
    clave: C,
    que: string,
  ): void {
    const texto = r.leer(clave, leerTexto);
    if (texto === null || texto?.trim() === "")
      r.faltar(clave, que, `Falta ${que}. Escríbalo, o borre la fila si sobra.`);
    else if (texto !== undefined) lista?.push(texto);
  }

  /** Gives each row of a sheet to its activity, told by its code; a code of no activity is a fault. */
  private repartir<C extends string>(
    hoja: HojaPlan<C>,
    indices: ReadonlyMap<string, number>,
    hacer: (r: Registro<C>, i: number) => void,
  ): void {
    for (const r of this.registros(hoja, "")) {
      const clave = "actividad" as C;
      const actividad = r.leer(clave, leerEtiqueta);
      if (actividad === undefined) continue;
      const indice = indices.get(comparable(actividad));
      if (indice !== undefined) hacer(r, indice);
      else if (actividad === null)
        r.faltar(clave, "el código de la actividad", "Falta el código de la actividad de esta fila.");
      else
        r.faltar(
          clave,
          "un código de la hoja «Actividades»",
          `La actividad «${actividad}» no está en la hoja «Actividades». Corrija el código.`,
        );
    }
  }
}

/** Budget codes have two digits; spreadsheets drop the zero of "07". */
function codigo(texto: string | null | undefined): string | null {
  return texto && /^\d$/.test(texto) ? `0${texto}` : (texto ?? null);
}
