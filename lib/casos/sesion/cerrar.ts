import { cerrarSesiones, listarSesiones, type SesionListada } from "@/lib/datos/repositorio/sesion";
import { conActor } from "@/lib/datos/transaccion";
import type { Actor } from "@/lib/flujo/actor";
import { exito, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import { configuracionSesion } from "@/lib/sesion/configuracion";
import { ahoraReal } from "@/lib/sesion/reloj";

/** Who closes: a person in a session. Sessions live by the true clock, whatever the demonstration's says. */
type Quien = Actor & { readonly usuarioId: string; readonly sesionId: string };

/** Signs out: closes the session in course. */
export async function salir(quien: Quien): Promise<void> {
  const { usuarioId, sesionId } = quien;
  await conActor(quien, "sesion.salir", (tx) =>
    cerrarSesiones(tx, { usuarioId, id: sesionId }, ahoraReal(), usuarioId),
  );
}

/** The person's open sessions, the one in course among them. */
export async function misSesiones(quien: Quien): Promise<Resultado<readonly SesionListada[]>> {
  const ahora = ahoraReal();
  const vistaDesde = new Date(ahora.getTime() - configuracionSesion().inactivaMinutos * 60_000);
  return exito(
    await conActor(quien, "sesion.listar", (tx) => listarSesiones(tx, quien.usuarioId, ahora, vistaDesde)),
  );
}

/** Closes one of the person's own sessions. Somebody else's is `no_encontrado`. */
export function cerrarMia(quien: Quien, { sesion }: { sesion: string }): Promise<Resultado<null>> {
  return conActor(quien, "sesion.cerrar", async (tx) => {
    const cuantas = await cerrarSesiones(
      tx,
      { usuarioId: quien.usuarioId, id: sesion },
      ahoraReal(),
      quien.usuarioId,
    );
    return cuantas === 1 ? exito(null) : NO_ENCONTRADO;
  });
}

/** Closes every session of the person but the one in course. Returns how many. */
export function cerrarOtras(quien: Quien): Promise<Resultado<{ cerradas: number }>> {
  return conActor(quien, "sesion.cerrarOtras", async (tx) =>
    exito({
      cerradas: await cerrarSesiones(
        tx,
        { usuarioId: quien.usuarioId, salvo: quien.sesionId },
        ahoraReal(),
        quien.usuarioId,
      ),
    }),
  );
}
