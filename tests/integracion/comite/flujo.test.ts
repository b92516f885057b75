import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { enviarAlComite } from "@/lib/casos/comite/enviar";
import { firmar } from "@/lib/casos/comite/firmar";
import { leerComite } from "@/lib/casos/comite/leer";
import { volverAModificar } from "@/lib/casos/comite/modificar";
import { registrarActaEnPapel } from "@/lib/casos/comite/registrar-papel";
import type { ContextoInstitucion } from "@/lib/casos/contexto";
import type { Materia } from "@/lib/flujo/aprobacion";
import { conBase } from "@/tests/apoyo/base";
import { archivoDe, contextoDe, llenarInforme, mantenerTodo, modificarTexto } from "@/tests/apoyo/comite";
import { falla, valor } from "@/tests/apoyo/resultado";

const base = conBase({ sembrada: true });
const codigo = "SVA";
let ana: ContextoInstitucion;
let marta: ContextoInstitucion;
let pedro: ContextoInstitucion;
let julia: ContextoInstitucion;

beforeAll(async () => {
  ana = await contextoDe(base, "ana.rojas@sva.example", codigo);
  marta = await contextoDe(base, "marta.diaz@sva.example", codigo);
  pedro = await contextoDe(base, "pedro.mella@sva.example", codigo);
  julia = await contextoDe(base, "julia.ibanez@sva.example", codigo);
});

const TABLAS =
  "firma, acta_asistente, acta, aprobacion, notificacion, correo, ajuste, informe_actividad, informe_tramite, informe_componente, informe_indicador, informe, prorroga, envio";
beforeEach(async () => {
  for (const tabla of TABLAS.split(", ")) await base.comoDueno(`DELETE FROM ${tabla}`);
});

const en = (ctx: ContextoInstitucion, ahora: string): ContextoInstitucion => {
  const instante = new Date(ahora);
  return { ...ctx, ahora: instante, actor: { ...ctx.actor, autenticadaEn: instante } };
};

const pagina = (ctx: ContextoInstitucion, materia: Materia = "plan") => valor(leerComite(ctx, materia));

async function enviado(materia: Materia = "plan", ctx = ana): Promise<string> {
  await valor(enviarAlComite(ctx, { materia }));
  return (await pagina(ctx, materia)).huella ?? "";
}

const aprueba = (
  ctx: ContextoInstitucion,
  huella: string,
  materia: Materia = "plan",
  declaraCoherencia = true,
) => firmar(ctx, { materia, huella, decision: "aprueba", declaraCoherencia });

describe("enviar el plan al Comité", () => {
  test("con componentes sin decidir se niega y la página enlaza cada falta con su campo", async () => {
    expect((await falla(enviarAlComite(ana, { materia: "plan" }))).codigo).toBe("con_faltas");
    const { faltas, turno } = await pagina(ana);
    expect(faltas.length).toBeGreaterThan(4);
    for (const { href } of faltas) expect(href).toMatch(/^\/institucion\/SVA\/plan/);
    expect(turno.que).toMatch(/^Faltan por corregir \d+ puntos antes de enviar el Plan de Mejoramiento/);
  });

  test("congela una versión, dice cuántas firmas faltan y avisa una vez a cada integrante", async () => {
    await mantenerTodo(base, codigo);
    await enviado();
    const { version, turno, votos, necesarias } = await pagina(marta);
    expect({ version, necesarias, votos: votos.length }).toEqual({ version: 1, necesarias: 2, votos: 3 });
    expect(turno).toMatchObject({
      que: "Falta que 2 integrantes del Comité firmen, entre ellos quien preside",
      quien: "Comité de Calidad",
    });
    const avisos = await base.comoDueno("SELECT 1 FROM notificacion WHERE clave LIKE 'comite.enviar %'");
    const correos = await base.comoDueno<{ para: string }>("SELECT para FROM correo ORDER BY para");
    expect(avisos).toHaveLength(3);
    expect(correos.map(({ para }) => para)).toEqual([
      "julia.ibanez@sva.example",
      "marta.diaz@sva.example",
      "pedro.mella@sva.example",
    ]);
  });

  test("dos veces, la segunda dice que ya está en el Comité; con la misma clave responde lo mismo", async () => {
    await mantenerTodo(base, codigo);
    const clave = crypto.randomUUID();
    const primera = await enviarAlComite({ ...ana, clave }, { materia: "plan" });
    expect(await enviarAlComite({ ...ana, clave }, { materia: "plan" })).toEqual(primera);
    expect((await falla(enviarAlComite(ana, { materia: "plan" }))).codigo).toBe("conflicto_estado");
  });

  test("sin quien preside se niega y dice dónde remediarlo", async () => {
    await mantenerTodo(base, codigo);
    await base.comoDueno("UPDATE membresia SET preside = false WHERE id = $1", [marta.actor.membresiaId]);
    const { codigo: cual, mensaje } = await falla(enviarAlComite(ana, { materia: "plan" }));
    await base.comoDueno("UPDATE membresia SET preside = true WHERE id = $1", [marta.actor.membresiaId]);
    expect(cual).toBe("sin_presidencia");
    expect(mensaje).toContain("Personas");
  });

  test("después del 30 de junio se niega, con el remedio del acta en papel", async () => {
    await mantenerTodo(base, codigo);
    const tarde = en(ana, "2025-07-01T04:00:00Z");
    const { codigo: cual, mensaje } = await falla(enviarAlComite(tarde, { materia: "plan" }));
    expect(cual).toBe("fuera_de_plazo");
    expect(mensaje).toContain("acta en papel");
    expect((await pagina(tarde)).turno.que).toContain("acta en papel");
  });
});

