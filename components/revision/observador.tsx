"use client";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useBorrador } from "@/components/formulario/borrador";
import { AreaTexto } from "@/components/ui/area-texto";
import { Boton } from "@/components/ui/boton";
import { Dialogo } from "@/components/ui/dialogo";
import { EntradaTexto } from "@/components/ui/entrada-texto";
import { Seleccion } from "@/components/ui/seleccion";
import type { Plantilla } from "@/lib/flujo/vistaRevision";
import { Falla } from "./falla";
import { type Accion, useAccionRevision } from "./usar-accion-revision";

type Entrada = {
  envio: string;
  requisito: string;
  ruta: string;
  archivo?: string;
  pagina?: string;
  texto: string;
};

type Props = {
  envio: string;
  plantillas: readonly Plantilla[];
  accion: Accion<Entrada>;
  children: ReactNode;
};

type Lugar = { ruta: string; nombre: string; requisito: string; archivo?: string; archivoNombre?: string };

/**
 * Hears every «Observar» of the screen it holds (`data-observar`, drawn by the server: there may be a thousand) and asks
 * for the text. What was typed for a place stays until it is kept.
 */
export function Observador({ envio, plantillas, accion, children }: Props) {
  const raiz = useRef<HTMLDivElement>(null);
  const [lugar, setLugar] = useState<Lugar | null>(null);
  const [texto, setTexto] = useBorrador<string>(
    ["Observación", lugar?.nombre ?? "", envio, lugar?.ruta ?? "", lugar?.archivo ?? ""],
    "",
  );
  const [pagina, setPagina] = useState("");
  const { llamar, falla, campo, olvidar } = useAccionRevision(
    accion,
    "Observación guardada como borrador: se enviará al devolver.",
    {
      pagina: { id: "observacion-pagina", valor: pagina },
      texto: { id: "observacion-texto", valor: texto },
    },
  );

  const delLugar = plantillas.filter(({ requisito }) => requisito === null || requisito === lugar?.requisito);

  useEffect(() => {
    const caja = raiz.current;
    function alPulsar(evento: MouseEvent) {
      const boton = (evento.target as Element).closest<HTMLElement>("[data-observar]");
      if (!boton) return;
      const {
        observar = "",
        lugar: nombre = "",
        requisito = "",
        archivo,
        nombre: archivoNombre,
      } = boton.dataset;
      setLugar({
        ruta: observar,
        nombre,
        requisito,
        ...(archivo && { archivo }),
        ...(archivoNombre && { archivoNombre }),
      });
    }
    caja?.addEventListener("click", alPulsar);
    return () => caja?.removeEventListener("click", alPulsar);
  }, []);

  async function guardar() {
    if (!lugar) return;
    const { ruta, requisito, archivo } = lugar;
    const entrada = { envio, ruta, requisito, texto };
    const hecho = await llamar({
      ...entrada,
      ...(archivo && { archivo, ...(pagina.trim() && { pagina: pagina.trim() }) }),
    });
    if (!hecho) return;
    setTexto("");
    setPagina("");
    setLugar(null);
  }

  function cerrar() {
    olvidar();
    setLugar(null);
  }

  return (
    <div ref={raiz} className="contents">
      {children}
      <Dialogo
        abierto={lugar !== null}
        alCerrar={cerrar}
        titulo="Observar"
        acciones={
          <>
            <Boton onClick={guardar} textoPendiente="Guardando…">
              Guardar borrador
            </Boton>
            <Boton variante="secundario" onClick={cerrar}>
              Volver
            </Boton>
          </>
        }
      >
        <div className="flex flex-col gap-4">
          <Falla falla={falla} />
          <p>
            <span className="text-texto-suave">Lugar: </span>
            {lugar?.nombre}
          </p>
          {lugar?.archivo && (
            <EntradaTexto
              {...campo("pagina")}
              etiqueta={`Página de ${lugar.archivoNombre ?? "este archivo"}`}
              opcional
              ancho="corto"
              inputMode="numeric"
              value={pagina}
              onChange={(evento) => setPagina(evento.currentTarget.value)}
            />
          )}
          {delLugar.length > 0 && (
            <Seleccion
              id="observacion-plantilla"
              etiqueta="Plantilla"
              opcional
              vacia="Escribir desde cero"
              opciones={delLugar.map(({ id, titulo }) => ({ valor: id, texto: titulo }))}
              onChange={(evento) => {
                const elegida = delLugar.find(({ id }) => id === evento.currentTarget.value);
                if (elegida) setTexto([texto.trim(), elegida.texto].filter(Boolean).join("\n"));
              }}
            />
          )}
          <AreaTexto
            {...campo("texto")}
            etiqueta="Observación"
            ayuda="Qué se observa y qué se espera. La institución la lee cuando usted devuelva la versión."
            value={texto}
            onChange={(evento) => setTexto(evento.currentTarget.value)}
          />
        </div>
      </Dialogo>
    </div>
  );
}
