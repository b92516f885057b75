import { randomUUID } from "node:crypto";
import { decidir } from "@/lib/casos/ajuste/decidir";
import { mantenerPendientes } from "@/lib/casos/ajuste/mantener-pendientes";
import { abrirSubida, cerrarSubida, recibirParte } from "@/lib/casos/archivo/subir";
import { guardarCampos } from "@/lib/casos/campo/guardar";
import { enviarAlComite } from "@/lib/casos/comite/enviar";
import { firmar } from "@/lib/casos/comite/firmar";
import type { ContextoInstitucion } from "@/lib/casos/contexto";
import { adjuntar, ponerDelCosoc } from "@/lib/casos/difusion/archivo";
import { agregarInstancia } from "@/lib/casos/difusion/instancia";
import { reemplazarListado } from "@/lib/casos/difusion/listado";
import { enviarExpediente } from "@/lib/casos/envio/enviar";
import { leerEnvio } from "@/lib/casos/envio/leer";
import { aplanar } from "@/lib/casos/informe/aplanar";
import { agregarDificultad } from "@/lib/casos/informe/dificultad";
import { ultimaAprobacion } from "@/lib/datos/repositorio/aprobacion";
import { ejercicioEnCurso } from "@/lib/datos/repositorio/ejercicio";
import { abrirSesion, cerrarSesiones } from "@/lib/datos/repositorio/sesion";
import { conActor } from "@/lib/datos/transaccion";
import { type InstitucionRef, SISTEMA } from "@/lib/flujo/actor";
import type { Materia } from "@/lib/flujo/aprobacion";
import { escribirLugar, type Lugar, type ValorCampo } from "@/lib/flujo/campo";
import type { Rol } from "@/lib/flujo/permiso";
import type { Resultado } from "@/lib/flujo/resultado";
import { ahoraReal } from "@/lib/sesion/reloj";
import { libroDeMuestra, pdfDeMuestra } from "./muestras";
import { CAMBIOS, DESTINATARIOS, INFORME, INSTITUCION_ENVIADA } from "./textos-enviado";

/** When the fictional institution submits: from then on the demonstration has something to review. */
export const ENVIADO_EN = new Date("2025-12-11T14:20:00Z");

/** The days on which its people did each thing. */
const DIAS = {
  ajustan: new Date("2025-06-05T14:00:00Z"),
  envianPlan: new Date("2025-06-17T15:10:00Z"),
  firmanPlan: [new Date("2025-06-18T13:05:00Z"), new Date("2025-06-19T16:40:00Z")],
  informan: new Date("2025-11-18T14:30:00Z"),
  envianInforme: new Date("2025-11-24T15:00:00Z"),
  firmanInforme: [new Date("2025-11-26T12:50:00Z"), new Date("2025-11-27T18:15:00Z")],
  difunden: new Date("2025-12-04T14:00:00Z"),
} as const;

const MARGEN_SESION_MS = 10 * 60_000;

/** A person of the institution with a session, for the instant that is asked. */
type Persona = { readonly rol: Rol; readonly en: (ahora: Date) => ContextoInstitucion };

/** The value of a use case that has no reason to fail: the texts are ours. */
async function hecho<T>(que: string, resultado: Promise<Resultado<T>>): Promise<T> {
  const dicho = await resultado;
  if (dicho.ok) return dicho.valor;
  throw new Error(`${INSTITUCION_ENVIADA}, ${que}: ${dicho.falla.codigo}. ${dicho.falla.mensaje}`);
}

/** The institution, when it was seeded and nobody has worked in it. */
function buscarIntacta(ahora: Date): Promise<InstitucionRef | null> {
  return conActor(
    SISTEMA,
    "semilla.buscar",
    async (tx) => {
      const ejercicio = await ejercicioEnCurso(tx, ahora);
      const institucion = await tx.institucion.findFirst({
        where: { codigo: INSTITUCION_ENVIADA },
        select: { id: true, codigo: true, nombre: true },
      });
      if (ejercicio?.anio !== ENVIADO_EN.getUTCFullYear() || !institucion) return null;
      const where = { institucionId: institucion.id };
      const trabajo = [await tx.ajuste.count({ where }), await tx.acta.count({ where })];
      trabajo.push(await tx.envio.count({ where }), await tx.informeActividad.count({ where }));
      return trabajo.some((cuantas) => cuantas > 0) ? null : institucion;
    },
    { soloLectura: true },
  );
}

