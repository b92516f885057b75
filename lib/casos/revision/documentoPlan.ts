import { planVigente } from "@/lib/expediente/aplicar";
import { describirContenido } from "@/lib/expediente/describir";
import { contenidoDe, type ElementoPlan, elementosDe, nombrar } from "@/lib/expediente/elementos";
import type { Ajuste, Expediente } from "@/lib/expediente/formato";
import { clave } from "@/lib/expediente/texto";
import type { CampoRevisado, FichaRevisada } from "@/lib/flujo/vistaRevision";
import { CATEGORIAS } from "@/lib/guia/e3-2025/categorias";
import { type Componente, DECISIONES_AJUSTE, NOMBRES_COMPONENTE } from "@/lib/guia/e3-2025/valores";
import { campo, campos } from "./documentoComun";

type Decidido = { readonly ajuste: Ajuste; readonly ruta: string };

const llave = (elemento: string, componente: string | null | undefined): string =>
  JSON.stringify([clave(elemento), componente ?? null]);

/**
 * The plan in force, element by element: each component where it was decided (`/ajustes/i`) or, undecided, where the
 * plan of the year before says it; what was modified, with its reasons; and what was taken out.
 */
export function fichasDelPlan(expediente: Expediente): FichaRevisada[] {
  const original = elementosDe(expediente.planOriginal);
  const vigente = elementosDe(planVigente(expediente) ?? expediente.planOriginal);
  const decididos = new Map(
    (expediente.ajustes ?? []).map((ajuste, i): [string, Decidido] => [
      llave(ajuste.elemento, ajuste.componente),
      { ajuste, ruta: `/ajustes/${i}` },
    ]),
  );
  const entero = (elemento: ElementoPlan) => decididos.get(llave(elemento.id, null));
  const quitados = original.filter((elemento) => entero(elemento)?.ajuste.decision === "elimina");
  return [
    ...vigente.map((elemento) => {
      const antes = original.find(
        ({ tipo, clave: suya }) => tipo === elemento.tipo && suya === elemento.clave,
      );
      const nuevo = antes ? undefined : entero(elemento);
      return nuevo
        ? fichaIncorporada(elemento, nuevo)
        : fichaDecidida(elemento, antes, (c) => decididos.get(llave(elemento.id, c)));
    }),
    ...quitados.map((elemento): FichaRevisada => {
      const { ajuste, ruta } = entero(elemento) as Decidido;
      return {
        ruta,
        titulo: `${elemento.id}. ${nombrar(elemento)}`,
        detalle: DECISIONES_AJUSTE.elimina,
        campos: razones(ajuste, ruta),
      };
    }),
  ];
}

const titulo = (elemento: ElementoPlan): string =>
  elemento.tipo === "objetivoGeneral" ? nombrar(elemento) : `${elemento.id}. ${nombrar(elemento)}`;

function componentesDe({ tipo, componentes }: ElementoPlan): readonly Componente[] {
  return tipo === "actividad" ? ["objetivoEspecifico", ...componentes] : componentes;
}

function fichaIncorporada(elemento: ElementoPlan, { ajuste, ruta }: Decidido): FichaRevisada {
  return {
    ruta,
    titulo: titulo(elemento),
    detalle: DECISIONES_AJUSTE.incorpora,
    campos: [
      ...componentesDe(elemento).map(
        (componente): CampoRevisado => ({
          ruta: `${ruta}/contenido/${componente}`,
          etiqueta: NOMBRES_COMPONENTE[componente],
          texto: describirContenido(componente, contenidoDe(elemento, componente)) || null,
        }),
      ),
      ...razones(ajuste, ruta),
    ],
  };
}

function fichaDecidida(
  elemento: ElementoPlan,
  antes: ElementoPlan | undefined,
  decidido: (componente: Componente) => Decidido | undefined,
): FichaRevisada {
  const base = `/planOriginal${(antes ?? elemento).ruta}`;
  return {
    ruta: base,
    titulo: titulo(elemento),
    campos: componentesDe(elemento).flatMap((componente): CampoRevisado[] => {
      const decision = decidido(componente);
      const texto = describirContenido(componente, contenidoDe(elemento, componente)) || null;
      const nombre = NOMBRES_COMPONENTE[componente];
      const propia = elemento.tipo === "actividad" ? `${base}/${componente}` : base;
      if (!decision) return [{ ruta: propia, etiqueta: nombre, texto }];
      const { ajuste, ruta } = decision;
      const visto = { ruta, etiqueta: nombre, texto };
      if (ajuste.decision !== "modifica") return [visto];
      const previo = antes ? describirContenido(componente, contenidoDe(antes, componente)) : "";
      return [{ ...visto, antes: previo }, ...razones(ajuste, ruta)];
    }),
  };
}

function razones(ajuste: Ajuste, ruta: string): CampoRevisado[] {
  const categorias = (ajuste.categorias ?? []).map((letra) =>
    Object.hasOwn(CATEGORIAS, letra)
      ? `${letra}. ${CATEGORIAS[letra as keyof typeof CATEGORIAS].nombre}`
      : letra,
  );
  return [
    campo(`${ruta}/categorias`, categorias),
    ...campos(ruta, ajuste, ["otraRazon", "argumento", "antecedentes"], ["otraRazon"]),
  ];
}
