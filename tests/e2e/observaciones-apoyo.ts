import type { Contexto, ContextoInstitucion } from "@/lib/casos/contexto";
import { abrirRevision } from "@/lib/casos/revision/abrir";
import { juzgarCriterio } from "@/lib/casos/revision/criterio";
import { decidirEnvio } from "@/lib/casos/revision/decidir";
import { devolverEnvio } from "@/lib/casos/revision/devolver";
import { resolverObservacion } from "@/lib/casos/revision/hilo";
import { escribirNota } from "@/lib/casos/revision/nota";
import { observar } from "@/lib/casos/revision/observacion";
import { pdf } from "@/tests/apoyo/archivos/bytes";
import { enLaBase, ponerReloj } from "@/tests/apoyo/baseE2e";
import { contextoDe } from "@/tests/apoyo/comite";
import { aprobarTodo, DICIEMBRE, difundir, subir } from "@/tests/apoyo/difusion";
import { valor } from "@/tests/apoyo/resultado";
import { enviarTodo, recienLlegado } from "@/tests/apoyo/revision";
import { conBaseDeLaPlataforma } from "./comite-apoyo";

export const ANA = "ana.rojas@sva.example";
export const ELENA = "elena.fuentes@red.example";
export const TOMAS = "tomas.araya@red.example";
export const OBSERVADO = {
  requisito: "E3O1RT2",
  ruta: "/difusion/cosoc/actoAdministrativo/fecha",
  texto: "La fecha no es la del acto.",
} as const;
export const NOTA_PRIVADA = "Cotejar con lo que dijo la jefatura en la reunión reservada.";

let desde = 0;

/** The platform's instant now: its clock was left on a morning and goes on. */
const ahora = (inicio = DICIEMBRE): Date => new Date(inicio.getTime() + Date.now() - desde);

/** Moves the platform's clock to an instant. */
export async function empezarEn(instante: Date): Promise<void> {
  await ponerReloj(instante.toISOString());
  desde = Date.now();
}

/** Leaves SVA with everything approved and disseminated, and nothing sent, on a morning of December. */
export async function prepararCompleto(): Promise<void> {
  await empezarEn(DICIEMBRE);
  await conBaseDeLaPlataforma(async (base) => {
    await recienLlegado(base, crypto.randomUUID());
    const ana = await contextoDe(base, ANA, "SVA", DICIEMBRE);
    await aprobarTodo(base, "SVA", await subir(ana, "Acta escaneada.pdf", pdf("0")));
    await difundir(ana);
  });
}

/** The same, with its first version sent. Returns its id. */
export async function prepararEnviado(): Promise<string> {
  await prepararCompleto();
  return conBaseDeLaPlataforma(async (base) => enviarTodo(base, await contextoDe(base, ANA, "SVA", ahora())));
}

/** Acts as a reviewer of the pair of SVA. */
function comoRevisora<T>(hacer: (ctx: Contexto) => Promise<T>, inicio = DICIEMBRE): Promise<T> {
  return conBaseDeLaPlataforma(async (base) => {
    const ctx: ContextoInstitucion = await contextoDe(base, ELENA, "SVA", ahora(inicio));
    return hacer(ctx);
  });
}

type Observada = { readonly requisito: string; readonly ruta: string; readonly texto: string };

/** The reviewer opens a version, leaves a private note, observes and returns. */
export function revisarYDevolver(
  envio: string,
  observaciones: readonly Observada[],
  dia = "22/12/2025",
  inicio = DICIEMBRE,
): Promise<void> {
  return comoRevisora(async (ctx) => {
    await valor(abrirRevision(ctx, { envio }));
    await valor(escribirNota(ctx, { envio, texto: NOTA_PRIVADA }));
    for (const una of observaciones) await valor(observar(ctx, { envio, ...una }));
    await valor(devolverEnvio(ctx, { envio, dia, abrir: [] }));
  }, inicio);
}

/** The reviewer leaves a private note, resolves what was observed, finds that everything complies, and decides. */
export function darPorCumplida(envio: string): Promise<void> {
  return comoRevisora(async (ctx) => {
    await valor(abrirRevision(ctx, { envio }));
    await valor(escribirNota(ctx, { envio, texto: NOTA_PRIVADA }));
    const abiertas = await enLaBase<{ id: string }>("SELECT id FROM observacion WHERE estado <> 'resuelta'");
    for (const { id } of abiertas)
      await valor(resolverObservacion(ctx, { envio, observacion: id, texto: "" }));
    for (const criterio of ["E3O1RT1", "E3O1RT2"])
      await valor(juzgarCriterio(ctx, { envio, criterio, resultado: "cumple", razon: "" }));
    await valor(decidirEnvio(ctx, { envio, decision: "valida", razones: "", borradores: [] }));
  });
}

/** The id of the last version that SVA sent, of any round. */
export async function ultimoEnvio(): Promise<string> {
  const [fila] = await enLaBase<{ id: string }>(
    "SELECT e.id FROM envio e JOIN institucion i ON i.id = e.institucion_id WHERE i.codigo = 'SVA' ORDER BY version DESC LIMIT 1",
  );
  return fila?.id ?? "";
}
