import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { ContextoInstitucion } from "@/lib/casos/contexto";
import { escribirLugar } from "@/lib/flujo/campo";
import { nombreCookie, sellarSesion } from "@/lib/sesion/sesion";
import { conBase } from "@/tests/apoyo/base";
import { contextoDe } from "@/tests/apoyo/comite";
import { JUNIO } from "@/tests/apoyo/junio";

const pedido = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({
  headers: async () => pedido.headers,
  cookies: async () => ({
    get: (nombre: string) => {
      const par = pedido.headers
        .get("cookie")
        ?.split("; ")
        .find((c) => c.startsWith(`${nombre}=`));
      return par ? { value: par.slice(nombre.length + 1) } : undefined;
    },
  }),
}));
process.env.SECRETO_SESION ??= "secreto-de-prueba-de-al-menos-32-letras";
process.env.URL_PUBLICA ??= "http://localhost:3000";
const { POST } = await import("@/app/campo/route");

const base = conBase({ sembrada: true });
const AVANCES = escribirLugar({ grupo: "informe", clave: [], campo: "avances" });
type Gente = Record<string, ContextoInstitucion>;
const gente: Gente = {};
const cookies: Record<string, string> = {};

async function ingresar(nombre: string, correo: string, codigo: string) {
  const ctx = await contextoDe(base, correo, codigo, JUNIO);
  gente[nombre] = ctx;
  cookies[nombre] = `${nombreCookie(false)}=${await sellarSesion(ctx.actor.sesionId)}`;
}

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: JUNIO });
  await ingresar("ana", "ana.rojas@sva.example", "SVA");
  await ingresar("hugo", "hugo.parra@drn.example", "DRN");
  await ingresar("rosa", "rosa.campos@sva.example", "SVA");
  await base.comoDueno(
    `INSERT INTO ajuste (institucion_id, plan_id, elemento, componente, decision, tipo, registrado_en)
     SELECT institucion_id, id, 'ACT-1', c, 'modifica', 'actividad', '2025-06-01' FROM plan, unnest(ARRAY['descripcion', 'costos']) c`,
  );
});
beforeEach(async () => {
  await base.comoDueno("UPDATE informe SET avances = NULL, desafios = NULL, resultados = NULL");
});

async function pedir(nombre: string | null, cuerpo: unknown, cabeceras: Record<string, string> = {}) {
  const headers = new Headers({
    "content-type": "application/json",
    "sec-fetch-site": "same-origin",
    ...(nombre && { cookie: cookies[nombre] ?? "" }),
    ...cabeceras,
  });
  pedido.headers = headers;
  const r = await POST(
    new Request("http://localhost:3000/campo", {
      method: "POST",
      headers,
      body: typeof cuerpo === "string" ? cuerpo : JSON.stringify(cuerpo),
    }),
  );
  return { estado: r.status, cuerpo: r.status === 204 ? null : await r.json() };
}
const campos = (lugar: string, valor: unknown, de: unknown = null) => [{ lugar, base: de, valor }];
const de = (nombre: string, institucion: string, lista: unknown) => ({
  institucion,
  usuario: gente[nombre]?.actor.usuarioId,
  campos: lista,
});
const guardado = async (codigo: string) =>
  (
    await base.comoDueno<{ avances: string | null }>(
      "SELECT avances FROM informe f JOIN institucion i ON i.id = f.institucion_id WHERE i.codigo = $1",
      [codigo],
    )
  )[0]?.avances;

// Twice: by the long way (the session is not known yet) and by the short.
test.each([1, 2])("204 y guardado tal cual (%i)", async () => {
  expect(await pedir("ana", de("ana", "SVA", campos(AVANCES, "hola ñ\r\nb\t 😀")))).toEqual({
    estado: 204,
    cuerpo: null,
  });
  expect(await guardado("SVA")).toBe("hola ñ\r\nb\t 😀");
});

