import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { ContextoInstitucion } from "@/lib/casos/contexto";
import { escribirLugar } from "@/lib/flujo/campo";
import { nombreCookie, sellarSesion } from "@/lib/sesion/sesion";
import { conBase } from "@/tests/apoyo/base";
import { contextoDe } from "@/tests/apoyo/comite";
import { borrarSeguimiento, enElInforme } from "@/tests/apoyo/guardado";
import { JUNIO } from "@/tests/apoyo/junio";

// The request that Next would have at hand: here there is no server.
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
const AVANCES = enElInforme("avances");
const gente: Record<string, ContextoInstitucion> = {};
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
beforeEach(() => borrarSeguimiento(base));

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
describe.each(["el camino largo", "el corto"])("por %s", () => {
  test("lo que queda como se envió se contesta sin cuerpo", async () => {
    const texto = "hola ñ\r\nb\t 😀";
    expect(await pedir("ana", de("ana", "SVA", campos(AVANCES, texto)))).toEqual({
      estado: 204,
      cuerpo: null,
    });
    expect(await guardado("SVA")).toBe(texto);
  });

  test("lo que no es suyo, o no viene de aquí, no se guarda", async () => {
    await pedir("ana", de("ana", "SVA", campos(AVANCES, "x")));
    const escrito = campos(AVANCES, "intruso", "x");
    const suyo = de("ana", "SVA", escrito);
    const formulario = { "content-type": "application/x-www-form-urlencoded" };
    const casos: readonly (readonly [string, number, ...Parameters<typeof pedir>])[] = [
      ["otra institución", 404, "ana", de("ana", "DRN", escrito)],
      ["una que no existe", 404, "ana", de("ana", "NADA", escrito)],
      ["lo de otra persona", 401, "ana", { ...suyo, usuario: gente.hugo?.actor.usuarioId }],
      ["sin función para ello", 404, "rosa", de("rosa", "SVA", escrito)],
      ["sin institución", 404, "ana", { ...suyo, institucion: undefined }],
      ["una lista de instituciones", 404, "ana", { ...suyo, institucion: ["SVA"] }],
      ["nulo", 404, "ana", "null"],
      ["vacío", 404, "ana", ""],
      ["lo que no es JSON", 404, "ana", "{"],
      ["sin campos", 400, "ana", { ...suyo, campos: [] }],
      ["sin sesión", 401, null, suyo],
      ["de otro sitio", 403, "ana", suyo, { "sec-fetch-site": "cross-site" }],
      ["de un sitio hermano", 403, "ana", suyo, { "sec-fetch-site": "same-site" }],
      ["un formulario", 404, "ana", "institucion=SVA", formulario],
    ];
    for (const [que, estado, ...pedido] of casos) expect((await pedir(...pedido)).estado, que).toBe(estado);
    expect([await guardado("SVA"), await guardado("DRN")]).toEqual(["x", null]);
  });

  test("una institución de código largo guarda", async () => {
    const largo = "SUBSECRETARIA-DE-PRUEBA-01";
    await base.comoDueno("UPDATE institucion SET codigo = $1 WHERE codigo = 'DRN'", [largo]);
    try {
      await ingresar("hugo", "hugo.parra@drn.example", largo);
      expect((await pedir("hugo", de("hugo", largo, campos(AVANCES, "largo")))).estado).toBe(204);
    } finally {
      await base.comoDueno("UPDATE institucion SET codigo = 'DRN' WHERE codigo = $1", [largo]);
    }
  });

  test("un carácter incompleto se guarda como lo que se ve", async () => {
    expect((await pedir("ana", de("ana", "SVA", campos(AVANCES, "corte \ud83d")))).estado).toBe(204);
    expect(await guardado("SVA")).toBe("corte \ufffd");
  });
});

test("una sesión que se cerró ya no guarda, aunque se la haya leído recién", async () => {
  await ingresar("otra", "ana.rojas@sva.example", "SVA");
  expect((await pedir("otra", de("otra", "SVA", campos(AVANCES, "uno")))).estado).toBe(204);
  await base.comoDueno("UPDATE sesion SET cerrada_en = $2 WHERE id = $1", [
    gente.otra?.actor.sesionId,
    JUNIO,
  ]);
  expect((await pedir("otra", de("otra", "SVA", campos(AVANCES, "dos", "uno")))).estado).toBe(401);
  expect(await guardado("SVA")).toBe("uno");
});

