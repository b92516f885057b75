"use client";
import { type FormEvent, useEffect, useRef, useState } from "react";
import type { AccionFormulario, RespuestaFormulario } from "@/components/formulario/llamar";
import { useEnvio } from "@/components/formulario/usar-envio";
import { avisar } from "@/components/ui/avisos-cola";
import { Boton } from "@/components/ui/boton";
import { Casilla } from "@/components/ui/casilla-grupo";
import { Confirmacion } from "@/components/ui/confirmacion";
import { EntradaBuscada } from "@/components/ui/entrada-buscada";
import { ResumenErrores } from "@/components/ui/resumen-errores";
import { cuantasInstituciones } from "@/lib/flujo/cuantas";

type Institucion = {
  readonly id: string;
  readonly codigo: string;
  readonly nombre: string;
  readonly ministerio: string;
  readonly grupo: string | null;
};

type Movidas = { movidas: number; sueltas: number; grupo: string | null };

type Props = {
  readonly accion: AccionFormulario<RespuestaFormulario<Movidas>>;
  readonly filas: readonly Institucion[];
  readonly total: number;
  /** What the list is of, as the action takes it: text, and id of the group. */
  readonly buscado: Readonly<Record<"texto" | "grupo", string>>;
  /** Address that answers the groups that coincide with what is written. */
  readonly buscarEn: string;
};

/** What is asked before moving what is not on this page, or leaving somebody without a pair. */
type Pregunta = { readonly cuantas: number; readonly destino: string };

/** Marks institutions and sends them to a group: those marked, or all that match what is looked for. Works without script. */
export function MoverInstituciones({ accion, filas, total, buscado, buscarEn }: Props) {
  const { respuesta, formulario: envio } = useEnvio(accion);
  // What is marked is told to the boxes as their start: the form goes back to it with each answer, also with a failed one.
  const [marcadas, setMarcadas] = useState<ReadonlySet<string>>(new Set());
  const [pregunta, setPregunta] = useState<Pregunta | null>(null);
  const confirmada = useRef(false);
  const formulario = useRef<HTMLFormElement>(null);
  const falla = respuesta?.ok === false ? respuesta.falla : null;
  const valores = respuesta?.ok === false ? respuesta.valores : undefined;

  useEffect(() => {
    if (!respuesta?.ok) return;
    const { movidas, sueltas, grupo: destino } = respuesta.valor;
    const donde = destino ? `a ${destino}` : "fuera de su grupo";
    const sueltasDicho =
      sueltas > 0
        ? ` ${cuantasInstituciones(sueltas)} ${sueltas === 1 ? "quedó" : "quedaron"} sin persona asignada.`
        : "";
    avisar({
      tono: "exito",
      texto: `${movidas === 1 ? "Pasó" : "Pasaron"} ${cuantasInstituciones(movidas)} ${donde}.${sueltasDicho}`,
    });
    setMarcadas(new Set());
  }, [respuesta]);

  const casillas = () =>
    formulario.current?.querySelectorAll<HTMLInputElement>('input[name="instituciones[]"]') ?? [];
  const contar = () =>
    setMarcadas(new Set([...casillas()].filter(({ checked }) => checked).map(({ value }) => value)));
  function marcarPagina(marcar: boolean) {
    for (const casilla of casillas()) casilla.checked = marcar;
    contar();
  }

  function alEnviar(evento: FormEvent<HTMLFormElement>) {
    const datos = new FormData(evento.currentTarget);
    const destino = String(datos.get("destino") ?? "").trim();
    const [todas, quitar] = [datos.has("todas"), datos.has("quitar")];
    const cuantas = todas ? total : datos.getAll("instituciones[]").length;
    // What lacks something is told by the server, as without script.
    const completa = cuantas > 0 && quitar === (destino === "");
    if (confirmada.current || !completa || !(todas || quitar)) {
      confirmada.current = false;
      return envio.onSubmit(evento);
    }
    evento.preventDefault();
    setPregunta({ cuantas, destino });
  }
  function confirmar() {
    setPregunta(null);
    confirmada.current = true;
    formulario.current?.requestSubmit();
  }

  return (
    <form ref={formulario} action={envio.action} onSubmit={alEnviar} className="flex flex-col gap-4">
      <ResumenErrores falla={falla} />
      {Object.entries(buscado).map(([nombre, valor]) => (
        <input key={nombre} type="hidden" name={nombre} value={valor} />
      ))}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p role="status" className="tabular-nums">
          {marcadas.size} de {filas.length} marcadas en esta página
        </p>
        <div className="flex flex-wrap gap-3">
          <Boton type="button" variante="sutil" onClick={() => marcarPagina(true)}>
            Marcar las de esta página
          </Boton>
          <Boton type="button" variante="sutil" onClick={() => marcarPagina(false)}>
            Desmarcar
          </Boton>
        </div>
      </div>
      <fieldset className="rounded-md border border-borde bg-papel px-4 py-2" onChange={contar}>
        <legend className="sr-only">Instituciones que se mueven</legend>
        <ul className="divide-y divide-borde">
          {filas.map(({ id, codigo, nombre, ministerio, grupo: suyo }) => (
            <li key={id} className="py-1">
              <Casilla
                id={`institucion-${codigo}`}
                name="instituciones[]"
                value={id}
                defaultChecked={marcadas.has(id)}
                texto={nombre}
                detalle={`${codigo} · ${ministerio} · ${suyo ?? "Sin grupo"}`}
              />
            </li>
          ))}
        </ul>
      </fieldset>
      <div className="flex flex-col gap-4 rounded-md border border-borde bg-papel p-4">
        <div className="max-w-2xl">
          <EntradaBuscada
            id="destino"
            name="destino"
            etiqueta="Mover al grupo"
            ayuda="Escriba parte de su nombre, o del de alguien de su dupla, y elíjalo."
            buscarEn={buscarEn}
            defaultValue={valores?.destino ?? ""}
            error={falla?.campos?.destino}
          />
        </div>
        <Casilla
          id="quitar"
          name="quitar"
          value="si"
          texto="Dejarlas sin grupo, en vez de moverlas a otro"
          defaultChecked={valores?.quitar === "si"}
        />
        {total > filas.length && (
          <Casilla
            id="todas"
            name="todas"
            value="si"
            texto={`Mover las ${cuantasInstituciones(total)} que coinciden con la búsqueda, no solo las marcadas`}
            defaultChecked={valores?.todas === "si"}
          />
        )}
        <div>
          <Boton type="submit" textoPendiente="Moviendo…">
            Mover
          </Boton>
        </div>
      </div>
      <Confirmacion
        abierto={pregunta !== null}
        titulo={
          pregunta?.destino
            ? `¿Mover ${cuantasInstituciones(pregunta.cuantas)}?`
            : `¿Dejar ${cuantasInstituciones(pregunta?.cuantas ?? 0)} sin grupo?`
        }
        textoConfirmar={pregunta?.destino ? "Mover" : "Dejar sin grupo"}
        peligrosa
        alCerrar={() => setPregunta(null)}
        alConfirmar={confirmar}
      >
        <p>
          {pregunta?.destino
            ? `Pasan a «${pregunta.destino}». Lo que alguien de otra dupla tenía en sus manos queda para la de ese grupo.`
            : "Sin grupo, nadie de la Red revisa lo que se envíe. Lo que la dupla tenía en sus manos queda sin persona asignada."}
        </p>
      </Confirmacion>
    </form>
  );
}
