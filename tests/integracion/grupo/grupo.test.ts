import { beforeAll, describe, expect, test } from "vitest";
import { ausentar, terminar } from "@/lib/casos/grupo/ausencia";
import { borrar, crear, renombrar } from "@/lib/casos/grupo/crear";
import { nombrarEnDupla } from "@/lib/casos/grupo/dupla";
import { proponerGrupos } from "@/lib/casos/grupo/elegirGrupo";
import { elegirRevisores, proponerRevisores } from "@/lib/casos/grupo/elegirRevisor";
import { FILAS_POR_TABLA, leerGrupo, leerGrupos, leerParaMover } from "@/lib/casos/grupo/leer";
import { mover, moverAlEscrito } from "@/lib/casos/grupo/mover";
import { conBase } from "@/tests/apoyo/base";
import { forasteroNoCambiaNada } from "@/tests/apoyo/forastero";
import { crearInstitucion, EN_PLAZO, type InstitucionDePrueba } from "@/tests/apoyo/institucion";

const base = conBase();
let instituciones: InstitucionDePrueba[] = [];
let ctx: Awaited<ReturnType<InstitucionDePrueba["ctx"]>>;
const revisores: Record<string, string> = {};

async function revisor(nombre: string): Promise<string> {
  const [fila] = await base.comoDueno<{ id: string }>(
    "INSERT INTO usuario (correo, nombre) VALUES (lower($1) || '@red.example', $1) RETURNING id",
    [nombre],
  );
  await base.comoDueno("INSERT INTO membresia (usuario_id, rol) VALUES ($1, 'revisor')", [fila?.id]);
  revisores[nombre] = fila?.id ?? "";
  return revisores[nombre];
}

const PRIMERA = { texto: "", pagina: 1, personas: 1 };
const valor = <T>(resultado: { ok: true; valor: T } | { ok: false; falla: { mensaje: string } }): T => {
  if (!resultado.ok) throw new Error(resultado.falla.mensaje);
  return resultado.valor;
};
const grupoNuevo = async (nombre: string) => valor(await crear(ctx, { nombre })).id;
const nombrar = (
  grupo: string,
  posicion: 1 | 2,
  quien: string,
  sigue: "reemplazo" | "pareja" = "reemplazo",
) => nombrarEnDupla(ctx, { grupo, posicion, revisor: quien === "" ? "" : (revisores[quien] ?? ""), sigue });
const enManos = async (codigo: string) =>
  (
    await base.comoDueno<{ nombre: string }>(
      "SELECT u.nombre FROM asignacion_revision a JOIN usuario u ON u.id = a.usuario_id JOIN institucion i ON i.id = a.institucion_id WHERE i.codigo = $1",
      [codigo],
    )
  )[0]?.nombre ?? null;
const asignar = (codigo: string, quien: string) =>
  base.comoDueno(
    "INSERT INTO asignacion_revision (institucion_id, ejercicio_id, usuario_id, asignada_por_id, asignada_en) SELECT i.id, e.id, $2, $2, now() FROM institucion i, ejercicio e WHERE i.codigo = $1",
    [codigo, revisores[quien]],
  );
const moverA = (destino: string, ...codigos: string[]) =>
  mover(ctx, {
    instituciones: instituciones.filter(({ codigo }) => codigos.includes(codigo)).map(({ id }) => id),
    todas: false,
    texto: "",
    grupo: "",
    destino,
  });

beforeAll(async () => {
  for (const codigo of ["GA", "GB", "GC", "GD"]) instituciones.push(await crearInstitucion(codigo));
  instituciones = [...instituciones];
  ctx = (await instituciones[0]?.ctx("Carla", EN_PLAZO, "coordinacion")) as typeof ctx;
  for (const nombre of ["Elena", "Tomas", "Sara", "Omar"]) await revisor(nombre);
});

