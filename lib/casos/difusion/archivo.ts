import {
  atarArchivo,
  type DocumentoCosoc,
  desatarArchivo,
  gemeloAtado,
  hayInstancia,
  ponerDocumentoCosoc,
  posicionDeInstancia,
  type UsoArchivo,
} from "@/lib/datos/repositorio/difusion";
import { exito, fallar, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import type { ContextoInstitucion } from "../contexto";
import { conDifusion, type Exige, esArchivoPropio } from "./comun";
import { archivosAbiertos, documentoAbierto } from "./reabierto";

export type DeInstancia = {
  readonly instancia: string;
  readonly archivo: string;
  readonly uso: UsoArchivo;
};

const deLaInstancia =
  ({ instancia, uso }: DeInstancia): Exige =>
  async (devuelta, tx, difusion) =>
    archivosAbiertos(devuelta, await posicionDeInstancia(tx, difusion, instancia), uso);

/**
 * Ties an uploaded file to an instance, as copy of the means (DIF-02) or of the material (DIF-03). Idempotent; the same
 * content under another name is refused, since it would be an annex twice («archivo_repetido»).
 */
export function adjuntar(ctx: ContextoInstitucion, entrada: DeInstancia): Promise<Resultado<null>> {
  const { instancia, archivo, uso } = entrada;
  return conDifusion(ctx, "difusion.adjuntar", deLaInstancia(entrada), async (tx, difusion) => {
    if (!(await hayInstancia(tx, difusion, instancia)) || !(await esArchivoPropio(tx, difusion, archivo)))
      return NO_ENCONTRADO;
    const atadura = { instanciaId: instancia, archivoId: archivo, uso };
    const gemelo = await gemeloAtado(tx, difusion, atadura);
    if (gemelo !== null)
      return fallar(
        "archivo_repetido",
        `Este archivo ya está adjunto aquí como «${gemelo}»: su contenido es el mismo.`,
      );
    await atarArchivo(tx, difusion, atadura);
    return exito(null);
  });
}

/** Takes a file out of an instance; the file itself stays, so `adjuntar` undoes it. Idempotent. */
export function desadjuntar(ctx: ContextoInstitucion, entrada: DeInstancia): Promise<Resultado<null>> {
  const { instancia, archivo, uso } = entrada;
  return conDifusion(ctx, "difusion.desadjuntar", deLaInstancia(entrada), async (tx, difusion) => {
    if (!(await hayInstancia(tx, difusion, instancia))) return NO_ENCONTRADO;
    await desatarArchivo(tx, difusion, { instanciaId: instancia, archivoId: archivo, uso });
    return exito(null);
  });
}

export type DelCosoc = { readonly documento: DocumentoCosoc; readonly archivo: string | null };

/** Puts the file of the COSOC's act (DIF-10) or of the Comptroller's ruling (DIF-11); null takes it away. */
export function ponerDelCosoc(
  ctx: ContextoInstitucion,
  { documento, archivo }: DelCosoc,
): Promise<Resultado<null>> {
  const exige: Exige = (devuelta) => documentoAbierto(devuelta, documento);
  return conDifusion(ctx, "difusion.cosoc", exige, async (tx, difusion) => {
    if (archivo !== null && !(await esArchivoPropio(tx, difusion, archivo))) return NO_ENCONTRADO;
    await ponerDocumentoCosoc(tx, difusion, documento, archivo);
    return exito(null);
  });
}
