import { Fragment } from "react";
import { Alerta } from "@/components/ui/alerta";
import type { DatoLeido, Ficha, Pieza, SeccionLeida } from "@/lib/flujo/vistaComite";

/** A whole document on a page made for reading on a phone: one column, nothing scrolls sideways. */
export function DocumentoEnPantalla({ secciones }: { secciones: readonly SeccionLeida[] }) {
  return (
    <div className="flex min-w-0 flex-col gap-9">
      {secciones.map((seccion, i) => (
        <Seccion key={seccion.titulo} seccion={seccion} numero={`${i + 1}`} nivel={2} />
      ))}
    </div>
  );
}

/** Id of a section, for the index of the page. */
export const idDeSeccion = (numero: string): string => `seccion-${numero.replaceAll(".", "-")}`;

type Nivel = 2 | 3 | 4 | 5 | 6;
const abajo = (nivel: Nivel): Nivel => (nivel < 6 ? ((nivel + 1) as Nivel) : 6);
const TAMANO: Record<Nivel, string> = {
  2: "text-2xl",
  3: "text-xl",
  4: "text-lg",
  5: "text-base",
  6: "text-base",
};

function Titulo({ nivel, id, texto }: { nivel: Nivel; id?: string; texto: string }) {
  const H = `h${nivel}` as const;
  return (
    <H id={id} className={`${TAMANO[nivel]} font-titulo font-semibold text-titulo`}>
      {texto}
    </H>
  );
}

function Seccion({ seccion, numero, nivel }: { seccion: SeccionLeida; numero: string; nivel: Nivel }) {
  const { titulo, introduccion, piezas, subsecciones } = seccion;
  return (
    <section className="flex min-w-0 flex-col gap-4">
      <Titulo nivel={nivel} id={idDeSeccion(numero)} texto={`${numero}. ${titulo}`} />
      {introduccion && <p className="max-w-lectura text-texto-suave">{introduccion}</p>}
      <Piezas piezas={piezas} nivel={abajo(nivel)} />
      {subsecciones.map((sub, i) => (
        <Seccion key={sub.titulo} seccion={sub} numero={`${numero}.${i + 1}`} nivel={abajo(nivel)} />
      ))}
    </section>
  );
}

// The document does not change while it is read: its order names each piece.
const numeradas = <T,>(lista: readonly T[]) => lista.map((uno, i) => ({ uno, clave: `${i}` }));

function Piezas({ piezas, nivel }: { piezas: readonly Pieza[]; nivel: Nivel }) {
  return numeradas(piezas).map(({ uno: pieza, clave }) => (
    <UnaPieza key={clave} pieza={pieza} nivel={nivel} />
  ));
}

function UnaPieza({ pieza, nivel }: { pieza: Pieza; nivel: Nivel }) {
  if (pieza.clase === "parrafo") {
    if (pieza.tono === "aviso") return <Alerta tono="advertencia">{pieza.texto}</Alerta>;
    return <p className={pieza.tono === "nota" ? "text-texto-suave" : "max-w-lectura"}>{pieza.texto}</p>;
  }
  const dentro = pieza.titulo ? abajo(nivel) : nivel;
  return (
    <div className="flex min-w-0 flex-col gap-3">
      {pieza.titulo && <Titulo nivel={nivel} texto={pieza.titulo} />}
      {pieza.clase === "datos" && <Datos datos={pieza.datos} />}
      {pieza.clase === "fichas" && pieza.fichas.length === 0 && (
        <p className="text-texto-suave">{pieza.vacio}</p>
      )}
      {pieza.clase === "fichas" &&
        numeradas(pieza.fichas).map(({ uno, clave }) => <UnaFicha key={clave} ficha={uno} nivel={dentro} />)}
    </div>
  );
}

function UnaFicha({ ficha, nivel }: { ficha: Ficha; nivel: Nivel }) {
  return (
    <div className="flex min-w-0 flex-col gap-3 border-l-4 border-borde pl-3 sm:pl-4">
      {ficha.titulo && <Titulo nivel={nivel} texto={ficha.titulo} />}
      {ficha.datos.length > 0 && <Datos datos={ficha.datos} />}
      <Piezas piezas={ficha.piezas} nivel={ficha.titulo ? abajo(nivel) : nivel} />
    </div>
  );
}

function Datos({ datos }: { datos: readonly DatoLeido[] }) {
  return (
    <dl className="grid min-w-0 gap-x-6 gap-y-1 sm:grid-cols-[minmax(10rem,1fr)_3fr]">
      {numeradas(datos).map(({ uno: { etiqueta, texto, huella }, clave }) => (
        <Fragment key={clave}>
          <dt className="font-medium text-texto-suave max-sm:mt-2">{etiqueta}</dt>
          <dd
            className={`min-w-0 max-w-lectura whitespace-pre-line ${huella ? "font-mono text-sm break-all" : "break-words"}`}
          >
            {texto ?? <span className="text-texto-suave">Sin informar</span>}
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}
