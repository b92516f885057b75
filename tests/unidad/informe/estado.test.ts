import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { EstadoDelInforme } from "@/components/informe/estado";

const VENCE = new Date("2026-01-01T02:59:59.999Z");
const RESPONDER = new Date("2025-12-23T02:59:59.999Z");
const AHORA = new Date("2025-12-10T13:00:00Z");
const COMITE = "El Comité debe aprobar antes el informe.";

type Props = Parameters<typeof EstadoDelInforme>[0];
const mostrar = (otros: Partial<Props> = {}) =>
  renderToStaticMarkup(
    createElement(EstadoDelInforme, {
      codigo: "SVA",
      cierre: null,
      estadoPlan: "aprobada",
      estado: "borrador",
      vence: VENCE,
      ahora: AHORA,
      devuelta: null,
      ...otros,
    }),
  );

describe("hasta cuándo, en las páginas del informe", () => {
  it("el envío, y que antes lo aprueba el Comité mientras no lo haya hecho", () => {
    expect(mostrar()).toContain("31/12/2025");
    expect(mostrar()).toContain(COMITE);
    expect(mostrar({ estado: "aprobada" })).not.toContain(COMITE);
  });

  it("devuelto, el plazo es el de responder, aunque el envío termine después", () => {
    const dicho = mostrar({ estado: "aprobada", devuelta: { responderHasta: RESPONDER } });
    expect(dicho).toContain("22/12/2025");
    expect(dicho).not.toContain("31/12/2025");
  });

  it("enviado, no queda plazo que contar", () => {
    const cierre = { motivo: "envio", mensaje: "El expediente ya fue enviado." };
    expect(mostrar({ estado: "aprobada", cierre })).not.toContain("31/12/2025");
  });
});
