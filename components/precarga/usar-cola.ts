"use client";
import { useEffect, useRef, useState } from "react";
import { cargaDirecta, type ResultadoPrecarga, type RevisionPlan } from "@/lib/flujo/vistaPrecarga";
import { type EnCola, repetidos } from "./cola";
import { pedir } from "./enviar";

/** Requests under way at once: one is being read while the other travels. */
const SIMULTANEAS = 2;

export type Avance = { readonly que: "revisar" | "cargar"; readonly hechas: number; readonly total: number };

/**
 * The chosen files, reviewed and loaded one by one from the browser: each keeps its own result, the whole can be
 * cancelled, and what was done stays done.
 */
export function useColaPrecarga() {
  const [cola, setCola] = useState<readonly EnCola[]>([]);
  const [avance, setAvance] = useState<Avance | null>(null);
  const control = useRef<AbortController | null>(null);
  const pendientes = useRef<EnCola[]>([]);
  const trabajando = avance !== null;

  useEffect(() => {
    if (!trabajando) return;
    const retener = (evento: BeforeUnloadEvent) => evento.preventDefault();
    window.addEventListener("beforeunload", retener);
    return () => window.removeEventListener("beforeunload", retener);
  }, [trabajando]);

  const cambiar = (id: string, cambio: Partial<EnCola>) =>
    setCola((antes) => antes.map((uno) => (uno.id === id ? { ...uno, ...cambio } : uno)));

  async function revisarUno(uno: EnCola, signal?: AbortSignal): Promise<void> {
    cambiar(uno.id, { fase: "revisando", falla: undefined });
    const respuesta = await pedir<RevisionPlan>("revisar", uno.archivo, {}, signal);
    cambiar(
      uno.id,
      respuesta.ok
        ? { fase: "revisado", revision: respuesta.valor }
        : { fase: "fallido", falla: respuesta.falla },
    );
  }

  async function cargarUno(
    uno: EnCola,
    datos: Readonly<Record<string, string>> = {},
    signal?: AbortSignal,
  ): Promise<void> {
    cambiar(uno.id, { fase: "cargando", falla: undefined });
    const visto = uno.revision?.visto ?? "";
    const respuesta = await pedir<ResultadoPrecarga>("cargar", uno.archivo, { visto, ...datos }, signal);
    if (respuesta.ok) cambiar(uno.id, { fase: "hecho", resultado: respuesta.valor });
    // What the person must mend to confirm leaves the review in sight, with what it says.
    else
      cambiar(uno.id, {
        fase: respuesta.falla.codigo === "falta_confirmar" ? "revisado" : "fallido",
        falla: respuesta.falla,
      });
  }

  /** Takes them one by one until none is left or somebody cancels; those not reached go back to how they were. */
  async function recorrer(
    que: Avance["que"],
    lista: readonly EnCola[],
    hacer: (uno: EnCola, signal: AbortSignal) => Promise<void>,
  ): Promise<void> {
    if (lista.length === 0) return;
    if (control.current) {
      // Chosen while others are under way: they wait in the same line.
      pendientes.current.push(...lista);
      setAvance((antes) => antes && { ...antes, total: antes.total + lista.length });
      return;
    }
    const propio = new AbortController();
    control.current = propio;
    pendientes.current = [...lista];
    setAvance({ que, hechas: 0, total: lista.length });
    const mano = async () => {
      for (let uno = pendientes.current.shift(); uno; uno = pendientes.current.shift()) {
        try {
          await hacer(uno, propio.signal);
        } catch {
          // Cancelled: whether it got there is told by reviewing it again.
          pendientes.current.unshift(uno);
          return;
        }
        setAvance((antes) => antes && { ...antes, hechas: antes.hechas + 1 });
      }
    };
    await Promise.all(Array.from({ length: SIMULTANEAS }, mano));
    const sinHacer = new Set(pendientes.current.map(({ id }) => id));
    pendientes.current = [];
    control.current = null;
    setAvance(null);
    setCola((antes) => antes.map((uno) => (sinHacer.has(uno.id) ? { ...uno, fase: "por_revisar" } : uno)));
  }

  function elegir(archivos: readonly File[]): Promise<void> {
    const nuevos = archivos.map(
      (archivo): EnCola => ({ id: crypto.randomUUID(), archivo, fase: "por_revisar" }),
    );
    setCola((antes) => [...antes, ...nuevos]);
    return recorrer("revisar", nuevos, revisarUno);
  }

  const ajenos = repetidos(cola);
  const listos = cola.filter(
    ({ id, fase, revision }) => fase === "revisado" && revision && cargaDirecta(revision) && !ajenos.has(id),
  );
  const sinRevisar = trabajando ? [] : cola.filter(({ fase }) => fase === "por_revisar");

  return {
    cola,
    avance,
    listos,
    sinRevisar,
    repetidos: ajenos,
    elegir,
    revisarOtraVez: (uno: EnCola) => revisarUno(uno),
    seguirRevisando: () => recorrer("revisar", sinRevisar, revisarUno),
    cargarListos: () => {
      const ids = new Set(listos.map(({ id }) => id));
      setCola((antes) => antes.map((uno) => (ids.has(uno.id) ? { ...uno, fase: "por_cargar" } : uno)));
      return recorrer("cargar", listos, (uno, signal) => cargarUno(uno, {}, signal));
    },
    reemplazar: (uno: EnCola, codigo: string, motivo: string) => cargarUno(uno, { codigo, motivo }),
    cancelar: () => control.current?.abort(),
    quitar: (id: string) => setCola((antes) => antes.filter((uno) => uno.id !== id)),
    vaciar: () => setCola([]),
  };
}
