import { TablaVersiones } from "@/components/envio/tabla-versiones";
import { Resultados } from "@/components/observacion/resultados";
import { Alerta } from "@/components/ui/alerta";
import { Encabezado } from "@/components/ui/encabezado";
import { Enlace } from "@/components/ui/enlace";
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
import { ESTADOS_RONDA, ultimoDe } from "@/lib/flujo/ronda";
import { Certificado } from "./certificado";
import { ListaObservaciones } from "./observaciones";

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
        {datos.resultados.length > 0 && (
          <Tarjeta titulo={`Resultados de la versión ${ultima?.version}`} id="resultados">
            <Resultados resultados={datos.resultados} />
          </Tarjeta>
        )}
        {datos.rondas.length > 0 && <Rondas rondas={datos.rondas} codigo={codigo} />}
        {datos.versiones.length > 0 && <Versiones versiones={datos.versiones} />}
      </div>
    );
  },
});

function turnoDe({ ultima, pendientes }: PaginaRevision): { que: string; quien: string | null } {
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
    ? { que: `La Red de Expertos resolvió: ${nombre.toLowerCase()}`, quien: null }
    : { que: sigue, quien: actua };
}

type DeLista = { observaciones: readonly ObservacionDePagina[]; codigo: string };

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

/** The preliminary rounds of the year, for who wants to take them. */
function Rondas({ rondas, codigo }: { rondas: PaginaRevision["rondas"]; codigo: string }) {
  return (
    <Tarjeta titulo="Ejercicios metodológicos (voluntarios)" id="rondas">
      <div className="flex flex-col gap-4">
        <p className="text-texto-suave">
          Antes del envío final puede mandar el expediente como está y recibir retroalimentación. No cierra
          nada ni se decide nada.
        </p>
        <Tabla
          titulo="Rondas del año"
          tituloOculto
          filas={rondas}
          clave={({ id }) => id}
          columnas={[
            {
              id: "ronda",
              titulo: "Ronda",
              encabezaFila: true,
              celda: ({ id, nombre }) => (
                <Enlace href={`/institucion/${codigo}/revision/${id}`} className="enlace">
                  {nombre}
                </Enlace>
              ),
            },
            {
              id: "estado",
              titulo: "Estado",
              celda: ({ estado }) => (
                <Etiqueta tono={ESTADOS_RONDA[estado].tono}>{ESTADOS_RONDA[estado].nombre}</Etiqueta>
              ),
            },
            { id: "abre", titulo: "Se abre", celda: ({ abreEn }) => mostrarInstante(abreEn) },
            {
              id: "cierra",
              titulo: "Envío hasta",
              celda: ({ cierraEn }) => mostrarInstante(ultimoDe(cierraEn)),
            },
            {
              id: "enviado",
              titulo: "Lo suyo",
              celda: ({ versiones: [ultima] }) =>
                ultima
                  ? `Versión ${ultima.version}: ${ESTADOS_ENVIO[ultima.estado].nombre}`
                  : "No ha enviado",
            },
          ]}
        />
      </div>
    </Tarjeta>
  );
}

function Versiones({ versiones }: { versiones: readonly VersionRevisada[] }) {
  return (
    <TablaVersiones
      versiones={versiones}
      columnas={[
        {
          id: "devuelta",
          titulo: "Devuelta",
          celda: ({ devueltoEn }) => (devueltoEn ? mostrarInstante(devueltoEn) : "—"),
        },
      ]}
    />
  );
}
