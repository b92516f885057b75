import { deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { ambienteDelObrero, planillaEnTaller } from "@/lib/planilla/taller/taller";
import { juntar, trocear } from "@/lib/planilla/taller/trozos";
import { libroCrudo, libroDe } from "@/tests/apoyo/libros";
import { zip } from "@/tests/apoyo/zip";

describe("el taller de planillas", { timeout: 60_000 }, () => {
  it("lee en otro hilo y trae listas largas enteras y en orden", async () => {
    const filas = Array.from({ length: 1_234 }, (_, i) => [`Persona ${i}`, "Cargo", "Directivo"]);
    const leido = await planillaEnTaller("leerDestinatarios", [
      await libroDe({ H: [["Nombre", "Cargo", "Grupo"], ...filas] }),
    ]);
    expect(leido.ok && leido.valor.filas.map((f) => f.nombre)).toEqual(filas.map(([nombre]) => nombre));
  });

  it("una lectura que no cabe en su memoria muere sola, y se explica", async () => {
    const textos = Array.from({ length: 300_000 }, (_, i) => `<si><t>${i}-${"x".repeat(200)}</t></si>`).join(
      "",
    );
    const bytes = libroCrudo({ hojas: { H: "<sheetData/>" }, compartidos: textos });
    const leido = await planillaEnTaller("leerLibro", [bytes], { memoria: 32 });
    expect(leido).toMatchObject({ ok: false, falla: { codigo: "LIBRO_EXCESIVO" } });
  });

  it("una lectura que no termina a tiempo se corta, y se explica", async () => {
    const filas = `<row/>`.repeat(3_000_000);
    const leido = await planillaEnTaller(
      "leerLibro",
      [libroCrudo({ hojas: { H: `<sheetData>${filas}</sheetData>` } })],
      { plazo: 400 },
    );
    expect(leido).toMatchObject({ ok: false, falla: { codigo: "LIBRO_DEMORA" } });
  });

  it("su hilo no hereda secretos, ni una carpeta temporal llamada «undefined»", () => {
    expect(ambienteDelObrero({ NODE_ENV: "test", SECRETO_SESION: "x" })).toEqual({ NODE_ENV: "test" });
    expect(ambienteDelObrero({ TMPDIR: "/var/tmp", NODE_ENV: "test" })).toEqual({
      NODE_ENV: "test",
      TMPDIR: "/var/tmp",
    });
  });

  it("quien espera puede desistir", async () => {
    await expect(
      planillaEnTaller("plantillaDestinatarios", [], { signal: AbortSignal.abort(new Error("desisto")) }),
    ).rejects.toThrow("desisto");
  });

  it("rechaza lo ilegible y sigue atendiendo", async () => {
    const bomba = zip([
      { nombre: "[Content_Types].xml", contenido: "<a/>" },
      {
        nombre: "xl/workbook.xml",
        contenido: "",
        comprimido: deflateRawSync(Buffer.alloc(20_000_000)),
        declarado: 9,
      },
    ]);
    const leidos = await Promise.all(
      [bomba, new Uint8Array(), await libroDe({ H: [["x"]] })].map((b) => planillaEnTaller("leerLibro", [b])),
    );
    expect(leidos.map((l) => (l.ok ? "OK" : l.falla.codigo))).toEqual(["LIBRO_DANADO", "LIBRO_VACIO", "OK"]);
  });

  it("trocear y juntar es no hacer nada", () => {
    const valor = {
      ok: true,
      valor: {
        filas: Array.from({ length: 1_700 }, (_, i) => ({ i })),
        hojas: [{ celdas: Array.from({ length: 900 }, (_, i) => i) }],
        corta: [1],
      },
    };
    const { esqueleto, trozos } = trocear(valor);
    for (const trozo of trozos) juntar(esqueleto, structuredClone(trozo));
    expect(esqueleto).toEqual(valor);
    expect(trozos).toHaveLength(6);
  });
});
