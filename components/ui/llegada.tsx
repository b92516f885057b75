"use client";
import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { idDeFragmento, llegarA } from "./llegar";

function llegarAlFragmento({ hash }: { readonly hash: string }) {
  const id = idDeFragmento(hash);
  if (id !== null) llegarA(id);
}

/** Lands on the field that the address names, in this page and in each one that a link leads to. */
export function Llegada() {
  const camino = usePathname();
  // Another page is another arrival.
  useEffect(() => llegarAlFragmento(window.location), [camino]);
  useEffect(() => {
    // A link to the page it is in changes nothing but the address.
    const alPulsar = (evento: MouseEvent) => {
      const enlace = (evento.target as Element).closest?.("a[href*='#']");
      if (enlace instanceof HTMLAnchorElement && enlace.pathname === window.location.pathname)
        llegarAlFragmento(enlace);
    };
    document.addEventListener("click", alPulsar);
    return () => document.removeEventListener("click", alPulsar);
  }, []);
  return null;
}
