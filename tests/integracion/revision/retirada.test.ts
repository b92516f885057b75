import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { activar } from "@/lib/casos/administracion/persona";
import { escribirRecordatorios } from "@/lib/casos/avisos/recordatorio";
import type { ContextoInstitucion } from "@/lib/casos/contexto";
import { nombrarEnDupla } from "@/lib/casos/grupo/dupla";
import { leerGrupo, leerGrupos } from "@/lib/casos/grupo/leer";
import { listarRed } from "@/lib/casos/persona/listar";
import { retirar } from "@/lib/casos/persona/retirar";
import { abrirRevision } from "@/lib/casos/revision/abrir";
import { asignarRevision } from "@/lib/casos/revision/asignar";
import { leerBandeja } from "@/lib/casos/revision/bandeja";
import { reabrirEnvio } from "@/lib/casos/revision/reabrir";
import { BANDEJA_ENTERA } from "@/lib/flujo/vistaBandeja";
import { ultimoCorte } from "@/lib/trabajos/reloj";
import { pdf } from "@/tests/apoyo/archivos/bytes";
import { conBase } from "@/tests/apoyo/base";
import { contextoDe } from "@/tests/apoyo/comite";
import { aprobarTodo, DICIEMBRE, difundir, subir } from "@/tests/apoyo/difusion";
import { valor } from "@/tests/apoyo/resultado";
import { enviarTodo, recienLlegado } from "@/tests/apoyo/revision";

process.env.ARCHIVOS_CARPETA = mkdtempSync(join(tmpdir(), "cseu-retirada-"));

const base = conBase({ sembrada: true });
const TOMAS = "tomas.araya@red.example";
let ana: ContextoInstitucion;
let elena: ContextoInstitucion;
let tomas: ContextoInstitucion;
let carla: ContextoInstitucion;
let administra: ContextoInstitucion;
let grupo: string;
let envio: string;

const falla = (codigo: string) => ({ ok: false, falla: { codigo } });
const avisos = async (ctx: ContextoInstitucion) =>
  (
    await base.comoDueno<{ tipo: string }>("SELECT tipo FROM notificacion WHERE usuario_id = $1", [
      ctx.actor.usuarioId,
    ])
  ).map(({ tipo }) => tipo);
const asignarA = (quien: ContextoInstitucion, a: ContextoInstitucion) =>
  asignarRevision(quien, { instituciones: [ana.institucion.id], revisor: a.actor.usuarioId });
const dupla = async () =>
  (await valor(leerGrupo(carla, { grupo, texto: "", pagina: 1 }))).grupo.dupla.map(({ nombre, vigente }) => [
    nombre.split(" ")[0],
    vigente,
  ]);

beforeAll(async () => {
  ana = await contextoDe(base, "ana.rojas@sva.example", "SVA", DICIEMBRE);
  elena = await contextoDe(base, "elena.fuentes@red.example", "SVA", DICIEMBRE);
  tomas = await contextoDe(base, TOMAS, "SVA", DICIEMBRE);
  carla = await contextoDe(base, "carla.nunez@red.example", "SVA", DICIEMBRE);
  carla = { ...carla, actor: { ...carla.actor, alcance: "*" } };
  administra = { ...carla, actor: { ...carla.actor, rol: "administrador" } };
  const [fila] = await base.comoDueno<{ id: string }>(
    "SELECT grupo_id AS id FROM dupla WHERE usuario_id = $1",
    [tomas.actor.usuarioId],
  );
  grupo = fila?.id ?? "";
  await aprobarTodo(base, "SVA", await subir(ana, "Acta escaneada.pdf", pdf("0")));
  await difundir(ana);
  await base.comoDueno("DELETE FROM notificacion");
});

test("antes de retirarle, la Red dice en qué grupos está nombrado", async () => {
  const { integrantes } = await valor(listarRed(carla, { texto: "tomas", pagina: 1 }));
  const [grupos] = await base.comoDueno<{ nombres: string[] }>(
    "SELECT array_agg(g.nombre ORDER BY g.nombre) AS nombres FROM dupla d JOIN grupo g ON g.id = d.grupo_id WHERE d.usuario_id = $1 AND d.hasta IS NULL",
    [tomas.actor.usuarioId],
  );
  expect(grupos?.nombres.length).toBeGreaterThan(0);
  expect(integrantes.filas).toMatchObject([{ correo: TOMAS, grupos: grupos?.nombres }]);
  const { integrantes: suyos } = await valor(listarRed(carla, { texto: "carla", pagina: 1 }));
  expect(suyos.filas).toMatchObject([{ grupos: [] }]);
});

