import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Configuration, Provider } from "oidc-provider";
import { afterAll, beforeAll } from "vitest";

export type PersonaOidc = { sub: string } & Record<string, unknown>;

export type ProveedorDePrueba = {
  readonly emisor: string;
  /** Whoever signs in from now on. */
  persona: PersonaOidc;
  /** Requests received by path, with their method. */
  readonly solicitudes: string[];
};

/**
 * A real OIDC server that signs in whoever is set in `persona`, without asking: the login page is the provider's own
 * business. Started before the tests of the file and stopped after them.
 * @param clientes as the server registers them
 * @param alcances scopes with the claims that each gives
 */
export function conProveedorOidc(
  puerto: number,
  clientes: Configuration["clients"],
  alcances: Readonly<Record<string, string[]>>,
): ProveedorDePrueba {
  const emisor = `http://localhost:${puerto}`;
  const prueba: ProveedorDePrueba = { emisor, persona: { sub: "nadie" }, solicitudes: [] };
  const servidor = createServer();

  beforeAll(async () => {
    const proveedor = new Provider(emisor, {
      clients: clientes ?? [],
      claims: { openid: ["sub"], ...alcances },
      scopes: ["openid", ...Object.keys(alcances)],
      pkce: { required: () => false },
      features: { devInteractions: { enabled: false } },
      conformIdTokenClaims: false,
      cookies: { keys: ["clave-de-prueba"] },
      ttl: { AccessToken: 600, IdToken: 600, Grant: 600, Session: 600, Interaction: 600 },
      findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => ({ ...prueba.persona, sub }) }),
      interactions: { url: (_ctx, interaccion) => `/persona/${interaccion.uid}` },
      async loadExistingGrant(ctx) {
        const grant = new ctx.oidc.provider.Grant({
          clientId: ctx.oidc.client?.clientId ?? "",
          accountId: ctx.oidc.session?.accountId ?? "",
        });
        grant.addOIDCScope(["openid", ...Object.keys(alcances)].join(" "));
        await grant.save();
        return grant;
      },
    });
    const atender = proveedor.callback();
    servidor.on("request", (req, res) => {
      const ruta = (req.url ?? "").split("?")[0] ?? "";
      prueba.solicitudes.push(`${req.method} ${ruta}`);
      if (ruta.startsWith("/persona/")) {
        proveedor
          .interactionFinished(req, res, { login: { accountId: prueba.persona.sub } })
          .catch(() => res.destroy());
        return;
      }
      atender(req, res);
    });
    await new Promise<void>((listo) => servidor.listen(puerto, "127.0.0.1", () => listo()));
  });
  afterAll(async () => {
    servidor.closeAllConnections();
    await new Promise((listo) => servidor.close(listo));
  });
  return prueba;
}

/** A free port of this machine. */
export async function puertoLibre(): Promise<number> {
  const sonda = createServer();
  await new Promise<void>((listo) => sonda.listen(0, "127.0.0.1", () => listo()));
  const { port } = sonda.address() as AddressInfo;
  await new Promise((listo) => sonda.close(listo));
  return port;
}

/** What a browser would do: keeps cookies by host and follows redirections until it is sent to `hasta`. */
export class Navegador {
  private readonly galletas = new Map<string, Map<string, string>>();

  constructor(private readonly hasta: string) {}

  /** Follows from an address. Returns the one, under `hasta`, where it was sent. */
  async seguir(desde: string): Promise<URL> {
    let actual = desde;
    for (let saltos = 0; saltos < 15; saltos++) {
      if (actual.startsWith(this.hasta)) return new URL(actual);
      const { host } = new URL(actual);
      const propias = this.galletas.get(host) ?? new Map<string, string>();
      this.galletas.set(host, propias);
      const cookie = [...propias].map(([nombre, valor]) => `${nombre}=${valor}`).join("; ");
      const respuesta = await fetch(actual, { redirect: "manual", headers: cookie ? { cookie } : {} });
      for (const linea of respuesta.headers.getSetCookie()) guardar(propias, linea);
      const destino = respuesta.headers.get("location");
      if (!destino) throw new Error(`${respuesta.status} en ${actual}: ${await respuesta.text()}`);
      actual = new URL(destino, actual).href;
    }
    throw new Error("Demasiadas redirecciones.");
  }
}

/** Keeps one `Set-Cookie` line among others, by name. */
export function guardar(galletas: Map<string, string>, linea: string): void {
  const [par = ""] = linea.split(";");
  const corte = par.indexOf("=");
  galletas.set(par.slice(0, corte), decodeURIComponent(par.slice(corte + 1)));
}
