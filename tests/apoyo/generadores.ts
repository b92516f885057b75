import fc, { type Arbitrary } from "fast-check";
import type { Expediente, Plan } from "@/lib/expediente/formato";
import {
  CALIDADES_JURIDICAS,
  COMPONENTES_ACTIVIDAD,
  COMPONENTES_DIFICULTAD,
  GRUPOS,
  MEDIOS,
  MODALIDADES,
} from "@/lib/guia/e3-2025/valores";

/** Arbitrary well-formed drafts: anything may be missing, null, blank, repeated or strange, and ids collide often. */

const texto = fc.oneof(
  fc.constantFrom("", "  ", "x", "Atención", "Atencio\u0301n", "2025-01-01", "toString", "__proto__"),
  fc.string({ unit: "grapheme" }),
);
const id = fc.constantFrom(
  "A1",
  "A2",
  "OE1",
  "OE2",
  "IS1",
  "A1.ID1",
  "A2.ID1",
  "OG",
  " A1 ",
  "N1",
  "constructor",
);
const numero = fc.oneof(
  fc.constantFrom(0, -0, 1, 100, 84, 1e-7, 1e21, -5e-324, 1.7976931348623157e308, 0.1),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
);
const fecha = fc.constantFrom(
  "",
  "2024-02-29",
  "2025-06-30",
  "2025-07-01",
  "2025-12-31",
  "2026-01-01",
  "0001-01-01",
);
const instante = fc.constantFrom(
  "",
  "2025-06-30T23:59:59.999-04:00",
  "2025-07-01T04:00:00Z",
  "0001-01-01T00:00Z",
);
const deLista = (valores: object) => fc.constantFrom("", ...Object.keys(valores));

/** Each datum may be absent or null, unless it is required. */
function borradorDe<T extends Record<string, Arbitrary<unknown>>>(
  datos: T,
  requeridos: readonly (keyof T & string)[] = [],
) {
  const modelo = Object.fromEntries(
    Object.entries(datos).map(([llave, dato]) => [
      llave,
      requeridos.includes(llave) ? dato : fc.option(dato, { freq: 8 }),
    ]),
  );
  return fc.record(modelo, { requiredKeys: [...requeridos] });
}

const lista = <T>(dato: Arbitrary<T>, maxLength = 3) => fc.array(dato, { maxLength });
const institucion = borradorDe({ codigo: fc.constantFrom("1", "2"), nombre: texto, ministerio: texto }, [
  "codigo",
]);

const camposIndicador = {
  nombre: texto,
  formula: texto,
  factor: fc.constantFrom(1, 100, ""),
  unidad: texto,
  sentido: fc.constantFrom("ascendente", "descendente", ""),
  meta: numero,
};
const indicador = borradorDe({ id, ...camposIndicador }, ["id"]);
const plazos = borradorDe({ inicio: fc.oneof(fecha, texto), termino: fc.oneof(fecha, texto) });
const costos = borradorDe({ montoClp: numero, items: lista(borradorDe({ subtitulo: texto, item: texto })) });
const camposActividad = {
  objetivoEspecifico: fc.oneof(id, texto),
  descripcion: texto,
  plazos,
  areasResponsables: lista(texto),
  participantes: texto,
  poblacionObjetivo: texto,
  tramites: lista(texto),
  indicadoresDesempeno: lista(indicador),
  sistemasRespaldo: texto,
  priorizacion: fc.constantFrom("alta", "media", "baja", " "),
  costos,
};

export const plan = borradorDe(
  {
    formato: fc.constant("plan-cseu/v1"),
    ejercicio: fc.constantFrom(2024, 2025),
    institucion,
    objetivoGeneral: texto,
    objetivosEspecificos: lista(borradorDe({ id, descripcion: texto }, ["id"])),
    indicadoresSatisfaccion: lista(indicador),
    actividades: lista(borradorDe({ id, ...camposActividad }, ["id"])),
  },
  ["formato", "ejercicio", "institucion"],
) as unknown as Arbitrary<Plan>;

