import { beforeAll, describe, expect, test } from "vitest";
import { enviarAlComite } from "@/lib/casos/comite/enviar";
import { firmar } from "@/lib/casos/comite/firmar";
import { leerComite } from "@/lib/casos/comite/leer";
import type { Contexto, ContextoInstitucion } from "@/lib/casos/contexto";
import { leerPlanParaDescargar } from "@/lib/casos/plan/descargar";
import { cargarArchivo } from "@/lib/casos/precarga/cargar";
import type { Plan } from "@/lib/expediente/formato";
import { conBase } from "@/tests/apoyo/base";
import { contextoDe, llenarInforme, mantenerTodo, modificarTexto } from "@/tests/apoyo/comite";
import { forasteroNoCambiaNada, huellaDeTodo } from "@/tests/apoyo/forastero";
import { JUNIO } from "@/tests/apoyo/junio";
import { cargar, coordinadora, enJson, revisar } from "@/tests/apoyo/precarga";

const base = conBase({ sembrada: true });
let carla: Contexto;
let ana: ContextoInstitucion;
let original: Plan;

const TABLAS =
  "firma, acta_asistente, acta, aprobacion, notificacion, correo, ajuste, informe_actividad, informe_tramite, informe_componente, informe_indicador, informe, prorroga, envio";

async function leerOriginal(): Promise<Plan> {
  const leido = await leerPlanParaDescargar(ana, "original");
  if (!leido.ok) throw new Error(leido.falla.mensaje);
  return leido.valor.plan;
}

beforeAll(async () => {
  carla = await coordinadora("Carla Núñez", JUNIO);
  ana = await contextoDe(base, "ana.rojas@sva.example", "SVA");
  original = await leerOriginal();
});

async function limpiar() {
  for (const tabla of TABLAS.split(", ")) await base.comoDueno(`DELETE FROM ${tabla}`);
  await cargar(carla, original);
}

/** The same plan with another description of its first activity, and without its last one. */
function corregido(): Plan {
  const actividades = original.actividades ?? [];
  return {
    ...original,
    actividades: actividades
      .slice(0, -1)
      .map((actividad, i) => (i === 0 ? { ...actividad, descripcion: "Descripción corregida." } : actividad)),
  };
}

const contarAjustes = async () =>
  Number((await base.comoDueno<{ n: string }>("SELECT count(*) AS n FROM ajuste"))[0]?.n);

describe("un plan sobre el que nadie ha trabajado", () => {
  test("se reemplaza mostrando qué cambia, por componente y por palabra, sin pedir más", async () => {
    await limpiar();
    const { situacion, diferencias, perdida } = await revisar(carla, corregido());
    expect({ situacion, perdida }).toEqual({ situacion: "reemplazar", perdida: null });
    expect(diferencias.map(({ estado }) => estado)).toEqual(["modificado", "eliminado"]);
    const [componente] = diferencias[0]?.componentes ?? [];
    expect(componente?.componente).toBe("descripcion");
    expect(componente?.tramos.some(({ tipo }) => tipo === "agregado")).toBe(true);
    expect(await cargar(carla, corregido())).toMatchObject({ ok: true, valor: { hecho: "reemplazado" } });
    expect((await leerOriginal()).actividades?.[0]?.descripcion).toBe("Descripción corregida.");
  });

  test("cambiar solo el orden o los espacios también se dice y se carga", async () => {
    await limpiar();
    const otro = { ...original, actividades: [...(original.actividades ?? [])].reverse() };
    expect(await revisar(carla, otro)).toMatchObject({ situacion: "reemplazar", diferencias: [] });
    await cargar(carla, otro);
    expect((await leerOriginal()).actividades?.map(({ id }) => id)).toEqual(
      otro.actividades.map(({ id }) => id),
    );
  });
});

describe("un plan que la institución empezó a ajustar", () => {
  test("no se reemplaza en silencio: hay que ver qué se pierde, escribir el código y un motivo", async () => {
    await limpiar();
    const [primera] = original.actividades ?? [];
    await modificarTexto(base, "SVA", {
      elemento: primera?.id ?? "",
      componente: "descripcion",
      contenido: "Lo que la institución había escrito.",
    });
    await mantenerTodo(base, "SVA");
    const total = await contarAjustes();
    const revision = await revisar(carla, corregido());
    expect(revision.situacion).toBe("confirmar");
    expect(revision.perdida?.decisiones[0]).toMatchObject({
      decision: "Se modifica",
      contenido: "Lo que la institución había escrito.",
      argumento: expect.stringContaining("validación técnica externa"),
    });
    const seVan = revision.perdida?.decisiones.length ?? 0;
    expect(revision.perdida?.conservadas).toBe(total - seVan);

    const antes = await huellaDeTodo(base);
    const { visto } = revision;
    for (const confirmacion of [
      {},
      { visto },
      { visto, codigo: "SVA" },
      { visto, codigo: "IPA", motivo: "Sí" },
      { codigo: "SVA", motivo: "Sí" },
    ])
      expect(await cargarArchivo(carla, { ...enJson(corregido()), confirmacion })).toMatchObject({
        falla: { codigo: "falta_confirmar" },
      });
    expect(await huellaDeTodo(base)).toEqual(antes);

    const motivo = "La institución entregó la versión equivocada.";
    expect(await cargar(carla, corregido(), motivo)).toMatchObject({
      ok: true,
      valor: { hecho: "reemplazado" },
    });
    expect(await contarAjustes()).toBe(total - seVan);
    const rastro = await base.comoDueno<{ operacion: string; usuario_id: string }>(
      "SELECT operacion, usuario_id FROM bitacora WHERE tabla = 'ajuste' AND caso = 'plan.precargar'",
    );
    expect(rastro).toHaveLength(seVan);
    expect(
      rastro.every((fila) => fila.operacion === "baja" && fila.usuario_id === carla.actor.usuarioId),
    ).toBe(true);
    const [plan] = await base.comoDueno<{ nuevo: { origen: string } }>(
      "SELECT nuevo FROM bitacora WHERE tabla = 'plan' AND operacion = 'cambio' ORDER BY id DESC LIMIT 1",
    );
    expect(plan?.nuevo.origen).toContain(motivo);
  });

  test("si la institución decide algo más mientras se mira, no se reemplaza lo que no se vio", async () => {
    await limpiar();
    await mantenerTodo(base, "SVA");
    const { visto } = await revisar(carla, corregido());
    const [primera] = original.actividades ?? [];
    await modificarTexto(base, "SVA", {
      elemento: primera?.id ?? "",
      componente: "descripcion",
      contenido: "Recién escrito.",
    });
    const confirmacion = { visto, codigo: "SVA", motivo: "Motivo" };
    const antes = await huellaDeTodo(base);
    expect(await cargarArchivo(carla, { ...enJson(corregido()), confirmacion })).toMatchObject({
      falla: { codigo: "conflicto_cambio" },
    });
    expect(await huellaDeTodo(base)).toEqual(antes);
  });

  test("quien no alcanza la institución no encuentra nada y nada cambia", async () => {
    await limpiar();
    await forasteroNoCambiaNada({
      base,
      caso: cargarArchivo,
      ctx: { ...carla, institucion: ana.institucion },
      entrada: { ...enJson(corregido()), confirmacion: {} },
    });
  });
});

