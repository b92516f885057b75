import { expect, test } from "vitest";
import { leerPlanParaDescargar, planComoJson, planComoLibro } from "@/lib/casos/plan/descargar";
import { cargarArchivo } from "@/lib/casos/precarga/cargar";
import { marcarArchivo } from "@/lib/casos/precarga/marcar";
import { plantillaParaPrecarga } from "@/lib/casos/precarga/plantilla";
import { revisarArchivo } from "@/lib/casos/precarga/revisar";
import { normalizarPlan } from "@/lib/datos/repositorio/plan";
import type { Plan } from "@/lib/expediente/formato";
import { huellaPlan } from "@/lib/expediente/huella";
import { leerLibro } from "@/lib/planilla/libro/leer";
import { conBase } from "@/tests/apoyo/base";
import { planesReales } from "@/tests/apoyo/datosReales";
import { forasteroDe, huellaDeTodo } from "@/tests/apoyo/forastero";
import { asegurarEjercicio, crearInstitucion } from "@/tests/apoyo/institucion";
import { planDePrueba } from "@/tests/apoyo/planDePrueba";
import { cargar, coordinadora, crearVacias, enJson, revisar } from "@/tests/apoyo/precarga";

const base = conBase();

const contarBitacora = async () =>
  Number((await base.comoDueno<{ n: string }>("SELECT count(*) AS n FROM bitacora"))[0]?.n);

async function institucionSinPlan(codigo: string) {
  await asegurarEjercicio();
  await crearVacias([{ codigo, nombre: `Servicio ${codigo}`, ministerio: "Ministerio de Prueba" }]);
  const [fila] = await base.comoDueno<{ id: string }>("SELECT id FROM institucion WHERE codigo = $1", [
    codigo,
  ]);
  const institucion = { id: fila?.id ?? "", codigo, nombre: `Servicio ${codigo}` };
  return { institucion, plan: planDePrueba(codigo) };
}

const reales = planesReales();
const planes: Plan[] =
  reales.length > 0 ? reales.map(([, plan]) => plan) : [planDePrueba("R1"), planDePrueba("R2")];
const cuales =
  reales.length > 0 ? `los ${planes.length} planes reales` : "los planes de prueba (los reales no están)";

test(`${cuales} se cargan, vuelven iguales, y cargarlos otra vez no cambia nada`, async () => {
  await asegurarEjercicio();
  await crearVacias(
    planes.map(({ institucion: { codigo, nombre, ministerio } }) => ({
      codigo,
      nombre: nombre ?? codigo,
      ministerio: ministerio ?? "",
    })),
  );
  const ctx = await coordinadora();
  for (const plan of planes)
    expect(await cargar(ctx, plan)).toMatchObject({ ok: true, valor: { hecho: "creado" } });

  const distintos: string[] = [];
  for (const plan of planes) {
    const { codigo } = plan.institucion;
    const [{ id = "" } = {}] = await base.comoDueno<{ id: string }>(
      "SELECT id FROM institucion WHERE codigo = $1",
      [codigo],
    );
    const leido = await leerPlanParaDescargar(
      { ...ctx, institucion: { id, codigo, nombre: "" } },
      "original",
    );
    const igual = leido.ok && huellaPlan(leido.valor.plan) === huellaPlan(normalizarPlan(plan));
    if (!igual) distintos.push(codigo);
  }
  expect(distintos).toEqual([]);

  const [antes, rastro] = [await huellaDeTodo(base), await contarBitacora()];
  for (const plan of planes)
    expect(await cargar(ctx, plan)).toMatchObject({ ok: true, valor: { hecho: "sin_cambios" } });
  expect(await huellaDeTodo(base)).toEqual(antes);
  expect(await contarBitacora()).toBe(rastro);
}, 300_000);

test("los trámites del plan quedan en el catálogo de la institución y su contraparte se entera", async () => {
  const { institucion, plan } = await institucionSinPlan("CAT");
  const ctx = await coordinadora();
  expect(await revisar(ctx, plan)).toMatchObject({ situacion: "crear", tramitesNuevos: 1, errores: 0 });
  await cargar(ctx, plan);
  const tramites = await base.comoDueno("SELECT nombre FROM tramite WHERE institucion_id = $1", [
    institucion.id,
  ]);
  expect(tramites).toEqual([{ nombre: "Certificado de afiliación" }]);
});

