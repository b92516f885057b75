// What it costs to know who is asking, at each request: node --import tsx --conditions=react-server tests/rendimiento/sesion.ts [veces]
// Opens the token and checks its row. Ends with one line of JSON.
import { abrirConexion, cerrarConexion, usarConexion } from "@/lib/datos/conexion";
import { migrar } from "@/lib/datos/migraciones";
import { conActor } from "@/lib/datos/transaccion";
import { SISTEMA } from "@/lib/flujo/actor";
import { leerSesion, sellarSesion } from "@/lib/sesion/sesion";
import { sembrar } from "@/prisma/semilla";
import { iniciarServidorEfimero } from "@/tests/apoyo/servidorEfimero";

const VECES = Number(process.argv[2] ?? 2000);
process.env.SECRETO_SESION ??= "secreto-de-prueba-".repeat(3);
const { servidor, terminar } = await iniciarServidorEfimero("cseu-rendimiento-", { enDisco: true });
await migrar(servidor.dueno);
usarConexion(abrirConexion(servidor.app));
await sembrar(() => undefined, new Date());

async function fichaDe(correo: string): Promise<string> {
  const id = await conActor(SISTEMA, "prueba", async (tx) => {
    const { id: usuarioId, membresias } = await tx.usuario.findUniqueOrThrow({
      where: { correo },
      select: { id: true, membresias: { select: { id: true } } },
    });
    const ahora = new Date();
    const expiraEn = new Date(ahora.getTime() + 3_600_000);
    const instantes = { creadaEn: ahora, vistaEn: ahora, autenticadaEn: ahora, expiraEn };
    const membresiaId = membresias[0]?.id ?? null;
    return (await tx.sesion.create({ data: { usuarioId, membresiaId, metodo: "clave", ...instantes } })).id;
  });
  return sellarSesion(id);
}

async function medir(nombre: string, correo: string) {
  const ficha = await fichaDe(correo);
  for (let i = 0; i < 100; i++) await leerSesion(ficha);
  const tiempos: number[] = [];
  const antes = process.cpuUsage();
  for (let i = 0; i < VECES; i++) {
    const desde = performance.now();
    await leerSesion(ficha);
    tiempos.push(performance.now() - desde);
  }
  const { user, system } = process.cpuUsage(antes);
  tiempos.sort((a, b) => a - b);
  const en = (q: number) => Number((tiempos[Math.floor(tiempos.length * q)] ?? 0).toFixed(3));
  const medida = { p50: en(0.5), p95: en(0.95), cpuMs: Number(((user + system) / 1000 / VECES).toFixed(3)) };
  console.log(
    `${nombre.padEnd(12)} p50 ${medida.p50} ms   p95 ${medida.p95} ms   CPU de Node ${medida.cpuMs} ms`,
  );
  return medida;
}

try {
  const contraparte = await medir("contraparte", "ana.rojas@sva.example");
  const revisor = await medir("revisor", "elena.fuentes@red.example");
  console.log(JSON.stringify({ rendimiento: "sesion", veces: VECES, contraparte, revisor }));
} finally {
  await cerrarConexion();
  await terminar();
}
