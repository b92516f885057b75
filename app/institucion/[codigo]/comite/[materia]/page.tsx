import { z } from "zod";
import { ActaVigente } from "@/components/comite/acta";
import { ActaEnPapel } from "@/components/comite/acta-en-papel";
import { ListaCambios } from "@/components/comite/cambios";
import { ConfirmarConProveedor } from "@/components/comite/confirmar";
import { FormularioFirma, FormularioObjecion } from "@/components/comite/decidir";
import { BotonAbrir, BotonEnviar } from "@/components/comite/enviar";
import { FaltasPorCorregir } from "@/components/comite/faltas";
import { Historia } from "@/components/comite/historia";
import { ResumenDelInforme } from "@/components/comite/informe-en-breve";
import { LoQueSeFirma } from "@/components/comite/lo-que-se-firma";
import { FormularioPapel } from "@/components/comite/papel";
import { QueSeAprueba } from "@/components/comite/que-se-aprueba";
import { ListaVotos } from "@/components/comite/votos";
import { Alerta } from "@/components/ui/alerta";
import { Encabezado } from "@/components/ui/encabezado";
import { Plazo } from "@/components/ui/plazo";
import { QuienSigue } from "@/components/ui/quien-sigue";
import { Tarjeta } from "@/components/ui/tarjeta";
import { definirPaginaInstitucion } from "@/lib/borde/pagina";
import { leerPaginaComite } from "@/lib/casos/comite/pagina";
import { ejercicioDe } from "@/lib/expediente/ejercicio";
import { MINUTOS_FIRMA } from "@/lib/flujo/actor";
import { NOMBRES_MATERIA } from "@/lib/flujo/aprobacion";
import { puede } from "@/lib/flujo/permiso";
import { esTurnoDe } from "@/lib/flujo/turnoComite";
import { PaginaObservada } from "../../observado";
import { abrir, enviar, firmarVersion, objetarVersion, registrarPapel } from "./acciones";

export const metadata = { title: "Firma del Comité" };

