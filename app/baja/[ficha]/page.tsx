import { z } from "zod";
import { FormularioBaja } from "@/components/aviso/formulario-baja";
import { EnlaceVencido } from "@/components/cuenta/enlace-vencido";
import { Alerta } from "@/components/ui/alerta";
import { Encabezado } from "@/components/ui/encabezado";
import { Enlace } from "@/components/ui/enlace";
import { Tarjeta } from "@/components/ui/tarjeta";
import { definirPaginaPublica } from "@/lib/borde/pagina";
import { leerBaja } from "@/lib/casos/avisos/baja";
import { exito } from "@/lib/flujo/resultado";
import { dejarDeRecibir } from "./acciones";

export const metadata = { title: "Dejar de recibir correos" };

/** Says what would stop, and stops it only when asked: some programs open every link of a mail by themselves. */
export default definirPaginaPublica({
  razon:
    "Who reads the mail may have no session at hand; the signed link says who they are and can do nothing else.",
  params: z.object({ ficha: z.string().max(400) }),
  ritmo: { maximo: 60, segundos: 60 },
  cargar: async (_ctx, { params }) => {
    const leida = await leerBaja(params.ficha);
    return exito(leida.ok ? leida.valor : null);
  },
  ver: ({ datos, params }) =>
    datos ? (
      <div className="flex flex-col gap-6">
        <Encabezado
          titulo="Dejar de recibir correos"
          bajada="Lo que pase seguirá en sus avisos de la plataforma. Lo esencial, como los plazos por vencer o lo que espera su firma, se envía siempre."
        />
        <Tarjeta titulo={datos.que}>
          {datos.hecha ? (
            <Alerta tono="exito">Ya no le enviaremos correos de esto.</Alerta>
          ) : (
            <FormularioBaja accion={dejarDeRecibir} ficha={params.ficha} />
          )}
        </Tarjeta>
        <p>
          <Enlace href="/perfil/avisos" className="enlace inline-flex min-h-11 items-center">
            Elegir qué correos recibo
          </Enlace>
        </p>
      </div>
    ) : (
      <EnlaceVencido titulo="Este enlace no sirve">
        Está incompleto o es de otra instalación. Ingrese y elija en su perfil qué correos recibe.
      </EnlaceVencido>
    ),
});
