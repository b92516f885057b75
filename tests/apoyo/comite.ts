import type { ContextoInstitucion } from "@/lib/casos/contexto";
import { leerExpediente } from "@/lib/datos/repositorio/expediente";
import { listarIntegrantes } from "@/lib/datos/repositorio/membresia";
import { conActor, type Transaccion } from "@/lib/datos/transaccion";
import { planVigente } from "@/lib/expediente/aplicar";
import { elementosDe } from "@/lib/expediente/elementos";
import { type ActorPersona, SISTEMA } from "@/lib/flujo/actor";
import { COMPONENTES_RELACIONADOS } from "@/lib/guia/e3-2025/valores";
import type { BaseDePrueba } from "./base";
import { JUNIO } from "./junio";

// Mails carry addresses, and those come from the settings of identity.
process.env.SECRETO_SESION ??= "secreto-de-prueba-de-al-menos-32-letras";

export type Fila = { id: string };

/** The seeded institution of a code, and the year. */
export async function lugarDe(base: BaseDePrueba, codigo: string) {
  const [institucion] = await base.comoDueno<{ id: string; nombre: string }>(
    "SELECT id, nombre FROM institucion WHERE codigo = $1",
    [codigo],
  );
  const [ejercicio] = await base.comoDueno<Fila>("SELECT id FROM ejercicio WHERE anio = 2025");
  if (!institucion || !ejercicio) throw new Error(`Falta la semilla de ${codigo}.`);
  return { institucion: { ...institucion, codigo }, ejercicioId: ejercicio.id };
}

/**
 * What the door would hand to a use case: a seeded person with a session, in an institution, who has just proved
 * who they are.
 */
export async function contextoDe(
  base: BaseDePrueba,
  correo: string,
  codigo: string,
  ahora: Date = JUNIO,
): Promise<ContextoInstitucion> {
  const { institucion } = await lugarDe(base, codigo);
  const [fila] = await base.comoDueno<
    Pick<ActorPersona, "usuarioId" | "nombre" | "membresiaId" | "rol" | "institucionId" | "cargo" | "preside">
  >(
    `SELECT u.id AS "usuarioId", u.nombre, m.id AS "membresiaId", m.rol, m.institucion_id AS "institucionId", m.cargo, m.preside
     FROM usuario u JOIN membresia m ON m.usuario_id = u.id WHERE u.correo = $1 AND m.hasta IS NULL`,
    [correo],
  );
  if (!fila) throw new Error(`Falta ${correo} en la semilla.`);
  const [sesion] = await base.comoDueno<Fila>(
    `INSERT INTO sesion (usuario_id, membresia_id, metodo, creada_en, vista_en, autenticada_en, expira_en)
     VALUES ($1, $2, 'clave', $3, $3, $3, $3::timestamptz + interval '12 hours') RETURNING id`,
    [fila.usuarioId, fila.membresiaId, ahora],
  );
  const alcance = fila.institucionId === null ? [institucion.id] : [fila.institucionId];
  return {
    actor: { ...fila, sesionId: sesion?.id ?? "", alcance, autenticadaEn: ahora },
    ahora,
    institucion,
  };
}

/** Decides to keep every component of an institution's plan, except those that somebody already decided. */
export async function mantenerTodo(base: BaseDePrueba, codigo: string): Promise<void> {
  const { institucion, ejercicioId } = await lugarDe(base, codigo);
  await comoSistema(async (tx) => {
    const leido = await leerExpediente(tx, institucion.id, ejercicioId);
    if (!leido) throw new Error(`${codigo} no tiene plan.`);
    const decididos = new Set(
      leido.expediente.ajustes?.map(({ elemento, componente }) => `${elemento} ${componente}`),
    );
    await tx.ajuste.createMany({
      data: elementosDe(leido.expediente.planOriginal).flatMap(({ id, componentes }) =>
        componentes
          .filter((componente) => !decididos.has(`${id} ${componente}`))
          .map((componente) => ({
            institucionId: institucion.id,
            planId: leido.planId,
            elemento: id,
            componente,
            decision: "mantiene" as const,
          })),
      ),
    });
  });
}

