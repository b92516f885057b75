// What saving a field costs the platform, against the least that Next and PostgreSQL can do: a route that makes one
// UPDATE. Both are production builds, on the same server, with pools of the same size, in turns in the same run:
// CARPETA_NEXT=.next node --import tsx --conditions=react-server tests/rendimiento/guardar.ts [--segundos 5] [--vueltas 4] [--a-la-vez 10]
// Builds tests/rendimiento/minima when it is not built, or changed since. Ends with one line of JSON.
import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { abrirConexion, usarConexion } from "@/lib/datos/conexion";
import { NEXT } from "@/lib/orden/proceso";
import { abrirBase, cpuDe, pidDePostgres } from "./carga/base";
import { abrirCliente, type Peticion } from "./carga/cliente";
import { mediana, opcion, redondear, resumir } from "./carga/medicion";
import { type Persona, poblar } from "./carga/poblacion";
import { iniciarMinima, iniciarWeb, prepararEntorno, type Web } from "./carga/web";

const SEGUNDOS = opcion("segundos", 5);
const VUELTAS = opcion("vueltas", 4);
const A_LA_VEZ = opcion("a-la-vez", 10);

function construirMinima(): void {
  const hecha = "tests/rendimiento/minima/.next/BUILD_ID";
  const fuentes = ["instrumentation.ts", "next.config.ts", "app/guardar/route.ts"].map(
    (uno) => `tests/rendimiento/minima/${uno}`,
  );
  if (existsSync(hecha) && fuentes.every((una) => statSync(una).mtimeMs < statSync(hecha).mtimeMs)) return;
  const { status } = spawnSync(process.execPath, [resolve(NEXT()), "build"], {
    cwd: "tests/rendimiento/minima",
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, NODE_ENV: "production" },
  });
  if (status !== 0) throw new Error("No se pudo construir tests/rendimiento/minima.");
}

type Vuelta = { porSegundo: number; webMs: number; pgMs: number; tiempos: number[] };

/** A closed loop of some people for a while. Throws at the first answer that is not a save. */
async function correr(web: Web, pidPg: number, segundos: number, hacer: (i: number) => Promise<unknown>) {
  const tiempos: number[] = [];
  const antes = { web: cpuDe(web.proceso.pid ?? 0), pg: cpuDe(pidPg) };
  const desde = performance.now();
  const limite = desde + segundos * 1000;
  let i = 0;
  await Promise.all(
    Array.from({ length: A_LA_VEZ }, async () => {
      while (performance.now() < limite) {
        const inicio = performance.now();
        await hacer(i++);
        tiempos.push(performance.now() - inicio);
      }
    }),
  );
  const duracion = (performance.now() - desde) / 1000;
  return {
    porSegundo: redondear(tiempos.length / duracion, 1),
    webMs: (cpuDe(web.proceso.pid ?? 0) - antes.web) / tiempos.length,
    pgMs: (cpuDe(pidPg) - antes.pg) / tiempos.length,
    tiempos,
  } satisfies Vuelta;
}

prepararEntorno();
construirMinima();
const base = await abrirBase();
usarConexion(abrirConexion(base.servidor.app));
const personas = await poblar(base, { instituciones: 60, personas: 120 });
await base.dueno.query("CREATE TABLE minima (id uuid PRIMARY KEY, valor text)");
await base.dueno.query("GRANT ALL ON minima TO cseu_app");
const ids = personas.map(() => randomUUID());
await base.dueno.query("INSERT INTO minima SELECT unnest($1::uuid[])", [ids]);
const pidPg = pidDePostgres(base.servidor);
const [plataforma, minima] = [await iniciarWeb(base), await iniciarMinima(base)];
const clientes = [abrirCliente(plataforma.puerto, A_LA_VEZ), abrirCliente(minima.puerto, A_LA_VEZ)] as const;

async function exigir(
  cliente: (typeof clientes)[number],
  peticion: Peticion,
  esperado: number,
  seña = "",
): Promise<void> {
  const { estado, texto } = await cliente.pedir(peticion);
  if (estado !== esperado || !texto.includes(seña)) throw new Error(`${estado}: ${texto.slice(0, 300)}`);
}

const texto = (i: number) => `Lo que se escribió en el turno ${i}. `.repeat(5);
const guardado = new Map<string, string>();

function guardarEnPlataforma(i: number): Promise<void> {
  const { codigo, cookie, usuarioId, campos, institucionId } = personas[i % personas.length] as Persona;
  const lugar = campos[0] ?? "";
  const llave = `${institucionId} ${lugar}`;
  const [base, valor] = [guardado.get(llave) ?? null, texto(i)];
  guardado.set(llave, valor);
  return exigir(
    clientes[0],
    {
      metodo: "POST",
      ruta: "/campo",
      cabeceras: { cookie, "content-type": "application/json", "sec-fetch-site": "same-origin" },
      cuerpo: JSON.stringify({ institucion: codigo, usuario: usuarioId, campos: [{ lugar, base, valor }] }),
    },
    204,
  );
}

const guardarEnMinima = (i: number): Promise<void> =>
  exigir(
    clientes[1],
    {
      metodo: "POST",
      ruta: "/guardar",
      cabeceras: { "content-type": "application/json", "sec-fetch-site": "same-origin" },
      cuerpo: JSON.stringify({ id: ids[i % ids.length], valor: texto(i) }),
    },
    200,
    '"guardadas":1',
  );

try {
  // Until both are compiled and warm.
  await correr(minima, pidPg, 3, guardarEnMinima);
  await correr(plataforma, pidPg, 5, guardarEnPlataforma);
  const vueltas: { minima: Vuelta; plataforma: Vuelta }[] = [];
  for (let i = 0; i < VUELTAS; i++) {
    const una = {
      minima: await correr(minima, pidPg, SEGUNDOS, guardarEnMinima),
      plataforma: await correr(plataforma, pidPg, SEGUNDOS, guardarEnPlataforma),
    };
    vueltas.push(una);
    console.log(
      `vuelta ${i + 1}: mínima ${una.minima.porSegundo}/s, plataforma ${una.plataforma.porSegundo}/s, razón ${redondear(una.plataforma.porSegundo / una.minima.porSegundo)}`,
    );
  }
  const resumen = (cual: "minima" | "plataforma") => ({
    porSegundo: mediana(vueltas.map((una) => una[cual].porSegundo)),
    cpuWebMs: redondear(mediana(vueltas.map((una) => una[cual].webMs))),
    cpuPostgresMs: redondear(mediana(vueltas.map((una) => una[cual].pgMs))),
    ...resumir(vueltas.flatMap((una) => una[cual].tiempos)),
  });
  console.log(
    JSON.stringify({
      rendimiento: "guardar",
      aLaVez: A_LA_VEZ,
      minima: resumen("minima"),
      plataforma: resumen("plataforma"),
      razon: redondear(mediana(vueltas.map((una) => una.plataforma.porSegundo / una.minima.porSegundo))),
      meta: 0.7,
    }),
  );
} finally {
  for (const cliente of clientes) cliente.cerrar();
  await Promise.allSettled([plataforma.detener(), minima.detener()]);
  usarConexion(undefined);
  await base.cerrar();
}
process.exit(0);