describe("firmar", () => {
  beforeEach(() => mantenerTodo(base, codigo));

  test("con la mayoría y quien preside se levanta un acta con su fecha chilena, sus asistentes y su código", async () => {
    const huella = await enviado();
    expect(await valor(aprueba(pedro, huella))).toEqual({ completa: false });
    expect((await pagina(ana)).turno.que).toBe("Falta que firme quien preside el Comité");
    expect(await valor(aprueba(marta, huella))).toEqual({ completa: true });
    const { estado, acta, actaVale, turno } = await pagina(ana);
    expect(estado).toBe("aprobada");
    expect(actaVale).toBe(true);
    expect(turno.accion).toBeNull();
    expect(acta).toMatchObject({ numero: "Acta 1/2025", huella, origen: "plataforma" });
    expect(acta?.fecha.toISOString().slice(0, 10)).toBe("2025-06-10");
    expect(acta?.codigo).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
    expect(acta?.asistentes.map(({ nombre }) => nombre)).toEqual(["Pedro Mella Ruiz", "Marta Díaz Leal"]);
  });

  test("la mayoría sin quien preside no basta; con la regla de unanimidad firman todos", async () => {
    await base.comoDueno("UPDATE institucion SET quorum = 'unanimidad' WHERE codigo = $1", [codigo]);
    const huella = await enviado();
    await base.comoDueno("UPDATE institucion SET quorum = 'mayoria' WHERE codigo = $1", [codigo]);
    expect(await valor(aprueba(pedro, huella))).toEqual({ completa: false });
    expect(await valor(aprueba(marta, huella))).toEqual({ completa: false });
    expect(await valor(aprueba(julia, huella))).toEqual({ completa: true });
  });

  test("la contraparte recibe en el acto, y una sola vez, el aviso y el correo de cada firma", async () => {
    const huella = await enviado();
    await valor(aprueba(pedro, huella));
    await valor(aprueba(pedro, huella));
    const aAna = await base.comoDueno(
      "SELECT 1 FROM correo WHERE clave LIKE 'comite.firmar %' AND para = 'ana.rojas@sva.example'",
    );
    const notas = await base.comoDueno("SELECT 1 FROM notificacion WHERE usuario_id = $1", [
      ana.actor.usuarioId,
    ]);
    expect([aAna.length, notas.length]).toEqual([1, 1]);
  });

  test("a las 23:59:59 del 30 de junio de Chile se firma; un segundo después no", async () => {
    const huella = await enviado();
    await valor(aprueba(en(pedro, "2025-06-30T12:00:00Z"), huella));
    const tarde = en(marta, "2025-07-01T04:00:00Z");
    expect((await falla(aprueba(tarde, huella))).codigo).toBe("fuera_de_plazo");
    expect(await base.comoDueno("SELECT 1 FROM acta")).toHaveLength(0);
    expect(await valor(aprueba(en(marta, "2025-07-01T03:59:59.999Z"), huella))).toEqual({ completa: true });
    const { acta } = await pagina(ana);
    expect(acta?.fecha.toISOString().slice(0, 10)).toBe("2025-06-30");
  });

  test("una prórroga del registro no extiende la fecha del acta", async () => {
    const huella = await enviado();
    await base.comoDueno(
      `INSERT INTO prorroga (institucion_id, ejercicio_id, alcance, hasta, razon, otorgada_por_id, otorgada_en)
       SELECT $1, id, 'ajuste', '2025-07-31T23:59:59Z', 'La plataforma se habilitó después', $2, now() FROM ejercicio`,
      [ana.institucion.id, ana.actor.usuarioId],
    );
    expect((await falla(aprueba(en(marta, "2025-07-02T12:00:00Z"), huella))).codigo).toBe("fuera_de_plazo");
  });

  test("quien comprobó su identidad hace más de cinco minutos debe hacerlo otra vez", async () => {
    const huella = await enviado();
    const haceSeis = new Date(marta.ahora.getTime() - 6 * 60_000);
    const vieja = { ...marta, actor: { ...marta.actor, autenticadaEn: haceSeis } };
    expect((await falla(aprueba(vieja, huella))).codigo).toBe("reautenticar");
  });

  test("no se firma otro texto que el que se vio", async () => {
    await enviado();
    expect((await falla(aprueba(marta, "0".repeat(64)))).codigo).toBe("conflicto_version");
  });

  test("si el plan cambió por otro camino después de enviarse, la firma se niega", async () => {
    const huella = await enviado();
    await modificarTexto(base, codigo, { elemento: "OG", componente: "texto", contenido: "Otro objetivo" });
    expect((await falla(aprueba(marta, huella))).codigo).toBe("conflicto_version");
  });

  test("con cambios exige declarar la coherencia con el diagnóstico, y el acta lo deja dicho", async () => {
    await modificarTexto(base, codigo, {
      elemento: "OG",
      componente: "texto",
      contenido: "Mejorar la atención de las personas usuarias en todos los canales.",
    });
    const huella = await enviado();
    const { cambios } = await pagina(marta);
    expect(cambios).toHaveLength(1);
    expect(cambios[0]).toMatchObject({
      elemento: "Objetivo general",
      enPalabras: "Se modifica",
      categorias: [
        { nombre: "a) Mejoras identificadas al inicio de la implementación" },
        { nombre: "c) Cambios normativos" },
      ],
    });
    const negada = await falla(aprueba(marta, huella, "plan", false));
    expect(negada.campos?.declaraCoherencia).toContain("diagnóstico de la etapa 1");
    await valor(aprueba(marta, huella));
    await valor(aprueba(pedro, huella));
    expect((await pagina(ana)).acta?.declaraCoherencia).toBe(true);
  });

  test("objetar exige motivo, cierra la versión y avisa a la contraparte", async () => {
    const huella = await enviado();
    await valor(aprueba(pedro, huella));
    const objeta = (motivo: string) => firmar(marta, { materia: "plan", huella, decision: "objeta", motivo });
    expect((await falla(objeta("  "))).campos).toHaveProperty("motivo");
    await valor(objeta("La actividad 2 no tiene responsable."));
    await valor(objeta("La actividad 2 no tiene responsable."));
    // The first one was done and its answer lost: what was added to it is not taken for said.
    expect(await falla(objeta("La actividad 2 no tiene responsable ni costo."))).toMatchObject({
      codigo: "conflicto_estado",
      mensaje: expect.stringContaining("«La actividad 2 no tiene responsable.»"),
    });
    const { estado, turno, historia } = await pagina(ana);
    expect(estado).toBe("objetada");
    expect(turno.que).toBe("Resuelva la objeción y envíe otra vez el Plan de Mejoramiento al Comité");
    expect(historia[0]).toMatchObject({
      estado: "objetada",
      motivoCierre: "La actividad 2 no tiene responsable.",
    });
    expect((await falla(aprueba(julia, huella))).codigo).toBe("conflicto_version");
    const [nota] = await base.comoDueno<{ texto: string }>(
      "SELECT texto FROM notificacion WHERE usuario_id = $1 AND clave LIKE 'comite.objetar %'",
      [ana.actor.usuarioId],
    );
    expect(nota?.texto).toBe(
      "Marta Díaz Leal objetó el Plan de Mejoramiento: La actividad 2 no tiene responsable.",
    );
  });
});

