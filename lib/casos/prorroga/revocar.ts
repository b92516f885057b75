import { revocarProrroga } from "@/lib/datos/repositorio/prorroga";
import { conActor } from "@/lib/datos/transaccion";
import { puede } from "@/lib/flujo/permiso";
import { exito, fallar, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import type { Contexto } from "../contexto";

type Revocar = { readonly prorroga: string; readonly motivo: string };

/** Ends an extension in force, saying why. What was registered while it was in force stays, and is judged without it. */
export async function revocar({ actor, ahora }: Contexto, entrada: Revocar): Promise<Resultado<null>> {
  if (!puede(actor, "prorroga.revocar")) return NO_ENCONTRADO;
  const motivo = entrada.motivo.trim();
  if (motivo === "")
    return fallar("entrada_invalida", "Revise los datos marcados y vuelva a intentarlo.", {
      motivo: "Escriba por qué se revoca.",
    });
  return conActor(actor, "prorroga.revocar", async (tx) =>
    (await revocarProrroga(tx, entrada.prorroga, { por: actor.usuarioId, en: ahora, motivo }))
      ? exito(null)
      : NO_ENCONTRADO,
  );
}
