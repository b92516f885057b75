import { Diferencias } from "@/components/ui/diferencias";
import { Etiqueta } from "@/components/ui/etiqueta";
import { Icono } from "@/components/ui/iconos";
import {
  type ArchivoRevisado,
  type CampoRevisado,
  type FichaRevisada,
  idDeRuta,
} from "@/lib/flujo/vistaRevision";
import { BotonObservar } from "./boton-observar";

type Marcas = {
  /** Observations without resolving, by pointer. */
  readonly observadas: ReadonlyMap<string, number>;
  /** Pointers that changed since the version before. */
  readonly cambiadas: ReadonlySet<string>;
};

type Props = Marcas & {
  fichas: readonly FichaRevisada[];
  codigo: string;
  /** Whether each place offers to be observed. */
  observable: boolean;
};

/** A section of the version as it was sent. Its buttons are heard by `Observador`. */
export function DocumentoRevisado({ fichas, ...resto }: Props) {
  return (
    <div className="flex min-w-0 flex-col gap-6">
      {fichas.map((ficha, i) => (
        <Ficha key={`${ficha.ruta} ${i}`} ficha={ficha} unica={esPrimera(fichas, i)} {...resto} />
      ))}
    </div>
  );
}

// Several elements may be pinned at their list: only the first carries its id.
const esPrimera = (fichas: readonly FichaRevisada[], i: number): boolean =>
  fichas.findIndex(({ ruta }) => ruta === fichas[i]?.ruta) === i;

function Ficha({ ficha, unica, ...resto }: Omit<Props, "fichas"> & { ficha: FichaRevisada; unica: boolean }) {
  const { ruta, titulo, detalle, campos } = ficha;
  return (
    <article
      id={unica ? idDeRuta(ruta) : undefined}
      className="min-w-0 rounded-md border border-borde bg-papel p-4 target:border-primario sm:p-6"
    >
      <div className="flex items-start justify-between gap-3">
        <h3 className="min-w-0 text-lg">{titulo}</h3>
        <Observar ruta={ruta} lugar={titulo} {...resto} />
      </div>
      {detalle && <p className="text-texto-suave">{detalle}</p>}
      {campos.length > 0 && (
        <dl className="mt-2 divide-y divide-borde">
          {campos.map((campo, i) => (
            <Campo
              key={`${campo.ruta} ${campo.etiqueta}`}
              campo={campo}
              titulo={titulo}
              unico={campo.ruta !== ruta && campos.findIndex((otro) => otro.ruta === campo.ruta) === i}
              {...resto}
            />
          ))}
        </dl>
      )}
    </article>
  );
}

function Campo({
  campo,
  titulo,
  unico,
  codigo,
  ...resto
}: Omit<Props, "fichas"> & { campo: CampoRevisado; titulo: string; unico: boolean }) {
  const { ruta, etiqueta, texto, antes, archivo } = campo;
  return (
    <div
      id={unico ? idDeRuta(ruta) : undefined}
      className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 py-2 target:bg-tinte"
    >
      <dt className="text-sm font-medium text-texto-suave">
        {etiqueta} {resto.cambiadas.has(ruta) && <Etiqueta tono="info">Cambió</Etiqueta>}
      </dt>
      <dd className="col-start-1 min-w-0 max-w-lectura break-words whitespace-pre-line">
        {archivo ? (
          <EnlaceArchivo archivo={archivo} codigo={codigo} />
        ) : antes === undefined ? (
          (texto ?? <span className="text-texto-suave">Sin informar</span>)
        ) : (
          <Diferencias antes={antes} despues={texto ?? ""} />
        )}
      </dd>
      <dd className="col-start-2 row-span-2 row-start-1">
        <Observar ruta={ruta} lugar={`${titulo}: ${etiqueta}`} archivo={archivo} codigo={codigo} {...resto} />
      </dd>
    </div>
  );
}

/** A file of the version, to download. */
export function EnlaceArchivo({ archivo, codigo }: { archivo: ArchivoRevisado; codigo: string }) {
  if (!archivo.id) return <>{archivo.nombre}</>;
  return (
    <a
      href={`/institucion/${codigo}/archivo/${archivo.id}`}
      className="enlace inline-flex min-h-11 items-center gap-2 break-all"
    >
      <Icono nombre="descargar" />
      {archivo.nombre}
    </a>
  );
}

function Observar({
  ruta,
  lugar,
  archivo,
  observable,
  observadas,
}: Omit<Props, "fichas"> & { ruta: string; lugar: string; archivo?: ArchivoRevisado | undefined }) {
  const cuantas = observadas.get(ruta) ?? 0;
  return (
    <span className="no-imprimir flex shrink-0 items-center gap-1">
      {cuantas > 0 && (
        <Etiqueta tono="advertencia">{cuantas === 1 ? "1 observación" : `${cuantas} observaciones`}</Etiqueta>
      )}
      {observable && <BotonObservar ruta={ruta} lugar={lugar} archivo={archivo} />}
    </span>
  );
}
