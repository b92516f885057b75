import { describe, expect, it } from "vitest";
import { esSuTurno, siguienteDe } from "@/lib/flujo/siguiente";
import { plazoDe, type Situacion, tareasDe } from "@/lib/flujo/tareas";

const JUNIO = new Date("2025-06-15T15:00:00Z");
const JULIO = new Date("2025-07-15T15:00:00Z");

const base: Situacion = {
  hayPlan: true,
  ajuste: {
    abre: new Date("2025-01-02T03:00:00Z"),
    cierra: new Date("2025-07-01T04:00:00Z"),
    prorroga: null,
  },
  envio: { abre: new Date("2025-07-01T04:00:00Z"), cierra: new Date("2026-01-01T03:00:00Z"), prorroga: null },
  plan: "borrador",
  informe: "borrador",
  firmasPendientes: 2,
  integrantesComite: 3,
  decisiones: { hechas: 4, total: 10 },
  actividades: { hechas: 0, total: 6 },
  instanciasDifusion: 0,
  ultimoEnvio: null,
  observacionesAbiertas: 0,
  difusionCompleta: false,
  actaPlanTarde: false,
};
const estados = (s: Situacion, ahora: Date) =>
  Object.fromEntries(tareasDe(s, ahora).map((t) => [t.id, t.estado]));

