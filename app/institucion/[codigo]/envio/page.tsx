import { enPalabras } from "@/components/archivo/tamano";
import { BotonEnviarExpediente } from "@/components/envio/boton-enviar";
import { Documentos } from "@/components/envio/documentos";
import { UltimaRevision } from "@/components/envio/revision";
import { TablaVersiones } from "@/components/envio/tabla-versiones";
import { VistaPdf } from "@/components/envio/vista-pdf";
import { TextosDetenidos } from "@/components/formulario/pendientes";
import { Alerta } from "@/components/ui/alerta";
import { Encabezado } from "@/components/ui/encabezado";
import { Enlace } from "@/components/ui/enlace";
import { EnlaceBoton } from "@/components/ui/enlace-boton";
import { ListaDatos } from "@/components/ui/lista-datos";
import { Plazo } from "@/components/ui/plazo";
import { QuienSigue } from "@/components/ui/quien-sigue";
import { Tabla } from "@/components/ui/tabla";
import { Tarjeta } from "@/components/ui/tarjeta";
import { definirPaginaInstitucion } from "@/lib/borde/pagina";
import { leerEnvio, type PaginaEnvio, type VersionEnviada } from "@/lib/casos/envio/leer";
import { mostrarFecha, mostrarInstante } from "@/lib/expediente/fecha";
import { enumerar } from "@/lib/flujo/enumerar";
import { ESTADOS_ENVIO } from "@/lib/flujo/revision";
import { PLAZO_VENCIDO } from "@/lib/flujo/siguiente";
import { enviar } from "./acciones";

export const metadata = { title: "Envío a la Red de Expertos" };

/** The last check, what is sent, the receipt, and what was sent before. */
export default definirPaginaInstitucion({
  permiso: "envio.ver",
  cargar: leerEnvio,
  ver: ({ ctx: { institucion, ahora }, datos }) => {
    const { codigo } = institucion;
    const { enCurso } = datos;
    const version = enCurso?.version ?? null;
    const completo = datos.errores === 0;
    const pendientes = datos.devuelta?.pendientes ?? 0;
    const puede =
      datos.puedeEnviar && !enCurso && completo && pendientes === 0 && datos.fueraDePlazo === null;
    return (
      <div className="flex flex-col gap-6">
        <Encabezado
          antetitulo={institucion.nombre}
          titulo="Envío a la Red de Expertos"
          bajada={`El expediente ${datos.anio}: el plan, el informe, las actas del Comité y la difusión.`}
        />
        <TextosDetenidos />
        <QuienSigue {...turnoDe(datos, ahora)} miTurno={datos.puedeEnviar && !enCurso} />
        {!enCurso && (
          <Plazo
            titulo={
              datos.devuelta?.responderHasta ? "Envío de la nueva versión" : "Envío a la Red de Expertos"
            }
            vence={datos.devuelta?.responderHasta ?? datos.vence}
            ahora={ahora}
            nota={
              datos.prorroga
                ? `Prórroga otorgada por ${datos.prorroga.otorgadaPor}: ${datos.prorroga.razon}`
                : "Después de enviar no se modifica nada, salvo que se devuelva con observaciones."
            }
          />
        )}
        {enCurso ? (
          <Comprobante enCurso={enCurso} codigo={codigo} />
        ) : (
          <Tarjeta titulo="Última revisión" id="revision">
            <UltimaRevision secciones={datos.revision} />
          </Tarjeta>
        )}
        <Tarjeta titulo={enCurso ? "Lo que se envió" : "Lo que se envía"} id="contenido">
          <div className="flex flex-col gap-6">
            {!enCurso && (
              <p className="text-texto-suave">
                Mientras no se envíe, cada página de los documentos dice BORRADOR.
              </p>
            )}
            <Documentos institucion={codigo} version={version} />
            <div className="flex flex-wrap items-start gap-3">
              {["E3O1RT1", "E3O1RT2"].map((formulario) => (
                <VistaPdf
                  key={formulario}
                  formulario={formulario}
                  href={`/institucion/${codigo}/documento/${formulario.toLowerCase()}.pdf`}
                />
              ))}
            </div>
            <ArchivosDelEnvio datos={datos} />
          </div>
        </Tarjeta>
        {!enCurso && (
          <Tarjeta titulo="Enviar" id="enviar">
            <div className="flex flex-col gap-6">
              <PorVenir dias={datos.porVenir} codigo={codigo} />
              {puede ? (
                <BotonEnviarExpediente
                  institucion={codigo}
                  nombre={institucion.nombre}
                  anio={datos.anio}
                  huella={datos.huella}
                  archivos={datos.archivos.length}
                  enviar={enviar}
                />
              ) : (
                <PorQueNo datos={datos} codigo={codigo} />
              )}
            </div>
          </Tarjeta>
        )}
        {datos.versiones.length > 0 && <Historia versiones={datos.versiones} codigo={codigo} />}
      </div>
    );
  },
});

