import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ContextoInstitucion } from "@/lib/casos/contexto";
import { abrirRevision } from "@/lib/casos/revision/abrir";
import { asignarRevision } from "@/lib/casos/revision/asignar";
import { leerBandeja } from "@/lib/casos/revision/bandeja";
import { devolverEnvio } from "@/lib/casos/revision/devolver";
import { leerRevision } from "@/lib/casos/revision/leer";
import { escribirNota, quitarNota } from "@/lib/casos/revision/nota";
import { observar } from "@/lib/casos/revision/observacion";
import { crearPlantilla, leerPlantillas, retirarPlantilla } from "@/lib/casos/revision/plantilla";
import { latir } from "@/lib/casos/revision/presencia";
import { recordarPendientes } from "@/lib/casos/revision/recordar";
import { consultaConActor } from "@/lib/datos/transaccion";
import type { Rol } from "@/lib/flujo/permiso";
import { BANDEJA_ENTERA, type FiltroBandeja } from "@/lib/flujo/vistaBandeja";
import { ID_SECCIONES } from "@/lib/flujo/vistaRevision";
import { pdf } from "@/tests/apoyo/archivos/bytes";
import { conBase } from "@/tests/apoyo/base";
import { contextoDe } from "@/tests/apoyo/comite";
import { aprobarTodo, DICIEMBRE, difundir, subir } from "@/tests/apoyo/difusion";
import { forasteroNoCambiaNada } from "@/tests/apoyo/forastero";
import { valor } from "@/tests/apoyo/resultado";
import { enviarTodo, recienLlegado, reenviar } from "@/tests/apoyo/revision";

process.env.ARCHIVOS_CARPETA = mkdtempSync(join(tmpdir(), "cseu-bandeja-"));

const base = conBase({ sembrada: true });
let ana: ContextoInstitucion;
let elena: ContextoInstitucion;
let tomas: ContextoInstitucion;
let carla: ContextoInstitucion;
let vera: ContextoInstitucion;
let envio: string;

const RUTA = "/informe/seguimiento/avances";
const falla = (codigo: string) => ({ ok: false, falla: { codigo } });
const idDe = async (codigo: string) =>
  (await base.comoDueno<{ id: string }>("SELECT id FROM institucion WHERE codigo = $1", [codigo]))[0]?.id ??
  "";
const despues = (ctx: ContextoInstitucion, dias: number): ContextoInstitucion => ({
  ...ctx,
  ahora: new Date(ctx.ahora.getTime() + dias * 86_400_000),
});

/** A version of another institution, with the content of SVA's: the inbox does not look inside. */
const enviarDe = (codigo: string, dias: number) =>
  base.comoDueno(
    `INSERT INTO envio (institucion_id, ejercicio_id, version, contenido, huella_plan, huella_informe, codigo, enviado_por_id, enviado_en)
     SELECT i.id, e.ejercicio_id, 1, '{}', e.huella_plan, e.huella_informe, $1, e.enviado_por_id, e.enviado_en - $2::int * interval '1 day'
     FROM envio e, institucion i WHERE e.id = $3 AND i.codigo = $1`,
    [codigo, dias, envio],
  );

beforeAll(async () => {
  ana = await contextoDe(base, "ana.rojas@sva.example", "SVA", DICIEMBRE);
  const todas = [await idDe("SVA"), await idDe("IPA"), await idDe("DRN")];
  const revisor = async (correo: string) => {
    const ctx = await contextoDe(base, correo, "SVA", DICIEMBRE);
    return { ...ctx, actor: { ...ctx.actor, alcance: todas } };
  };
  elena = await revisor("elena.fuentes@red.example");
  tomas = await revisor("tomas.araya@red.example");
  carla = await contextoDe(base, "carla.nunez@red.example", "SVA", DICIEMBRE);
  carla = { ...carla, actor: { ...carla.actor, alcance: "*" } };
  vera = await contextoDe(base, "vera.ossa@externo.example", "SVA", DICIEMBRE);
  const acta = await subir(ana, "Acta escaneada.pdf", pdf("0"));
  await aprobarTodo(base, "SVA", acta);
  await difundir(ana);
  envio = await enviarTodo(base, ana);
});
beforeEach(() => recienLlegado(base, envio));

async function devolverCon(texto = "Diga cuántas.") {
  await valor(abrirRevision(elena, { envio }));
  await valor(observar(elena, { envio, requisito: "E3O1RT1", ruta: RUTA, texto }));
  await valor(devolverEnvio(elena, { envio, dia: "25/12/2025", abrir: [] }));
}

