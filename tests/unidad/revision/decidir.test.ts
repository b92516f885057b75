import { describe, expect, it } from "vitest";
import { impedimento } from "@/lib/casos/revision/decidir";
import { contestada } from "@/lib/casos/revision/hilo";
import { diaPropuesto, leerPlazo } from "@/lib/casos/revision/plazo";

const requisitos = ["E3O1RT1", "E3O1RT2"] as const;
const cumple = (criterio: string) => ({ criterio, resultado: "cumple", razon: "" });
const noCumple = (criterio: string) => ({ criterio, resultado: "no_cumple", razon: "Falta." });
const AHORA = new Date("2025-12-15T15:00:00Z");
const CIERRE = new Date("2026-01-01T02:59:59.999Z");

describe("decidir", () => {
  const todos = requisitos.map(cumple);
  it("se valida cuando todo cumple y nada queda sin resolver", () => {
    const situacion = { requisitos, criterios: todos, observaciones: [{ estado: "resuelta" as const }] };
    expect(impedimento({ decision: "valida", razones: "" }, situacion)).toBeNull();
    expect(impedimento({ decision: "no_valida", razones: "Sí." }, situacion)?.codigo).toBe("incoherente");
  });

  it.each([
    ["falta un veredicto", [cumple("E3O1RT1")], [], "sin_veredicto"],
    [
      "uno quedó con observaciones",
      [cumple("E3O1RT1"), { criterio: "E3O1RT2", resultado: "con_observaciones", razon: "x" }],
      [],
      "sin_veredicto",
    ],
    ["uno no cumple", [cumple("E3O1RT1"), noCumple("E3O1RT2")], [], "incoherente"],
    ["un medio lo contradice", [...todos, noCumple("E3O1RT2.material")], [], "incoherente"],
    ["hay una atendida sin resolver", todos, [{ estado: "atendida" as const }], "observaciones_abiertas"],
  ])("no se valida si %s", (_, criterios, observaciones, codigo) => {
    const hallado = impedimento(
      { decision: "valida", razones: "" },
      { requisitos, criterios, observaciones },
    );
    expect(hallado?.codigo).toBe(codigo);
  });

  it("no cumplir pide razones, y admite observaciones abiertas", () => {
    const situacion = {
      requisitos,
      criterios: [cumple("E3O1RT1"), noCumple("E3O1RT2")],
      observaciones: [{ estado: "abierta" as const }],
    };
    expect(impedimento({ decision: "no_valida", razones: " " }, situacion)?.campos?.razones).toBeDefined();
    expect(impedimento({ decision: "no_valida", razones: "Falta." }, situacion)).toBeNull();
  });
});

describe("el hilo", () => {
  const mensaje = (gesto: "observa" | "responde" | "atiende" | "insiste", minuto: number) => ({
    id: `${minuto}`,
    institucionId: "i",
    observacionId: "o",
    autorId: "a",
    texto: "",
    gesto,
    escritoEn: new Date(AHORA.getTime() + minuto * 60_000),
  });

  it("está contestada si la institución habló después de la última vez que la Red exigió", () => {
    const estado = "abierta" as const;
    expect(contestada({ estado, mensajes: [mensaje("observa", 0)] })).toBe(false);
    expect(contestada({ estado, mensajes: [mensaje("observa", 0), mensaje("responde", 1)] })).toBe(true);
    const insistida = [mensaje("observa", 0), mensaje("atiende", 1), mensaje("insiste", 2)];
    expect(contestada({ estado, mensajes: insistida })).toBe(false);
    expect(contestada({ estado: "atendida", mensajes: insistida })).toBe(true);
  });
});

describe("el plazo para responder", () => {
  it("se proponen diez días, o el último que queda", () => {
    expect(diaPropuesto(AHORA, CIERRE)).toBe("2025-12-25");
    expect(diaPropuesto(new Date("2025-12-28T15:00:00Z"), CIERRE)).toBe("2025-12-31");
  });

  it("vale hasta el último instante de ese día en Chile, también en horario de invierno", () => {
    expect(leerPlazo("31/12/2025", AHORA, CIERRE)).toMatchObject({ ok: true, valor: CIERRE });
    const junio = new Date("2025-06-10T15:00:00Z");
    expect(leerPlazo("20/06/2025", junio, CIERRE)).toMatchObject({
      ok: true,
      valor: new Date("2025-06-21T03:59:59.999Z"),
    });
    expect(leerPlazo("01/01/2026", AHORA, CIERRE)).toMatchObject({ ok: false });
    expect(leerPlazo("14/12/2025", AHORA, CIERRE)).toMatchObject({ ok: false });
    expect(leerPlazo("31/02/2026", AHORA, CIERRE)).toMatchObject({ ok: false });
  });
});
