import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cabecerasDescarga } from "@/lib/archivos/descarga";
import { LIMITES_ARCHIVO, TIPOS_ARCHIVO, tipoDeExtension } from "@/lib/flujo/archivo";
import { BYTES_NOMBRE, extensionDe, nombreSeguro } from "@/lib/flujo/nombreArchivo";
import { revisarAntesDeSubir } from "@/lib/flujo/rechazoArchivo";

const bytes = (texto: string) => Buffer.byteLength(texto, "utf8");

describe("el nombre de un archivo queda seguro y reconocible", () => {
  it.each([
    ["Acta Comité Nº 3 (final).pdf", "Acta Comité Nº 3 (final).pdf"],
    ["Año.pdf".normalize("NFD"), "Año.pdf"],
    ["C:\\Users\\ana\\Acta.pdf", "Acta.pdf"],
    ["../../etc/passwd.txt", "passwd.txt"],
    ["informe\u202Efdp.txt", "informefdp.txt"],
    ["in\u200Bfor\u0000me\n.pdf", "informe.pdf"],
    ['informe<final>:"uno|dos?*.pdf', "informe_final___uno_dos__.pdf"],
    ["con.pdf", "_con.pdf"],
    ["NUL.tar.pdf", "_NUL.tar.pdf"],
    ["LPT1", "_LPT1"],
    ["com¹.txt", "_com¹.txt"],
    ["conferencia.pdf", "conferencia.pdf"],
    ["  informe .  .pdf", "informe.pdf"],
    ["...", "archivo"],
    ["", "archivo"],
    [".pdf", "pdf"],
    ["informe.pdf.", "informe.pdf"],
    ["a\u2028b\u00a0c.pdf", "a b c.pdf"],
    ["mal\ud800formado.pdf", "malformado.pdf"],
  ])("%j queda como %j", (nombre, esperado) => {
    expect(nombreSeguro(nombre)).toBe(esperado);
  });

  it("un nombre largo se acorta a 180 bytes, sin cortar letras y con su extensión", () => {
    const corto = nombreSeguro(`${"ñandú 👩‍💻 ".repeat(60)}.docx`);
    expect(bytes(corto)).toBeLessThanOrEqual(BYTES_NOMBRE);
    expect(bytes(corto)).toBeGreaterThan(BYTES_NOMBRE - 20);
    expect(corto).toMatch(/\.docx$/);
    expect(corto.isWellFormed()).toBe(true);
  });

  it("cualquier nombre queda seguro, y volver a asegurarlo no lo cambia", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (nombre) => {
        const seguro = nombreSeguro(nombre);
        expect(seguro).not.toBe("");
        expect(bytes(seguro)).toBeLessThanOrEqual(BYTES_NOMBRE);
        expect(seguro).not.toMatch(/[\p{C}/\\<>:"|?*]|^[. ]|[. ]$/u);
        expect(seguro).toBe(seguro.normalize("NFC"));
        expect(nombreSeguro(seguro)).toBe(seguro);
      }),
      { numRuns: 200 },
    );
  });

  it("la extensión se lee del nombre ya limpio", () => {
    expect(extensionDe("ACTA.PDF")).toBe("pdf");
    expect(extensionDe("acta.pdf.exe")).toBe("exe");
    expect(extensionDe("acta.ex\u200Be ")).toBe("exe");
    expect(extensionDe("acta")).toBe("");
    expect(extensionDe("carpeta.pdf/acta")).toBe("");
    expect(extensionDe(".gitignore")).toBe("");
  });
});

describe("los límites que la pantalla muestra antes de elegir", () => {
  it("son los que se aplican", () => {
    const archivo = { nombre: "a.pdf", tamano: LIMITES_ARCHIVO.tamanoMaximo };
    expect(revisarAntesDeSubir(archivo)).toBeNull();
    expect(revisarAntesDeSubir({ ...archivo, tamano: archivo.tamano + 1 })?.mensaje).toContain(
      LIMITES_ARCHIVO.tamanoMaximoTexto,
    );
    for (const extension of LIMITES_ARCHIVO.aceptar.split(",")) {
      expect(revisarAntesDeSubir({ nombre: `a${extension}`, tamano: 1 })).toBeNull();
    }
    for (const grupo of LIMITES_ARCHIVO.grupos) {
      for (const extension of grupo.extensiones)
        expect(tipoDeExtension(extension)?.grupo).toBe(grupo.etiqueta);
    }
  });

  it("cada tipo tiene su clave, su MIME y extensiones que no comparte", () => {
    const extensiones = TIPOS_ARCHIVO.flatMap((t) => [...t.extensiones]);
    expect(new Set(extensiones).size).toBe(extensiones.length);
    expect(new Set(TIPOS_ARCHIVO.map((t) => t.clave)).size).toBe(TIPOS_ARCHIVO.length);
    expect(new Set(TIPOS_ARCHIVO.map((t) => t.mime)).size).toBe(TIPOS_ARCHIVO.length);
  });

  it("el peso de más se dice en megabytes, con coma", () => {
    const falla = revisarAntesDeSubir({ nombre: "a.mp4", tamano: 61.25 * 1024 * 1024 });
    expect(falla?.mensaje).toMatch(/pesa 61,3 MB y supera el máximo de 50 MB/);
  });
});

describe("la descarga de un archivo ajeno", () => {
  it("lleva su nombre entero según la RFC 5987, y uno en ASCII para los navegadores antiguos", () => {
    const c = cabecerasDescarga("Acta Nº 3 (año 2025) «final».docx", "application/msword");
    expect(c["Content-Disposition"]).toBe(
      "attachment; filename=\"Acta N_ 3 (ano 2025) _final_.docx\"; filename*=UTF-8''Acta%20N%C2%BA%203%20%28a%C3%B1o%202025%29%20%C2%ABfinal%C2%BB.docx",
    );
  });

  it.each([
    ["application/pdf", "inline"],
    ["image/png", "inline"],
    ["image/jpeg", "inline"],
    ["image/webp", "attachment"],
    ["text/plain", "attachment"],
    ["message/rfc822", "attachment"],
    ["video/mp4", "attachment"],
  ])("%s se entrega como %s, sin adivinar su tipo ni ejecutar nada", (tipo, modo) => {
    const c = cabecerasDescarga("a.bin", tipo);
    expect(c["Content-Disposition"]?.startsWith(`${modo};`)).toBe(true);
    expect(c["Content-Type"]).toBe(tipo);
    expect(c["X-Content-Type-Options"]).toBe("nosniff");
    expect(c["Cache-Control"]).toContain("private");
  });

  it("un tipo que no se recibe se entrega como bytes", () => {
    expect(cabecerasDescarga("a.html", "text/html")).toMatchObject({
      "Content-Type": "application/octet-stream",
      "Content-Disposition": expect.stringMatching(/^attachment/),
    });
  });

  it("ningún nombre añade cabeceras ni se sale de sus comillas", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (nombre) => {
        const valor = cabecerasDescarga(nombre, "application/pdf")["Content-Disposition"] ?? "";
        expect(valor).toMatch(/^inline; filename="[\w .()-]+"; filename\*=UTF-8''[\w.!~%-]+$/);
      }),
      { numRuns: 300 },
    );
  });
});
