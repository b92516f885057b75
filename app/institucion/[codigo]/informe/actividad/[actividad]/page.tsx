import { z } from "zod";
import { CampoLargo } from "@/components/formulario/campos";
import { CambiosAprobados } from "@/components/informe/cambios-aprobados";
import { Cumplimiento } from "@/components/informe/cumplimiento";
import { EntrePaginas } from "@/components/informe/entre-paginas";
import { EstadoDelInforme } from "@/components/informe/estado";
import { CampoFormatos } from "@/components/informe/formatos";
import { LoQueFalta } from "@/components/informe/lo-que-falta";
import { Pregunta } from "@/components/informe/pregunta";
import { ResponderSinCambios } from "@/components/informe/sin-cambios";
import { describirContenido } from "@/components/plan/describir";
import { TextoPlan } from "@/components/plan/tarjeta-componente";
import { Alerta } from "@/components/ui/alerta";
import { Encabezado } from "@/components/ui/encabezado";
import { Enlace } from "@/components/ui/enlace";
import { Etiqueta } from "@/components/ui/etiqueta";
import { Migas } from "@/components/ui/migas";
import { Tarjeta } from "@/components/ui/tarjeta";
import { definirPaginaInstitucion } from "@/lib/borde/pagina";
import { type ActividadVista, leerActividad } from "@/lib/casos/informe/actividad";
import { palabrasDe } from "@/lib/casos/informe/registro";
import type { Actividad } from "@/lib/expediente/formato";
import { conTexto } from "@/lib/expediente/texto";
import { escribirLugar } from "@/lib/flujo/campo";
import { conDestino } from "@/lib/flujo/destino";
import { COMPONENTES_RELACIONADOS, NOMBRES_COMPONENTE } from "@/lib/guia/e3-2025/valores";
import { PaginaObservada } from "../../../observado";
import { faltasPorPagina, listaDe, rutaDeActividad, rutaDeIndicador, siNoDe, textoDe } from "../../presentar";
import { parteDeRuta } from "../../ruta";

export const metadata = { title: "Ejecución de la actividad" };

export default definirPaginaInstitucion({
  permiso: "informe.ver",
  params: z.object({ actividad: parteDeRuta }),
  cargar: (ctx, { params }) => leerActividad(ctx, params),
  ver: ({ ctx, datos }) => {
    const { codigo } = ctx.institucion;
    const base = `/institucion/${codigo}/informe`;
    const { informe, actividad, anterior, siguiente, cambios } = datos;
    const suyas =
      faltasPorPagina(informe.faltas, informe.expediente).get(
        `/informe/actividad/${encodeURIComponent(actividad.id)}`,
      ) ?? [];
    const vecino = (otra: Actividad | null) =>
      otra && { texto: `actividad ${otra.id}`, href: rutaDeActividad(codigo, otra.id) };
    return (
      <PaginaObservada ctx={ctx}>
        <Migas
          migas={[{ texto: "Informe de implementación", href: base }, { texto: `Actividad ${actividad.id}` }]}
        />
        <Encabezado titulo={`Actividad ${actividad.id}`} bajada={actividad.descripcion} />
        <EstadoDelInforme codigo={codigo} {...informe} />
        <Cumplimiento estado={datos.estado} razones={datos.razones} />
        <Ejecucion {...datos} />
        <Componentes {...datos} />
        {cambios.length > 0 && (
          <Tarjeta titulo="Cambios que el plan ya trae justificados">
            <p className="mb-2 max-w-lectura text-texto-suave">
              Se informan con la justificación que se dio en junio. No se vuelven a pedir.
            </p>
            <CambiosAprobados cambios={cambios} />
          </Tarjeta>
        )}
        <Evidencia {...datos} />
        <Indicadores codigo={codigo} actividad={actividad} />
        <LoQueFalta faltas={conDestino(suyas, informe.expediente, codigo)} />
        <EntrePaginas
          etiqueta="Otras actividades"
          anterior={vecino(anterior)}
          siguiente={vecino(siguiente)}
          volver={base}
        />
      </PaginaObservada>
    );
  },
});

function Ejecucion({ informe, actividad, valores }: ActividadVista) {
  const bloqueado = !informe.puedeLlenar;
  const deActividad = (campo: string) => escribirLugar({ grupo: "actividad", clave: [actividad.id], campo });
  const tramites = conTexto(actividad.tramites);
  const [ejecutada, explicacion] = [deActividad("ejecutadaSegunDescripcion"), deActividad("explicacion")];
  return (
    <Tarjeta titulo="Ejecución y trámites">
      <div className="flex flex-col gap-6">
        <Pregunta
          {...palabrasDe("actividad", "ejecutadaSegunDescripcion")}
          lugar={ejecutada}
          valor={siNoDe(valores, ejecutada)}
          bloqueado={bloqueado}
          exige={false}
          texto={{
            ...palabrasDe("actividad", "explicacion"),
            lugar: explicacion,
            valor: textoDe(valores, explicacion),
          }}
        />
        {tramites.length === 0 && (
          <p className="text-texto-suave">La actividad no tiene trámites declarados en el plan.</p>
        )}
        {tramites.map((tramite) => {
          const lugar = (campo: string) =>
            escribirLugar({ grupo: "tramite", clave: [actividad.id, tramite], campo });
          return (
            // Who arrives at the question sees which trámite it is about.
            <div key={tramite} className="border-t border-borde pt-4 [&_fieldset]:scroll-mt-24">
              <h3 className="mb-2 max-w-lectura text-base">Trámite: {tramite}</h3>
              <Pregunta
                {...palabrasDe("tramite", "vinculado")}
                ayuda={undefined}
                lugar={lugar("vinculado")}
                valor={siNoDe(valores, lugar("vinculado"))}
                bloqueado={bloqueado}
                exige={false}
                texto={{
                  ...palabrasDe("tramite", "explicacion"),
                  lugar: lugar("explicacion"),
                  valor: textoDe(valores, lugar("explicacion")),
                }}
              />
            </div>
          );
        })}
      </div>
    </Tarjeta>
  );
}