/** What the Committee signs, what changed, who has signed, and what each one may do about it. */
export default definirPaginaInstitucion({
  permiso: "plan.ver",
  params: z.object({ materia: z.enum(["plan", "informe"]) }),
  busqueda: z.object({ confirmado: z.literal("si").optional().catch(undefined) }),
  cargar: (ctx, { params: { materia } }) => leerPaginaComite(ctx, materia),
  ver: ({ ctx, datos, busqueda }) => {
    const { actor, institucion, ahora } = ctx;
    const { materia, estado, turno, huella, votos, faltas, acta, tarde, cambios, anio } = datos;
    const { nombre, conArticulo } = NOMBRES_MATERIA[materia];
    const base = `/institucion/${institucion.codigo}/comite/${materia}`;
    const lugar = { institucion: institucion.codigo, materia, conArticulo };
    const mio = votos.find(({ usuarioId }) => usuarioId === actor.usuarioId);
    const llena = puede(actor, "plan.enviarComite", institucion.id);
    const editable = estado === "borrador" || estado === "objetada";
    const decide =
      estado === "en_firma" && puede(actor, "comite.firmar", institucion.id) && mio?.decision === null;
    const identidad = { ...datos.identidad, minutos: MINUTOS_FIRMA };
    const ultima = datos.historia[0];
    return (
      <PaginaObservada ctx={ctx}>
        <div className="flex flex-col gap-9">
          <div className="flex flex-col gap-6">
            <Encabezado antetitulo="Comité" titulo={nombre} />
            <QuienSigue
              que={turno.que}
              quien={turno.quien}
              miTurno={esTurnoDe(turno, actor.rol) && !(estado === "en_firma" && mio?.decision)}
            >
              {estado === "en_firma" && mio?.decision === "aprueba" && <p>Usted ya firmó esta versión.</p>}
            </QuienSigue>
            {estado !== "aprobada" && (
              <Plazo
                titulo={`Acta que aprueba ${conArticulo}`}
                vence={datos.vence}
                ahora={ahora}
                nota={
                  tarde ??
                  (materia === "plan" ? "Una prórroga del registro no extiende la fecha del acta." : "")
                }
              />
            )}
            {estado === "objetada" && ultima?.motivoCierre && (
              <Alerta tono="advertencia" titulo="El Comité objetó la última versión">
                <p className="whitespace-pre-line">{ultima.motivoCierre}</p>
              </Alerta>
            )}
          </div>

          {acta && (
            <ActaVigente acta={acta} vale={datos.actaVale} base={base} institucion={institucion.codigo} />
          )}

          <LoQueSeFirma
            {...{ materia, anio, base, huella, estado }}
            version={datos.version}
            cambios={cambios.length}
          />

          {materia === "plan" && cambios.length > 0 && (
            <section className="flex flex-col gap-4" aria-labelledby="cambios">
              <h2 id="cambios" className="text-2xl">
                Qué cambió y por qué
              </h2>
              <ListaCambios cambios={cambios} anio={anio} />
            </section>
          )}

          {datos.enBreve && <ResumenDelInforme informe={datos.enBreve} />}

          {(estado === "en_firma" || datos.version !== null || votos.length > 0) && (
            <section className="flex flex-col gap-4" aria-labelledby="votos">
              <h2 id="votos" className="text-2xl">
                Quién ha firmado
              </h2>
              <p className="text-texto-suave">
                {datos.necesarias === 1 ? "Se necesita 1 firma" : `Se necesitan ${datos.necesarias} firmas`}
                {datos.regla.exigePresidencia && ", entre ellas la de quien preside"}.
              </p>
              <ListaVotos votos={votos} enFirma={estado === "en_firma"} />
            </section>
          )}

          {decide && huella && (
            <>
              <Tarjeta titulo="Su decisión" id="firmar">
                <div className="flex flex-col gap-6">
                  {tarde ? (
                    <Alerta tono="advertencia">{tarde}</Alerta>
                  ) : (
                    <FormularioFirma
                      {...lugar}
                      accion={firmarVersion}
                      huella={huella}
                      identidad={identidad}
                      declara={datos.declaraCoherencia}
                    >
                      <QueSeAprueba
                        {...{ materia, conArticulo, huella }}
                        version={datos.version}
                        hayCambios={cambios.length > 0}
                      />
                    </FormularioFirma>
                  )}
                  <ConfirmarConProveedor
                    identidad={identidad}
                    volver={`${base}?confirmado=si#firmar`}
                    deVuelta={busqueda.confirmado === "si"}
                  />
                </div>
              </Tarjeta>
              <Tarjeta titulo="Si no está de acuerdo" id="objetar">
                <FormularioObjecion
                  {...lugar}
                  accion={objetarVersion}
                  huella={huella}
                  identidad={identidad}
                />
              </Tarjeta>
            </>
          )}

          {llena && editable && !datos.enviado && (
            <section className="flex flex-col gap-6" aria-labelledby="enviar">
              <h2 id="enviar" className="text-2xl">
                Aprobación
              </h2>
              {faltas.length > 0 ? (
                <FaltasPorCorregir {...lugar} faltas={faltas} tarde={tarde !== null} />
              ) : (
                <>
                  {!tarde && (
                    <Tarjeta titulo="Firmar en la plataforma" nivel={3}>
                      <BotonEnviar
                        {...lugar}
                        accion={enviar}
                        integrantes={votos.length}
                        necesarias={datos.necesarias}
                        exigePresidencia={datos.regla.exigePresidencia}
                      />
                    </Tarjeta>
                  )}
                  {huella && (
                    <ActaEnPapel abierta={tarde !== null}>
                      <p className="mb-4 max-w-lectura text-texto-suave">
                        Si el Comité firmó fuera de la plataforma, adjunte el acta escaneada y sus datos. Debe
                        aprobar {conArticulo} tal como está aquí.
                      </p>
                      <FormularioPapel
                        {...lugar}
                        accion={registrarPapel}
                        huella={huella}
                        comite={votos.map(({ usuarioId, nombre: quien, cargo, area }) => ({
                          clave: usuarioId,
                          nombre: quien,
                          cargo: cargo ?? "",
                          area: area ?? "",
                        }))}
                        declara={datos.declaraCoherencia}
                        hasta={
                          materia === "plan" ? ejercicioDe(anio).limiteActaPlan : ejercicioDe(anio).cierre
                        }
                        ejercicio={anio}
                      />
                    </ActaEnPapel>
                  )}
                </>
              )}
            </section>
          )}

          {llena && (estado === "en_firma" || estado === "aprobada") && (
            <section className="flex flex-col gap-3" aria-labelledby="abrir">
              <h2 id="abrir" className="text-2xl">
                Si hay que corregir algo
              </h2>
              {datos.noSeAbre ? (
                <p className="max-w-lectura text-texto-suave">{datos.noSeAbre}</p>
              ) : (
                <div>
                  <BotonAbrir
                    {...lugar}
                    accion={abrir}
                    firmas={datos.firmasVivas}
                    hayActa={acta !== null}
                    tarde={tarde !== null}
                  />
                </div>
              )}
            </section>
          )}

          <Historia versiones={datos.historia} actas={datos.actasAnuladas} />
        </div>
      </PaginaObservada>
    );
  },
});
