// A night of deadline: people of many institutions open screens and save fields at instants fixed beforehand (open
// arrivals; latencies count from the instant due), and in the last minute submissions come ten times as fast.
// npm run rendimiento:plazo -- [--segundos 180] [--personas 1000] [--instituciones 200] [--envios 60] [--pantalla-cada 60] [--nodos 2]
// Serves the production build of CARPETA_NEXT (.next) on an embedded PostgreSQL with a process for each core (`--nodos`), as in
// production: each person is always attended by one of them, as behind a balancer. At the end every acknowledged save is looked for
// in the database. Ends with one line of JSON.
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { verificarBitacora } from "@/lib/datos/bitacora";
import { abrirConexion, cerrarConexion, tamanos, usarConexion } from "@/lib/datos/conexion";
import { abrirBase, cpuDe, pidDePostgres } from "./carga/base";
import { abrirCliente, type Cliente } from "./carga/cliente";
import { accionDeEnviar, dejarListo, enviarExpediente } from "./carga/envio";
import { conciliar, Escritor, textoUnico } from "./carga/escritor";
import { type Cita, Cronista, cumplir } from "./carga/horario";
import { opcion, redondear, resumir } from "./carga/medicion";
import { type Persona, poblar } from "./carga/poblacion";
import { iniciarWeb, type Latido, prepararEntorno, type Web } from "./carga/web";

const SEGUNDOS = opcion("segundos", 180);
const PERSONAS = opcion("personas", 1000);
const INSTITUCIONES = opcion("instituciones", 200);
const ENVIOS = Math.min(opcion("envios", 60), Math.floor(INSTITUCIONES / 2));
const GUARDA_CADA = opcion("guarda-cada", 10);
const PANTALLA_CADA = opcion("pantalla-cada", 60);
const NODOS = opcion("nodos", availableParallelism());
const MINUTO_FINAL = Math.min(60, SEGUNDOS / 2);

const PANTALLAS = ["", "/plan", "/informe", "/informe/actividad/A1", "/difusion", "/envio"];

prepararEntorno();
const base = await abrirBase();
process.env.ARCHIVOS_CARPETA = join(base.carpeta, "archivos");
usarConexion(abrirConexion(base.servidor.app));
console.log("Poblando…");
const deEnvio = await poblar(base, { instituciones: ENVIOS, personas: ENVIOS }, { prefijo: "E" });
const personas = await poblar(base, { instituciones: INSTITUCIONES - ENVIOS, personas: PERSONAS });
for (const persona of deEnvio) await dejarListo(base, persona);
await base.dueno.query("VACUUM ANALYZE").catch(() => base.dueno.query("ANALYZE"));
await cerrarConexion();

const webs: Web[] = [];
for (let i = 0; i < NODOS; i++) webs.push(await iniciarWeb(base));
const clientes = webs.map(({ puerto }) => abrirCliente(puerto, 512));
const turno = new Map([...personas, ...deEnvio].map(({ usuarioId }, i) => [usuarioId, i % NODOS]));
const clienteDe = ({ usuarioId }: Persona) => clientes[turno.get(usuarioId) ?? 0] as Cliente;
const escritor = new Escritor(clienteDe);
const cronista = new Cronista();
const accion = accionDeEnviar(process.env.CARPETA_NEXT ?? ".next");
const enviados = new Map<string, string>();

async function guardar(persona: Persona, n: number, debido: number): Promise<void> {
  const lugar = persona.campos[n % persona.campos.length] ?? "";
  const intento = await escritor.guardar(persona, lugar, textoUnico(persona, n));
  if (intento.estado === "guardado") cronista.anotar("guardado", debido);
  else cronista.fallar("guardado", intento.estado === "error" ? intento.motivo : intento.estado);
}

async function mirar(persona: Persona, n: number, debido: number): Promise<void> {
  const { codigo, cookie } = persona;
  const ruta = `/institucion/${codigo}${PANTALLAS[n % PANTALLAS.length]}`;
  try {
    const { estado } = await clienteDe(persona).pedir({
      metodo: "GET",
      ruta,
      cabeceras: { cookie, accept: "text/html" },
    });
    if (estado === 200) cronista.anotar("pantalla", debido);
    else cronista.fallar("pantalla", `respuesta ${estado} en ${PANTALLAS[n % PANTALLAS.length]}`);
  } catch (error) {
    cronista.fallar("pantalla", (error as Error).message);
  }
}

async function enviar(persona: Persona, debido: number): Promise<void> {
  const anotar = (que: "pantalla" | "envio", desde: number) => cronista.anotar(que, desde);
  try {
    enviados.set(
      persona.institucionId,
      await enviarExpediente(clienteDe(persona), persona, accion, anotar, debido),
    );
  } catch (error) {
    cronista.fallar("envio", (error as Error).message);
  }
}

/** Instants of the submissions: ten times as close in the last minute. */
function instantesDeEnvio(): number[] {
  const previo = SEGUNDOS - MINUTO_FINAL;
  const porSegundo = ENVIOS / (previo + 10 * MINUTO_FINAL);
  return Array.from({ length: ENVIOS }, (_, i) => {
    const enPrevio = i / porSegundo;
    return 1000 * (enPrevio < previo ? enPrevio : previo + (i / porSegundo - previo) / 10);
  });
}

