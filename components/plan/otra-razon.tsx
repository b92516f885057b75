"use client";
import { CampoLargo, type PropsVivo } from "@/components/formulario/campos";
import { useCampo } from "@/components/formulario/usar-campo";

type Props = Omit<PropsVivo<string | null>, "etiqueta" | "id"> & {
  lugarCategorias: string;
  categorias: readonly string[];
};

/** The reason of category g: asked as soon as it is ticked, and kept in sight while it holds something. */
export function CampoOtraRazon({ lugarCategorias, categorias, ...campo }: Props) {
  const marcadas = useCampo<readonly string[]>(lugarCategorias, categorias);
  const propio = useCampo<string | null>(campo.lugar, campo.valor);
  if (!marcadas.valor.includes("g") && !propio.valor) return null;
  return <CampoLargo {...campo} etiqueta="g) ¿Cuál es la otra razón?" />;
}
