"use client";
import { useState } from "react";
import { Alerta } from "@/components/ui/alerta";
import { Boton } from "@/components/ui/boton";
import { clases } from "@/components/ui/clases";
import { Enlace } from "@/components/ui/enlace";
import { Etiqueta } from "@/components/ui/etiqueta";
import { Icono } from "@/components/ui/iconos";
import type { RevisionPlan } from "@/lib/flujo/vistaPrecarga";
import { type EnCola, estadoDe, NOMBRES_ESTADO, TONOS_ESTADO } from "./cola";
import { DiferenciasPlan } from "./diferencias-plan";
import { FaltasArchivo } from "./faltas-archivo";
import { Reemplazo } from "./reemplazo";

type Props = {
  uno: EnCola;
  repetido: boolean;
  /** Others are being reviewed or loaded. */
  ocupado: boolean;
  /** Opens by itself: it is the only one. */
  abierto: boolean;
  alReemplazar: (codigo: string, motivo: string) => Promise<void>;
  alRevisar: () => Promise<void>;
  alQuitar: () => void;
};

/** One file: whose plan it is, what it would do or did, and what is asked of the person. */
export function ArchivoRevisado({
  uno,
  repetido,
  ocupado,
  abierto,
  alReemplazar,
  alRevisar,
  alQuitar,
}: Props) {
  const [visto, setVisto] = useState(abierto);
  const { archivo, revision, resultado, falla, fase } = uno;
  const estado = estadoDe(uno);
  const institucion = resultado?.institucion ?? revision?.institucion;
  return (
    <li className="rounded-md border border-borde bg-papel">
      <details open={visto} onToggle={(evento) => setVisto(evento.currentTarget.open)}>
        <summary className="flex min-h-11 cursor-pointer flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
          <Icono nombre="abajo" className={clases("shrink-0", !visto && "-rotate-90")} />
          <span className="min-w-0 flex-1 basis-60">
            <span className="block font-medium wrap-anywhere">
              {institucion ? `${institucion.codigo} · ${institucion.nombre}` : archivo.name}
            </span>
            {institucion && (
              <span className="block text-sm text-texto-suave wrap-anywhere">{archivo.name}</span>
            )}
          </span>
          <Etiqueta tono={TONOS_ESTADO[estado] ?? "neutro"}>{NOMBRES_ESTADO[estado] ?? estado}</Etiqueta>
        </summary>
        {visto && (
          <div className="flex flex-col gap-6 border-t border-borde px-4 py-4">
            {repetido && fase === "revisado" && (
              <Alerta tono="advertencia">
                Otro archivo de la lista trae el plan de esta misma institución.
              </Alerta>
            )}
            {falla && falla.codigo !== "falta_confirmar" && (
              <Alerta
                tono="error"
                acciones={
                  <Boton variante="secundario" onClick={alRevisar}>
                    Revisar otra vez
                  </Boton>
                }
              >
                {falla.mensaje}
              </Alerta>
            )}
            {resultado && (
              <Alerta tono="exito">
                {HECHO[resultado.hecho]}{" "}
                <Enlace href={`/institucion/${resultado.institucion.codigo}/plan`}>Ver el plan</Enlace>
              </Alerta>
            )}
            {fase === "revisado" && revision && (
              <Detalle uno={uno} revision={revision} ocupado={ocupado} alReemplazar={alReemplazar} />
            )}
            {(fase === "revisado" || fase === "hecho" || fase === "fallido" || fase === "por_revisar") &&
              !ocupado && (
                <div>
                  <Boton variante="sutil" icono="quitar" onClick={alQuitar}>
                    Quitar de la lista<span className="sr-only"> {archivo.name}</span>
                  </Boton>
                </div>
              )}
          </div>
        )}
      </details>
    </li>
  );
}

const HECHO = {
  creado: "El plan quedó cargado y se avisó a las contrapartes.",
  reemplazado: "El plan quedó reemplazado y se avisó a las contrapartes.",
  sin_cambios: "El plan ya estaba cargado igual: no cambió nada.",
} as const;

type PropsDetalle = Pick<Props, "uno" | "ocupado" | "alReemplazar"> & { revision: RevisionPlan };

function Detalle({ uno, revision, ocupado, alReemplazar }: PropsDetalle) {
  const { situacion, cuenta, tramitesNuevos, diferencias, perdida, impedimento, institucion } = revision;
  return (
    <>
      {impedimento && <Alerta tono="error">{impedimento}</Alerta>}
      {situacion === "igual" && (
        <p>La institución ya tiene este mismo plan. Cargarlo otra vez no cambia nada.</p>
      )}
      {situacion === "crear" && cuenta && (
        <p>
          La institución no tiene plan. Se crea con{" "}
          {contar(cuenta.objetivos, "objetivo específico", "objetivos específicos")},{" "}
          {contar(cuenta.actividades, "actividad", "actividades")} y{" "}
          {contar(cuenta.indicadores, "indicador", "indicadores")}.
        </p>
      )}
      {tramitesNuevos > 0 && (
        <p>
          {contar(tramitesNuevos, "trámite se agrega", "trámites se agregan")} al catálogo de la institución.
        </p>
      )}
      <FaltasArchivo archivo={uno.archivo} revision={revision} />
      {(situacion === "reemplazar" || situacion === "confirmar" || situacion === "impedida") && (
        <DiferenciasPlan diferencias={diferencias} />
      )}
      {situacion === "confirmar" && perdida && institucion && (
        <Reemplazo
          id={uno.id}
          institucion={institucion}
          perdida={perdida}
          campos={uno.falla?.campos ?? {}}
          ocupado={ocupado}
          alReemplazar={alReemplazar}
        />
      )}
    </>
  );
}

const contar = (cuantos: number, uno: string, varios: string) => `${cuantos} ${cuantos === 1 ? uno : varios}`;