describe("la bandeja", () => {
  const codigos = async (ctx: ContextoInstitucion, cambio: Partial<FiltroBandeja> = {}) =>
    (await valor(leerBandeja(ctx, { ...BANDEJA_ENTERA, ...cambio }))).filas.map(({ codigo }) => codigo);

  test("primero quien más ha esperado a la Red, después quien debe una respuesta", async () => {
    await enviarDe("IPA", 5);
    await enviarDe("DRN", 2);
    expect(await codigos(elena)).toEqual(["IPA", "DRN", "SVA"]);
    await base.comoDueno("UPDATE envio SET estado = 'observado' WHERE codigo = 'IPA'");
    expect(await codigos(elena)).toEqual(["DRN", "SVA", "IPA"]);
  });

  test("se filtra por estado, tiempo, ministerio, ronda y versión, y se busca sin tildes", async () => {
    await enviarDe("IPA", 5);
    expect(await codigos(elena, { estado: "sin_envio" })).toEqual(["DRN"]);
    expect(await codigos(elena, { dias: 3 })).toEqual(["IPA"]);
    expect(await codigos(elena, { ministerio: "Ministerio de Territorios Ficticios" })).toEqual(["SVA"]);
    expect(await codigos(elena, { ronda: "final" })).toHaveLength(2);
    expect(await codigos(elena, { version: "corregida" })).toEqual([]);
    expect(await codigos(elena, { estado: "sin_envio", buscar: "DIRECCION de reg" })).toEqual(["DRN"]);
    expect(await codigos(elena, { buscar: "100%" })).toEqual([]);
    const { cuentas, total } = await valor(leerBandeja(elena, BANDEJA_ENTERA));
    expect(cuentas).toEqual({ enviado: 2, sin_envio: 1 });
    expect(total).toBe(2);
  });

  test("«sin envío» es sin versión final o, si se elige otra ronda, sin versión de ella; la pestaña y las filas coinciden", async () => {
    await enviarDe("IPA", 5);
    const [ronda] = await base.comoDueno<{ id: string }>(
      `INSERT INTO ronda (ejercicio_id, nombre, requisitos, abre_en, cierra_en, retroalimentacion_en)
       SELECT ejercicio_id, 'Ensayo', '{E3O1RT1}', enviado_en - interval '20 days', enviado_en - interval '10 days',
              enviado_en - interval '5 days' FROM envio WHERE id = $1 RETURNING id`,
      [envio],
    );
    await base.comoDueno("UPDATE envio SET ronda_id = $1 WHERE codigo = 'IPA'", [ronda?.id]);
    const sinEnvio = async (ctx: ContextoInstitucion, cambio: Partial<FiltroBandeja>) => {
      const filtro = { ...BANDEJA_ENTERA, ...cambio, estado: "sin_envio" } as const;
      const { filas, cuentas, total } = await valor(leerBandeja(ctx, filtro));
      expect([cuentas.sin_envio ?? 0, total]).toEqual([filas.length, filas.length]);
      return filas.map(({ codigo, ronda }) => [codigo, ronda]);
    };
    const sinFinal = [
      ["DRN", null],
      ["IPA", null],
    ];
    expect(await sinEnvio(elena, {})).toEqual(sinFinal);
    expect(await sinEnvio(elena, { ronda: "final" })).toEqual(sinFinal);
    expect(await sinEnvio(elena, { ronda: ronda?.id ?? "" })).toEqual([
      ["DRN", "Ensayo"],
      ["SVA", "Ensayo"],
    ]);
    expect(await sinEnvio(elena, { dias: 3 })).toEqual([]);
    expect(await sinEnvio(vera, { ronda: ronda?.id ?? "" })).toEqual([]);
    expect(await codigos(elena)).toEqual(["IPA", "SVA"]);
  });

  test("la corregida dice qué cambió, y cuántas observaciones siguen sin resolver", async () => {
    await devolverCon();
    await reenviar(base, envio, DICIEMBRE);
    const { filas } = await valor(leerBandeja(elena, { ...BANDEJA_ENTERA, version: "corregida" }));
    expect(filas).toMatchObject([{ codigo: "SVA", version: 2, cambios: ["informe"], observaciones: 1 }]);
  });

  test("cada función ve lo que alcanza: lo mío, mi grupo, todo; la validadora, solo lo final de la suya", async () => {
    await enviarDe("IPA", 5);
    expect(await codigos(elena, { vista: "mias" })).toEqual([]);
    await valor(
      asignarRevision(carla, { instituciones: [await idDe("IPA")], revisor: elena.actor.usuarioId }),
    );
    expect(await codigos(elena, { vista: "mias" })).toEqual(["IPA"]);
    expect(await codigos(elena, { vista: "grupo" })).toHaveLength(2);
    expect(await codigos(carla)).toHaveLength(2);
    expect(await codigos(vera)).toEqual(["SVA"]);
    const ajena = { ...elena, actor: { ...elena.actor, alcance: [] } };
    expect(await codigos(ajena)).toEqual([]);
    expect(await leerBandeja(ana, BANDEJA_ENTERA)).toMatchObject(falla("no_encontrado"));
  });
});

