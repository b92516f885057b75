import type { OAuthConfig } from "next-auth/providers/oauth";
import { type ProveedorOidc, runDeClaveUnica } from "./proveedor";

/** What a provider says of a person, in the one shape that the platform uses. */
export type PerfilExterno = {
  id: string;
  run: string | null;
  correo: string | null;
  /** When the provider last asked the person who they are; null when it does not say. */
  autenticadaEn: Date | null;
};

type Perfil = Record<string, unknown> & { sub: string };

/** Asks the provider for the person again, whatever session they have there, and for when it was. */
const OTRA_VEZ = { prompt: "login", max_age: "0" };

/** A provider of the configuration in next-auth's terms. `otraVez`: it must ask the person who they are again. */
export function proveedorNextAuth(proveedor: ProveedorOidc, otraVez = false): OAuthConfig<Perfil> {
  const pide = otraVez ? OTRA_VEZ : {};
  return proveedor.tipo === "claveunica" ? claveUnica(proveedor, pide) : generico(proveedor, pide);
}

/** The `auth_time` of an id token (seconds since 1970); null when it brings none. */
function instanteDe(authTime: unknown): Date | null {
  return typeof authTime === "number" && Number.isFinite(authTime) ? new Date(authTime * 1000) : null;
}

/** Any OIDC provider: discovery, PKCE, state, nonce and a verified id token. */
function generico(
  proveedor: Extract<ProveedorOidc, { tipo: "oidc" }>,
  pide: Record<string, string>,
): OAuthConfig<Perfil> {
  return {
    id: proveedor.id,
    name: proveedor.nombre,
    type: "oauth",
    wellKnown: `${proveedor.emisor.replace(/\/$/, "")}/.well-known/openid-configuration`,
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    authorization: { params: { scope: "openid email profile", ...pide } },
    clientId: proveedor.clienteId,
    clientSecret: proveedor.clienteSecreto,
    profile: (perfil) => {
      const confiable = proveedor.confiaCorreo && perfil.email_verified === true;
      const correo = confiable && typeof perfil.email === "string" ? perfil.email : null;
      return { id: perfil.sub, run: null, correo, autenticadaEn: instanteDe(perfil.auth_time) };
    },
  };
}

/**
 * ClaveÚnica, with its peculiarities: its own scope, the credentials in the body, the user information asked by POST,
 * and a person who is their RUN (`RolUnico`), never `sub` or e-mail.
 */
function claveUnica(
  proveedor: Extract<ProveedorOidc, { tipo: "claveunica" }>,
  pide: Record<string, string>,
): OAuthConfig<Perfil> {
  return {
    id: proveedor.id,
    name: proveedor.nombre,
    type: "oauth",
    issuer: proveedor.emisor,
    idToken: false,
    checks: ["state"],
    authorization: { url: proveedor.autorizacion, params: { scope: "openid run name", ...pide } },
    token: {
      url: proveedor.canje,
      // Its id token says only when the person proved who they are; who, is asked for with the access token.
      request: async ({ client, params, checks, provider }) => {
        if (!params.state || params.state !== checks.state) throw new Error("El state no corresponde.");
        const tokens = await client.grant({
          grant_type: "authorization_code",
          code: params.code ?? "",
          redirect_uri: provider.callbackUrl,
        });
        const { access_token = "", id_token } = tokens;
        return { tokens: { access_token, ...(id_token && { auth_time: tokens.claims().auth_time }) } };
      },
    },
    userinfo: {
      url: proveedor.usuario,
      request: async ({ client, tokens }) =>
        client.userinfo(tokens.access_token ?? "", { method: "POST", via: "header" }),
    },
    client: { token_endpoint_auth_method: "client_secret_post" },
    clientId: proveedor.clienteId,
    clientSecret: proveedor.clienteSecreto,
    profile: (perfil, tokens) => ({
      id: perfil.sub,
      run: runDeClaveUnica(perfil),
      correo: null,
      autenticadaEn: instanteDe(tokens.auth_time),
    }),
  };
}
