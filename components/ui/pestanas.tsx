"use client";
import { Content, List, Root, Trigger } from "radix-ui/tabs";
import type { ComponentProps, ReactNode } from "react";

export type Pestana = { id: string; titulo: string; contenido: ReactNode; cuenta?: number };

type Props = {
  /** What the set of tabs is about, for who cannot see it. */
  etiqueta: string;
  pestanas: readonly Pestana[];
  /** The one that is open at first; the first of them unless said. */
  inicial?: string | undefined;
  activa?: string;
  alCambiar?: (id: string) => void;
};

// Radix writes inline styles, which the security policy refuses: these take everything from it but that.
function Caja({ style: _, ...resto }: ComponentProps<"div">) {
  return <div {...resto} />;
}

/** Tabs within one page. Views that deserve an address of their own are links, not tabs. */
export function Pestanas({ etiqueta, pestanas, inicial, activa, alCambiar }: Props) {
  const control =
    activa === undefined ? { defaultValue: inicial ?? pestanas[0]?.id ?? "" } : { value: activa };
  return (
    <Root {...control} {...(alCambiar ? { onValueChange: alCambiar } : {})}>
      <List asChild aria-label={etiqueta}>
        <Caja className="no-imprimir flex flex-wrap gap-x-1 border-b-2 border-borde">
          {pestanas.map((pestana) => (
            <Trigger
              key={pestana.id}
              value={pestana.id}
              className="-mb-[2px] min-h-11 rounded-t-sm border-b-4 border-transparent px-4 py-2 font-medium text-primario hover:bg-tinte hover:text-primario-hover data-[state=active]:border-primario data-[state=active]:text-titulo"
            >
              {pestana.titulo}
              {pestana.cuenta !== undefined && (
                <span className="ml-2 rounded-full bg-neutro-suave px-2 text-sm text-texto tabular-nums">
                  {pestana.cuenta}
                </span>
              )}
            </Trigger>
          ))}
        </Caja>
      </List>
      {pestanas.map((pestana) => (
        <Content key={pestana.id} value={pestana.id} asChild>
          <Caja className="pt-4">{pestana.contenido}</Caja>
        </Content>
      ))}
    </Root>
  );
}
