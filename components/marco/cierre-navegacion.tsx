"use client";
import { useEffect, useRef } from "react";

/** Closes the panel of sections when one is chosen: links navigate without reloading, and it would stay open. */
export function CierreNavegacion() {
  const marca = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const panel = marca.current?.closest<HTMLElement>("[popover]");
    const alPulsar = (evento: Event) => {
      if (evento.target instanceof Element && evento.target.closest("a") && panel?.matches(":popover-open")) {
        panel.hidePopover();
      }
    };
    panel?.addEventListener("click", alPulsar);
    return () => panel?.removeEventListener("click", alPulsar);
  }, []);
  return <span ref={marca} hidden />;
}
