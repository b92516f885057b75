import { BotonConfirmado } from "@/components/ui/boton-confirmado";
import { Encabezado } from "@/components/ui/encabezado";
import { Etiqueta } from "@/components/ui/etiqueta";
import { Tabla } from "@/components/ui/tabla";
import { definirPaginaPropia } from "@/lib/borde/pagina";
import { misSesiones } from "@/lib/casos/sesion/cerrar";
import { fechaYHora } from "@/lib/correo/plantilla";
import { navegadorDe } from "@/lib/sesion/agente";
import { cerrarMiSesion, cerrarMisOtras } from "./acciones";

export const metadata = { title: "Mis sesiones" };

export default definirPaginaPropia({
  cargar: ({ actor }) => misSesiones(actor),
  ver: ({ ctx: { actor }, datos }) => (
    <div className="flex flex-col gap-6">
      <Encabezado
        titulo="Mis sesiones"
        bajada="Dónde está abierta su cuenta ahora. Si no reconoce una, ciérrela y cambie su clave."
        acciones={
          datos.length > 1 && (
            <BotonConfirmado
              accion={cerrarMisOtras}
              entrada={{}}
              texto="Cerrar mis otras sesiones"
              nombre=""
              titulo="¿Cerrar sus otras sesiones?"
              explicacion="Lo que esté abierto en otros equipos pedirá ingresar de nuevo. Esta sesión sigue."
              hecho="Sus otras sesiones se cerraron."
            />
          )
        }
      />
      <Tabla
        titulo="Sesiones abiertas"
        tituloOculto
        filas={datos}
        clave={(fila) => fila.id}
        columnas={[
          {
            id: "equipo",
            titulo: "Equipo",
            encabezaFila: true,
            celda: (fila) => (
              <>
                {navegadorDe(fila.agente)}{" "}
                {fila.id === actor.sesionId && <Etiqueta tono="info">Esta sesión</Etiqueta>}
              </>
            ),
          },
          { id: "origen", titulo: "Dirección", celda: (fila) => fila.origen ?? "—" },
          { id: "creada", titulo: "Ingresó", celda: (fila) => fechaYHora(fila.creadaEn) },
          { id: "vista", titulo: "Última actividad", celda: (fila) => fechaYHora(fila.vistaEn) },
          {
            id: "acciones",
            titulo: "Acciones",
            celda: (fila) =>
              fila.id === actor.sesionId ? (
                <span className="text-texto-suave">—</span>
              ) : (
                <BotonConfirmado
                  accion={cerrarMiSesion}
                  entrada={{ sesion: fila.id }}
                  texto="Cerrar"
                  nombre={`la sesión en ${navegadorDe(fila.agente)}`}
                  titulo="¿Cerrar esa sesión?"
                  explicacion="El otro equipo pedirá ingresar de nuevo."
                  hecho="La sesión se cerró."
                />
              ),
          },
        ]}
      />
    </div>
  ),
});
