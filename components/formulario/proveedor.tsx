"use client";
import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import { anotarAcuse, pedidaAntesDelAcuse } from "./acuse";
import { almacen } from "./almacen";
import { Cola } from "./cola";
import { enviarCampos } from "./transporte";

const Contexto = createContext<Cola | null>(null);
/** The institution whose history may be read field by field; null when the hat does not read the trail. */
const ContextoHistoria = createContext<string | null>(null);

/** After a save, the page's own figures (progress, faults, what is computed) are asked again, without hurry. */
const ESPERA_REFRESCO_MS = 1500;
/** Under load it can wait: what the person typed is what matters. */
const ESPERA_CON_CARGA_MS = 30_000;

type Props = { usuario: string; institucion: string; conHistoria?: boolean; children: ReactNode };

/** Holds the queue of what one person types in one institution, across its pages. */
export function ProveedorGuardado({ usuario, institucion, conHistoria = false, children }: Props) {
  const router = useRouter();
  const refresco = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [cola] = useState(
    () =>
      new Cola({
        usuario,
        institucion,
        almacen,
        enviar: (entradas, alCerrar) => enviarCampos({ usuario, institucion }, entradas, alCerrar),
        alGuardar: (cargaAlta) => {
          anotarAcuse();
          clearTimeout(refresco.current);
          const espera = cargaAlta ? ESPERA_CON_CARGA_MS * (1 + Math.random()) : ESPERA_REFRESCO_MS;
          refresco.current = setTimeout(() => router.refresh(), espera);
        },
      }),
  );

  useEffect(() => {
    if (pedidaAntesDelAcuse()) router.refresh();
  }, [router]);

  useEffect(() => {
    cola.recuperar();
    const alVolver = () => cola.vaciar();
    const alOcultar = () => document.visibilityState === "hidden" && cola.vaciar(true);
    const alSalir = (evento: BeforeUnloadEvent) => {
      if (cola.espera()) evento.preventDefault();
    };
    window.addEventListener("online", alVolver);
    window.addEventListener("focus", alVolver);
    window.addEventListener("beforeunload", alSalir);
    document.addEventListener("visibilitychange", alOcultar);
    return () => {
      window.removeEventListener("online", alVolver);
      window.removeEventListener("focus", alVolver);
      window.removeEventListener("beforeunload", alSalir);
      document.removeEventListener("visibilitychange", alOcultar);
      clearTimeout(refresco.current);
    };
  }, [cola]);

  return (
    <Contexto value={cola}>
      <ContextoHistoria value={conHistoria ? institucion : null}>{children}</ContextoHistoria>
    </Contexto>
  );
}

/** Code of the institution whose fields tell their history to this person; null when they do not. */
export function useHistoria(): string | null {
  return useContext(ContextoHistoria);
}

/** The queue of the institution being filled in. */
export function useCola(): Cola {
  const cola = useContext(Contexto);
  if (!cola) throw new Error("useCola outside of ProveedorGuardado");
  return cola;
}
