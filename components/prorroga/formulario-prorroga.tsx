"use client";
import { FormularioAccion } from "@/components/formulario/formulario-accion";
import type { AccionFormulario } from "@/components/formulario/llamar";
import { AreaTexto } from "@/components/ui/area-texto";
import { EntradaBuscada } from "@/components/ui/entrada-buscada";
import { EntradaFecha } from "@/components/ui/entrada-fecha";
import { EntradaTexto } from "@/components/ui/entrada-texto";
import { RadioGrupo } from "@/components/ui/radio-grupo";

const ALCANCES = [
  {
    valor: "ajuste",
    texto: "Registrar ajustes al plan",
    detalle: "La fecha límite del acta del Comité no cambia: 30 de junio.",
  },
  { valor: "envio", texto: "Enviar el expediente" },
];

/** To whom, for what, until when and why more time is given. */
export function FormularioProrroga({ accion }: { accion: AccionFormulario }) {
  return (
    <FormularioAccion
      accion={accion}
      borrador={["Razón de una prórroga"]}
      boton="Otorgar prórroga"
      textoPendiente="Otorgando…"
      hecho="La prórroga quedó otorgada y se avisó a las contrapartes."
    >
      {({ campo, error, valor }) => (
        <>
          <EntradaBuscada
            {...campo("destino", "")}
            buscarEn="/coordinacion/buscar/instituciones"
            etiqueta="Institución"
            ayuda="Escriba parte de su nombre, o su código."
          />
          <RadioGrupo
            id="alcance"
            name="alcance"
            etiqueta="¿Qué cubre?"
            opciones={ALCANCES}
            valorInicial={valor("alcance", "ajuste") ?? "ajuste"}
            error={error("alcance")}
          />
          <div className="grid gap-4 sm:grid-cols-2">
            <EntradaFecha {...campo("dia")} etiqueta="Último día" ayuda="Ese día también cuenta." />
            <EntradaTexto
              {...campo("hora", "23:59")}
              etiqueta="Hora"
              ayuda="De Chile continental."
              ancho="corto"
              inputMode="numeric"
            />
          </div>
          <AreaTexto
            {...campo("razon")}
            etiqueta="Razón"
            ayuda="La ven la institución y quienes revisan, y queda en la bitácora."
          />
        </>
      )}
    </FormularioAccion>
  );
}
