import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { decidir } from "@/lib/casos/ajuste/decidir";
import { guardarCampos } from "@/lib/casos/campo/guardar";
import type { ContextoInstitucion } from "@/lib/casos/contexto";
import { leerActividad } from "@/lib/casos/informe/actividad";
import { agregarDificultad, quitarDificultad, recuperarDificultad } from "@/lib/casos/informe/dificultad";
import { leerDificultades, leerInforme, leerInformeConCampos } from "@/lib/casos/informe/leer";
import { sugerenciasDe } from "@/lib/casos/informe/vista";
import { escribirLugar, type Lugar, type ValorCampo } from "@/lib/flujo/campo";
import { conBase } from "@/tests/apoyo/base";
import { forasteroNoCambiaNada } from "@/tests/apoyo/forastero";
import { crearInstitucion, type InstitucionDePrueba } from "@/tests/apoyo/institucion";

const base = conBase();
let casa: InstitucionDePrueba;
let numero = 0;
const nueva = () => crearInstitucion(`N${++numero}`);

beforeAll(async () => {
  casa = await nueva();
});

const indicador = (campo: string, id = "A1.ID1"): Lugar => ({ grupo: "indicador", clave: [id], campo });
const actividad = (campo: string): Lugar => ({ grupo: "actividad", clave: ["A1"], campo });

async function escribir(
  ctx: ContextoInstitucion,
  lugar: Lugar,
  valor: ValorCampo,
  previo: ValorCampo = null,
) {
  const direccion = escribirLugar(lugar);
  const hecho = await guardarCampos(ctx, {
    usuario: ctx.actor.usuarioId,
    campos: [{ lugar: direccion, base: previo, valor }],
  });
  if (!hecho.ok) throw new Error(hecho.falla.mensaje);
  return hecho.valor.respuestas[direccion];
}

async function informe(ctx: ContextoInstitucion) {
  const leido = await leerInforme(ctx);
  if (!leido.ok) throw new Error(leido.falla.mensaje);
  return leido.valor;
}

test("el informe se puede leer y llenar antes de que el plan esté aprobado, y dice cuánto falta de cada sección", async () => {
  const { secciones, puedeLlenar, estadoPlan } = await informe(await casa.ctx());
  expect({ puedeLlenar, estadoPlan }).toEqual({ puedeLlenar: true, estadoPlan: "borrador" });
  expect(secciones.map(({ seccion, total, faltan }) => [seccion, total, faltan])).toEqual([
    ["ejecucion", 2, 2],
    ["desempeno", 2, 2],
    ["satisfaccion", 1, 1],
    ["dificultades", 1, 1],
    ["seguimiento", 4, 4],
  ]);
});

test("un número que no se entiende se conserva como se escribió y su falta lo cita", async () => {
  const ctx = await (await nueva()).ctx();
  await escribir(ctx, indicador("medido"), true);
  await escribir(ctx, indicador("numerador"), "doce y medio");
  const leido = await leerInformeConCampos(ctx, ["indicador"]);
  expect(leido.ok && leido.valor.valores[escribirLugar(indicador("numerador"))]).toBe("doce y medio");
  const { faltas } = await informe(ctx);
  expect(faltas.find(({ ruta }) => ruta.endsWith("/0/numerador"))?.mensaje).toContain("«doce y medio»");
});

test("el análisis de brechas escrito se conserva y no se envía cuando la meta se alcanza", async () => {
  const ctx = await (await nueva()).ctx();
  await escribir(ctx, indicador("medido"), true);
  await escribir(ctx, indicador("numerador"), "50");
  await escribir(ctx, indicador("denominador"), "100");
  await escribir(ctx, indicador("analisisBrechas"), "Faltó personal.");
  expect((await informe(ctx)).expediente.informe?.indicadoresDesempeno?.[0]?.analisisBrechas).toBe(
    "Faltó personal.",
  );

  await escribir(ctx, indicador("numerador"), "90", "50");
  const { expediente, faltas } = await informe(ctx);
  expect(expediente.informe?.indicadoresDesempeno?.[0]).not.toHaveProperty("analisisBrechas");
  expect(faltas.filter(({ regla }) => regla === "DES-06" || regla === "DES-07")).toEqual([]);
  const leido = await leerInformeConCampos(ctx, ["indicador"]);
  expect(leido.ok && leido.valor.valores[escribirLugar(indicador("analisisBrechas"))]).toBe(
    "Faltó personal.",
  );
});