describe("grupos", () => {
  test("se crean con nombre propio, se renombran, y se borran mientras nunca se usaron", async () => {
    const id = await grupoNuevo("Grupo de paso");
    expect(await crear(ctx, { nombre: " grupo de PASO " })).toMatchObject({
      falla: { codigo: "nombre_repetido" },
    });
    expect(await crear(ctx, { nombre: "  " })).toMatchObject({
      falla: { campos: { nombre: expect.any(String) } },
    });
    expect(await renombrar(ctx, { grupo: id, nombre: "Otro nombre" })).toMatchObject({ ok: true });
    expect(await borrar(ctx, { grupo: id })).toMatchObject({ ok: true });
    expect(await leerGrupo(ctx, { grupo: id, ...PRIMERA })).toMatchObject({
      falla: { codigo: "no_encontrado" },
    });
  });

  test("las instituciones pasan de un grupo a otro, muchas de una vez", async () => {
    const norte = await grupoNuevo("Norte");
    const sur = await grupoNuevo("Sur");
    expect(valor(await moverA(norte, "GA", "GB", "GC"))).toMatchObject({ movidas: 3, grupo: "Norte" });
    expect(valor(await moverA(sur, "GC"))).toMatchObject({ movidas: 1 });
    const lista = valor(await leerParaMover(ctx, { ...PRIMERA, grupo: "", sinGrupo: true }));
    expect(lista.filas.map(({ codigo }) => codigo)).toEqual(["GD"]);
    const todas = { instituciones: [], todas: true, texto: "servicio g", grupo: norte, destino: sur };
    expect(valor(await mover(ctx, todas))).toMatchObject({ movidas: 2 });
    expect(await borrar(ctx, { grupo: sur })).toMatchObject({ falla: { codigo: "grupo_en_uso" } });
    expect(valor(await moverA("ninguno", "GA", "GB", "GC")).movidas).toBe(3);
  });

  test("el grupo se escribe por su nombre, para buscar y para mover; lo que no nombra a ninguno se dice", async () => {
    const oriente = await grupoNuevo("Oriente");
    await grupoNuevo("Oriente Alto");
    const ids = instituciones.slice(0, 2).map(({ id }) => id);
    const escrito = { instituciones: ids, todas: false, texto: "", grupo: "", destino: "", quitar: false };
    const falta = async (cambio: Partial<typeof escrito>) => {
      const hecho = await moverAlEscrito(ctx, { ...escrito, ...cambio });
      return hecho.ok ? hecho.valor : hecho.falla.campos?.destino;
    };
    expect(await falta({})).toContain("Escriba el grupo al que van");
    expect(await falta({ destino: "orient" })).toBe(
      "Escriba el nombre completo. Coinciden: Oriente; Oriente Alto.",
    );
    expect(await falta({ destino: "Oriente", quitar: true })).toContain("borre el grupo o quite la marca");
    expect(await falta({ destino: "oriente" })).toMatchObject({ movidas: 2, grupo: "Oriente" });
    const de = async (grupo: string) =>
      valor(await leerParaMover(ctx, { ...PRIMERA, grupo, sinGrupo: false }));
    expect((await de("ORIENTE")).filas.map(({ codigo }) => codigo)).toEqual(["GA", "GB"]);
    expect((await de("ORIENTE")).buscado).toEqual({ texto: "", grupo: oriente });
    expect(await de("poniente")).toMatchObject({
      filas: [],
      noHallado: "Nada coincide con «poniente». Revise lo escrito.",
    });
    expect(await falta({ quitar: true })).toMatchObject({ movidas: 2, grupo: null });
    expect(valor(await proponerGrupos(ctx, { texto: "órien" }))).toEqual({
      opciones: ["Oriente", "Oriente Alto"].map((texto) => ({ texto, detalle: "0 instituciones" })),
      hayMas: false,
    });
  });

  test("sin marcar ninguna no se mueve nada, y lo dice", async () => {
    expect(await moverA("ninguno")).toMatchObject({ falla: { codigo: "entrada_invalida" } });
  });
});

