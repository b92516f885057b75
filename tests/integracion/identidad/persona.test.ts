import { describe, expect, it } from "vitest";
import { guardarHitos } from "@/lib/casos/administracion/ejercicio";
import { guardarInstitucion, instituciones } from "@/lib/casos/administracion/institucion";
import { activar, cerrarSesionesDe, personas } from "@/lib/casos/administracion/persona";
import { leerBandeja } from "@/lib/casos/demo/bandeja";
import { fijarReloj } from "@/lib/casos/demo/reloj";
import { ingresar } from "@/lib/casos/ingreso/ingresar";
import { leerInicio } from "@/lib/casos/institucion/inicio";
import { aceptarInvitacion, leerInvitacion } from "@/lib/casos/persona/aceptar";
import { DIAS_INVITACION, invitar } from "@/lib/casos/persona/invitar";
import { listarPersonas, listarRed } from "@/lib/casos/persona/listar";
import { anular, reenviar } from "@/lib/casos/persona/pendiente";
import { retirar } from "@/lib/casos/persona/retirar";
import { cambiarClave, guardarPerfil, leerPerfil } from "@/lib/casos/sesion/perfil";
import { porQueSinFuncion } from "@/lib/casos/sesion/sinFuncion";
import { exito } from "@/lib/flujo/resultado";
import { leerSesion, sellarSesion } from "@/lib/sesion/sesion";
import { conBase } from "@/tests/apoyo/base";
import { forasteroNoCambiaNada } from "@/tests/apoyo/forastero";
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

const NUEVA = { nombre: "Nueva Persona", cargo: null, area: null, preside: false };

async function ultimoToken(correo: string): Promise<string> {
  const [fila] = await base.comoDueno<{ texto: string }>(
    "SELECT texto FROM correo WHERE para = $1 ORDER BY creado_en DESC LIMIT 1",
    [correo],
  );
  return /\/invitacion\/([\w-]+)/.exec(fila?.texto ?? "")?.[1] ?? "";
}

