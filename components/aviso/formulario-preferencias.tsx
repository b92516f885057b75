"use client";
import { FormularioAccion } from "@/components/formulario/formulario-accion";
import type { AccionFormulario } from "@/components/formulario/llamar";
import { CasillaGrupo } from "@/components/ui/casilla-grupo";
import { RadioGrupo } from "@/components/ui/radio-grupo";

type Props = {
  accion: AccionFormulario;
  resumenDiario: boolean;
  tipos: readonly { valor: string; texto: string; detalle: string }[];
  elegidos: readonly string[];
};

/** When, and which of what is not essential, arrives by mail. */
export function FormularioPreferencias({ accion, resumenDiario, tipos, elegidos }: Props) {
  return (
    <FormularioAccion
      accion={accion}
      boton="Guardar"
      textoPendiente="Guardando…"
      hecho="Sus preferencias quedaron guardadas."
    >
      {({ error }) => (
        <>
          <RadioGrupo
            id="cuando"
            name="cuando"
            etiqueta="¿Cuándo los recibe?"
            valorInicial={resumenDiario ? "diario" : "momento"}
            error={error("cuando")}
            opciones={[
              { valor: "momento", texto: "Cada uno cuando ocurre" },
              {
                valor: "diario",
                texto: "Un resumen al día",
                detalle: "Un solo correo a las 08:00 de Chile continental, si hubo algo.",
              },
            ]}
          />
          {tipos.length > 0 && (
            <CasillaGrupo
              id="correo"
              name="correo"
              etiqueta="¿Cuáles recibe por correo?"
              valoresIniciales={elegidos}
              error={error("correo")}
              opciones={tipos}
            />
          )}
        </>
      )}
    </FormularioAccion>
  );
}
