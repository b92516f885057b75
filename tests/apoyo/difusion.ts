import { randomUUID } from "node:crypto";
import { abrirSubida, cerrarSubida, recibirParte } from "@/lib/casos/archivo/subir";
import { guardarCampos } from "@/lib/casos/campo/guardar";
import type { ContextoInstitucion } from "@/lib/casos/contexto";
import { adjuntar, ponerDelCosoc } from "@/lib/casos/difusion/archivo";
import { agregarInstancia } from "@/lib/casos/difusion/instancia";
import { crearActa } from "@/lib/datos/repositorio/aprobacion";
import { reemplazarDestinatarios } from "@/lib/datos/repositorio/destinatario";
import { buscarDifusion } from "@/lib/datos/repositorio/difusion";
import { ejercicioEnCurso } from "@/lib/datos/repositorio/ejercicio";
import { leerExpediente } from "@/lib/datos/repositorio/expediente";
import { conActor } from "@/lib/datos/transaccion";
import { aplicarAjustes } from "@/lib/expediente/aplicar";
import type { Destinatario } from "@/lib/expediente/formato";
import { huellasDe } from "@/lib/expediente/huella";
import { SISTEMA } from "@/lib/flujo/actor";
import { LIMITES_ARCHIVO } from "@/lib/flujo/archivo";
import { escribirLugar, type ValorCampo } from "@/lib/flujo/campo";
import { codigoNuevo } from "@/lib/flujo/codigo";
import { pdf } from "./archivos/bytes";
import type { BaseDePrueba } from "./base";
import { llenarInforme, lugarDe, mantenerTodo } from "./comite";
import { libroDe } from "./libros";
import { valor } from "./resultado";

/** A morning of December: the report is approved and the submission is open. */
export const DICIEMBRE = new Date("2025-12-15T15:00:00Z");

/** Uploads bytes by parts as the browser does. Returns the id of the file. */
export async function subir(ctx: ContextoInstitucion, nombre: string, bytes: Uint8Array): Promise<string> {
  const id = randomUUID();
  await valor(abrirSubida(ctx, { id, nombre, tipo: "", tamano: bytes.length }));
  for (let desde = 0; desde < bytes.length; desde += LIMITES_ARCHIVO.tamanoParte) {
    const parte = bytes.subarray(desde, desde + LIMITES_ARCHIVO.tamanoParte);
    await valor(recibirParte(ctx, id, { desde, bytes: parte }));
  }
  return (await valor(cerrarSubida(ctx, id, {}))).id;
}

/** Saves fields as the queue does; each must be kept. */
export async function escribir(
  ctx: ContextoInstitucion,
  grupo: "difusion" | "instancia",
  clave: readonly string[],
  valores: Readonly<Record<string, ValorCampo>>,
): Promise<void> {
  for (const [campo, escrito] of Object.entries(valores)) {
    const lugar = escribirLugar({ grupo, clave, campo });
    const campos = [{ lugar, base: null, valor: escrito }];
    const { respuestas } = await valor(guardarCampos(ctx, { usuario: ctx.actor.usuarioId, campos }));
    if (respuestas[lugar]?.estado !== "guardado")
      throw new Error(`${lugar}: ${JSON.stringify(respuestas[lugar])}`);
  }
}

const ENCABEZADO = ["Cargo / función", "Nombre completo", "Grupo", "Calidad jurídica", "Área"];

/** A workbook of recipients that complies: personnel of two areas, a head and a counsellor, and as many more as asked. */
export function libroDeDestinatarios(
  otros = 0,
  faltas: readonly (readonly string[])[] = [],
): Promise<Uint8Array> {
  return libroDe({
    Listado: [
      ENCABEZADO,
      ["Analista", "Rosa Muñoz", "Personal", "Planta", "Finanzas"],
      ["Ejecutivo", "Luis Soto", "Personal", "Honorarios", "Atención"],
      ["Directora", "Elena Vial", "Directivos", "", ""],
      ["Consejera", "Marta Paz", "COSOC", "", ""],
      ...Array.from({ length: otros }, (_, i) => [
        "Profesional",
        `Persona ${i}`,
        "Personal",
        "Contrata",
        `Área ${i % 40}`,
      ]),
      ...faltas.map((fila) => [...fila]),
    ],
  });
}

/**
 * Decides, fills in and approves the plan and the report of an institution: only the dissemination is missing.
 * @param acta id of the scanned act that approves both
 */
