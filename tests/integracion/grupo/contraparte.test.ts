import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { elegirClave } from "@/lib/casos/ingreso/clave";
import { adjuntarDesignacion, designar, leerContrapartes } from "@/lib/casos/persona/designar";
import { traspasar } from "@/lib/casos/persona/traspasar";
import { pdf } from "@/tests/apoyo/archivos/bytes";
import { conBase } from "@/tests/apoyo/base";
import { subir } from "@/tests/apoyo/difusion";
import { forasteroNoCambiaNada } from "@/tests/apoyo/forastero";
import { solicitanteEn } from "@/tests/apoyo/identidad";
import { crearInstitucion, EN_PLAZO, type InstitucionDePrueba } from "@/tests/apoyo/institucion";
import { valor } from "@/tests/apoyo/resultado";

process.env.ARCHIVOS_CARPETA = mkdtempSync(join(tmpdir(), "cseu-contraparte-"));

const base = conBase();
type Ctx = Awaited<ReturnType<InstitucionDePrueba["ctx"]>>;
let sva: InstitucionDePrueba;
let titular: Ctx;
let suplente: Ctx;
let coordinacion: Ctx;

const vigentes = async (ctx = coordinacion) => (await valor(leerContrapartes(ctx))).vigentes;
const archivo = async (institucionId: string): Promise<string> => {
  const [fila] = await base.comoDueno<{ id: string }>(
    "INSERT INTO archivo (institucion_id, nombre, tipo, tamano, sha256, subido_por_id, subido_en) VALUES ($1, 'oficio.pdf', 'application/pdf', 10, repeat('a', 64), gen_random_uuid(), now()) RETURNING id",
    [institucionId],
  );
  return fila?.id ?? "";
};
const sesionDe = (ctx: Ctx) =>
  base.comoDueno(
    "INSERT INTO sesion (usuario_id, membresia_id, metodo, creada_en, vista_en, autenticada_en, expira_en) VALUES ($1, $2, 'clave', now(), now(), now(), now() + interval '1 hour')",
    [ctx.actor.usuarioId, ctx.actor.membresiaId],
  );
const OFICIO = { designadaPor: "Oficio N° 240", designadaEn: "05/02/2025" };
const A_SARA = {
  correo: "Sara.Perez@sva.example",
  nombre: "Sara Pérez",
  cargo: "Jefa de Atención",
  confirmado: "",
  ...OFICIO,
};

beforeAll(async () => {
  sva = await crearInstitucion("CON");
  titular = await sva.ctx();
  suplente = await sva.ctx("Luis Soto");
  coordinacion = await sva.ctx("Carla", EN_PLAZO, "coordinacion");
});

