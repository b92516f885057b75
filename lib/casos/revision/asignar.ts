import { esRevisor } from "@/lib/datos/repositorio/cobertura";
import { ejercicioEnCurso } from "@/lib/datos/repositorio/ejercicio";
import { unaVez } from "@/lib/datos/repositorio/intento";
import { asignarInstituciones, soltarInstituciones } from "@/lib/datos/repositorio/revisionAsignacion";
import { buscarPorId } from "@/lib/datos/repositorio/usuario";
import { conActor, type Transaccion } from "@/lib/datos/transaccion";
import { cuantasInstituciones } from "@/lib/flujo/cuantas";
import { puede } from "@/lib/flujo/permiso";
import { exito, fallar, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import { avisar } from "../aviso";
import type { Contexto } from "../contexto";

export type Asignar = {
  /** Ids of the institutions. */
  readonly instituciones: readonly string[];
  /** Id of the person; "" leaves them in nobody's hands. */
  readonly revisor: string;
};

/**
 * Puts institutions in the hands of one of the pair of their group (or of who covers for one of them), all or none.
 * Reviewers do it inside their groups; the coordination anywhere. Fails: `entrada_invalida`.
 */
export function asignarRevision(
  ctx: Contexto,
  { instituciones, revisor }: Asignar,
): Promise<Resultado<{ readonly asignadas: number }>> {
  return conActor(ctx.actor, "revision.asignar", (tx) =>
    unaVez(tx, ctx, "revision.asignar", async () => {
      const ids = [...new Set(instituciones)];
      const ejercicio = await ejercicioEnCurso(tx, ctx.ahora);
      if (!ejercicio || !ids.every((id) => puede(ctx.actor, "revision.asignar", id))) return NO_ENCONTRADO;
      if (ids.length === 0) return fallar("entrada_invalida", "Marque al menos una institución de la lista.");
      if (revisor === "") {
        await soltarInstituciones(tx, ids, ejercicio.id);
        return exito({ asignadas: ids.length });
      }
      const hechas = await asignarInstituciones(tx, ids, {
        ejercicioId: ejercicio.id,
        usuarioId: revisor,
        asignadaPorId: ctx.actor.usuarioId,
        asignadaEn: ctx.ahora,
      });
      if (hechas.length < ids.length) return noEsDeElla(tx, revisor, ids.length - hechas.length);
      await avisarAsignacion(tx, ctx, revisor, hechas);
      return exito({ asignadas: hechas.length });
    }),
  );
}

/** Why some institutions cannot be given to a person. */
async function noEsDeElla(tx: Transaccion, revisor: string, cuantas: number) {
  if (!(await esRevisor(tx, revisor)))
    return fallar("entrada_invalida", "Esa persona no es revisora vigente de la Red: no se asignó ninguna.", {
      revisor: "Elija a otra persona de la dupla. Si falta, la coordinación la nombra en el grupo.",
    });
  return fallar(
    "entrada_invalida",
    `Esa persona no es de la dupla de ${cuantas === 1 ? "una de las instituciones marcadas" : `${cuantas} de las instituciones marcadas`}: no se asignó ninguna.`,
    { revisor: "Elija a alguien de la dupla de todas las instituciones marcadas." },
  );
}

async function avisarAsignacion(
  tx: Transaccion,
  ctx: Contexto,
  revisor: string,
  instituciones: readonly string[],
): Promise<void> {
  const persona = await buscarPorId(tx, revisor);
  const [id] = instituciones;
  if (!persona || id === undefined) return;
  const cuantas = instituciones.length;
  const que = cuantasInstituciones(cuantas);
  // Of one of them: a reviewer writes no notice of no institution.
  await avisar(tx, { ...ctx, institucion: { id } }, [{ ...persona, usuarioId: persona.id }], {
    clave: `revision.asignar ${revisor} ${ctx.ahora.getTime()}`,
    tipo: "revision_asignada",
    asunto: `Tiene ${que} más en sus manos`,
    texto: `${ctx.actor.nombre} puso en sus manos la revisión de ${que}.`,
    enlace: "/revision",
  });
}
