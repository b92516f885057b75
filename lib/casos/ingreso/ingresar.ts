import { exito, type Resultado } from "@/lib/flujo/resultado";
import { abrirPara } from "./abrir";
import { comprobarClave } from "./comprobarClave";
import type { Solicitante } from "./solicitante";

/** Signs in with e-mail and password. Returns the id of the new session; fails as `comprobarClave`. */
export async function ingresar(
  datos: { correo: string; clave: string },
  solicitante: Solicitante,
): Promise<Resultado<{ sesionId: string }>> {
  const comprobada = await comprobarClave("ingreso.ingresar", datos, solicitante);
  if (!comprobada.ok) return comprobada;
  return exito({ sesionId: await abrirPara(comprobada.valor.id, "clave", solicitante) });
}
