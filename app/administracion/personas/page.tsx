import { Boton } from "@/components/ui/boton";
import { BotonConfirmado } from "@/components/ui/boton-confirmado";
import { Encabezado } from "@/components/ui/encabezado";
import { EntradaTexto } from "@/components/ui/entrada-texto";
import { Etiqueta } from "@/components/ui/etiqueta";
import { FormularioBusqueda } from "@/components/ui/formulario-busqueda";
import { textoInstante } from "@/components/ui/instante";
import { Paginacion } from "@/components/ui/paginacion";
import { Tabla } from "@/components/ui/tabla";
import { Vacio } from "@/components/ui/vacio";
import { busquedaDeLista, hrefDeLista } from "@/lib/borde/listado";
import { definirPagina } from "@/lib/borde/pagina";
import { personas } from "@/lib/casos/administracion/persona";
import { ROLES, type Rol } from "@/lib/flujo/permiso";
import { cambiarActividad, cerrarSusSesiones } from "./acciones";

export const metadata = { title: "Cuentas" };

export default definirPagina({
  permiso: "usuario.administrar",
  busqueda: busquedaDeLista,
  cargar: (ctx, { busqueda }) => personas(ctx, busqueda),
  ver: ({ ctx: { actor }, datos, busqueda: { texto, pagina } }) => (
    <div className="flex flex-col gap-6">
      <Encabezado
        titulo="Cuentas"
        bajada="Todas las cuentas de la plataforma, sus funciones y sus sesiones."
      />
      <search>
        <FormularioBusqueda pedido={texto} className="flex flex-wrap items-end gap-3">
          <div className="min-w-0 flex-1 basis-72">
            <EntradaTexto
              id="texto"
              name="texto"
              type="search"
              etiqueta="Buscar por nombre o correo"
              defaultValue={texto}
            />
          </div>
          <Boton type="submit" variante="secundario" icono="buscar">
            Buscar
          </Boton>
        </FormularioBusqueda>
      </search>
      <Tabla
        titulo="Cuentas"
        tituloOculto
        filas={datos.personas}
        clave={(fila) => fila.id}
        vacia={
          <Vacio titulo="Nadie coincide con la búsqueda">
            Pruebe con otra parte del nombre o del correo.
          </Vacio>
        }
        columnas={[
          {
            id: "nombre",
            titulo: "Nombre",
            encabezaFila: true,
            celda: (fila) => (
              <>
                {fila.nombre} {!fila.activo && <Etiqueta>Desactivada</Etiqueta>}
                <span className="block font-normal break-all text-texto-suave">{fila.correo}</span>
              </>
            ),
          },
          {
            id: "funciones",
            titulo: "Funciones",
            celda: (fila) =>
              fila.funciones.length === 0 ? (
                "—"
              ) : (
                <ul>
                  {fila.funciones.map(({ rol, institucion }) => (
                    <li key={`${rol} ${institucion}`}>
                      {ROLES[rol as Rol].nombre}
                      {institucion && <span className="text-texto-suave">, {institucion}</span>}
                    </li>
                  ))}
                </ul>
              ),
          },
          {
            id: "ingreso",
            titulo: "Último ingreso",
            celda: (fila) => (fila.ultimoIngresoEn ? textoInstante(fila.ultimoIngresoEn) : "Nunca"),
          },
          {
            id: "acciones",
            titulo: "Acciones",
            celda: (fila) => (
              <div className="flex flex-wrap gap-1">
                {fila.sesionesAbiertas > 0 && (
                  <BotonConfirmado
                    accion={cerrarSusSesiones}
                    entrada={{ usuario: fila.id }}
                    texto="Cerrar sesiones"
                    nombre={`de ${fila.nombre}`}
                    titulo={`¿Cerrar las sesiones de ${fila.nombre}?`}
                    explicacion="Deberá ingresar de nuevo en todos sus equipos."
                    hecho={`Se cerraron las sesiones de ${fila.nombre}.`}
                  />
                )}
                {fila.id !== actor.usuarioId && (
                  <BotonConfirmado
                    accion={cambiarActividad}
                    entrada={{ usuario: fila.id, activo: !fila.activo }}
                    texto={fila.activo ? "Desactivar" : "Reactivar"}
                    nombre={`la cuenta de ${fila.nombre}`}
                    titulo={
                      fila.activo
                        ? `¿Desactivar la cuenta de ${fila.nombre}?`
                        : `¿Reactivar la cuenta de ${fila.nombre}?`
                    }
                    explicacion={
                      fila.activo
                        ? "No podrá ingresar y sus sesiones se cierran ahora. Lo que hizo se conserva."
                        : "Podrá ingresar otra vez con la clave que tenía."
                    }
                    hecho={fila.activo ? "La cuenta quedó desactivada." : "La cuenta quedó activa."}
                  />
                )}
              </div>
            ),
          },
        ]}
      />
      <Paginacion
        pagina={pagina}
        paginas={datos.paginas}
        hrefDe={(n) => hrefDeLista("/administracion/personas", { texto, pagina: n })}
        resumen={`${datos.total} ${datos.total === 1 ? "cuenta" : "cuentas"}`}
      />
    </div>
  ),
});
