import { describe, expect, it } from "vitest";
import { elegirClave, leerEnlaceClave, pedirClave } from "@/lib/casos/ingreso/clave";
import { LIMITES } from "@/lib/casos/ingreso/comprobarClave";
import { ingresar } from "@/lib/casos/ingreso/ingresar";
import { cerrarMia, cerrarOtras, misSesiones, salir } from "@/lib/casos/sesion/cerrar";
import { cambiarClave, reautenticar } from "@/lib/casos/sesion/perfil";
import { ponerseSombrero } from "@/lib/casos/sesion/sombrero";
import { leerSesion, sellarSesion } from "@/lib/sesion/sesion";
import { conBase } from "@/tests/apoyo/base";
import {
  CLAVE,
  contextoDe,
  crearInstitucion,
  crearPersona,
  darFuncion,
  entornoDeIdentidad,
  sesionDe,
  solicitanteEn,
} from "@/tests/apoyo/identidad";

entornoDeIdentidad();
const base = conBase();

async function abrir(correo: string, clave = CLAVE, solicitante = solicitanteEn()) {
  const abierta = await ingresar({ correo, clave }, solicitante);
  return abierta.ok ? sellarSesion(abierta.valor.sesionId) : abierta.falla.codigo;
}

describe("ingresar con correo y clave", () => {
  it("abre una sesión nueva cada vez, y termina la que tenía ese navegador", async () => {
    const { correo, id } = await crearPersona(base);
    const primera = await ingresar({ correo: `  ${correo.toUpperCase()} `, clave: CLAVE }, solicitanteEn());
    if (!primera.ok) throw new Error(primera.falla.codigo);
    const segunda = await ingresar(
      { correo, clave: CLAVE },
      { ...solicitanteEn(), sesionAnterior: primera.valor.sesionId },
    );
    if (!segunda.ok) throw new Error(segunda.falla.codigo);
    expect(segunda.valor.sesionId).not.toBe(primera.valor.sesionId);
    expect(await leerSesion(await sellarSesion(primera.valor.sesionId))).toBeNull();
    expect((await leerSesion(await sellarSesion(segunda.valor.sesionId)))?.usuario.id).toBe(id);
  });

  it("dice lo mismo si la cuenta no existe, si la clave es otra o si está desactivada", async () => {
    const { correo } = await crearPersona(base);
    const inactiva = await crearPersona(base);
    await base.comoDueno("UPDATE usuario SET activo = false WHERE id = $1", [inactiva.id]);
    const respuestas = await Promise.all([
      ingresar({ correo, clave: "otra cosa" }, solicitanteEn(undefined, "o1")),
      ingresar({ correo: "nadie@prueba.example", clave: CLAVE }, solicitanteEn(undefined, "o1")),
      ingresar({ correo: inactiva.correo, clave: CLAVE }, solicitanteEn(undefined, "o1")),
    ]);
    expect(respuestas[0]).toMatchObject({ ok: false, falla: { codigo: "credenciales" } });
    expect(respuestas[1]).toEqual(respuestas[0]);
    expect(respuestas[2]).toEqual(respuestas[0]);
  });

  it("limita por cuenta aunque lleguen todos a la vez, exista o no la cuenta", async () => {
    const { correo } = await crearPersona(base);
    for (const cuenta of [correo, "fantasma@prueba.example"]) {
      const rafaga = await Promise.all(
        Array.from({ length: LIMITES.cuenta + 5 }, (_, i) =>
          abrir(cuenta, "mala", solicitanteEn(undefined, `r${i}`)),
        ),
      );
      expect(rafaga.filter((codigo) => codigo === "credenciales")).toHaveLength(LIMITES.cuenta);
      expect(rafaga.filter((codigo) => codigo === "demasiados_intentos")).toHaveLength(5);
    }
    expect(await abrir(correo)).toBe("demasiados_intentos");
    const despues = new Date(Date.now() + (LIMITES.minutos + 1) * 60_000);
    expect(await abrir(correo, CLAVE, solicitanteEn(despues))).toMatch(/^ey/);
  });

  it("que otro falle desde afuera no cierra la puerta a quien entra desde donde suele, ni a quien elige otra clave", async () => {
    const { correo } = await crearPersona(base);
    const casa = solicitanteEn(undefined, "casa");
    const fallar = (origen: string, veces: number) =>
      Promise.all(
        Array.from({ length: veces }, () => abrir(correo, "mala", solicitanteEn(undefined, origen))),
      );
    expect(await abrir(correo, CLAVE, casa)).toMatch(/^ey/);
    await fallar("afuera", LIMITES.cuenta + 3);
    expect(await abrir(correo, CLAVE, solicitanteEn(undefined, "de viaje"))).toBe("demasiados_intentos");
    expect(await abrir(correo, CLAVE, casa)).toMatch(/^ey/);
    // From there too there is a limit.
    await fallar("casa", LIMITES.cuenta);
    expect(await abrir(correo, CLAVE, casa)).toBe("demasiados_intentos");

    const ahora = new Date();
    await pedirClave({ correo }, ahora);
    const [{ texto } = { texto: "" }] = await base.comoDueno<{ texto: string }>(
      "SELECT texto FROM correo WHERE para = $1 ORDER BY creado_en DESC LIMIT 1",
      [correo],
    );
    const token = /\/clave\/([\w-]+)/.exec(texto)?.[1] ?? "";
    const deViaje = solicitanteEn(undefined, "de viaje");
    const nueva = "una frase que no es la de antes";
    expect(await elegirClave({ token, clave: nueva }, ahora, deViaje)).toMatchObject({ ok: true });
    expect(await abrir(correo, nueva, deViaje)).toMatch(/^ey/);
  });

  it("limita por origen, sin castigar a quien viene de otro ni a quien suele venir de ese", async () => {
    const origen = "203.0.113.9";
    const deSiempre = (await crearPersona(base)).correo;
    expect(await abrir(deSiempre, CLAVE, solicitanteEn(undefined, origen))).toMatch(/^ey/);
    await base.comoDueno(
      `INSERT INTO intento_ingreso (cuenta, origen, instante, exito)
       SELECT 'x' || n, $1, now(), false FROM generate_series(1, ${LIMITES.origen}) n`,
      [origen],
    );
    const { correo } = await crearPersona(base);
    expect(await abrir(correo, CLAVE, solicitanteEn(undefined, origen))).toBe("demasiados_intentos");
    expect(await abrir(correo)).toMatch(/^ey/);
    expect(await abrir(deSiempre, CLAVE, solicitanteEn(undefined, origen))).toMatch(/^ey/);
  });
});

