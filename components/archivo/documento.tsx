"use client";
import type { AccionInstitucion } from "@/components/formulario/llamar";
import { useAccion } from "@/components/formulario/usar-accion";
import { avisar } from "@/components/ui/avisos-cola";
import { atarArchivo } from "./atar";
import { CajaArchivos } from "./caja-archivos";
import { AYUDA_ARCHIVO } from "./limites";
import type { ArchivoVisto } from "./lista-archivos";
import { useSubidas } from "./usar-subidas";

type Props<D> = {
  institucion: string;
  id: string;
  etiqueta: string;
  archivo: ArchivoVisto | null;
  puedeLlenar: boolean;
  /** Which document it is; goes with each call of `poner`. */
  datos: D;
  /** Puts a file in its place; with `archivo` empty, takes it away. */
  poner: AccionInstitucion<D & { archivo: string }>;
};

/** A document of a single file: choosing another replaces it; taking it away can be undone. */
export function Documento<D extends object>(props: Props<D>) {
  const { institucion, id, etiqueta, archivo, puedeLlenar, datos, poner } = props;
  const accion = useAccion(poner, institucion);
  const deshacer = useAccion(poner, institucion, "aviso");
  const subidas = useSubidas({
    institucion,
    destino: id,
    alListo: (listo) => atarArchivo(poner, { ...datos, institucion, archivo: listo.id }, listo),
  });

  async function quitar({ id: previo, nombre }: ArchivoVisto) {
    if ((await accion.llamar({ ...datos, archivo: "" })) === undefined) return;
    avisar({
      tono: "exito",
      texto: `Se quitó «${nombre}».`,
      accion: { texto: "Deshacer", alPulsar: () => void deshacer.llamar({ ...datos, archivo: previo }) },
    });
  }

  return (
    <CajaArchivos
      institucion={institucion}
      id={id}
      etiqueta={etiqueta}
      ayuda={`${AYUDA_ARCHIVO}${archivo ? " Si elige otro, reemplaza al actual." : ""}`}
      varios={false}
      archivos={archivo ? [archivo] : []}
      puedeLlenar={puedeLlenar}
      subidas={subidas}
      falla={accion.falla}
      alQuitar={quitar}
    />
  );
}