describe("duplas", () => {
  test("al reemplazar, lo asignado pasa a quien entra, y la historia queda", async () => {
    const grupo = await grupoNuevo("Dupla A");
    await moverA(grupo, "GA", "GB");
    await nombrar(grupo, 1, "Elena");
    await nombrar(grupo, 2, "Tomas");
    await asignar("GA", "Elena");
    await asignar("GB", "Tomas");
    expect(valor(await nombrar(grupo, 1, "Sara"))).toEqual({ pasadas: 1, a: "Sara" });
    expect([await enManos("GA"), await enManos("GB")]).toEqual(["Sara", "Tomas"]);
    const { historia, grupo: leido } = valor(await leerGrupo(ctx, { grupo, ...PRIMERA }));
    expect(leido.dupla.map(({ nombre }) => nombre)).toEqual(["Sara", "Tomas"]);
    expect(historia.filter(({ hasta }) => hasta).map(({ nombre }) => nombre)).toEqual(["Elena"]);
    const avisos = await base.comoDueno("SELECT texto FROM notificacion WHERE usuario_id = $1", [
      revisores.Sara,
    ]);
    expect(avisos[0]?.texto).toContain("Queda 1 institución en sus manos");
  });

  test("o a la pareja; y con el puesto vacío, a quien queda", async () => {
    const { filas: grupos } = valor(await leerGrupos(ctx, PRIMERA)).grupos;
    const grupo = grupos.find(({ nombre }) => nombre === "Dupla A")?.id ?? "";
    expect(valor(await nombrar(grupo, 1, "Omar", "pareja"))).toEqual({ pasadas: 1, a: "Tomas" });
    expect(await enManos("GA")).toBe("Tomas");
    expect(valor(await nombrar(grupo, 2, ""))).toEqual({ pasadas: 2, a: "Omar" });
    expect([await enManos("GA"), await enManos("GB")]).toEqual(["Omar", "Omar"]);
  });

  test("quien ya es de la dupla, o no es revisor, no entra", async () => {
    const { filas: grupos } = valor(await leerGrupos(ctx, PRIMERA)).grupos;
    const grupo = grupos.find(({ nombre }) => nombre === "Dupla A")?.id ?? "";
    expect(await nombrar(grupo, 2, "Omar")).toMatchObject({ falla: { codigo: "ya_es_parte" } });
    const entrada = { grupo, posicion: 2, revisor: ctx.actor.usuarioId, sigue: "reemplazo" } as const;
    expect(await nombrarEnDupla(ctx, entrada)).toMatchObject({ falla: { codigo: "no_es_revisor" } });
  });

  test("al mover una institución, quien no es de la dupla nueva la suelta", async () => {
    const otro = await grupoNuevo("Dupla B");
    await nombrar(otro, 1, "Elena");
    expect(valor(await moverA(otro, "GA"))).toEqual({ movidas: 1, sueltas: 1, grupo: "Dupla B" });
    expect([await enManos("GA"), await enManos("GB")]).toEqual([null, "Omar"]);
  });

  test("la carga cuenta los grupos de cada quien y lo que tiene en sus manos", async () => {
    const { filas: carga } = valor(await leerGrupos(ctx, PRIMERA)).revisores;
    expect(carga.find(({ nombre }) => nombre === "Omar")).toMatchObject({
      grupos: ["Dupla A"],
      asignadas: 1,
      instituciones: 1,
    });
    expect(carga.find(({ nombre }) => nombre === "Sara")).toMatchObject({
      grupos: [],
      asignadas: 0,
      instituciones: 0,
    });
  });
});

