import { Enlace } from "@/components/ui/enlace";
import { Tabla } from "@/components/ui/tabla";
import { Vacio } from "@/components/ui/vacio";

type Fila = {
  readonly codigo: string;
  readonly institucion: string;
  readonly elemento: string;
  readonly nombre: string | null;
  readonly razon: string | null;
};

type Props = {
  readonly titulo: string;
  /** «Actividad» or «Indicador», and what the reason is called. */
  readonly elemento: string;
  readonly razon: string;
  readonly filas: readonly Fila[];
  readonly total: number;
};

/** What was not fulfilled, one by one, with the reason given; the first ones when there are many. */
export function Incumplidas({ titulo, elemento, razon, filas, total }: Props) {
  return (
    <Tabla
      titulo={
        total > filas.length
          ? `${titulo}: ${filas.length} de ${total}; el Excel las trae todas`
          : `${titulo}: ${total}`
      }
      filas={filas}
      clave={(fila) => `${fila.codigo} ${fila.elemento}`}
      vacia={<Vacio titulo="Ninguna">Nadie ha informado una en lo que mira este análisis.</Vacio>}
      columnas={[
        {
          id: "institucion",
          titulo: "Institución",
          encabezaFila: true,
          celda: ({ codigo, institucion }) => <Enlace href={`/institucion/${codigo}`}>{institucion}</Enlace>,
        },
        {
          id: "elemento",
          titulo: elemento,
          celda: (fila) => (
            <>
              <span className="text-texto-suave">{fila.elemento}</span>
              <span className="block whitespace-pre-line">{fila.nombre}</span>
            </>
          ),
        },
        {
          id: "razon",
          titulo: razon,
          celda: (fila) => fila.razon ?? <span className="text-texto-suave">Sin informar</span>,
        },
      ]}
    />
  );
}
