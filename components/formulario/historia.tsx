"use client";
import { type ComponentType, type ReactNode, useState } from "react";
import { clases } from "@/components/ui/clases";
import type { ValorCampo } from "@/lib/flujo/campo";
import type { MostrarValor } from "./detencion";
import type { PropsVersiones } from "./historia-versiones";
import { useHistoria } from "./proveedor";
import { valorComoTexto } from "./texto";
import type { CampoVivo } from "./usar-campo";

type Props<T extends ValorCampo> = {
  lugar: string;
  etiqueta: ReactNode;
  campo: CampoVivo<T>;
  mostrar?: MostrarValor | undefined;
  bloqueado: boolean;
};

/**
 * «Historia» of a field, at the end of its label's line: seen when the field has the focus or the pointer, so that a
 * long form stays quiet, and always where the field cannot take the focus. Its window, and what it shows, are asked
 * for when it is opened.
 */
export function Historia<T extends ValorCampo>({ lugar, etiqueta, campo, mostrar, bloqueado }: Props<T>) {
  const institucion = useHistoria();
  const [Versiones, setVersiones] = useState<ComponentType<PropsVersiones> | null>(null);
  const [abierta, setAbierta] = useState(false);
  if (institucion === null) return null;

  async function abrir() {
    const { Versiones: ventana } = await import("./historia-versiones");
    setVersiones(() => ventana);
    setAbierta(true);
  }

  return (
    <>
      <button
        type="button"
        onClick={abrir}
        aria-haspopup="dialog"
        aria-description={typeof etiqueta === "string" ? etiqueta : undefined}
        className={clases(
          "no-imprimir -my-3 inline-flex min-h-11 shrink-0 items-center rounded-sm px-1 text-sm text-primario underline underline-offset-4 hover:text-primario-hover",
          !bloqueado && "invisible group-focus-within/vivo:visible group-hover/vivo:visible",
        )}
      >
        Historia
      </button>
      {Versiones && (
        <Versiones
          institucion={institucion}
          lugar={lugar}
          etiqueta={etiqueta}
          abierta={abierta}
          alCerrar={() => setAbierta(false)}
          mostrar={mostrar ?? valorComoTexto}
          escrito={campo.mostrar}
          actual={campo.valor}
          volver={
            bloqueado
              ? null
              : (valor) => {
                  campo.escribir(campo.mostrar(valor) as T);
                  campo.confirmar();
                }
          }
        />
      )}
    </>
  );
}