describe("repartir y recordar", () => {
  test("se asigna a alguien de la dupla, todas o ninguna; otra vez cambia de manos; nadie las suelta", async () => {
    const instituciones = [await idDe("SVA"), await idDe("IPA")];
    const a = (revisor: string) => asignarRevision(elena, { instituciones, revisor });
    expect(await valor(a(tomas.actor.usuarioId))).toEqual({ asignadas: 2 });
    expect(await valor(a(elena.actor.usuarioId))).toEqual({ asignadas: 2 });
    expect(await a(carla.actor.usuarioId)).toMatchObject(falla("entrada_invalida"));
    const manos = await base.comoDueno("SELECT DISTINCT usuario_id FROM asignacion_revision");
    expect(manos).toEqual([{ usuario_id: elena.actor.usuarioId }]);
    await valor(a(""));
    expect(await base.comoDueno("SELECT FROM asignacion_revision")).toHaveLength(0);
  });

  test("quien cubre una ausencia recibe asignaciones mientras dura", async () => {
    const { id } = (
      await base.comoDueno<{ id: string }>(
        "INSERT INTO usuario (correo, nombre) VALUES ('suplente@red.example', 'Suplente') RETURNING id",
      )
    )[0] ?? { id: "" };
    await base.comoDueno("INSERT INTO membresia (usuario_id, rol) VALUES ($1, 'revisor')", [id]);
    await base.comoDueno(
      "INSERT INTO ausencia (usuario_id, suplente_id, desde, hasta) VALUES ($1, $2, '2025-12-01', '2025-12-20')",
      [tomas.actor.usuarioId, id],
    );
    const entrada = { instituciones: [await idDe("SVA")], revisor: id };
    expect(await asignarRevision(elena, entrada)).toMatchObject({ ok: true });
    expect(await asignarRevision(despues(elena, 10), entrada)).toMatchObject(falla("entrada_invalida"));
  });

  test("se recuerda a quien debe una respuesta o el envío, a lo más una vez al día aunque lo pidan dos", async () => {
    // SVA sent; IPA has not.
    const instituciones = [await idDe("SVA"), await idDe("IPA")];
    const asuntos = async () =>
      (await base.comoDueno<{ asunto: string }>("SELECT DISTINCT asunto FROM correo ORDER BY 1")).map(
        ({ asunto }) => asunto,
      );
    await base.comoDueno("DELETE FROM correo");
    expect(await valor(recordarPendientes(elena, { instituciones }))).toEqual({ recordadas: 1, omitidas: 1 });
    expect(await asuntos()).toEqual([expect.stringContaining("no se ha enviado")]);
    await devolverCon();
    await base.comoDueno("DELETE FROM correo");
    expect(await valor(recordarPendientes(elena, { instituciones }))).toEqual({ recordadas: 1, omitidas: 1 });
    expect(await asuntos()).toEqual([expect.stringContaining("observaciones por responder")]);
    expect(await valor(recordarPendientes(carla, { instituciones }))).toEqual({ recordadas: 0, omitidas: 2 });
    expect(await base.comoDueno("SELECT FROM correo")).toHaveLength(2);
    const manana = await valor(recordarPendientes(despues(carla, 1), { instituciones }));
    expect(manana.recordadas).toBe(2);
    // Outside its window nobody can send: nothing to remind of.
    const enero = await valor(
      recordarPendientes(despues(carla, 60), { instituciones: [instituciones[1] ?? ""] }),
    );
    expect(enero).toEqual({ recordadas: 0, omitidas: 1 });
    // Who owes an answer is not told to give it by a day that has passed.
    await base.comoDueno("DELETE FROM correo");
    await valor(recordarPendientes(despues(carla, 60), { instituciones }));
    const [vencido] = await base.comoDueno<{ texto: string }>("SELECT DISTINCT texto FROM correo");
    expect(vencido?.texto).toContain("venció el 25/12/2025, 23:59 horas");
    expect(vencido?.texto).not.toContain("Responda hasta");
  });

  test("fuera del grupo no se asigna ni se recuerda, y la validadora tampoco", async () => {
    await devolverCon();
    const instituciones = [await idDe("SVA")];
    const asignacion = { instituciones, revisor: tomas.actor.usuarioId };
    await forasteroNoCambiaNada({ base, caso: asignarRevision, ctx: elena, entrada: asignacion });
    await forasteroNoCambiaNada({ base, caso: recordarPendientes, ctx: elena, entrada: { instituciones } });
    for (const ctx of [ana, vera]) {
      expect(await asignarRevision(ctx, asignacion)).toMatchObject(falla("no_encontrado"));
      expect(await recordarPendientes(ctx, { instituciones })).toMatchObject(falla("no_encontrado"));
    }
  });
});

