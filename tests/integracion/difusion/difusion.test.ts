import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bajarArchivo } from "@/lib/casos/archivo/bajar";
import { abrirSubida } from "@/lib/casos/archivo/subir";
import type { ContextoInstitucion } from "@/lib/casos/contexto";
import { adjuntar, desadjuntar, ponerDelCosoc } from "@/lib/casos/difusion/archivo";
import { leerDestinatariosGuardados } from "@/lib/casos/difusion/destinatarios";
import { agregarInstancia, quitarInstancia, recuperarInstancia } from "@/lib/casos/difusion/instancia";
import { leerDifusion } from "@/lib/casos/difusion/leer";
import { marcarListado, reemplazarListado, revisarListado } from "@/lib/casos/difusion/listado";
import { leerExpediente } from "@/lib/datos/repositorio/expediente";
import { conActor } from "@/lib/datos/transaccion";
import { SISTEMA } from "@/lib/flujo/actor";
import { pdf } from "@/tests/apoyo/archivos/bytes";
import { conBase } from "@/tests/apoyo/base";
import { contextoDe } from "@/tests/apoyo/comite";
import {
  aprobarTodo,
  DICIEMBRE,
  difundir,
  escribir,
  libroDeDestinatarios,
  subir,
} from "@/tests/apoyo/difusion";
import { forasteroNoCambiaNada } from "@/tests/apoyo/forastero";
import { abrirConExceljs, libroDe } from "@/tests/apoyo/libros";
import { valor } from "@/tests/apoyo/resultado";

process.env.ARCHIVOS_CARPETA = mkdtempSync(join(tmpdir(), "cseu-difusion-"));

const base = conBase({ sembrada: true });
let ana: ContextoInstitucion;
let ajena: ContextoInstitucion;
let acta: string;

beforeAll(async () => {
  ana = await contextoDe(base, "ana.rojas@sva.example", "SVA", DICIEMBRE);
  ajena = await contextoDe(base, "iris.vega@ipa.example", "IPA", DICIEMBRE);
  acta = await subir(ana, "Acta escaneada.pdf", pdf("0"));
});
beforeEach(() => aprobarTodo(base, "SVA", acta));

const reglas = async (ctx: ContextoInstitucion) =>
  (await valor(leerDifusion(ctx))).reglas.filter(({ cuantas }) => cuantas > 0).map(({ codigo }) => codigo);

test("sin nada escrito dice todo lo que exige la guía, y completa no falta nada", async () => {
  expect(await reglas(ana)).toEqual(["DIF-01", "DIF-04", "DIF-07", "DIF-10", "DIF-11"]);
  await difundir(ana);
  expect(await reglas(ana)).toEqual([]);
  const leida = await valor(leerDifusion(ana));
  expect(leida.instancias[0]?.archivos.map(({ nombre, uso }) => [nombre, uso])).toEqual([
    ["Correo.pdf", "copia_medio"],
    ["Informe difundido.pdf", "material"],
  ]);
  expect(leida.destinatarios).toMatchObject({ total: 4, grupos: { personal: 2, directivos: 1, cosoc: 1 } });
});

test("el mismo contenido no es dos anexos del mismo uso, aunque cambie de nombre", async () => {
  const { id } = await valor(agregarInstancia(ana));
  const [uno, otro, distinto] = [
    await subir(ana, "Foto.pdf", pdf("igual")),
    await subir(ana, "Copia de Foto.pdf", pdf("igual")),
    await subir(ana, "Otra.pdf", pdf("distinta")),
  ];
  const atar = (archivo: string, uso: "copia_medio" | "material" = "material") =>
    adjuntar(ana, { instancia: id, archivo, uso });
  await valor(atar(uno));
  await valor(atar(uno));
  expect(await atar(otro)).toMatchObject({
    falla: { codigo: "archivo_repetido", mensaje: expect.stringContaining("«Foto.pdf»") },
  });
  await valor(atar(distinto));
  await valor(atar(otro, "copia_medio"));
  const { instancias } = await valor(leerDifusion(ana));
  expect(
    instancias
      .at(-1)
      ?.archivos.map(({ nombre, uso }) => [nombre, uso])
      .sort(),
  ).toEqual([
    ["Copia de Foto.pdf", "copia_medio"],
    ["Foto.pdf", "material"],
    ["Otra.pdf", "material"],
  ]);
});

