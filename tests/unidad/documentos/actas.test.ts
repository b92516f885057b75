import { describe, expect, it, vi } from "vitest";
import { actaPdf, comprobantePdf, minutaPdf, planPdf } from "@/lib/documentos";
import { planVigente } from "@/lib/expediente/aplicar";
import type { Expediente } from "@/lib/expediente/formato";
import { huella, huellaPlan } from "@/lib/expediente/huella";
import { expedienteFicticio } from "@/tests/apoyo/expediente-ficticio";
import { diceEntero, leerPdf, sinEspacios } from "@/tests/apoyo/leerPdf";

// Drawing is quick; a machine busy with other tests is not.
vi.setConfig({ testTimeout: 60_000 });

const expediente = expedienteFicticio({ actividades: 5, indicadoresPorActividad: 1, destinatarios: 3 });
const opciones = {
  borrador: false,
  codigo: "ABCD-EFGH-JKMN",
  urlVerificacion: "https://ejemplo.gob.cl/verificar/ABCD-EFGH-JKMN",
  emitidoEn: "2025-06-26T12:00:00-04:00",
};
const firmas = [
  { nombre: "Integrante Uno", cargo: "Jefatura de División", firmadoEn: "2025-06-26T11:30:05-04:00" },
  { nombre: "Integrante Dos", cargo: "Profesional", firmadoEn: "2025-06-26T15:45:10Z" },
];

async function decir(bytes: Uint8Array, ...textos: string[]) {
  const pdf = await leerPdf(bytes);
  for (const x of textos) expect(diceEntero(pdf.contenido, x), x).toBe(true);
  return pdf;
}

describe("acta del Comité", () => {
  it("del plan: número, fecha, asistentes con cargo e instante de su firma, huella y declaración", async () => {
    const vigente = planVigente(expediente);
    const pdf = await decir(
      actaPdf("plan", expediente, { ...opciones, firmas }),
      "Acta 2/2025",
      "26 de junio de 2025",
      "Integrante Uno",
      "Jefatura de División",
      "26/06/2025, 11:30:05 horas de Chile continental",
      "26/06/2025, 11:45:10 horas de Chile continental",
      vigente ? huellaPlan(vigente) : "sin plan",
      "El Comité declara que los ajustes al plan resguardan la coherencia con el diagnóstico",
      "Actividad A4: se modifica «Población objetivo»",
      "Donde el plan diseñado en 2024 decía",
    );
    expect(pdf.xmp).toContain("<pdfuaid:part>1</pdfuaid:part>");
    expect(pdf.roles).toContain("Figure");
    expect(pdf.paginas.every((x) => x.includes("ABCD-EFGH-JKMN"))).toBe(true);
  });

  it("del informe: aprueba el informe con su huella, sin declaración ni cambios", async () => {
    const pdf = await decir(
      actaPdf("informe", expediente, { ...opciones, firmas }),
      "Acta 5/2025",
      "27 de noviembre de 2025",
      "aprueba el informe de implementación",
    );
    expect(pdf.contenido).not.toContain(sinEspacios("diagnóstico"));
  });

  it("sin firmas de la plataforma deja lugar para firmar a mano", async () => {
    const { contenido } = await leerPdf(actaPdf("plan", expediente, opciones));
    expect(contenido.split("IntegranteUno").length - 1).toBe(2);
    expect(contenido).not.toContain(sinEspacios("Firmó en la plataforma"));
  });

  it("dice quién firmó aunque no esté entre los asistentes", async () => {
    await decir(
      actaPdf("plan", expediente, {
        ...opciones,
        firmas: [{ nombre: "Suplente", cargo: "Abogada", firmadoEn: "2025-06-26T10:00:00-04:00" }],
      }),
      "Suplente",
      "Abogada",
      "Integrante Dos",
    );
  });

  it("muestra la huella escrita en el acta cuando no es la del plan", async () => {
    await decir(
      actaPdf("plan", expediente, opciones),
      "Huella SHA-256 que consta en el acta",
      "0".repeat(64),
    );
  });
});

describe("minuta de cambios", () => {
  it("dice qué decía, qué dice y por qué, con sus antecedentes", async () => {
    const cambio = expediente.ajustes?.find((x) => x.decision === "modifica");
    await decir(
      minutaPdf(expediente, opciones),
      "Actividad A4: se modifica «Población objetivo»",
      String(cambio?.contenido),
      cambio?.argumento ?? "",
      cambio?.antecedentes ?? "",
      "a) Mejoras identificadas al inicio de la implementación",
      "c) Cambios normativos",
      "Lo que se mantiene",
    );
  });

  it("de un plan confirmado dice que no hay cambios", async () => {
    const ajustes = expediente.ajustes?.map(({ elemento, componente }) => ({
      elemento,
      componente,
      decision: "mantiene" as const,
    }));
    await decir(minutaPdf({ ...expediente, ajustes }, opciones), "confirma sin cambios");
  });

  it("cuenta lo que se incorpora y lo que se elimina", async () => {
    const cambios: NonNullable<Expediente["ajustes"]> = [
      {
        elemento: "A1",
        decision: "elimina",
        categorias: ["g"],
        otraRazon: "Otra razón propia",
        argumento: "Se fusiona",
      },
      {
        elemento: "OE3",
        decision: "incorpora",
        tipo: "objetivoEspecifico",
        contenido: { descripcion: "Objetivo recién incorporado" },
        categorias: ["b"],
      },
    ];
    const ajustes = [...(expediente.ajustes ?? []).filter((x) => x.elemento !== "A1"), ...cambios];
    await decir(
      minutaPdf({ ...expediente, ajustes }, opciones),
      "Actividad A1: se elimina",
      "Otra razón propia",
      "Objetivo específico OE3: se incorpora",
      "Objetivo recién incorporado",
      "modifica 1 componente, incorpora 1 elemento nuevo y elimina 1 elemento",
    );
  });
});

describe("comprobante y plan", () => {
  it("el comprobante dice código, instante, quién envió y las huellas", async () => {
    const sha256 = "ab".repeat(32);
    const pdf = await decir(
      comprobantePdf(expediente, {
        codigo: "ENVI-0000-0001",
        enviadoEn: "2025-12-12T23:59:01-03:00",
        enviadoPor: { nombre: "Contraparte Titular", cargo: "Jefa de unidad" },
        version: 2,
        piezas: [{ nombre: "e3o1rt1.pdf", tamano: 1234, sha256 }],
      }),
      "ENVI-0000-0001",
      "12/12/2025, 23:59:01 horas de Chile continental",
      "Contraparte Titular, Jefa de unidad",
      huella(expediente),
      sha256,
      "1.234 bytes",
    );
    expect(pdf.paginas.some((x) => x.includes("BORRADOR"))).toBe(false);
  });

  it("el plan en PDF dice cada actividad con sus indicadores", async () => {
    const plan = expediente.planOriginal;
    if (!plan) throw new Error("La fábrica trae plan");
    await decir(
      planPdf(plan, { rotulo: "Diseñado en 2024" }),
      "Diseñado en 2024",
      plan.objetivoGeneral ?? "",
      ...(plan.actividades ?? []).map((x) => x.descripcion ?? ""),
      ...(plan.actividades ?? []).flatMap((x) => (x.indicadoresDesempeno ?? []).map((i) => i.formula ?? "")),
      huellaPlan(plan),
    );
  });
});