describe("el año de una institución", () => {
  it("sin plan cargado, todo espera a la Red", () => {
    const s = { ...base, hayPlan: false };
    expect(new Set(Object.values(estados(s, JUNIO)))).toEqual(new Set(["bloqueada"]));
    expect(siguienteDe(s, JUNIO)).toMatchObject({ quien: "Red de Expertos" });
    expect(tareasDe(s, JUNIO).every((t) => t.motivoBloqueo)).toBe(true);
  });

  it("en junio se ajusta el plan, y el informe se puede llenar aunque su aprobación espere la del plan", () => {
    expect(estados(base, JUNIO)).toMatchObject({
      plan: "en_curso",
      informe: "sin_empezar",
      difusion: "sin_empezar",
      envio: "bloqueada",
    });
    const informe = (s: Situacion) => tareasDe(s, JUNIO).find(({ id }) => id === "informe");
    expect(informe(base)).toMatchObject({
      detalle: "Puede llenarlo desde ya. El Comité lo aprueba después de aprobar el plan.",
    });
    expect(informe(base)?.motivoBloqueo).toBeUndefined();
    expect(informe({ ...base, plan: "aprobada" })?.detalle).not.toMatch(/desde ya/);
    expect(siguienteDe(base, JUNIO)).toMatchObject({
      que: "Falta decidir sobre 6 elementos del plan",
      quien: "Contraparte",
    });
    expect(plazoDe(base, JUNIO)).toEqual({
      titulo: "Ajuste del plan",
      vence: new Date("2025-07-01T03:59:59.999Z"),
    });
  });

  it("decidido todo, sigue enviarlo al Comité", () => {
    const s = { ...base, decisiones: { hechas: 10, total: 10 } };
    expect(siguienteDe(s, JUNIO)).toMatchObject({ accion: "plan.enviarComite" });
  });

  it("en manos del Comité, actúa el Comité y dice cuántos faltan", () => {
    const s: Situacion = { ...base, plan: "en_firma" };
    expect(siguienteDe(s, JUNIO)).toMatchObject({ que: "Falta que 2 integrantes del Comité firmen el plan" });
    expect(siguienteDe({ ...s, firmasPendientes: 1 }, JUNIO)).toMatchObject({
      que: "Falta que 1 integrante del Comité firme el plan",
    });
    expect(esSuTurno(siguienteDe(s, JUNIO), "integrante_comite")).toBe(true);
    expect(esSuTurno(siguienteDe(s, JUNIO), "contraparte_titular")).toBe(false);
    expect(estados(s, JUNIO)).toMatchObject({ plan: "en_espera", comite: "en_espera" });
  });

  it("aprobado el plan, o cerrado el ajuste, sigue el informe", () => {
    expect(estados({ ...base, plan: "aprobada" }, JUNIO)).toMatchObject({
      plan: "lista",
      informe: "sin_empezar",
    });
    expect(estados(base, JULIO)).toMatchObject({ informe: "sin_empezar", envio: "sin_empezar" });
    expect(siguienteDe({ ...base, plan: "aprobada" }, JULIO)).toMatchObject({ tarea: "informe" });
  });

  it("vencido el ajuste sin acta del plan, dice lo que todavía se puede y lo que falta", () => {
    const tarde: Situacion = { ...base, actaPlanTarde: true };
    expect(siguienteDe(tarde, JULIO)).toMatchObject({
      tarea: "plan",
      que: "Falta el acta del Comité que aprueba el plan. Mantenga como estaba lo que quedó sin decidir y registre el acta en papel con que el Comité lo aprobó dentro de plazo. Mientras tanto puede completar el informe",
    });
    const decidido = { ...tarde, decisiones: { hechas: 10, total: 10 } };
    expect(siguienteDe(decidido, JULIO)).toMatchObject({ tarea: "comite" });
    const prorrogado = {
      ...decidido,
      ajuste: { ...base.ajuste, prorroga: new Date("2025-07-21T03:59:00Z") },
    };
    expect(siguienteDe(prorrogado, JULIO)).toMatchObject({ accion: "acta.registrarPapel" });
    expect(siguienteDe({ ...decidido, plan: "objetada" }, JULIO)?.que).toMatch(/acta en papel/);
    expect(tareasDe(decidido, JULIO)[0]?.detalle).toBe(
      "El plazo de ajuste venció. Registre el acta en papel con que el Comité lo aprobó dentro de plazo.",
    );
  });

  it("una prórroga mueve el plazo y lo dice", () => {
    const s = { ...base, ajuste: { ...base.ajuste, prorroga: new Date("2025-07-21T03:59:00Z") } };
    expect(plazoDe(s, JULIO)).toMatchObject({ titulo: "Ajuste del plan", vence: s.ajuste.prorroga });
    expect(plazoDe(s, JULIO).nota).toMatch(/Prórroga/);
    expect(estados(s, JULIO)).toMatchObject({ plan: "en_curso" });
  });

  it("lo observado vuelve a la contraparte; lo validado no deja nada pendiente", () => {
    const observado: Situacion = {
      ...base,
      plan: "aprobada",
      informe: "aprobada",
      ultimoEnvio: { version: 1, estado: "observado" },
      observacionesAbiertas: 3,
    };
    expect(estados(observado, JULIO)).toMatchObject({ revision: "con_observaciones", envio: "en_curso" });
    expect(siguienteDe(observado, JULIO)).toMatchObject({ quien: "Contraparte" });
    expect(siguienteDe({ ...observado, ultimoEnvio: { version: 2, estado: "validado" } }, JULIO)).toBeNull();
  });

  it("lo devuelto se responde, se aprueba otra vez si cambió y se envía, hasta su fecha", () => {
    const hasta = new Date("2025-12-22T02:59:59.999Z");
    const devuelto: Situacion = {
      ...base,
      plan: "aprobada",
      informe: "aprobada",
      ultimoEnvio: { version: 1, estado: "observado", responderHasta: hasta },
      observacionesAbiertas: 1,
    };
    expect(plazoDe(devuelto, JULIO)).toEqual({ titulo: "Respuesta a las observaciones", vence: hasta });
    const respondido = { ...devuelto, observacionesAbiertas: 0 };
    expect(siguienteDe(devuelto, JULIO)).toMatchObject({ tarea: "revision" });
    expect(siguienteDe(respondido, JULIO)).toMatchObject({ tarea: "envio" });
    expect(siguienteDe({ ...respondido, informe: "borrador" }, JULIO)).toMatchObject({
      tarea: "comite",
      quien: "Contraparte",
    });
    expect(siguienteDe({ ...respondido, informe: "en_firma" }, JULIO)).toMatchObject({
      quien: "Comité de Calidad",
    });
  });
});
