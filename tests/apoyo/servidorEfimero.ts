import { chmodSync, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { iniciarServidor, type Servidor } from "@/lib/datos/servidor";

const SIN_ESPERAR_AL_DISCO = ["fsync=off", "full_page_writes=off"];
const MEMORIA = "/dev/shm";
const LO_QUE_OCUPA = 4 * 1024 ** 3;

/** Where files go that die with the tests: memory where there is plenty, whose folders are made ten times faster than a disk's. */
function lugarPasajero(): string {
  try {
    const { bavail, bsize } = statfsSync(MEMORIA);
    return bavail * bsize > LO_QUE_OCUPA ? MEMORIA : tmpdir();
  } catch {
    return tmpdir();
  }
}

/**
 * A real PostgreSQL for tests and measurements, that dies with this process. What it acknowledges survives the death of
 * any process, as tests ask of it, but not a power cut: it does not wait for the disk.
 * @param opciones.enDisco it keeps its data on the disk and waits for it, as the real ones: for measuring what is written
 * @returns the server, its folder (for what goes with it) and how to end both
 */
export async function iniciarServidorEfimero(
  prefijo: string,
  { enDisco = false } = {},
): Promise<{ servidor: Servidor; carpeta: string; terminar: () => Promise<void> }> {
  const carpeta = mkdtempSync(join(enDisco ? tmpdir() : lugarPasajero(), prefijo));
  // The server's own user has to reach its data when we are root.
  chmodSync(carpeta, 0o711);
  const servidor = await iniciarServidor({
    carpeta,
    efimero: true,
    ajustes: enDisco ? [] : SIN_ESPERAR_AL_DISCO,
  });
  return {
    servidor,
    carpeta,
    terminar: async () => {
      await servidor.detener();
      rmSync(carpeta, { recursive: true, force: true });
    },
  };
}
