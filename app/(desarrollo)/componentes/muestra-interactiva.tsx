"use client";
import { useState } from "react";
import { avisar } from "@/components/ui/avisos-cola";
import { Boton } from "@/components/ui/boton";
import { Confirmacion } from "@/components/ui/confirmacion";
import { Dialogo } from "@/components/ui/dialogo";
import { Pestanas } from "@/components/ui/pestanas";
import { type ArchivoEnSubida, SubirArchivo } from "@/components/ui/subir-archivo";
import { Tarjeta } from "@/components/ui/tarjeta";

const ARCHIVOS: ArchivoEnSubida[] = [
  { id: "1", nombre: "acta-cosoc-2025.pdf", tamano: "2,4 MB", estado: "listo" },
  {
    id: "2",
    nombre: "grabacion-sesion-extraordinaria-del-comite-de-calidad.mp4",
    tamano: "48,1 MB",
    estado: "subiendo",
    avance: 62,
  },
  {
    id: "3",
    nombre: "destinatarios.xlsm",
    tamano: "310 kB",
    estado: "error",
    mensaje: "Contiene macros: guárdelo como .xlsx y vuelva a subirlo.",
  },
];

const minutos = () => new Promise((listo) => setTimeout(listo, 2000));

/** What answers to a press. */
export function MuestraInteractiva() {
  const [dialogo, setDialogo] = useState(false);
  const [pregunta, setPregunta] = useState(false);
  const [archivos, setArchivos] = useState(ARCHIVOS);
  return (
    <Tarjeta titulo="Acciones">
      <div className="flex flex-col gap-6">
        <div className="flex flex-wrap gap-3">
          <Boton onClick={() => setDialogo(true)}>Abrir diálogo</Boton>
          <Boton variante="secundario" icono="mas">
            Agregar actividad
          </Boton>
          <Boton variante="sutil" icono="editar">
            Cambiar
          </Boton>
          <Boton variante="peligro" icono="papelera" onClick={() => setPregunta(true)}>
            Eliminar actividad
          </Boton>
          <Boton pendiente textoPendiente="Enviando…">
            Enviar
          </Boton>
          <Boton bloqueado>Bloqueado</Boton>
          <Boton onClick={minutos} textoPendiente="Guardando…">
            Trabaja 2 segundos
          </Boton>
        </div>
        <div className="flex flex-wrap gap-3">
          <Boton
            variante="secundario"
            onClick={() => void avisar({ tono: "exito", texto: "Se mantuvieron 18 elementos." })}
          >
            Aviso de éxito
          </Boton>
          <Boton
            variante="secundario"
            onClick={() =>
              void avisar({
                tono: "info",
                texto: "Se descartó el cambio.",
                accion: { texto: "Deshacer", alPulsar: () => undefined },
              })
            }
          >
            Aviso con acción
          </Boton>
          <Boton
            variante="secundario"
            onClick={() =>
              void avisar({ tono: "error", texto: "No se pudo enviar. Su texto sigue en este equipo." })
            }
          >
            Aviso de error
          </Boton>
        </div>
        <Pestanas
          etiqueta="Vistas de la actividad"
          pestanas={[
            {
              id: "resultado",
              titulo: "Resultado",
              contenido: <p>La actividad se informa como cumplida.</p>,
            },
            {
              id: "observaciones",
              titulo: "Observaciones",
              cuenta: 2,
              contenido: <p>Dos observaciones abiertas.</p>,
            },
            { id: "historia", titulo: "Historia", contenido: <p>Ningún cambio desde el 18/06/2025.</p> },
          ]}
        />
        <SubirArchivo
          id="archivos"
          etiqueta="Material de difusión"
          ayuda="PDF, imágenes, Office, correo, mp4 o mp3. Hasta 50 MB cada uno."
          archivos={archivos}
          alElegir={(nuevos) =>
            setArchivos([
              ...archivos,
              ...nuevos.map((nuevo) => ({
                id: nuevo.name,
                nombre: nuevo.name,
                tamano: `${nuevo.size} B`,
                estado: "en_cola" as const,
              })),
            ])
          }
          alQuitar={(id) => setArchivos(archivos.filter((archivo) => archivo.id !== id))}
          alReintentar={() => undefined}
        />
      </div>
      <Dialogo
        abierto={dialogo}
        alCerrar={() => setDialogo(false)}
        titulo="Mantener todo lo pendiente"
        acciones={
          <>
            <Boton onClick={() => setDialogo(false)}>Mantener 18 elementos</Boton>
            <Boton variante="secundario" onClick={() => setDialogo(false)}>
              Volver
            </Boton>
          </>
        }
      >
        <p>Quedarán con la decisión «mantener» los 18 elementos que aún no tienen una. Podrá deshacerlo.</p>
      </Dialogo>
      <Confirmacion
        abierto={pregunta}
        alCerrar={() => setPregunta(false)}
        titulo="¿Eliminar la actividad 12?"
        textoConfirmar="Eliminar la actividad"
        textoPendiente="Eliminando…"
        peligrosa
        alConfirmar={() => minutos().then(() => setPregunta(false))}
      >
        <p>Sus indicadores salen también del Plan 2025. Deberá justificar el cambio ante el Comité.</p>
      </Confirmacion>
    </Tarjeta>
  );
}