function turnoDe(
  { enCurso, errores, fueraDePlazo, vence, versiones, devuelta }: PaginaEnvio,
  ahora: Date,
): { que: string; quien: string | null } {
  if (enCurso?.estado === "validado" || enCurso?.estado === "no_validado")
    return {
      que: `La Red de Expertos resolvió: ${ESTADOS_ENVIO[enCurso.estado].nombre.toLowerCase()}`,
      quien: null,
    };
  if (enCurso) return { que: "La dupla revisora revisa lo enviado", quien: "Red de Expertos" };
  if (fueraDePlazo && ahora > (devuelta?.responderHasta ?? vence))
    return { que: PLAZO_VENCIDO, quien: "Contraparte" };
  if (errores > 0)
    return {
      que:
        errores === 1
          ? "Corrija la falta que queda y envíe"
          : `Corrija las ${errores.toLocaleString("es-CL")} faltas que quedan y envíe`,
      quien: "Contraparte",
    };
  if (devuelta && devuelta.pendientes > 0)
    return { que: "Responda las observaciones y envíe la nueva versión", quien: "Contraparte" };
  if (fueraDePlazo) return { que: "Todo está completo, pero ahora no se puede enviar", quien: "Contraparte" };
  return {
    que: versiones.length > 0 ? "Envíe la nueva versión" : "Todo está completo: envíe el expediente",
    quien: "Contraparte",
  };
}

/** What is declared as done and is yet to come. */
function PorVenir({ dias, codigo }: { dias: readonly string[]; codigo: string }) {
  if (dias.length === 0) return null;
  return (
    <Alerta tono="advertencia">
      La difusión del {enumerar(dias.map(mostrarFecha))} todavía no ocurre. Si se hizo otro día, corríjalo en{" "}
      <Enlace href={`/institucion/${codigo}/difusion`}>la difusión</Enlace>; si no, envíe después de hacerla.
    </Alerta>
  );
}

function PorQueNo({ datos, codigo }: { datos: PaginaEnvio; codigo: string }) {
  return (
    <div className="flex flex-col gap-3">
      {datos.fueraDePlazo && <Alerta tono="advertencia">{datos.fueraDePlazo}</Alerta>}
      {datos.errores > 0 && (
        <p>
          Para enviar, corrija primero{" "}
          <a className="enlace" href="#revision">
            {datos.errores === 1
              ? "la falta que queda"
              : `las ${datos.errores.toLocaleString("es-CL")} faltas`}
          </a>
          .
        </p>
      )}
      {datos.devuelta !== null && datos.devuelta.pendientes > 0 && (
        <p>
          Responda o marque como atendidas{" "}
          <Enlace href={`/institucion/${codigo}/revision#observaciones`} className="enlace">
            {datos.devuelta.pendientes === 1
              ? "la observación que queda"
              : `las ${datos.devuelta.pendientes} observaciones que quedan`}
          </Enlace>
          .
        </p>
      )}
      {!datos.puedeEnviar && <p>Lo envía la contraparte de la institución.</p>}
    </div>
  );
}

