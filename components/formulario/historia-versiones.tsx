"use client";
import { type ReactNode, useEffect, useState } from "react";
import { Alerta } from "@/components/ui/alerta";
import { Boton } from "@/components/ui/boton";
import { Dialogo } from "@/components/ui/dialogo";
import { textoInstante } from "@/components/ui/instante";
import type { ValorCampo } from "@/lib/flujo/campo";
import type { VersionDeCampo } from "@/lib/flujo/historia";
import type { MostrarValor } from "./detencion";
import { mismo } from "./mismo";

export type PropsVersiones = {
  institucion: string;
  lugar: string;
  etiqueta: ReactNode;
  abierta: boolean;
  alCerrar: () => void;
  /** A kept value as it is typed, and a typed value as it is read. */
  escrito: (guardado: ValorCampo) => ValorCampo;
  mostrar: MostrarValor;
  actual: ValorCampo;
  /** Puts a version back as a new save; null where nothing can be written. */
  volver: ((valor: ValorCampo) => void) | null;
};

type Estado = { readonly versiones: readonly VersionDeCampo[] } | { readonly falla: string } | null;

async function pedir(institucion: string, lugar: string): Promise<Estado> {
  const direccion = `/institucion/${encodeURIComponent(institucion)}/campo/historia?lugar=${encodeURIComponent(lugar)}`;
  const respuesta = await fetch(direccion, { headers: { accept: "application/json" } }).catch(() => null);
  if (!respuesta?.ok) return { falla: "No se pudo leer la historia de este campo. Inténtelo de nuevo." };
  return (await respuesta.json()) as Estado;
}

/** The versions of a field in a window: who, when, from what to what, and the way back to each. */
export function Versiones({
  institucion,
  lugar,
  etiqueta,
  abierta,
  alCerrar,
  escrito,
  mostrar,
  actual,
  volver,
}: PropsVersiones) {
  const [estado, setEstado] = useState<Estado>(null);
  useEffect(() => {
    if (!abierta) return;
    let vigente = true;
    setEstado(null);
    pedir(institucion, lugar).then((leido) => vigente && setEstado(leido));
    return () => {
      vigente = false;
    };
  }, [abierta, institucion, lugar]);

  const texto = (valor: ValorCampo) => mostrar(escrito(valor));
  return (
    <Dialogo abierto={abierta} alCerrar={alCerrar} titulo="Historia del campo" ancho="grande">
      <p className="max-w-lectura text-texto-suave">{etiqueta}</p>
      {estado === null && <p role="status">Leyendo la historia…</p>}
      {estado !== null && "falla" in estado && (
        <Alerta tono="error" anuncia>
          {estado.falla}
        </Alerta>
      )}
      {estado !== null && "versiones" in estado && (
        <>
          {estado.versiones.length === 0 && <p>Nadie ha escrito aquí todavía.</p>}
          <ol className="divide-y divide-borde">
            {estado.versiones.map(({ clave, en, quien, antes, valor }) => (
              <li key={clave} className="grid gap-3 py-4">
                <p className="font-medium">
                  {quien ?? "La plataforma"}, {textoInstante(en)}
                </p>
                <dl className="grid gap-3 sm:grid-cols-2">
                  <div className="min-w-0">
                    <dt className="text-sm text-texto-suave">Antes</dt>
                    <dd className="whitespace-pre-wrap break-words text-texto-suave">{texto(antes)}</dd>
                  </div>
                  <div className="min-w-0">
                    <dt className="text-sm text-texto-suave">Quedó</dt>
                    <dd className="whitespace-pre-wrap break-words">{texto(valor)}</dd>
                  </div>
                </dl>
                {mismo(escrito(valor), actual) ? (
                  <p className="text-sm text-texto-suave">Es lo que dice ahora.</p>
                ) : (
                  volver && (
                    <div>
                      <Boton
                        variante="secundario"
                        onClick={() => {
                          volver(valor);
                          alCerrar();
                        }}
                      >
                        Volver a esta versión
                        <span className="sr-only">
                          {" "}
                          de {quien ?? "la plataforma"}, {textoInstante(en)}
                        </span>
                      </Boton>
                    </div>
                  )
                )}
              </li>
            ))}
          </ol>
        </>
      )}
    </Dialogo>
  );
}
