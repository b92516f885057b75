import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ContextoInstitucion } from "@/lib/casos/contexto";
import { abrirRevision } from "@/lib/casos/revision/abrir";
import { leerBandeja } from "@/lib/casos/revision/bandeja";
import { devolverEnvio } from "@/lib/casos/revision/devolver";
import { leerRevision } from "@/lib/casos/revision/leer";
import { observar } from "@/lib/casos/revision/observacion";
import { guardarRonda } from "@/lib/casos/ronda/administrar";
import { enviarARonda } from "@/lib/casos/ronda/enviar";
import { leerRonda } from "@/lib/casos/ronda/leer";
import { BANDEJA_ENTERA } from "@/lib/flujo/vistaBandeja";
import { pdf } from "@/tests/apoyo/archivos/bytes";
import { conBase } from "@/tests/apoyo/base";
import { contextoDe } from "@/tests/apoyo/comite";
import { aprobarTodo, DICIEMBRE, difundir, subir } from "@/tests/apoyo/difusion";
import { valor } from "@/tests/apoyo/resultado";
import { enviarTodo, reenviar } from "@/tests/apoyo/revision";

process.env.ARCHIVOS_CARPETA = mkdtempSync(join(tmpdir(), "cseu-cambios-"));

const base = conBase({ sembrada: true });
const SEPTIEMBRE = new Date("2025-09-10T15:00:00Z");
const RONDA = "Primer ejercicio";
let ana: ContextoInstitucion;
let elena: ContextoInstitucion;
let vera: ContextoInstitucion;
let preliminar: string;
let final: string;

/** SVA took part in the preliminary round, was told what to mend, and in December sends its final version. */
beforeAll(async () => {
  ana = await contextoDe(base, "ana.rojas@sva.example", "SVA", DICIEMBRE);
  elena = await contextoDe(base, "elena.fuentes@red.example", "SVA", DICIEMBRE);
  vera = await contextoDe(base, "vera.ossa@externo.example", "SVA", DICIEMBRE);
  await aprobarTodo(base, "SVA", await subir(ana, "Acta escaneada.pdf", pdf("0")));
  let carla = await contextoDe(base, "carla.nunez@red.example", "SVA", SEPTIEMBRE);
  carla = { ...carla, actor: { ...carla.actor, alcance: "*" } };
  const fechas = { abre: "01/09/2025", cierra: "15/09/2025", retroalimentacion: "30/09/2025" };
  const datos = { ronda: "", nombre: RONDA, requisitos: ["E3O1RT1", "E3O1RT2"], ...fechas };
  const { id: ronda } = await valor(guardarRonda(carla, datos));
  const deAntes = { ...ana, ahora: SEPTIEMBRE };
  await valor(enviarARonda(deAntes, { ronda, huella: (await valor(leerRonda(deAntes, { ronda }))).huella }));
  preliminar = (await base.comoDueno<{ id: string }>("SELECT id FROM envio"))[0]?.id ?? "";
  const revisa = { ...elena, ahora: SEPTIEMBRE };
  await valor(abrirRevision(revisa, { envio: preliminar }));
  const observada = { requisito: "E3O1RT2", ruta: "", texto: "Faltan las instancias de difusión." };
  await valor(observar(revisa, { envio: preliminar, ...observada }));
  await valor(devolverEnvio(revisa, { envio: preliminar, dia: "", abrir: [] }));
  await difundir(ana);
  final = await enviarTodo(base, ana);
});
beforeEach(async () => {
  await base.comoDueno("DELETE FROM envio WHERE version > 2");
  await base.comoDueno("UPDATE envio SET estado = 'enviado' WHERE id = $1", [final]);
});

const leer = (envio: string, cambios?: number, ctx = elena) =>
  valor(leerRevision(ctx, { envio, seccion: "difusion", ...(cambios && { cambios }) }));
