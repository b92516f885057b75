import { Dupla } from "@/components/grupo/dupla";
import { FormularioAusencia, FormularioGrupo } from "@/components/grupo/formularios";
import { BotonConfirmado } from "@/components/ui/boton-confirmado";
import { BuscarAqui } from "@/components/ui/buscar-aqui";
import { Encabezado } from "@/components/ui/encabezado";
import { Enlace } from "@/components/ui/enlace";
import { EnlaceBoton } from "@/components/ui/enlace-boton";
import { enChile } from "@/components/ui/instante";
import { Paginacion } from "@/components/ui/paginacion";
import { Tabla } from "@/components/ui/tabla";
import { Tarjeta } from "@/components/ui/tarjeta";
import { Vacio } from "@/components/ui/vacio";
import { busquedaDeLista, hrefDeLista, numeroDePagina } from "@/lib/borde/listado";
import { definirPagina } from "@/lib/borde/pagina";
import { leerGrupos } from "@/lib/casos/grupo/leer";
import { ausentarRevisor, crearGrupo, terminarAusencia } from "./acciones";

export const metadata = { title: "Grupos y duplas" };

const ultimoDia = (hasta: Date) => enChile(new Date(hasta.getTime() - 1)).fecha;

export default definirPagina({
  permiso: "grupo.administrar",
  busqueda: busquedaDeLista.extend({
    personas: numeroDePagina,
  }),
  cargar: (ctx, { busqueda }) => leerGrupos(ctx, busqueda),
  ver: ({ ctx, datos, busqueda: { texto } }) => {
    const { ejercicio, grupos, revisores, ausencias } = datos;
    const hrefDe = (pagina: number, personas: number) =>
      hrefDeLista("/coordinacion/grupos", { texto, pagina, personas });
    return (
      <div className="flex flex-col gap-9">
        <Encabezado
          antetitulo="Coordinación"
          titulo="Grupos y duplas"
          bajada={`Quién revisa a cada institución en ${ejercicio.anio}, cuánto tiene cada persona en sus manos y quién cubre a quien se ausenta.`}
          acciones={
            <EnlaceBoton href="/coordinacion/grupos/mover" variante="secundario" icono="institucion">
              Mover instituciones
            </EnlaceBoton>
          }
        />
        <BuscarAqui
          nombre="Grupos y personas"
          etiqueta="Grupo, o alguien de su dupla"
          texto={texto}
          quitar="/coordinacion/grupos"
        />
        <Tabla
          titulo={grupos.total === 1 ? "1 grupo" : `${grupos.total} grupos`}
          filas={grupos.filas}
          clave={({ id }) => id}
          vacia={
            texto !== "" ? (
              <Vacio titulo="Ningún grupo coincide">Cambie lo que busca.</Vacio>
            ) : (
              <Vacio titulo="Todavía no hay grupos">Cree el primero con el formulario de más abajo.</Vacio>
            )
          }
          columnas={[
            {
              id: "grupo",
              titulo: "Grupo",
              encabezaFila: true,
              celda: ({ id, nombre }) => <Enlace href={`/coordinacion/grupos/${id}`}>{nombre}</Enlace>,
            },
            { id: "dupla", titulo: "Dupla", celda: ({ dupla }) => <Dupla dupla={dupla} /> },
            {
              id: "n",
              titulo: "Instituciones",
              alinear: "derecha",
              celda: ({ instituciones }) => instituciones,
            },
            {
              id: "asignadas",
              titulo: "Con persona asignada",
              alinear: "derecha",
              celda: ({ asignadas }) => asignadas,
            },
            { id: "abrir", titulo: "Por abrir", alinear: "derecha", celda: ({ porAbrir }) => porAbrir },
            {
              id: "revision",
              titulo: "En revisión",
              alinear: "derecha",
              celda: ({ enRevision }) => enRevision,
            },
          ]}
        />
        {grupos.paginas > 1 && (
          <Paginacion
            pagina={grupos.pagina}
            paginas={grupos.paginas}
            hrefDe={(n) => hrefDe(n, revisores.pagina)}
            resumen={`${grupos.total} grupos`}
          />
        )}
        <Tarjeta titulo="Crear un grupo">
          <FormularioGrupo accion={crearGrupo} />
        </Tarjeta>
        <Tabla
          titulo="Carga de cada persona revisora"
          filas={revisores.filas}
          clave={({ id }) => id}
          vacia={
            texto !== "" ? (
              <Vacio titulo="Ninguna persona coincide">Cambie lo que busca.</Vacio>
            ) : (
              <Vacio titulo="No hay personas revisoras" icono="persona">
                Invítelas en <Enlace href="/administracion/red">Red</Enlace>.
              </Vacio>
            )
          }
          columnas={[
            {
              id: "nombre",
              titulo: "Persona",
              encabezaFila: true,
              celda: ({ nombre, correo }) => (
                <>
                  {nombre}
                  <span className="block text-sm font-normal break-all text-texto-suave">{correo}</span>
                </>
              ),
            },
            {
              id: "grupos",
              titulo: "Grupos",
              celda: ({ grupos: suyos }) => (suyos.length === 0 ? "Ninguno" : suyos.join(", ")),
            },
            {
              id: "n",
              titulo: "Instituciones",
              alinear: "derecha",
              celda: ({ instituciones }) => instituciones,
            },
            { id: "mano", titulo: "En sus manos", alinear: "derecha", celda: ({ asignadas }) => asignadas },
            { id: "abrir", titulo: "Por abrir", alinear: "derecha", celda: ({ porAbrir }) => porAbrir },
            {
              id: "revision",
              titulo: "En revisión",
              alinear: "derecha",
              celda: ({ enRevision }) => enRevision,
            },
            { id: "decididas", titulo: "Decididas", alinear: "derecha", celda: ({ decididas }) => decididas },
          ]}
        />
        {revisores.paginas > 1 && (
          <Paginacion
            pagina={revisores.pagina}
            paginas={revisores.paginas}
            hrefDe={(n) => hrefDe(grupos.pagina, n)}
            resumen={`${revisores.total} personas revisoras`}
          />
        )}
        <Tabla
          titulo="Ausencias vigentes y por venir"
          filas={ausencias}
          clave={({ id }) => id}
          vacia={
            <Vacio titulo="Nadie está ausente">Regístrelas antes, para que alguien cubra esos días.</Vacio>
          }
          columnas={[
            { id: "quien", titulo: "Persona", encabezaFila: true, celda: ({ nombre }) => nombre },
            {
              id: "dias",
              titulo: "Días",
              celda: ({ desde, hasta }) => `${enChile(desde).fecha} al ${ultimoDia(hasta)}`,
            },
            { id: "cubre", titulo: "Cubre", celda: ({ suplente }) => suplente ?? "Nadie" },
            {
              id: "acciones",
              titulo: "Acciones",
              celda: ({ id, nombre, desde }) => (
                <BotonConfirmado
                  accion={terminarAusencia}
                  entrada={{ ausencia: id }}
                  texto={desde <= ctx.ahora ? "Terminar" : "Quitar"}
                  nombre={`la ausencia de ${nombre}`}
                  titulo={`¿Terminar la ausencia de ${nombre}?`}
                  explicacion="Quien cubre deja de ver las instituciones de sus grupos desde ahora. Lo que revisó se conserva."
                  hecho="La ausencia terminó."
                  peligrosa={false}
                />
              ),
            },
          ]}
        />
        <Tarjeta titulo="Registrar una ausencia">
          <FormularioAusencia accion={ausentarRevisor} />
        </Tarjeta>
      </div>
    );
  },
});
