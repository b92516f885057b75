import { describe, expect, it } from "vitest";
import { iniciarExterno, terminarExterno } from "@/lib/borde/externo";
import { salidaExterna } from "@/lib/sesion/salida";
import { leerSesion, nombreCookie } from "@/lib/sesion/sesion";
import { conBase } from "@/tests/apoyo/base";
import { crearPersona, entornoDeIdentidad, solicitanteEn } from "@/tests/apoyo/identidad";
import { conProveedorOidc, guardar, Navegador, puertoLibre } from "@/tests/apoyo/proveedorOidc";

entornoDeIdentidad();
const CASA = process.env.URL_PUBLICA ?? "";
const retorno = (id: string) => `${CASA}/acceso/callback/${id}`;

const puertoUnica = await puertoLibre();
const unica = conProveedorOidc(
  puertoUnica,
  [
    {
      client_id: "plataforma",
      client_secret: "secreto-de-la-plataforma",
      redirect_uris: [retorno("claveunica")],
      token_endpoint_auth_method: "client_secret_post",
      response_types: ["code"],
      grant_types: ["authorization_code"],
    },
  ],
  { run: ["RolUnico"], name: ["name"] },
);
const puertoGenerico = await puertoLibre();
const generico = conProveedorOidc(
  puertoGenerico,
  [
    {
      client_id: "plataforma",
      client_secret: "otro-secreto-de-la-plataforma",
      redirect_uris: [retorno("ministerio")],
      response_types: ["code"],
      grant_types: ["authorization_code"],
    },
  ],
  { email: ["email", "email_verified"], profile: ["name"] },
);
process.env.OIDC_PROVEEDORES = JSON.stringify([
  {
    tipo: "claveunica",
    clienteId: "plataforma",
    clienteSecreto: "secreto-de-la-plataforma",
    emisor: unica.emisor,
    autorizacion: `${unica.emisor}/auth`,
    canje: `${unica.emisor}/token`,
    usuario: `${unica.emisor}/me`,
    salida: "https://accounts.claveunica.example/logout",
  },
  {
    tipo: "oidc",
    id: "ministerio",
    nombre: "Ministerio",
    clienteId: "plataforma",
    clienteSecreto: "otro-secreto-de-la-plataforma",
    emisor: generico.emisor,
    confiaCorreo: true,
  },
]);

const base = conBase();

async function ingresarCon(
  id: string,
  alterar: (consulta: Record<string, string>) => void = () => undefined,
) {
  const galletas = new Map<string, string>();
  const inicio = await iniciarExterno(id, "/institucion/SVA", solicitanteEn());
  for (const linea of inicio?.headers.getSetCookie() ?? []) guardar(galletas, linea);
  const ida = new URL(inicio?.headers.get("location") ?? "");
  const vuelta = await new Navegador(CASA).seguir(ida.href);
  const consulta = Object.fromEntries(vuelta.searchParams);
  alterar(consulta);
  const fin = await terminarExterno(id, consulta, Object.fromEntries(galletas), solicitanteEn());
  const puestas = new Map<string, string>();
  for (const linea of fin.headers.getSetCookie()) guardar(puestas, linea);
  const ficha = puestas.get(nombreCookie(false));
  return {
    ida,
    vuelta,
    destino: fin.headers.get("location"),
    sesion: ficha ? await leerSesion(ficha) : null,
  };
}