describe("el documento que designó a una contraparte", () => {
  test("lo registra la titular, lo ve la coordinación, y puede llevar su copia y MESU", async () => {
    const membresia = titular.actor.membresiaId;
    await valor(designar(titular, { membresia, mesu: true, ...OFICIO }));
    await valor(adjuntarDesignacion(titular, { membresia, archivo: await archivo(sva.id) }));
    const [ana] = await vigentes();
    expect(ana).toMatchObject({
      mesu: true,
      designadaPor: "Oficio N° 240",
      designadaEn: "2025-02-05",
      designacion: { nombre: "oficio.pdf" },
    });
    // Correcting the text keeps the copy.
    await valor(designar(coordinacion, { membresia, mesu: false, ...OFICIO, designadaPor: "Oficio N° 241" }));
    expect((await vigentes())[0]).toMatchObject({ mesu: false, designacion: { nombre: "oficio.pdf" } });
    await valor(adjuntarDesignacion(titular, { membresia, archivo: "" }));
    expect((await vigentes())[0]?.designacion).toBeNull();
  });

  test("la coordinación sube la copia que le mandaron, y quien solo lee no puede", async () => {
    const membresia = titular.actor.membresiaId;
    const subido = await subir(coordinacion, "Oficio 240.pdf", pdf());
    await valor(adjuntarDesignacion(coordinacion, { membresia, archivo: subido }));
    expect((await vigentes())[0]?.designacion).toMatchObject({ nombre: "Oficio 240.pdf" });
    for (const rol of ["lector", "validador_externo"] as const) {
      const otro = await sva.ctx(`Otro ${rol}`, EN_PLAZO, rol);
      const deNadie = { membresia, archivo: "" };
      expect(await adjuntarDesignacion(otro, deNadie)).toMatchObject({ falla: { codigo: "no_encontrado" } });
    }
    expect((await vigentes())[0]?.designacion).toMatchObject({ nombre: "Oficio 240.pdf" });
    await valor(adjuntarDesignacion(coordinacion, { membresia, archivo: "" }));
  });

  test("una fecha que no se lee, futura o sin documento se explica en su campo", async () => {
    const membresia = titular.actor.membresiaId;
    const con = (cambio: object) => designar(titular, { membresia, mesu: false, ...OFICIO, ...cambio });
    expect(await con({ designadaEn: "31/02/2025" })).toMatchObject({
      falla: { campos: { designadaEn: expect.any(String) } },
    });
    expect(await con({ designadaEn: "11/06/2025" })).toMatchObject({
      falla: { campos: { designadaEn: expect.any(String) } },
    });
    expect(await con({ designadaPor: " " })).toMatchObject({
      falla: { campos: { designadaPor: expect.any(String) } },
    });
  });

  test("un archivo de otra institución, o un integrante del Comité, no", async () => {
    const otra = await crearInstitucion("OTR");
    const membresia = titular.actor.membresiaId;
    expect(await adjuntarDesignacion(titular, { membresia, archivo: await archivo(otra.id) })).toMatchObject({
      falla: { codigo: "no_encontrado" },
    });
    const lector = await sva.ctx("Rosa", EN_PLAZO, "lector");
    expect(
      await designar(titular, { membresia: lector.actor.membresiaId, mesu: false, ...OFICIO }),
    ).toMatchObject({
      falla: { codigo: "no_es_contraparte" },
    });
  });
});

