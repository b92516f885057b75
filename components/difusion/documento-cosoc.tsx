"use client";
import { type ArchivoVisto, ListaArchivos } from "@/components/archivo/lista-archivos";
import { useSubidas } from "@/components/archivo/usar-subidas";
import type { AccionInstitucion } from "@/components/formulario/llamar";
import { useAccion } from "@/components/formulario/usar-accion";
import { Alerta } from "@/components/ui/alerta";
import { avisar } from "@/components/ui/avisos-cola";
import { SubirArchivo } from "@/components/ui/subir-archivo";
import { LIMITES_ARCHIVO } from "@/lib/flujo/archivo";
import { AYUDA_ARCHIVO } from "./limites";

type Documento = "acto" | "dictamen";

type Props = {
  institucion: string;
  documento: Documento;
  etiqueta: string;
  archivo: ArchivoVisto | null;
  puedeLlenar: boolean;
  poner: AccionInstitucion<{ documento: Documento; archivo: string }>;
};

/** One document of the COSOC: choosing another replaces it; taking it away can be undone. */
export function DocumentoCosoc({ institucion, documento, etiqueta, archivo, puedeLlenar, poner }: Props) {
  const accion = useAccion(poner, institucion);
  const subidas = useSubidas({
    institucion,
    destino: `cosoc ${documento}`,
    alListo: async ({ id, nombre }) => {
      const hecho = await poner(null, { institucion, documento, archivo: id }).catch(() => null);
      if (hecho?.ok) avisar({ tono: "exito", texto: `«${nombre}» quedó adjunto.` });
      return hecho?.ok ? null : (hecho?.falla.mensaje ?? "Se subió, pero no quedó adjunto. Reintente.");
    },
  });

  async function quitar({ id, nombre }: ArchivoVisto) {
    if ((await accion.llamar({ documento, archivo: "" })) === undefined) return;
    avisar({
      tono: "exito",
      texto: `Se quitó «${nombre}».`,
      accion: { texto: "Deshacer", alPulsar: () => void accion.llamar({ documento, archivo: id }) },
    });
  }

  return (
    <div className="flex min-w-0 flex-col gap-3">
      {puedeLlenar ? (
        <SubirArchivo
          id={`${documento}-cosoc`}
          etiqueta={etiqueta}
          ayuda={`${AYUDA_ARCHIVO}${archivo ? " Si elige otro, reemplaza al actual." : ""}`}
          acepta={LIMITES_ARCHIVO.aceptar}
          varios={false}
          camara
          archivos={subidas.archivos}
          alElegir={subidas.elegir}
          alQuitar={subidas.quitar}
          alReintentar={subidas.reintentar}
        />
      ) : (
        <p className="font-medium">{etiqueta}</p>
      )}
      {accion.falla && (
        <Alerta tono="advertencia" anuncia>
          {accion.falla.mensaje}
        </Alerta>
      )}
      <ListaArchivos
        institucion={institucion}
        etiqueta={etiqueta}
        archivos={archivo ? [archivo] : []}
        alQuitar={puedeLlenar ? quitar : undefined}
      />
      {!archivo && !puedeLlenar && <p className="text-texto-suave">Sin archivo.</p>}
    </div>
  );
}
