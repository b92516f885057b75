import type { ProveedorOidc } from "@/lib/sesion/proveedor";

type Opciones = {
  nonce: string;
  /** Served over https. */
  segura: boolean;
  proveedores: readonly ProveedorOidc[];
  desarrollo: boolean;
};

// A form that ends in another site needs that site in form-action: browsers apply it to redirections too.
function origenesDe(proveedor: ProveedorOidc): string[] {
  const direcciones =
    proveedor.tipo === "claveunica" ? [proveedor.autorizacion, proveedor.salida] : [proveedor.emisor];
  return direcciones.map((direccion) => new URL(direccion).origin);
}

/**
 * The headers that every answer carries, files of the build included. The policy is that of what is not a page: nothing
 * of it runs. `proxy.ts` puts that of pages in its place.
 */
export const CABECERAS_DE_SEGURIDAD = {
  "content-security-policy":
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  // Browsers ignore it over plain http, so it is always sent.
  "strict-transport-security": "max-age=63072000; includeSubDomains",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
} as const satisfies Record<string, string>;

/** The content security policy of a page. */
export function politicaDePagina({ nonce, segura, proveedores, desarrollo }: Opciones): string {
  const externos = [...new Set(proveedores.flatMap(origenesDe))];
  return [
    "default-src 'self'",
    // React draws its development errors with eval; production never does.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${desarrollo ? " 'unsafe-eval'" : ""}`,
    // Next's own panel in development styles itself inline, which a nonce beside it would forbid.
    `style-src 'self' ${desarrollo ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "frame-src 'self' blob:",
    `form-action ${["'self'", ...externos].join(" ")}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...(segura ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}
