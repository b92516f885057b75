import { z } from "zod";
import { esquemaProveedores, type ProveedorOidc } from "./proveedor";

const minutos = (porDefecto: number) => z.coerce.number().positive().default(porDefecto);

const esquema = z.object({
  URL_PUBLICA: z.url({ protocol: /^https?$/ }).default("http://localhost:3000"),
  SECRETO_SESION: z
    .string()
    .min(32, "SECRETO_SESION debe tener al menos 32 caracteres (openssl rand -base64 48)."),
  SESION_INACTIVA_MINUTOS: minutos(30),
  SESION_MAXIMA_MINUTOS: minutos(12 * 60),
  OIDC_PROVEEDORES: z.string().default("[]"),
});

export type ConfiguracionSesion = {
  /** Address people type, without a final slash. */
  readonly urlPublica: string;
  readonly segura: boolean;
  readonly secreto: string;
  readonly inactivaMinutos: number;
  readonly maximaMinutos: number;
  readonly proveedores: readonly ProveedorOidc[];
};

let leida: ConfiguracionSesion | undefined;

/**
 * Reads the variables of identity once. Throws, naming the variable, when one is missing or unreadable:
 * a platform without a secret must not start to serve sessions.
 */
export function configuracionSesion(): ConfiguracionSesion {
  leida ??= leerConfiguracion(process.env);
  return leida;
}

/** The same, from a given environment. */
export function leerConfiguracion(
  entorno: Readonly<Record<string, string | undefined>>,
): ConfiguracionSesion {
  const variables = esquema.safeParse(entorno);
  if (!variables.success) throw new Error(`Configuración de sesión: ${z.prettifyError(variables.error)}`);
  const { URL_PUBLICA, SECRETO_SESION, SESION_INACTIVA_MINUTOS, SESION_MAXIMA_MINUTOS, OIDC_PROVEEDORES } =
    variables.data;
  const proveedores = esquemaProveedores.safeParse(leerJson(OIDC_PROVEEDORES));
  if (!proveedores.success) {
    throw new Error(`Configuración de OIDC_PROVEEDORES: ${z.prettifyError(proveedores.error)}`);
  }
  return {
    urlPublica: URL_PUBLICA.replace(/\/+$/, ""),
    segura: URL_PUBLICA.startsWith("https://"),
    secreto: SECRETO_SESION,
    inactivaMinutos: SESION_INACTIVA_MINUTOS,
    maximaMinutos: SESION_MAXIMA_MINUTOS,
    proveedores: proveedores.data,
  };
}

function leerJson(texto: string): unknown {
  try {
    return JSON.parse(texto);
  } catch {
    return texto;
  }
}
