import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { avisar } from "@/lib/casos/aviso";
import { contarAvisos, leerAvisos, leerUno } from "@/lib/casos/avisos";
import { darDeBaja, leerBaja } from "@/lib/casos/avisos/baja";
import { leerCorreos, reintentar } from "@/lib/casos/avisos/correos";
import { guardarPreferencias, leerPreferencia } from "@/lib/casos/avisos/preferencia";
import { escribirResumenes } from "@/lib/casos/avisos/resumen";
import type { ContextoInstitucion } from "@/lib/casos/contexto";
import { fichaDeBaja } from "@/lib/correo/baja";
import { despachar } from "@/lib/correo/cartero";
import { abrirTransporte } from "@/lib/correo/entrega";
import { conActor } from "@/lib/datos/transaccion";
import type { TipoAviso } from "@/lib/flujo/aviso";
import { ultimoCorte } from "@/lib/trabajos/reloj";
import { conBase } from "@/tests/apoyo/base";
import { contextoDe, crearInstitucion, entornoDeIdentidad } from "@/tests/apoyo/identidad";
import { conServidorSmtp } from "@/tests/apoyo/servidorSmtp";

entornoDeIdentidad();
const base = conBase();
const smtp = conServidorSmtp();
const LUNES = new Date("2025-06-09T15:00:00Z");
const MARTES_0800 = new Date("2025-06-10T12:00:00Z");
let ana: ContextoInstitucion;
let pedro: ContextoInstitucion;

beforeAll(async () => {
  const institucion = await crearInstitucion(base, "AVI");
  ana = await contextoDe(base, "contraparte_titular", institucion, LUNES);
  pedro = await contextoDe(base, "integrante_comite", institucion, LUNES);
});
beforeEach(async () => {
  await base.comoDueno("DELETE FROM correo");
  await base.comoDueno("DELETE FROM notificacion");
  await base.comoDueno("UPDATE usuario SET resumen_diario = false, silenciados = '{}'");
});

const decir = (tipo: TipoAviso, clave: string = tipo, ahora = LUNES, fn: () => unknown = () => undefined) =>
  conActor(pedro.actor, "prueba", async (tx) => {
    const { usuarioId, nombre } = ana.actor;
    await avisar(tx, { ...pedro, ahora }, [{ usuarioId, nombre, correo: "ana@avi.example" }], {
      clave,
      tipo,
      asunto: `Asunto de ${clave}`,
      texto: `Pasó ${clave}.`,
      enlace: "/institucion/AVI/comite",
    });
    return fn();
  });
type Correo = { id: string; asunto: string; texto: string; en_resumen: boolean; enviado: boolean };
const correos = () =>
  base.comoDueno<Correo>(
    "SELECT id, asunto, texto, en_resumen, enviado_en IS NOT NULL AS enviado FROM correo ORDER BY creado_en, clave",
  );
const preferir = (resumenDiario: boolean, porCorreo: readonly string[]) =>
  guardarPreferencias(ana, { resumenDiario, porCorreo });
const OPTATIVOS = ["comite_firma", "acta_registrada"];

describe("lo que cada persona prefiere", () => {
  it("elige entre lo que no es esencial de sus funciones; lo demás se le dice", async () => {
    const leida = await leerPreferencia(ana);
    if (!leida.ok) throw new Error("Sin preferencias.");
    const optativos = leida.valor.optativos.map(({ tipo }) => tipo);
    expect(optativos).toContain("comite_firma");
    expect(optativos).not.toContain("observacion_respondida");
    expect(leida.valor.esenciales.map(({ tipo }) => tipo)).toContain("plazo_cercano");
    expect(leida.valor.optativos.every(({ porCorreo }) => porCorreo)).toBe(true);
  });

  it("lo silenciado queda en pantalla y no llega por correo; lo esencial no se silencia", async () => {
    await preferir(false, []);
    await base.comoDueno(
      "UPDATE usuario SET silenciados = silenciados || '{comite_objetado}' WHERE id = $1",
      [ana.actor.usuarioId],
    );
    await decir("comite_firma");
    await decir("comite_objetado");
    expect((await correos()).map(({ asunto }) => asunto)).toEqual(["Asunto de comite_objetado"]);
    expect(await contarAvisos(ana)).toBe(2);
    await preferir(false, OPTATIVOS);
    await decir("comite_firma", "otra");
    expect(await correos()).toHaveLength(2);
  });

  it("deshecho el cambio, nadie se entera; repetido, se entera una vez", async () => {
    await decir("comite_firma", "x", LUNES, () => ({ ok: false }));
    expect(await correos()).toEqual([]);
    expect(await contarAvisos(ana)).toBe(0);
    await Promise.all([decir("comite_firma"), decir("comite_firma")]);
    expect(await correos()).toHaveLength(1);
    expect(await contarAvisos(ana)).toBe(1);
  });
});

