import type { Readable } from "node:stream";
import { almacenArchivos } from "@/lib/archivos/configuracion";
import { codigoDeHuella } from "@/lib/documentos/codigo";
import { paquete } from "@/lib/documentos/paquete";
import { type Encargo, generar } from "@/lib/documentos/taller";
import { archivosDelPaquete, piezasDelPaquete } from "@/lib/documentos/taller/piezas";
import { aplicarAjustes } from "@/lib/expediente/aplicar";
import { huella, huellasDe } from "@/lib/expediente/huella";
import { exito, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import type { ContextoInstitucion } from "../contexto";
import { direccion } from "../enlace";
import { archivosEnviados } from "../envio/contenido";
import { type EnvioDeFuente, type Fuente, leerFuente } from "./fuente";

/** Every document of an institution's year, by the name it is asked with. */
export const DOCUMENTOS = {
  "e3o1rt1.pdf": { tipo: "application/pdf", titulo: "Formulario E3O1RT1" },
  "e3o1rt1.xlsx": {
    tipo: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    titulo: "Formulario E3O1RT1",
  },
  "e3o1rt2.pdf": { tipo: "application/pdf", titulo: "Formulario E3O1RT2" },
  "e3o1rt2.xlsx": {
    tipo: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    titulo: "Formulario E3O1RT2",
  },
  "comprobante.pdf": { tipo: "application/pdf", titulo: "Comprobante de envío" },
  "expediente.json": { tipo: "application/json", titulo: "Expediente" },
  "paquete.zip": { tipo: "application/zip", titulo: "Paquete" },
} as const;

export type NombreDocumento = keyof typeof DOCUMENTOS;

export type Documento = {
  readonly cuerpo: Uint8Array | Readable;
  readonly tipo: string;
  /** With the institution and the version, as it is saved. */
  readonly nombre: string;
};

type Pedido = { readonly nombre: NombreDocumento; readonly version?: number | undefined };

/**
 * A document of the institution, drawn from what was sent in `version` or from what there is now: then every page
 * says BORRADOR. Same source, same bytes. The receipt exists only of what was sent.
 */
export async function entregarDocumento(
  ctx: ContextoInstitucion,
  { nombre, version }: Pedido,
): Promise<Resultado<Documento>> {
  const leida = await leerFuente(ctx, version);
  if (!leida.ok) return leida;
  const fuente = leida.valor;
  const cuerpo = await dibujar(nombre, fuente, ctx.ahora);
  if (!cuerpo) return NO_ENCONTRADO;
  const { codigo } = ctx.institucion;
  const sufijo = fuente.envio ? `versión ${fuente.envio.version}` : "borrador";
  const [base, extension] = nombre.split(".");
  const que = base?.startsWith("e3o1") ? base.toUpperCase() : base;
  return exito({ cuerpo, tipo: DOCUMENTOS[nombre].tipo, nombre: `${codigo} ${que} ${sufijo}.${extension}` });
}

async function dibujar(
  nombre: NombreDocumento,
  fuente: Fuente,
  ahora: Date,
): Promise<Uint8Array | Readable | null> {
  const { expediente, envio } = fuente;
  const opciones = opcionesDe(envio);
  switch (nombre) {
    case "expediente.json":
      return Buffer.from(`${JSON.stringify(expediente, null, 2)}\n`);
    case "comprobante.pdf":
      return envio && generar(comprobante(fuente, envio));
    case "paquete.zip":
      return empaquetar(fuente, ahora);
    case "e3o1rt1.pdf":
      return generar({ pieza: "formularioPdf", requisito: "E3O1RT1", expediente, opciones });
    case "e3o1rt1.xlsx":
      return generar({ pieza: "formularioXlsx", requisito: "E3O1RT1", expediente, opciones });
    case "e3o1rt2.pdf":
      return generar({ pieza: "formularioPdf", requisito: "E3O1RT2", expediente, opciones });
    case "e3o1rt2.xlsx":
      return generar({ pieza: "formularioXlsx", requisito: "E3O1RT2", expediente, opciones });
  }
}

function opcionesDe(envio: EnvioDeFuente | null) {
  if (!envio) return { borrador: true };
  const { codigo, enviadoEn } = envio;
  return {
    borrador: false,
    codigo,
    urlVerificacion: direccion(`/verificar/${codigo}`),
    emitidoEn: enviadoEn.toISOString(),
  };
}

function comprobante({ expediente }: Fuente, envio: EnvioDeFuente): Encargo {
  const { codigo, version, enviadoEn, enviadoPor } = envio;
  return {
    pieza: "comprobantePdf",
    expediente,
    envio: {
      codigo,
      version,
      enviadoEn: enviadoEn.toISOString(),
      enviadoPor: { nombre: enviadoPor },
      piezas: archivosEnviados(expediente).flatMap(({ nombre, tamano, sha256 }) =>
        sha256 ? [{ nombre, sha256, ...(tamano !== null && { tamano }) }] : [],
      ),
      urlVerificacion: direccion(`/verificar/${codigo}`),
    },
  };
}

/** The whole package, flowing: nothing waits in memory but one document. */
function empaquetar({ expediente, envio, actas }: Fuente, ahora: Date): Readable {
  const codigo = envio?.codigo ?? codigoDeHuella(huella(expediente));
  const emitidoEn = (envio?.enviadoEn ?? ahora).toISOString();
  const papeles = [actas.plan.papel, actas.informe.papel].filter((papel) => papel !== null);
  return paquete({
    expediente,
    codigo,
    emitidoEn,
    huellas: huellasDe(aplicarAjustes(expediente), expediente.informe),
    piezas: piezasDelPaquete(expediente, {
      ...opcionesDe(envio),
      codigo,
      emitidoEn,
      firmasPlan: actas.plan.firmas,
      firmasInforme: actas.informe.firmas,
    }),
    archivos: [
      ...archivosDelPaquete(expediente, abrirGuardado),
      ...papeles.map((papel) => ({
        carpeta: "actas",
        ...papel,
        abrir: () => abrirGuardado(papel.sha256),
      })),
    ],
  });
}

async function abrirGuardado(sha256: string): Promise<Readable> {
  const abierto = await almacenArchivos().abrir(sha256);
  // A file that the expediente names is always in the store: the package breaks rather than go without it.
  if (!abierto.ok) throw new Error(`El archivo ${sha256} no está en el almacén: ${abierto.falla.codigo}.`);
  return abierto.valor.flujo;
}
