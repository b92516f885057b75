import { z } from "zod";
import { AbrirRevision } from "@/components/revision/abrir";
import { Cambios } from "@/components/revision/cambios";
import { Decidir } from "@/components/revision/decidir";
import { Decisiones } from "@/components/revision/decisiones";
import { Devolver } from "@/components/revision/devolver";
import { DialogoTexto } from "@/components/revision/dialogo-texto";
import { DocumentoRevisado } from "@/components/revision/documento";
import { ListaDeVerificacion } from "@/components/revision/lista";
import { NotasPrivadas } from "@/components/revision/notas";
import { Observaciones } from "@/components/revision/observaciones";
import { Observador } from "@/components/revision/observador";
import { Presencia } from "@/components/revision/presencia";
import { SeccionesDelDocumento } from "@/components/revision/secciones";
import { Encabezado } from "@/components/ui/encabezado";
import { Enlace } from "@/components/ui/enlace";
import { Pestanas } from "@/components/ui/pestanas";
import { QuienSigue } from "@/components/ui/quien-sigue";
import { definirPagina } from "@/lib/borde/pagina";
import { leerRevision, type PaginaRevision } from "@/lib/casos/revision/leer";
import { LUGARES_POR_ABRIR } from "@/lib/casos/revision/loQueSeAbre";
import { deQuienEs } from "@/lib/casos/validador/lectura";
import { mostrarInstante } from "@/lib/expediente/fecha";
import { abreviar } from "@/lib/expediente/texto";
import { estaReabierto } from "@/lib/flujo/reapertura";
import { enUnaFrase } from "@/lib/flujo/revision";
import {
  ID_SECCIONES,
  idDeRuta,
  incumplidas,
  SECCIONES_REVISION,
  seccionDeRuta,
} from "@/lib/flujo/vistaRevision";
import {
  abrir,
  anotar,
  borrarNota,
  borrarObservacion,
  crearObservacion,
  decidir,
  devolver,
  editarObservacion,
  insistir,
  juzgar,
  reabrir,
  resolver,
} from "../acciones";

export const metadata = { title: "Revisión de una versión" };

export default definirPagina({
  permiso: "revision.ver",
  params: z.object({ envio: z.uuid() }),
  deQuien: (ctx, { params }) => deQuienEs(ctx, params),
  busqueda: z.object({
    seccion: z.enum(ID_SECCIONES).catch("plan"),
    // Page of what changed; 0, when it was not asked for.
    cambios: z.coerce.number().int().min(1).max(100_000).catch(0),
  }),
  cargar: (ctx, { params: { envio }, busqueda }) => leerRevision(ctx, { envio, ...busqueda }),
  ver: ({ datos, busqueda }) => <Pagina datos={datos} verCambios={busqueda.cambios > 0} />,
});

function Pagina({ datos, verCambios }: { datos: PaginaRevision; verCambios: boolean }) {
  const { envio, observaciones, cambios, notas, puede } = datos;
  const { institucion } = envio;
  const hrefDeRuta = (ruta: string, resto = "") =>
    `/revision/${envio.id}?seccion=${ruta === "" ? datos.seccion : seccionDeRuta(ruta)}${resto}#${idDeRuta(ruta)}`;
  const abiertas = observaciones.filter(({ estado }) => estado === "abierta").length;
  return (
    <div className="flex flex-col gap-6">
      <Encabezado
        antetitulo={
          <>
            <Enlace href="/revision" className="enlace">
              Revisión
            </Enlace>{" "}
            / {institucion.ministerio}
          </>
        }
        titulo={`${institucion.nombre}: versión ${envio.version}`}
        bajada={`Ronda ${envio.ronda} de ${envio.anio}. La envió ${datos.enviadoPor} el ${mostrarInstante(envio.enviadoEn)} horas de Chile continental.`}
      />
      <Estado datos={datos} abiertas={abiertas} />
      {notas && <Presencia envio={envio.id} />}
      <Decisiones decisiones={datos.decisiones} institucion={institucion.codigo} />
      <Observador envio={envio.id} plantillas={datos.plantillas} accion={crearObservacion}>
        <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <section aria-labelledby="documento-titulo" className="flex min-w-0 flex-col gap-4">
            <div className="flex flex-wrap items-center justify-between gap-x-4">
              <h2 id="documento-titulo" className="text-xl">
                El documento como se envió
              </h2>
              {/* In one column the checklist is far below. */}
              <a href="#la-revision" className="enlace inline-flex min-h-11 items-center lg:hidden">
                Ir a la verificación
              </a>
            </div>
            <SeccionesDelDocumento
              envio={envio.id}
              actual={datos.seccion}
              observaciones={observaciones}
              versiones={datos.versiones}
            />
            <DocumentoRevisado
              fichas={datos.fichas}
              codigo={institucion.codigo}
              observable={puede.observar}
              observadas={porRuta(observaciones)}
              cambiadas={cambios?.rutas ?? new Set()}
            />
          </section>
          <div className="flex min-w-0 flex-col gap-6">
            <section
              id="la-revision"
              aria-labelledby="revision-titulo"
              className="min-w-0 rounded-md border border-borde bg-papel p-4 sm:p-6"
            >
              <h2 id="revision-titulo" className="sr-only">
                La revisión
              </h2>
              <Pestanas
                etiqueta="La revisión"
                inicial={cambios && verCambios ? "cambios" : undefined}
                pestanas={[
                  {
                    id: "lista",
                    titulo: "Verificación",
                    contenido: (
                      <ListaDeVerificacion
                        requisitos={datos.requisitos}
                        envio={envio.id}
                        codigo={institucion.codigo}
                        juzgable={puede.observar}
                        juzgar={juzgar}
                        hrefDeRuta={hrefDeRuta}
                      />
                    ),
                  },
                  {
                    id: "observaciones",
                    titulo: "Observaciones",
                    cuenta: observaciones.filter(({ estado }) => estado !== "resuelta").length,
                    contenido: (
                      <Observaciones
                        envio={envio.id}
                        observaciones={observaciones.map((una) => ({ ...una, href: hrefDeRuta(una.ruta) }))}
                        activa={puede.observar}
                        editar={editarObservacion}
                        borrar={borrarObservacion}
                        resolver={resolver}
                        insistir={insistir}
                      />
                    ),
                  },
                  ...(cambios
                    ? [
                        {
                          id: "cambios",
                          titulo: "Cambios",
                          cuenta: cambios.total,
                          contenido: (
                            <Cambios
                              cambios={cambios}
                              hrefDeRuta={(ruta) => hrefDeRuta(ruta, `&cambios=${cambios.pagina}`)}
                              hrefDePagina={(pagina) =>
                                `/revision/${envio.id}?seccion=${datos.seccion}&cambios=${pagina}`
                              }
                            />
                          ),
                        },
                      ]
                    : []),
                ]}
              />
            </section>
            {notas && <NotasPrivadas envio={envio.id} notas={notas} anotar={anotar} borrar={borrarNota} />}
          </div>
        </div>
      </Observador>
    </div>
  );
}

