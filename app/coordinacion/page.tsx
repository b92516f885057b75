import { z } from "zod";
import { Encabezado } from "@/components/ui/encabezado";
import { Enlace } from "@/components/ui/enlace";
import { EnlaceBoton } from "@/components/ui/enlace-boton";
import { EntradaTexto } from "@/components/ui/entrada-texto";
import { estiloBoton } from "@/components/ui/estilo-boton";
import { Etiqueta } from "@/components/ui/etiqueta";
import { Icono } from "@/components/ui/iconos";
import { Paginacion } from "@/components/ui/paginacion";
import { Seleccion } from "@/components/ui/seleccion";
import { Tabla } from "@/components/ui/tabla";
import { Vacio } from "@/components/ui/vacio";
import { definirPagina } from "@/lib/borde/pagina";
import {
  ETAPAS,
  type Etapa,
  type InstitucionEnTablero,
  leerInicioCoordinacion,
} from "@/lib/casos/precarga/tablero";

export const metadata = { title: "Coordinación" };

const POR_PAGINA = 50;

const TONOS: Partial<Record<Etapa, "info" | "exito" | "advertencia" | "error">> = {
  sin_plan: "advertencia",
  plan_objetado: "advertencia",
  plan_aprobado: "exito",
  informe_aprobado: "exito",
  enviado: "info",
  observado: "advertencia",
  validado: "exito",
  no_validado: "error",
};

const sinTildes = (texto: string) => texto.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

export default definirPagina({
  permiso: "plan.precargar",
  cargar: leerInicioCoordinacion,
  busqueda: z.object({
    texto: z.string().max(200).catch(""),
    etapa: z
      .enum(Object.keys(ETAPAS) as [Etapa, ...Etapa[]])
      .or(z.literal(""))
      .catch(""),
    pagina: z.coerce.number().int().min(1).catch(1),
  }),
  ver: ({ datos: { ejercicio, instituciones }, busqueda: { texto, etapa, pagina } }) => {
    const buscado = sinTildes(texto.trim());
    const halladas = instituciones.filter(
      (fila) =>
        (etapa === "" || fila.etapa === etapa) &&
        sinTildes(`${fila.codigo} ${fila.nombre} ${fila.ministerio}`).includes(buscado),
    );
    const paginas = Math.max(1, Math.ceil(halladas.length / POR_PAGINA));
    const actual = Math.min(pagina, paginas);
    const cuentas = Map.groupBy(instituciones, (fila) => fila.etapa);
    return (
      <div className="flex flex-col gap-6">
        <Encabezado
          antetitulo="Red de Expertos"
          titulo="Coordinación"
          bajada={`Dónde está cada institución en ${ejercicio.anio}.`}
          acciones={
            <>
              <EnlaceBoton href="/coordinacion/precarga" icono="subir">
                Cargar planes
              </EnlaceBoton>
              <EnlaceBoton href="/coordinacion/prorrogas" variante="secundario" icono="calendario">
                Prórrogas
              </EnlaceBoton>
            </>
          }
        />
        <search aria-label="Instituciones">
          <form method="get" className="flex flex-wrap items-end gap-4">
            <div className="min-w-0 flex-1 basis-60">
              <EntradaTexto
                id="texto"
                name="texto"
                type="search"
                etiqueta="Nombre, código o ministerio"
                defaultValue={texto}
              />
            </div>
            <div className="min-w-0 flex-1 basis-60">
              <Seleccion
                id="etapa"
                name="etapa"
                etiqueta="Etapa"
                vacia={`Todas (${instituciones.length})`}
                defaultValue={etapa}
                opciones={[...cuentas].map(([valor, filas]) => ({
                  valor,
                  texto: `${ETAPAS[valor]} (${filas.length})`,
                }))}
              />
            </div>
            <button type="submit" className={estiloBoton("secundario")}>
              <Icono nombre="buscar" />
              Buscar
            </button>
          </form>
        </search>
        <Tabla
          titulo={halladas.length === 1 ? "1 institución" : `${halladas.length} instituciones`}
          filas={halladas.slice((actual - 1) * POR_PAGINA, actual * POR_PAGINA)}
          clave={({ codigo }) => codigo}
          vacia={
            instituciones.length === 0 ? (
              <Vacio titulo="No hay instituciones activas">
                Créelas en <Enlace href="/administracion/instituciones">Instituciones</Enlace>.
              </Vacio>
            ) : (
              <Vacio titulo="Ninguna coincide">Cambie lo que busca, o elija todas las etapas.</Vacio>
            )
          }
          columnas={COLUMNAS}
        />
        {paginas > 1 && (
          <Paginacion
            pagina={actual}
            paginas={paginas}
            hrefDe={(n) => `/coordinacion?${new URLSearchParams({ texto, etapa, pagina: String(n) })}`}
          />
        )}
      </div>
    );
  },
});

const COLUMNAS = [
  {
    id: "institucion",
    titulo: "Institución",
    encabezaFila: true,
    celda: ({ codigo, nombre, ministerio }: InstitucionEnTablero) => (
      <>
        <Enlace href={`/institucion/${codigo}`}>{nombre}</Enlace>
        <span className="block text-sm font-normal text-texto-suave">
          {codigo} · {ministerio}
        </span>
      </>
    ),
  },
  {
    id: "etapa",
    titulo: "Etapa",
    celda: ({ etapa, prorrogas }: InstitucionEnTablero) => (
      <>
        <Etiqueta tono={TONOS[etapa] ?? "neutro"}>{ETAPAS[etapa]}</Etiqueta>
        {prorrogas > 0 && <span className="block text-sm text-texto-suave">Con prórroga</span>}
      </>
    ),
  },
  {
    id: "avance",
    titulo: "Elementos con decisión",
    alinear: "derecha" as const,
    celda: ({ etapa, decididas, elementos }: InstitucionEnTablero) =>
      etapa === "sin_plan" ? "—" : `${decididas} de ${elementos}`,
  },
  {
    id: "ir",
    titulo: "Ir a",
    celda: ({ codigo, nombre }: InstitucionEnTablero) => (
      <span className="flex flex-wrap gap-x-4 gap-y-1">
        <Enlace href={`/institucion/${codigo}/plan`}>
          Plan<span className="sr-only"> de {nombre}</span>
        </Enlace>
        <Enlace href={`/institucion/${codigo}/personas`}>
          Personas<span className="sr-only"> de {nombre}</span>
        </Enlace>
      </span>
    ),
  },
];
