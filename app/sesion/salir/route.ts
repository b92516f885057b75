import { quitarSesion } from "@/lib/borde/cookieSesion";
import { definirRutaPublica } from "@/lib/borde/ruta";
import { salir } from "@/lib/casos/sesion/cerrar";
import { exito } from "@/lib/flujo/resultado";
import { salidaExterna } from "@/lib/sesion/salida";
import { obtenerSesion } from "@/lib/sesion/sesion";

export const POST = definirRutaPublica({
  razon: "Whoever has no function any more, or no session, may leave too.",
  caso: async () => {
    const sesion = await obtenerSesion();
    await quitarSesion();
    if (!sesion) return exito("/ingresar?aviso=salida");
    await salir({ usuarioId: sesion.usuario.id, sesionId: sesion.id, alcance: [] });
    return exito(salidaExterna(sesion.metodo) ?? "/ingresar?aviso=salida");
  },
  responder: (destino) => new Response(null, { status: 303, headers: { location: destino } }),
});