test("la satisfacción neta negativa se informa y se juzga con su meta", async () => {
  const ctx = await (await nueva()).ctx();
  await escribir(ctx, indicador("medido", "IS1"), true);
  await escribir(ctx, indicador("numerador", "IS1"), "-12,5");
  await escribir(ctx, indicador("denominador", "IS1"), "100");
  const { cumplimiento } = await informe(ctx);
  expect(cumplimiento.satisfaccion.detalle).toEqual([
    { indicador: "IS1", estado: "noAlcanzada", valor: "-12,5" },
  ]);
});

test("una actividad se cumple según sus respuestas, y se dice por qué", async () => {
  const ctx = await (await nueva()).ctx();
  const ver = async () => {
    const leida = await leerActividad(ctx, { actividad: "A1" });
    return leida.ok ? [leida.valor.estado, ...leida.valor.razones] : leida;
  };
  expect(await ver()).toEqual([
    "pendiente",
    "Falta responder si se llevó a cabo según lo descrito.",
    "Falta responder si estuvo vinculado el trámite «Certificado de afiliación».",
  ]);
  await escribir(ctx, actividad("ejecutadaSegunDescripcion"), true);
  const tramite = {
    grupo: "tramite",
    clave: ["A1", "Certificado de afiliación"],
    campo: "vinculado",
  } as const;
  await escribir(ctx, tramite, false);
  expect(await ver()).toEqual(["noCumplida", "El trámite «Certificado de afiliación» no estuvo vinculado."]);
  await escribir(ctx, tramite, true, false);
  expect(await ver()).toEqual([
    "cumplida",
    "Se llevó a cabo de acuerdo con lo descrito y todos sus trámites declarados estuvieron vinculados.",
  ]);
  expect(await leerActividad(ctx, { actividad: "A9" })).toMatchObject({ ok: false });
});

test("si el plan quita un trámite, lo que se respondió de él queda guardado y no se informa", async () => {
  const ctx = await (await nueva()).ctx();
  const lugar = { grupo: "tramite", clave: ["A1", "Certificado de afiliación"], campo: "vinculado" } as const;
  await escribir(ctx, lugar, false);
  await decidir(ctx, {
    elemento: "A1",
    componente: "tramites",
    decision: "modifica",
    visto: null,
    vistoEn: ctx.ahora,
  });
  await escribir(
    ctx,
    { grupo: "ajuste", clave: ["A1", "tramites"], campo: "contenido" },
    ["Duplicado de cédula"],
    ["Certificado de afiliación"],
  );
  const { expediente } = await informe(ctx);
  expect(expediente.informe?.actividades ?? []).toEqual([]);
  const leido = await leerInformeConCampos(ctx, ["tramite"]);
  expect(leido.ok && leido.valor.valores[escribirLugar(lugar)]).toBe(false);
  // What justified the change in the plan is carried from there: it is not asked again.
  const razon = (campo: string): Lugar => ({ grupo: "ajuste", clave: ["A1", "tramites"], campo });
  await escribir(ctx, razon("categorias"), ["a", "b"], []);
  await escribir(ctx, razon("argumento"), "El certificado pasó a otro servicio.");
  await escribir(ctx, razon("antecedentes"), "Oficio 15/2025.");
  const visto = await leerActividad(ctx, { actividad: "A1" });
  expect(visto.ok && visto.valor).toMatchObject({
    estado: "pendiente",
    ajustados: ["tramites"],
    cambios: [
      {
        componente: "tramites",
        categorias: [expect.stringMatching(/^a\) \S/), "b) Ajustes presupuestarios"],
        argumento: "El certificado pasó a otro servicio.",
        antecedentes: "Oficio 15/2025.",
      },
    ],
  });
});

