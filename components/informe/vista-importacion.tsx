import { Alerta } from "@/components/ui/alerta";
import { Tabla } from "@/components/ui/tabla";
import type { FaltaImportada, Importacion } from "@/lib/flujo/vistaInforme";

/** What a file would change, field by field, and everything wrong with it at once. */
export function VistaImportacion({ nombre, vista }: { nombre: string; vista: Importacion }) {
  const { cambios, nuevas, quitadas, faltas, reglas } = vista;
  const total = cambios.length + nuevas.length + quitadas.length;
  const titulo =
    total === 0
      ? `«${nombre}» no cambia nada del informe`
      : `«${nombre}» cambia ${total === 1 ? "1 dato" : `${total} datos`} del informe`;
  return (
    <div className="flex flex-col gap-6">
      <Alerta tono="info" anuncia titulo={titulo}>
        {total === 0
          ? "Lo que trae es igual a lo guardado."
          : "Revise la lista. Todavía no se ha guardado nada, y lo que no aparece aquí no se toca."}
      </Alerta>
      {faltas.length > 0 && (
        <TablaFaltas
          titulo={`Lo que no se pudo leer (${faltas.length}): estas celdas no cambian nada`}
          faltas={faltas}
        />
      )}
      {cambios.length > 0 && (
        <Tabla
          titulo="Lo que cambiaría"
          filas={cambios}
          clave={({ lugar }) => lugar}
          columnas={[
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
            { id: "antes", titulo: "Ahora dice", celda: ({ antes }) => <Texto texto={antes} /> },
            { id: "despues", titulo: "Diría", celda: ({ despues }) => <Texto texto={despues} /> },
          ]}
        />
      )}
      {nuevas.length > 0 && (
        <Lista
          titulo="Dificultades u holguras que se agregan"
          textos={nuevas.map(({ descripcion }) => descripcion ?? "(sin descripción)")}
        />
      )}
      {quitadas.length > 0 && (
        <Lista
          titulo="Dificultades u holguras que se quitan"
          textos={quitadas.map(({ visto }) => visto.descripcion ?? "(sin descripción)")}
        />
      )}
      {reglas.length > 0 && (
        <TablaFaltas
          titulo={`Lo que el informe todavía debería completar (${reglas.length})`}
          faltas={reglas}
        />
      )}
    </div>
  );
}

function Texto({ texto }: { texto: string }) {
  if (texto === "") return <span className="text-texto-suave">(vacío)</span>;
  return <span className="break-words whitespace-pre-wrap">{texto}</span>;
}

function Lista({ titulo, textos }: { titulo: string; textos: readonly string[] }) {
  return (
    <section>
      <h2 className="text-lg">{titulo}</h2>
      <ul className="mt-2 list-disc pl-6">
        {textos.map((texto, i) => (
          <li key={i} className="max-w-lectura whitespace-pre-wrap">
            {texto}
          </li>
        ))}
      </ul>
    </section>
  );
}

function TablaFaltas({ titulo, faltas }: { titulo: string; faltas: readonly FaltaImportada[] }) {
  return (
    <Tabla
      titulo={titulo}
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
