"use client";
import { type ReactNode, useRef } from "react";
import { useBorradorDelFormulario } from "@/components/formulario/borrador";
import { useEnvio } from "@/components/formulario/usar-envio";
import { AreaTexto } from "@/components/ui/area-texto";
import { Boton } from "@/components/ui/boton";
import { Casilla } from "@/components/ui/casilla-grupo";
import { ResumenErrores } from "@/components/ui/resumen-errores";
import type { AccionComite, MateriaEnPantalla, RespuestaComite } from "./acciones";
import { ClaveDeNuevo, type Identidad } from "./identidad";

type Props = MateriaEnPantalla & {
  accion: AccionComite;
  huella: string;
  identidad: Identidad;
  /** The plan changes: who signs declares that it keeps coherent with the diagnosis (APL-05). */
  declara: boolean;
};

const DECLARACION =
  "Declaro que los ajustes al plan resguardan la coherencia con el diagnóstico de la etapa 1.";

function Ocultos({ institucion, materia, huella }: Pick<Props, "institucion" | "materia" | "huella">) {
  return (
    <>
      <input type="hidden" name="institucion" value={institucion} />
      <input type="hidden" name="materia" value={materia} />
      <input type="hidden" name="huella" value={huella} />
    </>
  );
}

/** The signature of a member; `children` says on what. Works without script. */
export function FormularioFirma(props: Props & { children: ReactNode }) {
  const { accion, conArticulo, identidad, declara } = props;
  const { respuesta, formulario: envio } = useEnvio<RespuestaComite>(accion);
  const falla = respuesta?.ok === false ? respuesta.falla : null;
  const campos = falla?.campos ?? {};
  return (
    <form {...envio} className="flex flex-col gap-4" noValidate>
      <ResumenErrores falla={falla} prefijo="firma-" />
      <Ocultos {...props} />
      {props.children}
      {declara && (
        <Casilla
          id="firma-declaraCoherencia"
          name="declaraCoherencia"
          value="si"
          texto={DECLARACION}
          error={campos.declaraCoherencia}
          defaultChecked={respuesta?.ok === false && respuesta.valores?.declaraCoherencia === "si"}
        />
      )}
      <ClaveDeNuevo
        identidad={identidad}
        prefijo="firma-"
        error={campos.clave}
        pedida={falla?.codigo === "reautenticar"}
      />
      <div>
        <Boton
          type="submit"
          textoPendiente="Firmando…"
          bloqueado={!identidad.reciente && !identidad.tieneClave}
        >
          Firmar {conArticulo}
        </Boton>
      </div>
    </form>
  );
}

/** The objection of a member, with its reason: it closes the version and the counterpart is told at once. */
export function FormularioObjecion(props: Omit<Props, "declara">) {
  const { accion, conArticulo, huella, identidad } = props;
  const { respuesta, formulario: envio } = useEnvio<RespuestaComite>(accion);
  const formulario = useRef<HTMLFormElement>(null);
  useBorradorDelFormulario(formulario, [`Objeción a ${conArticulo}`, props.institucion, huella], respuesta);
  const falla = respuesta?.ok === false ? respuesta : null;
  const campos = falla?.falla.campos ?? {};
  return (
    <form ref={formulario} {...envio} className="flex flex-col gap-4" noValidate>
      <ResumenErrores falla={falla?.falla ?? null} prefijo="objecion-" />
      <Ocultos {...props} />
      <AreaTexto
        key={falla?.valores?.motivo ?? "inicio"}
        id="objecion-motivo"
        name="motivo"
        etiqueta="Motivo de su objeción"
        ayuda="La contraparte lo lee de inmediato. Diga qué debe cambiar y dónde. Las firmas ya dadas a esta versión quedan sin efecto."
        defaultValue={falla?.valores?.motivo}
        error={campos.motivo}
      />
      <ClaveDeNuevo
        identidad={identidad}
        prefijo="objecion-"
        error={campos.clave}
        pedida={falla?.falla.codigo === "reautenticar"}
      />
      <div>
        <Boton
          type="submit"
          variante="secundario"
          textoPendiente="Enviando…"
          bloqueado={!identidad.reciente && !identidad.tieneClave}
        >
          Objetar {conArticulo}
        </Boton>
      </div>
    </form>
  );
}
