"use client";
import { FormularioAccion } from "@/components/formulario/formulario-accion";
import { Casilla } from "@/components/ui/casilla-grupo";
import { EntradaTexto } from "@/components/ui/entrada-texto";
import { RadioGrupo } from "@/components/ui/radio-grupo";
import { guardar } from "./acciones";

type Institucion = {
  id: string;
  codigo: string;
  nombre: string;
  ministerio: string;
  mesu: boolean;
  activa: boolean;
  quorum: "mayoria" | "unanimidad";
  exigePresidencia: boolean;
};

/** An institution, new or already there. */
export function FormularioInstitucion({ institucion }: { institucion?: Institucion }) {
  return (
    <FormularioAccion
      accion={guardar}
      ocultos={institucion ? { id: institucion.id } : {}}
      boton="Guardar"
      textoPendiente="Guardando…"
    >
      {({ campo, error, valor }) => (
        <>
          <EntradaTexto
            {...campo("codigo", institucion?.codigo)}
            etiqueta="Código"
            ancho="corto"
            ayuda="Corto y sin espacios: aparece en las direcciones de la institución."
          />
          <EntradaTexto {...campo("nombre", institucion?.nombre)} etiqueta="Nombre" />
          <EntradaTexto {...campo("ministerio", institucion?.ministerio)} etiqueta="Ministerio" />
          <RadioGrupo
            id="quorum"
            name="quorum"
            etiqueta="El Comité aprueba por"
            valorInicial={valor("quorum", institucion?.quorum ?? "mayoria") ?? "mayoria"}
            opciones={[
              { valor: "mayoria", texto: "Mayoría de sus integrantes" },
              { valor: "unanimidad", texto: "Todos sus integrantes" },
            ]}
            error={error("quorum")}
          />
          <Casilla
            id="exigePresidencia"
            name="exigePresidencia"
            value="si"
            texto="Exige la firma de quien preside"
            defaultChecked={institucion?.exigePresidencia ?? true}
          />
          <Casilla
            id="mesu"
            name="mesu"
            value="si"
            texto="Aplica la medición de satisfacción usuaria (MESU)"
            defaultChecked={institucion?.mesu ?? false}
          />
          <Casilla
            id="activa"
            name="activa"
            value="si"
            texto="Reporta en la plataforma"
            defaultChecked={institucion?.activa ?? true}
          />
        </>
      )}
    </FormularioAccion>
  );
}