describe("a quien dejó de revisar en la Red", () => {
  beforeAll(async () => {
    await valor(asignarA(elena, tomas));
    await valor(retirar(carla, null, { membresia: tomas.actor.membresiaId }));
    await base.comoDueno("DELETE FROM notificacion");
    await base.comoDueno("DELETE FROM correo");
    envio = await enviarTodo(base, ana);
  });

  test("no se le avisa la versión que llega, ni el plazo de lo que tenía: a su pareja, sí", async () => {
    expect(await avisos(elena)).toEqual(["envio_por_revisar"]);
    expect(await avisos(tomas)).toEqual([]);
    expect(await base.comoDueno("SELECT FROM correo WHERE para = $1", [TOMAS])).toEqual([]);
    await base.comoDueno(
      `WITH r AS (INSERT INTO ronda (ejercicio_id, nombre, requisitos, abre_en, cierra_en, retroalimentacion_en)
         SELECT ejercicio_id, 'Ensayo', '{E3O1RT2}', '2025-11-01', '2025-12-01', '2025-12-20' FROM envio RETURNING id)
       UPDATE envio SET ronda_id = (SELECT id FROM r)`,
    );
    const ahora = new Date("2025-12-19T15:00:00Z");
    await escribirRecordatorios(ahora, ultimoCorte(ahora));
    expect(await avisos(elena)).toContain("plazo_cercano");
    expect(await avisos(tomas)).toEqual([]);
    await base.comoDueno("UPDATE envio SET ronda_id = NULL");
    await base.comoDueno("DELETE FROM ronda");
  });

  test("no se le ofrece ni se le asigna, tampoco por su pareja, y se dice por qué", async () => {
    for (const quien of [elena, carla]) {
      const { revisores } = await valor(leerBandeja(quien, { ...BANDEJA_ENTERA, vista: "todas" }));
      expect(revisores.map(({ id }) => id)).not.toContain(tomas.actor.usuarioId);
      expect(revisores.map(({ id }) => id)).toContain(elena.actor.usuarioId);
      const negada = await asignarA(quien, tomas);
      expect(negada).toMatchObject(falla("entrada_invalida"));
      expect(negada.ok ? "" : negada.falla.mensaje).toContain("no es revisora vigente de la Red");
    }
    expect(await avisos(tomas)).toEqual([]);
  });

  test("lo que tenía en sus manos se muestra sin persona asignada, y lo toma quien lo abre", async () => {
    const enBandeja = async () =>
      (await valor(leerBandeja(elena, { ...BANDEJA_ENTERA, vista: "todas" }))).filas.map(
        ({ revisor }) => revisor,
      );
    expect(await enBandeja()).toEqual([null]);
    expect((await valor(leerGrupo(carla, { grupo, texto: "", pagina: 1 }))).grupo.asignadas).toBe(0);
    await valor(abrirRevision(elena, { envio }));
    expect(await enBandeja()).toEqual([elena.actor.nombre]);
  });

  test("el grupo dice a quién hay que reemplazar; y no hereda lo de su pareja", async () => {
    expect(await dupla()).toEqual([
      ["Elena", true],
      ["Tomás", false],
    ]);
    const { grupos } = await valor(leerGrupos(carla, { texto: "", pagina: 1, personas: 1 }));
    expect(grupos.filas.find(({ id }) => id === grupo)?.dupla[1]).toMatchObject({ vigente: false });
    await base.comoDueno("DELETE FROM notificacion");
    const vacio = { grupo, posicion: 1, revisor: "", sigue: "pareja" } as const;
    expect(await valor(nombrarEnDupla(carla, vacio))).toEqual({ pasadas: 1, a: null });
    expect(await base.comoDueno("SELECT FROM asignacion_revision")).toEqual([]);
    expect(await avisos(tomas)).toEqual([]);
    const otraVez = { grupo, posicion: 1, revisor: elena.actor.usuarioId, sigue: "reemplazo" } as const;
    await valor(nombrarEnDupla(carla, otraVez));
    expect(await avisos(tomas)).toEqual([]);
  });

  test("al reemplazarle, lo que tenía pasa a quien se elija, sin avisarle", async () => {
    await base.comoDueno(
      "INSERT INTO asignacion_revision (institucion_id, ejercicio_id, usuario_id, asignada_por_id, asignada_en) SELECT institucion_id, ejercicio_id, $1, $1, now() FROM envio WHERE id = $2",
      [tomas.actor.usuarioId, envio],
    );
    await base.comoDueno("DELETE FROM notificacion");
    const vacio = { grupo, posicion: 2, revisor: "", sigue: "pareja" } as const;
    expect(await valor(nombrarEnDupla(carla, vacio))).toEqual({ pasadas: 1, a: elena.actor.nombre });
    expect(await avisos(tomas)).toEqual([]);
    expect(await avisos(elena)).toEqual(["grupo"]);
  });
});

describe("a quien tiene su cuenta desactivada", () => {
  beforeEach(() => recienLlegado(base, envio));

  test("tampoco se le asigna ni se le avisa; activa otra vez, todo sigue como estaba", async () => {
    await valor(asignarA(carla, elena));
    await base.comoDueno("DELETE FROM notificacion");
    await valor(activar(administra, { usuario: elena.actor.usuarioId, activo: false }));
    expect(await dupla()).toEqual([["Elena", false]]);
    expect(await asignarA(carla, elena)).toMatchObject(falla("entrada_invalida"));
    await base.comoDueno("UPDATE envio SET estado = 'no_validado' WHERE id = $1", [envio]);
    await valor(reabrirEnvio(carla, { envio, razon: "Faltó mirar un anexo." }));
    expect(await avisos(elena)).toEqual([]);
    await valor(activar(administra, { usuario: elena.actor.usuarioId, activo: true }));
    expect(await dupla()).toEqual([["Elena", true]]);
    expect((await valor(leerGrupo(carla, { grupo, texto: "", pagina: 1 }))).grupo.asignadas).toBe(1);
  });
});
