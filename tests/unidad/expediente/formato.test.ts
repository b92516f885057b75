import { describe, expect, test } from "vitest";
import { faltasFormato } from "@/lib/expediente/faltasFormato";
import { juzgar } from "@/lib/expediente/juzgar";
import { leerJson } from "@/lib/expediente/lectura";
import { expedienteValido, planValido } from "@/tests/apoyo/expedienteValido";

const MINIMO = { formato: "expediente-cseu/v1", ejercicio: 2025, institucion: { codigo: "1" } };
const rutas = (valor: unknown) => faltasFormato(valor).map(({ ruta }) => ruta);
const con = (cambio: object) => ({ ...MINIMO, ...cambio });
const bytes = (texto: string) => new TextEncoder().encode(texto);
const deTexto = (texto: string) => juzgar(bytes(texto)).faltas.map(({ regla, ruta }) => `${regla} ${ruta}`);

describe("un borrador", () => {
  test("puede no traer casi nada", () => {
    expect(rutas(MINIMO)).toEqual([]);
    expect(
      rutas(con({ planOriginal: null, ajustes: null, informe: {}, difusion: { cosoc: null }, prorroga: {} })),
    ).toEqual([]);
  });

  test("debe decir qué es, de qué ejercicio y de qué institución", () => {
    expect(rutas({})).toEqual(["/formato", "/ejercicio", "/institucion/codigo"]);
    expect(rutas(con({ institucion: { codigo: " " } }))).toEqual(["/institucion/codigo"]);
    expect(rutas(con({ planOriginal: { objetivoGeneral: "x" } }))).toEqual([
      "/planOriginal/formato",
      "/planOriginal/ejercicio",
      "/planOriginal/institucion/codigo",
    ]);
  });

  test("los identificadores y la decisión de cada ajuste no pueden faltar", () => {
    expect(
      rutas(
        con({
          ajustes: [{ elemento: " ", decision: "" }, {}],
          informe: {
            actividades: [{ actividad: "" }],
            indicadoresDesempeno: [{ indicador: null }],
            indicadoresSatisfaccion: [{}],
          },
        }),
      ),
    ).toEqual([
      "/ajustes/0/elemento",
      "/ajustes/0/decision",
      "/ajustes/1/elemento",
      "/ajustes/1/decision",
      "/informe/actividades/0/actividad",
      "/informe/indicadoresDesempeno/0/indicador",
      "/informe/indicadoresSatisfaccion/0/indicador",
    ]);
  });

  test("un texto vacío en una lista de valores, una fecha o un instante cuenta como ausente", () => {
    const acta = { fecha: " ", decision: "" };
    expect(
      rutas(
        con({
          prorroga: { hasta: "\n" },
          aprobacionPlan: acta,
          difusion: { instancias: [{ fecha: "", medio: " ", modalidad: "" }] },
        }),
      ),
    ).toEqual([]);
  });
});

