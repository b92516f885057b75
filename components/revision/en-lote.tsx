"use client";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Boton } from "@/components/ui/boton";
import { clases } from "@/components/ui/clases";
import { Seleccion } from "@/components/ui/seleccion";
import { Falla } from "./falla";
import { type Accion, useAccionRevision } from "./usar-accion-revision";

type Props = {
  revisores: readonly { readonly id: string; readonly nombre: string }[];
  asignar: Accion<{ instituciones: string[]; revisor: string }, { asignadas: number }>;
  recordar: Accion<{ instituciones: string[] }, { recordadas: number; omitidas: number }>;
  /** The table, whose boxes are named `institucion`. */
  children: ReactNode;
};

const NADIE = "nadie";

function decirRecordado({ recordadas, omitidas }: { recordadas: number; omitidas: number }): string {
  const hechas =
    recordadas === 1
      ? "Se avisó a las contrapartes de 1 institución."
      : `Se avisó a las contrapartes de ${recordadas} instituciones.`;
  if (omitidas === 0) return hechas;
  const otras = omitidas === 1 ? "A 1 no: no debe" : `A ${omitidas} no: no deben`;
  return `${hechas} ${otras} nada o ya se le avisó hoy.`;
}

/** What is done with many institutions at once: mark them in the list and act from here. */
export function EnLote({ revisores, asignar, recordar, children }: Props) {
  const raiz = useRef<HTMLDivElement>(null);
  const [marcadas, setMarcadas] = useState<readonly string[]>([]);
  const [revisor, setRevisor] = useState("");
  const asignacion = useAccionRevision(asignar, ({ asignadas }) =>
    asignadas === 1 ? "1 institución asignada." : `${asignadas} instituciones asignadas.`,
  );
  const recordatorio = useAccionRevision(recordar, decirRecordado);

  useEffect(() => {
    const caja = raiz.current;
    const alCambiar = () => setMarcadas(leerMarcadas(caja));
    caja?.addEventListener("change", alCambiar);
    return () => caja?.removeEventListener("change", alCambiar);
  }, []);

  function marcarTodas(todas: boolean) {
    for (const casilla of casillasDe(raiz.current)) casilla.checked = todas;
    setMarcadas(leerMarcadas(raiz.current));
  }

  async function hacer(trabajo: (instituciones: string[]) => Promise<boolean>) {
    // The same institution may be in several rounds.
    if (!(await trabajo([...new Set(marcadas)]))) return;
    marcarTodas(false);
    setRevisor("");
  }

  const cuantas = new Set(marcadas).size;
  return (
    <div ref={raiz} className="flex flex-col gap-4">
      <section
        aria-label="Acciones sobre las instituciones marcadas"
        className="no-imprimir flex flex-col gap-3 rounded-md border border-borde bg-papel p-4"
      >
        <Falla falla={asignacion.falla ?? recordatorio.falla} />
        <div className="flex flex-wrap items-end gap-3">
          <p role="status" className="min-w-36 py-2 font-medium">
            {cuantas === 1 ? "1 marcada" : `${cuantas} marcadas`}
          </p>
          <Boton variante="sutil" repetible onClick={() => marcarTodas(cuantas === 0)}>
            {cuantas === 0 ? "Marcar todas las de esta página" : "Desmarcar"}
          </Boton>
          {/* On a phone the list comes first: what to do with the marked ones, once there are. */}
          <div className={clases("flex flex-wrap items-end gap-3", cuantas === 0 && "max-sm:hidden")}>
            <Seleccion
              id="lote-revisor"
              etiqueta="Asignar a"
              ancho="medio"
              vacia="Elija a quién"
              opciones={[
                ...revisores.map(({ id, nombre }) => ({ valor: id, texto: nombre })),
                { valor: NADIE, texto: "Nadie (dejar sin asignar)" },
              ]}
              value={revisor}
              onChange={(evento) => setRevisor(evento.currentTarget.value)}
            />
            <Boton
              variante="secundario"
              bloqueado={cuantas === 0 || revisor === ""}
              textoPendiente="Asignando…"
              onClick={() =>
                hacer((instituciones) =>
                  asignacion.llamar({ instituciones, revisor: revisor === NADIE ? "" : revisor }),
                )
              }
            >
              Asignar
            </Boton>
            <Boton
              variante="secundario"
              bloqueado={cuantas === 0}
              textoPendiente="Avisando…"
              onClick={() => hacer((instituciones) => recordatorio.llamar({ instituciones }))}
            >
              Recordar lo que deben
            </Boton>
          </div>
        </div>
        <p className="text-sm text-texto-suave">
          Marque instituciones en la lista. El recordatorio va a las contrapartes que deben una respuesta, a
          lo más una vez al día.
        </p>
      </section>
      {children}
    </div>
  );
}

const casillasDe = (caja: HTMLElement | null): HTMLInputElement[] => [
  ...(caja?.querySelectorAll<HTMLInputElement>("input[name=institucion]") ?? []),
];

const leerMarcadas = (caja: HTMLElement | null): string[] =>
  casillasDe(caja)
    .filter(({ checked }) => checked)
    .map(({ value }) => value);