describe("el resumen diario", () => {
  const resumir = (ahora: Date) => escribirResumenes(ahora, ultimoCorte(ahora));

  it("junta lo no esencial en un solo correo a las 08:00 de Chile, una vez, y lo esencial no espera", async () => {
    await preferir(true, OPTATIVOS);
    await decir("comite_firma", "uno");
    await decir("acta_registrada", "dos", new Date("2025-06-10T11:59:00Z"));
    await decir("comite_objetado", "tres");
    await decir("comite_firma", "cuatro", MARTES_0800);
    expect(await resumir(new Date("2025-06-10T11:59:59Z"))).toBe(0);
    const [a, b] = await Promise.all([resumir(MARTES_0800), resumir(MARTES_0800)]);
    expect(a + b).toBe(1);
    expect(await resumir(new Date("2025-06-10T20:00:00Z"))).toBe(0);
    const resumenes = (await correos()).filter(({ asunto }) => asunto.startsWith("Resumen diario"));
    expect(resumenes).toHaveLength(1);
    expect(resumenes[0]?.asunto).toContain("2 avisos");
    expect(resumenes[0]?.texto).toContain("Pasó uno.");
    expect(resumenes[0]?.texto).toContain("/institucion/AVI/comite");
    expect(resumenes[0]?.texto).not.toContain("tres");
    expect(resumenes[0]?.texto).not.toContain("cuatro");
    expect(
      await base.comoAdmin("SELECT FROM pgboss.job WHERE name = 'correo' AND data ->> 'correo' = ANY ($1)", [
        (await correos()).filter(({ en_resumen }) => en_resumen).map(({ id }) => id),
      ]),
    ).toEqual([]);
    expect(await resumir(new Date("2025-06-13T12:00:00Z"))).toBe(1);
  });

  it("quien deja de quererlo recibe lo ya juntado", async () => {
    await preferir(true, OPTATIVOS);
    await decir("comite_firma");
    await preferir(false, OPTATIVOS);
    expect(await resumir(MARTES_0800)).toBe(1);
  });

  it("el corte sigue la hora de Chile, en invierno y en verano", () => {
    expect(ultimoCorte(new Date("2025-06-10T11:59:59Z")).toISOString()).toBe("2025-06-09T12:00:00.000Z");
    expect(ultimoCorte(MARTES_0800)).toEqual(MARTES_0800);
    expect(ultimoCorte(new Date("2025-12-10T12:30:00Z")).toISOString()).toBe("2025-12-10T11:00:00.000Z");
  });
});

