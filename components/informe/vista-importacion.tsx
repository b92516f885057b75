import { Alerta } from "@/components/ui/alerta";
import { Icono } from "@/components/ui/iconos";
import type { CambioImportado, Importacion } from "@/lib/flujo/vistaInforme";
import { type Elegible, Lista, TablaCambios, TablaFaltas } from "./tablas-importacion";

type Props = Elegible & { nombre: string; vista: Importacion };

/** Names of the new difficulties and of those taken away: the first have no id yet. */
export const claveNueva = (indice: number): string => `nueva ${indice}`;
export const claveQuitada = (id: string): string => `quitada ${id}`;

const borra = ({ despues }: CambioImportado) => despues.trim() === "";

/**
 * What a preview leaves out until the person asks for it: whatever would erase something, or replace what somebody
 * wrote after the file was handed out. A file filled some time ago says nothing about what was written since.
 */
export const quedaFuera = ({ cambios, quitadas }: Importacion): ReadonlySet<string> =>
  new Set([
    ...cambios.filter((cambio) => borra(cambio) || cambio.posterior !== null).map(({ lugar }) => lugar),
    ...quitadas.map(({ id }) => claveQuitada(id)),
  ]);

const queDice = (total: number, faltas: number, sinMarcar: number): string => {
  if (total === 0 && faltas === 0) return "Lo que trae es igual a lo guardado.";
  if (total === 0)
    return "Nada de lo que se pudo leer cambia el informe. Revise abajo lo que no se pudo leer.";
  const revise = "Revise la lista. Todavía no se ha guardado nada, y lo que no aparece aquí no se toca.";
  return sinMarcar === 0
    ? revise
    : `${revise} Lo que borraría o reemplazaría algo escrito después viene sin marcar: márquelo solo si lo quiere.`;
};

/** What a file would change, field by field, each to be taken or left, and everything wrong with it at once. */
export function VistaImportacion({ nombre, vista, fuera, alternar }: Props) {
  const { cambios, nuevas, quitadas, faltas, reglas } = vista;
  const borrados = cambios.filter(borra);
  const cambiados = cambios.filter((cambio) => !borra(cambio) && cambio.posterior === null);
  const reemplazos = cambios.filter((cambio) => !borra(cambio) && cambio.posterior !== null);
  const total = cambios.length + nuevas.length + quitadas.length;
  const titulo =
    total === 0
      ? `«${nombre}» no cambia nada del informe`
      : `«${nombre}» cambia ${total === 1 ? "1 dato" : `${total} datos`} del informe`;
  return (
    <div className="flex flex-col gap-6">
      <Alerta tono="info" anuncia titulo={titulo}>
        {queDice(total, faltas.length, borrados.length + reemplazos.length + quitadas.length)}
      </Alerta>
      {faltas.length > 0 && (
        <TablaFaltas titulo={`Lo que no se pudo leer (${faltas.length}): no cambia nada`} faltas={faltas} />
      )}
      {cambiados.length > 0 && (
        <TablaCambios titulo="Lo que cambiaría" cambios={cambiados} fuera={fuera} alternar={alternar} />
      )}
      {reemplazos.length > 0 && (
        <TablaCambios
          titulo={`Lo que alguien escribió después de descargar la planilla (${reemplazos.length}): marque solo lo que quiere reemplazar`}
          cambios={reemplazos}
          fuera={fuera}
          alternar={alternar}
        />
      )}
      {borrados.length > 0 && (
        <TablaCambios
          titulo={`Lo que quedaría vacío (${borrados.length}): marque solo lo que quiere borrar`}
          cambios={borrados}
          fuera={fuera}
          alternar={alternar}
        />
      )}
      {nuevas.length > 0 && (
        <Lista
          titulo="Dificultades u holguras que se agregan"
          filas={nuevas.map(({ descripcion }, i) => ({ clave: claveNueva(i), texto: descripcion }))}
          fuera={fuera}
          alternar={alternar}
        />
      )}
      {quitadas.length > 0 && (
        <Lista
          titulo="Dificultades u holguras que se quitarían: marque solo las que quiere quitar"
          filas={quitadas.map(({ id, visto }) => ({ clave: claveQuitada(id), texto: visto.descripcion }))}
          fuera={fuera}
          alternar={alternar}
        />
      )}
      {reglas.length > 0 && <PorCompletar reglas={reglas} />}
    </div>
  );
}

/** What is not of this file but of the whole report: many, folded, so that what it does and its button stay in sight. */
const POR_COMPLETAR_A_LA_VISTA = 8;

function PorCompletar({ reglas }: Pick<Importacion, "reglas">) {
  const titulo = `Lo que el informe todavía debería completar (${reglas.length})`;
  return (
    <details className="group" open={reglas.length <= POR_COMPLETAR_A_LA_VISTA}>
      <summary className="inline-flex min-h-11 items-center gap-2 rounded-sm text-primario hover:text-primario-hover">
        <span className="underline underline-offset-4">{titulo}</span>
        <Icono nombre="abajo" className="transition-transform group-open:rotate-180" />
      </summary>
      <TablaFaltas titulo={titulo} tituloOculto faltas={reglas} />
    </details>
  );
}
