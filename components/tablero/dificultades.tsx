import { Enlace } from "@/components/ui/enlace";
import { Etiqueta } from "@/components/ui/etiqueta";
import { Grafico } from "@/components/ui/grafico";
import { Tabla } from "@/components/ui/tabla";
import { Vacio } from "@/components/ui/vacio";
import { cuantasInstituciones } from "@/lib/flujo/cuantas";

type Dificultad = {
  readonly id: string;
  readonly codigo: string;
  readonly institucion: string;
  readonly tipo: string | null;
  readonly descripcion: string | null;
  readonly internos: string | null;
  readonly externos: string | null;
};

type Props = {
  readonly total: number;
  readonly instituciones: number;
  readonly porComponente: readonly { readonly componente: string; readonly cuantas: number }[];
  readonly textos: readonly {
    readonly texto: string;
    readonly veces: number;
    readonly instituciones: number;
  }[];
  readonly temas: readonly { readonly palabra: string; readonly instituciones: number }[];
  readonly lista: readonly Dificultad[];
  /** «Descripción», «Factores internos»… */
  readonly campo: string;
  /** Name of a component, and address of the search of some words. */
  readonly nombreDe: (componente: string) => string;
  readonly buscar: (palabras: string) => string;
};

const NADA = <span className="text-texto-suave">—</span>;

/** The difficulties and slacks that many share: by component, by repeated text, by repeated word, and one by one. */
export function Dificultades(props: Props) {
  const { total, instituciones, porComponente, textos, temas, lista, campo, nombreDe, buscar } = props;
  return (
    <section aria-labelledby="dificultades" className="flex flex-col gap-6">
      <div>
        <h2 id="dificultades" className="text-xl">
          Dificultades y holguras
        </h2>
        <p className="text-texto-suave">
          {total.toLocaleString("es-CL")} de {cuantasInstituciones(instituciones)}. Se agrupan por:{" "}
          {campo.toLowerCase()}.
        </p>
      </div>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Grafico
          titulo="Componentes del plan en que se muestran"
          resumen={
            porComponente[0]
              ? `Sobre todo en ${nombreDe(porComponente[0].componente).toLowerCase()}.`
              : "Nadie ha informado componentes."
          }
          datos={porComponente.map(({ componente, cuantas }) => ({
            etiqueta: nombreDe(componente),
            valor: cuantas,
          }))}
          columnas={{ etiqueta: "Componente", valor: "Dificultades u holguras" }}
        />
        <Tabla
          titulo="Palabras que más se repiten"
          filas={temas.slice(0, 12)}
          clave={({ palabra }) => palabra}
          vacia={<Vacio titulo="Ninguna se repite">Hacen falta al menos dos instituciones.</Vacio>}
          columnas={[
            {
              id: "palabra",
              titulo: "Palabra, en cualquiera de sus formas",
              encabezaFila: true,
              celda: ({ palabra }) => <Enlace href={buscar(palabra)}>{palabra}</Enlace>,
            },
            { id: "n", titulo: "Instituciones", alinear: "derecha", celda: (tema) => tema.instituciones },
          ]}
        />
      </div>
      <Tabla
        titulo="Textos que más se repiten"
        filas={textos}
        clave={({ texto }) => texto}
        vacia={<Vacio titulo="Ninguna coincide">Cambie lo que busca.</Vacio>}
        columnas={[
          {
            id: "texto",
            titulo: campo,
            encabezaFila: true,
            celda: ({ texto }) => <Enlace href={buscar(texto.slice(0, 200))}>{texto}</Enlace>,
          },
          { id: "veces", titulo: "Veces", alinear: "derecha", celda: ({ veces }) => veces },
          { id: "n", titulo: "Instituciones", alinear: "derecha", celda: (grupo) => grupo.instituciones },
        ]}
      />
      <Tabla
        titulo={
          total > lista.length
            ? `Una por una: ${lista.length} de ${total}; el Excel las trae todas`
            : `Una por una: ${total}`
        }
        filas={lista}
        clave={({ id }) => id}
        vacia={<Vacio titulo="Ninguna coincide">Cambie lo que busca.</Vacio>}
        columnas={[
          {
            id: "institucion",
            titulo: "Institución",
            encabezaFila: true,
            celda: ({ codigo, institucion, tipo }) => (
              <>
                <Enlace href={`/institucion/${codigo}`}>{institucion}</Enlace>{" "}
                <Etiqueta tono={tipo === "holgura" ? "exito" : "neutro"}>
                  {tipo === "holgura" ? "Holgura" : "Dificultad"}
                </Etiqueta>
              </>
            ),
          },
          { id: "descripcion", titulo: "Descripción", celda: ({ descripcion }) => descripcion ?? NADA },
          { id: "internos", titulo: "Factores internos", celda: ({ internos }) => internos ?? NADA },
          { id: "externos", titulo: "Factores externos", celda: ({ externos }) => externos ?? NADA },
        ]}
      />
    </section>
  );
}