describe("invitar", () => {
  it("la contraparte invita por correo; el enlace sirve una vez y quien llega ve lo suyo", async () => {
    const ctx = await contextoDe(base, "contraparte_titular");
    const correo = "llega@prueba.example";
    expect(
      await invitar(ctx, ctx.institucion, {
        ...NUEVA,
        correo: "Llega@Prueba.example",
        rol: "contraparte_suplente",
      }),
    ).toMatchObject({ ok: true });
    const token = await ultimoToken(correo);
    expect(await leerInvitacion(token, ctx.ahora)).toMatchObject({
      valor: { correo, rol: "contraparte_suplente", institucion: ctx.institucion.nombre, tieneCuenta: false },
    });
    const aceptar = () => aceptarInvitacion({ token, nombre: "Nueva Persona", clave: CLAVE }, ctx.ahora);
    const dos = await Promise.all([aceptar(), aceptar()]);
    expect(dos.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await aceptar()).toMatchObject({ falla: { codigo: "no_encontrado" } });
    const abierta = await ingresar({ correo, clave: CLAVE }, solicitanteEn());
    if (!abierta.ok) throw new Error(abierta.falla.codigo);
    const sesion = await leerSesion(await sellarSesion(abierta.valor.sesionId));
    expect(sesion?.actor).toMatchObject({ rol: "contraparte_suplente", alcance: [ctx.institucion.id] });
  });

  it("vence, se anula, y volver a invitar deja sin efecto el enlace anterior", async () => {
    const ctx = await contextoDe(base, "contraparte_titular");
    const invitacion = { ...NUEVA, correo: "lenta@prueba.example", rol: "lector" as const };
    await invitar(ctx, ctx.institucion, invitacion);
    const primero = await ultimoToken(invitacion.correo);
    const tarde = new Date(ctx.ahora.getTime() + DIAS_INVITACION * 86_400_000);
    expect(await leerInvitacion(primero, tarde)).toMatchObject({ ok: false });
    await invitar({ ...ctx, ahora: new Date(ctx.ahora.getTime() + 1000) }, ctx.institucion, invitacion);
    expect(await leerInvitacion(primero, ctx.ahora)).toMatchObject({ ok: false });
    const segundo = await ultimoToken(invitacion.correo);
    const lista = await listarPersonas(ctx, ctx.institucion.id);
    if (!lista.ok || !lista.valor.invitaciones[0]) throw new Error("falta la invitación");
    expect(await anular(ctx, ctx.institucion, { invitacion: lista.valor.invitaciones[0].id })).toMatchObject({
      ok: true,
    });
    expect(await leerInvitacion(segundo, ctx.ahora)).toMatchObject({ ok: false });
  });

  it("vencida sigue a la vista y se reenvía: llega un enlace nuevo y el anterior no revive", async () => {
    const ctx = await contextoDe(base, "contraparte_titular");
    const correo = "reenvio@prueba.example";
    await invitar(ctx, ctx.institucion, { ...NUEVA, correo, rol: "lector" });
    const primero = await ultimoToken(correo);
    const tarde = { ...ctx, ahora: new Date(ctx.ahora.getTime() + (DIAS_INVITACION + 1) * 86_400_000) };
    const lista = await listarPersonas(tarde, ctx.institucion.id);
    const pendiente = lista.ok ? (lista.valor.invitaciones[0]?.id ?? "") : "";
    expect(await reenviar(tarde, ctx.institucion, { invitacion: pendiente })).toEqual(exito({ correo }));
    const segundo = await ultimoToken(correo);
    expect(await leerInvitacion(primero, tarde.ahora)).toMatchObject({ ok: false });
    expect(await leerInvitacion(segundo, tarde.ahora)).toMatchObject({ valor: { correo, rol: "lector" } });
    expect(await reenviar(tarde, ctx.institucion, { invitacion: pendiente })).toMatchObject({
      falla: { codigo: "no_encontrado" },
    });
  });

  it("una invitación a una función que no se otorga no se anula ni se reenvía", async () => {
    const ctx = await contextoDe(base, "contraparte_titular");
    const suplente = await contextoDe(base, "contraparte_suplente", ctx.institucion);
    await invitar(ctx, ctx.institucion, {
      ...NUEVA,
      correo: "otra@prueba.example",
      rol: "contraparte_suplente",
    });
    const [fila] = await base.comoDueno<{ id: string }>(
      "SELECT id FROM invitacion WHERE correo = 'otra@prueba.example'",
    );
    for (const caso of [anular, reenviar])
      expect(await caso(suplente, ctx.institucion, { invitacion: fila?.id ?? "" })).toMatchObject({
        falla: { codigo: "rol_no_permitido" },
      });
  });

  it("a quien ya tiene cuenta le da una función más, probando su clave", async () => {
    const ctx = await contextoDe(base, "contraparte_titular");
    const { correo, id } = await crearPersona(base);
    const otra = await crearInstitucion(base);
    await darFuncion(base, id, "lector", otra.id);
    await invitar(ctx, ctx.institucion, { ...NUEVA, correo, rol: "integrante_comite", cargo: "Jefa" });
    const token = await ultimoToken(correo);
    const con = (clave: string) => aceptarInvitacion({ token, nombre: "Da igual", clave }, ctx.ahora);
    expect(await con("no es la suya")).toMatchObject({ falla: { codigo: "credenciales" } });
    expect(await con(CLAVE)).toEqual(exito({ usuarioId: id }));
    const sesion = await sesionDe(base, id, null);
    expect(sesion.sombreros.map(({ rol }) => rol).sort()).toEqual(["integrante_comite", "lector"]);
  });

  it("repetir la misma intención no invita dos veces", async () => {
    const ctx = {
      ...(await contextoDe(base, "contraparte_titular")),
      clave: "b0b0b0b0-0000-4000-8000-000000000001",
    };
    const datos = { ...NUEVA, correo: "doble@prueba.example", rol: "lector" as const };
    const dos = await Promise.all([
      invitar(ctx, ctx.institucion, datos),
      invitar(ctx, ctx.institucion, datos),
    ]);
    expect(dos).toEqual([exito({ correo: datos.correo }), exito({ correo: datos.correo })]);
    expect(await base.comoDueno("SELECT FROM correo WHERE para = $1", [datos.correo])).toHaveLength(1);
  });

  it.each([
    ["otra titular", { rol: "contraparte_titular" as const }, "rol_no_permitido"],
    ["alguien de la Red", { rol: "revisor" as const }, "rol_no_permitido"],
    ["un integrante sin cargo", { rol: "integrante_comite" as const }, "cargo_requerido"],
  ])("la contraparte no invita a %s", async (_que, datos, codigo) => {
    const ctx = await contextoDe(base, "contraparte_titular");
    expect(
      await invitar(ctx, ctx.institucion, { ...NUEVA, correo: "x@prueba.example", ...datos }),
    ).toMatchObject({
      falla: { codigo },
    });
  });

  it("un puesto único ocupado se dice; una función repetida también", async () => {
    const ctx = await contextoDe(base, "contraparte_titular");
    const red = await contextoDe(base, "coordinacion", ctx.institucion);
    const titular = { ...NUEVA, correo: "t@prueba.example", rol: "contraparte_titular" as const };
    expect(await invitar(red, ctx.institucion, titular)).toMatchObject({
      falla: { codigo: "conflicto_puesto" },
    });
    const { id } = await crearPersona(base, { correo: "repetida@prueba.example" });
    await darFuncion(base, id, "lector", ctx.institucion.id);
    expect(
      await invitar(ctx, ctx.institucion, { ...NUEVA, correo: "repetida@prueba.example", rol: "lector" }),
    ).toMatchObject({ falla: { codigo: "ya_es_parte" } });
  });
});

