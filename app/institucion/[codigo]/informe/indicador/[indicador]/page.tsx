import { z } from "zod";
import { EntrePaginas } from "@/components/informe/entre-paginas";
import { EstadoDelInforme } from "@/components/informe/estado";
import { LoQueFalta } from "@/components/informe/lo-que-falta";
import { metaEnPalabras } from "@/components/informe/medicion";
import { type CamposResultado, ResultadoIndicador } from "@/components/informe/resultado";
import { Encabezado } from "@/components/ui/encabezado";
import { Enlace } from "@/components/ui/enlace";
import { ListaDatos } from "@/components/ui/lista-datos";
import { Migas } from "@/components/ui/migas";
import { Tarjeta } from "@/components/ui/tarjeta";
import { definirPaginaInstitucion } from "@/lib/borde/pagina";
import type { ContextoInstitucion } from "@/lib/casos/contexto";
import { leerInformeConCampos } from "@/lib/casos/informe/leer";
import { palabrasDe } from "@/lib/casos/informe/registro";
import { type IndicadorVisto, indicadoresDe } from "@/lib/casos/informe/vista";
import { escribirLugar } from "@/lib/flujo/campo";
import { conDestino } from "@/lib/flujo/destino";
import { exito, NO_ENCONTRADO } from "@/lib/flujo/resultado";
import { SENTIDOS } from "@/lib/guia/e3-2025/valores";
import { PaginaObservada } from "../../../observado";
import {
  erroresDe,
  faltasPorPagina,
  medibleDe,
  rutaDeActividad,
  rutaDeIndicador,
  siNoDe,
  textoDe,
  type Valores,
} from "../../presentar";
import { parteDeRuta } from "../../ruta";

export const metadata = { title: "Resultado del indicador" };

async function cargar(ctx: ContextoInstitucion, { params }: { params: { indicador: string } }) {
  const leido = await leerInformeConCampos(ctx, ["indicador"]);
  if (!leido.ok) return leido;
  const todos = indicadoresDe(leido.valor.informe.vigente);
  const indice = todos.findIndex(({ indicador }) => indicador.id === params.indicador);
  const visto = todos[indice];
  if (!visto) return NO_ENCONTRADO;
  return exito({
    ...leido.valor,
    visto,
    anterior: todos[indice - 1] ?? null,
    siguiente: todos[indice + 1] ?? null,
  });
}

export default definirPaginaInstitucion({
  permiso: "informe.ver",
  params: z.object({ indicador: parteDeRuta }),
  cargar,
  ver: ({ ctx, datos: { informe, valores, visto, anterior, siguiente } }) => {
    const { codigo } = ctx.institucion;
    const base = `/institucion/${codigo}/informe`;
    const { indicador, tipo, actividad } = visto;
    const medible = medibleDe(indicador);
    const suyas =
      faltasPorPagina(informe.faltas, informe.expediente).get(
        `/informe/indicador/${encodeURIComponent(indicador.id)}`,
      ) ?? [];
    const errores = erroresDe(suyas, informe.expediente, valores);
    const vecino = (otro: IndicadorVisto | null) =>
      otro && {
        texto: `indicador ${otro.indicador.id}`,
        href: rutaDeIndicador(codigo, otro.indicador.id),
      };
    return (
      <PaginaObservada ctx={ctx}>
        <Migas
          migas={[
            { texto: "Informe de implementación", href: base },
            { texto: "Indicadores", href: `${base}/indicadores` },
            { texto: indicador.id },
          ]}
        />
        <Encabezado
          antetitulo={tipo === "desempeno" ? "Indicador de desempeño" : "Indicador de satisfacción usuaria"}
          titulo={`Indicador ${indicador.id}`}
          bajada={indicador.nombre}
        />
        <EstadoDelInforme codigo={codigo} {...informe} />
        <Tarjeta titulo="Lo que dice el plan">
          <ListaDatos
            datos={[
              { clave: "Número", valor: indicador.id },
              { clave: "Nombre", valor: indicador.nombre },
              { clave: "Fórmula de cálculo", valor: indicador.formula },
              {
                clave: "Meta",
                valor: `${metaEnPalabras(medible)}${indicador.sentido ? ` (${SENTIDOS[indicador.sentido].toLowerCase()})` : ""}`,
              },
              ...(actividad
                ? [
                    {
                      clave: "Actividad",
                      valor: (
                        <>
                          <Enlace href={rutaDeActividad(codigo, actividad.id)}>{actividad.id}</Enlace>.{" "}
                          {actividad.descripcion}
                        </>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        </Tarjeta>
        <Tarjeta titulo="Resultado e interpretación">
          <ResultadoIndicador
            indicador={medible}
            bloqueado={!informe.puedeLlenar}
            campos={camposDe(visto, valores, errores)}
          />
        </Tarjeta>
        <LoQueFalta faltas={conDestino(suyas, informe.expediente, codigo)} />
        <EntrePaginas
          etiqueta="Otros indicadores"
          anterior={vecino(anterior)}
          siguiente={vecino(siguiente)}
          volver={base}
        />
      </PaginaObservada>
    );
  },
});

function camposDe(
  { indicador, tipo }: IndicadorVisto,
  valores: Valores,
  errores: ReadonlyMap<string, string>,
): CamposResultado {
  const comun = (campo: string) => {
    const lugar = escribirLugar({ grupo: "indicador", clave: [indicador.id], campo });
    return { ...palabrasDe(tipo, campo), lugar, error: errores.get(lugar) };
  };
  const texto = (campo: string) => {
    const dato = comun(campo);
    return { ...dato, valor: textoDe(valores, dato.lugar) };
  };
  const medido = comun("medido");
  return {
    medido: { ...medido, valor: siNoDe(valores, medido.lugar) },
    numerador: texto("numerador"),
    denominador: texto("denominador"),
    ...(tipo === "desempeno" ? { resultado: texto("resultado") } : {}),
    interpretacion: texto("interpretacion"),
    analisisBrechas: texto("analisisBrechas"),
    recomendaciones: texto("recomendaciones"),
    justificacion: texto("justificacion"),
    antecedentes: texto("antecedentes"),
  };
}