const CONTENIDO: Readonly<Record<string, Arbitrary<unknown>>> = {
  plazos,
  costos,
  tramites: lista(texto),
  indicadoresDesempeno: lista(indicador),
  areasResponsables: borradorDe({ areasResponsables: lista(texto), participantes: texto }),
  priorizacion: fc.constantFrom("alta", "baja", ""),
  indicador: borradorDe(camposIndicador),
  objetivoEspecifico: id,
};
const justificacion = {
  categorias: lista(fc.constantFrom("a", "g", "z", "")),
  otraRazon: texto,
  argumento: texto,
  antecedentes: texto,
  registradoEn: instante,
};
const componente = fc.constantFrom("texto", "indicador", "objetivoEspecifico", ...COMPONENTES_ACTIVIDAD);
const cambio = componente.chain((cual) =>
  borradorDe(
    {
      elemento: id,
      componente: fc.constant(cual),
      decision: fc.constantFrom("mantiene", "modifica"),
      tipo: texto,
      contenido: CONTENIDO[cual] ?? texto,
      ...justificacion,
    },
    ["elemento", "decision", "componente"],
  ),
);
const TIPOS: Readonly<Record<string, Arbitrary<unknown>>> = {
  objetivoEspecifico: borradorDe({ descripcion: texto }),
  indicadorSatisfaccion: borradorDe(camposIndicador),
  actividad: borradorDe(camposActividad),
};
const nuevo = fc.constantFrom(...Object.keys(TIPOS)).chain((tipo) =>
  borradorDe(
    {
      elemento: id,
      decision: fc.constant("incorpora"),
      tipo: fc.constant(tipo),
      componente: fc.constantFrom("", "texto"),
      contenido: TIPOS[tipo] ?? texto,
      ...justificacion,
    },
    ["elemento", "decision", "tipo"],
  ),
);
const quita = borradorDe(
  {
    elemento: id,
    decision: fc.constant("elimina"),
    contenido: fc.jsonValue(),
    componente: texto,
    ...justificacion,
  },
  ["elemento", "decision"],
);
const suelto = borradorDe({ elemento: id, decision: fc.constant("mantiene"), componente: texto }, [
  "elemento",
  "decision",
]).filter((ajuste) => !(String(ajuste.componente) in CONTENIDO));

const acta = borradorDe({
  numero: texto,
  fecha,
  decision: fc.constantFrom("aprueba", "rechaza", ""),
  asistentes: lista(borradorDe({ nombre: texto, cargo: texto, area: texto })),
  huella: texto,
  declaraCoherenciaDiagnostico: fc.boolean(),
});
const resultado = {
  indicador: id,
  medido: fc.boolean(),
  numerador: numero,
  denominador: numero,
  interpretacion: texto,
  analisisBrechas: texto,
  recomendaciones: texto,
  justificacion: texto,
  antecedentes: texto,
};
const informe = borradorDe({
  seguimiento: borradorDe({ avances: texto, desafios: texto, resultados: texto, leccionesAprendidas: texto }),
  actividades: lista(
    borradorDe(
      {
        actividad: id,
        ejecutadaSegunDescripcion: fc.boolean(),
        explicacion: texto,
        tramites: lista(borradorDe({ tramite: texto, vinculado: fc.boolean(), explicacion: texto })),
        componentes: lista(
          borradorDe({
            componente: fc.oneof(componente, texto),
            modificado: fc.boolean(),
            justificacion: texto,
          }),
        ),
        medioVerificacion: borradorDe({ descripcion: texto, formatos: lista(texto) }),
      },
      ["actividad"],
    ),
  ),
  indicadoresDesempeno: lista(borradorDe({ ...resultado, resultado: numero }, ["indicador"])),
  indicadoresSatisfaccion: lista(borradorDe(resultado, ["indicador"])),
  dificultadesHolguras: lista(
    borradorDe({
      tipo: fc.oneof(fc.constantFrom("dificultad", "holgura"), texto),
      descripcion: texto,
      factoresInternos: texto,
      factoresExternos: texto,
      componentes: lista(fc.oneof(deLista(COMPONENTES_DIFICULTAD), texto)),
      elementos: lista(id),
    }),
  ),
  sinDificultadesNiHolguras: texto,
});
const archivo = borradorDe({
  nombre: texto,
  tipo: texto,
  tamano: numero,
  sha256: fc.constant("0".repeat(64)),
});
const difusion = borradorDe({
  instancias: lista(
    borradorDe({
      fecha,
      medio: deLista(MEDIOS),
      modalidad: deLista(MODALIDADES),
      copiaMedio: lista(archivo),
      material: lista(archivo),
    }),
  ),
  destinatarios: borradorDe({
    archivo,
    filas: lista(
      borradorDe({
        nombre: texto,
        cargo: texto,
        grupo: fc.oneof(deLista(GRUPOS), texto),
        calidadJuridica: fc.oneof(deLista(CALIDADES_JURIDICAS), texto),
        area: texto,
      }),
    ),
  }),
  cosoc: borradorDe({
    homologado: fc.boolean(),
    actoAdministrativo: borradorDe({ archivo, fecha, vigenciaDesde: fecha, vigenciaHasta: fecha }),
    dictamen: borradorDe({ archivo, fecha }),
  }),
});

export const borrador = borradorDe(
  {
    formato: fc.constant("expediente-cseu/v1"),
    ejercicio: fc.constantFrom(2025, 1, 9999),
    institucion,
    planOriginal: plan,
    ajustes: lista(fc.oneof(cambio, nuevo, quita, suelto), 8),
    prorroga: borradorDe({ hasta: instante, razon: texto }),
    aprobacionPlan: acta,
    informe,
    aprobacionInforme: acta,
    difusion,
  },
  ["formato", "ejercicio", "institucion"],
) as unknown as Arbitrary<Expediente>;
