import { afterEach, beforeAll, expect, test } from "vitest";
import { leerPlanEnAjuste } from "@/lib/casos/ajuste/leer";
import { contarAvisos } from "@/lib/casos/avisos";
import { guardarCampos } from "@/lib/casos/campo/guardar";
import type { ContextoInstitucion } from "@/lib/casos/contexto";
import { leerDifusion } from "@/lib/casos/difusion/leer";
import { leerInforme, leerInformeConCampos } from "@/lib/casos/informe/leer";
import { leerObservado } from "@/lib/casos/observacion/observado";
import { ANALISIS_ENTERO, analizar } from "@/lib/casos/tablero/analizar";
import { leerTablero } from "@/lib/casos/tablero/leer";
import { abrirConexion, conexion, tamanos, usarConexion } from "@/lib/datos/conexion";
import { SIN_FILTRO } from "@/lib/flujo/tablero";
import { conBase } from "@/tests/apoyo/base";
import { crearInstitucion } from "@/tests/apoyo/institucion";
import { valor } from "@/tests/apoyo/resultado";

const base = conBase();
const AHORA = new Date("2025-12-28T15:00:00Z");
let ctx: ContextoInstitucion;
let coordinacion: ContextoInstitucion;
const despues: (() => unknown)[] = [];

beforeAll(async () => {
  const institucion = await crearInstitucion("LEC");
  ctx = await institucion.ctx("Ana Rojas", AHORA);
  coordinacion = await institucion.ctx("Carla Núñez", AHORA, "coordinacion");
});
afterEach(async () => {
  for (const hacer of despues.splice(0)) await hacer();
});

test("mientras todas las conexiones de guardar trabajan, las pantallas se siguen leyendo", async () => {
  const { pool } = conexion();
  for (let i = 0; i < tamanos().guardado.maximo; i++) {
    const tomada = await pool.connect();
    despues.push(() => tomada.release());
  }
  await valor(leerInformeConCampos(ctx, ["informe", "actividad"]));
  await valor(leerPlanEnAjuste(ctx));
  await valor(leerDifusion(ctx));
  await leerObservado(ctx);
  await contarAvisos(ctx);
  await valor(analizar(coordinacion, ANALISIS_ENTERO));
  await valor(leerTablero(coordinacion, { filtro: SIN_FILTRO, por: "ministerio", pagina: 1 }));
  expect(pool.waitingCount).toBe(0);
});

test("lo que guardó otro proceso se ve en lo primero que se dibuje después, una y otra vez", async () => {
  const lugar = "informe/avances";
  const mia = conexion();
  const otra = abrirConexion(base.app);
  despues.push(() => otra.cerrar());
  let anterior: string | null = null;
  for (let vez = 0; vez < 12; vez++) {
    const escrito = `Lo que se avanzó hasta la vez ${vez}`;
    usarConexion(otra);
    const { respuestas } = await valor(
      guardarCampos(ctx, {
        usuario: ctx.actor.usuarioId,
        campos: [{ lugar, base: anterior, valor: escrito }],
      }),
    ).finally(() => usarConexion(mia));
    expect(respuestas[lugar]?.estado).toBe("guardado");
    const { expediente } = await valor(leerInforme(ctx));
    expect(expediente.informe?.seguimiento?.avances).toBe(escrito);
    anterior = escrito;
  }
});
