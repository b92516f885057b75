"use client";
import { useState } from "react";
import { Alerta } from "@/components/ui/alerta";
import { Boton } from "@/components/ui/boton";
import { CasillaGrupo } from "@/components/ui/casilla-grupo";
import { Dialogo } from "@/components/ui/dialogo";
import { EntradaFecha } from "@/components/ui/entrada-fecha";
import { textoInstante } from "@/components/ui/instante";
import { Falla } from "./falla";
import { type Accion, useAccionRevision } from "./usar-accion-revision";

type Lugar = { readonly ruta: string; readonly nombre: string };

export type PropsDevolver = {
  envio: string;
  /** A preliminary round asks for no answer and closes nothing: there is no day to choose and nothing to open. */
  preliminar: boolean;
  /** Proposed last day, aaaa-mm-dd. */
  dia: string;
  /** Until when it may be answered; null when it may not any more. */
  limite: Date | null;
  /** What opens by itself: the places observed. */
  observados: readonly Lugar[];
  /** What may be opened besides. */
  secciones: readonly Lugar[];
  abiertas: number;
  accion: Accion<{ envio: string; dia: string; abrir: string[] }>;
};

/** Returns a version: until when, what opens because it was observed, and what else. A preliminary one, with nothing of it. */
export function DialogoDevolver({
  abierto,
  alCerrar,
  envio,
  preliminar,
  dia,
  limite,
  observados,
  secciones,
  abiertas,
  accion,
}: PropsDevolver & { abierto: boolean; alCerrar: () => void }) {
  const [hasta, setHasta] = useState(dia.split("-").reverse().join("/"));
  const [abrir, setAbrir] = useState<readonly string[]>([]);
  const { llamar, falla, campo, olvidar } = useAccionRevision(
    accion,
    "La versión fue devuelta y se avisó a las contrapartes y al Comité.",
    { dia: { id: "devolver-dia", valor: hasta } },
  );

  async function hacer() {
    if (await llamar({ envio, dia: hasta, abrir: [...abrir] })) alCerrar();
  }
  function cerrar() {
    olvidar();
    alCerrar();
  }

  return (
    <Dialogo
      abierto={abierto}
      alCerrar={cerrar}
      titulo="Devolver con observaciones"
      ancho="grande"
      acciones={
        <>
          <Boton onClick={hacer} textoPendiente="Devolviendo…">
            Devolver la versión
          </Boton>
          <Boton variante="secundario" onClick={cerrar}>
            Volver
          </Boton>
        </>
      }
    >
      <div className="flex flex-col gap-6">
        <Falla falla={falla} />
        {abiertas === 0 ? (
          <Alerta tono="advertencia">Aún no hay observaciones abiertas: deje al menos una.</Alerta>
        ) : (
          <div>
            <p className="font-medium">
              {abiertas === 1 ? "Se envía 1 observación." : `Se envían ${abiertas} observaciones.`}
              {!preliminar && ` Con ${abiertas === 1 ? "ella" : "ellas"} se abre solo esto:`}
            </p>
            {!preliminar && (
              <ul className="ml-6 list-disc">
                {observados.map(({ ruta, nombre }) => (
                  <li key={ruta}>{nombre}</li>
                ))}
              </ul>
            )}
          </div>
        )}
        {preliminar ? (
          <p>
            {limite
              ? `La ronda es voluntaria: la institución podrá enviar otra versión, si quiere, hasta el ${textoInstante(limite)}, cuando cierra.`
              : "La ronda ya cerró: la institución recibe la retroalimentación y no se le pide responder ni enviar otra versión."}
          </p>
        ) : (
          <>
            <EntradaFecha
              {...campo("dia")}
              etiqueta="Último día para responder"
              ayuda={`Ese día cuenta completo. No después del ${limite && textoInstante(limite)}, cierre del envío.`}
              value={hasta}
              onChange={(evento) => setHasta(evento.currentTarget.value)}
            />
            <CasillaGrupo
              id="devolver-abrir"
              name="abrir"
              etiqueta="Abrir además"
              ayuda="Lo que la institución podrá modificar aunque no esté observado. Lo que toca al informe pide otra vez su acta, y con ella las instancias de difusión, que no pueden ser anteriores."
              opcional
              opciones={secciones.map(({ ruta, nombre }) => ({ valor: ruta, texto: nombre }))}
              valores={abrir}
              control={{
                onChange: ({ currentTarget: { value, checked } }) =>
                  setAbrir((antes) => (checked ? [...antes, value] : antes.filter((una) => una !== value))),
              }}
            />
          </>
        )}
      </div>
    </Dialogo>
  );
}