const ajuste = (componente: string) =>
  escribirLugar({ grupo: "ajuste", clave: ["ACT-1", componente], campo: "contenido" });
const DE_AJUSTE = (componente: string) =>
  `SELECT contenido AS v FROM ajuste f JOIN institucion i ON i.id = f.institucion_id WHERE codigo = 'SVA' AND componente = '${componente}'`;

/** Address, how the database is asked what it holds, and what is typed there. */
const ESCRITOS: readonly (readonly [string, string, readonly unknown[]])[] = [
  [
    escribirLugar({ grupo: "indicador", clave: ["I-1"], campo: "numerador" }),
    "SELECT numerador AS v FROM informe_indicador WHERE indicador = 'I-1'",
    ["1.234,50", "1234.5", "007", " 12 ", "doce", "", "1e3", "99999999999999999999", "-0"],
  ],
  [
    escribirLugar({ grupo: "difusion", clave: [], campo: "actoFecha" }),
    "SELECT acto_fecha AS v FROM difusion f JOIN institucion i ON i.id = f.institucion_id WHERE codigo = 'SVA'",
    ["30/06/2025", "2025-06-30", "2025-6-3", "ayer", ""],
  ],
  [
    escribirLugar({ grupo: "actividad", clave: ["A-1"], campo: "ejecutadaSegunDescripcion" }),
    "SELECT ejecutada_segun_descripcion AS v FROM informe_actividad WHERE actividad = 'A-1'",
    [true, null, false],
  ],
  [
    escribirLugar({ grupo: "actividad", clave: ["A-1"], campo: "medioFormatos" }),
    "SELECT medio_formatos AS v FROM informe_actividad WHERE actividad = 'A-1'",
    [[], ["a", 'b"c', "d\\e", "{f,g}", "NULL", "", " x "], ["uno\r\ndos"]],
  ],
  [
    AVANCES,
    "SELECT avances AS v FROM informe f JOIN institucion i ON i.id = f.institucion_id WHERE codigo = 'SVA'",
    ["a\r\nb", "a\rb", "a\vb", "a\u2028b", "", "  ", "e\u0301"],
  ],
  [ajuste("descripcion"), DE_AJUSTE("descripcion"), ["nombre", " x\r\n", { a: 1 }, ["x"], null]],
  [
    ajuste("costos"),
    DE_AJUSTE("costos"),
    [
      { items: [], montoClp: "1.000" },
      { montoClp: 1000 },
      { montoClp: 1e15 },
      { montoClp: "mucho" },
      { montoClp: 0.1 },
      {},
    ],
  ],
];

test.each(ESCRITOS)("lo que se contesta de %s es lo que la base guarda", async (lugar, consulta, valores) => {
  const leer = async () => (await base.comoDueno<{ v: unknown }>(consulta))[0]?.v ?? null;
  for (const valor of valores) {
    const { estado, cuerpo } = await pedir("ana", de("ana", "SVA", campos(lugar, valor, await leer())));
    const respuesta = estado === 204 ? { estado: "guardado", valor } : cuerpo.respuestas?.[lugar];
    if (respuesta?.estado === "guardado")
      expect(await leer(), JSON.stringify(valor)).toEqual(respuesta.valor);
    else expect(respuesta?.estado, JSON.stringify(valor)).toBe("cerrado");
  }
});

test("de un campo que viene dos veces se dice lo último, y un conflicto no se calla", async () => {
  const dos = [...campos(AVANCES, "a"), ...campos(AVANCES, "b", "a")];
  expect(await pedir("ana", de("ana", "SVA", dos))).toEqual({
    estado: 200,
    cuerpo: { respuestas: { [AVANCES]: { estado: "guardado", valor: "b" } } },
  });
  const choque = await pedir(
    "ana",
    de("ana", "SVA", [...campos(AVANCES, "c", "b"), ...campos(AVANCES, "d", "b")]),
  );
  expect(choque.cuerpo.respuestas[AVANCES].estado).toBe("conflicto");
  const raro = await pedir(
    "ana",
    de("ana", "SVA", [...campos(AVANCES, "c", "c"), ...campos("__proto__", "d", "b")]),
  );
  expect(raro.estado).toBe(200);
});