describe("retirar", () => {
  it("la titular retira; la suplente no; nadie a sí mismo ni a quien no otorga", async () => {
    const ctx = await contextoDe(base, "contraparte_titular");
    const suplente = await contextoDe(base, "contraparte_suplente", ctx.institucion);
    const externo = await contextoDe(base, "validador_externo", ctx.institucion);
    const de = (otro: typeof ctx) => ({ membresia: otro.actor.membresiaId });
    expect(await retirar(suplente, ctx.institucion, de(externo))).toMatchObject({
      falla: { codigo: "no_encontrado" },
    });
    expect(await retirar(ctx, ctx.institucion, de(ctx))).toMatchObject({ falla: { codigo: "es_uno_mismo" } });
    expect(await retirar(ctx, ctx.institucion, de(externo))).toMatchObject({
      falla: { codigo: "rol_no_permitido" },
    });
    expect(await retirar(ctx, ctx.institucion, de(suplente))).toMatchObject({ ok: true });
    expect((await leerSesion(await sellarSesion(suplente.actor.sesionId)))?.actor).toBeNull();
  });
});

describe("la Red", () => {
  it("la coordinación invita y retira a quienes revisan; no a quienes administran ni a sí misma", async () => {
    const ctx = await contextoDe(base, "coordinacion");
    const revisor = await contextoDe(base, "revisor");
    const administrador = await contextoDe(base, "administrador");
    const de = (otro: typeof ctx) => ({ membresia: otro.actor.membresiaId });
    expect(await retirar(ctx, null, de(administrador))).toMatchObject({
      falla: { codigo: "rol_no_permitido" },
    });
    expect(await retirar(ctx, null, de(ctx))).toMatchObject({ falla: { codigo: "es_uno_mismo" } });
    expect(await retirar(ctx, null, de(revisor))).toMatchObject({ ok: true });
    expect((await leerSesion(await sellarSesion(revisor.actor.sesionId)))?.actor).toBeNull();
    const correo = "experta@prueba.example";
    expect(await invitar(ctx, null, { ...NUEVA, correo, rol: "revisor" })).toMatchObject({ ok: true });
    expect(await listarRed(ctx, { texto: "", pagina: 1 })).toMatchObject({
      valor: { invitaciones: [{ correo }] },
    });
  });

  it("se ve por páginas y se busca por nombre o correo, sin importar tildes", async () => {
    const ctx = await contextoDe(base, "coordinacion");
    await base.comoDueno(
      `WITH n AS (INSERT INTO usuario (correo, nombre) SELECT 'experta.' || i || '@muchas.example', 'Muchísima ' || lpad(i::text, 2, '0') FROM generate_series(1, 60) i RETURNING id)
       INSERT INTO membresia (usuario_id, rol) SELECT id, 'revisor' FROM n`,
    );
    const leer = async (texto: string, pagina: number) => {
      const red = await listarRed(ctx, { texto, pagina });
      return red.ok ? red.valor.integrantes : null;
    };
    expect(await leer("MUCHISIMA", 1)).toMatchObject({ total: 60, paginas: 2, filas: { length: 50 } });
    const ultima = await leer("@muchas.example", 9);
    expect([ultima?.pagina, ultima?.filas.length, ultima?.filas.at(-1)?.nombre]).toEqual([
      2,
      10,
      "Muchísima 60",
    ]);
    expect(await leer("nadie así", 1)).toMatchObject({ total: 0, filas: [] });
  });

  it("una contraparte no retira a nadie de la Red ni ve sus invitaciones", async () => {
    const ctx = await contextoDe(base, "contraparte_titular");
    const revisor = await contextoDe(base, "revisor");
    expect(await retirar(ctx, null, { membresia: revisor.actor.membresiaId })).toMatchObject({ ok: false });
    expect(await listarRed(ctx, { texto: "", pagina: 1 })).toMatchObject({
      falla: { codigo: "no_encontrado" },
    });
  });
});

