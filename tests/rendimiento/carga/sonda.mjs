// Preloaded into the process measured: tells its parent, each second, of its memory, its event loop and its pool.
import { monitorEventLoopDelay } from "node:perf_hooks";

const bucle = monitorEventLoopDelay({ resolution: 10 });
bucle.enable();
const ms = (ns) => Number(Math.max(0, ns / 1e6 - 10).toFixed(1));

if (process.send) {
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
