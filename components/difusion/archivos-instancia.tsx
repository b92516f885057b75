"use client";
import { atarArchivo } from "@/components/archivo/atar";
import { CajaArchivos } from "@/components/archivo/caja-archivos";
import { AYUDA_ARCHIVOS } from "@/components/archivo/limites";
import type { ArchivoVisto } from "@/components/archivo/lista-archivos";
import { useSubidas } from "@/components/archivo/usar-subidas";
import type { AccionInstitucion } from "@/components/formulario/llamar";
import { useAccion } from "@/components/formulario/usar-accion";
import { avisar } from "@/components/ui/avisos-cola";
import type { CitaGuia } from "@/components/ui/campo";

type Uso = "copia_medio" | "material";
type Accion = AccionInstitucion<{ instancia: string; archivo: string; uso: Uso }>;

type Props = {
  institucion: string;
  instancia: string;
  uso: Uso;
  etiqueta: string;
  guia?: CitaGuia;
  archivos: readonly ArchivoVisto[];
  puedeLlenar: boolean;
  atar: Accion;
  desatar: Accion;
};

/** The files of one kind of an instance: sent as soon as they are chosen, opened, taken away and brought back. */
export function ArchivosDeInstancia(props: Props) {
  const { institucion, instancia, uso, etiqueta, guia, archivos, puedeLlenar } = props;
  const atar = useAccion(props.atar, institucion);
  const desatar = useAccion(props.desatar, institucion);
  const subidas = useSubidas({
    institucion,
    destino: `${instancia} ${uso}`,
    alListo: (listo) => atarArchivo(props.atar, { institucion, instancia, archivo: listo.id, uso }, listo),
  });

  async function quitar({ id: archivo, nombre }: ArchivoVisto) {
    const entrada = { instancia, archivo, uso };
    if ((await desatar.llamar(entrada)) === undefined) return;
    avisar({
      tono: "exito",
      texto: `Se quitó «${nombre}».`,
      accion: { texto: "Deshacer", alPulsar: () => void atar.llamar(entrada) },
    });
  }

  return (
    <CajaArchivos
      institucion={institucion}
      id={`${uso}-${instancia}`}
      etiqueta={etiqueta}
      ayuda={AYUDA_ARCHIVOS}
      guia={guia}
      varios
      archivos={archivos}
      puedeLlenar={puedeLlenar}
      subidas={subidas}
      falla={desatar.falla ?? atar.falla}
      alQuitar={quitar}
    />
  );
}