describe("a alguien de otra institución", () => {
  it("le responden que no existe y nada cambia", async () => {
    const ctx = await contextoDe(base, "contraparte_titular");
    const otro = await contextoDe(base, "lector", ctx.institucion);
    await invitar(ctx, ctx.institucion, { ...NUEVA, correo: "pend@prueba.example", rol: "lector" });
    const [pendiente] = await base.comoDueno<{ id: string }>(
      "SELECT id FROM invitacion WHERE correo = 'pend@prueba.example'",
    );
    const enLaInstitucion =
      <E, R>(caso: (c: typeof ctx, i: typeof ctx.institucion, e: E) => R) =>
      (c: typeof ctx, e: E) =>
        caso(c, c.institucion, e);
    const comun = { base, ctx };
    await forasteroNoCambiaNada({
      ...comun,
      caso: enLaInstitucion(invitar),
      entrada: { ...NUEVA, correo: "z@prueba.example", rol: "lector" as const },
    });
    await forasteroNoCambiaNada({
      ...comun,
      caso: enLaInstitucion(retirar),
      entrada: { membresia: otro.actor.membresiaId },
    });
    await forasteroNoCambiaNada({
      ...comun,
      caso: enLaInstitucion(anular),
      entrada: { invitacion: pendiente?.id ?? "" },
    });
    await forasteroNoCambiaNada({
      ...comun,
      caso: enLaInstitucion(reenviar),
      entrada: { invitacion: pendiente?.id ?? "" },
    });
    await forasteroNoCambiaNada({
      ...comun,
      caso: cerrarSesionesDe,
      entrada: { usuario: otro.actor.usuarioId },
    });
    await forasteroNoCambiaNada({
      ...comun,
      caso: activar,
      entrada: { usuario: otro.actor.usuarioId, activo: false },
    });
  });
});

describe("la administración", () => {
  it("termina las sesiones de alguien y lo desactiva; no a sí misma", async () => {
    const ctx = await contextoDe(base, "administrador");
    const { id, correo } = await crearPersona(base);
    const sesion = await sesionDe(base, id, null);
    expect(await cerrarSesionesDe(ctx, { usuario: id })).toEqual(exito({ cerradas: 1 }));
    expect(await leerSesion(await sellarSesion(sesion.id))).toBeNull();
    expect(await activar(ctx, { usuario: id, activo: false })).toMatchObject({ ok: true });
    expect(await ingresar({ correo, clave: CLAVE }, solicitanteEn())).toMatchObject({ ok: false });
    expect(await activar(ctx, { usuario: ctx.actor.usuarioId, activo: false })).toMatchObject({
      falla: { codigo: "es_uno_mismo" },
    });
    expect(await personas(ctx, { texto: correo, pagina: 1 })).toMatchObject({ valor: { total: 1 } });
  });

  it("guarda instituciones y hitos, y explica lo que no puede ser", async () => {
    const ctx = await contextoDe(base, "coordinacion");
    const datos = {
      codigo: "NUEVA-1",
      nombre: "Servicio Nuevo",
      ministerio: "M",
      mesu: false,
      activa: true,
      quorum: "mayoria" as const,
      exigePresidencia: true,
    };
    expect(await guardarInstitucion(ctx, datos)).toMatchObject({ ok: true });
    expect(await guardarInstitucion(ctx, datos)).toMatchObject({ falla: { codigo: "codigo_tomado" } });
    expect(await instituciones(ctx, { texto: "nueva-1 servício", pagina: 9 })).toMatchObject({
      valor: {
        total: 1,
        pagina: 1,
        filas: [{ codigo: "NUEVA-1", quorum: "mayoria", exigePresidencia: true }],
      },
    });
    expect(
      await instituciones({ ...ctx, actor: { ...ctx.actor, alcance: [] } }, { texto: "", pagina: 1 }),
    ).toMatchObject({
      valor: { total: 0, filas: [] },
    });
    const hitos = {
      anio: 2031,
      edicion: "e3-2031",
      aperturaAjuste: new Date("2031-01-02"),
      cierreAjuste: new Date("2031-07-01"),
      aperturaEnvio: new Date("2031-07-01"),
      cierreEnvio: new Date("2032-01-01"),
    };
    expect(await guardarHitos(ctx, hitos)).toMatchObject({ ok: true });
    expect(await guardarHitos(ctx, { ...hitos, cierreAjuste: hitos.aperturaAjuste })).toMatchObject({
      falla: { codigo: "hitos_desordenados", campos: { cierreAjuste: expect.any(String) } },
    });
    const titular = await contextoDe(base, "contraparte_titular");
    expect(await guardarInstitucion(titular, datos)).toMatchObject({ falla: { codigo: "no_encontrado" } });
    expect(await guardarHitos(titular, hitos)).toMatchObject({ falla: { codigo: "no_encontrado" } });
  });
});

