import { beforeEach, expect, test } from "vitest";
import { guardarCampos, SESION_POR_LEER } from "@/lib/casos/campo/guardar";
import type { ContextoInstitucion } from "@/lib/casos/contexto";
import { escribirLugar } from "@/lib/flujo/campo";
import { conBase } from "@/tests/apoyo/base";
import { contextoDe } from "@/tests/apoyo/comite";
import { JUNIO } from "@/tests/apoyo/junio";

const base = conBase({ sembrada: true });
let ana: ContextoInstitucion;
const lugar = escribirLugar({ grupo: "informe", clave: [], campo: "avances" });

beforeEach(async () => {
  ana = await contextoDe(base, "ana.rojas@sva.example", "SVA", JUNIO);
  await base.comoDueno("UPDATE informe SET avances = NULL");
});

/** Saves by the short way: the session was read before, and the database checks it. */
async function guardar(ahora = JUNIO) {
  const { membresiaId, usuarioId } = ana.actor;
  const ctx = { ...ana, comprobar: { membresiaId, ahora, inactivaMinutos: 30 } };
  const hecho = await guardarCampos(ctx, {
    usuario: usuarioId,
    campos: [{ lugar, base: null, valor: "Escrito" }],
  });
  const [fila] = await base.comoDueno<{ n: string }>(
    "SELECT count(*) AS n FROM informe WHERE avances = 'Escrito'",
  );
  return { hecho, escritas: Number(fila?.n) };
}

test("con la sesión como se leyó, se guarda y queda en la bitácora a su nombre", async () => {
  const { hecho, escritas } = await guardar();
  expect(hecho).toMatchObject({ ok: true, valor: { respuestas: { [lugar]: { estado: "guardado" } } } });
  expect(escritas).toBe(1);
  const [ultima] = await base.comoDueno(
    "SELECT usuario_id, sesion_id, caso FROM bitacora ORDER BY id DESC OFFSET 0 LIMIT 1",
  );
  expect(ultima).toEqual({
    usuario_id: ana.actor.usuarioId,
    sesion_id: ana.actor.sesionId,
    caso: "campo.guardar",
  });
});

const CAMBIOS: readonly (readonly [string, string])[] = [
  ["se cerró", "UPDATE sesion SET cerrada_en = now() WHERE id = $1"],
  ["cambió de función", "UPDATE sesion SET membresia_id = NULL WHERE id = $1"],
  ["expiró", "UPDATE sesion SET expira_en = vista_en WHERE id = $1"],
  [
    "es de una persona desactivada",
    "UPDATE usuario SET activo = false WHERE id = (SELECT usuario_id FROM sesion WHERE id = $1)",
  ],
  [
    "tiene una función que terminó",
    "UPDATE membresia SET hasta = desde + interval '1 day' WHERE id = (SELECT membresia_id FROM sesion WHERE id = $1)",
  ],
];

test.each(CAMBIOS)("con una sesión que %s, no se guarda nada", async (_que, cambio) => {
  await base.comoDueno(cambio, [ana.actor.sesionId]);
  const { hecho, escritas } = await guardar();
  await base.comoDueno("UPDATE usuario SET activo = true");
  await base.comoDueno("UPDATE membresia SET hasta = NULL WHERE id = $1", [ana.actor.membresiaId]);
  expect(hecho).toMatchObject({ ok: false, falla: { codigo: SESION_POR_LEER } });
  expect(escritas).toBe(0);
});

test("con una sesión inactiva más de lo permitido, no se guarda nada", async () => {
  const { hecho, escritas } = await guardar(new Date(JUNIO.getTime() + 31 * 60_000));
  expect(hecho).toMatchObject({ ok: false, falla: { codigo: SESION_POR_LEER } });
  expect(escritas).toBe(0);
});