describe("la sesión se mira en cada solicitud", () => {
  it("una ficha ajena, alterada o de otro secreto no vale", async () => {
    expect(await leerSesion("cualquier cosa")).toBeNull();
    const { id } = await crearPersona(base);
    const sesion = await sesionDe(base, id, null);
    const ficha = await sellarSesion(sesion.id);
    expect(await leerSesion(`${ficha.slice(0, -3)}abc`)).toBeNull();
  });

  it.each([
    ["sin actividad por 30 minutos", "vista_en = now() - interval '31 minutes'"],
    ["pasadas las 12 horas", "expira_en = now() - interval '1 second'"],
    ["cerrada", "cerrada_en = now()"],
  ])("termina %s", async (_por, cambio) => {
    const { id } = await crearPersona(base);
    const sesion = await sesionDe(base, id, null);
    await base.comoDueno(`UPDATE sesion SET ${cambio} WHERE id = $1`, [sesion.id]);
    expect(await leerSesion(await sellarSesion(sesion.id))).toBeNull();
  });

  it("usarla la mantiene viva; preguntar cuánto queda, no", async () => {
    const { id } = await crearPersona(base);
    const { id: sesion } = await sesionDe(base, id, null);
    const hace = async () => {
      const [fila] = await base.comoDueno<{ s: number }>(
        "SELECT extract(epoch FROM now() - vista_en)::float8 AS s FROM sesion WHERE id = $1",
        [sesion],
      );
      return fila?.s ?? 0;
    };
    await base.comoDueno("UPDATE sesion SET vista_en = now() - interval '20 minutes' WHERE id = $1", [
      sesion,
    ]);
    await leerSesion(await sellarSesion(sesion), false);
    expect(await hace()).toBeGreaterThan(1000);
    await leerSesion(await sellarSesion(sesion));
    expect(await hace()).toBeLessThan(60);
  });

  it("haber sido vista no llena la bitácora", async () => {
    const { id } = await crearPersona(base);
    const { id: sesion } = await sesionDe(base, id, null);
    const cuantas = async () =>
      (await base.comoAdmin("SELECT FROM bitacora WHERE tabla = 'sesion' AND fila ->> 'id' = $1", [sesion]))
        .length;
    await base.comoDueno("UPDATE sesion SET vista_en = now() - interval '20 minutes' WHERE id = $1", [
      sesion,
    ]);
    const antes = await cuantas();
    await leerSesion(await sellarSesion(sesion));
    expect(await cuantas()).toBe(antes);
  });

  it("cada función alcanza lo suyo y nada más", async () => {
    const [una, otra] = [await crearInstitucion(base), await crearInstitucion(base)];
    const { id } = await crearPersona(base);
    const titular = await darFuncion(base, id, "contraparte_titular", una.id);
    const externo = await darFuncion(base, id, "validador_externo", otra.id);
    const lectora = await darFuncion(base, id, "lector", otra.id);
    const comoTitular = await sesionDe(base, id, titular);
    expect(comoTitular.actor?.alcance).toEqual([una.id]);
    expect(comoTitular.sombreros).toHaveLength(3);
    expect((await sesionDe(base, id, externo)).actor?.alcance).toEqual([otra.id]);
    await base.comoDueno("UPDATE membresia SET hasta = now() WHERE id = $1", [lectora]);
    expect((await sesionDe(base, id, lectora)).actor).toBeNull();
    expect((await contextoDe(base, "coordinacion")).actor.alcance).toBe("*");
  });

  it("quien revisa alcanza las instituciones de sus grupos del ejercicio en curso, mientras esté en la dupla", async () => {
    const [suya, ajena] = [await crearInstitucion(base), await crearInstitucion(base)];
    const [ejercicio] = await base.comoDueno<{ id: string }>(
      `INSERT INTO ejercicio (anio, edicion, apertura_ajuste, cierre_ajuste, apertura_envio, cierre_envio)
       VALUES (2025, 'e3-2025', '2025-01-02', '2025-07-01', '2025-07-01', '2026-01-01') RETURNING id`,
    );
    const grupo = async (nombre: string, institucionId: string) => {
      const [fila] = await base.comoDueno<{ id: string }>(
        "INSERT INTO grupo (ejercicio_id, nombre) VALUES ($1, $2) RETURNING id",
        [ejercicio?.id, nombre],
      );
      await base.comoDueno("INSERT INTO grupo_institucion VALUES ($1, $2, $3)", [
        ejercicio?.id,
        institucionId,
        fila?.id,
      ]);
      return fila?.id ?? "";
    };
    const mio = await grupo("A", suya.id);
    await grupo("B", ajena.id);
    const { id } = await crearPersona(base);
    const revisor = await darFuncion(base, id, "revisor", null);
    expect((await sesionDe(base, id, revisor)).actor?.alcance).toEqual([]);
    await base.comoDueno("INSERT INTO dupla (grupo_id, usuario_id, posicion) VALUES ($1, $2, 1)", [mio, id]);
    expect((await sesionDe(base, id, revisor)).actor?.alcance).toEqual([suya.id]);
    await base.comoDueno("UPDATE dupla SET hasta = now() WHERE usuario_id = $1", [id]);
    expect((await sesionDe(base, id, revisor)).actor?.alcance).toEqual([]);
  });

  it("cambiar de función: solo a una propia y vigente", async () => {
    const { id } = await crearPersona(base);
    const otra = await crearPersona(base);
    const [a, b] = [await crearInstitucion(base), await crearInstitucion(base)];
    const una = await darFuncion(base, id, "lector", a.id);
    const dos = await darFuncion(base, id, "lector", b.id);
    const ajena = await darFuncion(base, otra.id, "contraparte_titular", b.id);
    const sesion = await sesionDe(base, id, una);
    const quien = { usuarioId: id, sesionId: sesion.id, alcance: [] };
    expect(await ponerseSombrero(quien, ajena)).toMatchObject({
      ok: false,
      falla: { codigo: "no_encontrado" },
    });
    expect(await ponerseSombrero(quien, dos)).toMatchObject({ ok: true });
    expect((await leerSesion(await sellarSesion(sesion.id)))?.institucion?.id).toBe(b.id);
  });
});

