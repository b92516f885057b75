// The same screens with more and more institutions, and three years of them: nothing that a person looks at may take
// longer because others exist.
// npm run rendimiento:crecimiento -- [--menor 200] [--medio 2000] [--mayor 10000] [--anios 3] [--veces 25] [/ruta…]
// A size of 0 is left out. With parts of addresses, only the screens that have one of them.
// Serves the production build of CARPETA_NEXT (.next) on one embedded PostgreSQL for each size, all at once and asked in
// turns, so that what else the machine does falls on all alike. Ends with one line of JSON.
import { abrirConexion, cerrarConexion, usarConexion } from "@/lib/datos/conexion";
import { sembrar } from "@/prisma/semilla";
import { sembrarMucho } from "@/prisma/semilla/mucho";
import { abrirBase } from "./carga/base";
import { abrirCliente } from "./carga/cliente";
import { mediana, opcion, redondear } from "./carga/medicion";
import { abrirSesionDe } from "./carga/sesiones";
import { iniciarWeb, prepararEntorno } from "./carga/web";

const TAMANOS = [opcion("menor", 200), opcion("medio", 2000), opcion("mayor", 10_000)].filter((n) => n > 0);
const ANIOS = opcion("anios", 3);
const VECES = opcion("veces", 25);
const CUALES = process.argv.slice(2).filter((uno) => uno.startsWith("/"));
const MAXIMO = 1.3;

const INSTITUCION = "/institucion/M00001";
const PANTALLAS: readonly (readonly [string, readonly string[]])[] = [
  [
    "titular.m00001@masiva.example",
    ["", "/plan", "/informe", "/difusion", "/comite", "/envio", "/revision", "/bitacora"].map(
      (ruta) => `${INSTITUCION}${ruta}`,
    ),
  ],
  ["revisora.1@red-masiva.example", ["/revision"]],
  [
    "carla.nunez@red.example",
    [
      "/coordinacion",
      "/coordinacion/grupos",
      "/coordinacion/grupos/mover",
      "/coordinacion/prorrogas",
      "/coordinacion/analisis",
      "/coordinacion/rondas",
    ],
  ],
  ["diego.lagos@red.example", ["/administracion/instituciones", "/administracion/personas"]],
];

const pedida = (ruta: string) => CUALES.length === 0 || CUALES.some((parte) => ruta.includes(parte));

prepararEntorno();

/** A whole platform with so many institutions. */
async function levantar(instituciones: number) {
  const base = await abrirBase({ soloSeLee: true });
  usarConexion(abrirConexion(base.servidor.app));
  await sembrar(() => undefined, new Date());
  await cerrarConexion();
  const desde = performance.now();
  await sembrarMucho(base.servidor.dueno, { instituciones, anios: ANIOS });
  console.log(
    `${instituciones} instituciones sembradas en ${redondear((performance.now() - desde) / 1000, 0)} s`,
  );
  const cookies = new Map<string, string>();
  for (const [correo] of PANTALLAS) cookies.set(correo, await abrirSesionDe(base, correo));
  const web = await iniciarWeb(base);
  return { instituciones, base, web, cookies, cliente: abrirCliente(web.puerto, 4, 120_000) };
}

type Plataforma = Awaited<ReturnType<typeof levantar>>;

async function abrir({ cliente, cookies }: Plataforma, correo: string, ruta: string) {
  const desde = performance.now();
  const cabeceras = { cookie: cookies.get(correo) ?? "", accept: "text/html" };
  const { estado, destino } = await cliente.pedir({ metodo: "GET", ruta, cabeceras });
  return { ms: performance.now() - desde, estado, destino };
}

const plataformas: Plataforma[] = [];
try {
  for (const tamano of TAMANOS) plataformas.push(await levantar(tamano));
  const pantallas: Record<string, { p50: number[]; razon: number }> = {};
  const fuera: string[] = [];
  for (const [correo, rutas] of PANTALLAS)
    for (const ruta of rutas.filter(pedida)) {
      const tiempos = plataformas.map((): number[] => []);
      let malo: string | null = null;
      for (let vez = -3; vez < VECES && !malo; vez++)
        for (const [i, plataforma] of plataformas.entries()) {
          const { ms, estado, destino } = await abrir(plataforma, correo, ruta);
          if (estado !== 200) malo = `${ruta}: respuesta ${estado} ${destino ?? ""}`.trim();
          // The first ones compile and warm up.
          if (vez >= 0) tiempos[i]?.push(ms);
        }
      if (malo) {
        fuera.push(malo);
        continue;
      }
      const p50 = tiempos.map((lista) => redondear(mediana(lista), 1));
      const razon = redondear((p50.at(-1) ?? 0) / (p50[0] || 1));
      pantallas[ruta] = { p50, razon };
      console.log(
        `${ruta.padEnd(36)} ${p50.join(" / ")} ms  ${razon}×${razon > MAXIMO ? "  sobre lo admitido" : ""}`,
      );
    }
  for (const una of fuera) console.log(una);
  const razones = Object.values(pantallas).map(({ razon }) => razon);
  console.log(
    JSON.stringify({
      rendimiento: "crecimiento",
      instituciones: TAMANOS,
      anios: ANIOS,
      pantallas,
      sinMedir: fuera,
      razonMaxima: Math.max(0, ...razones),
      meta: MAXIMO,
    }),
  );
} finally {
  for (const { cliente, web, base } of plataformas) {
    cliente.cerrar();
    await web.detener();
    await base.cerrar();
  }
}
process.exit(0);
