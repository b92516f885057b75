// A process that begins to store a file and never ends: the test kills it half way.
import { once } from "node:events";
import { almacenEnDisco } from "@/lib/archivos/disco";

async function* lento() {
  yield Buffer.alloc(100_000, 1);
  process.stdout.write("a medias\n");
  await once(process.stdin.resume(), "end");
  yield Buffer.alloc(100_000, 2);
}

await almacenEnDisco(process.argv[2] ?? "").guardar(lento(), 1_000_000);
