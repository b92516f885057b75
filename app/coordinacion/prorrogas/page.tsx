import { FormularioProrroga } from "@/components/prorroga/formulario-prorroga";
import { RevocarProrroga } from "@/components/prorroga/revocar";
import { BuscarAqui } from "@/components/ui/buscar-aqui";
import { Encabezado } from "@/components/ui/encabezado";
import { Enlace } from "@/components/ui/enlace";
import { Etiqueta } from "@/components/ui/etiqueta";
import { Paginacion } from "@/components/ui/paginacion";
import { Tabla } from "@/components/ui/tabla";
import { Tarjeta } from "@/components/ui/tarjeta";
import { Vacio } from "@/components/ui/vacio";
import { busquedaDeLista, hrefDeLista } from "@/lib/borde/listado";
import { definirPagina } from "@/lib/borde/pagina";
import { leerProrrogas } from "@/lib/casos/prorroga/listar";
import { mostrarInstante } from "@/lib/expediente/fecha";
import { otorgarProrroga, revocarProrroga } from "./acciones";

export const metadata = { title: "Prórrogas" };

const CUBRE = { ajuste: "Ajustes al plan", envio: "Envío del expediente" } as const;

export default definirPagina({
  permiso: "prorroga.otorgar",
  busqueda: busquedaDeLista,
  cargar: (ctx, { busqueda }) => leerProrrogas(ctx, busqueda),
  ver: ({ ctx, datos: { ejercicio, prorrogas }, busqueda: { texto } }) => (
    <div className="flex flex-col gap-6">
      <Encabezado
        titulo="Prórrogas"
        bajada={`Más tiempo para una institución en ${ejercicio.anio}, con su razón. La fecha límite del acta del Comité nunca cambia.`}
      />
      {(texto !== "" || prorrogas.paginas > 1) && (
        <BuscarAqui
          nombre="Prórrogas otorgadas"
          etiqueta="Nombre o código de la institución"
          texto={texto}
          quitar="/coordinacion/prorrogas"
        />
      )}
      <Tabla
        titulo="Otorgadas este año"
        filas={prorrogas.filas}
        clave={(fila) => fila.id}
        vacia={
          texto === "" ? (
            <Vacio titulo="No se ha otorgado ninguna">Use el formulario de abajo.</Vacio>
          ) : (
            <Vacio titulo="Ninguna coincide">Cambie lo que busca.</Vacio>
          )
        }
        columnas={[
          {
            id: "institucion",
            titulo: "Institución",
            encabezaFila: true,
            celda: ({ institucion }) => (
              <Enlace href={`/institucion/${institucion.codigo}`}>{institucion.nombre}</Enlace>
            ),
          },
          { id: "cubre", titulo: "Cubre", celda: ({ alcance }) => CUBRE[alcance] },
          { id: "hasta", titulo: "Hasta", celda: ({ hasta }) => mostrarInstante(hasta) },
          {
            id: "razon",
            titulo: "Razón",
            celda: ({ razon, otorgadaPor, otorgadaEn }) => (
              <>
                {razon}
                <span className="block text-sm text-texto-suave">
                  {otorgadaPor}, {mostrarInstante(otorgadaEn)}
                </span>
              </>
            ),
          },
          {
            id: "estado",
            titulo: "Estado",
            celda: ({ id, revocadaEn, motivoRevocacion, hasta, institucion }) =>
              revocadaEn ? (
                <>
                  <Etiqueta>Revocada</Etiqueta>
                  <span className="block text-sm text-texto-suave">
                    {mostrarInstante(revocadaEn)}. {motivoRevocacion}
                  </span>
                </>
              ) : hasta < ctx.ahora ? (
                <Etiqueta>Vencida</Etiqueta>
              ) : (
                <span className="flex flex-wrap items-center gap-2">
                  <Etiqueta tono="exito">Vigente</Etiqueta>
                  <RevocarProrroga accion={revocarProrroga} prorroga={id} institucion={institucion.nombre} />
                </span>
              ),
          },
        ]}
      />
      {prorrogas.paginas > 1 && (
        <Paginacion
          pagina={prorrogas.pagina}
          paginas={prorrogas.paginas}
          hrefDe={(n) => hrefDeLista("/coordinacion/prorrogas", { texto, pagina: n })}
          resumen={`${prorrogas.total} prórrogas`}
        />
      )}
      <Tarjeta titulo="Otorgar una prórroga">
        <FormularioProrroga accion={otorgarProrroga} />
      </Tarjeta>
    </div>
  ),
});