describe("la página de una versión", () => {
  test("cada lugar del documento tiene su puntero, y apunta a lo que muestra", async () => {
    const [fila] = await base.comoDueno<{ contenido: unknown }>("SELECT contenido FROM envio");
    for (const seccion of ID_SECCIONES) {
      const { fichas } = await valor(leerRevision(elena, { envio, seccion }));
      expect(fichas.length, seccion).toBeGreaterThan(0);
      for (const { ruta } of fichas.flatMap((ficha) => [ficha, ...ficha.campos])) {
        const hasta = ruta.split("/").slice(1, -1);
        const padre = hasta.reduce<unknown>(
          (dato, parte) => (dato as Record<string, unknown>)?.[parte],
          fila?.contenido,
        );
        expect(padre, ruta).toBeTypeOf("object");
      }
    }
  });

  test("la lista de verificación trae cada medio con sus reglas cumplidas y sus archivos para bajar", async () => {
    const { requisitos } = await valor(leerRevision(elena, { envio, seccion: "plan" }));
    const medios = requisitos.flatMap((requisito) => requisito.medios);
    expect(medios.every(({ reglas }) => reglas.length > 0)).toBe(true);
    const fallidas = medios.flatMap(({ reglas }) =>
      reglas.filter(({ faltas }) => faltas.some(({ nivel }) => nivel === "error")),
    );
    expect(fallidas).toEqual([]);
    const con = medios.filter(({ archivos }) => archivos.length > 0);
    expect(con.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        "E3O1RT1.actaPlan",
        "E3O1RT2.medio",
        "E3O1RT2.material",
        "E3O1RT2.destinatarios",
      ]),
    );
    expect(con.flatMap(({ archivos }) => archivos).every(({ id }) => id !== null)).toBe(true);
  });

  test("la segunda versión muestra lo que cambió por campo, las observaciones de la primera con su hilo y sus notas", async () => {
    await valor(escribirNota(elena, { envio, texto: "Preguntar por la dotación." }));
    await devolverCon("Diga cuántas.");
    const nuevo = await reenviar(base, envio, DICIEMBRE);
    const { cambios, observaciones, notas } = await valor(
      leerRevision(elena, { envio: nuevo, seccion: "analisis" }),
    );
    expect(cambios).toMatchObject({ desde: { version: 1, ronda: null }, total: 1, campos: [{ ruta: RUTA }] });
    expect(cambios?.campos[0]?.lugar).toContain("Seguimiento: Avances");
    expect(observaciones).toMatchObject([
      { version: 1, borrador: false, hilo: [{ texto: "Diga cuántas." }] },
    ]);
    expect(notas).toMatchObject([{ texto: "Preguntar por la dotación.", deVersion: 1 }]);
  });

  test("quien no la alcanza no la ve, la institución tampoco, y la validadora la lee sin poder escribir", async () => {
    const entrada = { envio, seccion: "plan" } as const;
    const ajena = { ...elena, actor: { ...elena.actor, alcance: [await idDe("IPA")] } };
    expect(await leerRevision(ajena, entrada)).toMatchObject(falla("no_encontrado"));
    expect(await leerRevision(ana, entrada)).toMatchObject(falla("no_encontrado"));
    const deVera = await valor(leerRevision(vera, entrada));
    expect(Object.values(deVera.puede)).not.toContain(true);
    expect(deVera.notas).toBeNull();
    await base.comoDueno(
      `INSERT INTO ronda (ejercicio_id, nombre, requisitos, abre_en, cierra_en, retroalimentacion_en)
       SELECT ejercicio_id, 'Primer ejercicio', '{E3O1RT2}', '2025-08-01', '2025-09-01', '2025-09-15' FROM envio`,
    );
    await base.comoDueno("UPDATE envio SET ronda_id = (SELECT id FROM ronda)");
    expect(await leerRevision(vera, entrada)).toMatchObject(falla("no_encontrado"));
  });
});