describe("volver a abrir", () => {
  beforeEach(() => mantenerTodo(base, codigo));

  test("deja sin efecto las firmas dadas, lo dice, y el plan se puede enviar y aprobar otra vez", async () => {
    const primera = await enviado();
    await valor(aprueba(pedro, primera));
    expect((await pagina(ana)).firmasVivas).toBe(1);
    expect(await valor(volverAModificar(ana, { materia: "plan", motivo: "Faltó una actividad" }))).toEqual({
      firmas: 1,
    });
    expect((await falla(aprueba(marta, primera))).codigo).toBe("conflicto_version");
    const segunda = await enviado();
    expect((await pagina(ana)).votos.every(({ decision }) => decision === null)).toBe(true);
    await valor(aprueba(pedro, segunda));
    await valor(aprueba(marta, segunda));
    const { historia } = await pagina(ana);
    expect(historia.map(({ version, estado }) => [version, estado])).toEqual([
      [2, "aprobada"],
      [1, "anulada"],
    ]);
  });

  test("con acta en vigor la anula y el siguiente número no se repite", async () => {
    const huella = await enviado();
    await valor(aprueba(pedro, huella));
    await valor(aprueba(marta, huella));
    await valor(volverAModificar(ana, { materia: "plan", motivo: "" }));
    const otra = await enviado();
    await valor(aprueba(pedro, otra));
    await valor(aprueba(marta, otra));
    const { acta, actasAnuladas } = await pagina(ana);
    expect(acta?.numero).toBe("Acta 2/2025");
    expect(actasAnuladas).toHaveLength(1);
  });

  test("después del 30 de junio no se pierde un acta firmada en la plataforma; con prórroga se puede", async () => {
    const huella = await enviado();
    await valor(aprueba(pedro, huella));
    await valor(aprueba(marta, huella));
    const tarde = en(ana, "2025-07-02T12:00:00Z");
    expect((await falla(volverAModificar(tarde, { materia: "plan", motivo: "x" }))).codigo).toBe(
      "fuera_de_plazo",
    );
    expect((await pagina(tarde)).noSeAbre).toContain("no se puede dejar sin efecto");
    await base.comoDueno(
      `INSERT INTO prorroga (institucion_id, ejercicio_id, alcance, hasta, razon, otorgada_por_id, otorgada_en)
       SELECT $1, id, 'ajuste', '2025-07-31T23:59:59Z', 'La plataforma se habilitó después', $2, now() FROM ejercicio`,
      [ana.institucion.id, ana.actor.usuarioId],
    );
    await valor(volverAModificar(tarde, { materia: "plan", motivo: "Prórroga" }));
  });
});

