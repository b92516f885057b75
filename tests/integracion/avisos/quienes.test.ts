import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, beforeEach, expect, test } from "vitest";
import type { ContextoInstitucion } from "@/lib/casos/contexto";
import { atenderObservacion, responderObservacion } from "@/lib/casos/observacion/responder";
import { abrirRevision } from "@/lib/casos/revision/abrir";
import { juzgarCriterio } from "@/lib/casos/revision/criterio";
import { decidirEnvio } from "@/lib/casos/revision/decidir";
import { devolverEnvio } from "@/lib/casos/revision/devolver";
import { resolverObservacion } from "@/lib/casos/revision/hilo";
import { observar } from "@/lib/casos/revision/observacion";
import { reabrirEnvio } from "@/lib/casos/revision/reabrir";
import { filaDeAviso, type TipoAviso } from "@/lib/flujo/aviso";
import type { Rol } from "@/lib/flujo/permiso";
import { pdf } from "@/tests/apoyo/archivos/bytes";
import { conBase } from "@/tests/apoyo/base";
import { contextoDe } from "@/tests/apoyo/comite";
import { aprobarTodo, DICIEMBRE, difundir, subir } from "@/tests/apoyo/difusion";
import { valor } from "@/tests/apoyo/resultado";
import { enviarTodo } from "@/tests/apoyo/revision";

process.env.ARCHIVOS_CARPETA = mkdtempSync(join(tmpdir(), "cseu-quienes-"));

const base = conBase({ sembrada: true });
const CONTRAPARTES = ["ana.rojas@sva.example", "luis.soto@sva.example"];
const COMITE = ["julia.ibanez@sva.example", "marta.diaz@sva.example", "pedro.mella@sva.example"];
const INSTITUCION = [...CONTRAPARTES, ...COMITE].sort();
const DUPLA = ["elena.fuentes@red.example", "tomas.araya@red.example"];
let ana: ContextoInstitucion;
let elena: ContextoInstitucion;
let carla: ContextoInstitucion;

beforeAll(async () => {
  const en = (correo: string) => contextoDe(base, correo, "SVA", DICIEMBRE);
  [ana, elena, carla] = [
    await en("ana.rojas@sva.example"),
    await en("elena.fuentes@red.example"),
    await en("carla.nunez@red.example"),
  ];
  // Another pair, of other institutions: none of it concerns them.
  await base.comoDueno(
    `WITH u AS (INSERT INTO usuario (correo, nombre) VALUES ('sara.lobos@red.example', 'Sara Lobos') RETURNING id),
          m AS (INSERT INTO membresia (usuario_id, rol) SELECT id, 'revisor' FROM u),
          g AS (INSERT INTO grupo (ejercicio_id, nombre) SELECT id, 'Grupo 2' FROM ejercicio RETURNING id)
     INSERT INTO dupla (grupo_id, usuario_id, posicion) SELECT g.id, u.id, 1 FROM g, u`,
  );
  await aprobarTodo(base, "SVA", await subir(ana, "Acta escaneada.pdf", pdf("0")));
  await difundir(ana);
});
beforeEach(async () => {
  for (const tabla of ["correo", "notificacion"]) await base.comoDueno(`DELETE FROM ${tabla}`);
});

/** These people, once each and nobody else, on screen and by mail; and they are of the roles that docs/avisos.md says. */
async function seEnteran(tipo: TipoAviso, quienes: readonly string[]): Promise<void> {
  const avisados = await base.comoDueno<{ correo: string; rol: Rol }>(
    `SELECT u.correo, m.rol FROM notificacion n JOIN usuario u ON u.id = n.usuario_id JOIN membresia m ON m.usuario_id = u.id
     WHERE n.tipo = $1 ORDER BY u.correo`,
    [tipo],
  );
  expect(
    avisados.map(({ correo }) => correo),
    tipo,
  ).toEqual(quienes);
  const correos = await base.comoDueno<{ para: string }>(
    "SELECT para FROM correo WHERE tipo = $1 ORDER BY para",
    [tipo],
  );
  expect(
    correos.map(({ para }) => para),
    `${tipo}, por correo`,
  ).toEqual(quienes);
  const roles = [...new Set(avisados.map(({ rol }) => rol))].sort();
  expect(roles, `${tipo}, según la tabla`).toEqual([...filaDeAviso(tipo).roles].sort());
}

test("de cada paso de una revisión se entera quien dice la tabla, y nadie más", async () => {
  let envio = await enviarTodo(base, ana);
  await seEnteran("envio_recibido", INSTITUCION);
  await seEnteran("envio_por_revisar", DUPLA);

  await valor(abrirRevision(elena, { envio }));
  await seEnteran("revision_abierta", CONTRAPARTES);
  const [una, otra] = [
    await valor(
      observar(elena, { envio, requisito: "E3O1RT2", ruta: "/difusion/cosoc/homologado", texto: "¿Lo es?" }),
    ),
    await valor(
      observar(elena, { envio, requisito: "E3O1RT2", ruta: "/difusion/instancias", texto: "Faltan." }),
    ),
  ];
  await valor(devolverEnvio(elena, { envio, dia: "22/12/2025", abrir: [] }));
  await seEnteran("revision_devuelta", INSTITUCION);

  // Whoever reviews is told once that the answers began.
  const responde = { ...ana, ahora: new Date(DICIEMBRE.getTime() + 30_000) };
  await valor(responderObservacion(responde, { observacion: una.id, texto: "No lo es." }));
  await valor(atenderObservacion(responde, { observacion: otra.id, texto: "" }));
  await seEnteran("observacion_respondida", DUPLA);

  for (const tabla of ["correo", "notificacion"]) await base.comoDueno(`DELETE FROM ${tabla}`);
  const despues = new Date(DICIEMBRE.getTime() + 60_000);
  envio = await enviarTodo(base, { ...ana, ahora: despues });
  await seEnteran("envio_por_revisar", DUPLA);
  const enRed = { ...elena, ahora: despues };
  await valor(abrirRevision(enRed, { envio }));
  for (const { id } of [una, otra])
    await valor(resolverObservacion(enRed, { envio, observacion: id, texto: "" }));
  for (const criterio of ["E3O1RT1", "E3O1RT2"])
    await valor(juzgarCriterio(enRed, { envio, criterio, resultado: "cumple", razon: "" }));
  await valor(decidirEnvio(enRed, { envio, decision: "valida", razones: "", borradores: [] }));
  await seEnteran("decision", INSTITUCION);
  await valor(reabrirEnvio({ ...carla, ahora: despues }, { envio, razon: "Era otra versión." }));
  await seEnteran("decision_reabierta", [...INSTITUCION, ...DUPLA].sort());
});
