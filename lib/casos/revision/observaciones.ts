import type { ObservacionConHilo } from "@/lib/datos/repositorio/revisionObservacion";
import { loQueSeReabre, lugaresDeObservacion } from "@/lib/flujo/reapertura";
import type { ObservacionVista } from "@/lib/flujo/vistaRevision";
import { contestada } from "./hilo";
import { nombreDeLoAbierto } from "./loQueSeAbre";
import type { Lugares } from "./lugares";

type Nombrar = (que: string) => string;

/** An observation as the reviewers of a version see it: `ruta` is its place there. Takes how people are called. */
export function observacionVista(
  observacion: ObservacionConHilo,
  lugares: Lugares,
  persona: Nombrar,
): ObservacionVista {
  const { id, requisito, ruta, archivo, pagina, estado, publicadaEn, mensajes, envio } = observacion;
  return {
    id,
    version: envio.version,
    requisito,
    ruta: lugares.ahora(observacion),
    lugar: ruta === "" ? `Todo el requisito ${requisito}` : lugares.nombre(observacion),
    archivo,
    pagina,
    estado,
    borrador: publicadaEn === null,
    contestada: contestada(observacion),
    hilo: mensajes.map((mensaje) => ({
      id: mensaje.id,
      gesto: mensaje.gesto,
      autor: persona(mensaje.autorId),
      texto: mensaje.texto,
      en: mensaje.escritoEn,
    })),
  };
}

/** What the return will open by itself, as it keeps it: the places of every observation still alive, by their names. */
export function loQueAbren(
  observaciones: readonly ObservacionVista[],
  lugar: Nombrar,
): { readonly ruta: string; readonly nombre: string }[] {
  const vivas = observaciones.filter(({ estado }) => estado !== "resuelta");
  return loQueSeReabre(vivas.flatMap(lugaresDeObservacion)).map((ruta) => ({
    ruta,
    nombre: nombreDeLoAbierto(ruta, lugar),
  }));
}
