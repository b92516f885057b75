import { Etiqueta } from "@/components/ui/etiqueta";
import { textoInstante } from "@/components/ui/instante";
import { Tabla } from "@/components/ui/tabla";
import { Vacio } from "@/components/ui/vacio";
import type { Voto } from "@/lib/flujo/vistaComite";

type Props = {
  votos: readonly Voto[] /** It waits for signatures: who has not decided is missing. */;
  enFirma: boolean;
};

/** Who has signed, who objected and who is missing. */
export function ListaVotos({ votos, enFirma }: Props) {
  return (
    <Tabla
      titulo="Integrantes del Comité"
      tituloOculto
      filas={votos}
      clave={({ usuarioId }) => usuarioId}
      vacia={
        <Vacio titulo="El Comité todavía no tiene integrantes" icono="persona">
          La contraparte los invita desde «Personas».
        </Vacio>
      }
      columnas={[
        {
          id: "nombre",
          titulo: "Integrante",
          encabezaFila: true,
          celda: ({ nombre, preside, retirado }) => (
            <>
              {nombre} {preside && <Etiqueta tono="info">Preside</Etiqueta>}
              {retirado && <Etiqueta>Ya no integra el Comité</Etiqueta>}
            </>
          ),
        },
        {
          id: "cargo",
          titulo: "Cargo",
          celda: ({ cargo, area }) => [cargo, area].filter(Boolean).join(", ") || "Sin informar",
        },
        { id: "decision", titulo: "Decisión", celda: (voto) => <Decision voto={voto} enFirma={enFirma} /> },
      ]}
    />
  );
}

function Decision({ voto: { decision, en, motivo }, enFirma }: { voto: Voto; enFirma: boolean }) {
  if (!decision) {
    return enFirma ? (
      <Etiqueta tono="advertencia">Falta su decisión</Etiqueta>
    ) : (
      <span className="text-texto-suave">Sin firma</span>
    );
  }
  return (
    <>
      <Etiqueta tono={decision === "aprueba" ? "exito" : "error"}>
        {decision === "aprueba" ? "Firmó" : "Objetó"}
      </Etiqueta>{" "}
      {en && <span className="text-texto-suave">{textoInstante(en)}</span>}
      {motivo && <span className="block whitespace-pre-line">{motivo}</span>}
    </>
  );
}
