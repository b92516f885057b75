import { Certificado } from "@/app/institucion/[codigo]/revision/certificado";
import { Documentos } from "@/components/envio/documentos";
import { Encabezado } from "@/components/ui/encabezado";
import { Enlace } from "@/components/ui/enlace";
import { EnlaceBoton } from "@/components/ui/enlace-boton";
import { Etiqueta } from "@/components/ui/etiqueta";
import { Tabla } from "@/components/ui/tabla";
import { Tarjeta } from "@/components/ui/tarjeta";
import { Vacio } from "@/components/ui/vacio";
import { definirPaginaInstitucion } from "@/lib/borde/pagina";
import { type ActaVista, leerValidacion, type PaginaValidacion } from "@/lib/casos/validador/leer";
import { mostrarFecha, mostrarInstante } from "@/lib/expediente/fecha";
import { lecturaEnPalabras } from "@/lib/flujo/lecturaEnPalabras";
import { ESTADOS_ENVIO } from "@/lib/flujo/revision";

export const metadata = { title: "Validación externa" };

/** One assigned institution: final versions with their documents, acts, decision, trail, and what was read so far. */
export default definirPaginaInstitucion({
  permiso: "validacion.ver",
  cargar: leerValidacion,
  ver: ({ ctx: { institucion }, datos }) => {
    const { codigo, nombre } = institucion;
    const [ultima] = datos.versiones;
    return (
      <div className="flex flex-col gap-6">
        <Encabezado
          antetitulo="Validación externa"
          titulo={nombre}
          bajada={`Lo que la institución envió a la ronda final de ${datos.anio}. Cada lectura queda en su bitácora.`}
          acciones={
            <EnlaceBoton href={`/institucion/${codigo}/bitacora`} variante="secundario">
              Leer la bitácora
            </EnlaceBoton>
          }
        />
        {!ultima && <Vacio titulo="La institución todavía no envía su expediente" />}
        {datos.decision && <Certificado decision={datos.decision} codigo={codigo} />}
        {ultima && (
          <>
            <Versiones datos={datos} codigo={codigo} />
            <Tarjeta titulo={`Documentos de la versión ${ultima.version}`} id="documentos">
              <Documentos institucion={codigo} version={ultima.version} />
            </Tarjeta>
            <Actas actas={datos.actas} version={ultima.version} />
          </>
        )}
        <Tabla
          titulo="Sus últimas lecturas de esta institución"
          filas={datos.lecturas.map((lectura, i) => ({ ...lectura, id: i }))}
          clave={({ id }) => id}
          vacia="Todavía no hay lecturas anteriores."
          columnas={[
            { id: "cuando", titulo: "Cuándo", celda: ({ leidaEn }) => mostrarInstante(leidaEn) },
            {
              id: "que",
              titulo: "Qué",
              encabezaFila: true,
              celda: ({ que }) => lecturaEnPalabras(que) ?? <span className="break-all">{que}</span>,
            },
          ]}
        />
      </div>
    );
  },
});

function Versiones({ datos, codigo }: { datos: PaginaValidacion; codigo: string }) {
  const base = `/institucion/${codigo}/documento`;
  return (
    <Tabla
      titulo="Versiones de la ronda final"
      filas={datos.versiones}
      clave={({ version }) => version}
      columnas={[
        {
          id: "version",
          titulo: "Versión",
          encabezaFila: true,
          celda: ({ id, version }) => (
            <Enlace href={`/revision/${id}`} className="enlace">
              Leer la versión {version}
            </Enlace>
          ),
        },
        {
          id: "estado",
          titulo: "Estado",
          celda: ({ estado }) => <Etiqueta>{ESTADOS_ENVIO[estado].nombre}</Etiqueta>,
        },
        { id: "enviada", titulo: "Enviada", celda: ({ enviadoEn }) => mostrarInstante(enviadoEn) },
        {
          id: "codigo",
          titulo: "Código",
          celda: ({ codigo: suyo }) => <span className="font-mono">{suyo}</span>,
        },
        {
          id: "paquete",
          titulo: "Documentos",
          celda: ({ version }) => (
            <a
              className="enlace inline-flex min-h-11 items-center"
              href={`${base}/paquete.zip?version=${version}`}
            >
              Descargar el paquete<span className="sr-only"> de la versión {version}</span>
            </a>
          ),
        },
      ]}
    />
  );
}

function Actas({ actas, version }: { actas: readonly ActaVista[]; version: number }) {
  return (
    <Tabla
      titulo={`Actas del Comité en la versión ${version}`}
      filas={actas}
      clave={({ que }) => que}
      vacia="La versión no trae actas."
      columnas={[
        {
          id: "que",
          titulo: "Acta",
          encabezaFila: true,
          celda: ({ que, numero }) => `${numero}: ${que.toLowerCase()}`,
        },
        { id: "fecha", titulo: "Fecha", celda: ({ fecha }) => mostrarFecha(fecha) },
        {
          id: "asistentes",
          titulo: "Asistentes",
          celda: ({ asistentes }) => (
            <ul>
              {asistentes.map(({ nombre, cargo }, i) => (
                <li key={i}>
                  {nombre}, {cargo}
                </li>
              ))}
            </ul>
          ),
        },
        {
          id: "huella",
          titulo: "Huella aprobada",
          celda: ({ huella }) => <span className="font-mono text-sm break-all">{huella}</span>,
        },
      ]}
    />
  );
}
