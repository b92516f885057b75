"use client";
import { useState } from "react";
import { type ArchivoVisto, ListaArchivos } from "@/components/archivo/lista-archivos";
import { useSubidas } from "@/components/archivo/usar-subidas";
import { Alerta } from "@/components/ui/alerta";
import { avisar } from "@/components/ui/avisos-cola";
import { SubirArchivo } from "@/components/ui/subir-archivo";
import { LIMITES_ARCHIVO } from "@/lib/flujo/archivo";

type Respuesta = { ok: true } | { ok: false; falla: { mensaje: string } };

type Props = {
  readonly institucion: string;
  readonly membresia: string;
  readonly archivo: ArchivoVisto | null;
  readonly adjuntar: (
    previo: null,
    entrada: { institucion: string; membresia: string; archivo: string },
  ) => Promise<Respuesta>;
};

/** The file of the designation: choosing another replaces it; taking it away can be undone. */
export function DocumentoDesignacion({ institucion, membresia, archivo, adjuntar }: Props) {
  const [falla, setFalla] = useState<string | null>(null);
  async function poner(id: string): Promise<string | null> {
    const hecho = await adjuntar(null, { institucion, membresia, archivo: id }).catch(() => null);
    return hecho?.ok
      ? null
      : (hecho?.falla.mensaje ?? "No hay conexión con la plataforma. Inténtelo de nuevo.");
  }
  const subidas = useSubidas({
    institucion,
    destino: `designacion ${membresia}`,
    alListo: async ({ id, nombre }) => {
      const mal = await poner(id);
      if (!mal) avisar({ tono: "exito", texto: `«${nombre}» quedó adjunto.` });
      return mal;
    },
  });

  async function quitar({ id, nombre }: ArchivoVisto) {
    const mal = await poner("");
    setFalla(mal);
    if (mal) return;
    avisar({
      tono: "exito",
      texto: `Se quitó «${nombre}».`,
      accion: { texto: "Deshacer", alPulsar: () => void poner(id) },
    });
  }

  return (
    <div className="flex flex-col gap-3">
      <SubirArchivo
        id={`designacion-${membresia}`}
        etiqueta="Copia del documento"
        ayuda={`Un archivo de hasta ${LIMITES_ARCHIVO.tamanoMaximoTexto}; de preferencia, PDF.${archivo ? " Si elige otro, reemplaza al actual." : ""}`}
        acepta={LIMITES_ARCHIVO.aceptar}
        varios={false}
        camara
        archivos={subidas.archivos}
        alElegir={subidas.elegir}
        alQuitar={subidas.quitar}
        alReintentar={subidas.reintentar}
      />
      {falla && (
        <Alerta tono="advertencia" anuncia>
          {falla}
        </Alerta>
      )}
      <ListaArchivos
        institucion={institucion}
        etiqueta="Copia del documento"
        archivos={archivo ? [archivo] : []}
        alQuitar={quitar}
      />
    </div>
  );
}
