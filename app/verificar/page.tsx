import { redirect } from "next/navigation";
import { z } from "zod";
import { Encabezado } from "@/components/ui/encabezado";
import { Tarjeta } from "@/components/ui/tarjeta";
import { BuscarCodigo } from "@/components/verificacion/buscar";
import { CompararArchivo } from "@/components/verificacion/comparar";
import { definirPaginaPublica } from "@/lib/borde/pagina";
import { leerCodigo } from "@/lib/flujo/codigo";

export const metadata = { title: "Verificar un documento" };

/** Where anybody checks a document of the platform by its code, or by its file. */
export default definirPaginaPublica({
  razon: "Whoever receives an act or a receipt may check it without an account.",
  busqueda: z.object({ codigo: z.string().max(200).optional().catch(undefined) }),
  ver: ({ busqueda: { codigo } }) => {
    const leido = codigo === undefined ? null : leerCodigo(codigo);
    if (leido) redirect(`/verificar/${leido}` as never);
    return (
      <div className="flex flex-col gap-6">
        <Encabezado
          titulo="Verificar un documento"
          bajada="Compruebe qué aprobó un Comité o qué envió una institución, y si sigue en vigor."
        />
        <Tarjeta>
          <BuscarCodigo
            codigo={codigo}
            error={codigo === undefined ? undefined : "Escriba el código completo, como 7K3M-92XA-B4TD."}
          />
        </Tarjeta>
        <Tarjeta titulo="Calcular la huella de un archivo">
          <CompararArchivo firmadas={[]} />
        </Tarjeta>
      </div>
    );
  },
});
