import { type Baja, leerFichaDeBaja } from "@/lib/correo/baja";
import { leerPreferencias, silenciarTipos } from "@/lib/datos/repositorio/preferencia";
import { conActor } from "@/lib/datos/transaccion";
import { filaDeAviso, TIPOS } from "@/lib/flujo/aviso";
import { exito, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";

/** What a link to unsubscribe stops, in words, and whether it was stopped already. */
export type BajaLeida = { readonly que: string; readonly hecha: boolean };

const tiposDe = ({ que }: Baja): readonly string[] =>
  que === "resumen" ? TIPOS.filter((tipo) => !filaDeAviso(tipo).esencial) : [que];

const actorDe = ({ usuarioId }: Baja) => ({ usuarioId, sesionId: null, alcance: [] });

// The signed link says who the person is and what to stop; what is essential cannot be, whatever the link says.
function leer(ficha: string): Baja | null {
  const baja = leerFichaDeBaja(ficha);
  if (!baja) return null;
  return baja.que === "resumen" || !filaDeAviso(baja.que).esencial ? baja : null;
}

/** What a link to unsubscribe would do; `no_encontrado` when nobody here signed it. */
export async function leerBaja(ficha: string): Promise<Resultado<BajaLeida>> {
  const baja = leer(ficha);
  if (!baja) return NO_ENCONTRADO;
  const preferencia = await conActor(
    actorDe(baja),
    "avisos.leerBaja",
    async (tx) => (await leerPreferencias(tx, [baja.usuarioId])).get(baja.usuarioId),
    { soloLectura: true },
  );
  if (!preferencia) return NO_ENCONTRADO;
  const que =
    baja.que === "resumen" ? "el resumen diario y todo lo que no es esencial" : filaDeAviso(baja.que).nombre;
  return exito({ que, hecha: tiposDe(baja).every((tipo) => preferencia.silenciados.includes(tipo)) });
}

/** Stops by mail what a link says. Doing it again changes nothing. */
export async function darDeBaja(ficha: string): Promise<Resultado<null>> {
  const baja = leer(ficha);
  if (!baja) return NO_ENCONTRADO;
  return conActor(actorDe(baja), "avisos.darDeBaja", async (tx) =>
    (await silenciarTipos(tx, baja.usuarioId, tiposDe(baja))) ? exito(null) : NO_ENCONTRADO,
  );
}
