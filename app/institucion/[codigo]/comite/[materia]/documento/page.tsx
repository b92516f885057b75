import { z } from "zod";
import { DocumentoEnPantalla, idDeSeccion } from "@/components/comite/documento";
import { Encabezado } from "@/components/ui/encabezado";
import { Enlace } from "@/components/ui/enlace";
import { EnlaceBoton } from "@/components/ui/enlace-boton";
import { definirPaginaInstitucion } from "@/lib/borde/pagina";
import { documentoDe } from "@/lib/casos/comite/documento";
import { leerComite } from "@/lib/casos/comite/leer";
import { NOMBRES_MATERIA } from "@/lib/flujo/aprobacion";
import { exito } from "@/lib/flujo/resultado";

export const metadata = { title: "Documento del Comité" };

/** The whole document that the Committee signs, to be read from beginning to end on any screen. */
export default definirPaginaInstitucion({
  permiso: "plan.ver",
  params: z.object({ materia: z.enum(["plan", "informe"]) }),
  cargar: async (ctx, { params: { materia } }) => {
    const leido = await leerComite(ctx, materia);
    if (!leido.ok) return leido;
    const { version, huella, estado, expediente } = leido.valor;
    return exito({ version, huella, estado, secciones: documentoDe(materia, expediente) });
  },
  ver: ({ ctx: { institucion }, params: { materia }, datos: { version, huella, estado, secciones } }) => {
    const base = `/institucion/${institucion.codigo}/comite/${materia}`;
    const deVuelta = estado === "en_firma" ? "Volver a la página de firma" : "Volver a la página del Comité";
    return (
      <div className="flex flex-col gap-9">
        <Encabezado
          antetitulo={institucion.nombre}
          titulo={NOMBRES_MATERIA[materia].nombre}
          bajada={
            version === null ? "Como está hoy en la plataforma." : `Versión ${version} enviada al Comité.`
          }
          acciones={
            <EnlaceBoton
              href={`${base}/documento.pdf`}
              prefetch={false}
              variante="secundario"
              icono="descargar"
            >
              Descargar en PDF
            </EnlaceBoton>
          }
        />
        <nav aria-label="Índice del documento" className="no-imprimir">
          <ol className="flex flex-col">
            {secciones.map(({ titulo }, i) => (
              <li key={titulo}>
                <a className="enlace inline-flex min-h-11 items-center" href={`#${idDeSeccion(`${i + 1}`)}`}>
                  {i + 1}. {titulo}
                </a>
              </li>
            ))}
          </ol>
        </nav>
        <DocumentoEnPantalla secciones={secciones} />
        {huella && (
          <p className="text-sm text-texto-suave">
            Huella SHA-256: <span className="font-mono break-all">{huella}</span>
          </p>
        )}
        <p className="no-imprimir">
          <Enlace href={estado === "en_firma" ? `${base}#firmar` : base}>{deVuelta}</Enlace>
        </p>
      </div>
    );
  },
});
