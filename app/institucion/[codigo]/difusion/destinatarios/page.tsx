import { z } from "zod";
import { enPalabras } from "@/components/archivo/tamano";
import { ConfirmarListado } from "@/components/difusion/confirmar-listado";
import { RevisionListado } from "@/components/difusion/revision-listado";
import { SubirListado } from "@/components/difusion/subir-listado";
import { Alerta } from "@/components/ui/alerta";
import { Encabezado } from "@/components/ui/encabezado";
import { Enlace } from "@/components/ui/enlace";
import { EnlaceBoton } from "@/components/ui/enlace-boton";
import { Paginacion } from "@/components/ui/paginacion";
import { Tabla } from "@/components/ui/tabla";
import { Tarjeta } from "@/components/ui/tarjeta";
import { Vacio } from "@/components/ui/vacio";
import { definirPaginaInstitucion } from "@/lib/borde/pagina";
import { type ListaDestinatarios, leerDestinatariosGuardados } from "@/lib/casos/difusion/destinatarios";
import { revisarListado } from "@/lib/casos/difusion/listado";
import { exito } from "@/lib/flujo/resultado";
import { CALIDADES_JURIDICAS, GRUPOS, type Grupo } from "@/lib/guia/e3-2025/valores";
import { PaginaObservada } from "../../observado";
import { reemplazar } from "../acciones";

export const metadata = { title: "Destinatarios de la difusión" };

const CODIGOS = Object.keys(GRUPOS) as [Grupo, ...Grupo[]];

/** To whom the report was disseminated: the list as it is kept, and a workbook under review when one was sent. */
export default definirPaginaInstitucion({
  permiso: "difusion.ver",
  busqueda: z.object({
    pagina: z.coerce.number().int().positive().catch(1),
    grupo: z.enum(CODIGOS).optional().catch(undefined),
    archivo: z.uuid().optional().catch(undefined),
  }),
  cargar: async (ctx, { busqueda: { pagina, grupo, archivo } }) => {
    const lista = await leerDestinatariosGuardados(ctx, { pagina, grupo: grupo ?? null });
    if (!lista.ok) return lista;
    // What cannot be read is told in its place, beside the list and the way to send another.
    const revision = archivo && lista.valor.puedeLlenar ? await revisarListado(ctx, { archivo }) : null;
    return exito({ lista: lista.valor, revision });
  },
  ver: ({ ctx, busqueda: { grupo }, datos: { lista, revision } }) => {
    const { institucion } = ctx;
    const base = `/institucion/${institucion.codigo}/difusion`;
    return (
      <PaginaObservada ctx={ctx}>
        <Encabezado
          antetitulo="Difusión del informe"
          titulo="Destinatarios"
          bajada="Personal (de planta, contrata, honorarios o código del trabajo, y de al menos dos áreas), directivos y Consejo de la Sociedad Civil. El personal subcontratado no se incluye."
        />
        <p className="no-imprimir">
          <Enlace href={base}>Volver a la difusión</Enlace>
        </p>
        {lista.cierre && (
          <Alerta tono="info" titulo="El listado no se puede modificar ahora">
            {lista.cierre}
          </Alerta>
        )}
        {revision && (
          <Tarjeta titulo="Revisión del libro que subió" id="revision">
            {revision.ok ? (
              <RevisionListado
                {...revision.valor}
                conteo={CODIGOS.map((codigo) => ({
                  grupo: GRUPOS[codigo],
                  cuantos: revision.valor.conteo[codigo],
                }))}
                marcado={`${base}/destinatarios/marcado/${revision.valor.archivo}`}
              >
                <ConfirmarListado
                  institucion={institucion.codigo}
                  archivo={revision.valor.archivo}
                  total={revision.valor.total}
                  errores={revision.valor.errores}
                  reemplaza={lista.conteo.total}
                  reemplazar={reemplazar}
                />
                <EnlaceBoton href={`${base}/destinatarios`} variante="sutil">
                  No guardarlo
                </EnlaceBoton>
              </RevisionListado>
            ) : (
              <Alerta tono="error" titulo="El libro no se pudo leer">
                {revision.falla.mensaje}
              </Alerta>
            )}
          </Tarjeta>
        )}
        {lista.puedeLlenar && (
          <Tarjeta titulo={lista.conteo.total > 0 ? "Reemplazar el listado" : "Subir el listado"}>
            <div className="flex flex-col gap-6">
              <div className="flex flex-col items-start gap-2">
                <p className="max-w-lectura">
                  Puede usar la planilla de la plataforma, o la suya si tiene columnas para el nombre, el
                  cargo, el grupo, la calidad jurídica y el área.
                </p>
                <EnlaceBoton
                  href={`${base}/destinatarios/plantilla.xlsx`}
                  prefetch={false}
                  variante="secundario"
                  icono="descargar"
                >
                  Descargar la planilla en blanco
                </EnlaceBoton>
              </div>
              <SubirListado institucion={institucion.codigo} />
            </div>
          </Tarjeta>
        )}
        <Listado lista={lista} base={base} grupo={grupo ?? null} codigo={institucion.codigo} />
      </PaginaObservada>
    );
  },
});