/** Changes the text of an element, with its reasons. */
export async function modificarTexto(
  base: BaseDePrueba,
  codigo: string,
  cambio: { elemento: string; componente: string; contenido: unknown },
): Promise<void> {
  const { institucion, ejercicioId } = await lugarDe(base, codigo);
  await comoSistema(async (tx) => {
    const plan = await tx.plan.findFirstOrThrow({ where: { institucionId: institucion.id, ejercicioId } });
    const { elemento, componente, contenido } = cambio;
    await tx.ajuste.deleteMany({ where: { planId: plan.id, elemento, componente } });
    await tx.ajuste.create({
      data: {
        institucionId: institucion.id,
        planId: plan.id,
        elemento,
        componente,
        decision: "modifica",
        contenido: contenido as never,
        categorias: ["a", "c"],
        argumento:
          "Los antecedentes de la validación técnica externa de 2024 muestran que la redacción anterior no permitía verificar el resultado.",
        antecedentes: "Informe de validación técnica externa 2024.",
        registradoEn: new Date("2025-05-20T15:00:00Z"),
      },
    });
  });
}

/** Answers the whole report of an institution so that only its act is missing. */
export async function llenarInforme(base: BaseDePrueba, codigo: string): Promise<void> {
  const { institucion, ejercicioId } = await lugarDe(base, codigo);
  const institucionId = institucion.id;
  await comoSistema(async (tx) => {
    const leido = await leerExpediente(tx, institucionId, ejercicioId);
    const plan = leido && planVigente(leido.expediente);
    if (!plan) throw new Error(`${codigo} no tiene plan.`);
    const informe = await tx.informe.create({
      data: {
        institucionId,
        ejercicioId,
        avances: "Avances del año.",
        desafios: "Desafíos del año.",
        resultados: "Resultados del año.",
        leccionesAprendidas: "Lecciones del año.",
        sinDificultadesNiHolguras: "No se presentaron dificultades ni holguras.",
      },
    });
    const comun = { institucionId, informeId: informe.id };
    const actividades = plan.actividades ?? [];
    await tx.informeActividad.createMany({
      data: actividades.map(({ id }) => ({
        ...comun,
        actividad: id,
        ejecutadaSegunDescripcion: true,
        medioDescripcion: "Registro de atenciones.",
        medioFormatos: ["xlsx"],
      })),
    });
    await tx.informeTramite.createMany({
      data: actividades.flatMap(({ id, tramites }) =>
        (tramites ?? []).map((tramite) => ({ ...comun, actividad: id, tramite, vinculado: true })),
      ),
    });
    await tx.informeComponente.createMany({
      data: actividades.flatMap(({ id }) =>
        COMPONENTES_RELACIONADOS.map((componente) => ({
          ...comun,
          actividad: id,
          componente,
          modificado: false,
        })),
      ),
    });
    const indicadores = [
      ...actividades.flatMap(({ indicadoresDesempeno }) => indicadoresDesempeno ?? []),
      ...(plan.indicadoresSatisfaccion ?? []),
    ];
    await tx.informeIndicador.createMany({
      data: indicadores.map(({ id }) => ({
        ...comun,
        indicador: id,
        medido: false,
        justificacion: "No hubo casos en el período.",
        antecedentes: "Oficio de la unidad responsable.",
      })),
    });
  });
}

/** A PDF of the institution already in the store's table. Returns its id. */
export async function archivoDe(
  base: BaseDePrueba,
  ctx: ContextoInstitucion,
  tipo = "application/pdf",
): Promise<string> {
  const [fila] = await base.comoDueno<Fila>(
    `INSERT INTO archivo (institucion_id, nombre, tipo, tamano, sha256, subido_por_id, subido_en)
     VALUES ($1, 'Acta escaneada.pdf', $2, 1000, repeat('a', 64), $3, $4) RETURNING id`,
    [ctx.institucion.id, tipo, ctx.actor.usuarioId, ctx.ahora],
  );
  return fila?.id ?? "";
}

/** The members of the Committee of an institution, by e-mail, presiding first. */
export async function comiteDe(codigo: string, base: BaseDePrueba): Promise<string[]> {
  const { institucion } = await lugarDe(base, codigo);
  const personas = await comoSistema((tx) => listarIntegrantes(tx, institucion.id));
  return personas.filter(({ rol }) => rol === "integrante_comite").map(({ correo }) => correo);
}

const comoSistema = <T>(fn: (tx: Transaccion) => Promise<T>): Promise<T> =>
  conActor(SISTEMA, "prueba", fn, { duracionMs: 60_000 });
