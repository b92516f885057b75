import { leer } from "@/lib/documentos/lectura";
import { palabra } from "@/lib/documentos/secciones/describir";
import type { EstadoActividad, EstadoMeta } from "@/lib/expediente/evaluar";
import type { CumplimientoMetas } from "@/lib/expediente/evaluar/cumplimiento";
import type { Expediente } from "@/lib/expediente/formato";
import { mostrarNumero } from "@/lib/expediente/numero";
import { abreviar, clave } from "@/lib/expediente/texto";
import type { CuentaEnBreve, InformeEnBreve } from "@/lib/flujo/vistaComite";
import { columnaDe } from "@/lib/guia/e3-2025/campos";
import { TIPOS_DIFICULTAD } from "@/lib/guia/e3-2025/valores";
import { indicadoresDe, resultadoDe, vinculablesDe } from "../informe/vista";

const UNA_LINEA = 90;
const PARRAFO = 240;
const SEGUIMIENTO = ["avances", "desafios", "resultados", "leccionesAprendidas"] as const;

const ACTIVIDADES = [
  ["noCumplida", "No cumplidas"],
  ["pendiente", "Por responder"],
] as const satisfies readonly (readonly [EstadoActividad, string])[];
const METAS = [
  ["noAlcanzada", "No alcanzadas"],
  ["noMedida", "No medidas"],
  ["pendiente", "Por responder"],
] as const satisfies readonly (readonly [EstadoMeta, string])[];

/** The report in one screen: what the rules compute of it, its difficulties and its follow-up, each cut short. */
export function informeEnBreve(expediente: Expediente): InformeEnBreve {
  const { vigente, cumplimiento, estado } = leer(expediente);
  const { informe } = expediente;
  const nombres = new Map(vinculablesDe(vigente).map(({ id, nombre }) => [clave(id), nombre]));
  const metas = new Map(
    indicadoresDe(vigente).map(({ indicador: { id, meta } }) => [
      clave(id),
      typeof meta === "number" ? mostrarNumero(meta) : null,
    ]),
  );
  const { actividades } = cumplimiento;
  const casosDeActividad = actividades.detalle.map(({ actividad, estado: suyo }) => {
    const resultado = resultadoDe(informe, actividad);
    const razon = resultado ? estado(resultado).razon : "";
    return { estado: suyo, clave: actividad, texto: unir(nombres.get(clave(actividad)) ?? actividad, razon) };
  });
  const cuentaDe = (suya: "desempeno" | "satisfaccion", titulo: string): CuentaEnBreve => {
    const { total, alcanzadas, detalle }: CumplimientoMetas = cumplimiento[suya];
    const casos = detalle.map(({ indicador, estado: suyo, valor }) => {
      const meta = metas.get(clave(indicador));
      const razon = suyo === "noAlcanzada" && valor && meta ? `resultado ${valor}, meta ${meta}` : "";
      return {
        estado: suyo,
        clave: indicador,
        texto: unir(nombres.get(clave(indicador)) ?? indicador, razon),
      };
    });
    const cifra =
      total === 0 ? null : `${alcanzadas} de ${total} ${total === 1 ? "alcanzada" : "alcanzadas"}`;
    return { clave: suya, titulo, cifra, grupos: agrupar(METAS, casos) };
  };
  return {
    cuentas: [
      {
        clave: "actividades",
        titulo: "Actividades",
        cifra:
          actividades.total === 0
            ? null
            : `${actividades.cumplidas} de ${actividades.total} ${actividades.total === 1 ? "cumplida" : "cumplidas"}`,
        grupos: agrupar(ACTIVIDADES, casosDeActividad),
      },
      cuentaDe("desempeno", "Metas de desempeño"),
      cuentaDe("satisfaccion", "Metas de satisfacción usuaria"),
    ],
    dificultades: (informe?.dificultadesHolguras ?? []).map(({ tipo, descripcion }) => ({
      tipo: palabra(TIPOS_DIFICULTAD, tipo) ?? "Sin tipo",
      texto: abreviar(descripcion, UNA_LINEA) || null,
    })),
    sinDificultades: abreviar(informe?.sinDificultadesNiHolguras, PARRAFO) || null,
    seguimiento: SEGUIMIENTO.map((campo) => ({
      titulo: columnaDe(`informe/seguimiento/${campo}`),
      texto: abreviar(informe?.seguimiento?.[campo], PARRAFO) || null,
    })),
  };
}

const unir = (nombre: string, razon: string): string =>
  razon === "" ? nombre : `${nombre} (${razon.charAt(0).toLowerCase()}${razon.slice(1)})`;

type Caso<E> = { readonly estado: E; readonly clave: string; readonly texto: string };

function agrupar<E extends string>(
  nombres: readonly (readonly [E, string])[],
  casos: readonly Caso<E | "cumplida" | "alcanzada">[],
): CuentaEnBreve["grupos"] {
  return nombres.flatMap(([estado, nombre]) => {
    const suyos = casos.filter((caso) => caso.estado === estado);
    return suyos.length === 0 ? [] : [{ nombre, cuantos: suyos.length, casos: suyos }];
  });
}
