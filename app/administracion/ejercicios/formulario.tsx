"use client";
import { EntradaFecha } from "@/components/ui/entrada-fecha";
import { EntradaTexto } from "@/components/ui/entrada-texto";
import { FormularioAccion } from "@/components/ui/formulario-accion";
import { HITOS, type Hito } from "@/lib/casos/administracion/hitos";
import { guardar } from "./acciones";

type Props = {
  prefijo: string;
  anio: string;
  edicion: string;
  hitos: Partial<Record<Hito, { fecha: string; hora: string }>>;
};

/** The milestones of a year. */
export function FormularioEjercicio({ prefijo, anio, edicion, hitos }: Props) {
  return (
    <FormularioAccion
      accion={guardar}
      prefijo={prefijo}
      ocultos={anio ? { anio } : {}}
      boton="Guardar hitos"
      textoPendiente="Guardando…"
      hecho="Los hitos quedaron guardados."
    >
      {({ error, valor }) => (
        <>
          <div className="flex flex-wrap gap-6">
            {!anio && (
              <EntradaTexto
                id={`${prefijo}anio`}
                name="anio"
                etiqueta="Año"
                ancho="corto"
                inputMode="numeric"
                defaultValue={valor("anio")}
                error={error("anio")}
              />
            )}
            <EntradaTexto
              id={`${prefijo}edicion`}
              name="edicion"
              etiqueta="Edición de la guía"
              ancho="medio"
              defaultValue={valor("edicion", edicion)}
              error={error("edicion")}
            />
          </div>
          {HITOS.map(({ campo, nombre }) => (
            <fieldset key={campo} className="flex flex-col gap-3">
              <legend className="mb-2 font-titulo font-semibold text-titulo">{nombre}</legend>
              <div className="flex flex-wrap gap-6">
                <EntradaFecha
                  id={`${prefijo}${campo}`}
                  name={campo}
                  etiqueta="Día"
                  defaultValue={valor(campo, hitos[campo]?.fecha)}
                  error={error(campo)}
                />
                <EntradaTexto
                  id={`${prefijo}${campo}Hora`}
                  name={`${campo}Hora`}
                  etiqueta="Hora"
                  ancho="corto"
                  placeholder="hh:mm"
                  defaultValue={valor(`${campo}Hora`, hitos[campo]?.hora)}
                />
              </div>
            </fieldset>
          ))}
        </>
      )}
    </FormularioAccion>
  );
}
