"use client";
import { useState } from "react";
import { AvisoDetencion } from "@/components/formulario/detencion";
import { Historia } from "@/components/formulario/historia";
import { valorComoTexto } from "@/components/formulario/texto";
import { type CampoVivo, useCampo } from "@/components/formulario/usar-campo";
import { useBloqueo } from "@/components/observacion/observado";
import { Boton } from "@/components/ui/boton";
import { Guia } from "@/components/ui/campo";
import { Seleccion } from "@/components/ui/seleccion";
import type { ElementoVinculable } from "@/lib/flujo/vistaInforme";

type Campo = {
  lugar: string;
  valor: readonly string[];
  etiqueta: string;
  ayuda: string;
  guia: { texto: string; seccion: string };
};

type Props = {
  elementos: Campo;
  /** The field of the components: linking an element marks its own. */
  componentes: { lugar: string; valor: readonly string[] };
  disponibles: readonly ElementoVinculable[];
  /** Order in which components are kept. */
  orden: readonly string[];
  bloqueado: boolean;
};

/** The elements of the plan that a difficulty touches, picked from the plan in force. */
export function Vinculos({ elementos, componentes, disponibles, orden, bloqueado: pedido }: Props) {
  const bloqueado = useBloqueo(elementos.lugar, pedido);
  const campo = useCampo(elementos.lugar, elementos.valor);
  const marcados = useCampo(componentes.lugar, componentes.valor);
  const [elegido, setElegido] = useState("");
  // The list of a large plan is drawn only where somebody is going to choose from it.
  const [abierto, setAbierto] = useState(false);
  const idAyuda = `${elementos.lugar}-ayuda`;

  function agregar() {
    const elemento = disponibles.find(({ id }) => id === elegido);
    if (!elemento || campo.valor.includes(elegido)) return;
    campo.escribir([...campo.valor, elegido]);
    const todos = new Set([...marcados.valor, elemento.componente]);
    if (todos.size !== marcados.valor.length) marcados.escribir(orden.filter((uno) => todos.has(uno)));
    campo.confirmar();
    setElegido("");
  }

  return (
    <fieldset
      id={elementos.lugar}
      tabIndex={-1}
      aria-describedby={idAyuda}
      className="group/vivo relative flex min-w-0 flex-col gap-3"
    >
      <legend className="pr-16 font-medium">{elementos.etiqueta}</legend>
      <div className="absolute top-0 right-0">
        <Historia
          lugar={elementos.lugar}
          etiqueta={elementos.etiqueta}
          campo={campo}
          mostrar={(valor) =>
            valorComoTexto(
              Array.isArray(valor)
                ? valor.map((id) => disponibles.find((uno) => uno.id === id)?.nombre ?? id)
                : valor,
            )
          }
          bloqueado={bloqueado}
        />
      </div>
      <p id={idAyuda} className="max-w-lectura text-texto-suave">
        {elementos.ayuda}
      </p>
      {campo.valor.length > 0 && (
        <ul className="flex flex-col divide-y divide-borde border-y border-borde">
          {campo.valor.map((id) => {
            const nombre = disponibles.find((uno) => uno.id === id)?.nombre;
            return (
              <li key={id} className="flex flex-wrap items-center justify-between gap-x-4">
                <span className="min-w-0 py-2">{nombre ?? `${id} (ya no está en el plan vigente)`}</span>
                {!bloqueado && (
                  <Boton
                    variante="sutil"
                    aria-label={`Quitar ${nombre ?? id}`}
                    onClick={() => {
                      campo.escribir(campo.valor.filter((uno) => uno !== id));
                      campo.confirmar();
                    }}
                  >
                    Quitar
                  </Boton>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {campo.valor.length === 0 && <p className="text-texto-suave">Todavía no hay elementos vinculados.</p>}
      {!bloqueado && !abierto && (
        <div>
          <Boton variante="secundario" icono="mas" onClick={() => setAbierto(true)}>
            Vincular un elemento del plan
          </Boton>
        </div>
      )}
      {!bloqueado && abierto && (
        <div className="flex flex-wrap items-end gap-3">
          <div className="min-w-0 flex-1 basis-72">
            <Seleccion
              id={`${elementos.lugar}-elegir`}
              etiqueta="Elemento del plan"
              vacia="Elija un elemento"
              value={elegido}
              onChange={(e) => setElegido(e.currentTarget.value)}
              opciones={disponibles
                .filter(({ id }) => !campo.valor.includes(id))
                .map(({ id, nombre }) => ({ valor: id, texto: nombre }))}
            />
          </div>
          <Boton variante="secundario" bloqueado={elegido === ""} onClick={agregar}>
            Vincular
          </Boton>
        </div>
      )}
      <Guia {...elementos.guia} />
      <AvisoDetencion campo={campo as unknown as CampoVivo<never>} />
    </fieldset>
  );
}
