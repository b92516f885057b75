import { beforeAll, describe, expect, test } from "vitest";
import { contarAvisos, leerAvisos, leerTodos } from "@/lib/casos/avisos";
import { enviarAlComite } from "@/lib/casos/comite/enviar";
import { firmar } from "@/lib/casos/comite/firmar";
import { leerComite } from "@/lib/casos/comite/leer";
import { volverAModificar } from "@/lib/casos/comite/modificar";
import { actaComoPdf } from "@/lib/casos/comite/pdf";
import { registrarActaEnPapel } from "@/lib/casos/comite/registrar-papel";
import type { ContextoInstitucion } from "@/lib/casos/contexto";
import { verificar } from "@/lib/casos/verificacion/verificar";
import { cerrarTaller } from "@/lib/documentos/taller";
import type { Resultado } from "@/lib/flujo/resultado";
import { conBase } from "@/tests/apoyo/base";
import { archivoDe, contextoDe, mantenerTodo, modificarTexto } from "@/tests/apoyo/comite";
import { forasteroNoCambiaNada, huellaDeTodo } from "@/tests/apoyo/forastero";
import { JUNIO } from "@/tests/apoyo/junio";

const base = conBase({ sembrada: true });
const codigo = "SVA";
let ana: ContextoInstitucion;
let marta: ContextoInstitucion;
let pedro: ContextoInstitucion;
/** People who may look at this institution, or at another one, and decide nothing here. */
let ajenos: Record<string, ContextoInstitucion>;

beforeAll(async () => {
  const de = (correo: string, lugar = codigo) => contextoDe(base, correo, lugar);
  ana = await de("ana.rojas@sva.example");
  marta = await de("marta.diaz@sva.example");
  pedro = await de("pedro.mella@sva.example");
  const enSva = (ctx: ContextoInstitucion) => ({ ...ctx, institucion: ana.institucion });
  ajenos = {
    "un integrante del Comité de otra institución": enSva(await de("nora.pavez@ipa.example", "IPA")),
    "la contraparte de otra institución": enSva(await de("iris.vega@ipa.example", "IPA")),
    "una lectora": await de("rosa.campos@sva.example"),
    "una revisora": await de("elena.fuentes@red.example"),
    "una validadora externa": await de("vera.ossa@externo.example"),
  };
  await mantenerTodo(base, codigo);
});

type Caso = {
  nombre: string;
  quien: () => ContextoInstitucion;
  caso: (ctx: ContextoInstitucion) => Promise<Resultado<unknown>>;
};

let huella = "";
let archivoId = "";
const CASOS: readonly Caso[] = [
  { nombre: "enviar", quien: () => ana, caso: (ctx) => enviarAlComite(ctx, { materia: "plan" }) },
  {
    nombre: "firmar",
    quien: () => marta,
    caso: (ctx) => firmar(ctx, { materia: "plan", huella, decision: "aprueba" }),
  },
  {
    nombre: "objetar",
    quien: () => marta,
    caso: (ctx) => firmar(ctx, { materia: "plan", huella, decision: "objeta", motivo: "x" }),
  },
  {
    nombre: "volver a abrir",
    quien: () => ana,
    caso: (ctx) => volverAModificar(ctx, { materia: "plan", motivo: "x" }),
  },
  {
    nombre: "registrar un acta en papel",
    quien: () => ana,
    caso: (ctx) =>
      registrarActaEnPapel(ctx, {
        materia: "plan",
        huella,
        numero: "1",
        fecha: "05/06/2025",
        archivoId,
        asistentes: [{ nombre: "A", cargo: "B" }],
        declaraCoherencia: false,
      }),
  },
];

describe("quien no puede no cambia nada", () => {
  beforeAll(async () => {
    archivoId = await archivoDe(base, ana);
    await enviarAlComite(ana, { materia: "plan" });
    const leida = await leerComite(ana, "plan");
    huella = leida.ok ? (leida.valor.huella ?? "") : "";
  });

  test.each(CASOS)("$nombre, desde otra institución", ({ quien, caso }) =>
    forasteroNoCambiaNada({ base, caso, ctx: quien(), entrada: undefined }),
  );

  test.each(CASOS)("$nombre, con una función que no lo permite", async ({ caso }) => {
    const antes = await huellaDeTodo(base);
    for (const [nombre, ctx] of Object.entries(ajenos))
      expect(await caso(ctx), nombre).toMatchObject({ ok: false, falla: { codigo: "no_encontrado" } });
    expect(await huellaDeTodo(base)).toEqual(antes);
  });

  test("la contraparte no firma y un integrante no envía ni abre", async () => {
    const antes = await huellaDeTodo(base);
    const negadas = [
      await firmar(ana, { materia: "plan", huella, decision: "aprueba" }),
      await enviarAlComite(marta, { materia: "plan" }),
      await volverAModificar(marta, { materia: "plan", motivo: "x" }),
    ];
    for (const negada of negadas) expect(negada).toMatchObject({ falla: { codigo: "no_encontrado" } });
    expect(await huellaDeTodo(base)).toEqual(antes);
  });

  test("quien dejó el Comité no firma", async () => {
    await base.comoDueno("UPDATE membresia SET hasta = now() WHERE id = $1", [pedro.actor.membresiaId]);
    const negada = await firmar(pedro, { materia: "plan", huella, decision: "aprueba" });
    await base.comoDueno("UPDATE membresia SET hasta = NULL WHERE id = $1", [pedro.actor.membresiaId]);
    expect(negada).toMatchObject({ falla: { codigo: "no_encontrado" } });
  });

  test("una lectora y una revisora leen todo", async () => {
    for (const quien of ["una lectora", "una revisora"]) {
      const ctx = ajenos[quien];
      if (!ctx) throw new Error(quien);
      expect(await leerComite(ctx, "plan")).toMatchObject({ ok: true, valor: { estado: "en_firma" } });
    }
  });
});

