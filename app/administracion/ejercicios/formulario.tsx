"use client";
import { FormularioAccion } from "@/components/formulario/formulario-accion";
import { EntradaFecha } from "@/components/ui/entrada-fecha";
import { EntradaTexto } from "@/components/ui/entrada-texto";
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
      {({ campo }) => (
        <>
          <div className="flex flex-wrap gap-6">
            {!anio && <EntradaTexto {...campo("anio")} etiqueta="Año" ancho="corto" inputMode="numeric" />}
            <EntradaTexto {...campo("edicion", edicion)} etiqueta="Edición de la guía" ancho="medio" />
          </div>
          {HITOS.map(({ campo: hito, nombre }) => (
            <fieldset key={hito} className="flex flex-col gap-3">
              <legend className="mb-2 font-titulo font-semibold text-titulo">{nombre}</legend>
              <div className="flex flex-wrap gap-6">
                <EntradaFecha {...campo(hito, hitos[hito]?.fecha)} etiqueta="Día" />
                <EntradaTexto
                  {...campo(`${hito}Hora`, hitos[hito]?.hora)}
                  etiqueta="Hora"
                  ancho="corto"
                  placeholder="hh:mm"
                />
              </div>
            </fieldset>
          ))}
        </>
      )}
    </FormularioAccion>
  );
}