describe("ausencias", () => {
  const dias = (revisorNombre: string, suplente: string, desde: string, hasta: string) =>
    ausentar(ctx, {
      revisor: revisores[revisorNombre] ?? "",
      suplente: revisores[suplente] ?? "",
      desde,
      hasta,
    });

  test("quien cubre se ve en el grupo mientras dura, y se le avisa", async () => {
    const { id } = valor(await dias("Omar", "Sara", "09/06/2025", "12/06/2025"));
    const { grupos, ausencias } = valor(await leerGrupos(ctx, PRIMERA));
    const dupla = grupos.filas.find(({ nombre }) => nombre === "Dupla A")?.dupla;
    expect(dupla?.[0]).toMatchObject({
      nombre: "Omar",
      cubre: "Sara",
      ausenteHasta: new Date("2025-06-13T04:00:00Z"),
    });
    expect(ausencias).toHaveLength(1);
    const avisos = await base.comoDueno(
      "SELECT texto FROM notificacion WHERE usuario_id = $1 ORDER BY creada_en DESC",
      [revisores.Sara],
    );
    expect(
      avisos.some(({ texto }) => String(texto).includes("Usted cubre a Omar del 09/06/2025 al 12/06/2025")),
    ).toBe(true);
    expect(await dias("Omar", "Elena", "12/06/2025", "20/06/2025")).toMatchObject({
      falla: { codigo: "ausencia_cruzada" },
    });
    expect(await dias("Elena", "Omar", "10/06/2025", "11/06/2025")).toMatchObject({
      falla: { campos: { suplente: expect.any(String) } },
    });
    expect(await dias("Sara", "Elena", "12/06/2025", "14/06/2025")).toMatchObject({
      falla: { campos: { revisor: expect.any(String) } },
    });
    expect(await terminar(ctx, { ausencia: id })).toMatchObject({ ok: true });
    expect(valor(await leerGrupos(ctx, PRIMERA)).ausencias).toEqual([]);
  });

  test("días que no se leen, al revés o ya pasados se explican en su campo", async () => {
    expect(await dias("Omar", "", "32/06/2025", "")).toMatchObject({
      falla: { campos: { desde: expect.any(String), hasta: expect.any(String) } },
    });
    expect(await dias("Omar", "", "20/06/2025", "19/06/2025")).toMatchObject({
      falla: { campos: { hasta: expect.any(String) } },
    });
    expect(await dias("Omar", "", "01/06/2025", "02/06/2025")).toMatchObject({
      falla: { campos: { hasta: expect.any(String) } },
    });
    expect(await dias("Omar", "Omar", "20/06/2025", "21/06/2025")).toMatchObject({
      falla: { campos: { suplente: expect.any(String) } },
    });
  });
});

describe("con muchos grupos y personas", () => {
  const listados = async (cambio: object = {}) => valor(await leerGrupos(ctx, { ...PRIMERA, ...cambio }));

  beforeAll(async () => {
    await base.comoDueno(
      "INSERT INTO grupo (ejercicio_id, nombre) SELECT id, 'Zona ' || lpad(n::text, 2, '0') FROM ejercicio, generate_series(1, 20) AS n",
    );
  });

  test("se ven de a veinticinco, y pedir más allá lleva a la última página", async () => {
    const { grupos } = await listados();
    expect(grupos.total).toBeGreaterThan(20);
    const paginas = Math.ceil(grupos.total / FILAS_POR_TABLA);
    expect([grupos.filas.length, grupos.paginas]).toEqual([FILAS_POR_TABLA, paginas]);
    const { grupos: final } = await listados({ pagina: 99 });
    expect(final.pagina).toBe(paginas);
    expect(final.filas.at(-1)?.nombre).toBe("Zona 20");
  });

  test("se busca por el grupo o por una persona de su dupla, sin importar tildes ni mayúsculas", async () => {
    expect((await listados({ texto: "zóna 07" })).grupos.filas.map(({ nombre }) => nombre)).toEqual([
      "Zona 07",
    ]);
    const { grupos, revisores: personas } = await listados({ texto: "OMAR" });
    expect(grupos.filas.map(({ nombre }) => nombre)).toEqual(["Dupla A"]);
    expect(personas.filas.map(({ nombre }) => nombre)).toEqual(["Omar"]);
    expect((await listados({ texto: "dupla a" })).revisores.filas.map(({ nombre }) => nombre)).toEqual([
      "Omar",
    ]);
  });

  test("las instituciones de un grupo se ven y se buscan en él", async () => {
    const { filas } = (await listados({ texto: "Dupla B" })).grupos;
    const id = filas[0]?.id ?? "";
    const suyas = async (texto: string) =>
      valor(await leerGrupo(ctx, { grupo: id, texto, pagina: 1 })).instituciones.filas.map(
        ({ codigo }) => codigo,
      );
    expect(await suyas("")).toEqual(["GA"]);
    expect(await suyas("GB")).toEqual([]);
  });
});

