import "server-only";
import type { ReactNode } from "react";
import { puede } from "@/lib/flujo/permiso";
import { obtenerSesion } from "@/lib/sesion/sesion";
import { codigoDe } from "./entrada";

type Props = { children: ReactNode; params: Promise<Record<string, unknown>> };
type Definicion = {
  /**
   * Who is signed in, whether their hat reads the trail, and the code in the address: nothing of the institution, whose
   * access each page checks.
   */
  ver: (lo: { usuarioId: string; verBitacora: boolean; codigo: string; children: ReactNode }) => ReactNode;
};

/**
 * A layout around the pages of `/institucion/[codigo]`. It gives no access: without a session, or with an address that
 * names nothing, only the page answers (by its own door). See docs/borde.md.
 */
export function definirDisposicionInstitucion({ ver }: Definicion): (props: Props) => Promise<ReactNode> {
  return async ({ children, params }) => {
    const sesion = await obtenerSesion();
    const codigo = codigoDe((await params).codigo);
    if (!sesion?.actor || codigo === undefined) return children;
    const verBitacora = puede(sesion.actor, "bitacora.ver");
    return ver({ usuarioId: sesion.usuario.id, verBitacora, codigo, children });
  };
}
