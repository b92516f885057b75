// Storing a long list of recipients with its trail, and what reading the expediente costs from then on:
// tsx --conditions=react-server tests/rendimiento/destinatarios.ts [filas]. Ends with one line of JSON.
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { abrirConexion, cerrarConexion, usarConexion } from "@/lib/datos/conexion";
import { migrar } from "@/lib/datos/migraciones";
import { leerExpediente } from "@/lib/datos/repositorio/expediente";
import { iniciarServidor } from "@/lib/datos/servidor";
import { conActor } from "@/lib/datos/transaccion";
import { SISTEMA } from "@/lib/flujo/actor";
import { DICIEMBRE, listar } from "@/tests/apoyo/difusion";
import { crearInstitucion } from "@/tests/apoyo/institucion";

const FILAS = Number(process.argv[2] ?? 50_000);
const carpeta = mkdtempSync(join(tmpdir(), "cseu-rendimiento-"));
chmodSync(carpeta, 0o711);
const servidor = await iniciarServidor({ carpeta, efimero: true });
await migrar(servidor.dueno);
usarConexion(abrirConexion(servidor.app));

async function medir(nombre: string, hacer: () => Promise<unknown>): Promise<number> {
  const desde = performance.now();
  await hacer();
  const ms = Math.round(performance.now() - desde);
  console.log(`${nombre.padEnd(44)} ${ms} ms`);
  return ms;
}

try {
  const { ctx, id, ejercicioId } = await crearInstitucion("R1");
  const ana = await ctx(undefined, DICIEMBRE);
  const guardar = await medir(`guardar ${FILAS} destinatarios`, () => listar(ana, null, FILAS - 4));
  const leer = await medir("leer el expediente entero", () =>
    conActor(SISTEMA, "prueba", (tx) => leerExpediente(tx, id, ejercicioId)),
  );
  const reemplazar = await medir("reemplazarlos por otros tantos", () => listar(ana, null, FILAS - 4));
  console.log(JSON.stringify({ filas: FILAS, guardar, leer, reemplazar }));
} finally {
  await cerrarConexion();
  await servidor.detener();
  rmSync(carpeta, { recursive: true, force: true });
}