export async function aprobarTodo(base: BaseDePrueba, codigo: string, acta: string): Promise<void> {
  const { institucion, ejercicioId } = await lugarDe(base, codigo);
  const institucionId = institucion.id;
  await vaciar(base, institucionId);
  await mantenerTodo(base, codigo);
  await llenarInforme(base, codigo);
  const [persona] = await base.comoDueno<{ id: string }>(
    "SELECT usuario_id AS id FROM membresia WHERE institucion_id = $1 AND rol = 'contraparte_titular' AND hasta IS NULL",
    [institucionId],
  );
  for (const [materia, fecha] of [
    ["plan", "2025-06-20"],
    ["informe", "2025-12-01"],
  ] as const)
    await conActor(SISTEMA, "prueba", async (tx) => {
      const leido = await leerExpediente(tx, institucionId, ejercicioId);
      if (!leido) throw new Error(`${codigo} no tiene plan.`);
      const { huellaPlan = "", huellaInforme = "" } = huellasDe(
        aplicarAjustes(leido.expediente),
        leido.expediente.informe,
      );
      await crearActa(tx, {
        institucionId,
        ejercicioId,
        materia,
        origen: "papel",
        aprobacionId: null,
        archivoId: acta,
        numero: `Acta ${materia}`,
        fecha,
        huella: materia === "plan" ? huellaPlan : huellaInforme,
        declaraCoherencia: true,
        codigo: codigoNuevo(),
        registradaPorId: persona?.id ?? "",
        registradaEn: new Date(`${fecha}T15:00:00Z`),
        asistentes: [{ nombre: "Integrante Uno", cargo: "Jefatura", area: null, firmadaEn: null }],
      });
    });
}

async function vaciar(base: BaseDePrueba, institucionId: string): Promise<void> {
  const tablas =
    "observacion_mensaje observacion decision_requisito decision_revision nota_revision revision_criterio presencia_revision envio firma acta_asistente acta aprobacion ajuste informe_actividad informe_tramite informe_componente informe_indicador dificultad_holgura informe instancia_archivo difusion_instancia destinatario";
  for (const tabla of tablas.split(" "))
    await base.comoDueno(`DELETE FROM ${tabla} WHERE institucion_id = $1`, [institucionId]);
  await base.comoDueno(
    `UPDATE difusion SET homologado = NULL, acto_archivo_id = NULL, acto_fecha = NULL, acto_vigencia_desde = NULL,
       acto_vigencia_hasta = NULL, dictamen_archivo_id = NULL, dictamen_fecha = NULL, destinatarios_archivo_id = NULL
     WHERE institucion_id = $1`,
    [institucionId],
  );
}

/** Disseminates as the counterpart would: an instance with its files, the recipients and the COSOC's act. */
export async function difundir(ctx: ContextoInstitucion, otros = 0): Promise<void> {
  const { id } = await valor(agregarInstancia(ctx));
  await escribir(ctx, "instancia", [id], { fecha: "10/12/2025", medio: "correo" });
  const correo = await subir(ctx, "Correo.pdf", pdf());
  const material = await subir(ctx, "Informe difundido.pdf", pdf("1 0 obj<</Material true>>endobj\n"));
  await valor(adjuntar(ctx, { instancia: id, archivo: correo, uso: "copia_medio" }));
  await valor(adjuntar(ctx, { instancia: id, archivo: material, uso: "material" }));
  const acto = await subir(ctx, "Resolución COSOC.pdf", pdf("1 0 obj<</Acto true>>endobj\n"));
  await valor(ponerDelCosoc(ctx, { documento: "acto", archivo: acto }));
  await escribir(ctx, "difusion", [], {
    homologado: false,
    actoFecha: "01/03/2024",
    actoVigenciaDesde: "01/03/2024",
    actoVigenciaHasta: "01/03/2026",
  });
  await listar(ctx, await subir(ctx, "Listado.xlsx", await libroDeDestinatarios(otros)), otros);
}

const PERSONAS: readonly Destinatario[] = [
  { nombre: "Rosa Muñoz", cargo: "Analista", grupo: "personal", calidadJuridica: "planta", area: "Finanzas" },
  {
    nombre: "Luis Soto",
    cargo: "Ejecutivo",
    grupo: "personal",
    calidadJuridica: "honorarios",
    area: "Atención",
  },
  { nombre: "Elena Vial", cargo: "Directora", grupo: "directivos" },
  { nombre: "Marta Paz", cargo: "Consejera", grupo: "cosoc" },
];

/** Keeps what `libroDeDestinatarios` holds without reading it: for tests of what comes after. */
export function listar(ctx: ContextoInstitucion, archivo: string | null, otros = 0): Promise<number> {
  const filas = [
    ...PERSONAS,
    ...Array.from({ length: otros }, (_, i) => ({
      nombre: `Persona ${i}`,
      cargo: "Profesional",
      grupo: "personal",
      calidadJuridica: "contrata",
      area: `Área ${i % 40}`,
    })),
  ];
  return conActor(
    ctx.actor,
    "prueba",
    async (tx) => {
      const ejercicio = await ejercicioEnCurso(tx, ctx.ahora);
      const difusion = ejercicio && (await buscarDifusion(tx, ctx.institucion.id, ejercicio.id));
      if (!difusion) throw new Error("Sin difusión.");
      return reemplazarDestinatarios(tx, difusion, archivo, filas);
    },
    { duracionMs: 300_000 },
  );
}
