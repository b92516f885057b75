import { buscarProrroga, revocarProrroga } from "@/lib/datos/repositorio/prorroga";
import { conActor } from "@/lib/datos/transaccion";
import { puede } from "@/lib/flujo/permiso";
import { exito, fallar, NO_ENCONTRADO, REVISE, type Resultado } from "@/lib/flujo/resultado";
import { avisar } from "../aviso";
import { personasDe } from "../comite/situacion";
import type { Contexto } from "../contexto";
import { QUE } from "./otorgar";

type Revocar = { readonly prorroga: string; readonly motivo: string };

/** Ends an extension in force, saying why. What was registered while it was in force stays, and is judged without it. */
export async function revocar({ actor, ahora }: Contexto, entrada: Revocar): Promise<Resultado<null>> {
  if (!puede(actor, "prorroga.revocar")) return NO_ENCONTRADO;
  const motivo = entrada.motivo.trim();
  if (motivo === "")
    return fallar("entrada_invalida", REVISE, {
      motivo: "Escriba por qué se revoca.",
    });
  return conActor(actor, "prorroga.revocar", async (tx) => {
    const prorroga = await buscarProrroga(tx, entrada.prorroga);
    const revocada =
      prorroga && (await revocarProrroga(tx, prorroga.id, { por: actor.usuarioId, en: ahora, motivo }));
    if (!revocada) return NO_ENCONTRADO;
    const { id, alcance, institucion } = prorroga;
    const { contrapartes } = await personasDe(tx, institucion.id);
    await avisar(tx, { actor, ahora, institucion }, contrapartes, {
      clave: `prorroga.revocar ${id}`,
      tipo: "prorroga",
      asunto: "La prórroga de su institución fue revocada",
      texto: `La Red de Expertos revocó la prórroga de ${institucion.nombre} para ${QUE[alcance]}: rige el plazo general. Motivo: ${motivo}`,
      enlace: `/institucion/${institucion.codigo}${alcance === "ajuste" ? "/plan" : ""}`,
    });
    return exito(null);
  });
}
