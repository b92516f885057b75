"use client";
import type { ComponentProps } from "react";
import { EntradaFecha } from "@/components/ui/entrada-fecha";
import { EntradaTexto } from "@/components/ui/entrada-texto";
import { FormularioAccion } from "@/components/ui/formulario-accion";
import { RadioGrupo } from "@/components/ui/radio-grupo";
import { type Opcion, Seleccion } from "@/components/ui/seleccion";

type Accion = ComponentProps<typeof FormularioAccion>["accion"];

/** A new group of the exercise. */
export function FormularioGrupo({ accion }: { accion: Accion }) {
  return (
    <FormularioAccion
      accion={accion}
      prefijo="crear-"
      boton="Crear grupo"
      textoPendiente="Creando…"
      hecho="El grupo quedó creado. Ahora nombre su dupla y mueva sus instituciones."
    >
      {({ error, valor }) => (
        <EntradaTexto
          id="crear-nombre"
          name="nombre"
          etiqueta="Nombre del grupo"
          ancho="medio"
          autoComplete="off"
          defaultValue={valor("nombre")}
          error={error("nombre")}
        />
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
  accion: Accion;
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
      {({ error, valor }) => (
        <EntradaTexto
          id="nombre-nombre"
          name="nombre"
          etiqueta="Nombre del grupo"
          ancho="medio"
          autoComplete="off"
          defaultValue={valor("nombre", nombre)}
          error={error("nombre")}
        />
      )}
    </FormularioAccion>
  );
}

type PropsPuesto = {
  accion: Accion;
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
      {({ error, valor }) => (
        <>
          <Seleccion
            id={`${prefijo}revisor`}
            name="revisor"
            etiqueta={actual ? `En lugar de ${actual}` : "Persona revisora"}
            vacia={actual ? "Nadie: dejar el puesto vacío" : "Elija a la persona"}
            opciones={revisores}
            defaultValue={valor("revisor", "")}
            error={error("revisor")}
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
export function FormularioAusencia({ accion, revisores }: { accion: Accion; revisores: readonly Opcion[] }) {
  return (
    <FormularioAccion
      accion={accion}
      prefijo="ausencia-"
      boton="Registrar ausencia"
      textoPendiente="Registrando…"
      hecho="La ausencia quedó registrada. Quien cubre recibe un aviso."
    >
      {({ error, valor }) => (
        <>
          <Seleccion
            id="ausencia-revisor"
            name="revisor"
            etiqueta="¿Quién se ausenta?"
            vacia="Elija a la persona"
            opciones={revisores}
            defaultValue={valor("revisor", "")}
            error={error("revisor")}
          />
          <div className="grid gap-4 sm:grid-cols-2">
            <EntradaFecha
              id="ausencia-desde"
              name="desde"
              etiqueta="Primer día"
              defaultValue={valor("desde")}
              error={error("desde")}
            />
            <EntradaFecha
              id="ausencia-hasta"
              name="hasta"
              etiqueta="Último día"
              ayuda="Ese día también cuenta."
              defaultValue={valor("hasta")}
              error={error("hasta")}
            />
          </div>
          <Seleccion
            id="ausencia-suplente"
            name="suplente"
            etiqueta="¿Quién cubre?"
            ayuda="En esos días verá también las instituciones de los grupos de quien se ausenta."
            vacia="Nadie"
            opcional
            opciones={revisores}
            defaultValue={valor("suplente", "")}
            error={error("suplente")}
          />
        </>
      )}
    </FormularioAccion>
  );
}