describe("un plan en el Comité o aprobado", () => {
  async function aprobar(quienes: readonly string[]) {
    await mantenerTodo(base, "SVA");
    await enviarAlComite(ana, { materia: "plan" });
    const pagina = await leerComite(ana, "plan");
    const huella = (pagina.ok && pagina.valor.huella) || "";
    for (const correo of quienes)
      await firmar(await contextoDe(base, correo, "SVA"), {
        materia: "plan",
        huella,
        decision: "aprueba",
        declaraCoherencia: true,
      });
  }

  test("enviado: el envío y sus firmas quedan sin efecto y se avisa al Comité con el motivo", async () => {
    await limpiar();
    await aprobar(["marta.diaz@sva.example"]);
    const { perdida } = await revisar(carla, corregido());
    expect(perdida?.otras).toEqual([expect.stringContaining("con 1 firma dada")]);
    await cargar(carla, corregido(), "Versión equivocada.");
    const [aprobacion] = await base.comoDueno("SELECT estado, motivo_cierre FROM aprobacion");
    expect(aprobacion).toEqual({ estado: "anulada", motivo_cierre: "Versión equivocada." });
    const avisos = await base.comoDueno<{ texto: string }>(
      "SELECT n.texto FROM notificacion n JOIN usuario u ON u.id = n.usuario_id WHERE u.correo = 'marta.diaz@sva.example' AND n.texto LIKE '%sin efecto%'",
    );
    expect(avisos[0]?.texto).toContain("Versión equivocada.");
  });

  test("aprobado: el acta queda sin efecto; las respuestas del informe se conservan y se dice cuáles quedan fuera", async () => {
    await limpiar();
    await aprobar(["marta.diaz@sva.example", "pedro.mella@sva.example"]);
    await llenarInforme(base, "SVA");
    const respuestas = await base.comoDueno("SELECT count(*) FROM informe_actividad");
    const { perdida } = await revisar(carla, corregido());
    const ultima = original.actividades?.at(-1)?.id ?? "";
    expect(perdida?.otras[0]).toContain("queda sin efecto");
    expect(perdida?.otras[1]).toContain(ultima);
    await cargar(carla, corregido(), "Versión equivocada.");
    expect(await base.comoDueno("SELECT 1 FROM acta WHERE anulada_en IS NULL")).toEqual([]);
    expect(await base.comoDueno("SELECT count(*) FROM informe_actividad")).toEqual(respuestas);
  });

  test("aprobado y ya pasado el 30 de junio: se niega, porque el Comité no podría firmar otra vez", async () => {
    await limpiar();
    await aprobar(["marta.diaz@sva.example", "pedro.mella@sva.example"]);
    const tarde = { ...carla, ahora: new Date("2025-08-10T15:00:00Z") };
    expect(await revisar(tarde, corregido())).toMatchObject({ situacion: "impedida" });
    expect(await cargar(tarde, corregido(), "Motivo")).toMatchObject({ falla: { codigo: "impedida" } });
  });

  test("con el expediente enviado a la Red: se niega", async () => {
    await limpiar();
    await mantenerTodo(base, "SVA");
    await base.comoDueno(
      `INSERT INTO envio (institucion_id, ejercicio_id, version, contenido, huella_plan, huella_informe, codigo, enviado_por_id, enviado_en)
       SELECT $1, id, 1, '{}', repeat('a', 64), repeat('b', 64), 'CODIGO', $2, now() FROM ejercicio WHERE anio = 2025`,
      [ana.institucion.id, ana.actor.usuarioId],
    );
    const antes = await huellaDeTodo(base);
    expect(await revisar(carla, corregido())).toMatchObject({ situacion: "impedida" });
    expect(await cargar(carla, corregido(), "Motivo")).toMatchObject({ falla: { codigo: "impedida" } });
    expect(await huellaDeTodo(base)).toEqual(antes);
  });
});
