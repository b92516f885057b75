import { autenticadaHacePoco } from "@/lib/flujo/actor";
import type { Materia } from "@/lib/flujo/aprobacion";
import { exito, type Resultado } from "@/lib/flujo/resultado";
import type { InformeEnBreve } from "@/lib/flujo/vistaComite";
import { configuracionSesion } from "@/lib/sesion/configuracion";
import type { ContextoInstitucion } from "../contexto";
import { leerPerfil } from "../sesion/perfil";
import { informeEnBreve } from "./en-breve";
import { leerComite, type PaginaComite } from "./leer";

/** How the person looking may prove again who they are, for who may sign. */
export type IdentidadParaFirmar = {
  readonly reciente: boolean;
  readonly tieneClave: boolean;
  readonly proveedores: readonly { readonly id: string; readonly nombre: string }[];
};

/** The Committee's page of a matter, for whoever looks at it. */
export async function leerPaginaComite(
  ctx: ContextoInstitucion,
  materia: Materia,
): Promise<
  Resultado<
    PaginaComite & {
      readonly identidad: IdentidadParaFirmar;
      /** The report shown, in brief; null on the plan's page, which lists its changes. */
      readonly enBreve: InformeEnBreve | null;
    }
  >
> {
  const leida = await leerComite(ctx, materia);
  if (!leida.ok) return leida;
  const perfil = await leerPerfil(ctx);
  return exito({
    ...leida.valor,
    enBreve: materia === "informe" ? informeEnBreve(leida.valor.expediente) : null,
    identidad: {
      reciente: autenticadaHacePoco(ctx.actor, ctx.ahora),
      tieneClave: perfil.ok && perfil.valor.tieneClave,
      proveedores: configuracionSesion().proveedores.map(({ id, nombre }) => ({ id, nombre })),
    },
  });
}
