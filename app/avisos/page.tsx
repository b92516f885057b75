import { ListaAvisos } from "@/components/aviso/lista-avisos";
import { MarcarLeidos } from "@/components/aviso/marcar-leidos";
import { Encabezado } from "@/components/ui/encabezado";
import { EnlaceBoton } from "@/components/ui/enlace-boton";
import { Vacio } from "@/components/ui/vacio";
import { definirPagina } from "@/lib/borde/pagina";
import { leerAvisos } from "@/lib/casos/avisos";
import { filaDeAviso } from "@/lib/flujo/aviso";
import { abrirAviso, marcarTodos, marcarUno } from "./acciones";

export const metadata = { title: "Avisos" };

/** What happened that this person should know, each with the way to it: what is not read first, by day. */
export default definirPagina({
  permiso: "cuenta.propia",
  cargar: leerAvisos,
  ver: ({ ctx, datos: { sinLeer, leidos } }) => {
    const nuevo = sinLeer[0];
    const conNombre = (avisos: typeof sinLeer) =>
      avisos.map((aviso) => ({ ...aviso, nombre: filaDeAviso(aviso.tipo).nombre }));
    return (
      <div className="flex flex-col gap-6">
        <Encabezado
          titulo="Avisos"
          bajada="Lo que pasó en la plataforma y le concierne."
          acciones={
            <>
              {nuevo && <MarcarLeidos accion={marcarTodos} hasta={nuevo.creadaEn.toISOString()} />}
              <EnlaceBoton href="/perfil/avisos" variante="secundario">
                Elegir mis correos
              </EnlaceBoton>
            </>
          }
        />
        {sinLeer.length + leidos.length === 0 && (
          <Vacio titulo="No tiene avisos" icono="campana">
            Aquí aparecerán cuando algo le concierna.
          </Vacio>
        )}
        {sinLeer.length > 0 && (
          <ListaAvisos
            titulo="Sin leer"
            avisos={conNombre(sinLeer)}
            ahora={ctx.ahora}
            abrir={abrirAviso}
            marcar={marcarUno}
          />
        )}
        {leidos.length > 0 && <ListaAvisos titulo="Leídos" avisos={conNombre(leidos)} ahora={ctx.ahora} />}
      </div>
    );
  },
});
