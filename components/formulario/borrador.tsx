"use client";
import {
  createContext,
  type ReactNode,
  type RefObject,
  startTransition,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { escribirEn } from "@/components/ui/entrada-leida";
import type { ValorCampo } from "@/lib/flujo/campo";
import { guardarAparte, leerAparte, marcarEnviada, quitarAparte } from "./almacen";
import { mismo } from "./mismo";

/**
 * What is sent whole by a button (an observation, an answer, an objection, an act on paper) and not field by field: kept in
 * this browser while it is being written, for who writes it, until it is sent or they sign out.
 */

/** What is being written and where, in words: they head it in the file of what was not saved. */
export type LlaveBorrador = readonly string[];

const Autor = createContext<string | null>(null);

/** Whose are the texts written in these pages. */
export function ProveedorBorradores({ usuario, children }: { usuario: string; children: ReactNode }) {
  return <Autor value={usuario}>{children}</Autor>;
}

/** The place of a text in the browser's drawer. Without it (a private window) nothing is kept, and nothing fails. */
function useCajon<T extends ValorCampo>(llave: LlaveBorrador | undefined) {
  const usuario = useContext(Autor);
  const lugar = llave?.map(encodeURIComponent).join("/") ?? "";
  return useMemo(() => {
    const suyo = usuario && lugar;
    const callar = () => undefined;
    return {
      lugar,
      leer: async () => (suyo ? leerAparte<T>(usuario, lugar).catch(callar) : undefined),
      guardar: (valor: T) => suyo && guardarAparte(usuario, lugar, valor).catch(callar),
      marcar: () => suyo && marcarEnviada(usuario, lugar).catch(callar),
      quitar: () => suyo && quitarAparte(usuario, lugar).catch(callar),
    };
  }, [usuario, lugar]);
}

/**
 * A value that a component holds, as `useState`. Another `llave`, another value.
 * @param inicial what it is while nothing was written: going back to it leaves nothing kept
 * @returns the value, how to write it, and how to say that it was sent: it is `inicial` again, and nothing is kept
 */
export function useBorrador<T extends ValorCampo>(llave: LlaveBorrador, inicial: T) {
  const cajon = useCajon<T>(llave);
  const { lugar } = cajon;
  const [escrito, setEscrito] = useState<{ lugar: string; valor: T } | null>(null);

  useEffect(() => {
    let vigente = true;
    cajon.leer().then((valor) => {
      // Who began to write before it was read goes on with their own.
      if (vigente && valor !== undefined)
        setEscrito((ya) => (ya?.lugar === cajon.lugar ? ya : { lugar: cajon.lugar, valor }));
    });
    return () => {
      vigente = false;
    };
  }, [cajon]);

  const escribir = (valor: T) => {
    setEscrito({ lugar, valor });
    if (mismo(valor, inicial)) cajon.quitar();
    else cajon.guardar(valor);
  };
  const alEnviarse = () => {
    cajon.quitar();
    // With the page that what was sent draws, so that nobody sees what it was before.
    startTransition(() => setEscrito(null));
  };
  return [escrito?.lugar === lugar ? escrito.valor : inicial, escribir, alEnviarse] as const;
}

/**
 * The paragraphs of a form that the browser holds: they come back when it is drawn again.
 * @param llave absent when the form keeps nothing
 * @param respuesta what its action last answered
 */
export function useBorradorDelFormulario(
  formulario: RefObject<HTMLFormElement | null>,
  llave: LlaveBorrador | undefined,
  respuesta: { readonly ok: boolean } | null,
): void {
  const cajon = useCajon<Record<string, string>>(llave);
  const enviada = useRef(false);

  useEffect(() => {
    const form = formulario.current;
    if (!form || !cajon.lugar) return;
    const cajas = () => [...form.querySelectorAll("textarea")];
    cajon.leer().then((textos) => {
      for (const caja of cajas()) {
        const texto = textos?.[caja.name];
        if (texto !== undefined && caja.value === caja.defaultValue) escribirEn(caja, texto);
      }
    });
    const alEscribir = () => {
      const escritas = cajas().filter((caja) => caja.value.trim() !== "");
      if (escritas.length === 0) cajon.quitar();
      else cajon.guardar(Object.fromEntries(escritas.map((caja) => [caja.name, caja.value])));
    };
    const alEnviar = () => {
      enviada.current = true;
    };
    form.addEventListener("input", alEscribir);
    form.addEventListener("submit", alEnviar);
    return () => {
      form.removeEventListener("input", alEscribir);
      form.removeEventListener("submit", alEnviar);
      if (enviada.current) cajon.marcar();
    };
  }, [formulario, cajon]);

  useEffect(() => {
    enviada.current = false;
    if (respuesta?.ok) cajon.quitar();
  }, [respuesta, cajon]);
}
