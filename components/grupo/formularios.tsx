"use client";
import { FormularioAccion } from "@/components/formulario/formulario-accion";
import type { AccionFormulario } from "@/components/formulario/llamar";
import { EntradaBuscada } from "@/components/ui/entrada-buscada";
import { EntradaFecha } from "@/components/ui/entrada-fecha";
import { EntradaTexto } from "@/components/ui/entrada-texto";
import { RadioGrupo } from "@/components/ui/radio-grupo";

const REVISORES = "/coordinacion/buscar/revisores";
const COMO_SE_ELIGE = "Escriba parte de su nombre o su correo.";

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
  /** Who holds the place now, whether or not they still review. */
  actual: string | null;
  /** The other of the pair, if they may go on with what was in hand. */
  pareja: string | null;
};

/** Who takes a place of the pair, and who goes on with what its holder has in hand. */
export function FormularioPuesto({ accion, grupo, posicion, actual, pareja }: PropsPuesto) {
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
          <EntradaBuscada
            {...campo("revisor", "")}
            buscarEn={REVISORES}
            etiqueta={actual ? `En lugar de ${actual}` : "Persona revisora"}
            ayuda={actual ? `${COMO_SE_ELIGE} En blanco, el puesto queda vacío.` : COMO_SE_ELIGE}
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
export function FormularioAusencia({ accion }: { accion: AccionFormulario }) {
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
          <EntradaBuscada
            {...campo("revisor", "")}
            buscarEn={REVISORES}
            etiqueta="¿Quién se ausenta?"
            ayuda={COMO_SE_ELIGE}
          />
          <div className="grid gap-4 sm:grid-cols-2">
            <EntradaFecha {...campo("desde")} etiqueta="Primer día" ayuda="Desde las 00:00." />
            <EntradaFecha {...campo("hasta")} etiqueta="Último día" ayuda="Ese día también cuenta." />
          </div>
          <EntradaBuscada
            {...campo("suplente", "")}
            buscarEn={REVISORES}
            etiqueta="¿Quién cubre?"
            ayuda="En esos días verá también las instituciones de los grupos de quien se ausenta. En blanco, nadie."
            opcional
          />
        </>
      )}
    </FormularioAccion>
  );
}