const nombreDe = (nombres: Readonly<Record<string, string>>, codigo: string | null) =>
  codigo === null ? "Sin informar" : Object.hasOwn(nombres, codigo) ? nombres[codigo] : codigo;

type PropsListado = { lista: ListaDestinatarios; base: string; grupo: Grupo | null; codigo: string };

function Listado({ lista, base, grupo, codigo }: PropsListado) {
  const { conteo, filas, pagina, paginas, listado } = lista;
  if (conteo.total === 0)
    return (
      <Vacio titulo="Todavía no hay destinatarios">
        {lista.puedeLlenar
          ? "Suba el listado y revíselo: recién al confirmarlo queda guardado."
          : "Aparecerán aquí cuando la contraparte suba el listado."}
      </Vacio>
    );
  const href = (filtro: Grupo | null, n = 1) => {
    const partes = new URLSearchParams({
      ...(filtro && { grupo: filtro }),
      ...(n > 1 && { pagina: `${n}` }),
    });
    return `${base}/destinatarios${partes.size > 0 ? `?${partes}` : ""}#listado-guardado`;
  };
  const filtros = [
    { filtro: null, texto: "Todos", cuantos: conteo.total },
    ...CODIGOS.map((codigo) => ({
      filtro: codigo,
      texto: GRUPOS[codigo],
      cuantos: conteo.grupos[codigo] ?? 0,
    })),
  ];
  return (
    <section id="listado-guardado" className="flex flex-col gap-4" aria-labelledby="guardado">
      <h2 id="guardado" className="text-2xl">
        Listado guardado
      </h2>
      {listado && (
        <p>
          Viene del libro{" "}
          <a className="enlace break-all" href={`/institucion/${codigo}/archivo/${listado.id}`}>
            {listado.nombre}
          </a>{" "}
          ({enPalabras(listado.tamano)}).
        </p>
      )}
      <nav aria-label="Grupos de destinatarios" className="no-imprimir">
        <ul className="flex flex-wrap gap-2">
          {filtros.map(({ filtro, texto, cuantos }) => (
            <li key={texto}>
              <Enlace
                href={href(filtro)}
                aria-current={filtro === grupo ? "page" : undefined}
                className={`inline-flex min-h-11 items-center rounded-sm border px-3 ${filtro === grupo ? "border-primario bg-tinte font-medium text-primario-hover" : "border-borde-control text-primario hover:bg-tinte hover:text-primario-hover"}`}
              >
                {texto} ({cuantos.toLocaleString("es-CL")})
              </Enlace>
            </li>
          ))}
        </ul>
      </nav>
      <details>
        <summary className="min-h-11 py-2 text-primario underline underline-offset-4">
          {conteo.areas.length === 1 ? "1 área" : `${conteo.areas.length.toLocaleString("es-CL")} áreas`} del
          personal
        </summary>
        <ul className="columns-1 gap-6 sm:columns-2">
          {conteo.areas.map(({ area, cuantos }) => (
            <li key={area} className="py-1">
              {area} ({cuantos.toLocaleString("es-CL")})
            </li>
          ))}
        </ul>
      </details>
      <Tabla
        titulo="Destinatarios"
        tituloOculto
        filas={filas}
        clave={({ orden }) => orden}
        vacia="Nadie en este grupo."
        columnas={[
          {
            id: "nombre",
            titulo: "Nombre",
            encabezaFila: true,
            celda: (fila) => fila.nombre ?? "Sin nombre",
          },
          { id: "cargo", titulo: "Cargo", celda: (fila) => fila.cargo ?? "Sin informar" },
          { id: "grupo", titulo: "Grupo", celda: (fila) => nombreDe(GRUPOS, fila.grupo) },
          {
            id: "calidad",
            titulo: "Calidad jurídica",
            celda: (fila) =>
              fila.calidadJuridica === null && fila.grupo !== "personal"
                ? "—"
                : nombreDe(CALIDADES_JURIDICAS, fila.calidadJuridica),
          },
          { id: "area", titulo: "Área", celda: (fila) => fila.area ?? "—" },
        ]}
      />
      <Paginacion pagina={pagina} paginas={paginas} hrefDe={(n) => href(grupo, n)} />
    </section>
  );
}