function Comprobante({ enCurso, codigo }: { enCurso: VersionEnviada; codigo: string }) {
  return (
    <Tarjeta titulo="Comprobante" id="comprobante">
      <div className="flex flex-col gap-4">
        <ListaDatos
          datos={[
            {
              clave: "Código de verificación",
              valor: (
                <Enlace href={`/verificar/${enCurso.codigo}`} className="enlace font-mono">
                  {enCurso.codigo}
                </Enlace>
              ),
            },
            { clave: "Enviado", valor: `${mostrarInstante(enCurso.enviadoEn)} horas de Chile continental` },
            { clave: "Enviado por", valor: enCurso.enviadoPor },
            { clave: "Versión", valor: `${enCurso.version}` },
            { clave: "Estado", valor: ESTADOS_ENVIO[enCurso.estado].nombre },
            {
              clave: "Huella SHA-256 del plan",
              valor: <span className="font-mono text-sm break-all">{enCurso.huellaPlan}</span>,
            },
            {
              clave: "Huella SHA-256 del informe",
              valor: <span className="font-mono text-sm break-all">{enCurso.huellaInforme}</span>,
            },
          ]}
        />
        <div>
          <EnlaceBoton
            href={`/institucion/${codigo}/documento/comprobante.pdf?version=${enCurso.version}`}
            prefetch={false}
            icono="descargar"
          >
            Comprobante en PDF
          </EnlaceBoton>
        </div>
      </div>
    </Tarjeta>
  );
}

function ArchivosDelEnvio({ datos }: { datos: PaginaEnvio }) {
  const total = datos.archivos.reduce((suma, { tamano }) => suma + (tamano ?? 0), 0);
  return (
    <div className="flex flex-col gap-3">
      <Tabla
        titulo={
          datos.archivos.length === 0
            ? "Archivos de la difusión"
            : `Archivos de la difusión: ${datos.archivos.length} (${enPalabras(total)} en total)`
        }
        filas={datos.archivos.map((archivo, i) => ({ ...archivo, id: i }))}
        clave={({ id }) => id}
        vacia="Todavía no hay archivos adjuntos."
        columnas={[
          {
            id: "nombre",
            titulo: "Archivo",
            encabezaFila: true,
            celda: ({ nombre }) => <span className="wrap-anywhere">{nombre}</span>,
          },
          { id: "que", titulo: "Qué es", celda: ({ que }) => que },
          {
            id: "tamano",
            titulo: "Tamaño",
            alinear: "derecha",
            celda: ({ tamano }) => (tamano === null ? "—" : enPalabras(tamano)),
          },
        ]}
      />
      <p className="text-texto-suave">
        {datos.destinatarios === 1
          ? "1 destinatario en el listado."
          : `${datos.destinatarios.toLocaleString("es-CL")} destinatarios en el listado.`}
      </p>
    </div>
  );
}

function Historia({ versiones, codigo }: { versiones: readonly VersionEnviada[]; codigo: string }) {
  const base = `/institucion/${codigo}/documento`;
  return (
    <TablaVersiones
      versiones={versiones}
      columnas={[
        { id: "por", titulo: "Por", celda: ({ enviadoPor }) => enviadoPor },
        {
          id: "documentos",
          titulo: "Documentos",
          celda: ({ version }) => (
            <span className="inline-flex flex-wrap gap-x-4">
              <a
                className="enlace inline-flex min-h-11 items-center"
                href={`${base}/comprobante.pdf?version=${version}`}
              >
                Comprobante<span className="sr-only"> de la versión {version}</span>
              </a>
              <a
                className="enlace inline-flex min-h-11 items-center"
                href={`${base}/paquete.zip?version=${version}`}
              >
                Paquete<span className="sr-only"> de la versión {version}</span>
              </a>
            </span>
          ),
        },
      ]}
    />
  );
}