function Componentes({ informe, actividad, valores, ajustados }: ActividadVista) {
  const { etiqueta, guia } = palabrasDe("componente", "modificado");
  const respuestas = COMPONENTES_RELACIONADOS.map((componente) => {
    const lugar = escribirLugar({
      grupo: "componente",
      clave: [actividad.id, componente],
      campo: "modificado",
    });
    return { lugar, valor: siNoDe(valores, lugar) };
  });
  return (
    <Tarjeta
      titulo="Componentes relacionados, respecto del plan ajustado a junio"
      acciones={informe.puedeLlenar && <ResponderSinCambios respuestas={respuestas} />}
    >
      <div className="flex flex-col divide-y divide-borde">
        {COMPONENTES_RELACIONADOS.map((componente, i) => {
          const lugar = (campo: string) =>
            escribirLugar({ grupo: "componente", clave: [actividad.id, componente], campo });
          const contenido = componente === "areasResponsables" ? actividad : (actividad[componente] ?? null);
          return (
            <div key={componente} className="grid gap-x-6 gap-y-3 py-4 first:pt-0 last:pb-0 lg:grid-cols-2">
              <div className="min-w-0">
                <h3 className="flex flex-wrap items-center gap-2 text-base">
                  {NOMBRES_COMPONENTE[componente]}
                  {ajustados.includes(componente) && <Etiqueta tono="info">Ajustado en junio</Etiqueta>}
                </h3>
                <p className="text-sm text-texto-suave">Plan 2025</p>
                <TextoPlan texto={describirContenido(componente, contenido)} />
              </div>
              <Pregunta
                etiqueta={
                  <>
                    {etiqueta}
                    <span className="sr-only"> {NOMBRES_COMPONENTE[componente]}</span>
                  </>
                }
                guia={i === 0 ? guia : undefined}
                lugar={lugar("modificado")}
                valor={siNoDe(valores, lugar("modificado"))}
                bloqueado={!informe.puedeLlenar}
                exige
                texto={{
                  ...palabrasDe("componente", "justificacion"),
                  lugar: lugar("justificacion"),
                  valor: textoDe(valores, lugar("justificacion")),
                }}
              />
            </div>
          );
        })}
      </div>
    </Tarjeta>
  );
}

function Evidencia({ informe, actividad, valores }: ActividadVista) {
  const bloqueado = !informe.puedeLlenar;
  const lugar = (campo: string) => escribirLugar({ grupo: "actividad", clave: [actividad.id], campo });
  return (
    <Tarjeta titulo="Medio de verificación">
      <div className="flex flex-col gap-6">
        <Alerta titulo="La evidencia no se carga aquí: su institución debe guardarla">
          La plataforma recibe solo su descripción y sus formatos. Los documentos quedan en la institución,
          que debe conservarlos y poder mostrarlos si se los piden.
        </Alerta>
        <CampoLargo
          {...palabrasDe("actividad", "medioDescripcion")}
          lugar={lugar("medioDescripcion")}
          valor={textoDe(valores, lugar("medioDescripcion"))}
          bloqueado={bloqueado}
        />
        <CampoFormatos
          {...palabrasDe("actividad", "medioFormatos")}
          lugar={lugar("medioFormatos")}
          valor={listaDe(valores, lugar("medioFormatos"))}
          bloqueado={bloqueado}
        />
        <CampoLargo
          etiqueta="Dónde se guarda y quién responde por ella"
          ayuda="Nota interna de su institución, para encontrarla después. No se envía."
          opcional
          lugar={lugar("custodia")}
          valor={textoDe(valores, lugar("custodia"))}
          bloqueado={bloqueado}
        />
      </div>
    </Tarjeta>
  );
}

function Indicadores({ codigo, actividad }: { codigo: string; actividad: Actividad }) {
  const indicadores = actividad.indicadoresDesempeno ?? [];
  if (indicadores.length === 0) return null;
  return (
    <Tarjeta titulo="Sus indicadores de desempeño">
      <ul className="flex flex-col gap-1">
        {indicadores.map(({ id, nombre }) => (
          <li key={id}>
            <Enlace href={rutaDeIndicador(codigo, id)} className="enlace inline-block min-h-6 py-1">
              {id}. {nombre}
            </Enlace>
          </li>
        ))}
      </ul>
    </Tarjeta>
  );
}
