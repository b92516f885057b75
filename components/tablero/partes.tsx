import { BarraApilada } from "@/components/grafico/barras-apiladas";
import { Enlace } from "@/components/ui/enlace";
import { Tabla } from "@/components/ui/tabla";
import { Vacio } from "@/components/ui/vacio";
import { type Cuenta, DIMENSIONES, type Dimension, porcentaje, SIN_GRUPO } from "@/lib/flujo/tablero";
import { direccionDelTablero, type Vista } from "./direccion";

type Parte = Cuenta & { readonly valor: string };

type Props = {
  readonly partes: readonly Parte[];
  readonly grupos: readonly { readonly id: string; readonly nombre: string }[];
  readonly vista: Vista;
};

/** Rows of a way of splitting that are drawn; the rest are reached by their filter and in the workbook. */
const MAXIMO = 25;

/** Parts of the bar, from the furthest to the least: what is left grey has not an approved plan. */
const tramos = ({ listas }: Cuenta) => [
  { valor: listas.revision, clase: "fill-exito" },
  { valor: listas.envio - listas.revision, clase: "fill-primario" },
  { valor: Math.max(0, listas.plan - listas.envio), clase: "fill-advertencia-borde" },
];

const LEYENDA = [
  { clase: "fill-exito", texto: "Revisión decidida" },
  { clase: "fill-primario", texto: "Enviado" },
  { clase: "fill-advertencia-borde", texto: "Plan aprobado" },
  { clase: "fill-neutro-suave stroke-borde-control", texto: "Sin plan aprobado" },
];

/** Progress by ministry or by group: bar and figures in the same row, those with most to do late first. */
export function Partes({ partes, grupos, vista }: Props) {
  const { por } = vista;
  const nombres = new Map(grupos.map(({ id, nombre }) => [id, nombre]));
  const nombreDe = (valor: string) =>
    por === "grupo" ? (nombres.get(valor) ?? (valor === SIN_GRUPO ? "Sin grupo" : "Grupo")) : valor;
  const ordenadas = partes.toSorted(
    (a, b) => b.atrasadas - a.atrasadas || nombreDe(a.valor).localeCompare(nombreDe(b.valor), "es"),
  );
  const cifra = (parte: Parte, n: number) => (
    <>
      {n} <span className="text-sm text-texto-suave">({porcentaje(n, parte.instituciones)} %)</span>
    </>
  );
  return (
    <section aria-labelledby="avance" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <h2 id="avance" className="text-xl">
          Avance por {DIMENSIONES[por].toLowerCase()}
        </h2>
        <nav aria-label="Cómo se reparte el avance" className="no-imprimir flex gap-4">
          {(Object.keys(DIMENSIONES) as Dimension[]).map((dimension) => (
            <Enlace
              key={dimension}
              href={`${direccionDelTablero({ ...vista, por: dimension })}#avance`}
              aria-current={dimension === por ? "true" : undefined}
              className={
                dimension === por
                  ? "inline-flex min-h-11 items-center border-b-4 border-primario font-medium text-titulo"
                  : "inline-flex min-h-11 items-center text-primario underline underline-offset-4"
              }
            >
              Por {DIMENSIONES[dimension].toLowerCase()}
            </Enlace>
          ))}
        </nav>
      </div>
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
        titulo={
          ordenadas.length > MAXIMO
            ? `${MAXIMO} de ${ordenadas.length}, las con más instituciones fuera de plazo primero`
            : `Avance por ${DIMENSIONES[por].toLowerCase()}`
        }
        tituloOculto={ordenadas.length <= MAXIMO}
        filas={ordenadas.slice(0, MAXIMO)}
        clave={({ valor }) => valor}
        vacia={<Vacio titulo="Ninguna institución coincide">Cambie los filtros.</Vacio>}
        columnas={[
          {
            id: "parte",
            titulo: DIMENSIONES[por],
            encabezaFila: true,
            celda: ({ valor }) => (
              <Enlace href={direccionDelTablero({ ...vista, pagina: 1, [por]: valor })}>
                {nombreDe(valor)}
              </Enlace>
            ),
          },
          {
            id: "avance",
            titulo: "Avance",
            ancho: "w-1/5",
            celda: (parte) => <BarraApilada tramos={tramos(parte)} total={parte.instituciones} />,
          },
          {
            id: "n",
            titulo: "Instituciones",
            alinear: "derecha",
            celda: ({ instituciones }) => instituciones,
          },
          { id: "plan", titulo: "Plan aprobado", alinear: "derecha", celda: (p) => cifra(p, p.listas.plan) },
          { id: "envio", titulo: "Enviado", alinear: "derecha", celda: (p) => cifra(p, p.listas.envio) },
          {
            id: "revision",
            titulo: "Decidida",
            alinear: "derecha",
            celda: (p) => cifra(p, p.listas.revision),
          },
          { id: "atraso", titulo: "Fuera de plazo", alinear: "derecha", celda: (p) => cifra(p, p.atrasadas) },
        ]}
      />
    </section>
  );
}
