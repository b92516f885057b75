import type { ReactNode } from "react";
import { Alerta } from "@/components/ui/alerta";
import { EnlaceBoton } from "@/components/ui/enlace-boton";
import { Etiqueta } from "@/components/ui/etiqueta";
import { ListaDatos } from "@/components/ui/lista-datos";
import { Tabla } from "@/components/ui/tabla";

type FaltaDeCelda = {
  readonly hoja: string;
  readonly celda: string;
  readonly encontrado: string;
  readonly esperado: string;
  readonly mensaje: string;
  readonly nivel: "error" | "aviso";
};

type Props = {
  nombre: string;
  total: number;
  conteo: readonly { readonly grupo: string; readonly cuantos: number }[];
  areas: readonly string[];
  errores: number;
  avisos: number;
  faltas: readonly FaltaDeCelda[];
  /** Where the same workbook is, with its faults marked. */
  marcado: string;
  /** What can be done with it. */
  children: ReactNode;
};

const numero = (n: number) => n.toLocaleString("es-CL");
const faltasEnPalabras = (n: number) => (n === 1 ? "1 falta" : `${numero(n)} faltas`);
const avisosEnPalabras = (n: number) => (n === 1 ? "1 aviso" : `${numero(n)} avisos`);
const AREAS_A_LA_VISTA = 12;

/** What a workbook of recipients brings, before anything is replaced: its counts and every fault by cell. */
export function RevisionListado(props: Props) {
  const { nombre, total, conteo, areas, errores, avisos, faltas, marcado, children } = props;
  const hay = errores + avisos;
  return (
    <div className="flex flex-col gap-6">
      <Alerta
        tono={errores > 0 ? "error" : avisos > 0 ? "advertencia" : "exito"}
        titulo={
          errores > 0
            ? `El listado tiene ${faltasEnPalabras(errores)} por corregir`
            : `El listado cumple lo que exige la guía${avisos > 0 ? `, con ${avisosEnPalabras(avisos)}` : ""}`
        }
      >
        <p className="break-all">{nombre}</p>
        {errores > 0 && (
          <p>
            Descargue el mismo libro con las faltas marcadas en sus celdas, corríjalo y súbalo de nuevo. El
            listado guardado no ha cambiado.
          </p>
        )}
      </Alerta>
      <ListaDatos
        datos={[
          ...conteo.map(({ grupo, cuantos }) => ({ clave: grupo, valor: numero(cuantos) })),
          {
            clave: "Áreas del personal",
            valor:
              areas.length === 0
                ? "Ninguna"
                : `${numero(areas.length)}: ${areas.slice(0, AREAS_A_LA_VISTA).join(", ")}${areas.length > AREAS_A_LA_VISTA ? "…" : ""}`,
          },
          { clave: "Total", valor: numero(total) },
        ]}
      />
      <div className="flex flex-wrap gap-3">
        {hay > 0 && (
          <EnlaceBoton
            href={marcado}
            prefetch={false}
            variante={errores > 0 ? "primario" : "secundario"}
            icono="descargar"
          >
            Descargar el libro con las faltas marcadas
          </EnlaceBoton>
        )}
        {children}
      </div>
      {hay > 0 && (
        <Tabla
          titulo={hay > faltas.length ? `Las primeras ${faltas.length} de ${numero(hay)}` : "Celda por celda"}
          filas={faltas.map((falta, i) => ({ ...falta, id: i }))}
          clave={({ id }) => id}
          columnas={[
            {
              id: "celda",
              titulo: "Celda",
              encabezaFila: true,
              celda: ({ hoja, celda }) => (celda ? `${hoja} ${celda}` : hoja || "Todo el listado"),
            },
            {
              id: "nivel",
              titulo: "Nivel",
              celda: ({ nivel }) => (
                <Etiqueta tono={nivel === "error" ? "error" : "advertencia"}>
                  {nivel === "error" ? "Falta" : "Aviso"}
                </Etiqueta>
              ),
            },
            { id: "mensaje", titulo: "Qué pasa", celda: ({ mensaje }) => mensaje },
            { id: "encontrado", titulo: "Se encontró", celda: ({ encontrado }) => encontrado || "vacío" },
            { id: "esperado", titulo: "Se espera", celda: ({ esperado }) => esperado || "—" },
          ]}
        />
      )}
    </div>
  );
}