test("lo que no se cumplió se sugiere, y con un clic tiene su dificultad vinculada", async () => {
  const ctx = await (await nueva()).ctx();
  await escribir(ctx, actividad("ejecutadaSegunDescripcion"), false);
  const sugeridas = async () => {
    const { vigente, expediente, cumplimiento } = await informe(ctx);
    return sugerenciasDe(vigente, expediente.informe, cumplimiento).map(({ id, motivo }) => [id, motivo]);
  };
  expect(await sugeridas()).toEqual([["A1", "No se cumplió"]]);
  for (const [campo, numero] of [
    ["medido", true],
    ["numerador", "1"],
    ["denominador", "100"],
  ] as const)
    await escribir(ctx, indicador(campo, "A2.ID1"), numero);
  expect(await sugeridas()).toEqual([
    ["A1", "No se cumplió"],
    ["A2.ID1", "No alcanzó la meta"],
  ]);
  await escribir(ctx, indicador("numerador", "A2.ID1"), "99", "1");
  expect(await agregarDificultad(ctx, { elemento: "A1", componente: "actividades" })).toMatchObject({
    ok: true,
  });
  expect(await sugeridas()).toEqual([]);
  expect((await informe(ctx)).expediente.informe?.dificultadesHolguras).toEqual([
    { tipo: "dificultad", componentes: ["actividades"], elementos: ["A1"] },
  ]);
});

test("agregar dos veces con la misma clave agrega una sola", async () => {
  const ctx = { ...(await (await nueva()).ctx()), clave: randomUUID() };
  const [una, otra] = [await agregarDificultad(ctx, {}), await agregarDificultad(ctx, {})];
  expect(una).toEqual(otra);
  expect((await informe(ctx)).idsDificultad).toHaveLength(1);
});

test("una dificultad quitada vuelve con lo que decía y en su lugar", async () => {
  const ctx = await (await nueva()).ctx();
  const primera = await agregarDificultad(ctx, {});
  await agregarDificultad(ctx, {});
  if (!primera.ok) throw new Error(primera.falla.mensaje);
  const { id } = primera.valor;
  await escribir(ctx, { grupo: "dificultad", clave: [id], campo: "descripcion" }, "Se cayó el sistema.");
  expect(await quitarDificultad(ctx, { id })).toMatchObject({ ok: true });
  expect(await quitarDificultad(ctx, { id })).toMatchObject({ ok: true });
  const leidas = await leerDificultades(ctx);
  expect(leidas.ok && leidas.valor.lista.quitadas.map((una) => [una.id, una.descripcion, una.autor])).toEqual(
    [[id, "Se cayó el sistema.", "Ana Rojas"]],
  );
  expect(await recuperarDificultad(ctx, { id })).toMatchObject({ ok: true });
  expect(await recuperarDificultad(ctx, { id })).toMatchObject({ falla: { codigo: "conflicto_dificultad" } });
  const { expediente, idsDificultad } = await informe(ctx);
  expect(idsDificultad[0]).toBe(id);
  expect(expediente.informe?.dificultadesHolguras?.[0]?.descripcion).toBe("Se cayó el sistema.");
});

test("con el informe en firma no se agrega ni se quita nada, y se dice cómo volver a abrirlo", async () => {
  const lugar = await nueva();
  const ctx = await lugar.ctx();
  await base.comoDueno(
    `INSERT INTO aprobacion (institucion_id, ejercicio_id, materia, version, huella, contenido, firmas_necesarias, exige_presidencia, enviada_por_id, enviada_en)
     VALUES ($1, $2, 'informe', 1, repeat('a', 64), '{}', 1, false, $3, now())`,
    [lugar.id, lugar.ejercicioId, ctx.actor.usuarioId],
  );
  expect(await agregarDificultad(ctx, {})).toMatchObject({
    ok: false,
    falla: { codigo: "cerrado_en_firma" },
  });
  expect(await informe(ctx)).toMatchObject({ puedeLlenar: false, cierre: { motivo: "en_firma" } });
});

test("un forastero no agrega, no quita ni recupera dificultades", async () => {
  const ctx = await casa.ctx();
  const hecha = await agregarDificultad(ctx, {});
  if (!hecha.ok) throw new Error(hecha.falla.mensaje);
  const { id } = hecha.valor;
  await forasteroNoCambiaNada({ base, caso: agregarDificultad, ctx, entrada: {} });
  await forasteroNoCambiaNada({ base, caso: quitarDificultad, ctx, entrada: { id } });
  await quitarDificultad(ctx, { id });
  await forasteroNoCambiaNada({ base, caso: recuperarDificultad, ctx, entrada: { id } });
});