describe("ingresar con ClaveÚnica", () => {
  it("pide su alcance propio, consulta por POST y reconoce a la persona por su RUN", async () => {
    const { id } = await crearPersona(base, { run: "12345678-5" });
    unica.persona = {
      sub: "9001",
      RolUnico: { numero: 12345678, DV: "5", tipo: "RUN" },
      name: { nombres: ["Ana"] },
    };
    const { ida, vuelta, destino, sesion } = await ingresarCon("claveunica");
    expect(ida.searchParams.get("scope")).toBe("openid run name");
    expect(ida.searchParams.get("state")).toBeTruthy();
    expect(vuelta.pathname).toBe("/acceso/callback/claveunica");
    expect(unica.solicitudes).toContain("POST /me");
    expect(unica.solicitudes).not.toContain("GET /me");
    expect(destino).toBe(`${CASA}/institucion/SVA`);
    expect(sesion).toMatchObject({ usuario: { id }, metodo: "claveunica" });
  });

  it("ni el sub ni el correo son llave: sin ese RUN en la plataforma no entra", async () => {
    const { id, correo } = await crearPersona(base);
    await base.comoDueno(
      "INSERT INTO cuenta_externa (usuario_id, proveedor, sujeto) VALUES ($1, 'claveunica', '9002')",
      [id],
    );
    unica.persona = {
      sub: "9002",
      email: correo,
      email_verified: true,
      RolUnico: { numero: 7777777, DV: "6" },
    };
    expect(await ingresarCon("claveunica")).toMatchObject({
      destino: "/ingresar?aviso=cuenta_desconocida",
      sesion: null,
    });
  });

  it("sin RolUnico en la respuesta no hay a quién reconocer", async () => {
    unica.persona = { sub: "12345678-5" };
    expect(await ingresarCon("claveunica")).toMatchObject({
      destino: "/ingresar?aviso=externo",
      sesion: null,
    });
  });

  it("un state ajeno se rechaza", async () => {
    unica.persona = { sub: "9001", RolUnico: { numero: 12345678, DV: "5" } };
    const cambiado = await ingresarCon("claveunica", (consulta) => {
      consulta.state = "otro";
    });
    expect(cambiado).toMatchObject({ destino: "/ingresar?aviso=externo", sesion: null });
  });

  it("al salir se cierra también allá", () => {
    expect(salidaExterna("claveunica")).toBe(
      `https://accounts.claveunica.example/logout?redirect=${encodeURIComponent(`${CASA}/ingresar?aviso=salida`)}`,
    );
    expect(salidaExterna("clave")).toBeNull();
  });
});

describe("ingresar con otro proveedor OIDC", () => {
  it("la primera vez, por un correo verificado; después, por su cuenta aunque el correo cambie", async () => {
    const { id, correo } = await crearPersona(base);
    generico.persona = { sub: "u-1", email: correo.toUpperCase(), email_verified: true };
    const primera = await ingresarCon("ministerio");
    expect(primera.ida.searchParams.get("code_challenge_method")).toBe("S256");
    expect(primera.ida.searchParams.get("nonce")).toBeTruthy();
    expect(primera.sesion?.usuario.id).toBe(id);
    generico.persona = { sub: "u-1", email: "otro@prueba.example", email_verified: false };
    expect((await ingresarCon("ministerio")).sesion?.usuario.id).toBe(id);
  });

  it("un correo sin verificar no abre la cuenta de nadie", async () => {
    const { correo } = await crearPersona(base);
    generico.persona = { sub: "u-2", email: correo, email_verified: false };
    expect(await ingresarCon("ministerio")).toMatchObject({
      destino: "/ingresar?aviso=cuenta_desconocida",
      sesion: null,
    });
  });

  it("una cuenta desactivada no entra por ninguna puerta", async () => {
    const { id } = await crearPersona(base);
    await base.comoDueno(
      "INSERT INTO cuenta_externa (usuario_id, proveedor, sujeto) VALUES ($1, 'ministerio', 'u-3')",
      [id],
    );
    await base.comoDueno("UPDATE usuario SET activo = false WHERE id = $1", [id]);
    generico.persona = { sub: "u-3" };
    expect((await ingresarCon("ministerio")).sesion).toBeNull();
  });

  it("un proveedor que nadie configuró no existe, y no se vuelve a otro sitio", async () => {
    expect(await iniciarExterno("inventado", "/inicio", solicitanteEn())).toBeNull();
    const fin = await terminarExterno("inventado", {}, {}, solicitanteEn());
    expect(fin.headers.get("location")).toBe("/ingresar?aviso=externo");
    const inicio = await iniciarExterno("ministerio", "@malo.example/", solicitanteEn());
    expect(inicio?.headers.getSetCookie().join()).not.toContain("malo.example");
  });
});
