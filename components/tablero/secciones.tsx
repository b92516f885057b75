import { Grafico } from "@/components/ui/grafico";
import { cuantas, cuantasInstituciones } from "@/lib/flujo/cuantas";
import {
  type Cuenta,
  ETAPAS,
  IDS_ETAPA,
  porcentaje,
  SECCIONES_TABLERO,
  type SeccionTablero,
} from "@/lib/flujo/tablero";

/** How many institutions stand in each stage, and how many have finished each section. */
export function EtapasYSecciones({ total }: { total: Cuenta }) {
  const { instituciones, etapas, listas } = total;
  const presentes = IDS_ETAPA.filter((etapa) => (etapas[etapa] ?? 0) > 0);
  const mayor = presentes.toSorted((a, b) => (etapas[b] ?? 0) - (etapas[a] ?? 0))[0];
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <Grafico
        titulo="Instituciones por etapa"
        resumen={
          mayor
            ? `La etapa con más instituciones es «${ETAPAS[mayor].nombre}»: ${etapas[mayor]} de ${instituciones}.`
            : "Ninguna institución coincide."
        }
        datos={presentes.map((etapa) => ({ etiqueta: ETAPAS[etapa].nombre, valor: etapas[etapa] ?? 0 }))}
        columnas={{ etiqueta: "Etapa", valor: "Instituciones" }}
      />
      <Grafico
        titulo="Instituciones por sección terminada"
        resumen={`De ${cuantasInstituciones(instituciones)}, ${cuantas(listas.envio, "ha", "han")} enviado el expediente.`}
        maximo={instituciones}
        datos={(Object.keys(SECCIONES_TABLERO) as SeccionTablero[]).map((seccion) => ({
          etiqueta: SECCIONES_TABLERO[seccion],
          valor: listas[seccion],
          texto: `${listas[seccion]} (${porcentaje(listas[seccion], instituciones)} %)`,
        }))}
        columnas={{ etiqueta: "Sección", valor: "Instituciones" }}
      />
    </div>
  );
}
