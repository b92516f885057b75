import { beforeAll } from "vitest";
import type { ContextoInstitucion } from "@/lib/casos/contexto";
import { crear } from "@/lib/casos/grupo/crear";
import { nombrarEnDupla } from "@/lib/casos/grupo/dupla";
import { leerGrupos } from "@/lib/casos/grupo/leer";
import { mover } from "@/lib/casos/grupo/mover";
import { conBase } from "@/tests/apoyo/base";
import { crearInstitucion, EN_PLAZO, type InstitucionDePrueba } from "@/tests/apoyo/institucion";
import { valor } from "@/tests/apoyo/resultado";

/** The first page of every list, with nothing looked for. */
export const PRIMERA = { texto: "", pagina: 1, personas: 1 };

/** A database with institutions GA to GD without a group, four reviewers, and what the coordination does with them. */
export function conRed() {
  const base = conBase();
  const instituciones: InstitucionDePrueba[] = [];
  const revisores: Record<string, string> = {};
  const red = { ctx: undefined as unknown as ContextoInstitucion };

  async function revisor(nombre: string): Promise<void> {
    const [fila] = await base.comoDueno<{ id: string }>(
      "INSERT INTO usuario (correo, nombre) VALUES (lower($1) || '@red.example', $1) RETURNING id",
      [nombre],
    );
    await base.comoDueno("INSERT INTO membresia (usuario_id, rol) VALUES ($1, 'revisor')", [fila?.id]);
    revisores[nombre] = fila?.id ?? "";
  }

  /** The id of a reviewer; "" for nobody. */
  const idDe = (nombre: string) => (nombre === "" ? "" : (revisores[nombre] ?? ""));

  beforeAll(async () => {
    for (const codigo of ["GA", "GB", "GC", "GD"]) instituciones.push(await crearInstitucion(codigo));
    const [primera] = instituciones;
    if (primera) red.ctx = await primera.ctx("Carla", EN_PLAZO, "coordinacion");
    for (const nombre of ["Elena", "Tomas", "Sara", "Omar"]) await revisor(nombre);
  });

  return {
    base,
    instituciones,
    revisor,
    idDe,
    /** The coordination. */
    get ctx() {
      return red.ctx;
    },
    grupoNuevo: async (nombre: string) => (await valor(crear(red.ctx, { nombre }))).id,
    grupoLlamado: async (nombre: string) =>
      (await valor(leerGrupos(red.ctx, { ...PRIMERA, texto: nombre }))).grupos.filas[0]?.id ?? "",
    moverA: (destino: string, ...codigos: string[]) =>
      mover(red.ctx, {
        instituciones: instituciones.filter(({ codigo }) => codigos.includes(codigo)).map(({ id }) => id),
        todas: false,
        texto: "",
        grupo: "",
        destino,
      }),
    nombrar: (grupo: string, posicion: 1 | 2, quien: string, sigue: "reemplazo" | "pareja" = "reemplazo") =>
      nombrarEnDupla(red.ctx, { grupo, posicion, revisor: idDe(quien), sigue }),
  };
}
