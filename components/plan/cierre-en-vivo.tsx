"use client";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Alerta } from "@/components/ui/alerta";

type Props = {
  /** Milliseconds that were left when the page was drawn, by the server's clock; none or less when it was closed. */
  quedanMs: number;
  /** «30/06/2025, 23:59 horas de Chile continental». */
  vence: string;
};

/** The longest a browser's timer waits: beyond it, it fires at once. */
const TOPE_MS = 2 ** 31 - 1;
const DORMIDO_MS = 30_000;

/**
 * The instant of the close, told in the pages that are open: by what the server said was left, so that the clock and
 * the zone of the computer decide nothing. The page is asked again, and then says what can still be done.
 */
export function CierreEnVivo({ quedanMs, vence }: Props) {
  const router = useRouter();
  const [cerro, setCerro] = useState(false);
  useEffect(() => {
    // Drawn closed: what this page saw happen stays told, and there is nothing to wait for.
    if (quedanMs <= 0) return;
    setCerro(false);
    const desde = { interno: performance.now(), reloj: Date.now() };
    let reloj: ReturnType<typeof setTimeout>;
    const mirar = () => {
      clearTimeout(reloj);
      const faltan = quedanMs - (performance.now() - desde.interno);
      if (faltan > 0) reloj = setTimeout(mirar, Math.min(faltan, TOPE_MS));
      else {
        setCerro(true);
        router.refresh();
      }
    };
    // The inner clock sleeps with the computer: if it did, the server is asked again what is left.
    const alVolver = () => {
      const dormido = Date.now() - desde.reloj - (performance.now() - desde.interno);
      if (document.visibilityState === "visible" && dormido > DORMIDO_MS) router.refresh();
    };
    mirar();
    document.addEventListener("visibilitychange", alVolver);
    return () => {
      clearTimeout(reloj);
      document.removeEventListener("visibilitychange", alVolver);
    };
  }, [quedanMs, router]);
  if (!cerro) return null;
  return (
    <Alerta tono="advertencia" anuncia titulo="El plazo para ajustar el plan acaba de cerrarse">
      Venció el {vence}. Lo guardado hasta ese instante vale. Lo que escriba desde ahora se conserva en este
      equipo y se muestra, pero no se registra como ajuste.
    </Alerta>
  );
}
