import { hitosDe } from "@/lib/casos/expediente";
import type { Ejercicio } from "@/lib/datos/repositorio/ejercicio";
import { evaluar } from "@/lib/expediente/evaluar";
import type { Expediente } from "@/lib/expediente/formato";
import type { ArchivoRevisado, CriterioVisto, MedioVisto, RequisitoVisto } from "@/lib/flujo/vistaRevision";
import { REGLA_POR_CODIGO } from "@/lib/guia/e3-2025/reglas";
import { type IdRequisito, type MedioVerificacion, REQUISITOS } from "@/lib/guia/e3-2025/requisitos";
import type { Bajable } from "./documentoComun";
import { fichasDeDifusion } from "./documentoDifusion";

type ArchivoDeMedio = ArchivoRevisado & { readonly ruta: string };

export type Evidencia = {
  readonly expediente: Expediente;
  readonly ejercicio: Pick<Ejercicio, "anio" | "cierreAjuste">;
  readonly requisitos: readonly IdRequisito[];
  readonly criterio: (id: string) => CriterioVisto | null;
  readonly bajable: Bajable;
  /** Scanned acts that stand for the version, by what they approve. */
  readonly actas: readonly { readonly materia: "plan" | "informe"; readonly archivo: ArchivoRevisado }[];
};

/** Faults of one rule shown one by one. */
const POR_REGLA = 20;

/** The checklist: each medio de verificación with the result of every rule on the version, its files and its verdict. */
export function listaDeVerificacion(evidencia: Evidencia): RequisitoVisto[] {
  const { faltas } = evaluar(evidencia.expediente, hitosDe(evidencia.ejercicio));
  const archivos = archivosPorMedio(evidencia);
  const medioVisto = ({ id, nombre, reglas }: MedioVerificacion): MedioVisto => ({
    id,
    nombre,
    criterio: evidencia.criterio(id),
    archivos: archivos(id),
    reglas: reglas.map((codigo) => ({
      codigo,
      exigencia: REGLA_POR_CODIGO[codigo].exigencia,
      faltas: faltas
        .filter(({ regla }) => regla === codigo)
        .slice(0, POR_REGLA)
        .map(({ ruta, nivel, mensaje }) => ({ ruta, nivel, mensaje })),
    })),
  });
  return evidencia.requisitos.map((id) => ({
    id,
    nombre: REQUISITOS[id].nombre,
    criterio: evidencia.criterio(id),
    medios: REQUISITOS[id].medios.map(medioVisto),
  }));
}

/** Where the files of each medio are in the version. */
const LUGAR_DE_MEDIO: Readonly<Record<string, RegExp>> = {
  "E3O1RT2.medio": /\/copiaMedio\/\d+$/,
  "E3O1RT2.material": /\/material\/\d+$/,
  "E3O1RT2.destinatarios": /\/destinatarios\/archivo$/,
  "E3O1RT2.actoCosoc": /\/actoAdministrativo\/archivo$/,
  "E3O1RT2.dictamen": /\/dictamen\/archivo$/,
};

const ACTA_DE_MEDIO = { "E3O1RT1.actaPlan": "plan", "E3O1RT1.actaInforme": "informe" } as const;
const RUTA_DE_ACTA = { plan: "/aprobacionPlan", informe: "/aprobacionInforme" } as const;

function archivosPorMedio({ expediente, bajable, actas }: Evidencia): (id: string) => ArchivoDeMedio[] {
  const todos = fichasDeDifusion(expediente, bajable).flatMap(({ campos }) =>
    campos.flatMap(({ archivo, ruta }) => (archivo ? [{ ...archivo, ruta }] : [])),
  );
  return (id) => {
    const materia = Object.hasOwn(ACTA_DE_MEDIO, id) ? ACTA_DE_MEDIO[id as keyof typeof ACTA_DE_MEDIO] : null;
    if (materia)
      return actas
        .filter((acta) => acta.materia === materia)
        .map(({ archivo }) => ({ ...archivo, ruta: RUTA_DE_ACTA[materia] }));
    return todos.filter(({ ruta }) => LUGAR_DE_MEDIO[id]?.test(ruta));
  };
}
