import type { Readable } from "node:stream";
import type { Archivo, Expediente } from "@/lib/expediente/formato";
import type { FirmaDeActa } from "../acta";
import type { ArchivoDelPaquete, PiezaDelPaquete } from "../paquete";
import { type Encargo, generar } from ".";

export interface OpcionesPiezas {
  borrador: boolean;
  codigo: string;
  urlVerificacion?: string;
  /** Instant of issue (ISO 8601 with zone). */
  emitidoEn: string;
  firmasPlan?: readonly FirmaDeActa[];
  firmasInforme?: readonly FirmaDeActa[];
}

/**
 * The documents of a package, each drawn in the worker pool when its turn comes: both forms as workbook, PDF/UA-1
 * and PDF/A-2a, the minute of changes, and the acts that there are.
 */
export function piezasDelPaquete(expediente: Expediente, opciones: OpcionesPiezas): PiezaDelPaquete[] {
  const { firmasPlan, firmasInforme, ...comunes } = opciones;
  const pieza = (nombre: string, encargo: Encargo): PiezaDelPaquete => ({
    nombre,
    dibujar: () => generar(encargo),
  });
  const piezas = (["E3O1RT1", "E3O1RT2"] as const).flatMap((requisito) => {
    const base = requisito.toLowerCase();
    const de = { requisito, expediente, opciones: comunes };
    return [
      pieza(`${base}.xlsx`, { pieza: "formularioXlsx", ...de }),
      pieza(`${base}.pdf`, { pieza: "formularioPdf", ...de }),
      pieza(`${base}-archivo.pdf`, {
        pieza: "formularioPdf",
        ...de,
        opciones: { ...comunes, norma: "a-2a" },
      }),
    ];
  });
  piezas.push(pieza("minuta-de-cambios.pdf", { pieza: "minutaPdf", expediente, opciones: comunes }));
  if (expediente.aprobacionPlan) {
    const firmada = { ...comunes, firmas: firmasPlan };
    piezas.push(pieza("acta-plan.pdf", { pieza: "actaPdf", clase: "plan", expediente, opciones: firmada }));
  }
  if (expediente.aprobacionInforme) {
    const firmada = { ...comunes, firmas: firmasInforme };
    piezas.push(
      pieza("acta-informe.pdf", { pieza: "actaPdf", clase: "informe", expediente, opciones: firmada }),
    );
  }
  return piezas;
}

/**
 * Every file that the dissemination of an expediente declares, with its folder in the package. `abrir` finds the
 * content by digest; a file without name or digest is a fault of the rules and has nothing to open.
 */
export function archivosDelPaquete(
  expediente: Expediente,
  abrir: (sha256: string) => Promise<Readable | Uint8Array>,
): ArchivoDelPaquete[] {
  const { instancias, destinatarios, cosoc } = expediente.difusion ?? {};
  const declarados: [string, Archivo | null | undefined][] = [
    ...(instancias ?? []).flatMap((x, i) => [
      ...(x.copiaMedio ?? []).map((a): [string, Archivo] => [`difusion/instancia-${i + 1}/medio`, a]),
      ...(x.material ?? []).map((a): [string, Archivo] => [`difusion/instancia-${i + 1}/material`, a]),
    ]),
    ["difusion/destinatarios", destinatarios?.archivo],
    ["difusion/cosoc", cosoc?.actoAdministrativo?.archivo],
    ["difusion/cosoc", cosoc?.dictamen?.archivo],
  ];
  return declarados.flatMap(([carpeta, archivo]) => {
    const { nombre, sha256 } = archivo ?? {};
    return nombre && sha256 ? [{ carpeta, nombre, sha256, abrir: () => abrir(sha256) }] : [];
  });
}
