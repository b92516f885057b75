import { describe, expect, it } from "vitest";
import { iniciarExterno, terminarExterno } from "@/lib/borde/externo";
import { autenticadaHacePoco } from "@/lib/flujo/actor";
import { salidaExterna } from "@/lib/sesion/salida";
import { leerSesion, nombreCookie } from "@/lib/sesion/sesion";
import { conBase } from "@/tests/apoyo/base";
import {
  crearInstitucion,
  crearPersona,
  darFuncion,
  entornoDeIdentidad,
  solicitanteEn,
} from "@/tests/apoyo/identidad";
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

type Intento = {
  /** Changes what the provider sends back. */
  alterar?: (consulta: Record<string, string>) => void;
  /** Changes what the provider is asked. */
  alterarIda?: (pedido: URLSearchParams) => void;
  /** The provider must ask the person again. */
  otraVez?: boolean;
  navegador?: Navegador;
};

async function ingresarCon(id: string, intento: Intento = {}) {
  const { alterar = () => undefined, alterarIda, otraVez = false, navegador } = intento;
  const galletas = new Map<string, string>();
  const inicio = await iniciarExterno(id, "/institucion/SVA", solicitanteEn(), otraVez);
  for (const linea of inicio?.headers.getSetCookie() ?? []) guardar(galletas, linea);
  const ida = new URL(inicio?.headers.get("location") ?? "");
  alterarIda?.(ida.searchParams);
  const vuelta = await (navegador ?? new Navegador(CASA)).seguir(ida.href);
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
    const cambiado = await ingresarCon("claveunica", {
      alterar: (consulta) => {
        consulta.state = "otro";
      },
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

describe("confirmar la identidad antes de firmar", () => {
  const PROVEEDORES = [
    { id: "claveunica", servidor: unica, persona: { sub: "9007", RolUnico: { numero: 11111111, DV: "1" } } },
    { id: "ministerio", servidor: generico, persona: { sub: "u-7" } },
  ] as const;
  const preguntas = (servidor: typeof unica) =>
    servidor.solicitudes.filter((una) => una.includes(" /persona/")).length;
  const reciente = (sesion: Awaited<ReturnType<typeof ingresarCon>>["sesion"]) =>
    sesion?.actor ? autenticadaHacePoco(sesion.actor, new Date()) : null;

  it.each(PROVEEDORES)(
    "con $id: se pide otra vez a la persona, y vale lo que diga de cuándo fue",
    async (uno) => {
      const { id: proveedor, servidor, persona } = uno;
      const lugar = await crearInstitucion(base);
      const { id } = await crearPersona(base, {
        run: proveedor === "claveunica" ? "11111111-1" : "2222222-2",
      });
      await darFuncion(base, id, "integrante_comite", lugar.id);
      await base.comoDueno("INSERT INTO cuenta_externa (usuario_id, proveedor, sujeto) VALUES ($1, $2, $3)", [
        id,
        proveedor,
        persona.sub,
      ]);
      servidor.persona = persona;
      const navegador = new Navegador(CASA);
      await ingresarCon(proveedor, { navegador });
      const antes = preguntas(servidor);

      // The provider remembers the person and lets them in without asking: that is no proof of who is sitting there.
      const callado = await ingresarCon(proveedor, { navegador });
      expect(preguntas(servidor)).toBe(antes);
      expect(callado.sesion?.usuario.id).toBe(id);
      expect(reciente(callado.sesion)).toBe(false);

      const confirmado = await ingresarCon(proveedor, { navegador, otraVez: true });
      expect(confirmado.ida.searchParams.get("prompt")).toBe("login");
      expect(confirmado.ida.searchParams.get("max_age")).toBe("0");
      expect(preguntas(servidor)).toBe(antes + 1);
      expect(reciente(confirmado.sesion)).toBe(true);

      // Somebody at an unlocked computer takes the demand out of the address.
      const burlado = await ingresarCon(proveedor, {
        navegador,
        otraVez: true,
        alterarIda: (pedido) => {
          pedido.delete("prompt");
          pedido.delete("max_age");
        },
      });
      expect(preguntas(servidor)).toBe(antes + 1);
      expect(reciente(burlado.sesion)).toBe(false);
    },
  );
});