test("una planilla de Excel llena se carga, y lo que se descarga es igual a lo cargado", async () => {
  const { institucion, plan } = await institucionSinPlan("XLS");
  const ctx = await coordinadora();
  const casa = { ...ctx, institucion };
  await cargar(ctx, plan);
  const libro = await planComoLibro(casa, "original", false);
  if (!libro.ok) throw new Error(libro.falla.mensaje);
  expect(await revisarArchivo(ctx, libro.valor)).toMatchObject({ ok: true, valor: { situacion: "igual" } });

  const otra = await institucionSinPlan("XL2");
  const vacia = await plantillaParaPrecarga(ctx, "XL2");
  if (!vacia.ok) throw new Error(vacia.falla.mensaje);
  const sinLlenar = await revisarArchivo(ctx, vacia.valor);
  expect(sinLlenar).toMatchObject({ ok: true, valor: { situacion: "con_faltas" } });
  await cargar(ctx, otra.plan);
  const llena = await plantillaParaPrecarga(ctx, "XL2");
  if (!llena.ok) throw new Error(llena.falla.mensaje);
  const vuelta = await revisarArchivo(ctx, llena.valor);
  expect(vuelta).toMatchObject({ ok: true, valor: { situacion: "igual", faltas: [] } });
  const json = await planComoJson({ ...ctx, institucion: otra.institucion }, "original");
  if (!json.ok) throw new Error(json.falla.mensaje);
  expect(JSON.parse(new TextDecoder().decode(json.valor.bytes))).toEqual(normalizarPlan(otra.plan));
});

test("un libro con faltas las dice todas con hoja y celda, no carga nada, y vuelve marcado", async () => {
  const { institucion } = await institucionSinPlan("FAL");
  const ctx = await coordinadora();
  const malo: Plan = { ...planDePrueba("FAL"), ejercicio: 2024, objetivoGeneral: "" };
  const { planillaEnTaller } = await import("@/lib/planilla/taller/taller");
  const libro = await planillaEnTaller("plantillaPlan", [
    malo,
    { institucion: malo.institucion, ejercicio: 2024 },
  ]);
  if (!libro.ok) throw new Error(libro.falla.mensaje);
  const archivo = { nombre: "plan.xlsx", bytes: libro.valor };
  const revision = await revisarArchivo(ctx, archivo);
  if (!revision.ok) throw new Error(revision.falla.mensaje);
  expect(revision.valor).toMatchObject({ situacion: "con_faltas", errores: 2 });
  const lugares = revision.valor.faltas.map(({ regla, hoja, celda }) => [
    regla,
    hoja,
    /^[A-Z]+\d+$/.test(celda),
  ]);
  expect(lugares).toContainEqual(["PLAN-09", "Institución y objetivo", true]);
  expect(lugares).toContainEqual(["PLAN-01", "Institución y objetivo", true]);
  const antes = await huellaDeTodo(base);
  expect(await cargarArchivo(ctx, { ...archivo, confirmacion: {} })).toMatchObject({
    falla: { codigo: "con_faltas" },
  });
  expect(await huellaDeTodo(base)).toEqual(antes);
  expect(await base.comoDueno("SELECT 1 FROM plan WHERE institucion_id = $1", [institucion.id])).toEqual([]);
  const marcado = await marcarArchivo(ctx, archivo);
  if (!marcado.ok) throw new Error(marcado.falla.mensaje);
  const leido = await leerLibro(marcado.valor.bytes);
  expect(leido.ok && leido.valor.hojas[0]?.nombre).toBe("Faltas");
});

test("lo que no se puede guardar se dice antes, con su lugar en el JSON", async () => {
  const { plan } = await institucionSinPlan("NUL");
  const ctx = await coordinadora();
  const [actividad] = plan.actividades ?? [];
  const malo = {
    ...plan,
    actividades: [{ ...actividad, id: "A".repeat(300), costos: { montoClp: -1.5, items: [] } }],
  } as Plan;
  const revision = await revisar(ctx, malo);
  expect(revision.faltas.filter(({ nivel }) => nivel === "error").map(({ celda }) => celda)).toEqual([
    "/actividades/0/id",
    "/actividades/0/costos/montoClp",
  ]);
});