describe("el perfil", () => {
  it("un RUN es de una sola cuenta", async () => {
    const [una, otra] = [await contextoDe(base, "lector"), await contextoDe(base, "lector")];
    expect(await guardarPerfil(una, { nombre: "Una", run: "11111111-1" })).toMatchObject({ ok: true });
    expect(await guardarPerfil(otra, { nombre: "Otra", run: "11111111-1" })).toMatchObject({
      falla: { codigo: "run_tomado" },
    });
    expect(await guardarPerfil(una, { nombre: "Una", run: "11111111-1" })).toMatchObject({ ok: true });
  });
});

describe("quien ya no tiene función", () => {
  const NUEVA_CLAVE = "otra frase que nadie adivina";

  it("oye cuál terminó y quién puede invitarle, según cuál era", async () => {
    const ctx = await contextoDe(base, "contraparte_titular");
    const suplente = await contextoDe(base, "contraparte_suplente", ctx.institucion);
    const red = await contextoDe(base, "coordinacion", ctx.institucion);
    const revisor = await contextoDe(base, "revisor");
    await retirar(ctx, ctx.institucion, { membresia: suplente.actor.membresiaId });
    await retirar(red, null, { membresia: revisor.actor.membresiaId });
    expect(await porQueSinFuncion(suplente)).toBe(
      `Terminó su función de contraparte suplente de ${ctx.institucion.nombre}. Para volver a trabajar en la plataforma, la contraparte titular de su institución debe invitarle a su correo.`,
    );
    const deRevisor = await porQueSinFuncion(revisor);
    expect(deRevisor).toContain("Terminó su función de revisor. ");
    expect(deRevisor).toContain("la coordinación de la Red de Expertos debe invitarle");
    const { id } = await crearPersona(base);
    const nadie = { actor: { usuarioId: id, sesionId: (await sesionDe(base, id, null)).id, alcance: [] } };
    expect(await porQueSinFuncion(nadie)).toContain("la contraparte de su institución o la coordinación");
  });

  it("ve su perfil y cambia su clave igual", async () => {
    const { id, correo } = await crearPersona(base);
    const sesion = await sesionDe(base, id, null);
    expect(sesion.actor).toBeNull();
    const propio = { actor: { usuarioId: id, sesionId: sesion.id, alcance: [] }, ahora: new Date() };
    expect(await leerPerfil(propio)).toMatchObject({ valor: { correo, tieneClave: true } });
    const cambio = { actual: CLAVE, nueva: NUEVA_CLAVE };
    expect(await cambiarClave(propio, cambio, "10.0.0.9")).toMatchObject({ ok: true });
    expect(await ingresar({ correo, clave: NUEVA_CLAVE }, solicitanteEn())).toMatchObject({ ok: true });
  });
});

describe("el inicio de la institución", () => {
  it("sin plan cargado dice a quién le toca", async () => {
    const ctx = await contextoDe(base, "contraparte_titular", undefined, new Date("2031-03-01"));
    expect(await leerInicio(ctx)).toMatchObject({
      ok: true,
      valor: { anio: 2031, miTurno: false, siguiente: { quien: "Red de Expertos" }, tareas: { length: 6 } },
    });
  });
});

describe("lo de la demostración", () => {
  it("es imposible fuera de ella", async () => {
    expect(await fijarReloj({ instante: new Date("2025-06-30") })).toMatchObject({
      falla: { codigo: "no_encontrado" },
    });
    expect(await leerBandeja()).toMatchObject({ falla: { codigo: "no_encontrado" } });
    expect(await base.comoDueno("SELECT FROM reloj_demo")).toHaveLength(0);
  });

  it("aunque alguien escriba la fila, fuera de ella el reloj no se mueve", async () => {
    await base.comoDueno("INSERT INTO reloj_demo (id, desfase_ms) VALUES (1, 86400000)");
    const { id } = await crearPersona(base);
    expect((await sesionDe(base, id, null)).desfaseMs).toBe(0);
  });
});
