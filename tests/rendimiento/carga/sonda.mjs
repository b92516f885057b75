// Preloaded into the process measured: tells its parent, each second, of its memory, its event loop and its pool; and, when
// asked, of what it has sent to the database and the processor time it has used.
import { monitorEventLoopDelay } from "node:perf_hooks";
import pg from "pg";

const bucle = monitorEventLoopDelay({ resolution: 10 });
bucle.enable();
const ms = (ns) => Number(Math.max(0, ns / 1e6 - 10).toFixed(1));

let consultas = 0;
let enBaseMs = 0;

/** Counts each statement and the time until its answer. Prisma asks with promises; the path of saving, with a message of its own. */
function contarConsultas() {
  const original = pg.Client.prototype.query;
  pg.Client.prototype.query = function contada(...argumentos) {
    const desde = performance.now();
    const anotar = () => {
      consultas++;
      enBaseMs += performance.now() - desde;
    };
    const respuesta = Reflect.apply(original, this, argumentos);
    const fin = respuesta?.respuesta ?? respuesta;
    if (typeof fin?.then === "function") fin.then(anotar, anotar);
    return respuesta;
  };
}

if (process.send) {
  process.channel?.unref();
  if (process.env.CONTAR_CONSULTAS) contarConsultas();
  process.on("message", (pregunta) => {
    if (pregunta !== "figuras") return;
    const { user, system } = process.cpuUsage();
    process.send({ figuras: { consultas, enBaseMs, cpuMs: (user + system) / 1000 } });
  });
  process.channel?.unref();
  setInterval(() => {
    const pool = globalThis[Symbol.for("cseu.conexion")]?.pool;
    process.send({
      memoriaMb: Math.round(process.memoryUsage.rss() / 1e6),
      bucleP50: ms(bucle.percentile(50)),
      bucleP99: ms(bucle.percentile(99)),
      bucleMaximo: ms(bucle.max),
      guardado: { total: pool?.totalCount ?? 0, esperan: pool?.waitingCount ?? 0 },
    });
    bucle.reset();
  }, 1000).unref();
}
