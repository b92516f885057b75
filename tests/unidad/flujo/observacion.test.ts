import { describe, expect, it } from "vitest";
import { porQueNoAhora } from "@/lib/casos/envio/plazo";
import { esperaRespuesta, GESTOS, siguienteDeObservacion } from "@/lib/flujo/observacion";
import { PERMISOS } from "@/lib/flujo/permiso";
import { estadoDeRonda, requisitosDeRonda, ultimoDe } from "@/lib/flujo/ronda";

describe("una observación", () => {
  it("no la cierra un solo lado: la institución la atiende, y solo la Red la resuelve o insiste", () => {
    expect(siguienteDeObservacion("abierta", "atiende")).toBe("atendida");
    expect(siguienteDeObservacion("atendida", "resuelve")).toBe("resuelta");
    expect(siguienteDeObservacion("atendida", "insiste")).toBe("abierta");
    for (const [nombre, { de, hacia }] of Object.entries(GESTOS))
      if (de === "institucion") expect(Object.values(hacia), nombre).not.toContain("resuelta");
  });

  it("resuelta no admite nada más, y atendida no se atiende otra vez", () => {
    for (const gesto of ["responde", "atiende", "insiste", "resuelve"] as const)
      expect(siguienteDeObservacion("resuelta", gesto), gesto).toBeNull();
    expect(siguienteDeObservacion("atendida", "atiende")).toBeNull();
  });

  it("espera a la institución mientras la última palabra sea de la Red", () => {
    expect(esperaRespuesta("abierta", ["observa"])).toBe(true);
    expect(esperaRespuesta("abierta", ["observa", "responde"])).toBe(false);
    expect(esperaRespuesta("abierta", ["observa", "atiende", "insiste"])).toBe(true);
    expect(esperaRespuesta("atendida", ["observa", "atiende"])).toBe(false);
    expect(esperaRespuesta("resuelta", ["observa"])).toBe(false);
  });

  it("cada gesto lo hace quien la tabla de permisos dice", () => {
    for (const { de, accion } of Object.values(GESTOS)) {
      const roles: readonly string[] = PERMISOS[accion];
      expect(roles.includes("contraparte_titular")).toBe(de === "institucion");
      expect(roles.includes("revisor")).toBe(de === "red");
    }
  });
});

describe("hasta cuándo se envía lo devuelto", () => {
  const en = (instante: string) => new Date(instante);
  const ventana = { abre: en("2025-11-03T12:00:00Z"), cierra: en("2026-01-01T03:00:00Z"), prorroga: null };
  const hasta = en("2026-01-20T02:59:59.999Z");

  it("hasta su fecha, inclusive, aunque el período haya cerrado", () => {
    expect(porQueNoAhora(ventana, hasta, hasta)).toBeNull();
    expect(porQueNoAhora(ventana, hasta, en("2026-01-20T03:00:00Z"))).toContain(
      "responder las observaciones venció",
    );
  });

  it("pasada su fecha, dentro del período o de su prórroga", () => {
    const antes = en("2025-12-10T03:00:00Z");
    expect(porQueNoAhora(ventana, antes, en("2025-12-20T15:00:00Z"))).toBeNull();
    const conProrroga = { ...ventana, prorroga: en("2026-02-01T02:59:59.999Z") };
    expect(porQueNoAhora(conProrroga, hasta, en("2026-01-25T15:00:00Z"))).toBeNull();
  });

  it("sin devolución rige el período", () => {
    expect(porQueNoAhora(ventana, null, en("2026-01-02T15:00:00Z"))).toContain("venció");
    expect(porQueNoAhora(ventana, null, en("2025-10-02T15:00:00Z"))).toContain("se abre");
  });
});

describe("una ronda preliminar", () => {
  const ronda = {
    abreEn: new Date("2025-09-01T04:00:00Z"),
    cierraEn: new Date("2025-09-16T03:00:00Z"),
    retroalimentacionEn: new Date("2025-10-01T03:00:00Z"),
  };

  it.each([
    ["2025-09-01T03:59:59.999Z", "por_abrir"],
    ["2025-09-01T04:00:00Z", "abierta"],
    ["2025-09-16T02:59:59.999Z", "abierta"],
    ["2025-09-16T03:00:00Z", "en_retroalimentacion"],
    ["2025-10-01T03:00:00Z", "terminada"],
  ] as const)("a las %s está %s", (instante, estado) => {
    expect(estadoDeRonda(ronda, new Date(instante))).toBe(estado);
  });

  it("muestra su último instante y sus requisitos en el orden de la guía", () => {
    expect(ultimoDe(ronda.cierraEn).toISOString()).toBe("2025-09-16T02:59:59.999Z");
    expect(requisitosDeRonda({ requisitos: ["E3O1RT2", "otro", "E3O1RT1"] })).toEqual(["E3O1RT1", "E3O1RT2"]);
  });
});