test.each([1, 2])("lo que no es suyo, o no viene de aquí, no se guarda (%i)", async () => {
  await pedir("ana", de("ana", "SVA", campos(AVANCES, "x")));
  const c = campos(AVANCES, "intruso", "x");
  const casos: [string, Awaited<ReturnType<typeof pedir>>, number][] = [
    ["otra institución", await pedir("ana", de("ana", "DRN", c)), 404],
    ["inexistente", await pedir("ana", de("ana", "NADA", c)), 404],
    [
      "de otra persona",
      await pedir("ana", { ...de("ana", "SVA", c), usuario: gente.hugo?.actor.usuarioId }),
      401,
    ],
    ["sin función", await pedir("rosa", de("rosa", "SVA", c)), 404],
    ["sin institución", await pedir("ana", { usuario: gente.ana?.actor.usuarioId, campos: c }), 404],
    ["arreglo", await pedir("ana", { ...de("ana", "SVA", c), institucion: ["SVA"] }), 404],
    ["nulo", await pedir("ana", "null"), 404],
    ["vacío", await pedir("ana", ""), 404],
    ["no json", await pedir("ana", "{"), 404],
    ["sin campos", await pedir("ana", de("ana", "SVA", [])), 400],
    ["sin sesión", await pedir(null, de("ana", "SVA", c)), 401],
    ["origen", await pedir("ana", de("ana", "SVA", c), { "sec-fetch-site": "cross-site" }), 403],
    ["mismo sitio", await pedir("ana", de("ana", "SVA", c), { "sec-fetch-site": "same-site" }), 403],
    [
      "formulario",
      await pedir("ana", "institucion=SVA", { "content-type": "application/x-www-form-urlencoded" }),
      404,
    ],
  ];
  expect(casos.map(([n, r]) => [n, r.estado])).toEqual(casos.map(([n, , e]) => [n, e]));
  expect([await guardado("SVA"), await guardado("DRN")]).toEqual(["x", null]);
});

test("una sesión cerrada, por el camino corto, no guarda", async () => {
  await ingresar("tmp", "ana.rojas@sva.example", "SVA");
  expect((await pedir("tmp", de("tmp", "SVA", campos(AVANCES, "uno")))).estado).toBe(204);
  await base.comoDueno("UPDATE sesion SET cerrada_en = $2 WHERE id = $1", [gente.tmp?.actor.sesionId, JUNIO]);
  expect((await pedir("tmp", de("tmp", "SVA", campos(AVANCES, "dos", "uno")))).estado).toBe(401);
  expect(await guardado("SVA")).toBe("uno");
});

test("204 solo cuando quedó como se envió", async () => {
  const numero = escribirLugar({ grupo: "indicador", clave: ["I-1"], campo: "numerador" });
  const fecha = escribirLugar({ grupo: "difusion", clave: [], campo: "actoFecha" });
  const si = escribirLugar({ grupo: "actividad", clave: ["A-1"], campo: "ejecutadaSegunDescripcion" });
  const lista = escribirLugar({ grupo: "actividad", clave: ["A-1"], campo: "medioFormatos" });
  const contenido = escribirLugar({ grupo: "ajuste", clave: ["ACT-1", "descripcion"], campo: "contenido" });
  const costos = escribirLugar({ grupo: "ajuste", clave: ["ACT-1", "costos"], campo: "contenido" });
  const leer = async (lugar: string) => {
    const [grupo] = lugar.split("/");
    const t: Record<string, string> = {
      indicador: "SELECT numerador AS v FROM informe_indicador WHERE indicador = 'I-1'",
      difusion:
        "SELECT acto_fecha AS v FROM difusion f JOIN institucion i ON i.id = f.institucion_id WHERE codigo = 'SVA'",
      actividad: `SELECT ${lugar === si ? "ejecutada_segun_descripcion" : "medio_formatos"} AS v FROM informe_actividad WHERE actividad = 'A-1'`,
      ajuste: `SELECT contenido AS v FROM ajuste f JOIN institucion i ON i.id = f.institucion_id WHERE codigo = 'SVA' AND componente = '${lugar.split("/")[2]}'`,
      informe:
        "SELECT avances AS v FROM informe f JOIN institucion i ON i.id = f.institucion_id WHERE codigo = 'SVA'",
    };
    return (await base.comoDueno<{ v: unknown }>(t[grupo ?? ""] ?? ""))[0]?.v;
  };
  const fallas: unknown[] = [];
  for (const [lugar, valor] of [
    [numero, "1.234,50"],
    [numero, "1234.5"],
    [numero, "007"],
    [numero, " 12 "],
    [numero, "doce"],
    [numero, ""],
    [numero, "1e3"],
    [numero, "99999999999999999999"],
    [numero, "-0"],
    [fecha, "30/06/2025"],
    [fecha, "2025-06-30"],
    [fecha, "2025-6-3"],
    [fecha, "ayer"],
    [fecha, ""],
    [si, true],
    [si, null],
    [si, false],
    [lista, []],
    [lista, ["a", 'b"c', "d\\e", "{f,g}", "NULL", "", " x "]],
    [lista, ["uno\r\ndos"]],
    [AVANCES, "a\r\nb"],
    [AVANCES, "a\rb"],
    [AVANCES, "a\vb"],
    [AVANCES, "a\u2028b"],
    [AVANCES, ""],
    [AVANCES, "  "],
    [AVANCES, "e\u0301"],
    [contenido, "nombre"],
    [contenido, " x\r\n"],
    [contenido, { a: 1 }],
    [contenido, ["x"]],
    [contenido, null],
    [costos, { items: [], montoClp: "1.000" }],
    [costos, { items: null, montoClp: 1000 }],
    [costos, { montoClp: 1000 }],
    [costos, { montoClp: 1e15 }],
    [costos, { montoClp: "mucho" }],
    [costos, { montoClp: 0.1 }],
    [costos, {}],
  ] as [string, unknown][]) {
    const previo = await leer(lugar);
    const r = await pedir("ana", de("ana", "SVA", campos(lugar, valor, previo ?? null)));
    const ahora = await leer(lugar);
    const dicho = r.estado === 204 ? valor : r.cuerpo?.respuestas?.[lugar]?.valor;
    const estado =
      r.estado === 204 ? "204" : `${r.estado} ${r.cuerpo?.respuestas?.[lugar]?.estado ?? r.cuerpo?.codigo}`;
    if (
      (estado === "204" || estado.endsWith("guardado")) &&
      JSON.stringify(ahora ?? null) !== JSON.stringify(dicho)
    )
      fallas.push([lugar, valor, estado, ahora]);
  }
  expect(fallas).toEqual([]);
});