describe("mis sesiones", () => {
  it("se listan, se cierran las otras, y una ajena es como si no existiera", async () => {
    const { id } = await crearPersona(base);
    const otra = await crearPersona(base);
    const [esta, segunda, tercera] = [
      await sesionDe(base, id, null),
      await sesionDe(base, id, null),
      await sesionDe(base, id, null),
    ];
    const ajena = await sesionDe(base, otra.id, null);
    const quien = { usuarioId: id, sesionId: esta.id, alcance: [] };
    expect(await misSesiones(quien)).toMatchObject({ ok: true, valor: { length: 3 } });
    expect(await cerrarMia(quien, { sesion: ajena.id })).toMatchObject({
      falla: { codigo: "no_encontrado" },
    });
    expect(await cerrarMia(quien, { sesion: segunda.id })).toMatchObject({ ok: true });
    expect(await cerrarOtras(quien)).toEqual({ ok: true, valor: { cerradas: 1 } });
    expect(await leerSesion(await sellarSesion(tercera.id))).toBeNull();
    expect(await leerSesion(await sellarSesion(ajena.id))).not.toBeNull();
    await salir(quien);
    expect(await leerSesion(await sellarSesion(esta.id))).toBeNull();
  });
});

describe("la clave propia", () => {
  it("reautenticarse renueva la prueba de identidad; con otra clave, no", async () => {
    const ctx = await contextoDe(base, "integrante_comite");
    const leer = async () =>
      (
        await base.comoDueno<{ a: Date }>("SELECT autenticada_en AS a FROM sesion WHERE id = $1", [
          ctx.actor.sesionId,
        ])
      )[0]?.a.getTime() ?? 0;
    await base.comoDueno("UPDATE sesion SET autenticada_en = now() - interval '1 hour' WHERE id = $1", [
      ctx.actor.sesionId,
    ]);
    const antes = await leer();
    expect(await reautenticar(ctx, { clave: "no es esta" }, "o")).toMatchObject({
      falla: { codigo: "credenciales" },
    });
    expect(await leer()).toBe(antes);
    expect(await reautenticar(ctx, { clave: CLAVE }, "o")).toMatchObject({ ok: true });
    expect(await leer()).toBeGreaterThan(antes);
  });

  it("cambiarla cierra las otras sesiones y avisa por correo", async () => {
    const ctx = await contextoDe(base, "lector");
    const otra = await sesionDe(base, ctx.actor.usuarioId, ctx.actor.membresiaId);
    const nueva = "otra frase bien distinta";
    expect(await cambiarClave(ctx, { actual: "no es", nueva }, "o")).toMatchObject({
      falla: { campos: { actual: expect.any(String) } },
    });
    expect(await cambiarClave(ctx, { actual: CLAVE, nueva: "corta" }, "o")).toMatchObject({
      falla: { codigo: "clave_debil" },
    });
    expect(await cambiarClave(ctx, { actual: CLAVE, nueva }, "o")).toMatchObject({ ok: true });
    expect(await leerSesion(await sellarSesion(otra.id))).toBeNull();
    expect(await leerSesion(await sellarSesion(ctx.actor.sesionId))).not.toBeNull();
    expect(
      await base.comoDueno("SELECT FROM correo WHERE clave LIKE $1", [
        `clave-cambiada:${ctx.actor.usuarioId}:%`,
      ]),
    ).toHaveLength(1);
  });

  it("olvidada: un enlace que sirve una vez, vence y no dice si la cuenta existe", async () => {
    const { correo, id } = await crearPersona(base);
    const ahora = new Date();
    const antes = await sesionDe(base, id, null);
    expect(await pedirClave({ correo: "nadie@prueba.example" }, ahora)).toEqual(
      await pedirClave({ correo }, ahora),
    );
    await pedirClave({ correo }, ahora);
    const mensajes = await base.comoDueno<{ texto: string }>("SELECT texto FROM correo WHERE para = $1", [
      correo,
    ]);
    expect(mensajes).toHaveLength(1);
    const token = /\/clave\/([\w-]+)/.exec(mensajes[0]?.texto ?? "")?.[1] ?? "";
    expect(await base.comoDueno("SELECT FROM enlace_clave WHERE token_hash = $1", [token])).toHaveLength(0);
    expect(await leerEnlaceClave(token, new Date(ahora.getTime() + 3 * 3_600_000))).toMatchObject({
      ok: false,
    });

    const nueva = "una frase completamente nueva";
    const dos = await Promise.all([
      elegirClave({ token, clave: nueva }, ahora, solicitanteEn()),
      elegirClave({ token, clave: nueva }, ahora, solicitanteEn()),
    ]);
    expect(dos.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await leerSesion(await sellarSesion(antes.id))).toBeNull();
    expect(await abrir(correo, nueva)).toMatch(/^ey/);
    expect(await abrir(correo)).toBe("credenciales");
  });
});
