"use client";
import { useState } from "react";
import { Alerta } from "@/components/ui/alerta";
import { Boton } from "@/components/ui/boton";
import { Progreso } from "@/components/ui/progreso";
import { Seleccion } from "@/components/ui/seleccion";
import { SubirArchivo } from "@/components/ui/subir-archivo";
import { ACEPTA_PLAN, TAMANO_MAXIMO_PLAN_TEXTO } from "@/lib/flujo/vistaPrecarga";
import { ArchivoRevisado } from "./archivo-revisado";
import { type EnCola, estadoDe, NOMBRES_ESTADO } from "./cola";
import { useColaPrecarga } from "./usar-cola";

/** Chooses files of plans, shows what each would do, and loads them. */
export function PanelPrecarga() {
  const lo = useColaPrecarga();
  const [filtro, setFiltro] = useState("");
  const cuentas = Map.groupBy(lo.cola, estadoDe);
  const visibles = filtro === "" ? lo.cola : lo.cola.filter((uno) => estadoDe(uno) === filtro);
  const cuantos = lo.listos.length;
  return (
    <div className="flex flex-col gap-6">
      <SubirArchivo
        id="archivos"
        etiqueta="Archivos de planes"
        ayuda={`Uno o muchos a la vez: la planilla de Excel de esta plataforma, o JSON plan-cseu/v1. Hasta ${TAMANO_MAXIMO_PLAN_TEXTO} cada uno. Elegirlos no cambia nada: primero verá qué haría cada uno.`}
        archivos={[]}
        acepta={ACEPTA_PLAN}
        alElegir={(archivos) => void lo.elegir(archivos)}
        alQuitar={() => undefined}
      />
      {lo.avance && (
        <div className="flex flex-col gap-3 rounded-md border border-borde bg-papel p-4">
          <Progreso
            etiqueta={lo.avance.que === "revisar" ? "Revisando los archivos" : "Cargando los planes"}
            hechas={lo.avance.hechas}
            total={lo.avance.total}
          />
          <div>
            <Boton variante="secundario" icono="cerrar" onClick={lo.cancelar}>
              Cancelar lo que falta
            </Boton>
          </div>
        </div>
      )}
      <p role="status" className={lo.cola.length === 0 ? "sr-only" : "font-medium"}>
        {lo.avance ? "" : resumen(lo.cola)}
      </p>
      {lo.cola.length > 0 && (
        <>
          {lo.repetidos.size > 0 && (
            <Alerta tono="advertencia" titulo="Hay instituciones repetidas">
              Más de un archivo trae el plan de la misma institución. Solo el primero se cargará con los
              demás; quite los que sobran.
            </Alerta>
          )}
          <div className="flex flex-wrap items-end gap-3">
            {cuantos > 0 && (
              <Boton icono="subir" bloqueado={lo.avance !== null} onClick={lo.cargarListos}>
                {cuantos === 1 ? "Cargar 1 plan" : `Cargar ${cuantos} planes`}
              </Boton>
            )}
            {lo.sinRevisar.length > 0 && (
              <Boton variante="secundario" onClick={() => void lo.seguirRevisando()}>
                Revisar los {lo.sinRevisar.length} que faltan
              </Boton>
            )}
            {!lo.avance && (
              <Boton variante="sutil" icono="quitar" onClick={lo.vaciar}>
                Vaciar la lista
              </Boton>
            )}
          </div>
          {cuentas.size > 1 && (
            <Seleccion
              id="filtro"
              etiqueta="Mostrar"
              ancho="medio"
              vacia={`Todos (${lo.cola.length})`}
              value={filtro}
              onChange={(evento) => setFiltro(evento.currentTarget.value)}
              opciones={[...cuentas].map(([estado, unos]) => ({
                valor: estado,
                texto: `${NOMBRES_ESTADO[estado] ?? estado} (${unos.length})`,
              }))}
            />
          )}
          <ul className="flex flex-col gap-3">
            {visibles.map((uno) => (
              <ArchivoRevisado
                key={uno.id}
                uno={uno}
                repetido={lo.repetidos.has(uno.id)}
                ocupado={lo.avance !== null}
                abierto={lo.cola.length === 1}
                alReemplazar={(codigo, motivo) => lo.reemplazar(uno, codigo, motivo)}
                alRevisar={() => lo.revisarOtraVez(uno)}
                alQuitar={() => lo.quitar(uno.id)}
              />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** «3 archivos. Se crea: 2. Con faltas: 1.» */
function resumen(cola: readonly EnCola[]): string {
  if (cola.length === 0) return "";
  const cuentas = [...Map.groupBy(cola, estadoDe)].map(
    ([estado, unos]) => `${NOMBRES_ESTADO[estado] ?? estado}: ${unos.length}.`,
  );
  return `${cola.length === 1 ? "1 archivo" : `${cola.length} archivos`}. ${cuentas.join(" ")}`;
}