describe("elegir a una persona revisora", () => {
  test("se hace por su correo, su nombre entero o los dos; en blanco es nadie", async () => {
    const ids = (uno: string, otro: string) => ({
      revisor: revisores[uno] ?? "",
      suplente: revisores[otro] ?? "",
    });
    expect(valor(await elegirRevisores(ctx, { revisor: "ELENA@red.example", suplente: "tomas" }))).toEqual(
      ids("Elena", "Tomas"),
    );
    expect(valor(await elegirRevisores(ctx, { revisor: "Sara (sara@red.example)", suplente: " " }))).toEqual(
      ids("Sara", ""),
    );
  });

  test("lo que no nombra a nadie lo dice en su campo, con quienes se le parecen", async () => {
    expect(await elegirRevisores(ctx, { revisor: "ele", suplente: "Sara" })).toMatchObject({
      falla: { campos: { revisor: expect.stringContaining("Elena (elena@red.example)") } },
    });
    const nadie = await elegirRevisores(ctx, { revisor: "Sara", suplente: "carla" });
    expect(nadie.ok ? {} : nadie.falla.campos).toEqual({
      suplente: expect.stringContaining("Nada coincide"),
    });
  });

  test("se proponen las primeras que coinciden, con su carga", async () => {
    expect(valor(await proponerRevisores(ctx, { texto: "oma" }))).toEqual({
      opciones: [
        { texto: "Omar (omar@red.example)", detalle: "1 institución" },
        { texto: "Tomas (tomas@red.example)", detalle: expect.any(String) },
      ],
      hayMas: false,
    });
    for (let n = 10; n < 22; n++) await revisor(`Reemplazante ${n}`);
    const { opciones, hayMas } = valor(await proponerRevisores(ctx, { texto: "reemplazante" }));
    expect([opciones.length, hayMas]).toEqual([10, true]);
  });

  test("quien no administra grupos no pregunta por nadie", async () => {
    const ana = (await instituciones[0]?.ctx()) as typeof ctx;
    expect(await proponerRevisores(ana, { texto: "e" })).toMatchObject({
      falla: { codigo: "no_encontrado" },
    });
    expect(await proponerGrupos(ana, { texto: "e" })).toMatchObject({ falla: { codigo: "no_encontrado" } });
    expect(await elegirRevisores(ana, { revisor: "Elena" })).toMatchObject({
      falla: { codigo: "no_encontrado" },
    });
  });
});

describe("quien no es de la coordinación no cambia nada", () => {
  test("cada verbo, como forastero", async () => {
    const { filas: grupos } = valor(await leerGrupos(ctx, PRIMERA)).grupos;
    const grupo = grupos.find(({ nombre }) => nombre === "Dupla A")?.id ?? "";
    const ids = instituciones.map(({ id }) => id);
    const { id: ausencia } = valor(
      await ausentar(ctx, {
        revisor: revisores.Tomas ?? "",
        suplente: "",
        desde: "20/06/2025",
        hasta: "21/06/2025",
      }),
    );
    await forasteroNoCambiaNada({ base, ctx, caso: crear, entrada: { nombre: "Ajeno" } });
    await forasteroNoCambiaNada({ base, ctx, caso: renombrar, entrada: { grupo, nombre: "Ajeno" } });
    await forasteroNoCambiaNada({ base, ctx, caso: borrar, entrada: { grupo } });
    await forasteroNoCambiaNada({
      base,
      ctx,
      caso: moverAlEscrito,
      entrada: { instituciones: ids, todas: false, texto: "", grupo: "", destino: "Dupla A", quitar: false },
    });
    await forasteroNoCambiaNada({
      base,
      ctx,
      caso: nombrarEnDupla,
      entrada: { grupo, posicion: 2, revisor: revisores.Tomas ?? "", sigue: "reemplazo" },
    });
    await forasteroNoCambiaNada({
      base,
      ctx,
      caso: ausentar,
      entrada: { revisor: revisores.Sara ?? "", suplente: "", desde: "20/06/2025", hasta: "21/06/2025" },
    });
    await forasteroNoCambiaNada({ base, ctx, caso: terminar, entrada: { ausencia } });
  });

  test("ni una revisora ni una contraparte los ven", async () => {
    for (const rol of ["revisor", "contraparte_titular"] as const) {
      expect(await leerGrupos({ ...ctx, actor: { ...ctx.actor, rol } }, PRIMERA)).toMatchObject({
        ok: false,
      });
    }
  });
});
