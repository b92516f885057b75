import { randomUUID } from "node:crypto";
import ExcelJS from "exceljs";
import { expect, test } from "vitest";
import { guardarCampos } from "@/lib/casos/campo/guardar";
import type { ContextoInstitucion } from "@/lib/casos/contexto";
import { aplicarImportacion } from "@/lib/casos/informe/aplicarImportacion";
import { agregarDificultad, quitarDificultad } from "@/lib/casos/informe/dificultad";
import { exportarExpediente, exportarPlantilla } from "@/lib/casos/informe/exportar";
import { leerInforme } from "@/lib/casos/informe/leer";
import { marcarImportacion, prepararImportacion } from "@/lib/casos/informe/preparar";
import type { Expediente } from "@/lib/expediente/formato";
import { escribirLugar, type Lugar, type ValorCampo } from "@/lib/flujo/campo";
import type { Resultado } from "@/lib/flujo/resultado";
import { conBase } from "@/tests/apoyo/base";
import { forasteroNoCambiaNada } from "@/tests/apoyo/forastero";
import { crearInstitucion } from "@/tests/apoyo/institucion";
import { abrirConExceljs } from "@/tests/apoyo/libros";

const base = conBase();
let numero = 0;
const nueva = async () => (await crearInstitucion(`P${++numero}`)).ctx();

function valorDe<T>(resultado: Resultado<T>): T {
  if (!resultado.ok) throw new Error(resultado.falla.mensaje);
  return resultado.valor;
}

const indicador = (campo: string): Lugar => ({ grupo: "indicador", clave: ["A1.ID1"], campo });
const avances: Lugar = { grupo: "informe", clave: [], campo: "avances" };

async function escribir(
  ctx: ContextoInstitucion,
  lugar: Lugar,
  valor: ValorCampo,
  previo: ValorCampo = null,
) {
  const direccion = escribirLugar(lugar);
  const campos = [{ lugar: direccion, base: previo, valor }];
  const hecho = valorDe(await guardarCampos(ctx, { usuario: ctx.actor.usuarioId, campos }));
  expect(hecho.respuestas[direccion]).toMatchObject({ estado: "guardado" });
}

const expediente = async (ctx: ContextoInstitucion) => valorDe(await leerInforme(ctx)).expediente;

/** The template as handed out, with some cells filled: sheet, row that begins with a code, heading, value. */
async function llenar(
  ctx: ContextoInstitucion,
  celdas: readonly (readonly [hoja: string, codigo: string, titulo: string, valor: string | number])[],
): Promise<Uint8Array> {
  const libro = new ExcelJS.Workbook();
  const { bytes } = valorDe(await exportarPlantilla(ctx));
  await libro.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
  for (const [nombre, codigo, titulo, valor] of celdas) {
    const hoja = libro.getWorksheet(nombre);
    if (!hoja) throw new Error(`No hay hoja «${nombre}»`);
    let columna = 0;
    hoja.eachRow((fila, n) => {
      fila.eachCell((celda, c) => {
        if (String(celda.text).startsWith(titulo)) columna = c;
      });
      if (columna > 0 && hoja.getCell(n, 1).text === codigo) hoja.getCell(n, columna).value = valor;
    });
  }
  return new Uint8Array(await libro.xlsx.writeBuffer());
}

test("la planilla descargada y devuelta sin tocar no cambia nada, tampoco lo que no se entiende", async () => {
  const ctx = await nueva();
  await escribir(ctx, indicador("medido"), true);
  await escribir(ctx, indicador("numerador"), "doce");
  await escribir(ctx, avances, "Se avanzó.");
  const { bytes } = valorDe(await exportarPlantilla(ctx));
  const vista = valorDe(await prepararImportacion(ctx, { nombre: "informe.xlsx", bytes }));
  expect(vista).toMatchObject({ cambios: [], nuevas: [], quitadas: [], faltas: [] });
});

