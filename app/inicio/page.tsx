import { redirect } from "next/navigation";
import { definirPagina } from "@/lib/borde/pagina";
import { inicioDe } from "@/lib/flujo/inicio";

export const metadata = { title: "Inicio" };

export default definirPagina({
  permiso: "cuenta.propia",
  ver: ({ ctx }) => {
    const { institucion, actor } = ctx.sesion;
    return redirect(inicioDe(actor?.rol ?? null, institucion?.codigo ?? null) as "/");
  },
});
