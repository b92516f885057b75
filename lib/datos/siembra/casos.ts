import { createHash } from "node:crypto";

/** Stages of a seeded year, from nothing loaded to decided, with how many of every hundred institutions stand there. */
export const ETAPAS_SEMBRADAS = [
  { etapa: "sin_plan", peso: 3 },
  { etapa: "ajuste", peso: 7 },
  { etapa: "plan_en_comite", peso: 3 },
  { etapa: "plan_objetado", peso: 2 },
  { etapa: "plan_aprobado", peso: 8 },
  { etapa: "informe", peso: 24 },
  { etapa: "informe_en_comite", peso: 5 },
  { etapa: "informe_aprobado", peso: 10 },
  { etapa: "enviado", peso: 14 },
  { etapa: "en_revision", peso: 6 },
  { etapa: "observado", peso: 8 },
  { etapa: "validado", peso: 7 },
  { etapa: "no_validado", peso: 3 },
] as const;

const VALIDADO = 11;
const NO_VALIDADO = 12;

/** A mould as the seeding needs it: the whole expediente as text with its marks, and the texts of its digests. */
export type MoldeTexto = {
  readonly texto: string;
  readonly canonico: { readonly original: string; readonly vigente: string; readonly informe: string };
};

/** The marks a mould carries where each institution writes its own. */
export type Marcas = Readonly<
  Record<"codigo" | "nombre" | "ministerio" | "huellaPlan" | "huellaInforme", string>
>;

/** One institution in one year, with what the rows of that year are made from. */
export type CasoSembrado = {
  readonly n: number;
  readonly anio: number;
  readonly molde: number;
  /** Position in `ETAPAS_SEMBRADAS`. */
  readonly etapa: number;
  /** Between 0 and 1: when in its period it did each thing. */
  readonly azar: number;
  readonly original: string;
  readonly vigente: string;
  readonly informe: string;
};

export type InstitucionSembrada = {
  readonly n: number;
  readonly codigo: string;
  readonly nombre: string;
  readonly ministerio: string;
  /** Number of its group, from 0. */
  readonly grupo: number;
  readonly mesu: boolean;
};

const QUE = ["Servicio", "Instituto", "Dirección", "Superintendencia", "Agencia", "Subsecretaría"] as const;
const DE = [
  "Aguas y Riego",
  "Registros",
  "Prestaciones",
  "Caminos",
  "Bosques",
  "Pesca Artesanal",
  "Archivos",
  "Ferias",
  "Energía Rural",
  "Vivienda Colectiva",
  "Trámites Portuarios",
  "Cuidados",
  "Bibliotecas",
  "Transporte Menor",
  "Semillas",
  "Meteorología",
  "Deporte Escolar",
  "Minas Menores",
  "Consumo",
  "Patentes",
] as const;
const MINISTERIOS = [
  "Territorios",
  "Prestaciones",
  "Registros",
  "Infraestructura",
  "Producción",
  "Cultura",
  "Trabajo",
  "Educación",
  "Salud",
  "Energía",
  "Vivienda",
  "Justicia",
  "Deporte",
  "Ciencia",
  "Agricultura",
  "Interior",
  "Relaciones",
  "Transporte",
  "Hacienda",
  "Economía",
  "Mujer",
  "Desarrollo",
] as const;

const sha256 = (texto: string) => createHash("sha256").update(texto).digest("hex");

/** A number between 0 and 1, always the same for the same two: no seed is ever twice different. */
export function azarDe(n: number, sal: number): number {
  let x = Math.imul(n + 1, 0x9e3779b1) ^ Math.imul(sal + 7, 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 15), 0x2c1b3c6d);
  x = Math.imul(x ^ (x >>> 12), 0x297a2d39);
  return ((x ^ (x >>> 15)) >>> 0) / 2 ** 32;
}

/** The n-th fictional institution, from 1. */
export function institucionSembrada(n: number, porGrupo: number): InstitucionSembrada {
  const que = QUE[n % QUE.length] ?? "Servicio";
  const de = DE[Math.floor(n / QUE.length) % DE.length] ?? "";
  return {
    n,
    codigo: `M${String(n).padStart(5, "0")}`,
    nombre: `${que} de ${de} ${n}`,
    ministerio: `Ministerio de ${MINISTERIOS[Math.floor(azarDe(n, 1) * MINISTERIOS.length)]} (ficticio)`,
    grupo: Math.floor((n - 1) / porGrupo),
    mesu: azarDe(n, 2) < 0.4,
  };
}

function etapaDe(n: number, anio: number, enCurso: boolean): number {
  const azar = azarDe(n, anio);
  if (!enCurso) return azar < 0.93 ? VALIDADO : NO_VALIDADO;
  let hasta = 0;
  return ETAPAS_SEMBRADAS.findIndex(({ peso }) => {
    hasta += peso / 100;
    return azar < hasta;
  });
}

/** An institution's year. @param enCurso whether it is the last one; the ones before it are all decided */
export function casoSembrado(
  { n, codigo, nombre, ministerio }: InstitucionSembrada,
  anio: number,
  enCurso: boolean,
  moldes: readonly MoldeTexto[],
  marcas: Marcas,
): CasoSembrado {
  const molde = Math.floor(azarDe(n, anio + 3) * moldes.length);
  const { canonico } = moldes[molde] as MoldeTexto;
  const propio = (texto: string) =>
    texto
      .replaceAll(marcas.codigo, codigo)
      .replaceAll(marcas.nombre, nombre)
      .replaceAll(marcas.ministerio, ministerio)
      .replaceAll('"ejercicio":2025', `"ejercicio":${anio}`);
  const vigente = sha256(propio(canonico.vigente));
  return {
    n,
    anio,
    molde,
    etapa: etapaDe(n, anio, enCurso),
    azar: azarDe(n, anio + 11),
    original: sha256(propio(canonico.original)),
    vigente,
    informe: sha256(propio(canonico.informe).replaceAll(marcas.huellaPlan, vigente)),
  };
}
