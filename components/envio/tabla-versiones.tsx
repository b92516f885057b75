import type { ReactNode } from "react";
import { Etiqueta } from "@/components/ui/etiqueta";
import { type Columna, Tabla } from "@/components/ui/tabla";
import { mostrarInstante } from "@/lib/expediente/fecha";
import { ESTADOS_ENVIO, type EstadoEnvio } from "@/lib/flujo/revision";

type Version = { readonly version: number; readonly enviadoEn: Date; readonly estado: EstadoEnvio };

type Props<V extends Version> = {
  titulo?: ReactNode;
  versiones: readonly V[];
  /** What this page says of each besides its number, when it was sent and how it stands. */
  columnas: readonly Columna<V>[];
};

/** The versions that an institution sent. */
export function TablaVersiones<V extends Version>({
  titulo = "Versiones enviadas",
  versiones,
  columnas,
}: Props<V>) {
  return (
    <Tabla
      titulo={titulo}
      filas={versiones}
      clave={({ version }) => version}
      columnas={[
        {
          id: "version",
          titulo: "Versión",
          encabezaFila: true,
          celda: ({ version }) => `Versión ${version}`,
        },
        { id: "enviada", titulo: "Enviada", celda: ({ enviadoEn }) => mostrarInstante(enviadoEn) },
        {
          id: "estado",
          titulo: "Estado",
          celda: ({ estado }) => <Etiqueta>{ESTADOS_ENVIO[estado].nombre}</Etiqueta>,
        },
        ...columnas,
      ]}
    />
  );
}
