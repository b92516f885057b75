import { describe, expect, it } from "vitest";
import { politicaDePagina } from "@/lib/borde/cabeceras";
import { leerConfiguracion } from "@/lib/sesion/configuracion";
import { runDeClaveUnica } from "@/lib/sesion/proveedor";
import { nombreCookie } from "@/lib/sesion/sesion";

const SECRETO_SESION = "x".repeat(40);

describe("la configuración de identidad", () => {
  it("sin secreto, o con uno corto, no arranca y dice cuál variable falta", () => {
    expect(() => leerConfiguracion({})).toThrow(/SECRETO_SESION/);
    expect(() => leerConfiguracion({ SECRETO_SESION: "corto" })).toThrow(/32 caracteres/);
  });

  it("30 minutos sin actividad y 12 horas en total, salvo que se diga otra cosa", () => {
    expect(leerConfiguracion({ SECRETO_SESION })).toMatchObject({ inactivaMinutos: 30, maximaMinutos: 720 });
    expect(leerConfiguracion({ SECRETO_SESION, SESION_INACTIVA_MINUTOS: "10" }).inactivaMinutos).toBe(10);
  });

  it("ClaveÚnica basta nombrarla: lo demás lo sabe la plataforma", () => {
    const OIDC_PROVEEDORES = JSON.stringify([{ tipo: "claveunica", clienteId: "a", clienteSecreto: "b" }]);
    expect(leerConfiguracion({ SECRETO_SESION, OIDC_PROVEEDORES }).proveedores).toEqual([
      expect.objectContaining({
        id: "claveunica",
        usuario: "https://accounts.claveunica.gob.cl/openid/userinfo",
      }),
    ]);
  });

  it("proveedores ilegibles se rechazan nombrando la variable", () => {
    expect(() => leerConfiguracion({ SECRETO_SESION, OIDC_PROVEEDORES: "{" })).toThrow(/OIDC_PROVEEDORES/);
  });

  it("por https la cookie es __Host-", () => {
    expect(leerConfiguracion({ SECRETO_SESION, URL_PUBLICA: "https://cseu.example/" })).toMatchObject({
      segura: true,
      urlPublica: "https://cseu.example",
    });
    expect(nombreCookie(true)).toBe("__Host-cseu-sesion");
    expect(nombreCookie(false)).toBe("cseu-sesion");
  });
});

describe("el RUN de ClaveÚnica", () => {
  it("viene de RolUnico y de ninguna otra parte", () => {
    expect(runDeClaveUnica({ sub: "44444444", RolUnico: { numero: 12345678, DV: "5", tipo: "RUN" } })).toBe(
      "12345678-5",
    );
    expect(runDeClaveUnica({ sub: "1", RolUnico: { numero: "6", DV: "k" } })).toBe("6-K");
    expect(runDeClaveUnica({ sub: "12345678-5" })).toBeNull();
    expect(runDeClaveUnica(null)).toBeNull();
  });
});

describe("la política de contenidos", () => {
  const opciones = { nonce: "n0", segura: true, proveedores: [], desarrollo: false };

  it("no admite scripts en línea ni eval, ni marcos, ni base", () => {
    const csp = politicaDePagina(opciones);
    const script = csp.split("; ").find((d) => d.startsWith("script-src "));
    expect(script).toBe("script-src 'self' 'nonce-n0' 'strict-dynamic'");
    expect(csp).toContain("base-uri 'none'");
    expect(csp).toContain("frame-ancestors 'none'");
    expect(csp).toContain("object-src 'none'");
  });

  it("los estilos llevan su nonce; solo en desarrollo pueden ir en línea, y entonces sin él, que los prohibiría", () => {
    const estilos = (desarrollo: boolean) =>
      politicaDePagina({ ...opciones, desarrollo })
        .split("; ")
        .find((d) => d.startsWith("style-src "));
    expect(estilos(false)).toBe("style-src 'self' 'nonce-n0'");
    expect(estilos(true)).toBe("style-src 'self' 'unsafe-inline'");
  });

  it("un formulario puede llevar solo a los proveedores configurados", () => {
    const { proveedores } = leerConfiguracion({
      SECRETO_SESION,
      OIDC_PROVEEDORES: JSON.stringify([{ tipo: "claveunica", clienteId: "a", clienteSecreto: "b" }]),
    });
    const csp = politicaDePagina({ ...opciones, proveedores });
    expect(csp).toContain("form-action 'self' https://accounts.claveunica.gob.cl;");
  });
});
