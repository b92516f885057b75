import { expect, test } from "vitest";
import { guardarCampos } from "@/lib/casos/campo/guardar";
import type { ContextoInstitucion } from "@/lib/casos/contexto";
import { aplicarImportacion } from "@/lib/casos/informe/aplicarImportacion";
import { exportarExpediente } from "@/lib/casos/informe/exportar";
import { prepararImportacion } from "@/lib/casos/informe/preparar";
import type { Expediente, Informe } from "@/lib/expediente/formato";
import { juzgar } from "@/lib/expediente/juzgar";
import { escribirLugar, type ValorCampo } from "@/lib/flujo/campo";
import { conBase } from "@/tests/apoyo/base";
import { mantenerTodo } from "@/tests/apoyo/comite";
import { expedienteValido } from "@/tests/apoyo/expedienteValido";
import { crearInstitucion } from "@/tests/apoyo/institucion";
import { valor } from "@/tests/apoyo/resultado";

const base = conBase();

const CODIGO = "IDAYVUELTA";

/** A report that answers everything in every way it can be answered: done and not, measured and not, met and missed. */
function informeDeTodo(): Informe {
  const informe = structuredClone(expedienteValido().informe) ?? {};
  const [a1, a2] = informe.actividades ?? [];
  const [id1, id2] = informe.indicadoresDesempeno ?? [];
  const [is1] = informe.indicadoresSatisfaccion ?? [];
  const [dificultad] = informe.dificultadesHolguras ?? [];
  if (!a1?.tramites || !a1.componentes || !a2 || !id1 || !id2 || !is1 || !dificultad)
    throw new Error("El expediente de prueba cambió.");
  Object.assign(a1, {
    ejecutadaSegunDescripcion: false,
    explicacion: "=Solo en cinco regiones;\nfaltó la licitación de «Ñuble».",
    medioVerificacion: { descripcion: "Actas, listas y «planilla»", formatos: ["pdf", "xlsx", ".bak"] },
  });
  a1.tramites[1] = { tramite: "Consultas", vinculado: false, explicacion: "Quedó fuera del alcance." };
  Object.assign(a1.componentes[0] ?? {}, { modificado: true, justificacion: "Se postergó el inicio." });
  Object.assign(id1, {
    // Typed so, with a point, they would be thousands.
    numerador: 12.345,
    denominador: 17.25,
    resultado: 71.56521739,
    analisisBrechas: "Aumentó la demanda.",
    recomendaciones: "Automatizar el registro.",
  });
  informe.indicadoresDesempeno = [
    id1,
    {
      indicador: id2.indicador,
      medido: false,
      justificacion: "El sistema partió en noviembre.",
      antecedentes: "Oficio 12/2025.",
    },
  ];
  Object.assign(is1, {
    numerador: -13,
    denominador: 100,
    analisisBrechas: "Más detractores que promotores.",
  });
  informe.dificultadesHolguras = [
    { ...dificultad, factoresExternos: "Toma de razón.", elementos: ["A1", "A1.ID1", "OE1"] },
    {
      tipo: "holgura",
      descripcion: "El convenio llegó antes.",
      factoresInternos: "Equipo completo.",
      componentes: ["indicadoresSatisfaccion"],
      elementos: ["IS1"],
    },
  ];
  return informe;
}

async function importar(ctx: ContextoInstitucion, bytes: Uint8Array): Promise<void> {
  const vista = await valor(prepararImportacion(ctx, { nombre: "expediente.json", bytes }));
  expect(vista.faltas).toEqual([]);
  expect(await valor(aplicarImportacion(ctx, vista))).toMatchObject({ conflictos: [] });
}

async function exportado(ctx: ContextoInstitucion) {
  const { bytes } = await valor(exportarExpediente(ctx));
  const { expediente, huellaPlan, huellaInforme } = juzgar(bytes);
  return { bytes, informe: expediente?.informe, huellas: { huellaPlan, huellaInforme } };
}

/** Nothing of the report is left: only what a file brings can be there afterwards. */
async function vaciarInforme(institucion: string): Promise<void> {
  for (const tabla of [
    "informe_actividad",
    "informe_tramite",
    "informe_componente",
    "informe_indicador",
    "dificultad_holgura",
  ])
    await base.comoDueno(`DELETE FROM ${tabla} WHERE institucion_id = $1`, [institucion]);
  await base.comoDueno(
    "UPDATE informe SET avances = NULL, desafios = NULL, resultados = NULL, lecciones_aprendidas = NULL WHERE institucion_id = $1",
    [institucion],
  );
}

