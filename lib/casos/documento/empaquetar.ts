import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import { almacenArchivos } from "@/lib/archivos/configuracion";
import type { Envio } from "@/lib/documentos/comprobante";
import { type ArchivoDelPaquete, paquete } from "@/lib/documentos/paquete";
import { archivosDelPaquete, type OpcionesPiezas, piezasDelPaquete } from "@/lib/documentos/taller/piezas";
import { aplicarAjustes } from "@/lib/expediente/aplicar";
import { huellasDe } from "@/lib/expediente/huella";
import { exito, fallar, type Resultado } from "@/lib/flujo/resultado";
import type { Fuente } from "./fuente";

async function abrirGuardado(sha256: string): Promise<Readable> {
  const abierto = await almacenArchivos().abrir(sha256);
  // It was there when the package began: the package breaks rather than go without it.
  if (!abierto.ok) throw new Error(`El archivo ${sha256} no está en el almacén: ${abierto.falla.codigo}.`);
  return abierto.valor.flujo;
}

function archivosDe({ expediente, actas }: Fuente): ArchivoDelPaquete[] {
  const papeles = [actas.plan.papel, actas.informe.papel].filter((papel) => papel !== null);
  return [
    ...archivosDelPaquete(expediente, abrirGuardado),
    ...papeles.map((papel) => ({ carpeta: "actas", ...papel, abrir: () => abrirGuardado(papel.sha256) })),
  ];
}

/** Files looked for at once: a store may be far away. */
const A_LA_VEZ = 16;

async function faltantes(archivos: readonly ArchivoDelPaquete[]): Promise<ArchivoDelPaquete[]> {
  const almacen = almacenArchivos();
  const ausentes: ArchivoDelPaquete[] = [];
  for (let i = 0; i < archivos.length; i += A_LA_VEZ) {
    const tanda = archivos.slice(i, i + A_LA_VEZ);
    const estan = await Promise.all(tanda.map(({ sha256 }) => almacen.existe(sha256)));
    ausentes.push(...tanda.filter((_, j) => !estan[j]));
  }
  return ausentes;
}

/**
 * The whole package, flowing: nothing waits in memory but one document. Every file is looked for before the first
 * byte leaves. Fails: `archivo_no_disponible`, naming the files that the store does not have.
 */
export async function empaquetar(fuente: Fuente, opciones: OpcionesPiezas): Promise<Resultado<Readable>> {
  const { expediente, actas } = fuente;
  const archivos = archivosDe(fuente);
  const ausentes = await faltantes(archivos);
  if (ausentes.length > 0) {
    const cuales = ausentes.map(({ nombre }) => `«${nombre}»`).join(", ");
    return fallar(
      "archivo_no_disponible",
      `El paquete no se puede armar entero: el almacén no tiene ${cuales}. Lo demás está a salvo y los formularios se pueden descargar por separado. Avise a la mesa de ayuda para restaurar el archivo desde el respaldo.`,
    );
  }
  return exito(
    paquete({
      expediente,
      codigo: opciones.codigo,
      emitidoEn: opciones.emitidoEn,
      huellas: huellasDe(aplicarAjustes(expediente), expediente.informe),
      piezas: piezasDelPaquete(expediente, {
        ...opciones,
        firmasPlan: actas.plan.firmas,
        firmasInforme: actas.informe.firmas,
      }),
      archivos,
    }),
  );
}

export type PiezaEnviada = NonNullable<Envio["piezas"]>[number];

// Same source, same bytes: the digests of what a submission draws are worked out once.
const dibujadas = new Map<string, Promise<PiezaEnviada[]>>();
const RECORDADAS = 100;

/** Name, size and SHA-256 of every document drawn from a submission: forms in their three shapes, minute and acts. */
export function piezasDibujadas(fuente: Fuente, opciones: OpcionesPiezas): Promise<PiezaEnviada[]> {
  const { expediente, actas } = fuente;
  const conocidas = dibujadas.get(opciones.codigo);
  if (conocidas) return conocidas;
  const piezas = piezasDelPaquete(expediente, {
    ...opciones,
    firmasPlan: actas.plan.firmas,
    firmasInforme: actas.informe.firmas,
  });
  const medidas = Promise.all(
    piezas.map(async ({ nombre, dibujar }) => {
      const bytes = await dibujar();
      return { nombre, tamano: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
    }),
  );
  dibujadas.set(opciones.codigo, medidas);
  medidas.catch(() => dibujadas.delete(opciones.codigo));
  for (const vieja of dibujadas.keys()) {
    if (dibujadas.size <= RECORDADAS) break;
    dibujadas.delete(vieja);
  }
  return medidas;
}