test("una instancia quitada vuelve con lo que decía y con los archivos que tenía, no los que ya había sacado", async () => {
  await difundir(ana);
  const { id } = await valor(agregarInstancia(ana));
  await escribir(ana, "instancia", [id], { fecha: "12/12/2025", medio: "reunion", audiencia: "Jefaturas" });
  const [primero, segundo] = [
    await subir(ana, "Foto.pdf", pdf("1")),
    await subir(ana, "Lista.pdf", pdf("2")),
  ];
  await valor(adjuntar(ana, { instancia: id, archivo: primero, uso: "copia_medio" }));
  await valor(adjuntar(ana, { instancia: id, archivo: segundo, uso: "copia_medio" }));
  await valor(desadjuntar(ana, { instancia: id, archivo: primero, uso: "copia_medio" }));
  for (let vez = 0; vez < 2; vez++) {
    await valor(quitarInstancia(ana, { id }));
    await valor(quitarInstancia(ana, { id }));
    expect((await valor(leerDifusion(ana))).instancias).toHaveLength(1);
    await valor(recuperarInstancia(ana, { id }));
    await valor(recuperarInstancia(ana, { id }));
    const { instancias, campos } = await valor(leerDifusion(ana));
    expect(instancias).toHaveLength(2);
    expect(instancias[1]?.archivos.map(({ nombre }) => nombre)).toEqual(["Lista.pdf"]);
    expect(campos[`instancia/${id}/fecha`]).toBe("2025-12-12");
    expect(campos[`instancia/${id}/audiencia`]).toBe("Jefaturas");
  }
});

test("agregar dos veces con la misma intención agrega una", async () => {
  const clave = crypto.randomUUID();
  const [uno, otro] = await Promise.all([
    valor(agregarInstancia({ ...ana, clave })),
    valor(agregarInstancia({ ...ana, clave })),
  ]);
  expect(uno).toEqual(otro);
});

test("un listado con faltas las dice por celda, no toca lo guardado y vuelve marcado", async () => {
  await difundir(ana);
  const libro = await libroDeDestinatarios(0, [["", "Sin Cargo", "Personal", "Subcontratado", "Finanzas"]]);
  const archivo = await subir(ana, "Con faltas.xlsx", libro);
  const revision = await valor(revisarListado(ana, { archivo }));
  expect(revision).toMatchObject({ total: 5, errores: 2, conteo: { personal: 3, directivos: 1, cosoc: 1 } });
  expect(revision.faltas.map(({ celda, regla }) => [celda, regla])).toEqual([
    ["A6", "DIF-05"],
    ["D6", "DIF-08"],
  ]);
  expect((await valor(leerDifusion(ana))).destinatarios.total).toBe(4);
  const marcado = await valor(marcarListado(ana, archivo));
  expect(marcado.nombre).toBe("Con faltas (con faltas marcadas).xlsx");
  const notas = (await abrirConExceljs(marcado.bytes)).getWorksheet("Listado");
  expect(JSON.stringify(notas?.getCell("A6").note)).toContain("cargo");

  expect(await valor(reemplazarListado(ana, { archivo }))).toEqual({ total: 5, reemplazados: 4 });
  expect(await reglas(ana)).toEqual(["DIF-05", "DIF-08"]);
  const pagina = await valor(leerDestinatariosGuardados(ana, { pagina: 9, grupo: "personal" }));
  expect(pagina).toMatchObject({ pagina: 1, paginas: 1, listado: { nombre: "Con faltas.xlsx" } });
  expect(pagina.filas.map(({ nombre }) => nombre)).toEqual(["Rosa Muñoz", "Luis Soto", "Sin Cargo"]);
});

test("lo que no es un libro de Excel se explica, y un libro sin tabla también", async () => {
  const archivo = await subir(ana, "Listado.pdf", pdf("3"));
  expect(await revisarListado(ana, { archivo })).toMatchObject({
    ok: false,
    falla: { codigo: "listado_no_es_xlsx" },
  });
  const sinTabla = await subir(
    ana,
    "Notas.xlsx",
    await libroDe({ Notas: [["Reunión del martes"], ["Acuerdos"]] }),
  );
  expect(await revisarListado(ana, { archivo: sinTabla })).toMatchObject({
    ok: false,
    falla: { codigo: "DESTINATARIOS_SIN_TABLA", mensaje: expect.stringContaining("nombre") },
  });
});

test("un archivo de otra institución no existe, y quien solo lee baja pero no sube", async () => {
  const suyo = await subir(ajena, "Ajeno.pdf", pdf("4"));
  const { id } = await valor(agregarInstancia(ana));
  const noEsta = { ok: false, falla: { codigo: "no_encontrado" } };
  expect(await adjuntar(ana, { instancia: id, archivo: suyo, uso: "material" })).toMatchObject(noEsta);
  expect(await ponerDelCosoc(ana, { documento: "acto", archivo: suyo })).toMatchObject(noEsta);
  expect(await revisarListado(ana, { archivo: suyo })).toMatchObject(noEsta);
  expect(await bajarArchivo(ana, suyo)).toMatchObject(noEsta);

  const mio = await subir(ana, "Mío.pdf", pdf("5"));
  const lector: ContextoInstitucion = { ...ana, actor: { ...ana.actor, rol: "lector" } };
  const bajado = await valor(bajarArchivo(lector, mio));
  bajado.flujo.destroy();
  expect(bajado.nombre).toBe("Mío.pdf");
  const intento = { id: crypto.randomUUID(), nombre: "x.pdf", tipo: "", tamano: 10 };
  expect(await abrirSubida(lector, intento)).toMatchObject(noEsta);
  expect(await agregarInstancia(lector)).toMatchObject(noEsta);
  expect(await adjuntar(lector, { instancia: id, archivo: mio, uso: "material" })).toMatchObject(noEsta);
});

