import { describe, expect, it } from "vitest";
import { textoPlazo } from "@/components/ui/plazo-texto";

// 30 June is winter in Chile (UTC-4); 31 December is summer (UTC-3).
const AJUSTES = new Date("2025-07-01T03:59:59Z");
const INFORME = new Date("2026-01-01T02:59:59Z");

describe("texto de un plazo", () => {
  it("dice fecha y hora de Chile continental, en invierno y en verano", () => {
    const ahora = new Date("2025-06-18T15:00:00Z");
    expect(textoPlazo(AJUSTES, ahora)).toMatchObject({ fecha: "30/06/2025", hora: "23:59" });
    expect(textoPlazo(INFORME, ahora)).toMatchObject({ fecha: "31/12/2025", hora: "23:59" });
  });

  it.each([
    ["2025-06-18T15:00:00Z", "quedan 12 días", "abierto"],
    ["2025-06-23T15:00:00Z", "quedan 7 días", "proximo"],
    // 23:30 of the 29th in Chile is already the 30th in UTC.
    ["2025-06-30T03:30:00Z", "queda 1 día", "proximo"],
    ["2025-06-30T04:00:00Z", "vence hoy: quedan 23 h 59 min", "hoy"],
    ["2025-06-30T22:47:00Z", "vence hoy: quedan 5 h 12 min", "hoy"],
    ["2025-07-01T02:59:59Z", "vence hoy: queda 1 h", "hoy"],
    ["2025-07-01T03:58:30Z", "vence hoy: queda 1 min", "hoy"],
    ["2025-07-01T03:59:59Z", "vence hoy: queda menos de un minuto", "hoy"],
    ["2025-07-01T04:00:00Z", "venció ayer", "vencido"],
    ["2025-07-03T15:00:00Z", "venció hace 3 días", "vencido"],
  ])("a las %s: %s", (ahora, resta, estado) => {
    expect(textoPlazo(AJUSTES, new Date(ahora))).toMatchObject({ resta, estado });
  });

  it("un plazo a mediodía ya pasado dice que venció hoy", () => {
    const mediodia = new Date("2025-06-30T16:00:00Z");
    expect(textoPlazo(mediodia, new Date("2025-06-30T18:00:00Z"))).toMatchObject({
      resta: "venció hoy",
      estado: "vencido",
    });
  });
});