describe("acta en papel", () => {
  beforeEach(() => mantenerTodo(base, codigo));

  const papel = async (cambios: object = {}, materia: Materia = "plan", ctx = ana) => ({
    materia,
    huella: (await pagina(ctx, materia)).huella ?? "",
    numero: "Acta N° 3",
    fecha: "05/06/2025",
    archivoId: await archivoDe(base, ctx),
    asistentes: [
      { nombre: "Marta Díaz Leal", cargo: "Jefa de servicio", area: "" },
      { nombre: "Pedro Mella Ruiz", cargo: "Jefe de Planificación", area: "Planificación" },
    ],
    declaraCoherencia: false,
    ...cambios,
  });

  test("aprueba el plan con el PDF, el número, la fecha y los asistentes", async () => {
    const { codigo: deVerificacion } = await valor(registrarActaEnPapel(ana, await papel()));
    const { estado, acta } = await pagina(ana);
    expect(estado).toBe("aprobada");
    expect(acta).toMatchObject({ origen: "papel", numero: "Acta N° 3", codigo: deVerificacion });
    expect(acta?.asistentes.map(({ area }) => area)).toEqual([null, "Planificación"]);
  });

  test("informa todas las faltas a la vez, cada una en su campo", async () => {
    await modificarTexto(base, codigo, { elemento: "OG", componente: "texto", contenido: "Otro objetivo" });
    const { campos } = await falla(
      registrarActaEnPapel(
        ana,
        await papel({
          numero: " ",
          fecha: "31/02/2025",
          archivoId: "",
          asistentes: [
            { nombre: "Ana", cargo: "" },
            { nombre: "", cargo: "Fiscal" },
          ],
        }),
      ),
    );
    expect(Object.keys(campos ?? {}).sort()).toEqual([
      "archivoId",
      "asistentes.0.cargo",
      "asistentes.1.nombre",
      "declaraCoherencia",
      "fecha",
      "numero",
    ]);
    expect(await base.comoDueno("SELECT 1 FROM acta")).toHaveLength(0);
  });

  test.each([
    ["01/07/2025", "después del límite", "2025-08-01T12:00:00Z"],
    ["20/06/2025", "en el futuro", "2025-06-10T15:00:00Z"],
    ["", "vacía", "2025-06-10T15:00:00Z"],
  ])("la fecha %s (%s) se niega en su campo", async (fecha, _, ahora) => {
    const ctx = en(ana, ahora);
    const { campos } = await falla(registrarActaEnPapel(ctx, await papel({ fecha }, "plan", ctx)));
    expect(campos).toHaveProperty("fecha");
  });

  test("registrada en agosto con fecha de junio vale", async () => {
    const agosto = en(ana, "2025-08-01T12:00:00Z");
    await valor(registrarActaEnPapel(agosto, await papel({}, "plan", agosto)));
  });

  test("un archivo que no es PDF, o de otra institución, se niega", async () => {
    const iris = await contextoDe(base, "iris.vega@ipa.example", "IPA");
    for (const archivoId of [await archivoDe(base, ana, "image/png"), await archivoDe(base, iris)]) {
      const { campos } = await falla(registrarActaEnPapel(ana, await papel({ archivoId })));
      expect(campos?.archivoId).toBe("Adjunte el acta escaneada en PDF.");
    }
  });

  test("mientras espera firmas no se registra; tras abrirlo, sí", async () => {
    await enviado();
    expect((await falla(registrarActaEnPapel(ana, await papel()))).codigo).toBe("conflicto_estado");
    await valor(volverAModificar(ana, { materia: "plan", motivo: "Se firmó en papel" }));
    await valor(registrarActaEnPapel(ana, await papel()));
  });
});

