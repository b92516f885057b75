"use client";
import type { Falla } from "@/components/formulario/llamar";
import { Alerta } from "@/components/ui/alerta";
import type { CitaGuia } from "@/components/ui/campo";
import { SubirArchivo } from "@/components/ui/subir-archivo";
import { LIMITES_ARCHIVO } from "@/lib/flujo/archivo";
import { type ArchivoVisto, ListaArchivos } from "./lista-archivos";
import type { useSubidas } from "./usar-subidas";

type Props = {
  institucion: string;
  id: string;
  etiqueta: string;
  ayuda: string;
  guia?: CitaGuia | undefined;
  /** Several files, or one. */
  varios: boolean;
  archivos: readonly ArchivoVisto[];
  puedeLlenar: boolean;
  subidas: ReturnType<typeof useSubidas>;
  falla: Falla | null;
  alQuitar: (archivo: ArchivoVisto) => void;
};

/** Where files are sent and those that are there already: each can be opened, and taken away by who fills in. */
export function CajaArchivos(props: Props) {
  const { institucion, etiqueta, guia, varios, archivos, puedeLlenar, subidas, falla } = props;
  return (
    <div className="flex min-w-0 flex-col gap-3">
      {puedeLlenar ? (
        <SubirArchivo
          id={props.id}
          etiqueta={etiqueta}
          ayuda={props.ayuda}
          {...(guia && { guia })}
          acepta={LIMITES_ARCHIVO.aceptar}
          varios={varios}
          camara
          archivos={subidas.archivos}
          alElegir={subidas.elegir}
          alQuitar={subidas.quitar}
          alReintentar={subidas.reintentar}
        />
      ) : (
        <p className="font-medium">{etiqueta}</p>
      )}
      {falla && (
        <Alerta tono="advertencia" anuncia>
          {falla.mensaje}
        </Alerta>
      )}
      <ListaArchivos
        institucion={institucion}
        etiqueta={etiqueta}
        archivos={archivos}
        alQuitar={puedeLlenar ? props.alQuitar : undefined}
      />
      {archivos.length === 0 && !puedeLlenar && (
        <p className="text-texto-suave">{varios ? "Sin archivos." : "Sin archivo."}</p>
      )}
    </div>
  );
}
