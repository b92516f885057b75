import { faltasFormato, raizDe } from "@/lib/expediente/faltasFormato";
import type { Expediente, Plan } from "@/lib/expediente/formato";
import { leerJsonDeBytes } from "@/lib/expediente/lectura";
import { deOtroInforme } from "@/lib/expediente/pertenencia";
import { clave } from "@/lib/expediente/texto";
import { exito, fallar, type Resultado } from "@/lib/flujo/resultado";
import type { FaltaImportada } from "@/lib/flujo/vistaInforme";
import { aplanar, type ValorInforme } from "./aplanar";
import { indicadoresDe } from "./vista";

/** A field that a file says otherwise, before looking at what is kept. Difficulties go by their position, from 1. */
export type CambioLeido = { readonly lugar: string; readonly valor: ValorInforme; readonly donde: string };

export type ArchivoLeido = {
  readonly cambios: readonly CambioLeido[];
  /** Where the trail was when the file was handed out; null when it does not say: the JSON has no place for it. */
  readonly punto: string | null;
  /** Positions, from 1, of difficulties that the file no longer has. */
  readonly quitadas: readonly number[];
  readonly faltas: readonly FaltaImportada[];
  readonly reglas: readonly FaltaImportada[];
};

const falta = (donde: string, mensaje: string): FaltaImportada => ({
  donde,
  encontrado: "",
  esperado: "",
  mensaje,
  nivel: "error",
});

/**
 * Reads the report of a file `expediente-cseu/v1` of the same institution and year. Only its report counts: plan, acts
 * and dissemination have their own way in. A field that the file does not bring is not touched; an explicit null empties it.
 * @returns a failure when the file is of something else; the faults of format one by one, which then change nothing.
 */
export function leerInformeJson(
  bytes: Uint8Array,
  actual: Expediente,
  vigente: Plan | null,
): Resultado<ArchivoLeido> {
  const lectura = leerJsonDeBytes(bytes);
  if (!lectura.legible) return fallar("archivo_ilegible", lectura.mensaje);
  if (raizDe(lectura.valor) !== "expediente")
    return fallar(
      "archivo_ajeno",
      "El archivo no es un expediente (expediente-cseu/v1). Descargue el suyo desde el informe y cargue ese.",
    );
  const deFormato = faltasFormato(lectura.valor, lectura.faltas);
  if (deFormato.length > 0)
    return exito({
      punto: null,
      cambios: [],
      quitadas: [],
      faltas: deFormato.map(({ ruta, mensaje }) => falta(ruta, mensaje)),
      reglas: [],
    });
  const traido = lectura.valor as Expediente;
  const ajeno = deOtroInforme("El expediente", traido, actual);
  if (ajeno) return fallar("archivo_ajeno", ajeno);
  const ids = identificadoresDe(vigente);
  const nuevo = aplanar(traido.informe, ids);
  const previos = actual.informe?.dificultadesHolguras?.length ?? 0;
  const traidas = traido.informe?.dificultadesHolguras?.length;
  return exito({
    punto: null,
    cambios: nuevo.campos.map(({ lugar, ruta, valor }) => ({ lugar, valor, donde: ruta })),
    quitadas:
      traidas === undefined
        ? []
        : Array.from({ length: Math.max(0, previos - traidas) }, (_, i) => traidas + i + 1),
    faltas: nuevo.ajenos.map(({ ruta, que }) =>
      falta(ruta, `${que} no está en el plan vigente: no se importa. Corrija su identificador o quítelo.`),
    ),
    reglas: [],
  });
}

function identificadoresDe(vigente: Plan | null) {
  const actividades = new Map((vigente?.actividades ?? []).map((una) => [clave(una.id), una]));
  const indicadores = new Map(
    indicadoresDe(vigente).map(({ indicador, tipo }) => [`${tipo} ${clave(indicador.id)}`, indicador.id]),
  );
  return {
    actividad: (id: string) => actividades.get(clave(id))?.id ?? null,
    tramite: (actividad: string, tramite: string) =>
      actividades.get(clave(actividad))?.tramites?.find((uno) => clave(uno) === clave(tramite)) ?? null,
    indicador: (id: string, tipo: "desempeno" | "satisfaccion") =>
      indicadores.get(`${tipo} ${clave(id)}`) ?? null,
  };
}
