import { describe, expect, it } from "vitest";
import { fichasDe, nombradorDeLugares } from "@/lib/casos/revision/documento";
import type { Ajuste, Expediente } from "@/lib/expediente/formato";
import { requisitoDeRuta } from "@/lib/flujo/reapertura";
import { ID_SECCIONES, SECCIONES_REVISION, seccionDeRuta } from "@/lib/flujo/vistaRevision";
import { expedienteFicticio } from "@/tests/apoyo/expediente-ficticio";

const completo = expedienteFicticio({ actividades: 9, indicadoresPorActividad: 2, destinatarios: 80 });
const borrador: Expediente = {
  formato: "expediente-cseu/v1",
  ejercicio: 2025,
  institucion: { codigo: "X" },
  planOriginal: completo.planOriginal,
  ajustes: [
    { elemento: "A1", decision: "elimina", categorias: ["b"], argumento: "Sin presupuesto." },
    {
      elemento: "OE9",
      decision: "incorpora",
      tipo: "objetivoEspecifico",
      contenido: { descripcion: "Nuevo." },
    },
  ],
};

const fichas = (expediente: Expediente) =>
  ID_SECCIONES.flatMap((id) =>
    fichasDe(id, expediente, (sha) => sha ?? null).map((ficha) => ({ id, ficha })),
  );

const rutas = (expediente: Expediente) =>
  fichas(expediente).flatMap(({ id, ficha }) => [
    { id, ruta: ficha.ruta },
    ...ficha.campos.map(({ ruta }) => ({ id, ruta })),
  ]);

/** Every text that somebody wrote in a part of the expediente. */
function textos(dato: unknown): string[] {
  if (typeof dato === "string") return [dato];
  if (typeof dato !== "object" || dato === null) return [];
  return Object.values(dato).flatMap(textos);
}

describe("el documento de una revisión", () => {
  it("muestra todo lo que la institución escribió en el informe", () => {
    const visto = fichas(completo)
      .flatMap(({ ficha }) => [ficha.titulo, ...ficha.campos.map(({ texto }) => texto ?? "")])
      .join("\n");
    const { seguimiento, dificultadesHolguras, indicadoresSatisfaccion } = completo.informe ?? {};
    const escritos = textos([seguimiento, dificultadesHolguras, indicadoresSatisfaccion]);
    expect(escritos.length).toBeGreaterThan(10);
    const codigos = ["dificultad", "actividades"];
    expect(escritos.filter((texto) => !codigos.includes(texto) && !visto.includes(texto))).toEqual([]);
  });

  it.each([
    ["completo", completo],
    ["a medio llenar", borrador],
  ] as const)(
    "cada lugar de un expediente %s es de un requisito y se encuentra en su sección",
    (_, expediente) => {
      const todas = rutas(expediente);
      expect(todas.length).toBeGreaterThan(20);
      for (const { id, ruta } of todas) {
        expect(requisitoDeRuta(ruta), ruta).toBe(SECCIONES_REVISION[id].requisito);
        expect(seccionDeRuta(ruta), ruta).toBe(id);
      }
    },
  );

  it("lo modificado muestra el texto de 2024 y sus razones; lo eliminado y lo incorporado, su decisión", () => {
    const a4 = fichasDe("plan", completo, () => null).find(({ titulo }) => titulo.startsWith("A4."));
    const modificado = a4?.campos.find(({ antes }) => antes !== undefined);
    expect(modificado?.ruta).toMatch(/^\/ajustes\/\d+$/);
    expect(modificado?.antes).not.toBe(modificado?.texto);
    expect(a4?.campos.map(({ etiqueta }) => etiqueta)).toContain("Argumento");
    const detalles = fichasDe("plan", borrador, () => null).map(({ detalle }) => detalle);
    expect(detalles).toContain("Se elimina");
    expect(detalles).toContain("Se incorpora");
  });

  it("nombra un lugar por su sección, su elemento y su campo", () => {
    const nombre = nombradorDeLugares(completo);
    expect(nombre("/informe/seguimiento/avances")).toBe("Dificultades y seguimiento, Seguimiento: Avances");
    expect(nombre("/informe/actividades/2/medioVerificacion/descripcion")).toContain("A3.");
    expect(nombre("/difusion/destinatarios/filas/70/cargo")).toContain("Destinatarios");
    expect(nombre("/informe")).not.toBe("");
  });

  it("ningún lugar se llama como otro, aunque un elemento tenga más de un componente modificado", () => {
    const modifica = (componente: string): Ajuste => ({
      elemento: "A1",
      componente,
      decision: "modifica",
      categorias: ["b"],
      argumento: "Por algo.",
    });
    const doble: Expediente = { ...borrador, ajustes: [modifica("plazos"), modifica("descripcion")] };
    for (const expediente of [completo, borrador, doble]) {
      const distintas = [...new Set(rutas(expediente).map(({ ruta }) => ruta))];
      const nombres = distintas.map(nombradorDeLugares(expediente));
      expect(nombres.filter((nombre, i) => nombres.indexOf(nombre) !== i)).toEqual([]);
    }
  });
});
