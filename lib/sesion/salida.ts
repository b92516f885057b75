import { configuracionSesion } from "./configuracion";

/**
 * Where a person must go to leave also the provider they came in with; null when there is nothing more to leave.
 * ClaveÚnica keeps its own session and has its own address for it.
 */
export function salidaExterna(metodo: string): string | null {
  const { proveedores, urlPublica } = configuracionSesion();
  const proveedor = proveedores.find(({ id }) => id === metodo);
  if (proveedor?.tipo !== "claveunica") return null;
  const salida = new URL(proveedor.salida);
  salida.searchParams.set("redirect", `${urlPublica}/ingresar?aviso=salida`);
  return salida.href;
}
