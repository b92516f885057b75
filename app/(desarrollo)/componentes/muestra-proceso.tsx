import { EnlaceBoton } from "@/components/ui/enlace-boton";
import { ListaTareas } from "@/components/ui/lista-tareas";
import { Plazo } from "@/components/ui/plazo";
import { Progreso } from "@/components/ui/progreso";
import { QuienSigue } from "@/components/ui/quien-sigue";
import { Tarjeta } from "@/components/ui/tarjeta";

const CORTE = new Date("2025-07-01T03:59:59Z");

/** What an institution sees first: whose turn it is, the deadlines, the tasks. */
export function MuestraProceso() {
  return (
    <div className="flex flex-col gap-6">
      <QuienSigue
        miTurno
        quien="Usted"
        que="Revise 3 actividades que aún no tienen decisión y envíe el Plan al Comité"
        accion={
          <EnlaceBoton href="/componentes" variante="secundario">
            Seguir donde quedé
          </EnlaceBoton>
        }
      />
      <QuienSigue quien="Comité de Calidad" que="Falta que 2 integrantes del Comité firmen">
        Han firmado 3 de 5. Le avisaremos por correo cuando termine.
      </QuienSigue>
      <div className="grid gap-3 sm:grid-cols-2">
        <Plazo titulo="Ajustes al Plan 2025" vence={CORTE} ahora={new Date("2025-06-18T15:00:00Z")} />
        <Plazo titulo="Ajustes al Plan 2025" vence={CORTE} ahora={new Date("2025-06-26T15:00:00Z")} />
        <Plazo titulo="Ajustes al Plan 2025" vence={CORTE} ahora={new Date("2025-06-30T22:47:00Z")} />
        <Plazo
          titulo="Ajustes al Plan 2025"
          vence={CORTE}
          ahora={new Date("2025-07-03T15:00:00Z")}
          nota="La Red puede otorgar una prórroga por motivo fundado."
        />
      </div>
      <div className="grid gap-6 lg:grid-cols-[2fr_1fr]">
        <ListaTareas
          titulo="Plan 2025"
          numerada
          tareas={[
            {
              id: "objetivos",
              titulo: "Objetivos",
              estado: "lista",
              href: "/componentes",
              detalle: "Sin cambios respecto de 2024",
            },
            {
              id: "actividades",
              titulo: "Actividades",
              estado: "en_curso",
              href: "/componentes",
              avance: { hechas: 42, total: 60, unidad: "actividades" },
            },
            {
              id: "indicadores",
              titulo: "Indicadores",
              estado: "con_observaciones",
              href: "/componentes",
              detalle: "2 observaciones abiertas",
            },
            { id: "resumen", titulo: "Resumen de cambios", estado: "sin_empezar", href: "/componentes" },
            {
              id: "comite",
              titulo: "Aprobación del Comité",
              estado: "bloqueada",
              motivoBloqueo: "Se abre cuando todos los elementos tienen decisión.",
            },
          ]}
        />
        <Tarjeta titulo="Avance">
          <div className="flex flex-col gap-4">
            <Progreso etiqueta="Plan" hechas={42} total={60} />
            <Progreso etiqueta="Informe" hechas={0} total={38} texto="Sin empezar" />
            <Progreso etiqueta="Difusión" hechas={4} total={4} texto="Completa" />
          </div>
        </Tarjeta>
      </div>
    </div>
  );
}
