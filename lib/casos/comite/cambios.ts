import {
  categoriasEnPalabras,
  type DecisionDeComponente,
  decisionesDelPlan,
} from "@/lib/documentos/secciones/decisiones";
import { describirContenido } from "@/lib/documentos/secciones/describir";
import { elementosDe, nombrar } from "@/lib/expediente/elementos";
import type { Expediente } from "@/lib/expediente/formato";
import { clave } from "@/lib/expediente/texto";
import type { Cambio } from "@/lib/flujo/vistaComite";
import { CATEGORIAS } from "@/lib/guia/e3-2025/categorias";
import { DECISIONES_AJUSTE } from "@/lib/guia/e3-2025/valores";

/** Every change of an expediente's plan, in the order of the plan, with its reasons (guide, §1). */
export function cambiosDe(expediente: Expediente): readonly Cambio[] {
  const nombres = new Map(elementosDe(expediente.planOriginal).map((uno) => [uno.clave, nombrar(uno)]));
  return decisionesDelPlan(expediente).elementos.flatMap(({ id, titulo, decisiones }) =>
    decisiones.flatMap((decidida): Cambio[] => {
      const { ajuste, componente, nombre } = decidida;
      if (!ajuste || ajuste.decision === "mantiene") return [];
      return [
        {
          clave: `${id} ${componente ?? ""}`,
          elemento: nombres.get(clave(id)) ?? titulo,
          componente: componente === null ? null : nombre,
          decision: ajuste.decision,
          enPalabras: DECISIONES_AJUSTE[ajuste.decision],
          antes: ajuste.decision === "elimina" ? todoLoQueDecia(decisiones) : decidida.original,
          despues: ajuste.decision === "elimina" ? "" : describirContenido(ajuste),
          categorias: categoriasEnPalabras(ajuste).map((enPalabras, i) => ({
            nombre: enPalabras,
            explicacion: explicar(ajuste.categorias?.[i]),
          })),
          otraRazon: ajuste.otraRazon ?? null,
          argumento: ajuste.argumento ?? null,
          antecedentes: ajuste.antecedentes ?? null,
          registradoEn: ajuste.registradoEn ?? null,
        },
      ];
    }),
  );
}

const todoLoQueDecia = (decisiones: readonly DecisionDeComponente[]): string =>
  decisiones
    .filter(({ componente, original }) => componente !== null && original !== "")
    .map(({ nombre, original }) => `${nombre}: ${original}`)
    .join("\n");

function explicar(letra: string | undefined): string {
  return letra !== undefined && Object.hasOwn(CATEGORIAS, letra)
    ? CATEGORIAS[letra as keyof typeof CATEGORIAS].explicacion
    : "";
}
