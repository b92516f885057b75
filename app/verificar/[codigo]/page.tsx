import { z } from "zod";
import { Alerta } from "@/components/ui/alerta";
import { Encabezado } from "@/components/ui/encabezado";
import { Tarjeta } from "@/components/ui/tarjeta";
import { BuscarCodigo } from "@/components/verificacion/buscar";
import { CompararArchivo } from "@/components/verificacion/comparar";
import { FichaVerificada } from "@/components/verificacion/ficha";
import { definirPaginaPublica } from "@/lib/borde/pagina";
import { type Verificacion, verificar } from "@/lib/casos/verificacion/verificar";
import { exito } from "@/lib/flujo/resultado";

export const metadata = { title: "Verificación", robots: { index: false } };

/** What stands behind a code: what was signed, by which positions, when, and whether it still holds. */
export default definirPaginaPublica({
  razon: "Whoever receives an act or a receipt may check it without an account.",
  params: z.object({ codigo: z.string().max(200) }),
  ritmo: { maximo: 60, segundos: 60 },
  cargar: async (_ctx, { params: { codigo } }) => exito(await verificar(decodeURIComponent(codigo))),
  ver: ({ params: { codigo }, datos }) =>
    datos.ok ? (
      <div className="flex flex-col gap-6">
        <Encabezado antetitulo="Verificación" titulo={datos.valor.codigo} />
        <Tarjeta>
          <FichaVerificada verificada={datos.valor} />
        </Tarjeta>
        <Tarjeta titulo="Comparar un archivo con lo que se firmó">
          <CompararArchivo firmadas={firmadasDe(datos.valor)} />
        </Tarjeta>
      </div>
    ) : (
      <div className="flex flex-col gap-6">
        <Encabezado titulo="No encontramos ese código" />
        <Alerta tono="error">{datos.falla.mensaje}</Alerta>
        <Tarjeta>
          <BuscarCodigo codigo={decodeURIComponent(codigo)} />
        </Tarjeta>
      </div>
    ),
});

function firmadasDe(verificada: Verificacion) {
  if (verificada.clase !== "acta")
    return [
      { de: "Plan", huella: verificada.huellaPlan },
      { de: "Informe", huella: verificada.huellaInforme },
    ].flatMap(({ de, huella }) => (huella === null ? [] : [{ de, huella }]));
  return [{ de: verificada.materia === "plan" ? "Plan" : "Informe", huella: verificada.huella }];
}
