"use client";
import { useState } from "react";
import { useBorrador } from "@/components/formulario/borrador";
import { Alerta } from "@/components/ui/alerta";
import { AreaTexto } from "@/components/ui/area-texto";
import { Boton } from "@/components/ui/boton";
import { Dialogo } from "@/components/ui/dialogo";
import { Etiqueta } from "@/components/ui/etiqueta";
import { RadioGrupo } from "@/components/ui/radio-grupo";
import { incumplidasEnPalabras, RESULTADOS, type Resultado } from "@/lib/flujo/vistaRevision";
import { Falla } from "./falla";
import { type Accion, useAccionRevision } from "./usar-accion-revision";

type Props = {
  envio: string;
  version: number;
  requisitos: readonly {
    readonly id: string;
    readonly resultado: Resultado | null;
    /** Rules of the requirement that this version does not meet. */
    readonly incumplidas: number;
  }[];
  /** Drafts of observations, of anybody: where each is pinned, who wrote it and how it begins. */
  borradores: readonly { readonly id: string; readonly que: string }[];
  accion: Accion<
    { envio: string; decision: string; razones: string; borradores: string[] },
    { codigo: string }
  >;
};

const DECISIONES = [
  { valor: "valida", texto: "Cumple", detalle: "Todos los requisitos cumplen y no quedan observaciones." },
  { valor: "no_valida", texto: "No cumple", detalle: "Al menos un requisito no cumple." },
];

/** Decides a version of the final round, seeing the verdict of each requirement. */
export function Decidir({ envio, version, requisitos, borradores, accion }: Props) {
  const [abierto, setAbierto] = useState(false);
  const [decision, setDecision] = useState("");
  const [razones, setRazones, enviadas] = useBorrador<string>(["Razones de la decisión", envio], "");
  const { llamar, falla, campo, olvidar } = useAccionRevision(
    accion,
    ({ codigo }) => `Decisión registrada. Código de verificación: ${codigo}.`,
    {
      decision: { id: "decision", valor: decision },
      razones: { id: "decision-razones", valor: razones },
    },
  );

  async function hacer() {
    if (!(await llamar({ envio, decision, razones, borradores: borradores.map(({ id }) => id) }))) return;
    enviadas();
    setAbierto(false);
  }

  return (
    <>
      <Boton
        variante="secundario"
        onClick={() => {
          olvidar();
          setAbierto(true);
        }}
      >
        Decidir
      </Boton>
      <Dialogo
        abierto={abierto}
        alCerrar={() => setAbierto(false)}
        titulo={`Decidir sobre la versión ${version}`}
        acciones={
          <>
            <Boton onClick={hacer} textoPendiente="Registrando…">
              Registrar la decisión
            </Boton>
            <Boton variante="secundario" onClick={() => setAbierto(false)}>
              Volver
            </Boton>
          </>
        }
      >
        <div className="flex flex-col gap-4">
          <Falla falla={falla} />
          <ul className="flex flex-col gap-2">
            {requisitos.map(({ id, resultado, incumplidas }) => (
              <li key={id}>
                {id}: <Etiqueta>{resultado ? RESULTADOS[resultado] : "Sin resultado"}</Etiqueta>
                {incumplidas > 0 && (
                  <span className="ml-2 font-medium text-error">{incumplidasEnPalabras(incumplidas)}</span>
                )}
              </li>
            ))}
          </ul>
          <RadioGrupo
            {...campo("decision")}
            name="decision"
            etiqueta="Decisión"
            opciones={DECISIONES}
            valor={decision}
            control={{ onChange: (evento) => setDecision(evento.currentTarget.value) }}
          />
          {decision === "valida" && requisitos.some(({ incumplidas }) => incumplidas > 0) && (
            <Alerta tono="advertencia" anuncia>
              Esta versión no cumple todas las reglas de la guía. Si aun así cumple, diga por qué en las
              razones.
            </Alerta>
          )}
          {decision === "no_valida" && borradores.length > 0 && (
            <Alerta tono="advertencia" anuncia>
              <p>
                Con la decisión, la institución leerá también lo que está en borrador. Quite antes lo que no
                deba leer:
              </p>
              <ul className="mt-2 list-disc pl-6">
                {borradores.map(({ id, que }) => (
                  <li key={id}>{que}</li>
                ))}
              </ul>
            </Alerta>
          )}
          <AreaTexto
            {...campo("razones")}
            etiqueta="Razones"
            ayuda="Las leen la institución y su Comité, y van en el certificado. Solo la Coordinación puede reabrir una decisión."
            opcional={decision === "valida"}
            value={razones}
            onChange={(evento) => setRazones(evento.currentTarget.value)}
          />
        </div>
      </Dialogo>
    </>
  );
}
