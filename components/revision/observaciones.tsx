"use client";
import { BotonConfirmado } from "@/components/ui/boton-confirmado";
import { Enlace } from "@/components/ui/enlace";
import { Etiqueta } from "@/components/ui/etiqueta";
import { textoInstante } from "@/components/ui/instante";
import { Vacio } from "@/components/ui/vacio";
import { ESTADOS_OBSERVACION, GESTOS } from "@/lib/flujo/observacion";
import type { ObservacionVista } from "@/lib/flujo/vistaRevision";
import { DialogoTexto } from "./dialogo-texto";
import type { Accion } from "./usar-accion-revision";

type UnaObservacion = { envio: string; observacion: string };

type Props = {
  envio: string;
  observaciones: readonly (ObservacionVista & { readonly href: string })[];
  /** Whether the version is under review by this person. */
  activa: boolean;
  editar: Accion<UnaObservacion & { texto: string }>;
  borrar: Accion<UnaObservacion>;
  resolver: Accion<UnaObservacion & { texto: string }>;
  insistir: Accion<UnaObservacion & { texto: string }>;
};

/** Drafts first, then what is open, what the institution attended, and what is resolved. */
export function Observaciones({ observaciones, ...resto }: Props) {
  if (observaciones.length === 0)
    return (
      <Vacio titulo="Sin observaciones" icono="editar">
        {resto.activa
          ? "Use el lápiz junto a un campo, un archivo o un requisito. Nada se envía hasta que usted devuelva la versión."
          : "No se ha observado nada en esta ronda."}
      </Vacio>
    );
  const orden = [...observaciones].sort((a, b) => turno(a) - turno(b));
  return (
    <ol className="flex flex-col gap-4">
      {orden.map((una) => (
        <Una key={una.id} una={una} {...resto} />
      ))}
    </ol>
  );
}

const turno = ({ borrador, estado }: ObservacionVista): number =>
  borrador ? 0 : estado === "atendida" ? 1 : estado === "abierta" ? 2 : 3;

function Estado({ borrador, estado }: ObservacionVista) {
  if (borrador) return <Etiqueta tono="info">Borrador</Etiqueta>;
  const { nombre, tono } = ESTADOS_OBSERVACION[estado];
  return <Etiqueta tono={tono}>{nombre}</Etiqueta>;
}

function Una({
  una,
  envio,
  activa,
  ...acciones
}: Omit<Props, "observaciones"> & { una: Props["observaciones"][number] }) {
  const { id, lugar, href, archivo, pagina, version, hilo, borrador, estado, contestada } = una;
  return (
    <li className="flex flex-col gap-2 rounded-md border border-borde p-3">
      <p className="flex flex-wrap items-center gap-2">
        <Estado {...una} />
        {!borrador && <span className="text-sm text-texto-suave">De la versión {version}</span>}
      </p>
      <p>
        <Enlace href={href} className="enlace">
          {lugar}
        </Enlace>
        {archivo && `, archivo «${archivo.nombre}»`}
        {pagina && `, página ${pagina}`}
      </p>
      <ul className="flex flex-col gap-2">
        {hilo.map((mensaje) => (
          <li key={mensaje.id} className="border-l-4 border-borde pl-3">
            <p className="text-sm text-texto-suave">
              {GESTOS[mensaje.gesto].nombre} {mensaje.autor}, {textoInstante(mensaje.en)}
            </p>
            {mensaje.texto && <p className="whitespace-pre-line break-words">{mensaje.texto}</p>}
          </li>
        ))}
      </ul>
      {activa && borrador && <AccionesDeBorrador una={una} envio={envio} {...acciones} />}
      {activa && !borrador && estado !== "resuelta" && (
        <div className="flex flex-wrap gap-2">
          {contestada ? (
            <>
              <DialogoTexto
                accion={acciones.resolver}
                entrada={{ envio, observacion: id }}
                campo="texto"
                id={`resolver-${id}`}
                boton={
                  <>
                    Dar por resuelta<span className="sr-only"> la observación de {lugar}</span>
                  </>
                }
                variante="secundario"
                titulo="Dar por resuelta"
                etiqueta="Comentario"
                opcional
                confirmar="Dar por resuelta"
                hecho="La observación quedó resuelta."
              />
              <DialogoTexto
                accion={acciones.insistir}
                entrada={{ envio, observacion: id }}
                campo="texto"
                id={`insistir-${id}`}
                boton={
                  <>
                    Insistir<span className="sr-only"> en la observación de {lugar}</span>
                  </>
                }
                titulo="Insistir"
                etiqueta="Qué falta todavía"
                ayuda="La institución lo lee cuando usted devuelva la versión o decida."
                confirmar="Insistir"
                hecho="La observación sigue abierta."
              />
            </>
          ) : (
            <p className="text-sm text-texto-suave">
              La institución no la ha respondido ni marcado como atendida: no se cierra por un solo lado.
            </p>
          )}
        </div>
      )}
    </li>
  );
}

function AccionesDeBorrador({
  una,
  envio,
  editar,
  borrar,
}: Pick<Props, "envio" | "editar" | "borrar"> & { una: ObservacionVista }) {
  return (
    <div className="flex flex-wrap gap-2">
      <DialogoTexto
        accion={editar}
        entrada={{ envio, observacion: una.id }}
        campo="texto"
        id={`editar-${una.id}`}
        boton={
          <>
            Cambiar el texto<span className="sr-only"> de la observación de {una.lugar}</span>
          </>
        }
        titulo="Cambiar la observación"
        etiqueta="Observación"
        inicial={una.hilo[0]?.texto ?? ""}
        confirmar="Guardar borrador"
        hecho="La observación quedó cambiada."
      />
      <BotonConfirmado
        accion={borrar}
        entrada={{ envio, observacion: una.id }}
        texto="Quitar"
        nombre={`la observación de ${una.lugar}`}
        titulo="¿Quitar este borrador?"
        explicacion="La institución no lo ha visto. Su texto queda en la bitácora de la Red."
        hecho="El borrador quedó quitado."
      />
    </div>
  );
}
