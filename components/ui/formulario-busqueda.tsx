"use client";
import { type ComponentProps, useEffect, useState } from "react";

type Props = Omit<ComponentProps<"form">, "method" | "autoComplete"> & {
  /** What the address asks for, as the server read it: what the controls show, each as its `defaultValue`. */
  pedido: unknown;
};

/**
 * A form that filters the lists of its page, kept in the address: its controls always show what the address asks for.
 * Works without script.
 */
export function FormularioBusqueda({ pedido, ...form }: Props) {
  const [vueltas, setVueltas] = useState(0);
  useEffect(() => {
    // A page the browser kept whole comes back with what was typed in it before leaving.
    const alVolver = ({ persisted }: PageTransitionEvent) => persisted && setVueltas((antes) => antes + 1);
    window.addEventListener("pageshow", alVolver);
    return () => window.removeEventListener("pageshow", alVolver);
  }, []);
  // Drawn anew only when something else is asked for (nobody loses the box they are typing in), and `autoComplete` keeps
  // the browser from filling it, on coming back, with what was asked for afterwards.
  return <form key={`${JSON.stringify(pedido)} ${vueltas}`} {...form} method="get" autoComplete="off" />;
}