test("el expediente exportado e importado en un informe vacío da las mismas huellas, y un texto borrado vuelve", async () => {
  const modelo = expedienteValido();
  const institucion = { ...modelo.institucion, codigo: CODIGO };
  const plan = { ...modelo.planOriginal, institucion } as NonNullable<Expediente["planOriginal"]>;
  const { id, ctx: persona } = await crearInstitucion(CODIGO, plan);
  await mantenerTodo(base, CODIGO);
  const ctx = await persona();
  const informe = informeDeTodo();
  const archivo: Expediente = {
    formato: "expediente-cseu/v1",
    ejercicio: 2025,
    institucion,
    planOriginal: plan,
    informe,
  };
  await importar(ctx, new TextEncoder().encode(JSON.stringify(archivo)));

  const ida = await exportado(ctx);
  expect(ida.informe).toEqual(informe);
  expect(ida.huellas).toEqual({
    huellaPlan: expect.stringMatching(/^[0-9a-f]{64}$/),
    huellaInforme: expect.stringMatching(/^[0-9a-f]{64}$/),
  });

  await base.comoDueno("UPDATE informe SET desafios = NULL WHERE institucion_id = $1", [id]);
  expect((await exportado(ctx)).huellas.huellaInforme).not.toBe(ida.huellas.huellaInforme);
  await importar(ctx, ida.bytes);
  expect((await exportado(ctx)).huellas).toEqual(ida.huellas);

  await vaciarInforme(id);
  expect((await exportado(ctx)).informe).not.toEqual(informe);
  await importar(ctx, ida.bytes);
  const vuelta = await exportado(ctx);
  expect(vuelta.huellas).toEqual(ida.huellas);
  expect(vuelta.informe).toEqual(informe);
});

test("lo que un campo no puede guardar se dice en la vista previa, y lo demás se importa", async () => {
  const { ctx: persona } = await crearInstitucion("OPCIONES");
  const ctx = await persona();
  const { bytes } = await valor(exportarExpediente(ctx));
  const informe: Informe = {
    seguimiento: { avances: "Se avanzó.", desafios: "a".repeat(200_001) },
    actividades: [{ actividad: "A1", medioVerificacion: { descripcion: "Actas.", formatos: null } }],
    dificultadesHolguras: [{ tipo: "dificultad", descripcion: "La licitación.", componentes: ["metas"] }],
  };
  const archivo = { ...JSON.parse(new TextDecoder().decode(bytes)), informe };
  const vista = await valor(
    prepararImportacion(ctx, { nombre: "e.json", bytes: new TextEncoder().encode(JSON.stringify(archivo)) }),
  );
  expect(vista.faltas).toMatchObject([
    { donde: "/informe/seguimiento/desafios", mensaje: expect.stringContaining("más texto") },
    { donde: "/informe/dificultadesHolguras/0/componentes", encontrado: "metas" },
  ]);
  expect(vista.faltas[1]?.esperado).toContain("indicadoresDesempeno");
  expect(await valor(aplicarImportacion(ctx, vista))).toEqual({
    guardados: 2,
    agregadas: 1,
    quitadas: 0,
    conflictos: [],
  });
});

test("lo que dejó de corresponder se conserva y no se exporta: ni la explicación tras un Sí, ni los números de lo que no se midió", async () => {
  const { ctx: persona } = await crearInstitucion("NOCORRESPONDE");
  const ctx = await persona();
  const escribir = async (
    grupo: "actividad" | "indicador",
    campo: string,
    escrito: ValorCampo,
    base: ValorCampo,
  ) => {
    const lugar = escribirLugar({ grupo, clave: [grupo === "actividad" ? "A1" : "A1.ID1"], campo });
    const campos = [{ lugar, base, valor: escrito }];
    const { respuestas } = await valor(guardarCampos(ctx, { usuario: ctx.actor.usuarioId, campos }));
    expect(respuestas[lugar]).toMatchObject({ estado: "guardado" });
  };
  await escribir("actividad", "ejecutadaSegunDescripcion", false, null);
  await escribir("actividad", "explicacion", "Faltó presupuesto.", null);
  await escribir("indicador", "medido", true, null);
  for (const campo of ["numerador", "denominador", "resultado"])
    await escribir("indicador", campo, "5", null);
  const antes = (await exportado(ctx)).informe;
  expect(antes?.actividades?.[0]).toMatchObject({ explicacion: "Faltó presupuesto." });
  expect(antes?.indicadoresDesempeno?.[0]).toMatchObject({ numerador: 5, denominador: 5, resultado: 5 });

  await escribir("actividad", "ejecutadaSegunDescripcion", true, false);
  await escribir("indicador", "medido", false, true);
  const { informe } = await exportado(ctx);
  expect(informe?.actividades?.[0]).toMatchObject({ ejecutadaSegunDescripcion: true });
  expect(informe?.actividades?.[0]).not.toHaveProperty("explicacion");
  expect(informe?.indicadoresDesempeno?.[0]).toEqual({ indicador: "A1.ID1", medido: false });
  await escribir("indicador", "medido", true, false);
  expect((await exportado(ctx)).informe?.indicadoresDesempeno).toEqual(antes?.indicadoresDesempeno);
});