/** Its people, each with a session opened now and to be closed when everything is done. */
function abrirPersonas(institucion: InstitucionRef): Promise<Persona[]> {
  const ahora = ahoraReal();
  return conActor(SISTEMA, "semilla.personas", async (tx) => {
    const membresias = await tx.membresia.findMany({
      where: { institucionId: institucion.id, hasta: null },
      orderBy: { preside: "asc" },
      include: { usuario: { select: { nombre: true } } },
    });
    const personas: Persona[] = [];
    for (const { id: membresiaId, usuarioId, usuario, rol, cargo, preside } of membresias) {
      const sesionId = await abrirSesion(tx, {
        usuarioId,
        membresiaId,
        metodo: "clave",
        origen: null,
        agente: null,
        ahora,
        autenticadaEn: ahora,
        expiraEn: new Date(ahora.getTime() + MARGEN_SESION_MS),
      });
      const quien = { usuarioId, sesionId, membresiaId, nombre: usuario.nombre, cargo, preside };
      const donde = { institucionId: institucion.id, alcance: [institucion.id] };
      personas.push({
        rol: rol as Rol,
        en: (instante) => ({
          actor: { ...quien, ...donde, rol: rol as Rol, autenticadaEn: instante },
          ahora: instante,
          institucion,
        }),
      });
    }
    return personas;
  });
}

function cerrarPersonas(personas: readonly Persona[]): Promise<void> {
  return conActor(SISTEMA, "semilla.personas", async (tx) => {
    const ahora = ahoraReal();
    for (const { en } of personas) {
      const { usuarioId, sesionId } = en(ahora).actor;
      await cerrarSesiones(tx, { usuarioId, id: sesionId }, ahora, usuarioId);
    }
  });
}

type Escrito = { readonly lugar: string; readonly valor: unknown };

async function escribir(ctx: ContextoInstitucion, escritos: readonly Escrito[]): Promise<void> {
  const campos = escritos.map(({ lugar, valor }) => ({
    lugar,
    base: null,
    valor: (typeof valor === "number" ? String(valor) : valor) as ValorCampo,
  }));
  const { respuestas } = await hecho("guardar", guardarCampos(ctx, { usuario: ctx.actor.usuarioId, campos }));
  const perdido = campos.find(({ lugar }) => respuestas[lugar]?.estado !== "guardado");
  if (perdido) throw new Error(`${INSTITUCION_ENVIADA}: ${perdido.lugar} no se guardó.`);
}

const enLugar = (
  { grupo, clave }: Omit<Lugar, "campo">,
  valores: Readonly<Record<string, unknown>>,
): Escrito[] =>
  Object.entries(valores).map(([campo, valor]) => ({ lugar: escribirLugar({ grupo, clave, campo }), valor }));

async function ajustar(ctx: ContextoInstitucion): Promise<void> {
  for (const { elemento, componente, contenido, categorias, argumento, antecedentes } of CAMBIOS) {
    const cual = { elemento, componente, decision: "modifica", visto: null, vistoEn: ctx.ahora } as const;
    await hecho("decidir", decidir(ctx, cual));
    const lugar = { grupo: "ajuste", clave: [elemento, componente] } as const;
    // What the change begins with is the text of 2024: the person saw it before writing theirs.
    await reescribir(ctx, escribirLugar({ ...lugar, campo: "contenido" }), contenido);
    await escribir(ctx, enLugar(lugar, { categorias, argumento, antecedentes }));
  }
  await hecho("mantener", mantenerPendientes(ctx));
}

/** Writes a field that already says something, as who reads it and writes over it. */
async function reescribir(ctx: ContextoInstitucion, lugar: string, valor: string): Promise<void> {
  const entrada = (base: ValorCampo) => ({
    usuario: ctx.actor.usuarioId,
    campos: [{ lugar, base, valor }],
  });
  const leido = (await hecho("leer", guardarCampos(ctx, entrada(null)))).respuestas[lugar];
  if (leido?.estado !== "conflicto") return;
  await hecho("reescribir", guardarCampos(ctx, entrada(leido.actual)));
}

async function aprobar(
  materia: Materia,
  titular: ContextoInstitucion,
  comite: readonly ContextoInstitucion[],
): Promise<void> {
  await hecho(`enviar ${materia}`, enviarAlComite(titular, { materia }));
  const huella = await conActor(SISTEMA, "semilla.huella", async (tx) => {
    const ejercicio = await ejercicioEnCurso(tx, titular.ahora);
    const lugar = { institucionId: titular.institucion.id, ejercicioId: ejercicio?.id ?? "", materia };
    return (await ultimaAprobacion(tx, lugar))?.huella ?? "";
  });
  for (const integrante of comite)
    await hecho(
      `firmar ${materia}`,
      firmar(integrante, { materia, huella, decision: "aprueba", declaraCoherencia: true }),
    );
}

async function informar(ctx: ContextoInstitucion): Promise<void> {
  const { dificultadesHolguras, ...resto } = INFORME;
  const deSuPlan = (id: string) => id;
  const { campos } = aplanar(resto, {
    actividad: deSuPlan,
    tramite: (_actividad, tramite) => tramite,
    indicador: deSuPlan,
  });
  await escribir(ctx, campos);
  for (const dificultad of dificultadesHolguras ?? []) {
    const { id } = await hecho("agregar", agregarDificultad(ctx, {}));
    await escribir(ctx, enLugar({ grupo: "dificultad", clave: [id] }, dificultad));
  }
}

