import { borrarAjustes } from "@/lib/datos/repositorio/ajuste";
import { reservarInstitucion } from "@/lib/datos/repositorio/cerrojo";
import { crearPlan, reemplazarPlan } from "@/lib/datos/repositorio/plan";
import {
  agregarTramites,
  asegurarInstitucion,
  type InstitucionDestino,
  institucionDeCodigo,
  tramitesNuevos,
} from "@/lib/datos/repositorio/precarga";
import { conActor, type Transaccion } from "@/lib/datos/transaccion";
import { huellaPlan } from "@/lib/expediente/huella";
import { puede } from "@/lib/flujo/permiso";
import { exito, fallar, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import type { ConfirmacionPrecarga, ResultadoPrecarga } from "@/lib/flujo/vistaPrecarga";
import { avisar } from "../aviso";
import { dejarSinEfecto } from "../comite/modificar";
import { personasDe } from "../comite/situacion";
import type { Contexto } from "../contexto";
import { contarPlan, tramitesDe } from "./admitir";
import { type Cotejo, cotejar } from "./cotejar";
import { type ArchivoPlan, leerPlan, type PlanEnArchivo } from "./leer";
import { buscarDestino, type Precargador, precargadorDe } from "./revisar";

/**
 * Loads the plan of a file: all of it or nothing. The same file twice changes nothing. Over a plan on which the
 * institution has worked it asks for the institution's code and a reason; what it voids is told to whom it concerns.
 * @returns `con_faltas`, `impedida`, `falta_confirmar`, or `conflicto_cambio` when what the person saw is not what is there.
 */
export async function cargarArchivo(
  ctx: Contexto,
  { confirmacion, ...archivo }: ArchivoPlan & { readonly confirmacion: ConfirmacionPrecarga },
): Promise<Resultado<ResultadoPrecarga>> {
  if (!puede(ctx.actor, "plan.precargar")) return NO_ENCONTRADO;
  const leido = await leerPlan(archivo);
  return leido.ok ? cargarPlan(precargadorDe(ctx), archivo.nombre, leido.valor, confirmacion) : leido;
}

/** The same, of what a file already read says. */
export function cargarPlan(
  quien: Precargador,
  nombre: string,
  leido: PlanEnArchivo,
  confirmacion: ConfirmacionPrecarga,
): Promise<Resultado<ResultadoPrecarga>> {
  return conActor(
    quien.actor,
    "plan.precargar",
    async (tx) => {
      const destino = await buscarDestino(tx, quien, leido);
      if (!destino.ok) return destino;
      const { ejercicio, faltas, codigo } = destino.valor;
      const errores = faltas.filter(({ nivel }) => nivel === "error").length;
      if (!leido.plan || errores > 0)
        return fallar(
          "con_faltas",
          `El archivo tiene ${errores === 1 ? "una falta" : `${errores} faltas`} por corregir. No se cargó nada.`,
        );
      const institucion =
        destino.valor.institucion ?? (await crearDestino(tx, codigo, leido.plan.institucion));
      if (!institucion) return NO_ENCONTRADO;
      // From here on nobody else loads, saves, sends or signs in this institution: what is compared is what changes.
      await reservarInstitucion(tx, institucion.id);
      const cotejo = await cotejar(tx, quien, institucion, ejercicio, leido.plan);
      const hecho = (que: ResultadoPrecarga["hecho"]) =>
        exito({
          hecho: que,
          institucion: { codigo: institucion.codigo, nombre: institucion.nombre },
          cuenta: contarPlan(cotejo.nuevo),
          institucionCreada: destino.valor.institucion === null,
        });
      if (cotejo.situacion === "igual") return hecho("sin_cambios");
      const rechazo = rechazar(cotejo, institucion, confirmacion);
      if (rechazo) return rechazo;
      const motivo = confirmacion.motivo?.trim() ?? "";
      await escribir(tx, { quien, nombre, institucion, ejercicio, cotejo, motivo });
      return hecho(cotejo.actual ? "reemplazado" : "creado");
    },
    { duracionMs: 60_000 },
  );
}

async function crearDestino(
  tx: Transaccion,
  codigo: string,
  { nombre, ministerio }: { nombre?: string | null | undefined; ministerio?: string | null | undefined },
): Promise<InstitucionDestino | null> {
  await asegurarInstitucion(tx, {
    codigo,
    nombre: nombre?.trim() ?? codigo,
    ministerio: ministerio?.trim() ?? "",
  });
  return institucionDeCodigo(tx, codigo);
}

function rechazar(cotejo: Cotejo, institucion: InstitucionDestino, confirmacion: ConfirmacionPrecarga) {
  if (cotejo.impedimento) return fallar("impedida", cotejo.impedimento);
  if (confirmacion.visto !== undefined && confirmacion.visto !== cotejo.visto)
    return fallar(
      "conflicto_cambio",
      `Lo cargado en ${institucion.nombre} cambió después de que usted lo revisó. Revise el archivo otra vez; no se cargó nada.`,
    );
  if (cotejo.situacion !== "confirmar") return null;
  const campos: Record<string, string> = {};
  if (confirmacion.codigo?.trim().toUpperCase() !== institucion.codigo)
    campos.codigo = `Escriba ${institucion.codigo}, el código de la institución, para confirmar.`;
  if (!confirmacion.motivo?.trim()) campos.motivo = "Escriba el motivo: lo verán la institución y su Comité.";
  // A confirmation of something that was never shown confirms nothing.
  if (Object.keys(campos).length === 0 && confirmacion.visto !== undefined) return null;
  return fallar(
    "falta_confirmar",
    `${institucion.nombre} ya trabajó sobre su plan. Para reemplazarlo hay que ver lo que se pierde y confirmarlo con un motivo, en la pantalla de precarga.`,
    campos,
  );
}

type Escritura = {
  quien: Precargador;
  nombre: string;
  institucion: InstitucionDestino;
  ejercicio: { id: string; anio: number };
  cotejo: Cotejo;
  motivo: string;
};

async function escribir(
  tx: Transaccion,
  { quien, nombre, institucion, ejercicio, cotejo, motivo }: Escritura,
): Promise<void> {
  const { nuevo, actual, materias } = cotejo;
  const fila = {
    institucionId: institucion.id,
    ejercicioId: ejercicio.id,
    plan: nuevo,
    huella: huellaPlan(nuevo),
    // The trail copies this row: the reason is kept there beside what it changed.
    origen: motivo === "" ? nombre : `${nombre}. Motivo del reemplazo: ${motivo}`,
    cargadoPorId: quien.actor.usuarioId,
    cargadoEn: quien.ahora,
  };
  const ctx = { actor: quien.actor, ahora: quien.ahora, institucion };
  if (actual) {
    const que = `${quien.nombre} cargó otro plan de ${institucion.nombre}`;
    for (const materia of ["informe", "plan"] as const) {
      const situacion = materias?.[materia];
      if (situacion?.acta || situacion?.estado === "en_firma")
        await dejarSinEfecto(tx, ctx, materia, situacion, { que, porque: motivo });
    }
    await borrarAjustes(tx, cotejo.ajustesPerdidos);
    await reemplazarPlan(tx, actual.id, fila);
  } else await crearPlan(tx, fila);
  const nombres = await tramitesNuevos(tx, institucion.id, tramitesDe(nuevo));
  if (nombres.length > 0) await agregarTramites(tx, institucion.id, nombres);
  const { contrapartes } = await personasDe(tx, institucion.id);
  await avisar(tx, ctx, contrapartes, {
    clave: `plan.precargar ${institucion.id} ${ejercicio.id} ${quien.ahora.getTime()}`,
    tipo: "plan_cargado",
    asunto: actual ? "Se cargó otra vez su plan" : "Su plan está cargado",
    texto: actual
      ? `La Red de Expertos reemplazó el plan ${ejercicio.anio} cargado de ${institucion.nombre}.${motivo ? ` Motivo: ${motivo}` : ""} Revise sus ajustes.`
      : `La Red de Expertos cargó el Plan de Mejoramiento de ${institucion.nombre}. Ya puede decidir qué mantiene y qué ajusta.`,
    enlace: `/institucion/${institucion.codigo}/plan`,
  });
}
