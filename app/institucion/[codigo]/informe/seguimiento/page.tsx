import { CampoLargo } from "@/components/formulario/campos";
import { EstadoDelInforme } from "@/components/informe/estado";
import { Encabezado } from "@/components/ui/encabezado";
import { EnlaceBoton } from "@/components/ui/enlace-boton";
import { Migas } from "@/components/ui/migas";
import { Tarjeta } from "@/components/ui/tarjeta";
import { definirPaginaInstitucion } from "@/lib/borde/pagina";
import { leerInformeConCampos } from "@/lib/casos/informe/leer";
import { palabrasDe } from "@/lib/casos/informe/registro";
import { escribirLugar } from "@/lib/flujo/campo";
import { PaginaObservada } from "../../observado";
import { textoDe } from "../presentar";

export const metadata = { title: "Seguimiento" };

const CAMPOS = ["avances", "desafios", "resultados", "leccionesAprendidas"] as const;

export default definirPaginaInstitucion({
  permiso: "informe.ver",
  cargar: (ctx) => leerInformeConCampos(ctx, ["informe"]),
  ver: ({ ctx, datos: { informe, valores } }) => {
    const { codigo } = ctx.institucion;
    const base = `/institucion/${codigo}/informe`;
    const faltan = informe.secciones.find(({ seccion }) => seccion === "seguimiento")?.faltan ?? 0;
    return (
      <PaginaObservada ctx={ctx}>
        <Migas migas={[{ texto: "Informe de implementación", href: base }, { texto: "Seguimiento" }]} />
        <Encabezado
          titulo="Seguimiento"
          bajada={
            faltan === 0
              ? "Los cuatro textos están escritos."
              : `${faltan === 1 ? "Falta 1 de los 4 textos" : `Faltan ${faltan} de los 4 textos`}.`
          }
        />
        <EstadoDelInforme codigo={codigo} {...informe} />
        <Tarjeta>
          <div className="flex flex-col gap-6">
            {CAMPOS.map((campo) => {
              const lugar = escribirLugar({ grupo: "informe", clave: [], campo });
              return (
                <CampoLargo
                  key={campo}
                  {...palabrasDe("informe", campo)}
                  lugar={lugar}
                  valor={textoDe(valores, lugar)}
                  bloqueado={!informe.puedeLlenar}
                />
              );
            })}
          </div>
        </Tarjeta>
        <div>
          <EnlaceBoton href={base} variante="secundario" icono="izquierda">
            Volver al informe
          </EnlaceBoton>
        </div>
      </PaginaObservada>
    );
  },
});
