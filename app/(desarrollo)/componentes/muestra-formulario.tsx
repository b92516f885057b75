import { AreaTexto } from "@/components/ui/area-texto";
import { Casilla, CasillaGrupo } from "@/components/ui/casilla-grupo";
import { EntradaClave } from "@/components/ui/entrada-clave";
import { EntradaFecha } from "@/components/ui/entrada-fecha";
import { EntradaNumero } from "@/components/ui/entrada-numero";
import { EntradaRut } from "@/components/ui/entrada-rut";
import { EntradaTexto } from "@/components/ui/entrada-texto";
import { RadioGrupo } from "@/components/ui/radio-grupo";
import { ResumenErrores } from "@/components/ui/resumen-errores";
import { Seleccion } from "@/components/ui/seleccion";
import { Tarjeta } from "@/components/ui/tarjeta";
import { REVISE } from "@/lib/flujo/resultado";

/** Every field, in its plain, helped and faulty states. */
export function MuestraFormulario() {
  return (
    <Tarjeta titulo="Campos">
      <div className="flex flex-col gap-6">
        <ResumenErrores
          falla={{
            mensaje: REVISE,
            campos: {
              argumento: "Escriba el argumento del cambio",
              termino: "La fecha de término no existe",
              categorias: "Elija al menos una categoría",
            },
          }}
        />
        <div className="grid gap-6 md:grid-cols-2">
          <EntradaTexto
            id="nombre"
            name="nombre"
            etiqueta="Nombre de la actividad"
            defaultValue="Rediseño del formulario de reclamos"
          />
          <EntradaTexto
            id="correo"
            name="correo"
            type="email"
            etiqueta="Correo institucional"
            ayuda="Recibirá una invitación que vence en 7 días."
            error="Escriba un correo con arroba, por ejemplo nombre@servicio.gob.cl"
            defaultValue="rayen.antileo"
          />
          <Seleccion
            id="decision"
            name="decision"
            etiqueta="Decisión"
            vacia="Elija una decisión"
            opciones={[
              { valor: "mantener", texto: "Mantener" },
              { valor: "modificar", texto: "Modificar" },
              { valor: "eliminar", texto: "Eliminar" },
            ]}
          />
          <EntradaRut id="rut" name="rut" etiqueta="RUN" defaultValue="12.345.678-9" />
          <EntradaFecha id="inicio" name="inicio" etiqueta="Fecha de inicio" defaultValue="05/03/2025" />
          <EntradaFecha id="termino" name="termino" etiqueta="Fecha de término" defaultValue="31/06/2025" />
          <EntradaNumero id="meta" name="meta" etiqueta="Meta" sufijo="%" defaultValue="82,5" />
          <EntradaNumero
            id="numerador"
            name="numerador"
            etiqueta="Numerador"
            defaultValue="1.23x"
            ayuda="Cantidad de respuestas dentro del plazo."
          />
        </div>
        <AreaTexto
          id="argumento"
          name="argumento"
          etiqueta="Argumento del cambio"
          ayuda="Explique por qué se modifica y qué respalda la decisión."
          error="Escriba el argumento del cambio"
          limite={500}
          guia={{
            texto:
              "Los ajustes deben estar debidamente justificados y respaldados, y mantener coherencia con el diagnóstico.",
            seccion: "E3O1RT1, página 9",
          }}
        />
        <AreaTexto
          id="largo"
          name="largo"
          etiqueta="Interpretación del resultado"
          opcional
          limite={40}
          defaultValue="El resultado supera la meta porque se sumaron dos oficinas regionales."
        />
        <div className="grid gap-6 md:grid-cols-2">
          <CasillaGrupo
            id="categorias"
            name="categorias"
            etiqueta="Categorías del cambio"
            ayuda="Puede elegir más de una."
            error="Elija al menos una categoría"
            opciones={[
              {
                valor: "a",
                texto: "a. Cambios normativos",
                detalle: "Modificaciones legales o reglamentarias que afectan la actividad.",
              },
              {
                valor: "b",
                texto: "b. Cambios presupuestarios",
                detalle: "Rebajas o reasignaciones informadas por la Dipres.",
              },
              { valor: "g", texto: "g. Otra razón" },
            ]}
          />
          <div className="flex flex-col gap-6">
            <RadioGrupo
              id="ejecutada"
              name="ejecutada"
              etiqueta="¿Se ejecutó según lo descrito?"
              enLinea
              valorInicial="si"
              opciones={[
                { valor: "si", texto: "Sí" },
                { valor: "no", texto: "No" },
              ]}
            />
            <EntradaClave
              id="clave"
              name="clave"
              etiqueta="Clave"
              defaultValue="una frase larga y propia"
              ancho="medio"
            />
            <Casilla
              id="declaro"
              name="declaro"
              texto="Declaro que los cambios son coherentes con el diagnóstico de la etapa 1"
            />
          </div>
        </div>
      </div>
    </Tarjeta>
  );
}
