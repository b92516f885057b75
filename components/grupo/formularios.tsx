"use client";
import { EntradaFecha } from "@/components/ui/entrada-fecha";
import { EntradaTexto } from "@/components/ui/entrada-texto";
import { type AccionFormulario, FormularioAccion } from "@/components/ui/formulario-accion";
import { RadioGrupo } from "@/components/ui/radio-grupo";
import { type Opcion, Seleccion } from "@/components/ui/seleccion";

/** A new group of the exercise. */
export function FormularioGrupo({ accion }: { accion: AccionFormulario }) {
  return (
    <FormularioAccion
      accion={accion}
      prefijo="crear-"
      boton="Crear grupo"
      textoPendiente="Creando…"
      hecho="El grupo quedó creado. Ahora nombre su dupla y mueva sus instituciones."
    >
      {({ campo }) => (
        <EntradaTexto {...campo("nombre")} etiqueta="Nombre del grupo" ancho="medio" autoComplete="off" />
      )}
    </FormularioAccion>
  );
}

/** Another name for a group. */
export function FormularioNombre({
  accion,
  grupo,
  nombre,
}: {
  accion: AccionFormulario;
  grupo: string;
  nombre: string;
}) {
  return (
    <FormularioAccion
      accion={accion}
      ocultos={{ grupo }}
      prefijo="nombre-"
      boton="Cambiar nombre"
      textoPendiente="Cambiando…"
      hecho="El grupo tiene el nombre nuevo."
    >
      {({ campo }) => (
        <EntradaTexto
          {...campo("nombre", nombre)}
          etiqueta="Nombre del grupo"
          ancho="medio"
          autoComplete="off"
        />
      )}
    </FormularioAccion>
  );
}

type PropsPuesto = {
  accion: AccionFormulario;
  grupo: string;
  posicion: 1 | 2;
  /** Who holds the place now, and how much they have in hand inside the group. */
  actual: string | null;
  pareja: string | null;
  revisores: readonly Opcion[];
};

/** Who takes a place of the pair, and who goes on with what its holder has in hand. */
export function FormularioPuesto({ accion, grupo, posicion, actual, pareja, revisores }: PropsPuesto) {
  const prefijo = `puesto${posicion}-`;
  const opciones = [
    { valor: "reemplazo", texto: "Quien entra en su lugar" },
    ...(pareja ? [{ valor: "pareja", texto: `${pareja}, la otra persona de la dupla` }] : []),
  ];
  return (
    <FormularioAccion
      accion={accion}
      ocultos={{ grupo, posicion: String(posicion), ...(actual === null && { sigue: "reemplazo" }) }}
      prefijo={prefijo}
      boton={actual ? "Reemplazar" : "Nombrar"}
      textoPendiente="Guardando…"
      hecho="La dupla cambió. Quienes entran y salen reciben un aviso."
    >
      {({ campo, error, valor }) => (
        <>
          <Seleccion
            {...campo("revisor", "")}
            etiqueta={actual ? `En lugar de ${actual}` : "Persona revisora"}
            vacia={actual ? "Nadie: dejar el puesto vacío" : "Elija a la persona"}
            opciones={revisores}
          />
          {actual && (
            <RadioGrupo
              id={`${prefijo}sigue`}
              name="sigue"
              etiqueta={`¿Quién sigue con las instituciones que tiene en sus manos ${actual}?`}
              opciones={opciones}
              valorInicial={valor("sigue", "reemplazo") ?? "reemplazo"}
              error={error("sigue")}
            />
          )}
        </>
      )}
    </FormularioAccion>
  );
}

/** Days on which somebody is away, and who covers. */
export function FormularioAusencia({
  accion,
  revisores,
}: {
  accion: AccionFormulario;
  revisores: readonly Opcion[];
}) {
  return (
    <FormularioAccion
      accion={accion}
      prefijo="ausencia-"
      boton="Registrar ausencia"
      textoPendiente="Registrando…"
      hecho="La ausencia quedó registrada. Quien cubre recibe un aviso."
    >
      {({ campo }) => (
        <>
          <Seleccion
            {...campo("revisor", "")}
            etiqueta="¿Quién se ausenta?"
            vacia="Elija a la persona"
            opciones={revisores}
          />
          <div className="grid gap-4 sm:grid-cols-2">
            <EntradaFecha {...campo("desde")} etiqueta="Primer día" ayuda="Desde las 00:00." />
            <EntradaFecha {...campo("hasta")} etiqueta="Último día" ayuda="Ese día también cuenta." />
          </div>
          <Seleccion
            {...campo("suplente", "")}
            etiqueta="¿Quién cubre?"
            ayuda="En esos días verá también las instituciones de los grupos de quien se ausenta."
            vacia="Nadie"
            opcional
            opciones={revisores}
          />
        </>
      )}
    </FormularioAccion>
  );
}
