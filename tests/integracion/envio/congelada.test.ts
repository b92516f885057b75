import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { NombreDocumento } from "@/lib/casos/documento/entregar";
import { enviarExpediente } from "@/lib/casos/envio/enviar";
import { leerEnvio } from "@/lib/casos/envio/leer";
import { cerrarTaller } from "@/lib/documentos/taller";
import { pdf } from "@/tests/apoyo/archivos/bytes";
import { conBase } from "@/tests/apoyo/base";
import { contextoDe } from "@/tests/apoyo/comite";
import { aprobarTodo, DICIEMBRE, difundir, subir } from "@/tests/apoyo/difusion";
import { bytesDe } from "@/tests/apoyo/documentos";
import { valor } from "@/tests/apoyo/resultado";

process.env.ARCHIVOS_CARPETA = mkdtempSync(join(tmpdir(), "cseu-congelada-"));

const base = conBase({ sembrada: true });
afterAll(cerrarTaller);

const DOCUMENTOS: readonly NombreDocumento[] = [
  "e3o1rt1.pdf",
  "e3o1rt1.xlsx",
  "e3o1rt2.pdf",
  "e3o1rt2.xlsx",
  "expediente.json",
  "comprobante.pdf",
];

test("lo enviado no cambia aunque cambie, por debajo de todo, aquello de lo que salió", async () => {
  const ana = await contextoDe(base, "ana.rojas@sva.example", "SVA", DICIEMBRE);
  await aprobarTodo(base, "SVA", await subir(ana, "Acta escaneada.pdf", pdf("0")));
  await difundir(ana);
  await valor(enviarExpediente(ana, { huella: (await valor(leerEnvio(ana))).huella }));
  const todos = async () =>
    new Map(await Promise.all(DOCUMENTOS.map(async (uno) => [uno, await bytesDe(ana, uno, 1)] as const)));
  const antes = await todos();

  // Not by any way of the platform: a hand in the database.
  for (const cambio of [
    "plan SET objetivo_general = 'Otro objetivo'",
    "actividad SET descripcion = 'Otra descripción', plazo_termino = '2025-12-31', monto_clp = 1",
    "indicador SET meta = meta + 1",
    "informe SET avances = 'Otros avances'",
    "informe_actividad SET ejecutada_segun_descripcion = false, explicacion = 'Otra'",
    "informe_indicador SET medido = true, numerador = '1', denominador = '3'",
    "difusion SET homologado = true",
    "difusion_instancia SET fecha = '2025-12-12'",
    "destinatario SET nombre = 'Otra persona'",
  ])
    await base.comoDueno(`UPDATE ${cambio} WHERE institucion_id = $1`, [ana.institucion.id]);
  // What is drawn now of what there is says it: the rows changed were those.
  await base.comoDueno("UPDATE envio SET estado = 'observado' WHERE institucion_id = $1", [
    ana.institucion.id,
  ]);
  const deAhora = (await bytesDe(ana, "expediente.json")).toString();
  for (const otro of ["Otro objetivo", "Otra descripción", "Otros avances", "Otra persona"])
    expect(deAhora).toContain(otro);

  const despues = await todos();
  expect(DOCUMENTOS.filter((uno) => !despues.get(uno)?.equals(antes.get(uno) ?? Buffer.alloc(0)))).toEqual(
    [],
  );
});
