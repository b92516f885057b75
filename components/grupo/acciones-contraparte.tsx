"use client";
import { useState } from "react";
import { Documento } from "@/components/archivo/documento";
import { type DeFormulario, FormularioAccion } from "@/components/formulario/formulario-accion";
import type { AccionFormulario, AccionInstitucion } from "@/components/formulario/llamar";
import { Alerta } from "@/components/ui/alerta";
import { Boton } from "@/components/ui/boton";
import { Casilla } from "@/components/ui/casilla-grupo";
import { Dialogo } from "@/components/ui/dialogo";
import { EntradaFecha } from "@/components/ui/entrada-fecha";
import { EntradaTexto } from "@/components/ui/entrada-texto";

type Props = {
  readonly institucion: string;
  readonly contraparte: {
    readonly id: string;
    readonly nombre: string;
    /** In words, in lower case. */
    readonly funcion: string;
    readonly mesu: boolean;
    readonly designadaPor: string | null;
    /** As it is typed: dd/mm/aaaa, or "". */
    readonly designadaEn: string;
    readonly designacion: { readonly id: string; readonly nombre: string; readonly tamano: number } | null;
  };
  readonly puedeDesignar: boolean;
  readonly puedeAdjuntar: boolean;
  readonly puedeTraspasar: boolean;
  /** The function is of whoever looks. */
  readonly propia: boolean;
  readonly designar: AccionFormulario;
  readonly adjuntar: AccionInstitucion<{ membresia: string; archivo: string }>;
  readonly traspasar: AccionFormulario;
};

function CamposDocumento({
  campo,
  por = "",
  en = "",
}: Pick<DeFormulario, "campo"> & { por?: string; en?: string }) {
  return (
    <>
      <EntradaTexto
        {...campo("designadaPor", por)}
        etiqueta="Documento que la designa"
        ayuda="Su tipo y número, como «Oficio N° 240»."
        opcional
        autoComplete="off"
      />
      <EntradaFecha {...campo("designadaEn", en)} etiqueta="Fecha del documento" opcional />
    </>
  );
}

/** Asked by the server. It carries the address it was asked of: confirming one does not confirm another. */
function Confirmado({ correo, error }: { correo: string; error: string | undefined }) {
  if (correo === "") return null;
  return (
    <Casilla
      id="traspaso-confirmado"
      name="confirmado"
      value={correo}
      texto={`Sí, la función pasa a quien ingresa con ${correo}`}
      defaultChecked={!error}
      error={error}
    />
  );
}

/** What may be done with a counterpart in office: their document, and handing their function over. */
export function AccionesContraparte(props: Props) {
  const { institucion, contraparte, puedeDesignar, puedeAdjuntar, puedeTraspasar, propia } = props;
  const { id, nombre, funcion, mesu, designadaPor, designadaEn, designacion } = contraparte;
  const [abierto, setAbierto] = useState<"documento" | "traspaso" | null>(null);
  const cerrar = () => setAbierto(null);
  const ocultos = { institucion, membresia: id };
  return (
    <div className="flex flex-wrap gap-x-3 gap-y-1">
      <Boton variante="sutil" onClick={() => setAbierto("documento")}>
        Designación<span className="sr-only"> de {nombre}</span>
      </Boton>
      {puedeTraspasar && (
        <Boton variante="sutil" onClick={() => setAbierto("traspaso")}>
          Traspasar<span className="sr-only"> la función de {nombre}</span>
        </Boton>
      )}
      <Dialogo abierto={abierto === "documento"} alCerrar={cerrar} titulo={`Designación de ${nombre}`}>
        <div className="flex flex-col gap-6">
          {puedeDesignar && (
            <FormularioAccion
              accion={props.designar}
              ocultos={ocultos}
              prefijo="designar-"
              boton="Guardar"
              textoPendiente="Guardando…"
              hecho="La designación quedó registrada."
            >
              {({ campo }) => (
                <>
                  <CamposDocumento campo={campo} por={designadaPor ?? ""} en={designadaEn} />
                  <Casilla
                    id="designar-mesu"
                    name="mesu"
                    value="si"
                    texto="También es contraparte de la Medición de Satisfacción Usuaria (MESU)"
                    defaultChecked={mesu}
                  />
                </>
              )}
            </FormularioAccion>
          )}
          {puedeAdjuntar && (
            <Documento
              institucion={institucion}
              id={`designacion-${id}`}
              etiqueta="Copia del documento"
              datos={{ membresia: id }}
              archivo={designacion}
              puedeLlenar
              poner={props.adjuntar}
            />
          )}
        </div>
      </Dialogo>
      <Dialogo
        abierto={abierto === "traspaso"}
        alCerrar={cerrar}
        titulo={`Traspasar la función de ${nombre}`}
      >
        <div className="flex flex-col gap-6">
          <Alerta tono="info">
            Quien la reciba será {funcion} desde ese momento, con todo lo registrado y los avisos pendientes.{" "}
            {propia
              ? "Usted dejará de serlo y su sesión terminará. Lo que hizo se conserva con su nombre."
              : `${nombre} dejará de serlo y sus sesiones terminarán. Lo que hizo se conserva con su nombre.`}
          </Alerta>
          <FormularioAccion
            accion={props.traspasar}
            ocultos={ocultos}
            prefijo="traspaso-"
            boton="Traspasar"
            textoPendiente="Traspasando…"
            hecho="La función cambió de manos. Quien la recibe tiene un correo."
          >
            {({ campo, error, valor }) => (
              <>
                <EntradaTexto
                  {...campo("nombre")}
                  etiqueta="Nombre y apellidos de quien la recibe"
                  autoComplete="off"
                />
                <EntradaTexto
                  {...campo("correo")}
                  type="email"
                  etiqueta="Correo institucional"
                  ayuda="Si no tiene cuenta, ahí llegará un enlace para elegir su clave."
                  autoComplete="off"
                />
                <EntradaTexto {...campo("cargo")} etiqueta="Cargo" opcional autoComplete="off" />
                <CamposDocumento campo={campo} />
                <Confirmado
                  correo={(error("confirmado") ? valor("correo") : valor("confirmado")) ?? ""}
                  error={error("confirmado")}
                />
              </>
            )}
          </FormularioAccion>
        </div>
      </Dialogo>
    </div>
  );
}
