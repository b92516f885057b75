// Falls and gets up: the application or PostgreSQL are killed with SIGKILL at random instants while people save and
// submit; each is started again, the people insist, and at the end all that was acknowledged is looked for.
// npm run rendimiento:caidas -- [--vueltas 20] [--personas 40] [--instituciones 20] [--semilla N]
// Serves the production build of CARPETA_NEXT (.next) on an embedded PostgreSQL. Ends with one line of JSON.
import { join } from "node:path";
import { setTimeout as esperar } from "node:timers/promises";
import { verificarBitacora } from "@/lib/datos/bitacora";
import { abrirConexion, cerrarConexion, usarConexion } from "@/lib/datos/conexion";
import { iniciarServidor } from "@/lib/datos/servidor";
import { abrirBase, pidDePostgres } from "./carga/base";
import { abrirCliente } from "./carga/cliente";
import { accionDeEnviar, dejarListo, enviarExpediente } from "./carga/envio";
import { conciliar, Escritor, textoUnico } from "./carga/escritor";
import { mediana, opcion, redondear } from "./carga/medicion";
import { type Persona, poblar } from "./carga/poblacion";
import { iniciarWeb, prepararEntorno, type Web } from "./carga/web";

const VUELTAS = opcion("vueltas", 20);
const PERSONAS = opcion("personas", 40);
const INSTITUCIONES = opcion("instituciones", 20);
const SEMILLA = opcion("semilla", Date.now() % 1_000_000);

/** Numbers in [0, 1) that repeat with their seed (mulberry32): a run that finds something can be run again. */
function azarDe(semilla: number): () => number {
  let estado = semilla;
  return () => {
    estado = (estado + 0x6d2b79f5) | 0;
    let t = Math.imul(estado ^ (estado >>> 15), 1 | estado);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const azar = azarDe(SEMILLA);
prepararEntorno();
const base = await abrirBase();
process.env.ARCHIVOS_CARPETA = join(base.carpeta, "archivos");
usarConexion(abrirConexion(base.servidor.app));
console.log(`Poblando… (semilla ${SEMILLA})`);
const deEnvio = await poblar(base, { instituciones: VUELTAS, personas: VUELTAS }, { prefijo: "E" });
const personas = await poblar(base, { instituciones: INSTITUCIONES, personas: PERSONAS });
for (const persona of deEnvio) await dejarListo(base, persona);
await cerrarConexion();

let web: Web = await iniciarWeb(base);
const { puerto } = web;
const cliente = abrirCliente(puerto, 64, 10_000);
const escritor = new Escritor(() => cliente);
const accion = accionDeEnviar(process.env.CARPETA_NEXT ?? ".next");
const comprobantes = new Map<string, string>();
const rechazos: string[] = [];
let seguir = true;
let ultimoAcuse = performance.now();

/** A person who writes without pause and insists until answered. */
async function escribir(persona: Persona): Promise<void> {
  for (let n = 0; seguir; n++) {
    const lugar = persona.campos[n % persona.campos.length] ?? "";
    const { estado } = await escritor.guardar(persona, lugar, textoUnico(persona, n), 60);
    if (estado === "guardado") ultimoAcuse = performance.now();
    else rechazos.push(estado);
    await esperar(100 + 200 * azar());
  }
}

/** Submits, and submits again until there is a receipt: after a fall the first may have been received. */
async function enviarInsistiendo(persona: Persona): Promise<void> {
  for (;;) {
    try {
      const codigo = await enviarExpediente(cliente, persona, accion, () => undefined, performance.now());
      comprobantes.set(persona.institucionId, codigo);
      return;
    } catch (error) {
      // The page of an expediente already sent shows its receipt and no button.
      if (/página de envío respondió 200/.test((error as Error).message)) return;
      await esperar(300);
    }
  }
}

async function matarWeb(): Promise<void> {
  web.proceso.kill("SIGKILL");
  await new Promise((listo) => web.proceso.once("exit", listo));
  web = await iniciarWeb(base, {}, puerto);
}

async function matarPostgres(): Promise<void> {
  process.kill(pidDePostgres(base.servidor), "SIGKILL");
  const { dueno } = await iniciarServidor({ carpeta: base.carpeta, efimero: true });
  if (dueno !== base.servidor.dueno) throw new Error("PostgreSQL volvió en otra dirección.");
}

type Vuelta = { que: "aplicación" | "PostgreSQL"; segundos: number };
const vueltas: Vuelta[] = [];
let codigoSalida = 0;
try {
  const escritores = personas.map(escribir);
  await esperar(2000);
  for (let i = 0; i < VUELTAS; i++) {
    const persona = deEnvio[i] as Persona;
    const que = azar() < 0.5 ? "aplicación" : "PostgreSQL";
    const enviando = enviarInsistiendo(persona);
    await esperar(50 + 1500 * azar());
    const caida = performance.now();
    await (que === "aplicación" ? matarWeb() : matarPostgres());
    // Service is back when a save is acknowledged by what was started again; an answer that was on its way does not count.
    const arriba = performance.now();
    while (ultimoAcuse < arriba) await esperar(20);
    const segundos = redondear((ultimoAcuse - caida) / 1000);
    await enviando;
    vueltas.push({ que, segundos });
    console.log(`vuelta ${i + 1}: cae ${que}, vuelve a guardar en ${segundos} s`);
    await esperar(300);
  }
  seguir = false;
  await Promise.all(escritores);

  const conciliado = await conciliar(base, escritor);
  const { quiebres, filas } = await verificarBitacora(base.servidor.dueno);
  const { rows: envios } = await base.dueno.query<{
    institucion_id: string;
    codigo: string;
    n: string;
    avisos: string;
  }>(
    `SELECT institucion_id, min(codigo) AS codigo, count(*) AS n,
       (SELECT count(*) FROM notificacion x WHERE x.institucion_id = e.institucion_id AND x.clave LIKE 'envio.enviar %') AS avisos
     FROM envio e GROUP BY institucion_id`,
  );
  const deBase = new Map(envios.map((fila) => [fila.institucion_id, fila.codigo]));
  const perdidos = [...comprobantes].filter(([id, codigo]) => deBase.get(id) !== codigo).length;
  const duplicados = envios.filter(({ n }) => Number(n) !== 1).length;
  // What a submission writes besides its version: without its notice it would be half done.
  const aMedias = envios.filter(({ avisos }) => Number(avisos) === 0).length;
  const tiempos = vueltas.map(({ segundos }) => segundos);
  const mal =
    conciliado.perdidos +
    conciliado.duplicados +
    conciliado.finalesAjenos +
    perdidos +
    duplicados +
    aMedias +
    quiebres.length +
    rechazos.length;
  codigoSalida = mal > 0 || envios.length !== VUELTAS ? 1 : 0;
  console.log(
    JSON.stringify({
      rendimiento: "caidas",
      semilla: SEMILLA,
      vueltas: VUELTAS,
      dePostgres: vueltas.filter(({ que }) => que === "PostgreSQL").length,
      ...conciliado,
      rechazos: rechazos.length,
      envios: { hechos: envios.length, perdidos, duplicados, aMedias },
      bitacora: { filas, quiebres: quiebres.length },
      segundosHastaVolver: { mediana: redondear(mediana(tiempos)), maximo: Math.max(...tiempos) },
    }),
  );
} finally {
  seguir = false;
  cliente.cerrar();
  await web.detener();
  await base.cerrar();
}
process.exit(codigoSalida);
