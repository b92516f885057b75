import { z } from "zod";
import { rutaLocal } from "@/lib/borde/cookieSesion";
import { definirPaginaPublica } from "@/lib/borde/pagina";
import { configuracionSesion } from "@/lib/sesion/configuracion";
import { FormularioIngreso } from "./formulario";

export const metadata = { title: "Ingresar" };

const AVISOS: Readonly<Record<string, string>> = {
  cuenta_desconocida:
    "Comprobamos su identidad, pero nadie con ella tiene cuenta en la plataforma. Pida una invitación a la contraparte de su institución; si ya tiene cuenta, ingrese con su clave y anote su RUN en su perfil.",
  externo: "No se pudo completar el ingreso con ese proveedor. Vuelva a intentarlo o use su correo y clave.",
  salida: "Cerró su sesión.",
  clave: "Su clave quedó guardada. Ingrese con ella.",
};

export default definirPaginaPublica({
  razon: "Nobody has a session yet at the sign-in.",
  busqueda: z.object({
    volver: z.string().optional().catch(undefined),
    aviso: z.string().optional().catch(undefined),
  }),
  ver: ({ busqueda: { volver, aviso } }) => {
    const mensaje = aviso && Object.hasOwn(AVISOS, aviso) ? AVISOS[aviso] : undefined;
    return (
      <FormularioIngreso
        volver={rutaLocal(volver)}
        pideVolver={volver !== undefined}
        aviso={
          mensaje && { tono: aviso === "salida" || aviso === "clave" ? "exito" : "error", texto: mensaje }
        }
        proveedores={configuracionSesion().proveedores.map(({ id, nombre }) => ({ id, nombre }))}
      />
    );
  },
});