describe("traspasar la función", () => {
  test("la titular traspasa la suya a quien no tiene cuenta: todo sigue y su sesión termina", async () => {
    await sesionDe(titular);
    await base.comoDueno(
      "INSERT INTO ajuste (institucion_id, plan_id, elemento, componente, decision, modificado_por_id) VALUES ($1, $2, 'OG', 'texto', 'mantiene', $3)",
      [sva.id, sva.planId, titular.actor.usuarioId],
    );
    await base.comoDueno(
      "INSERT INTO notificacion (usuario_id, institucion_id, clave, texto, enlace, creada_en, leida_en) VALUES ($1, $2, 'pendiente', 'Falta algo', '/x', now(), NULL), ($1, $2, 'vista', 'Ya leído', '/x', now(), now())",
      [titular.actor.usuarioId, sva.id],
    );
    await valor(designar(titular, { membresia: titular.actor.membresiaId, mesu: true, ...OFICIO }));
    const suya = { membresia: titular.actor.membresiaId, ...A_SARA };
    const hecho = await valor(traspasar(titular, { ...suya, confirmado: A_SARA.correo }));
    expect(hecho).toEqual({ nombre: "Sara Pérez", propia: true, cuentaNueva: true });

    const { vigentes: ahora, anteriores } = await valor(leerContrapartes(coordinacion));
    expect(ahora.map(({ nombre, rol, mesu }) => [nombre, rol, mesu])).toEqual([
      ["Sara Pérez", "contraparte_titular", true],
      ["Luis Soto", "contraparte_suplente", false],
    ]);
    expect(anteriores.map(({ nombre, designadaPor }) => [nombre, designadaPor])).toEqual([
      ["Ana Rojas", "Oficio N° 240"],
    ]);
    const [sara] = ahora;
    const avisos = await base.comoDueno("SELECT clave FROM notificacion WHERE usuario_id = $1", [
      sara?.usuarioId,
    ]);
    expect(avisos.map(({ clave }) => clave)).toContain("pendiente");
    expect(avisos.map(({ clave }) => clave)).not.toContain("vista");
    expect(await base.comoDueno("SELECT FROM ajuste WHERE plan_id = $1", [sva.planId])).toHaveLength(1);
    expect(
      await base.comoDueno("SELECT FROM sesion WHERE usuario_id = $1 AND cerrada_en IS NULL", [
        titular.actor.usuarioId,
      ]),
    ).toEqual([]);
    const rastro = await base.comoDueno(
      "SELECT usuario_id, operacion FROM bitacora WHERE caso = 'persona.traspasar' AND tabla = 'membresia' AND institucion_id = $1",
      [sva.id],
    );
    expect(new Set(rastro.map((fila) => fila.usuario_id))).toEqual(new Set([titular.actor.usuarioId]));
    expect(rastro.map((fila) => fila.operacion)).toEqual(expect.arrayContaining(["alta", "cambio"]));
  });

  test("quien recibe entra con el enlace que le llegó por correo", async () => {
    const [correo] = await base.comoDueno<{ texto: string }>(
      "SELECT texto FROM correo WHERE para = 'sara.perez@sva.example' AND texto LIKE '%/clave/%'",
    );
    const token = /\/clave\/(\S+)/.exec(correo?.texto ?? "")?.[1] ?? "";
    const elegida = await elegirClave(
      { token, clave: "una frase que nadie adivina" },
      EN_PLAZO,
      solicitanteEn(),
    );
    expect(elegida).toMatchObject({ ok: true });
  });

  test("la coordinación traspasa a la suplente, que deja de serlo", async () => {
    const [sara] = await vigentes();
    const [luis] = await base.comoDueno<{ correo: string }>("SELECT correo FROM usuario WHERE id = $1", [
      suplente.actor.usuarioId,
    ]);
    const entrada = { ...A_SARA, membresia: sara?.id ?? "", correo: luis?.correo ?? "", nombre: "Luis Soto" };
    expect(await valor(traspasar(coordinacion, entrada))).toMatchObject({
      nombre: "Luis Soto",
      propia: false,
    });
    expect((await vigentes()).map(({ nombre, rol }) => [nombre, rol])).toEqual([
      ["Luis Soto", "contraparte_titular"],
    ]);
  });

  test("a quien ya la tiene, o a una cuenta desactivada, no", async () => {
    const [luis] = await vigentes();
    const aSiMismo = { ...A_SARA, membresia: luis?.id ?? "", correo: luis?.correo ?? "" };
    expect(await traspasar(coordinacion, aSiMismo)).toMatchObject({ falla: { codigo: "ya_es_parte" } });
    await base.comoDueno("UPDATE usuario SET activo = false WHERE correo = 'sara.perez@sva.example'");
    expect(await traspasar(coordinacion, { ...A_SARA, membresia: luis?.id ?? "" })).toMatchObject({
      falla: { codigo: "cuenta_inactiva" },
    });
  });

  test("la suplente no traspasa nada", async () => {
    const otra = await sva.ctx("Nora Suplente");
    const entrada = { ...A_SARA, membresia: otra.actor.membresiaId, correo: "x@sva.example" };
    expect(await traspasar(otra, entrada)).toMatchObject({ falla: { codigo: "no_encontrado" } });
  });
});