async function subir(ctx: ContextoInstitucion, nombre: string, bytes: Uint8Array): Promise<string> {
  const id = randomUUID();
  await hecho("subir", abrirSubida(ctx, { id, nombre, tipo: "", tamano: bytes.length }));
  await hecho("subir", recibirParte(ctx, id, { desde: 0, bytes }));
  return (await hecho("subir", cerrarSubida(ctx, id, {}))).id;
}

async function difundir(ctx: ContextoInstitucion): Promise<void> {
  const { nombre } = ctx.institucion;
  const { id: instancia } = await hecho("difundir", agregarInstancia(ctx));
  const valores = { fecha: "2025-12-02", medio: "correo", modalidad: "remota" };
  await escribir(ctx, enLugar({ grupo: "instancia", clave: [instancia] }, valores));
  const copia = await subir(
    ctx,
    "Correo de difusión 02-12-2025.pdf",
    pdfDeMuestra([
      "De: Gabinete",
      "Para: personal, directivos y Consejo de la Sociedad Civil",
      "Asunto: Resultados 2025 del Plan de Mejora de la Calidad de Servicio",
      "",
      "Se adjunta el informe aprobado por el Comité el 27 de noviembre de 2025.",
    ]),
  );
  const material = await subir(
    ctx,
    "Informe de cumplimiento 2025.pdf",
    pdfDeMuestra([
      nombre,
      "Informe de cumplimiento 2025: síntesis para difusión",
      "",
      "Reclamos fuera de plazo: 4,18 % (meta 5,5 %).",
      "Plantillas reescritas: 85,42 % (meta 80 %).",
      "Espera presencial: 22,72 minutos (meta 18,75).",
    ]),
  );
  await hecho("adjuntar", adjuntar(ctx, { instancia, archivo: copia, uso: "copia_medio" }));
  await hecho("adjuntar", adjuntar(ctx, { instancia, archivo: material, uso: "material" }));
  const acto = await subir(
    ctx,
    "Resolución exenta 118-2024 COSOC.pdf",
    pdfDeMuestra([
      "Resolución exenta N° 118, de 4 de marzo de 2024",
      `Nombra al Consejo de la Sociedad Civil de la ${nombre}`,
      "por tres años, hasta el 3 de marzo de 2027.",
    ]),
  );
  await hecho("COSOC", ponerDelCosoc(ctx, { documento: "acto", archivo: acto }));
  const cosoc = { homologado: false, actoFecha: "2024-03-04" };
  const vigencia = { actoVigenciaDesde: "2024-03-04", actoVigenciaHasta: "2027-03-03" };
  await escribir(ctx, enLugar({ grupo: "difusion", clave: [] }, { ...cosoc, ...vigencia }));
  const listado = await subir(
    ctx,
    "Listado de destinatarios.xlsx",
    await libroDeMuestra("Destinatarios", DESTINATARIOS),
  );
  await hecho("destinatarios", reemplazarListado(ctx, { archivo: listado }));
}

/**
 * Submits the expediente of the fourth fictional institution, once the demonstration is in December: through the use
 * cases and as its own people, each thing on its day, so that what is left is what they would have left (docs/decisions/0145).
 * Nothing before that day, in another year, or when somebody has already worked in it.
 * @param ahora instant of the demonstration
 * @returns whether it submitted it
 */
export async function enviarExpedienteFicticio(ahora: Date): Promise<boolean> {
  if (ahora < ENVIADO_EN) return false;
  const institucion = await buscarIntacta(ahora);
  if (!institucion) return false;
  const personas = await abrirPersonas(institucion);
  const titular = personas.find(({ rol }) => rol === "contraparte_titular");
  const comite = personas.filter(({ rol }) => rol === "integrante_comite");
  if (!titular) return false;
  const firmantes = (dias: readonly Date[]) => comite.map(({ en }, i) => en(dias[i] ?? ENVIADO_EN));
  await ajustar(titular.en(DIAS.ajustan));
  await aprobar("plan", titular.en(DIAS.envianPlan), firmantes(DIAS.firmanPlan));
  await informar(titular.en(DIAS.informan));
  await aprobar("informe", titular.en(DIAS.envianInforme), firmantes(DIAS.firmanInforme));
  await difundir(titular.en(DIAS.difunden));
  const ctx = titular.en(ENVIADO_EN);
  const { huella } = await hecho("leer", leerEnvio(ctx));
  await hecho("enviar", enviarExpediente(ctx, { huella }));
  await cerrarPersonas(personas);
  return true;
}
