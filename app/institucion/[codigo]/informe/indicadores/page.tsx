import { EstadoDelInforme } from "@/components/informe/estado";
import { GrillaIndicadores } from "@/components/informe/grilla";
import type { FilaGrilla } from "@/components/informe/grilla-fila";
import { Encabezado } from "@/components/ui/encabezado";
import { EnlaceBoton } from "@/components/ui/enlace-boton";
import { Migas } from "@/components/ui/migas";
import { Vacio } from "@/components/ui/vacio";
import { definirPaginaInstitucion } from "@/lib/borde/pagina";
import { type InformeEnCurso, leerInformeConCampos } from "@/lib/casos/informe/leer";
import { type IndicadorVisto, indicadoresDe } from "@/lib/casos/informe/vista";
import { escribirLugar } from "@/lib/flujo/campo";
import { PaginaObservada } from "../../observado";
import { faltasPorPagina, medibleDe, rutaDeIndicador, siNoDe, textoDe, type Valores } from "../presentar";

export const metadata = { title: "Resultados de los indicadores" };

export default definirPaginaInstitucion({
  permiso: "informe.ver",
  cargar: (ctx) => leerInformeConCampos(ctx, ["indicador"]),
  ver: ({ ctx, datos: { informe, valores } }) => {
    const { codigo } = ctx.institucion;
    const base = `/institucion/${codigo}/informe`;
    const grupos = gruposDe(codigo, informe, valores);
    const { desempeno, satisfaccion } = informe.cumplimiento;
    const alcanzadas = desempeno.alcanzadas + satisfaccion.alcanzadas;
    const total = desempeno.total + satisfaccion.total;
    return (
      <PaginaObservada ctx={ctx}>
        <Migas migas={[{ texto: "Informe de implementación", href: base }, { texto: "Indicadores" }]} />
        <Encabezado
          titulo="Resultados de los indicadores"
          bajada={`${alcanzadas} de ${total} metas alcanzadas según lo informado hasta ahora. La interpretación y los demás textos se escriben en la página de cada indicador.`}
          acciones={
            <EnlaceBoton href={`${base}/importar`} variante="secundario" icono="subir">
              Llenar desde un archivo
            </EnlaceBoton>
          }
        />
        <EstadoDelInforme codigo={codigo} {...informe} />
        {total === 0 ? (
          <Vacio titulo="El plan vigente no tiene indicadores" />
        ) : (
          <GrillaIndicadores grupos={grupos} bloqueado={!informe.puedeLlenar} />
        )}
        <div>
          <EnlaceBoton href={base} variante="secundario" icono="izquierda">
            Volver al informe
          </EnlaceBoton>
        </div>
      </PaginaObservada>
    );
  },
});

const TITULOS = {
  desempeno: "Indicadores de desempeño",
  satisfaccion: "Indicadores de satisfacción usuaria",
} as const;

function gruposDe(codigo: string, informe: InformeEnCurso, valores: Valores) {
  const indicadores = indicadoresDe(informe.vigente);
  const faltas = faltasPorPagina(
    informe.faltas.filter(({ nivel }) => nivel === "error"),
    informe.expediente,
  );
  const fila = ({ indicador, tipo }: IndicadorVisto): FilaGrilla => {
    const lugar = (campo: string) => escribirLugar({ grupo: "indicador", clave: [indicador.id], campo });
    const texto = (campo: string) => ({ lugar: lugar(campo), valor: textoDe(valores, lugar(campo)) });
    return {
      indicador: medibleDe(indicador),
      href: rutaDeIndicador(codigo, indicador.id),
      faltas: faltas.get(`/informe/indicador/${encodeURIComponent(indicador.id)}`)?.length ?? 0,
      medido: { lugar: lugar("medido"), valor: siNoDe(valores, lugar("medido")) },
      numerador: texto("numerador"),
      denominador: texto("denominador"),
      resultado: tipo === "desempeno" ? texto("resultado") : null,
    };
  };
  return (["desempeno", "satisfaccion"] as const)
    .map((tipo) => ({
      id: tipo,
      titulo: TITULOS[tipo],
      filas: indicadores.filter((uno) => uno.tipo === tipo).map(fila),
    }))
    .filter(({ filas }) => filas.length > 0);
}