describe("son faltas de formato", () => {
  test.each([
    ["una clave desconocida", { extra: 1 }, ["/extra"]],
    ["una clave con barra y virgulilla", { "a/b~c": 1 }, ["/a~1b~0c"]],
    ["un número escrito como texto", { ejercicio: "2025" }, ["/ejercicio"]],
    ["un nulo dentro de una lista", { ajustes: [null] }, ["/ajustes/0"]],
    ["un valor fuera de su lista", { aprobacionPlan: { decision: "Aprueba" } }, ["/aprobacionPlan/decision"]],
    ["una fecha que no existe", { aprobacionPlan: { fecha: "2025-02-30" } }, ["/aprobacionPlan/fecha"]],
    ["una fecha mal escrita", { aprobacionPlan: { fecha: "30/06/2025" } }, ["/aprobacionPlan/fecha"]],
    ["un instante sin zona", { prorroga: { hasta: "2025-07-31T23:59:59" } }, ["/prorroga/hasta"]],
    ["un instante con segundo 60", { prorroga: { hasta: "2025-07-31T23:59:60Z" } }, ["/prorroga/hasta"]],
    [
      "un sha256 en mayúscula",
      { difusion: { destinatarios: { archivo: { sha256: "A".repeat(64) } } } },
      ["/difusion/destinatarios/archivo/sha256"],
    ],
    [
      "un resultado en un indicador de satisfacción",
      { informe: { indicadoresSatisfaccion: [{ indicador: "IS1", resultado: 1 }] } },
      ["/informe/indicadoresSatisfaccion/0/resultado"],
    ],
    ["un sustituto suelto", { prorroga: { razon: "\ud83d" } }, ["/prorroga/razon"]],
  ])("%s", (_, cambio, esperadas) => {
    expect(rutas(con(cambio))).toEqual(esperadas);
  });

  test.each([
    ["2025-07-01T00:00Z"],
    ["2025-07-01T00:00:00.123456789012-04:00"],
    ["2025-07-01T23:59:59+14:00"],
  ])("pero no el instante %s", (hasta) => {
    expect(rutas(con({ prorroga: { hasta } }))).toEqual([]);
  });

  test("no, en cambio, lo que es de una regla: categorías, componentes, tipos, grupos y fechas de un plazo", () => {
    const plan = planValido();
    const [actividad] = plan.actividades ?? [];
    if (actividad) actividad.plazos = { inicio: "mañana", termino: "2025-13-01" };
    expect(
      rutas(
        con({
          planOriginal: plan,
          ajustes: [
            { elemento: "A1", decision: "mantiene", componente: "otro", tipo: "otro", categorias: ["z"] },
            { elemento: "A1", decision: "modifica", componente: "plazos", contenido: { inicio: "mañana" } },
          ],
          informe: {
            actividades: [{ actividad: "A1", componentes: [{ componente: "otro" }] }],
            dificultadesHolguras: [{ tipo: "otro", componentes: ["otro"] }],
          },
          difusion: { destinatarios: { filas: [{ grupo: "otro", calidadJuridica: "otra" }] } },
        }),
      ),
    ).toEqual([]);
  });

  test("la forma del contenido la decide el componente o el tipo, exista o no el elemento", () => {
    const ajuste = (resto: object) => ({ elemento: "X", decision: "modifica", ...resto });
    expect(
      rutas(
        con({
          ajustes: [
            ajuste({ componente: "texto", contenido: 5 }),
            ajuste({ componente: "priorizacion", contenido: "urgente" }),
            ajuste({ componente: "tramites", contenido: ["a", null] }),
            ajuste({ componente: "indicador", contenido: { id: "I" } }),
            ajuste({ decision: "incorpora", tipo: "actividad", contenido: { plazos: [], otra: 1 } }),
            ajuste({ decision: "elimina", contenido: { loQueSea: 1 } }),
            ajuste({ componente: "desconocido", contenido: { loQueSea: 1 } }),
            ajuste({ decision: "mantiene", componente: "costos", contenido: "texto" }),
          ],
        }),
      ),
    ).toEqual([
      "/ajustes/0/contenido",
      "/ajustes/1/contenido",
      "/ajustes/2/contenido/1",
      "/ajustes/3/contenido/id",
      "/ajustes/4/contenido/plazos",
      "/ajustes/4/contenido/otra",
      "/ajustes/7/contenido",
    ]);
  });

  test("van todas, en el orden del formato, y ninguna otra", () => {
    const expediente = { ...expedienteValido(), aprobacionPlan: { fecha: 1 }, ajustes: [{ decision: "x" }] };
    expect(deTexto(JSON.stringify({ zeta: 1, ...expediente }))).toEqual([
      "FORMATO /ajustes/0/elemento",
      "FORMATO /ajustes/0/decision",
      "FORMATO /aprobacionPlan/fecha",
      "FORMATO /zeta",
    ]);
  });
});

describe("la lectura del archivo", () => {
  const minimo = JSON.stringify(MINIMO);
  test("una clave repetida es una falta en esa clave, a cualquier profundidad", () => {
    expect(deTexto(minimo.replace("{", '{"ejercicio":2024,'))).toEqual(["FORMATO /ejercicio"]);
    expect(deTexto(`${minimo.slice(0, -1)},"prorroga":{"razon":"a","r\\u0061zon":"b","razon":"c"}}`)).toEqual(
      ["FORMATO /prorroga/razon"],
    );
  });

  test("una clave desconocida va después de las del formato, también si parece un índice", () => {
    expect(rutas({ "0": 1, ...con({ ejercicio: "2025" }), zeta: 1, toString: 1 })).toEqual([
      "/ejercicio",
      "/0",
      "/toString",
      "/zeta",
    ]);
  });

  test("__proto__ es una clave desconocida y no toca nada", () => {
    expect(deTexto(`${minimo.slice(0, -1)},"__proto__":{"formato":"x"}}`)).toEqual(["FORMATO /__proto__"]);
  });

  test("un número no finito, aun donde el contenido no cuenta", () => {
    const ajuste = '{"elemento":"A","decision":"elimina","contenido":{"a":[1,-1e999]}}';
    expect(deTexto(`${minimo.slice(0, -1)},"ajustes":[${ajuste}]}`)).toEqual([
      "FORMATO /ajustes/0/contenido/a/1",
    ]);
    expect(deTexto(`${minimo.slice(0, -1)},"prorroga":{"razon":"true 1e999"}}`)[0]).not.toMatch(/^FORMATO/);
  });

  test.each([
    ["vacío", ""],
    ["cortado", '{"formato":'],
    ["con una coma de más", `${minimo.slice(0, -1)},}`],
    ["con BOM", `\uFEFF${minimo}`],
    ["con 100.000 listas anidadas", "[".repeat(100_000) + "]".repeat(100_000)],
    ["con 100.000 objetos anidados", `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`],
    ["con texto sin cerrar", '{"formato":"\\'],
  ])("un archivo %s es una sola falta, en el archivo", (_, texto) => {
    expect(deTexto(texto)).toEqual(["FORMATO "]);
  });

  test("lo que no está en UTF-8 no se lee", () => {
    const { faltas } = juzgar(new Uint8Array([0x7b, 0xff, 0x7d]));
    expect(faltas.map(({ regla, ruta }) => [regla, ruta])).toEqual([["FORMATO", ""]]);
  });

  test("dice la línea y la columna del error", () => {
    const lectura = leerJson('{\n  "a": 1 "b"\n}');
    expect(lectura.legible ? "" : lectura.mensaje).toContain("línea 2, columna 10");
  });
});
