"use client";
import { useSyncExternalStore } from "react";

const nunca = () => () => undefined;

/**
 * What a box whose text the page's own code holds takes while that code has not arrived: nothing, since it would be
 * lost when it does. A box the browser holds (no `value`) is written in from the first moment.
 */
export function useEspera({ value, readOnly }: { value?: unknown; readOnly?: boolean | undefined }) {
  const viva = useSyncExternalStore(
    nunca,
    () => true,
    () => false,
  );
  const espera = value !== undefined && !viva;
  return { readOnly: readOnly || espera, "data-espera": espera || undefined };
}
