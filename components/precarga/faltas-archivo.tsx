"use client";
import { useState } from "react";
import { Alerta } from "@/components/ui/alerta";
import { Boton } from "@/components/ui/boton";
import { Etiqueta } from "@/components/ui/etiqueta";
import { Tabla } from "@/components/ui/tabla";
import type { FaltaPrecarga as FaltaDeArchivo, RevisionPlan } from "@/lib/flujo/vistaPrecarga";
import type { FallaPrecarga } from "./cola";
import { bajarMarcado } from "./enviar";

type Props = { archivo: File; revision: Pick<RevisionPlan, "faltas" | "errores" | "avisos"> };

/** Every fault of a file with its place, what was found and what was expected; and the workbook back with them marked. */
export function FaltasArchivo({ archivo, revision: { faltas, errores, avisos } }: Props) {
  const [falla, setFalla] = useState<FallaPrecarga | null>(null);
  if (faltas.length === 0) return null;
  const esLibro = !/\.json$/i.test(archivo.name);
  const cuenta = [
    errores > 0 ? contar(errores, "falta que corregir", "faltas que corregir") : null,
    avisos > 0 ? contar(avisos, "aviso que no impide cargar", "avisos que no impiden cargar") : null,
  ].filter((parte) => parte !== null);
  return (
    <section className="flex flex-col gap-3">
      <h3 className="text-lg">{cuenta.join(" y ")}</h3>
      {esLibro && (
        <div>
          <Boton
            variante="secundario"
            icono="descargar"
            textoPendiente="Marcando…"
            onClick={async () => setFalla(await bajarMarcado(archivo))}
          >
            Descargar el libro con las faltas marcadas
          </Boton>
        </div>
      )}
      {falla && (
        <Alerta tono="error" anuncia>
          {falla.mensaje}
        </Alerta>
      )}
      <Tabla
        titulo={`Faltas de ${archivo.name}`}
        tituloOculto
        filas={faltas.map((falta, i) => ({ ...falta, i }))}
        clave={({ i }) => i}
        columnas={[
          {
            id: "lugar",
            titulo: esLibro ? "Hoja y celda" : "Lugar en el JSON",
            encabezaFila: true,
            celda: (falta) => <span className="wrap-anywhere">{lugarDe(falta)}</span>,
          },
          {
            id: "mensaje",
            titulo: "Qué pasa",
            celda: ({ mensaje, nivel, regla }) => (
              <>
                <Etiqueta tono={nivel === "error" ? "error" : "advertencia"}>
                  {nivel === "error" ? "Falta" : "Aviso"}
                </Etiqueta>{" "}
                {mensaje}
                {regla && <span className="text-sm text-texto-suave"> {regla}</span>}
              </>
            ),
          },
          {
            id: "encontrado",
            titulo: "Encontrado",
            celda: ({ encontrado }) => <span className="wrap-anywhere">{encontrado || "(vacío)"}</span>,
          },
          { id: "esperado", titulo: "Esperado", celda: ({ esperado }) => esperado || "—" },
        ]}
      />
      {errores + avisos > faltas.length && (
        <p>
          Se muestran las primeras {faltas.length} de {errores + avisos}. El libro marcado las trae todas.
        </p>
      )}
    </section>
  );
}

function lugarDe({ hoja, celda }: FaltaDeArchivo): string {
  if (hoja === "") return celda || "El archivo";
  return celda === "" ? `Hoja «${hoja}»` : `${hoja}, ${celda}`;
}

const contar = (cuantos: number, uno: string, varios: string) => `${cuantos} ${cuantos === 1 ? uno : varios}`;