function Estado({ datos, abiertas }: { datos: PaginaRevision; abiertas: number }) {
  const { envio, puede, devolucion, requisitos } = datos;
  const { actua } = datos.turno;
  const miTurno = puede.abrir || puede.observar;
  const observados = devolucion.lugares.map(({ ruta }) => ruta);
  const secciones = LUGARES_POR_ABRIR.filter(
    ({ ruta }) =>
      !estaReabierto(observados, ruta) &&
      requisitos.some(({ id }) => SECCIONES_REVISION[seccionDeRuta(ruta)].requisito === id),
  );
  return (
    <div className="flex flex-col gap-3">
      <QuienSigue
        que={enUnaFrase(datos.turno)}
        quien={actua}
        miTurno={miTurno}
        {...(puede.abrir && { accion: <AbrirRevision envio={envio.id} accion={abrir} /> })}
      >
        {envio.estado === "observado" && envio.responderHasta && (
          <p>Puede responder hasta el {mostrarInstante(envio.responderHasta)} horas de Chile continental.</p>
        )}
      </QuienSigue>
      {(puede.devolver || puede.decidir || puede.reabrir) && (
        <div className="no-imprimir flex flex-wrap gap-3">
          {puede.devolver && (
            <Devolver
              envio={envio.id}
              preliminar={devolucion.preliminar}
              dia={devolucion.dia}
              limite={devolucion.limite}
              observados={devolucion.lugares}
              secciones={secciones}
              abiertas={abiertas}
              accion={devolver}
            />
          )}
          {puede.decidir && (
            <Decidir
              envio={envio.id}
              version={envio.version}
              requisitos={requisitos.map(({ id, criterio, medios }) => ({
                id,
                resultado: criterio?.resultado ?? null,
                incumplidas: medios.reduce((suma, medio) => suma + incumplidas(medio), 0),
              }))}
              borradores={datos.observaciones
                .filter(({ borrador }) => borrador)
                .map(({ id, lugar, hilo: [primero] }) => ({
                  id,
                  que: `${lugar} (${primero?.autor}): ${abreviar(primero?.texto)}`,
                }))}
              accion={decidir}
            />
          )}
          {puede.reabrir && (
            <DialogoTexto
              accion={reabrir}
              entrada={{ envio: envio.id }}
              campo="razon"
              id={`reabrir-${envio.id}`}
              boton="Reabrir la revisión"
              variante="secundario"
              titulo="Reabrir la revisión"
              explicacion={
                <p>La decisión y su certificado quedan anulados, y la dupla vuelve a revisar esta versión.</p>
              }
              etiqueta="Razón"
              ayuda="Queda con la decisión anulada y se avisa a la institución y a la dupla."
              confirmar="Reabrir la revisión"
              hecho="La revisión quedó reabierta."
            />
          )}
        </div>
      )}
    </div>
  );
}

function porRuta(observaciones: PaginaRevision["observaciones"]): ReadonlyMap<string, number> {
  const cuentas = new Map<string, number>();
  for (const { ruta, estado } of observaciones)
    if (estado !== "resuelta") cuentas.set(ruta, (cuentas.get(ruta) ?? 0) + 1);
  return cuentas;
}
