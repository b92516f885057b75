"use client";
import { useEffect, useState } from "react";
import { Icono } from "@/components/ui/iconos";
import { enumerar } from "@/lib/flujo/enumerar";

const LATIDO_MS = 20_000;

/** Says who else of the Red has this version open, asking every 20 seconds while the page is being looked at. */
export function Presencia({ envio }: { envio: string }) {
  const [otros, setOtros] = useState<readonly string[]>([]);

  useEffect(() => {
    let vivo = true;
    async function latir() {
      if (document.visibilityState !== "visible") return;
      try {
        const respuesta = await fetch(`/revision/${envio}/presencia`, { method: "POST" });
        if (!respuesta.ok || !vivo) return;
        const leida = (await respuesta.json()) as { otros: readonly string[] };
        if (vivo) setOtros(leida.otros);
      } catch {
        // Without network nobody is known to be there; the next beat asks again.
      }
    }
    latir();
    const reloj = setInterval(latir, LATIDO_MS);
    document.addEventListener("visibilitychange", latir);
    return () => {
      vivo = false;
      clearInterval(reloj);
      document.removeEventListener("visibilitychange", latir);
    };
  }, [envio]);

  return (
    <p role="status" className="text-texto-suave empty:hidden">
      {otros.length > 0 && (
        <>
          <Icono nombre="ojo" /> {enumerar(otros)}{" "}
          {otros.length === 1 ? "también está revisando" : "también están revisando"} esta versión.
        </>
      )}
    </p>
  );
}
