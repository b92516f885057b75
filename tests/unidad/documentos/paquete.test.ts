import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { describe, expect, it, vi } from "vitest";
import { formularioPdf } from "@/lib/documentos";
import {
  ArchivoAlterado,
  type ContenidoDelPaquete,
  type Manifiesto,
  paquete,
} from "@/lib/documentos/paquete";
import { expedienteFicticio } from "@/tests/apoyo/expediente-ficticio";
import { leerZip } from "@/tests/apoyo/leerZip";

// Drawing is quick; a machine busy with other tests is not.
vi.setConfig({ testTimeout: 60_000 });

const expediente = expedienteFicticio({ actividades: 1, indicadoresPorActividad: 1, destinatarios: 3 });
const sha256 = (x: Uint8Array) => createHash("sha256").update(x).digest("hex");
const correo = Buffer.from("contenido del correo");
const video = Buffer.alloc(300_000, 7);

function contenido(): ContenidoDelPaquete {
  return {
    expediente,
    codigo: "ABCD-EFGH-JKMN",
    emitidoEn: "2025-12-12T10:00:00-03:00",
    huellas: { huellaPlan: "p", huellaInforme: "i" },
    piezas: [
      {
        nombre: "e3o1rt1.pdf",
        dibujar: async () => formularioPdf("E3O1RT1", expediente, { borrador: false }),
      },
    ],
    archivos: [
      { carpeta: "difusion/1", nombre: "correo.txt", sha256: sha256(correo), abrir: async () => correo },
      {
        carpeta: "difusion/1",
        nombre: "correo.txt",
        sha256: sha256(video),
        abrir: async () => Readable.from([video]),
      },
      { carpeta: "../fuera", nombre: "../../etc/passwd", sha256: sha256(correo), abrir: async () => correo },
    ],
  };
}

describe("paquete del envío", () => {
  it("trae formularios, archivos, expediente y un manifiesto cuyas huellas calzan", async () => {
    const zip = leerZip(await buffer(paquete(contenido())));
    const manifiesto = JSON.parse(String(zip.get("manifiesto.json"))) as Manifiesto;
    expect(manifiesto).toMatchObject({
      formato: "paquete-cseu/v1",
      codigo: "ABCD-EFGH-JKMN",
      huellaPlan: "p",
    });
    expect([...zip.keys()].at(-1)).toBe("manifiesto.json");
    expect(manifiesto.contenido.map((x) => x.nombre)).toEqual([...zip.keys()].slice(0, -1));
    for (const x of manifiesto.contenido) {
      const bytes = zip.get(x.nombre) ?? Buffer.alloc(0);
      expect([x.nombre, bytes.length, sha256(bytes)]).toEqual([x.nombre, x.tamano, x.sha256]);
    }
    expect(JSON.parse(String(zip.get("expediente.json")))).toEqual(JSON.parse(JSON.stringify(expediente)));
  });

  it("dos archivos del mismo nombre no se pisan y ninguno sale de su carpeta", async () => {
    const nombres = [...leerZip(await buffer(paquete(contenido()))).keys()];
    expect(nombres).toContain("archivos/difusion/1/correo.txt");
    expect(nombres).toContain("archivos/difusion/1/correo (2).txt");
    expect(nombres.some((x) => x.startsWith("/") || x.split("/").includes(".."))).toBe(false);
  });

  it("se niega a entregar un archivo que no es el declarado", async () => {
    const alterado = {
      ...contenido(),
      archivos: [{ carpeta: "x", nombre: "a.txt", sha256: "0".repeat(64), abrir: async () => correo }],
    };
    await expect(buffer(paquete(alterado))).rejects.toThrow(ArchivoAlterado);
  });

  it("falla si un archivo no se puede leer, sin quedar esperando", async () => {
    const roto = {
      ...contenido(),
      archivos: [
        {
          carpeta: "x",
          nombre: "a.txt",
          sha256: "0".repeat(64),
          abrir: async () => {
            throw new Error("no está");
          },
        },
      ],
    };
    await expect(buffer(paquete(roto))).rejects.toThrow("no está");
  });

  it("es el mismo archivo, byte por byte, para el mismo envío", async () => {
    const [uno, otro] = [await buffer(paquete(contenido())), await buffer(paquete(contenido()))];
    expect(uno.equals(otro)).toBe(true);
  });
});
