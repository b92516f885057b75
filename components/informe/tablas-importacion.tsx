import { Tabla } from "@/components/ui/tabla";
import type { CambioImportado, FaltaImportada } from "@/lib/flujo/vistaInforme";

function Texto({ texto }: { texto: string }) {
  if (texto === "") return <span className="text-texto-suave">(vacío)</span>;
  return <span className="break-words whitespace-pre-wrap">{texto}</span>;
}

function Actual({ antes, posterior }: CambioImportado) {
  return (
    <>
      <Texto texto={antes} />
      {posterior && <span className="block text-sm text-texto-suave">{posterior}</span>}
    </>
  );
}

/** What of a preview is left out, and the way to take it or leave it. */
export type Elegible = {
  /** Changes that the person does not want, by their key. */
  fuera: ReadonlySet<string>;
  alternar: (clave: string, aplica: boolean) => void;
};

function Casilla({ clave, que, fuera, alternar }: Elegible & { clave: string; que: string }) {
  return (
    <label className="inline-flex min-h-11 min-w-11 items-center">
      <input
        type="checkbox"
        checked={!fuera.has(clave)}
        onChange={(e) => alternar(clave, e.currentTarget.checked)}
        className="size-6 accent-primario"
      />
      <span className="sr-only">Aplicar: {que}</span>
    </label>
  );
}

type PropsCambios = Elegible & { titulo: string; cambios: readonly CambioImportado[] };

/** Fields that change, with what each says and would say. */
export function TablaCambios({ titulo, cambios, fuera, alternar }: PropsCambios) {
  return (
    <Tabla
      titulo={titulo}
      filas={cambios}
      clave={({ lugar }) => lugar}
      columnas={[
        {
          id: "aplica",
          titulo: "Aplicar",
          celda: ({ lugar, que }) => <Casilla clave={lugar} que={que} fuera={fuera} alternar={alternar} />,
        },
        {
          id: "que",
          titulo: "Dato",
          encabezaFila: true,
          celda: ({ que, donde }) => (
            <>
              {que}
              <span className="block text-sm font-normal break-all text-texto-suave">{donde}</span>
            </>
          ),
        },
        { id: "antes", titulo: "Ahora dice", celda: (cambio) => <Actual {...cambio} /> },
        { id: "despues", titulo: "Diría", celda: ({ despues }) => <Texto texto={despues} /> },
      ]}
    />
  );
}

type PropsLista = Elegible & {
  titulo: string;
  filas: readonly { clave: string; texto: string | null }[];
};

/** Difficulties that come or go. */
export function Lista({ titulo, filas, fuera, alternar }: PropsLista) {
  return (
    <section>
      <h2 className="text-lg">{titulo}</h2>
      <ul className="mt-2">
        {filas.map(({ clave, texto }) => (
          <li key={clave} className="flex items-start gap-2">
            <Casilla clave={clave} que={texto ?? "(sin descripción)"} fuera={fuera} alternar={alternar} />
            <span className="max-w-lectura whitespace-pre-wrap py-2">{texto ?? "(sin descripción)"}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

type PropsFaltas = { titulo: string; tituloOculto?: boolean; faltas: readonly FaltaImportada[] };

/** Everything wrong, by its place in the file. */
export function TablaFaltas({ faltas, ...titulo }: PropsFaltas) {
  return (
    <Tabla
      {...titulo}
      filas={faltas}
      clave={({ donde, mensaje }) => `${donde} ${mensaje}`}
      columnas={[
        { id: "donde", titulo: "Dónde", encabezaFila: true, celda: ({ donde }) => donde },
        { id: "encontrado", titulo: "Se encontró", celda: ({ encontrado }) => encontrado || "—" },
        { id: "esperado", titulo: "Se esperaba", celda: ({ esperado }) => esperado || "—" },
        { id: "mensaje", titulo: "Qué hacer", celda: ({ mensaje }) => mensaje },
      ]}
    />
  );
}
