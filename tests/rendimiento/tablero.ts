// What the first view of the coordination's board and of its global analysis cost with 200 institutions and with 10,000:
// node --import tsx --conditions=react-server tests/rendimiento/tablero.ts [veces] [grande]
// Each use case, summary up to date; the same after somebody's change; the analysis of one ministry and of what a word
// finds; and, if there is a production build (CARPETA_NEXT), the page as the browser gets it, session and all. Ends with
// one line of JSON.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ANALISIS_ENTERO, analizar } from "@/lib/casos/tablero/analizar";
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
type Medidas = Readonly<Record<string, Medida | null>>;
type Contexto = Parameters<typeof leerTablero>[0];

const MINISTERIO = "Ministerio de Territorios (ficticio)";

const verTablero = (ctx: Contexto) => leerTablero(ctx, { filtro: SIN_FILTRO, por: "ministerio", pagina: 1 });
const VISTAS: Readonly<Record<string, (ctx: Contexto) => Promise<unknown>>> = {
  tablero: verTablero,
  analisis: (ctx) => analizar(ctx, ANALISIS_ENTERO),
  "analisis de un ministerio": (ctx) => analizar(ctx, { ...ANALISIS_ENTERO, ministerio: MINISTERIO }),
  "analisis de una palabra": (ctx) => analizar(ctx, { ...ANALISIS_ENTERO, texto: "licitaciones" }),
};
const PAGINAS: Readonly<Record<string, { direccion: string; dice: string }>> = {
  tablero: { direccion: "/coordinacion", dice: "Instituciones por etapa" },
  analisis: { direccion: "/coordinacion/analisis", dice: "Palabras que más se repiten" },
};

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

async function medirPaginas(servidor: Servidor, ficha: string): Promise<Medidas> {
  if (!existsSync(join(CARPETA_WEB, "BUILD_ID"))) return {};
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
    const medidas: Record<string, Medida> = {};
    for (const [nombre, { direccion, dice }] of Object.entries(PAGINAS))
      medidas[`página: ${nombre}`] = await medir(VECES, async () => {
        const respuesta = await fetch(`http://localhost:${puerto}${direccion}`, {
          headers: { cookie },
          redirect: "manual",
        });
        const html = await respuesta.text();
        if (respuesta.status !== 200 || !html.includes(dice))
          throw new Error(`${direccion} respondió ${respuesta.status} sin «${dice}».`);
      });
    return medidas;
  } finally {
    await terminar(web);
  }
}

/** Somebody decides something before each view: its institution is summed again, and the counts with it. */
function trasUnCambio(instituciones: number, ver: () => Promise<unknown>): () => Promise<void> {
  let n = 0;
  return async () => {
    n = (n % instituciones) + 1;
    await conActor(SISTEMA, "prueba", (tx) =>
      tx.institucion.updateMany({
        where: { codigo: `M${String(n).padStart(5, "0")}` },
        data: { ministerio: MINISTERIO },
      }),
    );
    await ver();
  };
}

async function medirCon(instituciones: number): Promise<Medidas> {
  const { servidor, terminar: terminarServidor } = await iniciarServidorEfimero("cseu-rendimiento-");
  const medidas: Record<string, Medida | null> = {};
  try {
    await migrar(servidor.dueno);
    usarConexion(abrirConexion(servidor.app));
    await sembrar(() => undefined, new Date());
    await sembrarMucho(servidor.dueno, { instituciones, momento: MOMENTO });
    const { actor, ficha } = await entrar();
    const ctx = { actor, ahora: MOMENTO };
    for (const [nombre, ver] of Object.entries(VISTAS)) {
      const desde = performance.now();
      await ver(ctx);
      console.log(`${instituciones}, ${nombre}: la primera vez ${Math.round(performance.now() - desde)} ms`);
      medidas[nombre] = await medir(VECES, () => ver(ctx));
      medidas[`${nombre}, tras un cambio`] = await medir(
        Math.ceil(VECES / 3),
        trasUnCambio(instituciones, () => ver(ctx)),
      );
    }
    Object.assign(medidas, await medirPaginas(servidor, ficha));
    return medidas;
  } finally {
    await cerrarConexion();
    await terminarServidor();
  }
}

const chico = await medirCon(CHICO);
const grande = await medirCon(GRANDE);
const veces = Object.fromEntries(
  Object.entries(chico).map(([que, a]) => {
    const b = grande[que];
    return [que, a && b ? Number((b.p50 / a.p50).toFixed(2)) : null];
  }),
);
console.table(
  Object.entries(chico).map(([que, a]) => ({
    que,
    [CHICO]: a?.p50,
    [GRANDE]: grande[que]?.p50,
    veces: veces[que],
  })),
);
console.log(
  JSON.stringify({ rendimiento: "tablero", repeticiones: VECES, [CHICO]: chico, [GRANDE]: grande, veces }),
);
