import { describe, expect, it } from "vitest";
import { fechaPedida } from "@/lib/orden/fecha-demo";

describe("npm run demo -- --fecha", () => {
  it("lee el día y la hora de Chile continental", () => {
    expect(fechaPedida(["--fecha", "30/06/2025 23:50"])).toEqual(new Date("2025-07-01T03:50:00Z"));
    expect(fechaPedida(["--fecha=15/12/2025"])).toEqual(new Date("2025-12-15T12:00:00Z"));
  });

  it("sin la opción, la demostración sigue en su fecha", () => {
    expect(fechaPedida([])).toBeNull();
  });

  it("explica cómo escribir una fecha que no se entiende", () => {
    expect(() => fechaPedida(["--fecha", "ayer"])).toThrow('--fecha "30/06/2025 23:50"');
  });
});