test("lo que alguien escribió después de descargar la planilla se dice, con quién; lo demás no", async () => {
  const ctx = await nueva();
  await escribir(ctx, avances, "Se avanzó.");
  await escribir(ctx, indicador("medido"), true);
  await escribir(ctx, indicador("numerador"), "12");
  const bytes = await llenar(ctx, [
    ["Indicadores de desempeño", "A1.ID1", "Numerador", 15],
    ["Indicadores de desempeño", "A1.ID1", "Denominador", 20],
  ]);
  await escribir(ctx, avances, "Se avanzó y se terminó.", "Se avanzó.");
  await escribir(ctx, indicador("interpretacion"), "Otro campo de la misma fila.");
  const ver = async () =>
    Object.fromEntries(
      valorDe(await prepararImportacion(ctx, { nombre: "informe.xlsx", bytes })).cambios.map((x) => [
        x.lugar,
        x.posterior,
      ]),
    );
  const vista = await ver();
  expect(vista[escribirLugar(indicador("numerador"))]).toBeNull();
  expect(vista[escribirLugar(indicador("denominador"))]).toBeNull();
  expect(vista[escribirLugar(avances)]).toMatch(/ lo escribió el \d{2}\/\d{2}\/\d{4}, \d{2}:\d{2}\.$/);
  expect(vista[escribirLugar(indicador("interpretacion"))]).toMatch(/\d{4}/);
});

test("si se quitó una dificultad después de descargarla, ninguna de las que quedan se reemplaza sin pedirlo", async () => {
  const ctx = await nueva();
  const [una, otra] = [valorDe(await agregarDificultad(ctx, {})), valorDe(await agregarDificultad(ctx, {}))];
  const descripcion = ({ id }: { id: string }): Lugar => ({
    grupo: "dificultad",
    clave: [id],
    campo: "descripcion",
  });
  await escribir(ctx, descripcion(una), "La primera.");
  await escribir(ctx, descripcion(otra), "La segunda.");
  const { bytes } = valorDe(await exportarPlantilla(ctx));
  valorDe(await quitarDificultad(ctx, una));
  const vista = valorDe(await prepararImportacion(ctx, { nombre: "informe.xlsx", bytes }));
  const deLaQueQueda = vista.cambios.find(({ lugar }) => lugar === escribirLugar(descripcion(otra)));
  expect(deLaQueQueda).toMatchObject({ antes: "La segunda.", despues: "La primera." });
  expect(deLaQueQueda?.posterior).toMatch(/ quitó una fila el .+\d{2}:\d{2}\.$/);
});

test("la planilla muestra qué cambia con su celda, las faltas todas juntas, y guarda solo eso", async () => {
  const ctx = await nueva();
  await escribir(ctx, avances, "Se avanzó.");
  const bytes = await llenar(ctx, [
    ["Indicadores de desempeño", "A1.ID1", "¿Se midió?", "Sí"],
    ["Indicadores de desempeño", "A1.ID1", "Numerador", 1234.5],
    ["Indicadores de desempeño", "A1.ID1", "Denominador", "no sé"],
    ["Actividades", "A2", "¿Se ejecutó según lo descrito?", "Quizás"],
  ]);
  const vista = valorDe(await prepararImportacion(ctx, { nombre: "informe.xlsx", bytes }));
  expect(vista.cambios.map(({ que, antes, despues }) => [que, antes, despues])).toEqual([
    ["Indicador A1.ID1 · ¿Se pudo medir?", "", "Sí"],
    ["Indicador A1.ID1 · Numerador", "", "1.234,5"],
  ]);
  expect(vista.faltas.map(({ encontrado }) => encontrado)).toEqual(["Quizás", "no sé"]);
  expect(vista.faltas.every(({ donde }) => /, [A-Z]+\d+$/.test(donde))).toBe(true);
  expect(await expediente(ctx)).toMatchObject({ informe: { seguimiento: { avances: "Se avanzó." } } });

  expect(valorDe(await aplicarImportacion(ctx, vista))).toEqual({
    guardados: 2,
    agregadas: 0,
    quitadas: 0,
    conflictos: [],
  });
  expect((await expediente(ctx)).informe).toMatchObject({
    seguimiento: { avances: "Se avanzó." },
    indicadoresDesempeno: [{ indicador: "A1.ID1", medido: true, numerador: 1234.5 }],
  });
});

test("lo que otra persona cambió después de revisar el archivo no se pisa", async () => {
  const ctx = await nueva();
  const bytes = await llenar(ctx, [
    ["Indicadores de desempeño", "A1.ID1", "Numerador", 10],
    ["Indicadores de desempeño", "A1.ID1", "Denominador", 20],
  ]);
  const vista = valorDe(await prepararImportacion(ctx, { nombre: "informe.xlsx", bytes }));
  await escribir(ctx, indicador("numerador"), "15");
  const hecha = valorDe(await aplicarImportacion(ctx, vista));
  expect(hecha).toMatchObject({ guardados: 1, conflictos: [{ que: "Indicador A1.ID1 · Numerador" }] });
  expect((await expediente(ctx)).informe?.indicadoresDesempeno?.[0]).toMatchObject({
    numerador: 15,
    denominador: 20,
  });
});