test("quien no es de la institución no cambia nada de su difusión", async () => {
  await difundir(ana);
  const { instancias } = await valor(leerDifusion(ana));
  const id = instancias[0]?.id ?? "";
  const archivo = await subir(ana, "Otro.xlsx", await libroDeDestinatarios(1));
  const atadura = { instancia: id, archivo, uso: "material" as const };
  await forasteroNoCambiaNada({ base, caso: (ctx) => agregarInstancia(ctx), ctx: ana, entrada: null });
  await forasteroNoCambiaNada({ base, caso: quitarInstancia, ctx: ana, entrada: { id } });
  await forasteroNoCambiaNada({ base, caso: adjuntar, ctx: ana, entrada: atadura });
  await forasteroNoCambiaNada({ base, caso: desadjuntar, ctx: ana, entrada: atadura });
  const documento = { documento: "acto" as const, archivo: null };
  await forasteroNoCambiaNada({ base, caso: ponerDelCosoc, ctx: ana, entrada: documento });
  await forasteroNoCambiaNada({ base, caso: reemplazarListado, ctx: ana, entrada: { archivo } });
  await valor(quitarInstancia(ana, { id }));
  await forasteroNoCambiaNada({ base, caso: recuperarInstancia, ctx: ana, entrada: { id } });
});

describe("la bitácora del listado", () => {
  const rastro = (id: string) =>
    base.comoDueno<{ caso: string; nuevo: Record<string, unknown> }>(
      "SELECT caso, nuevo FROM bitacora WHERE institucion_id = $1 AND tabla = 'difusion' AND 'destinatarios_huella' = ANY (campos) ORDER BY secuencia",
      [id],
    );

  test("importar deja cuántos son y la huella de todos, y ninguna línea por persona", async () => {
    const archivo = await subir(ana, "Listado.xlsx", await libroDeDestinatarios(20));
    await valor(reemplazarListado(ana, { archivo }));
    const id = ana.institucion.id;
    const ultima = (await rastro(id)).at(-1);
    expect(ultima).toMatchObject({
      caso: "difusion.reemplazarListado",
      nuevo: { destinatarios_cuantos: 24, destinatarios_huella: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    const porPersona = await base.comoDueno(
      "SELECT 1 FROM bitacora WHERE institucion_id = $1 AND tabla = 'destinatario'",
      [id],
    );
    expect(porPersona).toEqual([]);
  });

  test("quien cambie una fila por su cuenta deja otra huella, y vaciar la tabla está negado", async () => {
    await difundir(ana);
    const antes = (await rastro(ana.institucion.id)).at(-1)?.nuevo.destinatarios_huella;
    await base.comoDueno("UPDATE destinatario SET area = 'Otra' WHERE nombre = 'Luis Soto'");
    const despues = (await rastro(ana.institucion.id)).at(-1)?.nuevo.destinatarios_huella;
    expect(despues).not.toBe(antes);
    const conteo = await valor(leerDestinatariosGuardados(ana, { pagina: 1, grupo: null }));
    expect(conteo.filas.find(({ nombre }) => nombre === "Luis Soto")?.area).toBe("Otra");
    await expect(base.comoDueno("TRUNCATE destinatario")).rejects.toThrow(/TRUNCATE/);
  });

  test("el expediente dice lo que dice la lista de hoy, aunque antes se haya leído otra", async () => {
    await difundir(ana);
    expect(await reglas(ana)).toEqual([]);
    await base.comoDueno("UPDATE destinatario SET cargo = NULL WHERE nombre = 'Luis Soto'");
    expect(await reglas(ana)).toEqual(["DIF-05"]);
    await base.comoDueno("UPDATE destinatario SET cargo = 'Ejecutivo' WHERE nombre = 'Luis Soto'");
    expect(await reglas(ana)).toEqual([]);
  });
});

test("el dictamen que quedó de una homologación no se envía ni se pierde", async () => {
  const cosoc = async () => {
    const [fila] = await base.comoDueno<{ id: string }>("SELECT id FROM ejercicio WHERE anio = 2025");
    const leido = await conActor(SISTEMA, "prueba", (tx) =>
      leerExpediente(tx, ana.institucion.id, fila?.id ?? ""),
    );
    return leido?.expediente.difusion?.cosoc;
  };
  const homologar = (homologado: boolean) =>
    base.comoDueno("UPDATE difusion SET homologado = $1 WHERE institucion_id = $2", [
      homologado,
      ana.institucion.id,
    ]);
  const archivo = await subir(ana, "Dictamen.pdf", pdf());
  await valor(ponerDelCosoc(ana, { documento: "dictamen", archivo }));
  await homologar(true);
  expect(await cosoc()).toMatchObject({
    homologado: true,
    dictamen: { archivo: { nombre: "Dictamen.pdf" } },
  });
  await homologar(false);
  expect(await cosoc()).not.toHaveProperty("dictamen");
  expect((await valor(leerDifusion(ana))).dictamen).toMatchObject({ nombre: "Dictamen.pdf" });
});
