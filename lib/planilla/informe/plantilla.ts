import { planVigente } from "@/lib/expediente/aplicar";
import type { Expediente, Indicador, Resultado } from "@/lib/expediente/formato";
import { mostrarNumero } from "@/lib/expediente/numero";
import { clave } from "@/lib/expediente/texto";
import {
  COMPONENTES_DIFICULTAD,
  COMPONENTES_RELACIONADOS,
  NOMBRES_COMPONENTE,
  TIPOS_DIFICULTAD,
} from "@/lib/guia/e3-2025/valores";
import { Escritura, type ValorEscrito } from "../escritura";
import { escribirLista } from "../valor";
import {
  type CampoSeguimiento,
  HOJA_ACTIVIDADES,
  HOJA_COMPONENTES,
  HOJA_DESEMPENO,
  HOJA_DIFICULTADES,
  HOJA_SATISFACCION,
  HOJA_SEGUIMIENTO,
  HOJA_TRAMITES,
  type HojaInforme,
  SEGUIMIENTO,
} from "./estructura";
import { escribirMarca } from "./marca";

const INSTRUCCIONES = [
  "Esta planilla trae lo que el informe ya tiene. Complete las celdas blancas; las grises identifican cada fila y no se cambian.",
  "En «Dificultades y holguras» agregue las filas que necesite, con el N° vacío; borrar una fila que tiene N° la quita del informe.",
  "Los números van con coma decimal (47,8). Donde hay una lista, elija de ella.",
  "Al cargarla, la plataforma muestra lo que cambiaría y todas las faltas con su hoja y su celda; nada se guarda hasta que usted lo confirme, y lo que no esté en la planilla no se toca.",
];

const siNo = (valor: boolean | null | undefined): ValorEscrito =>
  valor === true ? "Sí" : valor === false ? "No" : null;

const primero = <T>(
  lista: readonly T[] | null | undefined,
  de: (dato: T) => string | null | undefined,
  buscado: string,
): T | undefined => (lista ?? []).find((dato) => clave(de(dato)) === clave(buscado));

/** A trámite declared twice is answered once (EJE-04). */
const unicos = (tramites: readonly string[] | null | undefined): string[] =>
  [...new Map((tramites ?? []).toReversed().map((t) => [clave(t), t])).values()].toReversed();

/**
 * The report template, prefilled: a row per activity, trámite, component and indicator of the plan in force, with the
 * answers given so far. Uploading it back unchanged changes nothing (`leerPlantillaInforme`).
 * @param punto of the trail at which the report was read, so that what comes later is told when it returns
 * @returns bytes of an .xlsx. Throws a refusal when a text does not fit in a cell.
 */
export async function plantillaInforme(
  expediente: Expediente,
  punto: string | null = null,
): Promise<Uint8Array> {
  const plan = planVigente(expediente);
  const informe = expediente.informe;
  const actividades = plan?.actividades ?? [];
  const escritura = new Escritura(`Informe de implementación ${expediente.ejercicio}`);
  escritura.instrucciones(
    `Informe de implementación del Plan de Mejoramiento ${expediente.ejercicio} — ${expediente.institucion.nombre ?? expediente.institucion.codigo}`,
    [...escribirMarca(expediente, punto), ...INSTRUCCIONES],
  );
  const hoja = <C extends string>(
    definicion: HojaInforme<C>,
    filas: readonly Partial<Record<C, ValorEscrito>>[],
    filasNuevas = false,
  ) =>
    escritura.tabla(
      definicion.nombre,
      definicion.titulo,
      definicion.columnas,
      filas.map((fila) => definicion.columnas.map((c) => fila[c.clave])),
      { filasNuevas },
    );

  const respuestas = actividades.map((actividad) => ({
    actividad,
    respuesta: primero(informe?.actividades, (r) => r.actividad, actividad.id),
  }));
  await hoja(
    HOJA_ACTIVIDADES,
    respuestas.map(({ actividad, respuesta }) => ({
      actividad: actividad.id,
      descripcion: actividad.descripcion,
      ejecutadaSegunDescripcion: siNo(respuesta?.ejecutadaSegunDescripcion),
      explicacion: respuesta?.explicacion,
      medioDescripcion: respuesta?.medioVerificacion?.descripcion,
      medioFormatos: escribirLista(respuesta?.medioVerificacion?.formatos ?? []),
    })),
  );
  await hoja(
    HOJA_TRAMITES,
    respuestas.flatMap(({ actividad, respuesta }) =>
      unicos(actividad.tramites).map((tramite) => {
        const dicho = primero(respuesta?.tramites, (r) => r.tramite, tramite);
        return {
          actividad: actividad.id,
          tramite,
          vinculado: siNo(dicho?.vinculado),
          explicacion: dicho?.explicacion,
        };
      }),
    ),
  );
  await hoja(
    HOJA_COMPONENTES,
    respuestas.flatMap(({ actividad, respuesta }) =>
      COMPONENTES_RELACIONADOS.map((componente) => {
        const dicho = primero(respuesta?.componentes, (r) => r.componente, componente);
        return {
          actividad: actividad.id,
          componente: NOMBRES_COMPONENTE[componente],
          modificado: siNo(dicho?.modificado),
          justificacion: dicho?.justificacion,
        };
      }),
    ),
  );
  const deIndicador = (
    indicador: Indicador,
    resultados: readonly Partial<Resultado>[] | null | undefined,
  ) => {
    const dicho = primero(resultados, (r) => r.indicador, indicador.id);
    const meta =
      typeof indicador.meta === "number"
        ? `${mostrarNumero(indicador.meta)} ${indicador.unidad ?? ""}`.trim()
        : null;
    const { nombre, formula } = indicador;
    return { ...dicho, indicador: indicador.id, nombre, formula, meta, medido: siNo(dicho?.medido) };
  };
  await hoja(
    HOJA_DESEMPENO,
    actividades
      .flatMap((a) => a.indicadoresDesempeno ?? [])
      .map((i) => deIndicador(i, informe?.indicadoresDesempeno)),
  );
  await hoja(
    HOJA_SATISFACCION,
    (plan?.indicadoresSatisfaccion ?? []).map((i) => deIndicador(i, informe?.indicadoresSatisfaccion)),
  );
  await hoja(
    HOJA_DIFICULTADES,
    (informe?.dificultadesHolguras ?? []).map((d, i) => ({
      numero: String(i + 1),
      tipo: Object.hasOwn(TIPOS_DIFICULTAD, d.tipo ?? "")
        ? TIPOS_DIFICULTAD[d.tipo as keyof typeof TIPOS_DIFICULTAD]
        : d.tipo,
      descripcion: d.descripcion,
      factoresInternos: d.factoresInternos,
      factoresExternos: d.factoresExternos,
      ...Object.fromEntries(
        Object.keys(COMPONENTES_DIFICULTAD).map((c) => [c, d.componentes?.includes(c) ? "Sí" : null]),
      ),
      elementos: escribirLista(d.elementos ?? []),
    })),
    true,
  );
  const seguimiento: Partial<Record<CampoSeguimiento, string | null>> = {
    ...informe?.seguimiento,
    sinDificultadesNiHolguras: informe?.sinDificultadesNiHolguras,
  };
  await hoja(
    HOJA_SEGUIMIENTO,
    (Object.keys(SEGUIMIENTO) as CampoSeguimiento[]).map((campo) => ({
      dato: SEGUIMIENTO[campo],
      valor: seguimiento[campo],
    })),
  );
  return escritura.bytes();
}
