// What the first view of the coordination's board costs with 200 institutions and with 10,000, without filters:
// node --import tsx --conditions=react-server tests/rendimiento/tablero.ts [veces] [grande]
// The use case (`leerTablero`: summary up to date, counts, burn-up, page of the table) and, if there is a production
// build (CARPETA_NEXT), the page as the browser gets it, session and all. Ends with one line of JSON.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { leerTablero } from "@/lib/casos/tablero/leer";
import { abrirConexion, cerrarConexion, usarConexion } from "@/lib/datos/conexion";
import { migrar } from "@/lib/datos/migraciones";
import type { Servidor } from "@/lib/datos/servidor";
import { puertoLibre } from "@/lib/datos/servidorProceso";
import { conActor } from "@/lib/datos/transaccion";
import { type ActorPersona, SISTEMA } from "@/lib/flujo/actor";
import { SIN_FILTRO } from "@/lib/flujo/tablero";
import { conEntorno, entornoLocal } from "@/lib/orden/entorno";
import { esperarRespuesta, lanzar, NEXT, terminar } from "@/lib/orden/proceso";
import { nombreCookie, sellarSesion } from "@/lib/sesion/sesion";
import { sembrar } from "@/prisma/semilla";
import { sembrarMucho } from "@/prisma/semilla/mucho";
import { iniciarServidorEfimero } from "@/tests/apoyo/servidorEfimero";

const VECES = Number(process.argv[2] ?? 60);
const GRANDE = Number(process.argv[3] ?? 10_000);
const CHICO = 200;
// A day of December on which nobody is reminded of anything: the jobs of the server would share its time.
const MOMENTO = new Date("2025-12-16T15:00:00Z");
const CARPETA_WEB = process.env.CARPETA_NEXT ?? ".next";
process.env.SECRETO_SESION ??= "secreto-de-prueba-".repeat(3);

type Medida = { readonly p50: number; readonly p95: number };
type Medidas = { readonly caso: Medida; readonly conCambio: Medida; readonly pagina: Medida | null };

async function medir(veces: number, hacer: () => Promise<unknown>): Promise<Medida> {
  for (let i = 0; i < Math.ceil(veces / 4); i++) await hacer();
  const tiempos: number[] = [];
  for (let i = 0; i < veces; i++) {
    const desde = performance.now();
    await hacer();
    tiempos.push(performance.now() - desde);
  }
  tiempos.sort((a, b) => a - b);
  const en = (q: number) => Number((tiempos[Math.floor(tiempos.length * q)] ?? 0).toFixed(1));
  return { p50: en(0.5), p95: en(0.95) };
}

/** Signs the coordination in. Returns its actor and the token of its session. */
async function entrar(): Promise<{ actor: ActorPersona; ficha: string }> {
  return conActor(SISTEMA, "prueba", async (tx) => {
    const usuario = await tx.usuario.findUniqueOrThrow({
      where: { correo: "carla.nunez@red.example" },
      include: { membresias: true },
    });
    const ahora = new Date();
    const membresia = usuario.membresias[0];
    if (!membresia) throw new Error("La coordinación de la demostración tiene una función.");
    const sesion = await tx.sesion.create({
      data: {
        usuarioId: usuario.id,
        membresiaId: membresia.id,
        metodo: "clave",
        creadaEn: ahora,
        vistaEn: ahora,
        autenticadaEn: ahora,
        expiraEn: new Date(ahora.getTime() + 3_600_000),
      },
    });
    const actor: ActorPersona = {
      usuarioId: usuario.id,
      sesionId: sesion.id,
      nombre: usuario.nombre,
      membresiaId: membresia.id,
      rol: "coordinacion",
      institucionId: null,
      cargo: null,
      preside: false,
      autenticadaEn: ahora,
      alcance: "*",
    };
    return { actor, ficha: await sellarSesion(sesion.id) };
  });
}

async function medirPagina(servidor: Servidor, ficha: string): Promise<Medida | null> {
  if (!existsSync(join(CARPETA_WEB, "BUILD_ID"))) return null;
  const puerto = await puertoLibre(null);
  const env = conEntorno({
    ...entornoLocal(servidor, puerto),
    CARPETA_NEXT: CARPETA_WEB,
    CSEU_DEMO: "1",
    NODE_ENV: "production",
  });
  const web = lanzar(NEXT(), ["start", "-H", "127.0.0.1", "-p", String(puerto)], env, "error");
  try {
    await esperarRespuesta(`http://127.0.0.1:${puerto}/`, web);
    const cookie = `${nombreCookie(false)}=${ficha}`;
    return await medir(VECES, async () => {
      const respuesta = await fetch(`http://localhost:${puerto}/coordinacion`, {
        headers: { cookie },
        redirect: "manual",
      });
      const html = await respuesta.text();
      if (respuesta.status !== 200 || !html.includes("Instituciones por etapa"))
        throw new Error(`La página respondió ${respuesta.status} sin el tablero.`);
    });
  } finally {
    await terminar(web);
  }
}

async function medirCon(instituciones: number): Promise<Medidas> {
  const { servidor, terminar: terminarServidor } = await iniciarServidorEfimero("cseu-rendimiento-");
  try {
    await migrar(servidor.dueno);
    usarConexion(abrirConexion(servidor.app));
    await sembrar(() => undefined, new Date());
    await sembrarMucho(servidor.dueno, { instituciones, momento: MOMENTO });
    const { actor, ficha } = await entrar();
    const ctx = { actor, ahora: MOMENTO };
    const ver = () => leerTablero(ctx, { filtro: SIN_FILTRO, por: "ministerio", pagina: 1 });
    const desde = performance.now();
    await ver();
    console.log(
      `${instituciones} instituciones: resumen entero en ${Math.round(performance.now() - desde)} ms`,
    );
    const caso = await medir(VECES, ver);
    // Somebody decided something since the last view: its institution is summed again, and the counts with it.
    let n = 0;
    const conCambio = await medir(Math.ceil(VECES / 3), async () => {
      n = (n % instituciones) + 1;
      await conActor(SISTEMA, "prueba", (tx) =>
        tx.institucion.updateMany({
          where: { codigo: `M${String(n).padStart(5, "0")}` },
          data: { ministerio: "Ministerio de Territorios (ficticio)" },
        }),
      );
      await ver();
    });
    const pagina = await medirPagina(servidor, ficha);
    console.log(
      `  caso de uso p50 ${caso.p50} ms, p95 ${caso.p95} ms; tras un cambio p50 ${conCambio.p50} ms`,
    );
    console.log(
      pagina
        ? `  página p50 ${pagina.p50} ms, p95 ${pagina.p95} ms`
        : `  sin construcción en ${CARPETA_WEB}: página sin medir`,
    );
    return { caso, conCambio, pagina };
  } finally {
    await cerrarConexion();
    await terminarServidor();
  }
}

const chico = await medirCon(CHICO);
const grande = await medirCon(GRANDE);
const razon = (a: Medida | null, b: Medida | null) => (a && b ? Number((b.p50 / a.p50).toFixed(2)) : null);
console.log(
  JSON.stringify({
    rendimiento: "tablero",
    veces: VECES,
    [CHICO]: chico,
    [GRANDE]: grande,
    razonCaso: razon(chico.caso, grande.caso),
    razonPagina: razon(chico.pagina, grande.pagina),
  }),
);