describe("con el acta en vigor", () => {
  let deVerificacion = "";
  beforeAll(async () => {
    await firmar(pedro, { materia: "plan", huella, decision: "aprueba" });
    await firmar(marta, { materia: "plan", huella, decision: "aprueba" });
    const leida = await leerComite(ana, "plan");
    deVerificacion = leida.ok ? (leida.valor.acta?.codigo ?? "") : "";
    return () => cerrarTaller();
  });

  test("el PDF del acta sale de la versión firmada, siempre igual, y declara ser accesible", async () => {
    const [una, otra] = [await actaComoPdf(ana, "plan"), await actaComoPdf(marta, "plan")];
    if (!una.ok || !otra.ok) throw new Error("sin acta");
    expect(Buffer.compare(una.valor.bytes, otra.valor.bytes)).toBe(0);
    expect(Buffer.from(una.valor.bytes).toString("latin1")).toContain("pdfuaid");
    expect(una.valor.nombre).toBe("SVA Acta 1-2025.pdf");
  });

  test("de otra institución, ni el PDF", async () => {
    const iris = ajenos["la contraparte de otra institución"];
    if (!iris) throw new Error("sin Iris");
    expect(await actaComoPdf(iris, "plan")).toMatchObject({ falla: { codigo: "no_encontrado" } });
  });

  test("el código escrito de cualquier forma dice qué se aprobó, cuándo y por qué cargos, sin un solo nombre", async () => {
    const escrito = deVerificacion
      .toLowerCase()
      .replaceAll("-", " ")
      .replaceAll("0", "o")
      .replaceAll("1", "l");
    const hecha = await verificar(escrito);
    expect(hecha).toMatchObject({
      ok: true,
      valor: {
        clase: "acta",
        materia: "plan",
        numero: "Acta 1/2025",
        fecha: "2025-06-10",
        coincide: true,
        anuladaEn: null,
        institucion: "Servicio de Valles y Aguas",
      },
    });
    const todo = JSON.stringify(hecha);
    expect(todo).toContain("Jefa de servicio");
    for (const secreto of ["Marta", "Pedro", "sva.example", ana.institucion.id, ana.actor.usuarioId])
      expect(todo).not.toContain(secreto);
  });

  test("un cambio posterior se ve en la verificación, y anulada también", async () => {
    await modificarTexto(base, codigo, { elemento: "OG", componente: "texto", contenido: "Otro objetivo" });
    expect(await verificar(deVerificacion)).toMatchObject({ valor: { coincide: false, anuladaEn: null } });
    await volverAModificar(ana, { materia: "plan", motivo: "Cambió" });
    expect(await verificar(deVerificacion)).toMatchObject({ valor: { anuladaEn: JUNIO } });
  });

  test.each([
    ["", "codigo_ilegible"],
    ["hola", "codigo_ilegible"],
    ["0000-0000-0000", "codigo_desconocido"],
  ])("el código «%s» no dice nada", async (texto, esperado) => {
    expect(await verificar(texto)).toMatchObject({ ok: false, falla: { codigo: esperado } });
  });
});

describe("avisos", () => {
  test("cada persona ve los suyos, y marcar los vistos no toca los que llegaron después ni los de otros", async () => {
    const leidos = await leerAvisos(ana);
    if (!leidos.ok) throw new Error("sin avisos");
    const cuantos = leidos.valor.sinLeer.length;
    expect(cuantos).toBeGreaterThan(0);
    expect(await contarAvisos(ana)).toBe(cuantos);
    const despues = new Date(JUNIO.getTime() + 60_000);
    await base.comoDueno(
      "INSERT INTO notificacion (usuario_id, clave, texto, enlace, creada_en) VALUES ($1, 'nuevo', 'Nuevo', '/inicio', $2)",
      [ana.actor.usuarioId, despues],
    );
    const deMarta = await contarAvisos(marta);
    await leerTodos(ana, { hasta: JUNIO });
    expect(await contarAvisos(ana)).toBe(1);
    expect(await contarAvisos(marta)).toBe(deMarta);
  });
});
