import type { Readable } from "node:stream";
import { codigoDeHuella } from "@/lib/documentos/codigo";
import { type Encargo, generar } from "@/lib/documentos/taller";
import { huella } from "@/lib/expediente/huella";
import { exito, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import { entregarCertificado } from "../certificado/entregar";
import type { ContextoInstitucion } from "../contexto";
import { direccion } from "../enlace";
import { archivosEnviados } from "../envio/contenido";
import { empaquetar, piezasDibujadas } from "./empaquetar";
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
  "certificado.pdf": { tipo: "application/pdf", titulo: "Certificado de la decisión" },
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
 * says BORRADOR. Same source, same bytes. The receipt exists only of what was sent. Fails: `archivo_no_disponible`, when
 * the package names a file that the store lost.
 */
export async function entregarDocumento(
  ctx: ContextoInstitucion,
  { nombre, version }: Pedido,
): Promise<Resultado<Documento>> {
  // It is of the decision, whatever the version: it has its own source.
  if (nombre === "certificado.pdf") return entregarCertificado(ctx);
  const leida = await leerFuente(ctx, version);
  if (!leida.ok) return leida;
  const fuente = leida.valor;
  const dibujado = await dibujar(nombre, fuente, ctx.ahora);
  if (!dibujado.ok) return dibujado;
  const cuerpo = dibujado.valor;
  const { codigo } = ctx.institucion;
  const sufijo = fuente.envio ? `versión ${fuente.envio.version}` : "borrador";
  const [base, extension] = nombre.split(".");
  const que = base?.startsWith("e3o1") ? base.toUpperCase() : base;
  return exito({ cuerpo, tipo: DOCUMENTOS[nombre].tipo, nombre: `${codigo} ${que} ${sufijo}.${extension}` });
}

async function dibujar(
  nombre: Exclude<NombreDocumento, "certificado.pdf">,
  fuente: Fuente,
  ahora: Date,
): Promise<Resultado<Uint8Array | Readable>> {
  const { expediente, envio } = fuente;
  const opciones = opcionesDe(envio);
  const hacer = async (encargo: Encargo) => exito(await generar(encargo));
  switch (nombre) {
    case "expediente.json":
      return exito(Buffer.from(`${JSON.stringify(expediente, null, 2)}\n`));
    case "comprobante.pdf":
      return envio ? hacer(await comprobante(fuente, envio)) : NO_ENCONTRADO;
    case "paquete.zip":
      return empaquetar(fuente, {
        ...opciones,
        codigo: envio?.codigo ?? codigoDeHuella(huella(expediente)),
        emitidoEn: (envio?.enviadoEn ?? ahora).toISOString(),
      });
    case "e3o1rt1.pdf":
      return hacer({ pieza: "formularioPdf", requisito: "E3O1RT1", expediente, opciones });
    case "e3o1rt1.xlsx":
      return hacer({ pieza: "formularioXlsx", requisito: "E3O1RT1", expediente, opciones });
    case "e3o1rt2.pdf":
      return hacer({ pieza: "formularioPdf", requisito: "E3O1RT2", expediente, opciones });
    case "e3o1rt2.xlsx":
      return hacer({ pieza: "formularioXlsx", requisito: "E3O1RT2", expediente, opciones });
  }
}

function opcionesDeEnvio({ codigo, enviadoEn }: EnvioDeFuente) {
  return {
    borrador: false,
    codigo,
    urlVerificacion: direccion(`/verificar/${codigo}`),
    emitidoEn: enviadoEn.toISOString(),
  };
}

const opcionesDe = (envio: EnvioDeFuente | null) => (envio ? opcionesDeEnvio(envio) : { borrador: true });

async function comprobante(fuente: Fuente, envio: EnvioDeFuente): Promise<Encargo> {
  const { expediente } = fuente;
  const { codigo, version, enviadoEn, enviadoPor } = envio;
  return {
    pieza: "comprobantePdf",
    expediente,
    envio: {
      codigo,
      version,
      enviadoEn: enviadoEn.toISOString(),
      enviadoPor: { nombre: enviadoPor },
      documentos: await piezasDibujadas(fuente, opcionesDeEnvio(envio)),
      piezas: archivosEnviados(expediente).flatMap(({ nombre, tamano, sha256 }) =>
        sha256 ? [{ nombre, sha256, ...(tamano !== null && { tamano }) }] : [],
      ),
      urlVerificacion: direccion(`/verificar/${codigo}`),
    },
  };
}