const citas: Cita[] = [
  ...personas.flatMap((persona, p) => [
    ...Array.from({ length: Math.ceil(SEGUNDOS / GUARDA_CADA) }, (_, n) => ({
      en: 1000 * (n + p / personas.length) * GUARDA_CADA,
      hacer: (debido: number) => guardar(persona, n, debido),
    })),
    ...Array.from({ length: Math.ceil(SEGUNDOS / PANTALLA_CADA) }, (_, n) => ({
      en: 1000 * (n + ((p * 7919) % personas.length) / personas.length) * PANTALLA_CADA,
      hacer: (debido: number) => mirar(persona, p + n, debido),
    })),
  ]),
  ...instantesDeEnvio().map((en, i) => ({
    en,
    hacer: (debido: number) => enviar(deEnvio[i] as Persona, debido),
  })),
].filter(({ en }) => en < SEGUNDOS * 1000);

/** Every screen some times in each node, and the save, so that what is measured is a server that has been running. */
async function calentar(): Promise<void> {
  const vueltas = Array.from({ length: PANTALLAS.length * 20 * NODOS }, (_, n) => n);
  for (let n = 0; n < vueltas.length; n += 4)
    await Promise.all(
      vueltas
        .slice(n, n + 4)
        .map((i) =>
          mirar(personas[i % personas.length] as Persona, Math.floor(i / NODOS), performance.now()),
        ),
    );
  for (let n = 0; n < 300 * NODOS; n++)
    await guardar(personas[n % personas.length] as Persona, 1_000_000 + n, 0);
  cronista.tiempos.clear();
  if (cronista.cuantosErrores > 0) throw new Error(JSON.stringify([...cronista.errores]));
}

let codigoSalida = 0;
try {
  await calentar();
  const bucle = monitorEventLoopDelay({ resolution: 10 });
  bucle.enable();
  const pidPg = pidDePostgres(base.servidor);
  const cpuWeb = () => webs.reduce((suma, { proceso }) => suma + cpuDe(proceso.pid ?? 0), 0);
  const antes = { web: cpuWeb(), pg: cpuDe(pidPg), propio: process.cpuUsage() };
  for (const { latidos } of webs) latidos.length = 0;
  console.log(`${citas.length} citas en ${SEGUNDOS} s…`);
  const inicio = performance.now();
  await cumplir(citas);
  const duracion = (performance.now() - inicio) / 1000;
  const propio = process.cpuUsage(antes.propio);
  const nucleos = (ms: number) => redondear(ms / 1000 / duracion);
  const cpu = {
    plataforma: nucleos(cpuWeb() - antes.web),
    postgres: nucleos(cpuDe(pidPg) - antes.pg),
    generador: nucleos((propio.user + propio.system) / 1000),
  };

  const conciliado = await conciliar(base, escritor);
  const { rows } = await base.dueno.query<{ institucion_id: string; codigo: string }>(
    "SELECT institucion_id, codigo FROM envio",
  );
  const enBase = new Map(rows.map((fila) => [fila.institucion_id, fila.codigo]));
  const enviosPerdidos = [...enviados].filter(([id, codigo]) => enBase.get(id) !== codigo).length;
  const { quiebres, filas } = await verificarBitacora(base.servidor.dueno);

  const clases = Object.fromEntries([...cronista.tiempos].map(([clase, lista]) => [clase, resumir(lista)]));
  for (const [clase, { n, p50, p95, p99, maximo }] of Object.entries(clases))
    console.log(`${clase.padEnd(10)} ${n}  p50 ${p50} ms  p95 ${p95} ms  p99 ${p99} ms  máximo ${maximo} ms`);
  for (const [motivo, n] of cronista.errores) console.log(`error ${n} × ${motivo}`);
  const maximo = (de: (latido: Latido) => number) =>
    Math.max(0, ...webs.flatMap(({ latidos }) => latidos.map(de)));
  const guardado = clases.guardado;
  const cumple = cronista.cuantosErrores === 0 && !!guardado && guardado.p95 < 300 && guardado.p99 < 1000;
  codigoSalida = conciliado.perdidos + conciliado.duplicados + enviosPerdidos + quiebres.length > 0 ? 1 : 0;
  console.log(
    JSON.stringify({
      rendimiento: "plazo",
      segundos: SEGUNDOS,
      personas: PERSONAS,
      instituciones: INSTITUCIONES,
      nodos: NODOS,
      solicitudes: [...cronista.tiempos.values()].reduce((suma, { length }) => suma + length, 0),
      porSegundo: redondear(citas.length / duracion, 1),
      errores: cronista.cuantosErrores,
      clases,
      ...conciliado,
      enviados: enviados.size,
      enviosPerdidos,
      bitacora: { filas, quiebres: quiebres.length },
      memoriaMb: maximo(({ memoriaMb }) => memoriaMb),
      bucleMs: {
        p50: maximo(({ bucleP50 }) => bucleP50),
        p99: maximo(({ bucleP99 }) => bucleP99),
        maximo: maximo(({ bucleMaximo }) => bucleMaximo),
        generadorP99: redondear(Math.max(0, bucle.percentile(99) / 1e6 - 10)),
      },
      pool: {
        maximo: tamanos().guardado.maximo,
        usadas: maximo((uno) => uno.guardado.total),
        esperanMaximo: maximo((uno) => uno.guardado.esperan),
      },
      nucleos: cpu,
      meta: { p95: 300, p99: 1000, errores: 0, cumple },
    }),
  );
} finally {
  for (const cliente of clientes) cliente.cerrar();
  await Promise.all(webs.map(({ detener }) => detener()));
  await base.cerrar();
}
process.exit(codigoSalida);
