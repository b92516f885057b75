import { Contestar } from "@/components/observacion/contestar";
import { Observacion } from "@/components/observacion/observacion";
import { Alerta } from "@/components/ui/alerta";
import { Encabezado } from "@/components/ui/encabezado";
import { EnlaceBoton } from "@/components/ui/enlace-boton";
import { Etiqueta } from "@/components/ui/etiqueta";
import { Plazo } from "@/components/ui/plazo";
import { QuienSigue } from "@/components/ui/quien-sigue";
import { Tabla } from "@/components/ui/tabla";
import { Tarjeta } from "@/components/ui/tarjeta";
import { Vacio } from "@/components/ui/vacio";
import { definirPaginaInstitucion } from "@/lib/borde/pagina";
import {
  leerRevision,
  type ObservacionDePagina,
  type PaginaRevision,
  type VersionRevisada,
} from "@/lib/casos/observacion/leer";
import { mostrarInstante } from "@/lib/expediente/fecha";
import { ESTADOS_ENVIO } from "@/lib/flujo/revision";
import { ID_REQUISITOS, REQUISITOS } from "@/lib/guia/e3-2025/requisitos";
import { atender, responder } from "./acciones";
import { Certificado } from "./certificado";

export const metadata = { title: "Revisión" };

/** Where the submission stands, what was observed and how to answer it, and what was decided. */
export default definirPaginaInstitucion({
  permiso: "observacion.ver",
  cargar: leerRevision,
  ver: ({ ctx: { institucion, ahora }, datos }) => {
    const { codigo } = institucion;
    const { ultima, decision } = datos;
    const finales = datos.observaciones.filter(({ ronda }) => ronda === null);
    return (
      <div className="flex flex-col gap-6">
        <Encabezado
          antetitulo={institucion.nombre}
          titulo="Revisión de la Red de Expertos"
          bajada={`Lo que la dupla revisora observó del expediente ${datos.anio}, y su decisión.`}
        />
        <QuienSigue {...turnoDe(datos)} miTurno={datos.puedeResponder && ultima?.estado === "observado"} />
        {ultima?.estado === "observado" && ultima.responderHasta && (
          <Plazo
            titulo="Respuesta a las observaciones"
            vence={ultima.responderHasta}
            ahora={ahora}
            nota={
              ahora > ultima.responderHasta
                ? "La fecha pasó: todavía puede responder y corregir, pero la nueva versión solo se envía dentro del período de envío o de una prórroga. Pídala a la Red de Expertos."
                : "Hasta entonces puede enviar la nueva versión, aunque el período de envío termine antes. Solo se puede cambiar lo que la devolución reabrió."
            }
          />
        )}
        {decision && <Certificado decision={decision} codigo={codigo} />}
        {!ultima ? (
          <Vacio
            titulo="Todavía no se ha enviado el expediente"
            accion={
              <EnlaceBoton href={`/institucion/${codigo}/envio`} variante="secundario">
                Ir al envío
              </EnlaceBoton>
            }
          >
            La revisión comienza cuando la institución lo envía.
          </Vacio>
        ) : (
          <Tarjeta titulo="Observaciones" id="observaciones">
            {finales.length === 0 ? (
              <p>
                {ultima.estado === "enviado" || ultima.estado === "en_revision"
                  ? "Si la dupla revisora observa algo, aparecerá aquí cuando devuelva la versión."
                  : "No hay observaciones."}
              </p>
            ) : (
              <ListaObservaciones observaciones={finales} codigo={codigo} puede={datos.puedeResponder} />
            )}
            {ultima.estado === "observado" && datos.puedeResponder && (
              <Enviar pendientes={datos.pendientes} observaciones={finales} codigo={codigo} />
            )}
          </Tarjeta>
        )}
        {datos.versiones.length > 0 && <Versiones versiones={datos.versiones} />}
      </div>
    );
  },
});

function turnoDe({ ultima, pendientes }: PaginaRevision): { que: string; quien: string } {
  if (!ultima) return { que: "Falta enviar el expediente a la Red de Expertos", quien: "Contraparte" };
  const { sigue, actua, nombre } = ESTADOS_ENVIO[ultima.estado];
  if (ultima.estado === "observado")
    return {
      que:
        pendientes === 0
          ? "Envíe la nueva versión a la Red de Expertos"
          : pendientes === 1
            ? "Responda 1 observación y envíe una nueva versión"
            : `Responda ${pendientes} observaciones y envíe una nueva versión`,
      quien: "Contraparte",
    };
  return sigue === null
    ? { que: `La Red de Expertos resolvió: ${nombre.toLowerCase()}`, quien: "Nadie: terminó" }
    : { que: sigue, quien: actua };
}

type DeLista = { observaciones: readonly ObservacionDePagina[]; codigo: string };

/** Observations by requirement, each with its thread. */
function ListaObservaciones({ observaciones, codigo, puede }: DeLista & { puede: boolean }) {
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

/** What is still owed before the next version can be sent, or the way to send it. */
function Enviar({ pendientes, observaciones, codigo }: DeLista & { pendientes: number }) {
  if (pendientes === 0)
    return (
      <div className="mt-4 flex flex-col items-start gap-3">
        <Alerta tono="exito" titulo="Todas las observaciones están respondidas">
          Revise el expediente una vez más y envíe la nueva versión.
        </Alerta>
        <EnlaceBoton href={`/institucion/${codigo}/envio`}>Ir al envío</EnlaceBoton>
      </div>
    );
  return (
    <div className="mt-4">
      <Alerta tono="advertencia" titulo="Para enviar la nueva versión falta responder">
        <ul className="list-disc pl-6">
          {observaciones
            .filter(({ pendiente }) => pendiente)
            .map(({ id, nombre }) => (
              <li key={id}>
                <a className="enlace" href={`#observacion-${id}`}>
                  {nombre}
                </a>
              </li>
            ))}
        </ul>
      </Alerta>
    </div>
  );
}

function Versiones({ versiones }: { versiones: readonly VersionRevisada[] }) {
  return (
    <Tabla
      titulo="Versiones enviadas"
      filas={versiones}
      clave={({ version }) => version}
      columnas={[
        {
          id: "version",
          titulo: "Versión",
          encabezaFila: true,
          celda: ({ version }) => `Versión ${version}`,
        },
        { id: "enviada", titulo: "Enviada", celda: ({ enviadoEn }) => mostrarInstante(enviadoEn) },
        {
          id: "devuelta",
          titulo: "Devuelta",
          celda: ({ devueltoEn }) => (devueltoEn ? mostrarInstante(devueltoEn) : "—"),
        },
        {
          id: "estado",
          titulo: "Estado",
          celda: ({ estado }) => <Etiqueta>{ESTADOS_ENVIO[estado].nombre}</Etiqueta>,
        },
      ]}
    />
  );
}