const fila = async (ctx: ContextoInstitucion, envio: string) => {
  const { filas } = await valor(leerBandeja(ctx, BANDEJA_ENTERA));
  return filas.find(({ envioId }) => envioId === envio);
};

describe("la primera versión final", () => {
  test("se compara con la última de la ronda anterior, que se nombra", async () => {
    const { cambios } = await leer(final);
    expect(cambios).toMatchObject({ desde: { id: preliminar, version: 1, ronda: RONDA } });
    expect(cambios?.total).toBeGreaterThan(0);
    expect(cambios?.campos.map(({ lugar }) => lugar).join("\n")).toContain("Difusión");
    expect(await fila(elena, final)).toMatchObject({
      cambios: ["difusion"],
      cambiosDesde: RONDA,
    });
  });

  test("llega a las versiones de las otras rondas, y por ellas a su retroalimentación", async () => {
    const { versiones } = await leer(final);
    const otra = versiones.find(({ id }) => id === preliminar);
    expect(otra).toMatchObject({ version: 1, ronda: RONDA, deEstaRonda: false });
    const { observaciones } = await leer(otra?.id ?? "");
    expect(observaciones).toMatchObject([{ hilo: [{ texto: "Faltan las instancias de difusión." }] }]);
  });

  test("la segunda se compara con la primera de su propia ronda", async () => {
    await base.comoDueno("UPDATE envio SET estado = 'observado' WHERE id = $1", [final]);
    const segunda = await reenviar(base, final, DICIEMBRE);
    expect((await leer(segunda)).cambios).toMatchObject({ desde: { id: final, ronda: null }, total: 1 });
    expect(await fila(elena, segunda)).toMatchObject({ cambios: ["informe"], cambiosDesde: null });
  });

  test("la primera de todas no tiene con qué compararse", async () => {
    expect((await leer(preliminar)).cambios).toBeNull();
    expect(await fila(elena, preliminar)).toMatchObject({ cambios: null, cambiosDesde: null });
  });

  test("a la validadora externa, que lee solo lo final, no le llega nada de lo preliminar", async () => {
    const suya = await leer(final, 1, vera);
    expect(suya.cambios).toBeNull();
    expect(suya.versiones.map(({ id }) => id)).toEqual([final]);
    expect(await fila(vera, final)).toMatchObject({ cambios: null, cambiosDesde: null });
  });
});

describe("muchos campos que cambiaron", () => {
  const CUANTOS = 450;
  beforeEach(async () => {
    await base.comoDueno("UPDATE envio SET estado = 'observado' WHERE id = $1", [final]);
  });

  const conNomina = async (envio: string, como: string) => {
    const filas = Array.from({ length: CUANTOS }, (_, i) => ({ nombre: `Persona ${i} ${como}` }));
    await base.comoDueno(
      "UPDATE envio SET contenido = jsonb_set(contenido, '{difusion,destinatarios,filas}', $2) WHERE id = $1",
      [envio, JSON.stringify(filas)],
    );
  };

  test("se llega a todos, de página en página, y pedir más allá lleva a la última", async () => {
    const segunda = await reenviar(base, final, DICIEMBRE);
    await conNomina(final, "antes");
    await conNomina(segunda, "después");
    const vistas = new Set<string>();
    for (const pagina of [1, 2, 3]) {
      const { cambios } = await leer(segunda, pagina);
      expect(cambios).toMatchObject({ total: CUANTOS + 1, pagina, paginas: 3 });
      for (const { ruta } of cambios?.campos ?? []) vistas.add(ruta);
    }
    expect(vistas.size).toBe(CUANTOS + 1);
    expect(vistas).toContain(`/difusion/destinatarios/filas/${CUANTOS - 1}/nombre`);
    const { cambios } = await leer(segunda, 99);
    expect(cambios?.pagina).toBe(3);
    // Every changed field is marked in the document, whatever the page of the list.
    expect(cambios?.rutas.size).toBe(CUANTOS + 1);
  });
});
