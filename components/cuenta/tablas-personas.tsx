import type { ComponentProps, ReactNode } from "react";
import { BotonConfirmado } from "@/components/ui/boton-confirmado";
import { Etiqueta } from "@/components/ui/etiqueta";
import { textoInstante } from "@/components/ui/instante";
import { Tabla } from "@/components/ui/tabla";
import { Vacio } from "@/components/ui/vacio";
import { ROLES, type Rol } from "@/lib/flujo/permiso";

type Integrante = {
  readonly id: string;
  readonly nombre: string;
  readonly correo: string;
  readonly rol: Rol;
  readonly preside: boolean;
  readonly cargo: string | null;
  readonly area: string | null;
};

type Invitacion = {
  readonly id: string;
  readonly nombre: string;
  readonly correo: string;
  readonly rol: Rol;
  readonly expiraEn: Date;
};

type Accion<E> = ComponentProps<typeof BotonConfirmado<E>>["accion"];

type Props<D extends object, I extends Integrante> = {
  integrantes: readonly I[];
  invitaciones: readonly Invitacion[];
  /** Instead of the rows when there are none, and under them when they are a page of more. */
  vacia?: ReactNode;
  paginas?: ReactNode;
  ahora: Date;
  /** What tells the server where: the code of the institution; nothing for the Red. */
  donde: D;
  /** Whose function the person may end; absent when they may end none. */
  retirable?: ((integrante: I) => boolean) | undefined;
  /** To which functions they may invite: those invitations are theirs to send again or cancel. */
  otorgable: (rol: Rol) => boolean;
  /** What leaving means, said before confirming. */
  alRetirar: (integrante: I) => string;
  retirar: Accion<D & { membresia: string }>;
  anular: Accion<D & { invitacion: string }>;
  reenviar: Accion<D & { invitacion: string }>;
};

const celdaNombre = ({ nombre, correo }: { nombre: string; correo: string }) => (
  <>
    {nombre}
    <span className="block font-normal break-all text-texto-suave">{correo}</span>
  </>
);

const NADA = <span className="text-texto-suave">—</span>;

/** Who has a function, in an institution or in the Red, and who has been invited and has not answered. */
export function TablasPersonas<D extends object, I extends Integrante>(props: Props<D, I>) {
  const { integrantes, invitaciones, ahora, donde, retirable, otorgable } = props;
  return (
    <>
      <Tabla
        titulo="Con función vigente"
        filas={integrantes}
        clave={(fila) => fila.id}
        vacia={
          props.vacia ?? (
            <Vacio titulo="Todavía no hay personas" icono="persona">
              Invite a la primera con el formulario de abajo.
            </Vacio>
          )
        }
        columnas={[
          { id: "nombre", titulo: "Nombre", encabezaFila: true, celda: celdaNombre },
          {
            id: "funcion",
            titulo: "Función",
            celda: (fila) => (
              <>
                {ROLES[fila.rol].nombre} {fila.preside && <Etiqueta tono="info">Preside</Etiqueta>}
              </>
            ),
          },
          {
            id: "cargo",
            titulo: "Cargo",
            celda: (fila) => [fila.cargo, fila.area].filter(Boolean).join(", ") || "—",
          },
          ...(retirable
            ? [
                {
                  id: "acciones",
                  titulo: "Acciones",
                  celda: (fila: I) =>
                    retirable(fila) ? (
                      <BotonConfirmado
                        accion={props.retirar}
                        entrada={{ ...donde, membresia: fila.id }}
                        texto="Retirar"
                        nombre={fila.nombre}
                        titulo={`¿Retirar a ${fila.nombre}?`}
                        explicacion={props.alRetirar(fila)}
                        hecho={`${fila.nombre} ya no tiene esa función.`}
                      />
                    ) : (
                      NADA
                    ),
                },
              ]
            : []),
        ]}
      />
      {props.paginas}
      {invitaciones.length > 0 && (
        <Tabla
          titulo="Invitaciones sin responder"
          filas={invitaciones}
          clave={(fila) => fila.id}
          columnas={[
            { id: "nombre", titulo: "Nombre", encabezaFila: true, celda: celdaNombre },
            { id: "funcion", titulo: "Función", celda: (fila) => ROLES[fila.rol].nombre },
            {
              id: "vence",
              titulo: "Vence",
              celda: (fila) =>
                fila.expiraEn > ahora ? (
                  textoInstante(fila.expiraEn)
                ) : (
                  <Etiqueta tono="advertencia">Venció</Etiqueta>
                ),
            },
            {
              id: "acciones",
              titulo: "Acciones",
              celda: (fila) =>
                otorgable(fila.rol) ? (
                  <div className="flex flex-wrap gap-1">
                    <BotonConfirmado
                      accion={props.reenviar}
                      entrada={{ ...donde, invitacion: fila.id }}
                      texto="Reenviar"
                      nombre={`la invitación a ${fila.nombre}`}
                      titulo={`¿Reenviar la invitación a ${fila.nombre}?`}
                      explicacion={`Llegará un enlace nuevo a ${fila.correo}. El anterior dejará de funcionar.`}
                      hecho="La invitación va otra vez en camino."
                      peligrosa={false}
                    />
                    <BotonConfirmado
                      accion={props.anular}
                      entrada={{ ...donde, invitacion: fila.id }}
                      texto="Anular"
                      nombre={`la invitación a ${fila.nombre}`}
                      titulo={`¿Anular la invitación a ${fila.nombre}?`}
                      explicacion="El enlace que recibió dejará de funcionar. Puede invitarle de nuevo cuando quiera."
                      hecho="La invitación quedó anulada."
                    />
                  </div>
                ) : (
                  NADA
                ),
            },
          ]}
        />
      )}
    </>
  );
}
