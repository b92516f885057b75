import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { enviarExpediente } from "@/lib/casos/envio/enviar";
import { leerEnvio } from "@/lib/casos/envio/leer";
import { verificar } from "@/lib/casos/verificacion/verificar";
import { cerrarTaller } from "@/lib/documentos/taller";
import { pdf } from "@/tests/apoyo/archivos/bytes";
import { conBase } from "@/tests/apoyo/base";
import { contextoDe, modificarTexto } from "@/tests/apoyo/comite";
import { aprobarTodo, DICIEMBRE, difundir, subir } from "@/tests/apoyo/difusion";
import { valor } from "@/tests/apoyo/resultado";

process.env.ARCHIVOS_CARPETA = mkdtempSync(join(tmpdir(), "cseu-verificacion-"));

const base = conBase({ sembrada: true });
afterAll(cerrarTaller);

test("el código de un envío dice qué se recibió y cuándo, sin un solo nombre, y si después cambió el plan o el informe", async () => {
  const ana = await contextoDe(base, "ana.rojas@sva.example", "SVA", DICIEMBRE);
  await aprobarTodo(base, "SVA", await subir(ana, "Acta escaneada.pdf", pdf("0")));
  await difundir(ana);
  const { huella } = await valor(leerEnvio(ana));
  const { codigo } = await valor(enviarExpediente(ana, { huella }));

  const hecha = await verificar(codigo.toLowerCase().replaceAll("-", " "));
  expect(hecha).toMatchObject({
    ok: true,
    valor: {
      clase: "envio",
      codigo,
      version: 1,
      anio: 2025,
      enviadoEn: DICIEMBRE,
      coincide: true,
      institucion: "Servicio de Valles y Aguas",
    },
  });
  for (const secreto of ["Ana", "Rojas", "Marta", "sva.example", "Persona", ana.actor.usuarioId])
    expect(JSON.stringify(hecha)).not.toContain(secreto);

  await base.comoDueno("UPDATE informe SET avances = 'Otros avances.'");
  expect(await verificar(codigo)).toMatchObject({ valor: { coincide: false } });
  await base.comoDueno("UPDATE informe SET avances = 'Avances del año.'");
  expect(await verificar(codigo)).toMatchObject({ valor: { coincide: true } });
  await modificarTexto(base, "SVA", { elemento: "OG", componente: "texto", contenido: "Otro objetivo" });
  expect(await verificar(codigo)).toMatchObject({ valor: { coincide: false } });
});
