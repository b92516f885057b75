import { BarraApilada } from "@/components/grafico/barras-apiladas";
import { Tabla } from "@/components/ui/tabla";
import { porcentaje } from "@/lib/flujo/tablero";

type Cuenta = { readonly estado: string; readonly cuantas: number };

type Props = {
  readonly actividades: readonly Cuenta[];
  readonly metas: readonly (Cuenta & { readonly clase: "desempeno" | "satisfaccion" })[];
};

const LEYENDA = [
  { clase: "fill-exito", texto: "Cumplida o alcanzada" },
  { clase: "fill-error", texto: "No cumplida o no alcanzada" },
  { clase: "fill-advertencia-borde", texto: "No medida" },
  { clase: "fill-neutro-suave stroke-borde-control", texto: "Sin informar" },
];

/** Activities fulfilled and targets reached, bar and figures in the same row. */
export function Cumplimiento({ actividades, metas }: Props) {
  const fila = (nombre: string, cuentas: readonly Cuenta[]) => {
    const de = (...estados: string[]) =>
      cuentas
        .filter(({ estado }) => estados.includes(estado))
        .reduce((suma, { cuantas }) => suma + cuantas, 0);
    return {
      nombre,
      bien: de("cumplida", "alcanzada"),
      mal: de("noCumplida", "noAlcanzada"),
      sinMedir: de("noMedida"),
      pendiente: de("pendiente"),
      total: de("cumplida", "alcanzada", "noCumplida", "noAlcanzada", "noMedida", "pendiente"),
    };
  };
  const filas = [
    fila("Actividades", actividades),
    fila(
      "Metas de desempeño",
      metas.filter(({ clase }) => clase === "desempeno"),
    ),
    fila(
      "Metas de satisfacción usuaria",
      metas.filter(({ clase }) => clase === "satisfaccion"),
    ),
  ];
  type Fila = (typeof filas)[number];
  const cifra = (n: number, { total }: Fila) => (
    <>
      {n.toLocaleString("es-CL")} <span className="text-sm text-texto-suave">({porcentaje(n, total)} %)</span>
    </>
  );
  return (
    <section aria-labelledby="cumplimiento" className="flex flex-col gap-3">
      <h2 id="cumplimiento" className="text-xl">
        Actividades cumplidas y metas alcanzadas
      </h2>
      <ul aria-hidden="true" className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {LEYENDA.map(({ clase, texto }) => (
          <li key={texto} className="flex items-center gap-2">
            <svg width="14" height="14" focusable="false" aria-hidden="true">
              <rect width="14" height="14" rx="2" className={`relleno-forzado ${clase}`} />
            </svg>
            {texto}
          </li>
        ))}
      </ul>
      <Tabla
        titulo="Actividades cumplidas y metas alcanzadas"
        tituloOculto
        filas={filas}
        clave={({ nombre }) => nombre}
        columnas={[
          { id: "que", titulo: "De", encabezaFila: true, celda: ({ nombre }) => nombre },
          {
            id: "barra",
            titulo: "Reparto",
            ancho: "w-1/4",
            celda: ({ bien, mal, sinMedir, total }) => (
              <BarraApilada
                total={total}
                tramos={[
                  { valor: bien, clase: "fill-exito" },
                  { valor: mal, clase: "fill-error" },
                  { valor: sinMedir, clase: "fill-advertencia-borde" },
                ]}
              />
            ),
          },
          {
            id: "bien",
            titulo: "Cumplidas o alcanzadas",
            alinear: "derecha",
            celda: (f) => cifra(f.bien, f),
          },
          {
            id: "mal",
            titulo: "No cumplidas o no alcanzadas",
            alinear: "derecha",
            celda: (f) => cifra(f.mal, f),
          },
          { id: "sin", titulo: "No medidas", alinear: "derecha", celda: (f) => cifra(f.sinMedir, f) },
          {
            id: "pendiente",
            titulo: "Sin informar",
            alinear: "derecha",
            celda: (f) => cifra(f.pendiente, f),
          },
        ]}
      />
    </section>
  );
}
