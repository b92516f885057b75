import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { almacenArchivos } from "@/lib/archivos/configuracion";
import { fijarReloj } from "@/lib/casos/demo/reloj";
import { abrirRevision } from "@/lib/casos/revision/abrir";
import { leerBandeja } from "@/lib/casos/revision/bandeja";
import { leerRevision } from "@/lib/casos/revision/leer";
import { verificarBitacora } from "@/lib/datos/bitacora";
import { aplicarAjustes } from "@/lib/expediente/aplicar";
import { ejercicioDe } from "@/lib/expediente/ejercicio";
import { evaluar } from "@/lib/expediente/evaluar";
import type { Expediente } from "@/lib/expediente/formato";
import { huellasDe } from "@/lib/expediente/huella";
import { BANDEJA_ENTERA } from "@/lib/flujo/vistaBandeja";
import { ENVIADO_EN, enviarExpedienteFicticio } from "@/prisma/semilla/enviado";
import { conBase } from "@/tests/apoyo/base";
import { contextoDe } from "@/tests/apoyo/comite";
import { DICIEMBRE } from "@/tests/apoyo/difusion";
import { valor } from "@/tests/apoyo/resultado";

process.env.ARCHIVOS_CARPETA = mkdtempSync(join(tmpdir(), "cseu-enviado-"));
process.env.CSEU_DEMO = "1";

const base = conBase({ sembrada: true });
const bandejaDe = async (correo: string) =>
  valor(leerBandeja(await contextoDe(base, correo, "SCB", DICIEMBRE), BANDEJA_ENTERA));
const contar = async (tabla: string) =>
  Number((await base.comoDueno<{ n: string }>(`SELECT count(*) AS n FROM ${tabla}`))[0]?.n);

test("antes de diciembre no hay nada que revisar: la institución recién tiene su plan cargado", async () => {
  expect(await enviarExpedienteFicticio(new Date(ENVIADO_EN.getTime() - 1))).toBe(false);
  expect((await bandejaDe("elena.fuentes@red.example")).total).toBe(0);
  expect(await contar("ajuste")).toBe(0);
});

test("con el reloj de la demostración en diciembre, la bandeja trae un expediente por abrir", async () => {
  await valor(fijarReloj({ instante: DICIEMBRE }));
  const { filas, total } = await bandejaDe("elena.fuentes@red.example");
  expect(total).toBe(1);
  expect(filas[0]).toMatchObject({ codigo: "SCB", estado: "enviado" });
});

test("es lo que habría dejado su gente: sin faltas, con sus huellas, sus firmas y su bitácora íntegra", async () => {
  const [envio] = await base.comoDueno<{
    contenido: Expediente;
    huella_plan: string;
    huella_informe: string;
  }>("SELECT contenido, huella_plan, huella_informe FROM envio");
  const expediente = envio?.contenido as Expediente;
  expect(evaluar(expediente, ejercicioDe(2025)).faltas).toEqual([]);
  expect(huellasDe(aplicarAjustes(expediente), expediente.informe)).toMatchObject({
    huellaPlan: envio?.huella_plan,
    huellaInforme: envio?.huella_informe,
  });
  const firmas = await base.comoDueno<{ nombre: string; metodo: string; dia: string }>(
    "SELECT nombre, metodo, to_char(firmada_en AT TIME ZONE 'America/Santiago', 'DD/MM') AS dia FROM firma ORDER BY firmada_en",
  );
  expect(firmas).toEqual([
    { nombre: "Mario Oyarzo Barría", metodo: "clave", dia: "18/06" },
    { nombre: "Inés Cárcamo Vidal", metodo: "clave", dia: "19/06" },
    { nombre: "Mario Oyarzo Barría", metodo: "clave", dia: "26/11" },
    { nombre: "Inés Cárcamo Vidal", metodo: "clave", dia: "27/11" },
  ]);
  const archivos = await base.comoDueno<{ sha256: string }>("SELECT sha256 FROM archivo");
  expect(archivos).toHaveLength(4);
  for (const { sha256 } of archivos)
    expect(await almacenArchivos().abrir(sha256)).toMatchObject({ ok: true });
  expect((await verificarBitacora(base.dueno)).quiebres).toEqual([]);
  const rastro = await base.comoDueno(
    "SELECT DISTINCT caso FROM bitacora WHERE tabla IN ('firma', 'envio', 'acta')",
  );
  expect(rastro).toHaveLength(2);
  const abiertas = await base.comoDueno(
    "SELECT FROM sesion s JOIN usuario u ON u.id = s.usuario_id WHERE s.cerrada_en IS NULL AND u.correo LIKE '%scb.example'",
  );
  expect(abiertas).toEqual([]);
});

test("una revisora lo abre y ve dos metas no alcanzadas y una actividad que no se ejecutó como se describió", async () => {
  const elena = await contextoDe(base, "elena.fuentes@red.example", "SCB", DICIEMBRE);
  const [fila] = await base.comoDueno<{ id: string; contenido: Expediente }>(
    "SELECT id, contenido FROM envio",
  );
  await valor(abrirRevision(elena, { envio: fila?.id ?? "" }));
  await valor(leerRevision(elena, { envio: fila?.id ?? "", seccion: "indicadores" }));
  const { cumplimiento } = evaluar(fila?.contenido as Expediente, ejercicioDe(2025));
  expect(cumplimiento.actividades.detalle.filter(({ estado }) => estado !== "cumplida")).toHaveLength(1);
});

test("mover el reloj otra vez no lo repite ni toca lo que ya se revisó", async () => {
  await valor(fijarReloj({ instante: DICIEMBRE }));
  expect(await contar("envio")).toBe(1);
  expect((await base.comoDueno("SELECT estado FROM envio"))[0]).toEqual({ estado: "en_revision" });
});

test("si alguien ya trabajó en ese plan, se respeta lo suyo", async () => {
  for (const tabla of ["asignacion_revision", "envio", "firma", "acta_asistente", "acta"])
    await base.comoDueno(`DELETE FROM ${tabla}`);
  expect(await enviarExpedienteFicticio(DICIEMBRE)).toBe(false);
  expect(await contar("envio")).toBe(0);
});