describe("dejar de recibir", () => {
  const enviar = async () => {
    const t = abrirTransporte({ url: smtp.url, desde: "CSEU <no@cseu.example>", exigeTls: false });
    for (const { id } of await correos()) await despachar(t, "CSEU <no@cseu.example>", id, async () => LUNES);
    t.close();
    return smtp.recibidos;
  };
  const cabecera = (correo: (typeof smtp.recibidos)[number] | undefined, nombre: string) =>
    correo?.headers.find(({ key }) => key === nombre)?.value;

  it("lo no esencial lleva el enlace y las cabeceras de un clic; lo esencial, no", async () => {
    await decir("comite_firma");
    await decir("comite_objetado");
    const recibidos = await enviar();
    const de = (asunto: string) => recibidos.find(({ subject }) => subject === asunto);
    const optativo = de("Asunto de comite_firma");
    const enlace = /https?:\S+\/baja\/(\S+)/.exec(optativo?.text ?? "")?.[1] ?? "";
    expect(cabecera(optativo, "list-unsubscribe")).toBe(`<http://localhost:3999/baja/${enlace}/un-clic>`);
    expect(cabecera(optativo, "list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
    const esencial = de("Asunto de comite_objetado");
    expect(cabecera(esencial, "list-unsubscribe")).toBeUndefined();
    expect(esencial?.text).not.toContain("/baja/");

    expect(await leerBaja(enlace)).toMatchObject({ ok: true, valor: { hecha: false } });
    expect(await darDeBaja(enlace)).toMatchObject({ ok: true });
    expect(await darDeBaja(enlace)).toMatchObject({ ok: true });
    expect(await leerBaja(enlace)).toMatchObject({ ok: true, valor: { hecha: true } });
    await decir("comite_firma", "después");
    expect(await correos()).toHaveLength(2);
  });

  it("el del resumen deja solo lo esencial", async () => {
    await preferir(true, OPTATIVOS);
    await darDeBaja(fichaDeBaja({ usuarioId: ana.actor.usuarioId, que: "resumen" }));
    await decir("comite_firma");
    await decir("comite_objetado");
    expect((await correos()).map(({ asunto }) => asunto)).toEqual(["Asunto de comite_objetado"]);
  });

  it("un enlace ajeno, cambiado o de algo esencial no hace nada", async () => {
    const bueno = fichaDeBaja({ usuarioId: ana.actor.usuarioId, que: "comite_firma" });
    const otro = fichaDeBaja({ usuarioId: pedro.actor.usuarioId, que: "comite_firma" });
    const mezclado = `${otro.split(".")[0]}.${bueno.split(".")[1]}`;
    const esencial = fichaDeBaja({ usuarioId: ana.actor.usuarioId, que: "comite_objetado" });
    for (const ficha of ["", "x", "a.b", mezclado, `${bueno}x`, `${bueno}.y`, esencial]) {
      expect(await leerBaja(ficha)).toMatchObject({ ok: false, falla: { codigo: "no_encontrado" } });
      expect(await darDeBaja(ficha)).toMatchObject({ ok: false });
    }
    expect(await base.comoDueno("SELECT FROM usuario WHERE silenciados <> '{}'")).toEqual([]);
  });
});

describe("los avisos en pantalla y la bandeja", () => {
  it("abrir uno lo marca y dice adónde lleva; el de otra persona no existe", async () => {
    await decir("comite_firma");
    const leidos = await leerAvisos(ana);
    const id = leidos.ok ? (leidos.valor.sinLeer[0]?.id ?? "") : "";
    expect(await leerUno(pedro, { aviso: id })).toMatchObject({
      ok: false,
      falla: { codigo: "no_encontrado" },
    });
    expect(await contarAvisos(ana)).toBe(1);
    expect(await leerUno(ana, { aviso: id })).toEqual({
      ok: true,
      valor: { enlace: "/institucion/AVI/comite" },
    });
    expect(await contarAvisos(ana)).toBe(0);
    expect(await leerAvisos(ana)).toMatchObject({ ok: true, valor: { sinLeer: [], leidos: [{ id }] } });
  });

  it("solo la Coordinación y la administración ven qué espera, sin su texto, y lo intentan otra vez", async () => {
    await decir("comite_firma");
    const [{ id = "" } = {}] = await correos();
    const carla = await contextoDe(base, "coordinacion", ana.institucion, LUNES);
    const leidos = await leerCorreos(carla);
    expect(leidos).toMatchObject({
      ok: true,
      valor: { cuenta: { en_espera: 1 }, pendientes: [{ id, intentos: 0 }] },
    });
    expect(JSON.stringify(leidos)).not.toContain("Pasó");
    expect(await reintentar(carla, { correo: id })).toMatchObject({ ok: true });
    for (const ajeno of [ana, pedro, await contextoDe(base, "revisor", ana.institucion, LUNES)]) {
      expect(await leerCorreos(ajeno)).toMatchObject({ ok: false, falla: { codigo: "no_encontrado" } });
      expect(await reintentar(ajeno, { correo: id })).toMatchObject({
        ok: false,
        falla: { codigo: "no_encontrado" },
      });
    }
  });
});