test("vínculos, espacios y blancos escritos de otra forma se cargan y la segunda vez son lo mismo", async () => {
  const { plan } = await institucionSinPlan("BLA");
  const raro = {
    ...plan,
    institucion: { codigo: " BLA ", nombre: "Otro nombre", ministerio: null },
    objetivosEspecificos: [...(plan.objetivosEspecificos ?? []), { id: "OE3", descripcion: "" }],
    actividades: plan.actividades?.map((actividad) => ({
      ...actividad,
      objetivoEspecifico: " OE1 ",
      priorizacion: "" as const,
      plazos: { inicio: " ", termino: "" },
      areasResponsables: null,
    })),
  } as Plan;
  const ctx = await coordinadora();
  const { avisos, errores } = await revisar(ctx, raro);
  expect(errores).toBe(0);
  expect(avisos).toBeGreaterThan(0);
  expect(await cargar(ctx, raro)).toMatchObject({ ok: true, valor: { hecho: "creado" } });
  expect(await revisar(ctx, raro)).toMatchObject({ situacion: "igual" });
});

test("una institución que no existe es una falta con su remedio, y otro archivo vacío también se explica", async () => {
  await asegurarEjercicio();
  const ctx = await coordinadora();
  const revision = await revisar(ctx, planDePrueba("NOHAY"));
  expect(revision).toMatchObject({ situacion: "con_faltas", errores: 1 });
  expect(revision.faltas[0]).toMatchObject({
    celda: "/institucion/codigo",
    mensaje: expect.stringContaining("créela"),
  });
  expect(await revisarArchivo(ctx, { nombre: "x.json", bytes: new Uint8Array() })).toMatchObject({
    falla: { codigo: "archivo_vacio" },
  });
});

test("una contraparte no precarga, y quien no alcanza la institución no encuentra nada", async () => {
  const casa = await crearInstitucion("AJE");
  const otro = { ...planDePrueba("AJE"), objetivoGeneral: "Otro objetivo." };
  const contraparte = await casa.ctx();
  const ctx = await coordinadora();
  const antes = await huellaDeTodo(base);
  for (const quien of [contraparte, { ...ctx, actor: forasteroDe(ctx.actor) }]) {
    const entrada = { ...enJson(otro), confirmacion: {} };
    expect(await revisarArchivo(quien, enJson(otro))).toMatchObject({ falla: { codigo: "no_encontrado" } });
    expect(await cargarArchivo(quien, entrada)).toMatchObject({ falla: { codigo: "no_encontrado" } });
    expect(await marcarArchivo(quien, enJson(otro))).toMatchObject({ falla: { codigo: "no_encontrado" } });
    expect(await plantillaParaPrecarga(quien, "AJE")).toMatchObject({ falla: { codigo: "no_encontrado" } });
  }
  const ajena = { ...contraparte, actor: forasteroDe(contraparte.actor) };
  expect(await leerPlanParaDescargar(ajena, "original")).toMatchObject({
    falla: { codigo: "no_encontrado" },
  });
  expect(await huellaDeTodo(base)).toEqual(antes);
});

test("dos personas cargan la misma institución a la vez: queda un plan", async () => {
  const { institucion, plan } = await institucionSinPlan("DOS");
  const [una, otra] = [await coordinadora("Una"), await coordinadora("Otra")];
  const distinto = { ...plan, objetivoGeneral: "Otro objetivo general." };
  const vistos = [await revisar(una, plan), await revisar(otra, distinto)];
  const hechos = await Promise.all([
    cargarArchivo(una, { ...enJson(plan), confirmacion: { visto: vistos[0]?.visto } }),
    cargarArchivo(otra, { ...enJson(distinto), confirmacion: { visto: vistos[1]?.visto } }),
    cargarArchivo(una, { ...enJson(plan), confirmacion: { visto: vistos[0]?.visto } }),
  ]);
  expect(hechos.filter((r) => r.ok && r.valor.hecho === "creado")).toHaveLength(1);
  for (const r of hechos) if (!r.ok) expect(r.falla.codigo).toBe("conflicto_cambio");
  const filas = await base.comoDueno("SELECT 1 FROM plan WHERE institucion_id = $1", [institucion.id]);
  expect(filas).toHaveLength(1);
});
