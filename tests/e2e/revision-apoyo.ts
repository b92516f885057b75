import { expect, type Page } from "@playwright/test";
import { leerExpediente } from "@/lib/datos/repositorio/expediente";
import { conActor } from "@/lib/datos/transaccion";
import { aplicarAjustes } from "@/lib/expediente/aplicar";
import { huellasDe } from "@/lib/expediente/huella";
import { SISTEMA } from "@/lib/flujo/actor";
import { codigoNuevo } from "@/lib/flujo/codigo";
import { enLaBase, ponerReloj } from "@/tests/apoyo/baseE2e";
import { archivoDe, contextoDe, lugarDe } from "@/tests/apoyo/comite";
import { aprobarTodo, DICIEMBRE } from "@/tests/apoyo/difusion";
import { expedienteFicticio } from "@/tests/apoyo/expediente-ficticio";
import { recienLlegado, reenviar } from "@/tests/apoyo/revision";
import { conBaseDeLaPlataforma } from "./comite-apoyo";

/** Leaves SVA with its first version just sent on a morning of December, and no review of anything. Returns its id. */
export async function prepararEnvio(): Promise<string> {
  return conBaseDeLaPlataforma(async (base) => {
    await ponerReloj(DICIEMBRE.toISOString());
    await recienLlegado(base, crypto.randomUUID());
    const ana = await contextoDe(base, "ana.rojas@sva.example", "SVA", DICIEMBRE);
    await aprobarTodo(base, "SVA", await archivoDe(base, ana));
    const { institucion, ejercicioId } = await lugarDe(base, "SVA");
    const leido = await conActor(SISTEMA, "prueba", (tx) => leerExpediente(tx, institucion.id, ejercicioId));
    if (!leido) throw new Error("SVA no tiene plan.");
    const { difusion } = expedienteFicticio({ actividades: 1, indicadoresPorActividad: 1, destinatarios: 4 });
    const contenido = { ...leido.expediente, difusion };
    const { huellaPlan, huellaInforme } = huellasDe(aplicarAjustes(contenido), contenido.informe);
    const [fila] = await base.comoDueno<{ id: string }>(
      `INSERT INTO envio (institucion_id, ejercicio_id, version, contenido, huella_plan, huella_informe, codigo, enviado_por_id, enviado_en)
       VALUES ($1, $2, 1, $3, $4, $5, $6, $7, $8) RETURNING id`,
      [
        institucion.id,
        ejercicioId,
        JSON.stringify(contenido),
        huellaPlan,
        huellaInforme,
        codigoNuevo(),
        ana.actor.usuarioId,
        DICIEMBRE,
      ],
    );
    return fila?.id ?? "";
  });
}

/** The same, but what was sent first was for a preliminary round, and the final version names as many other people. */
export async function prepararTrasUnaRonda(personas: number): Promise<{ primera: string; segunda: string }> {
  const primera = await prepararEnvio();
  return conBaseDeLaPlataforma(async (base) => {
    await base.comoDueno("UPDATE envio SET estado = 'observado' WHERE id = $1", [primera]);
    const segunda = await reenviar(base, primera, DICIEMBRE);
    for (const [id, como] of [
      [primera, "antes"],
      [segunda, "después"],
    ]) {
      const filas = Array.from({ length: personas }, (_, i) => ({ nombre: `Persona ${i} ${como}` }));
      await base.comoDueno(
        "UPDATE envio SET contenido = jsonb_set(contenido, '{difusion,destinatarios,filas}', $2) WHERE id = $1",
        [id, JSON.stringify(filas)],
      );
    }
    await base.comoDueno(
      `WITH r AS (INSERT INTO ronda (ejercicio_id, nombre, requisitos, abre_en, cierra_en, retroalimentacion_en)
         SELECT ejercicio_id, 'Primer ejercicio', '{E3O1RT2}', '2025-08-01', '2025-09-01', '2025-09-15' FROM envio WHERE id = $1
         RETURNING id)
       UPDATE envio SET ronda_id = (SELECT id FROM r) WHERE id = $1`,
      [primera],
    );
    return { primera, segunda };
  });
}

/** The institution marks every observation as attended and sends again, as its own screens leave the rows. */
export async function atenderYReenviar(envio: string): Promise<string> {
  return conBaseDeLaPlataforma(async (base) => {
    const en = new Date(DICIEMBRE.getTime() + 60 * 60_000);
    await base.comoDueno(
      `WITH o AS (UPDATE observacion SET estado = 'atendida' WHERE envio_id = $1 RETURNING *)
       INSERT INTO observacion_mensaje (institucion_id, observacion_id, gesto, autor_id, texto, escrito_en)
       SELECT institucion_id, id, 'atiende', (SELECT id FROM usuario WHERE correo = 'ana.rojas@sva.example'), 'Se corrigió.', $2 FROM o`,
      [envio, en],
    );
    return reenviar(base, envio, en);
  });
}

/** The report changed after the Committee's act that approves it, so the version breaks a rule of the guide. */
export async function cambiarTrasElActa(envio: string): Promise<void> {
  await enLaBase(
    `UPDATE envio SET contenido = jsonb_set(contenido, '{informe,seguimiento,avances}', '"Otros avances."') WHERE id = $1`,
    [envio],
  );
}

const dialogo = (page: Page) => page.getByRole("dialog");

/** From the inbox, a reviewer opens the version of SVA that waits there. */
export async function abrirVersion(page: Page, version: number): Promise<void> {
  await page.getByRole("link", { name: "Servicio de Valles y Aguas" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    `Servicio de Valles y Aguas: versión ${version}`,
  );
  await page.getByRole("button", { name: "Abrir la revisión" }).click();
  await expect(page.getByText("Le toca a usted")).toBeVisible();
  await expect(page.getByRole("button", { name: "Devolver con observaciones" })).toBeVisible();
}

/** Pins an observation to a place of the section on screen; it waits as a draft. */
export async function observarLugar(
  page: Page,
  { ruta, texto }: { readonly ruta: string; readonly texto: string },
): Promise<void> {
  await page.locator(`[data-observar="${ruta}"]`).click();
  await dialogo(page).getByLabel("Observación").fill(texto);
  await dialogo(page).getByRole("button", { name: "Guardar borrador" }).click();
  await expect(dialogo(page)).toBeHidden();
}

/** Returns the version with what is open in it. */
export async function devolverVersion(page: Page, dia: string, cuantas: string): Promise<void> {
  await page.getByRole("button", { name: "Devolver con observaciones" }).click();
  await expect(dialogo(page).getByText(cuantas)).toBeVisible();
  await dialogo(page).getByLabel("Último día para responder").fill(dia);
  await dialogo(page).getByRole("button", { name: "Devolver la versión" }).click();
  await expect(page.getByText("Devuelto con observaciones. Responder")).toBeVisible();
}

/** Says that a requirement complies. */
export async function juzgarQueCumple(page: Page, requisito: string): Promise<void> {
  const grupo = page.getByRole("group", { name: `Resultado de ${requisito}` });
  await grupo.getByLabel("Cumple", { exact: true }).check();
  await page.getByRole("button", { name: `Guardar resultado de ${requisito}` }).click();
  await expect(page.getByRole("button", { name: `Guardar resultado de ${requisito}` })).toBeHidden();
}
