import { Contestar } from "@/components/observacion/contestar";
import { Observacion } from "@/components/observacion/observacion";
import type { ObservacionDePagina } from "@/lib/casos/observacion/leer";
import { ID_REQUISITOS, REQUISITOS } from "@/lib/guia/e3-2025/requisitos";
import { atender, responder } from "./acciones";

type Props = {
  observaciones: readonly ObservacionDePagina[];
  codigo: string;
  /** Whether the person may answer. */
  puede: boolean;
};

/** Observations by requirement, each with its thread. */
export function ListaObservaciones({ observaciones, codigo, puede }: Props) {
  return (
    <div className="flex flex-col gap-6">
      {ID_REQUISITOS.map((requisito) => {
        const suyas = observaciones.filter((una) => una.requisito === requisito);
        if (suyas.length === 0) return null;
        return (
          <section key={requisito} aria-labelledby={`requisito-${requisito}`}>
            <h3 id={`requisito-${requisito}`} className="text-xl">
              {requisito}: {REQUISITOS[requisito].nombre}
            </h3>
            <div className="divide-y divide-borde">
              {suyas.map((una) => (
                <Observacion key={una.id} {...una}>
                  {puede && una.admite && (
                    <Contestar
                      institucion={codigo}
                      observacion={una.id}
                      nombre={una.nombre}
                      responder={responder}
                      atender={atender}
                      mensajes={una.hilo.length}
                      atendida={una.estado === "atendida"}
                    />
                  )}
                </Observacion>
              ))}
            </div>
          </section>
        );
      })}
    </div>
  );
}