const comoJson = (dato: unknown) => new TextEncoder().encode(JSON.stringify(dato));

test("el expediente en JSON vuelve igual, y otro cambia solo el informe", async () => {
  const ctx = await nueva();
  await escribir(ctx, indicador("medido"), true);
  await escribir(ctx, indicador("numerador"), "1");
  await agregarDificultad(ctx, { elemento: "A1", componente: "actividades" });
  const { bytes } = valorDe(await exportarExpediente(ctx));
  const igual = valorDe(await prepararImportacion(ctx, { nombre: "expediente.json", bytes }));
  expect(igual).toEqual({ cambios: [], nuevas: [], quitadas: [], faltas: [], reglas: [] });

  const traido = JSON.parse(new TextDecoder().decode(bytes)) as Expediente;
  traido.planOriginal = { ...traido.planOriginal, objetivoGeneral: "Otro" } as NonNullable<
    Expediente["planOriginal"]
  >;
  traido.informe = {
    ...traido.informe,
    seguimiento: { avances: "Desde el archivo." },
    dificultadesHolguras: [
      { ...traido.informe?.dificultadesHolguras?.[0], descripcion: "Con descripción." },
      { tipo: "holgura", descripcion: "Llegó antes.", componentes: ["actividades"], elementos: [] },
    ],
    actividades: [{ actividad: "Z9", ejecutadaSegunDescripcion: true }],
  };
  const vista = valorDe(
    await prepararImportacion(ctx, { nombre: "expediente.json", bytes: comoJson(traido) }),
  );
  expect(vista.cambios.map(({ que, despues }) => [que, despues])).toEqual([
    ["Avances", "Desde el archivo."],
    ["Dificultad u holgura 1 · Descripción", "Con descripción."],
  ]);
  expect(vista.nuevas).toMatchObject([{ tipo: "holgura", descripcion: "Llegó antes." }]);
  expect(vista.faltas).toMatchObject([{ donde: "/informe/actividades/0" }]);

  const conClave = { ...ctx, clave: randomUUID() };
  expect(valorDe(await aplicarImportacion(conClave, vista))).toMatchObject({ guardados: 2, agregadas: 1 });
  // A retry after a drop is answered and not done again.
  expect(valorDe(await aplicarImportacion(conClave, vista))).toMatchObject({ conflictos: [] });
  const despues = await expediente(ctx);
  expect(despues.informe?.dificultadesHolguras).toHaveLength(2);
  expect(despues.planOriginal?.objetivoGeneral).toBe("Mejorar la atención.");
});

test("una dificultad que el archivo ya no trae se quita, salvo que alguien la haya cambiado", async () => {
  const ctx = await nueva();
  const { id } = valorDe(await agregarDificultad(ctx, { elemento: "A1", componente: "actividades" }));
  const traido = await expediente(ctx);
  const bytes = comoJson({ ...traido, informe: { ...traido.informe, dificultadesHolguras: [] } });
  const vista = valorDe(await prepararImportacion(ctx, { nombre: "e.json", bytes }));
  expect(vista.quitadas.map((una) => una.id)).toEqual([id]);
  await escribir(ctx, { grupo: "dificultad", clave: [id], campo: "descripcion" }, "Escrito entre medio.");
  expect(valorDe(await aplicarImportacion(ctx, vista))).toMatchObject({ quitadas: 0, conflictos: [{}] });
  const otra = valorDe(await prepararImportacion(ctx, { nombre: "e.json", bytes }));
  expect(valorDe(await aplicarImportacion(ctx, otra))).toMatchObject({ quitadas: 1, conflictos: [] });
});