describe("el correo de quien recibe la función", () => {
  let pil: InstitucionDePrueba;
  let ana: Ctx;
  let carla: Ctx;
  /** Of another institution, of this one, and of nobody. */
  const AJENA = "bruno.diaz@ajena.example";
  const DE_CASA = "rita.leon@pil.example";
  const NUEVA = "nadie.todavia@pil.example";

  const contar = async () =>
    (
      await base.comoDueno(
        "SELECT (SELECT count(*) FROM membresia) AS m, (SELECT count(*) FROM usuario) AS u, (SELECT count(*) FROM correo) AS c, (SELECT count(*) FROM notificacion) AS n",
      )
    )[0];
  const persona = (correo: string, nombre: string, institucion: string) =>
    base.comoDueno(
      `WITH u AS (INSERT INTO usuario (correo, nombre) VALUES ($1, $2) RETURNING id)
       INSERT INTO membresia (usuario_id, institucion_id, rol) SELECT id, $3, 'lector' FROM u`,
      [correo, nombre, institucion],
    );
  /** What is asked before handing over; null when it is handed over, which is undone. */
  async function pregunta(ctx: Ctx, correo: string, nombre: string, confirmado = "") {
    const antes = await contar();
    const membresia = ana.actor.membresiaId;
    const hecho = await traspasar(ctx, { ...A_SARA, membresia, correo, nombre, confirmado });
    if (hecho.ok) throw new Error("Se traspasó.");
    expect(await contar()).toEqual(antes);
    return hecho.falla;
  }

  beforeAll(async () => {
    pil = await crearInstitucion("PIL");
    const otra = await crearInstitucion("AJE");
    ana = await pil.ctx();
    carla = await pil.ctx("Carla de PIL", EN_PLAZO, "coordinacion");
    // As the door hands it over: narrowed to the institution of the address.
    carla = { ...carla, actor: { ...carla.actor, alcance: [pil.id] } };
    await persona(AJENA, "Bruno Díaz", otra.id);
    await persona(DE_CASA, "Rita León", pil.id);
  });

  test("a la coordinación se le dice de quién es la cuenta y de dónde, y sin confirmar no cambia nada", async () => {
    const { codigo, mensaje, campos } = await pregunta(carla, AJENA.toUpperCase(), "Rita León");
    expect(codigo).toBe("falta_confirmar");
    expect(campos).toEqual({ confirmado: mensaje });
    expect(mensaje).toContain("Bruno Díaz");
    expect(mensaje).toContain("AJE");
    // What was confirmed is one address: another asks again.
    expect(await pregunta(carla, AJENA, "Rita León", DE_CASA)).toMatchObject({ codigo: "falta_confirmar" });
  });

  test("la contraparte oye lo mismo de un correo con cuenta y de uno sin ella", async () => {
    const sinElCorreo = async (correo: string, nombre: string) => {
      const { mensaje, ...falla } = await pregunta(ana, correo, nombre);
      expect(falla.codigo).toBe("falta_confirmar");
      return mensaje.replaceAll(correo, "…");
    };
    const deNadie = await sinElCorreo(NUEVA, "Rita León");
    expect(await sinElCorreo(AJENA, "Rita León")).toBe(deNadie);
    expect(deNadie).not.toContain("Bruno");
    // Typing the very name of the account tells nothing either.
    expect(await sinElCorreo(AJENA, "Bruno Díaz")).toBe(await sinElCorreo(NUEVA, "Bruno Díaz"));
    await base.comoDueno("UPDATE usuario SET activo = false WHERE correo = $1", [AJENA]);
    expect(await sinElCorreo(AJENA, "Rita León")).toBe(deNadie);
    const confirmada = await pregunta(ana, AJENA, "Rita León", AJENA);
    expect(confirmada.codigo).toBe("cuenta_inactiva");
    expect(confirmada.mensaje).not.toMatch(/cuenta|desactivada/);
    await base.comoDueno("UPDATE usuario SET activo = true WHERE correo = $1", [AJENA]);
  });

  test("de quien ya trabaja en su institución sí se le dice el nombre; con el suyo, sin tildes, no se pregunta", async () => {
    const { mensaje } = await pregunta(ana, DE_CASA, "Bruno Díaz");
    expect(mensaje).toContain("Rita León");
    const entrada = { ...A_SARA, membresia: ana.actor.membresiaId, correo: DE_CASA, nombre: " rita  LEON " };
    expect(await valor(traspasar(ana, entrada))).toMatchObject({ nombre: "Rita León" });
  });

  test("confirmado, se traspasa a la cuenta, con su nombre", async () => {
    const [rita] = (await valor(leerContrapartes(carla))).vigentes;
    const entrada = { ...A_SARA, membresia: rita?.id ?? "", correo: AJENA, nombre: "Bruno D." };
    expect(await valor(traspasar(carla, { ...entrada, confirmado: AJENA }))).toMatchObject({
      nombre: "Bruno Díaz",
    });
  });
});

test("quien es de otra institución no cambia nada", async () => {
  const propia = await crearInstitucion("FOR");
  const ctx = await propia.ctx();
  const membresia = ctx.actor.membresiaId;
  const suArchivo = await archivo(propia.id);
  await forasteroNoCambiaNada({ base, ctx, caso: designar, entrada: { membresia, mesu: true, ...OFICIO } });
  await forasteroNoCambiaNada({
    base,
    ctx,
    caso: adjuntarDesignacion,
    entrada: { membresia, archivo: suArchivo },
  });
  await forasteroNoCambiaNada({
    base,
    ctx,
    caso: traspasar,
    entrada: { membresia, ...A_SARA, correo: "nueva@for.example" },
  });
});
