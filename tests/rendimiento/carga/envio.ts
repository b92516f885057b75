import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ContextoInstitucion } from "@/lib/casos/contexto";
import { pdf } from "@/tests/apoyo/archivos/bytes";
import type { BaseDePrueba } from "@/tests/apoyo/base";
import { aprobarTodo, difundir, subir } from "@/tests/apoyo/difusion";
import type { BaseDeCarga } from "./base";
import type { Cliente } from "./cliente";
import type { Persona } from "./poblacion";

/** Decides, reports, approves and disseminates for an institution, so that only submitting is left. */
export async function dejarListo({ dueno }: BaseDeCarga, persona: Persona): Promise<void> {
  const base = {
    comoDueno: async (sql: string, valores: unknown[] = []) => (await dueno.query(sql, valores)).rows,
  } as unknown as BaseDePrueba;
  const { rows } = await dueno.query<
    Pick<ContextoInstitucion["actor"], "nombre" | "membresiaId" | "sesionId">
  >(
    `SELECT u.nombre, m.id AS "membresiaId", s.id AS "sesionId" FROM usuario u JOIN membresia m ON m.usuario_id = u.id
     JOIN sesion s ON s.usuario_id = u.id WHERE u.id = $1`,
    [persona.usuarioId],
  );
  const [fila] = rows;
  if (!fila) throw new Error("Falta la persona.");
  const ahora = new Date();
  const ctx: ContextoInstitucion = {
    actor: {
      ...fila,
      usuarioId: persona.usuarioId,
      alcance: [persona.institucionId],
      rol: "contraparte_titular",
      institucionId: persona.institucionId,
      cargo: null,
      preside: false,
      autenticadaEn: ahora,
    },
    ahora,
    institucion: { id: persona.institucionId, codigo: persona.codigo, nombre: persona.codigo },
  };
  const acta = await subir(ctx, "Acta escaneada.pdf", pdf("0"));
  await aprobarTodo(base, persona.codigo, acta);
  await difundir(ctx);
}

/** Id of the server action that submits, in the build being served. */
export function accionDeEnviar(carpetaNext: string): string {
  const ruta = join(carpetaNext, "server", "server-reference-manifest.json");
  const { node } = JSON.parse(readFileSync(ruta, "utf8")) as {
    node: Record<string, { exportedName?: string; filename?: string }>;
  };
  const accion = Object.entries(node).find(
    ([, { exportedName, filename }]) =>
      exportedName === "enviar" && /institucion\/\[codigo\]\/envio\/acciones/.test(filename ?? ""),
  );
  if (!accion) throw new Error("No encuentro la acción de enviar en la construcción.");
  return accion[0];
}

/**
 * Looks at the last check and submits, as the button of the page does.
 * @returns the verification code of the receipt
 * @throws Error saying what was answered instead
 */
export async function enviarExpediente(
  cliente: Cliente,
  { codigo, cookie }: Persona,
  accion: string,
  anotar: (que: "pantalla" | "envio", desde: number) => void,
  desde: number,
): Promise<string> {
  const ruta = `/institucion/${codigo}/envio`;
  const pagina = await cliente.pedir({ metodo: "GET", ruta, cabeceras: { cookie, accept: "text/html" } });
  const huella = /huella\\?":\\?"([0-9a-f]{64})/.exec(pagina.texto)?.[1];
  if (pagina.estado !== 200 || !huella) throw new Error(`la página de envío respondió ${pagina.estado}`);
  anotar("pantalla", desde);
  const inicio = performance.now();
  const { estado, texto } = await cliente.pedir({
    metodo: "POST",
    ruta,
    cabeceras: {
      cookie,
      accept: "text/x-component",
      "next-action": accion,
      "content-type": "text/plain;charset=UTF-8",
      "sec-fetch-site": "same-origin",
    },
    // As React writes the arguments of an action: the state before, and what the button sends.
    cuerpo: JSON.stringify([null, { institucion: codigo, huella, _clave: randomUUID() }]),
  });
  const hecho = /"ok":true,"valor":\{"version":\d+,"codigo":"([^"]+)"/.exec(texto)?.[1];
  if (estado !== 200 || !hecho)
    throw new Error(`${estado}: ${/"mensaje":"[^"]*"/.exec(texto)?.[0] ?? texto.slice(0, 200)}`);
  anotar("envio", inicio);
  return hecho;
}
