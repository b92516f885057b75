import { z } from "zod";
import { UltimaRevision } from "@/components/envio/revision";
import { TablaVersiones } from "@/components/envio/tabla-versiones";
import { TextosDetenidos } from "@/components/formulario/pendientes";
import { BotonEnviarARonda } from "@/components/ronda/boton-enviar";
import { Alerta } from "@/components/ui/alerta";
import { Encabezado } from "@/components/ui/encabezado";
import { EnlaceBoton } from "@/components/ui/enlace-boton";
import { Plazo } from "@/components/ui/plazo";
import { QuienSigue } from "@/components/ui/quien-sigue";
import { Tarjeta } from "@/components/ui/tarjeta";
import { definirPaginaInstitucion } from "@/lib/borde/pagina";
import { leerRonda, type PaginaRonda } from "@/lib/casos/ronda/leer";
import { mostrarInstante } from "@/lib/expediente/fecha";
import { ultimoDe } from "@/lib/flujo/ronda";
import { REQUISITOS } from "@/lib/guia/e3-2025/requisitos";
import { ListaObservaciones } from "../observaciones";
import { enviar } from "./acciones";

export const metadata = { title: "Ejercicio metodológico" };

/** A preliminary round: what would be sent, with what is missing, what was sent and the feedback received. */
export default definirPaginaInstitucion({
  permiso: "envio.ver",
  params: z.object({ ronda: z.uuid() }),
  cargar: (ctx, { params }) => leerRonda(ctx, params),
  ver: ({ ctx: { institucion, ahora }, datos }) => {
    const { ronda, observaciones, noSeEnvia, enCurso, puedeEnviar } = datos;
    return (
      <div className="flex flex-col gap-6">
        <Encabezado
          antetitulo={institucion.nombre}
          titulo={ronda.nombre}
          bajada="Ejercicio metodológico voluntario: la Red de Expertos da su retroalimentación y no decide nada. El expediente sigue abierto y el envío final no depende de él."
          acciones={
            <EnlaceBoton href={`/institucion/${institucion.codigo}/revision`} variante="secundario">
              Volver a la revisión
            </EnlaceBoton>
          }
        />
        <TextosDetenidos />
        <QuienSigue {...turnoDe(datos)} miTurno={puedeEnviar && !enCurso && noSeEnvia === null} />
        <Plazo
          titulo="Envío a esta ronda"
          vence={ultimoDe(ronda.cierraEn)}
          ahora={ahora}
          nota={`Retroalimentación hasta el ${mostrarInstante(ultimoDe(ronda.retroalimentacionEn))}. Voluntario.`}
        />
        <Tarjeta titulo="Lo que se revisa">
          <ul className="list-disc pl-6">
            {ronda.requisitos.map((id) => (
              <li key={id}>
                {id}: {REQUISITOS[id].nombre}
              </li>
            ))}
          </ul>
        </Tarjeta>
        {ronda.versiones.length > 0 && (
          <Tarjeta titulo="Retroalimentación" id="observaciones">
            {observaciones.length === 0 ? (
              <p>Todavía no hay observaciones. Aparecen aquí cuando la dupla revisora devuelve la versión.</p>
            ) : (
              <ListaObservaciones
                observaciones={observaciones}
                codigo={institucion.codigo}
                puede={puedeEnviar}
              />
            )}
          </Tarjeta>
        )}
        <Tarjeta titulo="Lo que falta hoy en estos requisitos" id="revision">
          {datos.revision.length === 0 ? (
            <p>No falta nada.</p>
          ) : (
            <div className="flex flex-col gap-3">
              <p className="text-texto-suave">Se puede enviar igual: es para saber cómo va.</p>
              <UltimaRevision secciones={datos.revision} />
            </div>
          )}
        </Tarjeta>
        <Tarjeta titulo="Enviar" id="enviar">
          {noSeEnvia !== null ? (
            <p>{noSeEnvia}</p>
          ) : enCurso ? (
            <Alerta tono="info" titulo="La versión está en la Red de Expertos">
              Puede seguir trabajando. Cuando llegue la retroalimentación podrá enviar otra versión a esta
              ronda.
            </Alerta>
          ) : puedeEnviar ? (
            <BotonEnviarARonda
              institucion={institucion.codigo}
              ronda={ronda.id}
              nombre={ronda.nombre}
              huella={datos.huella}
              enviar={enviar}
            />
          ) : (
            <p>Lo envía la contraparte de la institución.</p>
          )}
        </Tarjeta>
        {ronda.versiones.length > 0 && (
          <TablaVersiones
            titulo="Versiones enviadas a esta ronda"
            versiones={ronda.versiones}
            columnas={[
              {
                id: "codigo",
                titulo: "Código",
                celda: ({ codigo }) => <span className="font-mono">{codigo}</span>,
              },
            ]}
          />
        )}
      </div>
    );
  },
});

function turnoDe({ ronda, enCurso, noSeEnvia }: PaginaRonda): { que: string; quien: string | null } {
  if (enCurso) return { que: "La dupla revisora prepara su retroalimentación", quien: "Red de Expertos" };
  if (noSeEnvia !== null)
    return ronda.estado === "por_abrir"
      ? { que: "La ronda todavía no se abre", quien: "Red de Expertos" }
      : { que: "La ronda terminó", quien: null };
  return ronda.versiones.length === 0
    ? { que: "Puede enviar el expediente como está, si quiere", quien: "Contraparte" }
    : { que: "Puede enviar otra versión, si quiere", quien: "Contraparte" };
}
