import { Fragment } from "react";
import { Etiqueta } from "@/components/ui/etiqueta";
import type { Tramo } from "@/lib/expediente/comparar";
import type { DiferenciaVista } from "@/lib/flujo/vistaPrecarga";

const ESTADOS = {
  igual: { texto: "Igual", tono: "neutro" },
  modificado: { texto: "Cambia", tono: "info" },
  incorporado: { texto: "Se agrega", tono: "exito" },
  eliminado: { texto: "Se quita", tono: "advertencia" },
} as const;

/** What a file says differently from the plan that is loaded: by component, the differences by word. */
export function DiferenciasPlan({ diferencias }: { diferencias: readonly DiferenciaVista[] }) {
  return (
    <section className="flex flex-col gap-3">
      <h3 className="text-lg">Qué cambia respecto del plan cargado</h3>
      {diferencias.length === 0 && (
        <p>
          Cambian solo espacios, el orden de los elementos o el de sus listas: los contenidos son los mismos.
        </p>
      )}
      {diferencias.map(({ elemento, nombre, estado, componentes }) => (
        <details
          key={`${elemento} ${nombre}`}
          open={diferencias.length <= 5}
          className="border-l-4 border-borde pl-3"
        >
          <summary className="flex min-h-11 cursor-pointer flex-wrap items-center gap-3">
            <span className="min-w-0 flex-1 basis-48 font-medium wrap-anywhere">
              {elemento === "OG" ? nombre : `${elemento} · ${nombre}`}
            </span>
            <Etiqueta tono={ESTADOS[estado].tono}>{ESTADOS[estado].texto}</Etiqueta>
          </summary>
          <dl className="flex flex-col gap-3 pb-3">
            {componentes.map(({ componente, nombre: titulo, tramos }) => (
              <div key={componente}>
                <dt className="text-texto-suave">{titulo}</dt>
                <dd className="max-w-lectura whitespace-pre-wrap wrap-anywhere">
                  <Tramos tramos={tramos} />
                </dd>
              </div>
            ))}
          </dl>
        </details>
      ))}
    </section>
  );
}

const MARCAS = {
  quitado: { palabra: "se quita", clase: "rounded-sm bg-error-suave text-error line-through decoration-2" },
  agregado: {
    palabra: "se agrega",
    clase: "rounded-sm bg-exito-suave font-medium text-exito underline decoration-2 underline-offset-4",
  },
};

/** Stretches already compared in the server: strokes and hidden words tell them apart, not colour alone. */
function Tramos({ tramos }: { tramos: readonly Tramo[] }) {
  let posicion = 0;
  return tramos.map(({ tipo, texto }) => {
    posicion += texto.length + 1;
    if (tipo === "igual") return <Fragment key={posicion}>{texto}</Fragment>;
    const { palabra, clase } = MARCAS[tipo];
    const Marca = tipo === "quitado" ? "del" : "ins";
    return (
      <Marca key={posicion} className={clase}>
        <span className="sr-only"> [{palabra}: </span>
        {texto}
        <span className="sr-only">] </span>
      </Marca>
    );
  });
}