test("el mismo campo dos veces en una solicitud", async () => {
  const dos = await pedir("ana", de("ana", "SVA", [...campos(AVANCES, "a"), ...campos(AVANCES, "b", "a")]));
  expect(dos).toEqual({
    estado: 200,
    cuerpo: { respuestas: { [AVANCES]: { estado: "guardado", valor: "b" } } },
  });
  const choque = await pedir(
    "ana",
    de("ana", "SVA", [...campos(AVANCES, "c", "b"), ...campos(AVANCES, "d", "b")]),
  );
  expect(choque.estado).toBe(200);
  expect(choque.cuerpo.respuestas[AVANCES].estado).toBe("conflicto");
  expect(
    (await pedir("ana", de("ana", "SVA", [...campos(AVANCES, "c", "c"), ...campos("__proto__", "d", "b")])))
      .estado,
  ).toBe(200);
});

test.each([1, 2])("una institución de código largo guarda (%i)", async () => {
  const largo = "SUBSECRETARIA-DE-PRUEBA-01";
  await base.comoDueno("UPDATE institucion SET codigo = $1 WHERE codigo = 'DRN'", [largo]);
  try {
    await ingresar("hugo", "hugo.parra@drn.example", largo);
    expect(await pedir("hugo", de("hugo", largo, campos(AVANCES, "largo")))).toEqual({
      estado: 204,
      cuerpo: null,
    });
  } finally {
    await base.comoDueno("UPDATE institucion SET codigo = 'DRN' WHERE codigo = $1", [largo]);
  }
});

test.each([1, 2])(
  "un carácter incompleto se guarda como lo que se ve, y no falla para siempre (%i)",
  async (vez) => {
    const contenido = escribirLugar({ grupo: "ajuste", clave: ["ACT-1", "descripcion"], campo: "contenido" });
    const [fila] = await base.comoDueno<{ v: unknown }>(
      "SELECT contenido AS v FROM ajuste f JOIN institucion i ON i.id = f.institucion_id WHERE codigo = 'SVA' AND componente = 'descripcion'",
    );
    const r = await pedir("ana", de("ana", "SVA", campos(contenido, `corte ${vez} \ud83d`, fila?.v ?? null)));
    expect(r.estado).toBe(204);
  },
);
