"use client";
import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import { almacen } from "./almacen";
import { Cola } from "./cola";
import { enviarCampos } from "./transporte";

const Contexto = createContext<Cola | null>(null);

/** After a save, the page's own figures (progress, faults, what is computed) are asked again, without hurry. */
const ESPERA_REFRESCO_MS = 1500;

type Props = { usuario: string; institucion: string; children: ReactNode };

/** Holds the queue of what one person types in one institution, across its pages. */
export function ProveedorGuardado({ usuario, institucion, children }: Props) {
  const router = useRouter();
  const refresco = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [cola] = useState(
    () =>
      new Cola({
        usuario,
        institucion,
        almacen,
        enviar: (entradas, alCerrar) => enviarCampos({ usuario, institucion }, entradas, alCerrar),
        alGuardar: () => {
          clearTimeout(refresco.current);
          refresco.current = setTimeout(() => router.refresh(), ESPERA_REFRESCO_MS);
        },
      }),
  );

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

  return <Contexto value={cola}>{children}</Contexto>;
}

/** The queue of the institution being filled in. */
export function useCola(): Cola {
  const cola = useContext(Contexto);
  if (!cola) throw new Error("useCola outside of ProveedorGuardado");
  return cola;
}
