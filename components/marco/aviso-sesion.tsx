"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import { Boton } from "@/components/ui/boton";
import { Dialogo } from "@/components/ui/dialogo";

type Estado = { quedanMs: number };

const AVISO_MS = 2 * 60_000;
const CANAL = "cseu-sesion";

/**
 * Warns two minutes before the session ends, and says so when it has. Before warning it asks the server, so that
 * work in another tab counts; asking does not count as activity.
 */
export function AvisoSesion({ quedanMs }: { quedanMs: number }) {
  const [finaliza, setFinaliza] = useState<Date | null>(null);
  const [terminada, setTerminada] = useState(false);
  const reloj = useRef<ReturnType<typeof setTimeout>>(undefined);

  const programar = useCallback((quedan: number) => {
    clearTimeout(reloj.current);
    const mirar = async () => {
      const estado = await preguntar("GET");
      if (estado === "sin_red") return programar(AVISO_MS + 30_000);
      if (!estado) return setTerminada(true);
      if (estado.quedanMs > AVISO_MS + 1000) {
        setFinaliza(null);
        return programar(estado.quedanMs);
      }
      setFinaliza(new Date(Date.now() + estado.quedanMs));
      reloj.current = setTimeout(mirar, estado.quedanMs + 1000);
    };
    reloj.current = setTimeout(mirar, Math.max(0, quedan - AVISO_MS));
  }, []);

  useEffect(() => {
    programar(quedanMs);
    const canal = new BroadcastChannel(CANAL);
    canal.onmessage = (evento: MessageEvent<number>) => {
      setFinaliza(null);
      programar(evento.data);
    };
    return () => {
      clearTimeout(reloj.current);
      canal.close();
    };
  }, [quedanMs, programar]);

  async function seguir() {
    const estado = await preguntar("POST");
    if (estado === "sin_red") return;
    setFinaliza(null);
    if (!estado) return setTerminada(true);
    programar(estado.quedanMs);
    const canal = new BroadcastChannel(CANAL);
    canal.postMessage(estado.quedanMs);
    canal.close();
  }

  const hora = finaliza?.toLocaleTimeString("es-CL", {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  return (
    <>
      <Dialogo
        abierto={finaliza !== null && !terminada}
        alCerrar={seguir}
        titulo="Su sesión está por terminar"
        urgente
        acciones={<Boton onClick={seguir}>Seguir conectado</Boton>}
      >
        <p>Para cuidar los datos de su institución, la sesión se cerrará a las {hora} si no hay actividad.</p>
      </Dialogo>
      <Dialogo
        abierto={terminada}
        alCerrar={() => setTerminada(false)}
        titulo="Su sesión terminó"
        urgente
        acciones={
          <Boton onClick={() => window.open("/ingresar?cerrar=1", "_blank", "noopener")}>
            Ingresar en otra pestaña
          </Boton>
        }
      >
        <p>Lo que escribió sigue en esta página. Ingrese en otra pestaña, vuelva a esta y continúe.</p>
      </Dialogo>
    </>
  );
}

async function preguntar(method: "GET" | "POST"): Promise<Estado | null | "sin_red"> {
  try {
    const respuesta = await fetch("/sesion/estado", { method, cache: "no-store" });
    if (respuesta.status === 401) return null;
    return respuesta.ok ? ((await respuesta.json()) as Estado) : "sin_red";
  } catch {
    return "sin_red";
  }
}
