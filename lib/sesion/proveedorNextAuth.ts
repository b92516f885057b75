import type { OAuthConfig } from "next-auth/providers/oauth";
import { type ProveedorOidc, runDeClaveUnica } from "./proveedor";

/** What a provider says of a person, in the one shape that the platform uses. */
export type PerfilExterno = {
  id: string;
  run: string | null;
  correo: string | null;
};

type Perfil = Record<string, unknown> & { sub: string };

/** A provider of the configuration in next-auth's terms. */
export function proveedorNextAuth(proveedor: ProveedorOidc): OAuthConfig<Perfil> {
  return proveedor.tipo === "claveunica" ? claveUnica(proveedor) : generico(proveedor);
}

/** Any OIDC provider: discovery, PKCE, state, nonce and a verified id token. */
function generico(proveedor: Extract<ProveedorOidc, { tipo: "oidc" }>): OAuthConfig<Perfil> {
  return {
    id: proveedor.id,
    name: proveedor.nombre,
    type: "oauth",
    wellKnown: `${proveedor.emisor.replace(/\/$/, "")}/.well-known/openid-configuration`,
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    authorization: { params: { scope: "openid email profile" } },
    clientId: proveedor.clienteId,
    clientSecret: proveedor.clienteSecreto,
    profile: (perfil) => {
      const confiable = proveedor.confiaCorreo && perfil.email_verified === true;
      const correo = confiable && typeof perfil.email === "string" ? perfil.email : null;
      return { id: perfil.sub, run: null, correo };
    },
  };
}

/**
 * ClaveÚnica, with its peculiarities: its own scope, the credentials in the body, the user information asked by POST,
 * and a person who is their RUN (`RolUnico`), never `sub` or e-mail.
 */
function claveUnica(proveedor: Extract<ProveedorOidc, { tipo: "claveunica" }>): OAuthConfig<Perfil> {
  return {
    id: proveedor.id,
    name: proveedor.nombre,
    type: "oauth",
    issuer: proveedor.emisor,
    idToken: false,
    checks: ["state"],
    authorization: { url: proveedor.autorizacion, params: { scope: "openid run name" } },
    token: {
      url: proveedor.canje,
      // It also hands an id token, which nothing here relies on: the person is asked for with the access token.
      request: async ({ client, params, checks, provider }) => {
        if (!params.state || params.state !== checks.state) throw new Error("El state no corresponde.");
        const tokens = await client.grant({
          grant_type: "authorization_code",
          code: params.code ?? "",
          redirect_uri: provider.callbackUrl,
        });
        return { tokens: { access_token: tokens.access_token ?? "" } };
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
    profile: (perfil) => ({ id: perfil.sub, run: runDeClaveUnica(perfil), correo: null }),
  };
}
