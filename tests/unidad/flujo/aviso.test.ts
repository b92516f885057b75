import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { TRANSICIONES } from "@/lib/flujo/aprobacion";
import {
  AVISOS_POR_EVENTO,
  despachoDe,
  filaDeAviso,
  TIPOS,
  type TipoAviso,
  tiposOptativos,
} from "@/lib/flujo/aviso";
import { PERMISOS } from "@/lib/flujo/permiso";
import { TRANSICIONES_REVISION } from "@/lib/flujo/revision";
import { documentoDeAvisos } from "@/tests/apoyo/avisos";

const DEL_RELOJ = ["plazo_lejano", "plazo_cercano", "cuenta", "aviso"];
const FUENTES = readdirSync("lib/casos", { recursive: true, withFileTypes: true })
  .filter((entrada) => entrada.isFile() && entrada.name.endsWith(".ts"))
  .map((entrada) => readFileSync(join(entrada.parentPath, entrada.name), "utf8"))
  .join("\n");

describe("los tipos de aviso", () => {
  it("cada transición del Comité y de la revisión dice a quién se avisa", () => {
    for (const { evento } of TRANSICIONES)
      expect(AVISOS_POR_EVENTO.comite[evento].length, evento).toBeGreaterThan(0);
    for (const { evento } of TRANSICIONES_REVISION)
      expect(AVISOS_POR_EVENTO.revision[evento].length, evento).toBeGreaterThan(0);
  });

  it("cada tipo se usa en algún evento, y alguien lo escribe", () => {
    const usados = Object.values(AVISOS_POR_EVENTO).flatMap((eventos) =>
      Object.values(eventos).flatMap((avisos: readonly TipoAviso[] | string) =>
        typeof avisos === "string" ? [] : avisos,
      ),
    );
    for (const tipo of TIPOS) {
      if (!DEL_RELOJ.includes(tipo)) expect(usados, tipo).toContain(tipo);
      if (tipo !== "aviso") expect(FUENTES.includes(`"${tipo}"`), `nadie escribe ${tipo}`).toBe(true);
    }
  });

  it("lo esencial sale siempre en el momento; lo demás, como cada uno prefiere", () => {
    const quiere = { resumenDiario: true, silenciados: [...TIPOS] };
    for (const tipo of TIPOS)
      expect(despachoDe(tipo, quiere)).toBe(filaDeAviso(tipo).esencial ? "al_momento" : "sin_correo");
    expect(despachoDe("comite_firma", { resumenDiario: true, silenciados: [] })).toBe("en_resumen");
    expect(despachoDe("comite_firma", { resumenDiario: false, silenciados: [] })).toBe("al_momento");
  });

  it("solo se ofrece silenciar lo que no es esencial de las funciones de la persona", () => {
    expect(tiposOptativos(["lector"])).toEqual([]);
    expect(tiposOptativos(["revisor"])).toContain("envio_por_revisar");
    expect(tiposOptativos(["contraparte_titular"])).not.toContain("envio_por_revisar");
    for (const tipo of tiposOptativos(PERMISOS["cuenta.propia"]))
      expect(filaDeAviso(tipo).esencial).toBe(false);
  });

  it("docs/avisos.md es el de la tabla", () => {
    expect(readFileSync("docs/avisos.md", "utf8")).toBe(documentoDeAvisos());
  });
});
