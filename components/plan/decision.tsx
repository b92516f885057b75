"use client";
import { useState } from "react";
import type { AccionInstitucion } from "@/components/formulario/llamar";
import { useAccion } from "@/components/formulario/usar-accion";
import { useDecisionCerrada } from "@/components/observacion/observado";
import { Alerta } from "@/components/ui/alerta";
import { avisar } from "@/components/ui/avisos-cola";
import { Boton } from "@/components/ui/boton";
import { Confirmacion } from "@/components/ui/confirmacion";

type Decision = "mantiene" | "modifica";

type Props = {
  institucion: string;
  elemento: string;
  componente: string;
  nombre: string;
  decision: Decision | null;
  /** Instant of the page, ISO: what somebody else did later is told instead of overwritten. */
  vistoEn: string;
  puedeModificar: boolean;
  decidir: AccionInstitucion<{
    elemento: string;
    componente: string;
    decision: Decision;
    visto: Decision | "";
    vistoEn: string;
    descartar: boolean;
  }>;
  recuperar: AccionInstitucion<{ elemento: string; componente: string }>;
  /** When and who discarded a change that can come back: «12/05/2025, 14:32, por Rosa Soto». */
  descartado: string | null;
};

const TEXTO: Readonly<Record<Decision, string>> = { mantiene: "Se mantiene", modifica: "Se modifica" };

/** Keep or modify one component. Going back to keep asks before discarding what was written, and it can be recovered. */
export function DecisionComponente(props: Props) {
  const { institucion, elemento, componente, nombre, decision, vistoEn, descartado } = props;
  const cerrada = useDecisionCerrada(elemento, componente);
  const puedeModificar = props.puedeModificar && !cerrada;
  const [pregunta, setPregunta] = useState(false);
  const decidir = useAccion(props.decidir, institucion);
  const recuperar = useAccion(props.recuperar, institucion);

  async function elegir(nueva: Decision, descartar = false) {
    if (nueva === decision) return;
    const hecho = await decidir.llamar({
      elemento,
      componente,
      decision: nueva,
      visto: decision ?? "",
      vistoEn,
      descartar,
    });
    if (hecho === undefined) return;
    if (nueva !== "mantiene" || decision !== "modifica") return;
    decidir.cola.descartarBajo(`ajuste/${encodeURIComponent(elemento)}/${componente}/`);
    if (!descartar) return;
    avisar({
      tono: "info",
      texto: `«${nombre}» se mantiene. Lo que se había escrito se puede recuperar.`,
      accion: { texto: "Recuperar", alPulsar: () => void recuperar.llamar({ elemento, componente }) },
    });
  }

  const confirma = pregunta || decidir.falla?.codigo === "confirmar";
  const falla = decidir.falla?.codigo === "confirmar" ? null : (decidir.falla ?? recuperar.falla);
  const cerrar = () => {
    setPregunta(false);
    decidir.olvidar();
  };
  return (
    <>
      <fieldset className="no-imprimir flex flex-wrap gap-2">
        <legend className="sr-only">Decisión sobre «{nombre}»</legend>
        <Boton
          variante={decision === "mantiene" ? "primario" : "secundario"}
          aria-pressed={decision === "mantiene"}
          bloqueado={cerrada}
          {...(decision === "mantiene" && { icono: "listo" as const })}
          onClick={() => elegir("mantiene")}
        >
          {TEXTO.mantiene}
        </Boton>
        <Boton
          variante={decision === "modifica" ? "primario" : "secundario"}
          aria-pressed={decision === "modifica"}
          bloqueado={!puedeModificar}
          {...(decision === "modifica" && { icono: "editar" as const })}
          onClick={() => elegir("modifica")}
        >
          {TEXTO.modifica}
        </Boton>
      </fieldset>
      {cerrada && (
        <p className="no-imprimir w-full text-texto-suave">Esta decisión no fue observada: no se cambia.</p>
      )}
      {descartado && puedeModificar && (
        <div className="no-imprimir w-full">
          <Boton
            variante="sutil"
            className="px-0 text-left"
            onClick={() => recuperar.llamar({ elemento, componente })}
          >
            Recuperar lo que se había escrito ({descartado})
          </Boton>
        </div>
      )}
      {falla && (
        <div className="w-full">
          <Alerta tono="advertencia" anuncia>
            {falla.mensaje}
          </Alerta>
        </div>
      )}
      <Confirmacion
        abierto={confirma}
        titulo={`¿Volver a «se mantiene» en ${nombre.toLowerCase()}?`}
        textoConfirmar="Mantener y descartar lo escrito"
        peligrosa
        alCerrar={cerrar}
        alConfirmar={async () => {
          await elegir("mantiene", true);
          cerrar();
        }}
      >
        <p>
          Se descarta el contenido nuevo y su justificación, y queda lo definido en 2024. Lo escrito se
          conserva en la bitácora y podrá recuperarlo desde aquí
          {puedeModificar ? "." : " cuando se abra una prórroga: el plazo para modificar ya venció."}
        </p>
      </Confirmacion>
    </>
  );
}
