"use client";
import { useEffect, useState, useSyncExternalStore } from "react";
import { Alerta } from "@/components/ui/alerta";
import { Boton } from "@/components/ui/boton";
import type { Entrada } from "./almacen";
import { descargarBorradores, porPartes } from "./descargar";
import { useCola } from "./proveedor";
import { INSTANTE, valorComoTexto } from "./texto";

const NINGUNA: readonly Entrada[] = [];

/**
 * What this person typed in this institution and was not accepted (the term closed, the element is gone), wherever the
 * field was: shown whole, to copy or to take away. Nothing when there is nothing.
 */
export function TextosDetenidos() {
  const cola = useCola();
  const detenidas = useSyncExternalStore(cola.suscribir, cola.verDetenidas, () => NINGUNA);
  const [nombres, setNombres] = useState<typeof import("./nombrar") | null>(null);
  const hay = detenidas.length > 0;
  useEffect(() => {
    // Without network they are told by the parts of their address.
    if (hay) import("./nombrar").then(setNombres, () => undefined);
  }, [hay]);
  if (!hay) return null;
  return (
    <Alerta
      tono="advertencia"
      titulo={
        detenidas.length === 1
          ? "Hay un texto suyo que no se guardó y sigue en este equipo"
          : `Hay ${detenidas.length} textos suyos que no se guardaron y siguen en este equipo`
      }
      acciones={
        <Boton variante="secundario" icono="descargar" onClick={() => descargarBorradores(cola.usuario)}>
          Descargar lo que escribí
        </Boton>
      }
    >
      <ul className="mt-2 flex flex-col gap-3">
        {detenidas.map((entrada) => (
          <li key={entrada.lugar}>
            <details>
              <summary className="min-h-11 py-2 text-primario underline underline-offset-4">
                {(nombres?.nombrarLugar ?? porPartes)(entrada.lugar)}, {INSTANTE.format(entrada.escritoEn)}
                {entrada.detenida?.motivo === "conflicto" &&
                  (entrada.detenida.propio
                    ? " (usted escribió ahí, en otra pestaña o equipo)"
                    : " (otra persona escribió ahí)")}
              </summary>
              <p className="whitespace-pre-wrap break-words">{valorComoTexto(entrada.valor)}</p>
              <div className="mt-2 flex flex-wrap items-center gap-3">
                {nombres?.enlaceDeLugar(entrada.institucion, entrada.lugar) && (
                  <a
                    href={nombres.enlaceDeLugar(entrada.institucion, entrada.lugar) ?? ""}
                    className="inline-flex min-h-11 items-center text-primario underline underline-offset-4"
                  >
                    Ir al campo
                  </a>
                )}
                <Boton variante="secundario" onClick={() => cola.reintentar(entrada.lugar)}>
                  Intentar guardar otra vez
                </Boton>
                <Boton variante="sutil" onClick={() => cola.descartar(entrada.lugar)}>
                  Descartar
                </Boton>
              </div>
            </details>
          </li>
        ))}
      </ul>
    </Alerta>
  );
}
