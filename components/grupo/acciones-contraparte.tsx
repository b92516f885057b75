"use client";
import { type ComponentProps, useState } from "react";
import { Alerta } from "@/components/ui/alerta";
import { Boton } from "@/components/ui/boton";
import { Casilla } from "@/components/ui/casilla-grupo";
import { Dialogo } from "@/components/ui/dialogo";
import { EntradaFecha } from "@/components/ui/entrada-fecha";
import { EntradaTexto } from "@/components/ui/entrada-texto";
import { FormularioAccion } from "@/components/ui/formulario-accion";
import { DocumentoDesignacion } from "./documento-designacion";

type Accion = ComponentProps<typeof FormularioAccion>["accion"];

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
  readonly designar: Accion;
  readonly adjuntar: ComponentProps<typeof DocumentoDesignacion>["adjuntar"];
  readonly traspasar: Accion;
};

type Lo = Parameters<ComponentProps<typeof FormularioAccion>["children"]>[0];

function CamposDocumento({
  lo,
  prefijo,
  por = "",
  en = "",
}: {
  lo: Lo;
  prefijo: string;
  por?: string;
  en?: string;
}) {
  return (
    <>
      <EntradaTexto
        id={`${prefijo}designadaPor`}
        name="designadaPor"
        etiqueta="Documento que la designa"
        ayuda="Su tipo y número, como «Oficio N° 240»."
        opcional
        autoComplete="off"
        defaultValue={lo.valor("designadaPor", por)}
        error={lo.error("designadaPor")}
      />
      <EntradaFecha
        id={`${prefijo}designadaEn`}
        name="designadaEn"
        etiqueta="Fecha del documento"
        opcional
        defaultValue={lo.valor("designadaEn", en)}
        error={lo.error("designadaEn")}
      />
    </>
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
              {(lo) => (
                <>
                  <CamposDocumento lo={lo} prefijo="designar-" por={designadaPor ?? ""} en={designadaEn} />
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
            <DocumentoDesignacion
              institucion={institucion}
              membresia={id}
              archivo={designacion}
              adjuntar={props.adjuntar}
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
            {(lo) => (
              <>
                <EntradaTexto
                  id="traspaso-nombre"
                  name="nombre"
                  etiqueta="Nombre y apellidos de quien la recibe"
                  autoComplete="off"
                  defaultValue={lo.valor("nombre")}
                  error={lo.error("nombre")}
                />
                <EntradaTexto
                  id="traspaso-correo"
                  name="correo"
                  type="email"
                  etiqueta="Correo institucional"
                  ayuda="Si no tiene cuenta, ahí llegará un enlace para elegir su clave."
                  autoComplete="off"
                  defaultValue={lo.valor("correo")}
                  error={lo.error("correo")}
                />
                <EntradaTexto
                  id="traspaso-cargo"
                  name="cargo"
                  etiqueta="Cargo"
                  opcional
                  autoComplete="off"
                  defaultValue={lo.valor("cargo")}
                  error={lo.error("cargo")}
                />
                <CamposDocumento lo={lo} prefijo="traspaso-" />
              </>
            )}
          </FormularioAccion>
        </div>
      </Dialogo>
    </div>
  );
}
