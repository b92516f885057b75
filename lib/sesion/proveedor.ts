import { z } from "zod";

const comun = {
  /** Stands in addresses and in `cuenta_externa`: lower-case letters and digits. */
  id: z.string().regex(/^[a-z][a-z0-9]{1,30}$/),
  clienteId: z.string().min(1),
  clienteSecreto: z.string().min(1),
};

/** Endpoints of ClaveÚnica; a test points them at its own server. */
const claveunica = z.object({
  ...comun,
  id: comun.id.default("claveunica"),
  tipo: z.literal("claveunica"),
  nombre: z.string().default("ClaveÚnica"),
  emisor: z.url().default("https://accounts.claveunica.gob.cl"),
  autorizacion: z.url().default("https://accounts.claveunica.gob.cl/openid/authorize"),
  canje: z.url().default("https://accounts.claveunica.gob.cl/openid/token"),
  usuario: z.url().default("https://accounts.claveunica.gob.cl/openid/userinfo"),
  salida: z.url().default("https://accounts.claveunica.gob.cl/api/v1/accounts/app/logout"),
});

const generico = z.object({
  ...comun,
  tipo: z.literal("oidc"),
  nombre: z.string().min(1),
  /** The issuer; its discovery document says the rest. */
  emisor: z.url(),
  /** Whether a verified e-mail of this provider is trusted to find the person the first time. */
  confiaCorreo: z.boolean().default(false),
});

export const esquemaProveedores = z
  .array(z.discriminatedUnion("tipo", [claveunica, generico]))
  .refine(
    (lista) => new Set(lista.map((p) => p.id)).size === lista.length,
    "Dos proveedores tienen el mismo id.",
  );

/** An OIDC provider by configuration (variable OIDC_PROVEEDORES, a JSON array). */
export type ProveedorOidc = z.infer<typeof esquemaProveedores>[number];

/** RUN of ClaveÚnica's user information, canonical ("12345678-5"); null when the answer carries none. */
export function runDeClaveUnica(perfil: unknown): string | null {
  const leido = z
    .object({
      RolUnico: z.object({
        numero: z.coerce.string().regex(/^\d{1,9}$/),
        DV: z.coerce.string().regex(/^[\dkK]$/),
      }),
    })
    .safeParse(perfil);
  return leido.success ? `${leido.data.RolUnico.numero}-${leido.data.RolUnico.DV.toUpperCase()}` : null;
}
