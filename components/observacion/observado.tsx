"use client";
import { usePathname } from "next/navigation";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import { Alerta } from "@/components/ui/alerta";
import { Enlace } from "@/components/ui/enlace";
import { leerLugar } from "@/lib/flujo/campo";
import { fragmentoDe } from "@/lib/flujo/fragmento";
import { type Devuelta, decisionAbierta, lugarAbierto } from "@/lib/flujo/puntero";

type Marca = {
  readonly id: string;
  readonly camino: string;
  readonly lugar: string | null;
  readonly nombre: string;
  readonly texto: string;
  readonly pendiente: boolean;
  readonly href: string;
};

type Datos = {
  marcas: readonly Marca[];
  devuelta: (Devuelta & { readonly posiciones: Readonly<Record<string, number>> }) | null;
};

type Observado = {
  readonly marcasDe: (lugar: string) => readonly Marca[];
  /** A return did not open this field. */
  readonly cerrado: (lugar: string) => boolean;
  /** A return did not open the decision about a component of the plan. */
  readonly decisionCerrada: (elemento: string, componente: string) => boolean;
};

const NADA: Observado = {
  marcasDe: () => [],
  cerrado: () => false,
  decisionCerrada: () => false,
};
const Contexto = createContext<Observado>(NADA);

/**
 * Tells the fields of a page what was observed in them and which a return left closed, and lists at its top what was
 * observed there. Fed once by the page.
 */
export function Observado({ marcas, devuelta, children }: Datos & { children: ReactNode }) {
  const camino = usePathname();
  const aqui = marcas.filter((marca) => marca.camino === camino);
  const valor = useMemo(
    (): Observado => ({
      // The address of a field is of one place of the whole; the id of a part, of its page.
      marcasDe: (id) =>
        marcas.filter(({ lugar, camino: suyo }) => lugar === id && (suyo === camino || id.includes("/"))),
      cerrado: (texto) => {
        const lugar = devuelta && leerLugar(texto);
        return lugar
          ? !lugarAbierto(devuelta, lugar, devuelta.posiciones[lugar.clave[0] ?? ""] ?? null)
          : false;
      },
      decisionCerrada: (elemento, componente) =>
        devuelta !== null && !decisionAbierta(devuelta, elemento, componente),
    }),
    [marcas, devuelta, camino],
  );
  return (
    <Contexto value={valor}>
      {(aqui.length > 0 || devuelta) && (
        <Alerta
          tono="advertencia"
          titulo={
            aqui.length === 0
              ? "El expediente fue devuelto con observaciones"
              : aqui.length === 1
                ? "1 observación en esta página"
                : `${aqui.length} observaciones en esta página`
          }
        >
          {aqui.length > 0 && (
            <ul className="list-disc pl-6">
              {aqui.map(({ id, nombre, lugar, href, pendiente }) => (
                <li key={id}>
                  {lugar === null ? (
                    <Enlace href={href} className="enlace">
                      {nombre}
                    </Enlace>
                  ) : (
                    <a className="enlace" href={fragmentoDe(lugar)}>
                      {nombre}
                    </a>
                  )}
                  {!pendiente && " (respondida)"}
                </li>
              ))}
            </ul>
          )}
          {devuelta && (
            <p>Solo se puede cambiar lo que la devolución reabrió: los demás campos no se escriben.</p>
          )}
        </Alerta>
      )}
      {children}
    </Contexto>
  );
}

/** Whether a field is shown and not writable: because the page says so, or because a return did not open it. */
export function useBloqueo(lugar: string, bloqueado: boolean | undefined = false): boolean {
  const { cerrado } = useContext(Contexto);
  return bloqueado || cerrado(lugar);
}

/** Whether a return left closed the decision about a component of the plan. */
export function useDecisionCerrada(elemento: string, componente: string): boolean {
  return useContext(Contexto).decisionCerrada(elemento, componente);
}

/** Below a field, or under the heading of a part, what was observed in it, with the way to its thread. */
export function MarcasDeCampo({ lugar }: { lugar: string }) {
  const marcas = useContext(Contexto).marcasDe(lugar);
  if (marcas.length === 0) return null;
  return (
    <div className="borde-forzado rounded-md border-l-4 border-advertencia-borde bg-advertencia-suave px-3 py-2">
      <p className="font-medium">
        {marcas.length === 1 ? "1 observación" : `${marcas.length} observaciones`}
        <span className="sr-only"> de la Red de Expertos</span>
      </p>
      {marcas.map(({ id, texto, href, nombre }) => (
        <p key={id} className="whitespace-pre-wrap break-words">
          {texto}{" "}
          <Enlace href={href} className="enlace">
            Responder<span className="sr-only"> la observación de {nombre}</span>
          </Enlace>
        </p>
      ))}
    </div>
  );
}
