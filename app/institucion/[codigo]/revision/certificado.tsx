import { Enlace } from "@/components/ui/enlace";
import { EnlaceBoton } from "@/components/ui/enlace-boton";
import { Etiqueta } from "@/components/ui/etiqueta";
import { ListaDatos } from "@/components/ui/lista-datos";
import { Tabla } from "@/components/ui/tabla";
import { Tarjeta } from "@/components/ui/tarjeta";
import type { DecisionVista } from "@/lib/casos/observacion/leer";
import { mostrarInstante } from "@/lib/expediente/fecha";
import { nombreEn } from "@/lib/expediente/texto";
import { REQUISITOS } from "@/lib/guia/e3-2025/requisitos";

const NOMBRES = Object.fromEntries(Object.entries(REQUISITOS).map(([id, { nombre }]) => [id, nombre]));

/** What was decided, a line per requirement, with its certificate. */
export function Certificado({ decision, codigo }: { decision: DecisionVista; codigo: string }) {
  return (
    <Tarjeta titulo="Decisión de la Red de Expertos" id="decision">
      <div className="flex flex-col gap-4">
        <ListaDatos
          datos={[
            {
              clave: "Decisión",
              valor: (
                <Etiqueta tono={decision.decision === "valida" ? "exito" : "error"}>
                  {decision.decision === "valida" ? "Cumple" : "No cumple"}
                </Etiqueta>
              ),
            },
            { clave: "Fecha", valor: `${mostrarInstante(decision.en)} horas de Chile continental` },
            ...(decision.razones === "" ? [] : [{ clave: "Razones", valor: decision.razones }]),
            {
              clave: "Código de verificación",
              valor: (
                <Enlace href={`/verificar/${decision.codigo}`} className="enlace font-mono">
                  {decision.codigo}
                </Enlace>
              ),
            },
          ]}
        />
        <Tabla
          titulo="Por requisito"
          filas={decision.requisitos}
          clave={({ requisito }) => requisito}
          columnas={[
            {
              id: "requisito",
              titulo: "Requisito",
              encabezaFila: true,
              celda: ({ requisito }) => `${requisito}: ${nombreEn(NOMBRES, requisito) ?? ""}`,
            },
            {
              id: "cumple",
              titulo: "Resultado",
              celda: ({ cumple }) => (
                <Etiqueta tono={cumple ? "exito" : "error"}>{cumple ? "Cumple" : "No cumple"}</Etiqueta>
              ),
            },
            { id: "razon", titulo: "Razón", celda: ({ razon }) => razon || "—" },
          ]}
        />
        <div>
          <EnlaceBoton
            href={`/institucion/${codigo}/documento/certificado.pdf`}
            prefetch={false}
            icono="descargar"
          >
            Certificado en PDF
          </EnlaceBoton>
        </div>
      </div>
    </Tarjeta>
  );
}