describe("el informe", () => {
  beforeEach(async () => {
    await mantenerTodo(base, codigo);
    await llenarInforme(base, codigo);
  });

  async function planAprobado() {
    const huella = await enviado();
    await valor(aprueba(pedro, huella));
    await valor(aprueba(marta, huella));
  }

  test("sin el plan aprobado no se envía, y la falta enlaza con la página del plan", async () => {
    expect((await falla(enviarAlComite(ana, { materia: "informe" }))).codigo).toBe("con_faltas");
    const { faltas } = await pagina(ana, "informe");
    expect(faltas.map(({ href }) => href)).toContain("/institucion/SVA/comite/plan");
  });

  test("con el plan aprobado se envía, se firma y su acta es distinta de la del plan", async () => {
    await planAprobado();
    const octubre = (ctx: ContextoInstitucion) => en(ctx, "2025-10-01T12:00:00Z");
    const huella = await enviado("informe", octubre(ana));
    await valor(aprueba(octubre(julia), huella, "informe"));
    await valor(aprueba(octubre(marta), huella, "informe"));
    const { acta } = await pagina(ana, "informe");
    expect(acta).toMatchObject({ numero: "Acta 2/2025", materia: "informe" });
    const plan = await falla(volverAModificar(octubre(ana), { materia: "plan", motivo: "x" }));
    expect(plan.codigo).toMatch(/fuera_de_plazo|informe_en_comite/);
  });

  test("con el informe en el Comité el plan no se abre", async () => {
    await planAprobado();
    await enviado("informe");
    expect((await falla(volverAModificar(ana, { materia: "plan", motivo: "x" }))).codigo).toBe(
      "informe_en_comite",
    );
  });

  test("después del 31 de diciembre ya no se firma", async () => {
    await planAprobado();
    const huella = await enviado("informe");
    expect((await falla(aprueba(en(marta, "2026-01-01T03:00:00Z"), huella, "informe"))).codigo).toBe(
      "fuera_de_plazo",
    );
  });
});