describe("lo que solo ve la Red", () => {
  const ROLES_DE_INSTITUCION: readonly Rol[] = [
    "contraparte_titular",
    "contraparte_suplente",
    "integrante_comite",
    "lector",
    "validador_externo",
  ];

  test("una nota privada es invisible a toda función de la institución, aun consultando la base con su sesión", async () => {
    const { id: nota } = await valor(escribirNota(elena, { envio, texto: "Cotejar con la jefatura." }));
    const suyas = await valor(leerRevision(tomas, { envio, seccion: "plan" }));
    expect(suyas.notas).toMatchObject([{ texto: "Cotejar con la jefatura.", propia: false }]);
    for (const rol of ROLES_DE_INSTITUCION) {
      const actor = { ...ana.actor, rol };
      const leer = async (texto: string) =>
        (await consultaConActor(actor, "prueba", { nombre: `prueba.${texto.length}`, texto, valores: [] }))
          .rows;
      expect(await leer("SELECT id FROM nota_revision"), rol).toEqual([]);
      expect(await leer("SELECT id FROM bitacora WHERE tabla = 'nota_revision'"), rol).toEqual([]);
      const borradas = await leer("DELETE FROM nota_revision RETURNING id");
      expect(borradas, rol).toEqual([]);
      expect(await escribirNota({ ...ana, actor }, { envio, texto: "x" }), rol).toMatchObject(
        falla("no_encontrado"),
      );
    }
    const copia = await base.comoDueno<{ nuevo: { texto: string } }>(
      "SELECT nuevo FROM bitacora WHERE tabla = 'nota_revision' AND operacion = 'alta'",
    );
    expect(JSON.stringify(copia)).not.toContain("Cotejar");
    expect(await quitarNota(tomas, { envio, nota })).toMatchObject(falla("no_encontrado"));
    await forasteroNoCambiaNada({ base, caso: escribirNota, ctx: elena, entrada: { envio, texto: "x" } });
    await forasteroNoCambiaNada({ base, caso: quitarNota, ctx: elena, entrada: { envio, nota } });
    await valor(quitarNota(elena, { envio, nota }));
  });

  test("un borrador y un veredicto no se ven antes de devolver", async () => {
    await valor(abrirRevision(elena, { envio }));
    await valor(observar(elena, { envio, requisito: "E3O1RT1", ruta: RUTA, texto: "Todavía no." }));
    const deAna = (texto: string) =>
      consultaConActor(ana.actor, "prueba", { nombre: `ana.${texto.length}`, texto, valores: [] });
    expect((await deAna("SELECT id FROM observacion")).rows).toEqual([]);
    expect((await deAna("SELECT id FROM observacion_mensaje")).rows).toEqual([]);
    await valor(devolverEnvio(elena, { envio, dia: "25/12/2025", abrir: [] }));
    expect((await deAna("SELECT id FROM observacion")).rows).toHaveLength(1);
  });

  test("cada quien sabe quién más de la Red tiene abierta la versión, y deja de saberlo al minuto", async () => {
    expect(await valor(latir(elena, { envio }))).toEqual({ otros: [] });
    expect(await valor(latir(tomas, { envio }))).toEqual({ otros: ["Elena Fuentes Paz"] });
    const luego = { ...tomas, ahora: new Date(DICIEMBRE.getTime() + 60_000) };
    expect(await valor(latir(luego, { envio }))).toEqual({ otros: [] });
    await forasteroNoCambiaNada({ base, caso: latir, ctx: elena, entrada: { envio } });
    expect(await latir(vera, { envio })).toMatchObject(falla("no_encontrado"));
  });

  test("las plantillas se guardan y se retiran; la institución no las lee ni las escribe", async () => {
    const entrada = { requisito: "E3O1RT2", titulo: "Falta la copia", texto: "Adjunte la copia." };
    expect(await crearPlantilla(elena, { ...entrada, titulo: " " })).toMatchObject(falla("entrada_invalida"));
    const { id: plantilla } = await valor(crearPlantilla(elena, entrada));
    expect(await valor(leerPlantillas(tomas))).toMatchObject([{ titulo: "Falta la copia" }]);
    for (const ctx of [ana, vera]) {
      expect(await leerPlantillas(ctx)).toMatchObject(falla("no_encontrado"));
      expect(await crearPlantilla(ctx, entrada)).toMatchObject(falla("no_encontrado"));
      expect(await retirarPlantilla(ctx, { plantilla })).toMatchObject(falla("no_encontrado"));
    }
    await valor(retirarPlantilla(tomas, { plantilla }));
    expect(await valor(leerPlantillas(elena))).toEqual([]);
    expect(await retirarPlantilla(tomas, { plantilla })).toMatchObject(falla("no_encontrado"));
  });
});