test("un archivo de otra cosa se rechaza diciendo por qué, y uno con faltas de formato no cambia nada", async () => {
  const ctx = await nueva();
  const preparar = (nombre: string, bytes: Uint8Array) => prepararImportacion(ctx, { nombre, bytes });
  const propio = await expediente(ctx);
  expect(await preparar("a.json", comoJson({ ...propio, institucion: { codigo: "OTRA" } }))).toMatchObject({
    falla: { codigo: "archivo_ajeno" },
  });
  expect(await preparar("a.json", new TextEncoder().encode("{"))).toMatchObject({
    falla: { codigo: "archivo_ilegible" },
  });
  expect(await preparar("a.xlsx", new TextEncoder().encode("no es un libro"))).toMatchObject({ ok: false });
  expect(await preparar("a.xlsx", new Uint8Array())).toMatchObject({ falla: { codigo: "archivo_ilegible" } });
  const malo = { ...propio, informe: { seguimiento: { avances: 7 } } };
  expect(valorDe(await preparar("a.json", comoJson(malo)))).toMatchObject({
    cambios: [],
    faltas: [{ donde: "/informe/seguimiento/avances" }],
  });
});

test("la planilla y el expediente de otra institución se rechazan enteros, con el nombre de ambas", async () => {
  const [ctx, otra] = [await nueva(), await nueva()];
  for (const exportar of [exportarPlantilla, exportarExpediente]) {
    const resultado = await prepararImportacion(ctx, valorDe(await exportar(otra)));
    expect(resultado.ok).toBe(false);
    if (resultado.ok) continue;
    for (const { institucion } of [ctx, otra]) expect(resultado.falla.mensaje).toContain(institucion.codigo);
  }
});

test("un forastero no importa nada, y nadie importa fuera del informe", async () => {
  const ctx = await nueva();
  const cambios = [{ lugar: escribirLugar(avances), base: null, valor: "Ajeno", que: "Avances" }];
  await forasteroNoCambiaNada({
    base,
    caso: aplicarImportacion,
    ctx,
    entrada: { cambios, nuevas: [], quitadas: [] },
  });
  const ajeno = escribirLugar({ grupo: "difusion", clave: [], campo: "actoFecha" });
  expect(
    await aplicarImportacion(ctx, {
      cambios: [{ lugar: ajeno, base: null, valor: "2025-01-01", que: "" }],
      nuevas: [],
      quitadas: [],
    }),
  ).toMatchObject({ ok: false, falla: { codigo: "no_encontrado" } });
});

test("la planilla vuelve con sus faltas marcadas en la celda y explicadas; un JSON no se puede marcar", async () => {
  const ctx = await nueva();
  const bytes = await llenar(ctx, [["Actividades", "A2", "¿Se ejecutó según lo descrito?", "Quizás"]]);
  const { nombre, bytes: marcado } = valorDe(await marcarImportacion(ctx, { nombre: "Informe.xlsx", bytes }));
  expect(nombre).toBe("Informe (con faltas marcadas).xlsx");
  const libro = await abrirConExceljs(marcado);
  const faltas = libro.worksheets.flatMap((hoja) => {
    const textos: string[] = [];
    hoja.eachRow((fila) => fila.eachCell((celda) => textos.push(celda.text)));
    return textos;
  });
  expect(faltas.some((texto) => texto.includes("Quizás"))).toBe(true);
  const vista = valorDe(await prepararImportacion(ctx, { nombre: "Informe.xlsx", bytes: marcado }));
  expect(vista.faltas.map(({ encontrado }) => encontrado)).toEqual(["Quizás"]);
  expect(await marcarImportacion(ctx, { nombre: "e.json", bytes })).toMatchObject({
    ok: false,
    falla: { codigo: "sin_marcas" },
  });
});

test("lo que la persona deja fuera de la vista previa no se toca, y lo demás se guarda", async () => {
  const ctx = await nueva();
  const informe = { seguimiento: { avances: "Uno", desafios: "Dos", resultados: "Tres" } };
  const bytes = Buffer.from(JSON.stringify({ ...(await expediente(ctx)), informe }));
  const vista = valorDe(await prepararImportacion(ctx, { nombre: "e.json", bytes }));
  expect(vista.cambios).toHaveLength(3);
  const cambios = vista.cambios.filter(({ lugar }) => lugar !== "informe/desafios");
  const hecha = valorDe(await aplicarImportacion(ctx, { cambios, nuevas: [], quitadas: [] }));
  expect(hecha).toMatchObject({ guardados: 2, conflictos: [] });
  expect((await expediente(ctx)).informe?.seguimiento).toEqual({ avances: "Uno", resultados: "Tres" });
});
