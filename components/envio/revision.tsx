import { ListaFaltas } from "@/components/plan/faltas";
import { Etiqueta } from "@/components/ui/etiqueta";

type Seccion = {
  readonly id: string;
  readonly titulo: string;
  readonly errores: number;
  readonly avisos: number;
  readonly faltas: readonly {
    readonly clave: string;
    readonly nivel: "error" | "aviso";
    readonly mensaje: string;
    readonly href: string;
  }[];
};

/** The last check: each section says done or what is missing, with the way to mend it. */
export function UltimaRevision({ secciones }: { secciones: readonly Seccion[] }) {
  return (
    <ol className="divide-y divide-borde">
      {secciones.map(({ id, titulo, errores, avisos, faltas }) => (
        <li key={id} className="py-3">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <h3 className="text-lg font-medium">{titulo}</h3>
            <Estado errores={errores} avisos={avisos} />
          </div>
          {faltas.length > 0 && (
            <details open={errores > 0 && faltas.length <= 10}>
              <summary className="min-h-11 py-2 text-primario underline underline-offset-4">
                {errores > 0 ? "Ver qué falta" : "Ver los avisos"}
                <span className="sr-only"> en {titulo}</span>
              </summary>
              <ListaFaltas faltas={faltas} />
              {errores + avisos > faltas.length && (
                <p className="text-texto-suave">
                  y {(errores + avisos - faltas.length).toLocaleString("es-CL")} más como estas.
                </p>
              )}
            </details>
          )}
        </li>
      ))}
    </ol>
  );
}

function Estado({ errores, avisos }: Pick<Seccion, "errores" | "avisos">) {
  if (errores > 0)
    return (
      <Etiqueta tono="error">
        {errores === 1 ? "Falta 1" : `Faltan ${errores.toLocaleString("es-CL")}`}
      </Etiqueta>
    );
  if (avisos > 0)
    return (
      <Etiqueta tono="advertencia">
        {avisos === 1 ? "Completo, 1 aviso" : `Completo, ${avisos.toLocaleString("es-CL")} avisos`}
      </Etiqueta>
    );
  return <Etiqueta tono="exito">Completo</Etiqueta>;
}
