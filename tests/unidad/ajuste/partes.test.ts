import { describe, expect, test } from "vitest";
import { mismo } from "@/components/formulario/mismo";
import { describirContenido, describirElemento } from "@/components/plan/describir";
import { idDeIndicador } from "@/components/plan/editores/indicadores";
import { siguienteIdentificador } from "@/lib/casos/ajuste/identificador";
import { normalizarContenido, tieneForma } from "@/lib/casos/campo/contenido";
import { citarIlegibles } from "@/lib/casos/expediente";
import { planDePrueba } from "@/tests/apoyo/planDePrueba";

describe("el identificador de un elemento nuevo", () => {
  const plan = planDePrueba("X");
  test("sigue la numeración del plan", () => {
    expect(siguienteIdentificador("objetivoEspecifico", plan, [])).toBe("OE3");
    expect(siguienteIdentificador("actividad", plan, [])).toBe("A3");
    expect(siguienteIdentificador("indicadorSatisfaccion", plan, [])).toBe("IS2");
  });
  test("no repite uno ya agregado, ni el de un indicador, y conserva el prefijo de la institución", () => {
    const nuevo = { elemento: "A3", tipo: "actividad", contenido: { indicadoresDesempeno: [{ id: "A4" }] } };
    expect(siguienteIdentificador("actividad", plan, [nuevo])).toBe("A5");
    const otro = { ...plan, actividades: [{ ...plan.actividades?.[0], id: "Act-09" }] } as typeof plan;
    expect(siguienteIdentificador("actividad", otro, [])).toBe("Act-10");
    expect(siguienteIdentificador("actividad", { ...plan, actividades: [] }, [])).toBe("A1");
  });
  test("el de un indicador sigue al de su actividad", () => {
    expect(idDeIndicador("A1", ["A1.ID1", "A1.ID2"])).toBe("A1.ID3");
    expect(idDeIndicador("A1", ["A1.ID2"])).toBe("A1.ID3");
  });
});

describe("el contenido como se guarda", () => {
  test("los números y fechas que se entienden, canónicos; lo demás, como se escribió", () => {
    expect(normalizarContenido({ inicio: "5/3/2025", termino: "fines de año" })).toEqual({
      inicio: "2025-03-05",
      termino: "fines de año",
    });
    expect(
      normalizarContenido({
        montoClp: "1.500.000",
        items: [{ subtitulo: "22", item: "" }, { subtitulo: " " }],
      }),
    ).toEqual({
      montoClp: 1_500_000,
      items: [{ subtitulo: "22" }],
    });
    expect(normalizarContenido({ montoClp: 1.234 })).toEqual({ montoClp: 1.234 });
    expect(normalizarContenido("  ")).toBeNull();
  });
  test("conserva los textos tal como se escribieron", () => {
    expect(normalizarContenido({ nombre: "uno\u000bdos", items: [{ item: "tres\u2028cuatro" }] })).toEqual({
      nombre: "uno\ndos",
      items: [{ item: "tres\ncuatro" }],
    });
    expect(normalizarContenido("a\u2029b\u0085c\nd")).toBe("a\nb\nc\nd");
    expect(normalizarContenido("  Con «comillas»\ny espacios ")).toBe("  Con «comillas»\ny espacios ");
  });
  test("un número que no se entiende no le quita su forma; una clave ajena sí", () => {
    expect(tieneForma("costos", { montoClp: "mucho" })).toBe(true);
    expect(tieneForma("costos", { monto: 1 })).toBe(false);
    expect(tieneForma("tramites", ["Uno"])).toBe(true);
    expect(tieneForma("tramites", "Uno")).toBe(false);
    expect(tieneForma("inventado", "x")).toBe(false);
    expect(tieneForma("", { descripcion: "Un objetivo nuevo" })).toBe(true);
  });
});

describe("lo que no se entiende", () => {
  const ilegibles = new Map([["/ajustes/0/contenido/montoClp", "mucho"]]);
  test("se cita en la falta de su lugar", () => {
    const falta = {
      regla: "AJU-02",
      nivel: "error",
      ruta: "/ajustes/0/contenido/montoClp",
      mensaje: "Falta el monto.",
    } as const;
    expect(citarIlegibles([falta], ilegibles)).toMatchObject([
      { regla: "AJU-02", mensaje: expect.stringContaining("«mucho»") },
    ]);
  });
  test("y si ninguna regla lo mira, tiene su propia falta", () => {
    expect(citarIlegibles([], ilegibles)).toMatchObject([{ regla: "FORMATO", nivel: "error" }]);
  });
});

test("dos valores son el mismo aunque sus claves vengan en otro orden o una esté vacía", () => {
  expect(mismo({ a: 1, b: null }, { a: 1 })).toBe(true);
  expect(mismo({ a: [1, { c: 2, d: 3 }] }, { a: [1, { d: 3, c: 2 }] })).toBe(true);
  expect(mismo(["a", "b"], ["b", "a"])).toBe(false);
});

test("un contenido se lee como texto, también con un monto que todavía no se entiende", () => {
  expect(describirContenido("plazos", { inicio: "2025-03-01", termino: "2025-11-30" })).toBe(
    "Del 01/03/2025 al 30/11/2025",
  );
  expect(
    describirContenido("costos", { montoClp: 1_500_000, items: [{ subtitulo: "22", item: "11" }] }),
  ).toBe("$1.500.000\nSubtítulo: 22, ítem: 11");
  expect(describirContenido("costos", { montoClp: "mucho" })).toBe("mucho");
  expect(describirElemento("objetivoEspecifico", { descripcion: "Bajar la espera." })).toBe(
    "Bajar la espera.",
  );
  expect(describirElemento("actividad", { descripcion: "Abrir.", areasResponsables: ["OIRS"] })).toContain(
    "Áreas responsables y participantes: OIRS",
  );
});
