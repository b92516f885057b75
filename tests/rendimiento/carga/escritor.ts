import { escribirLugar, leerLugar } from "@/lib/flujo/campo";
import type { BaseDeCarga } from "./base";
import type { Cliente } from "./cliente";
import type { Persona } from "./poblacion";

/** A save that the server acknowledged: it must be there at the end, once. */
export type Acuse = { readonly institucionId: string; readonly lugar: string; readonly valor: string };

export type Intento =
  | { readonly estado: "guardado" | "cerrado" }
  | { readonly estado: "error"; readonly motivo: string };

type Campo = {
  base: string | null;
  /** Sent, and the answer never came: it may or may not be there. */
  dudosos: string[];
  turno: Promise<unknown>;
};

type Dialogo = { estado: string; actual?: string | null };

/** Writes fields as the queue of a browser does: in order within a field, with what it believes is kept as base. */
export class Escritor {
  readonly acuses: Acuse[] = [];
  private readonly campos = new Map<string, Campo>();

  constructor(private readonly clienteDe: (persona: Persona) => Cliente) {}

  /** Saves once; `reintentos` says how many more times to ask, with back-off, when there is no answer. */
  guardar(persona: Persona, lugar: string, valor: string, reintentos = 0): Promise<Intento> {
    const llave = `${persona.institucionId} ${lugar}`;
    const campo = this.campos.get(llave) ?? { base: null, dudosos: [], turno: Promise.resolve() };
    this.campos.set(llave, campo);
    const hecho = campo.turno.then(() => this.insistir(persona, lugar, valor, campo, reintentos));
    campo.turno = hecho;
    return hecho;
  }

  private async insistir(
    persona: Persona,
    lugar: string,
    valor: string,
    campo: Campo,
    reintentos: number,
  ): Promise<Intento> {
    for (let vez = 0; ; vez++) {
      const intento = await this.intentar(persona, lugar, valor, campo);
      if (intento.estado !== "error" || vez >= reintentos) return intento;
      await new Promise((listo) => setTimeout(listo, Math.min(2000, 200 * 2 ** vez) * (0.5 + Math.random())));
    }
  }

  private async intentar(persona: Persona, lugar: string, valor: string, campo: Campo): Promise<Intento> {
    // A second time when what we found there is ours: an answer that was lost.
    for (let vez = 0; vez < 3; vez++) {
      const recibido = await this.enviar(persona, lugar, campo.base, valor).catch((error: Error) => error);
      if (recibido instanceof Error) {
        campo.dudosos.push(valor);
        return { estado: "error", motivo: recibido.message };
      }
      if (recibido.estado === "guardado") {
        this.acuses.push({ institucionId: persona.institucionId, lugar, valor });
        campo.base = valor;
        campo.dudosos = [];
        return { estado: "guardado" };
      }
      if (recibido.estado !== "conflicto") return { estado: "cerrado" };
      const actual = recibido.actual ?? null;
      if (actual !== campo.base && !campo.dudosos.includes(actual ?? ""))
        return { estado: "error", motivo: "conflicto con un texto ajeno" };
      campo.base = actual;
    }
    return { estado: "error", motivo: "conflicto repetido" };
  }

  private async enviar(
    persona: Persona,
    lugar: string,
    base: string | null,
    valor: string,
  ): Promise<Dialogo> {
    const { codigo, cookie, usuarioId } = persona;
    const { estado, texto } = await this.clienteDe(persona).pedir({
      metodo: "POST",
      ruta: "/campo",
      cabeceras: { cookie, "content-type": "application/json", "sec-fetch-site": "same-origin" },
      cuerpo: JSON.stringify({ institucion: codigo, usuario: usuarioId, campos: [{ lugar, base, valor }] }),
    });
    // Saved as it was sent, there is nothing to tell.
    if (estado === 204) return { estado: "guardado" };
    if (estado !== 200) throw new Error(`respuesta ${estado}`);
    const { respuestas } = JSON.parse(texto) as { respuestas: Record<string, Dialogo> };
    const respuesta = respuestas[lugar];
    if (!respuesta) throw new Error("sin respuesta para el campo");
    return respuesta;
  }

  /** What each field may hold at the end: the last acknowledged, or one sent after it without answer. */
  finales(): { institucionId: string; lugar: string; posibles: Set<string> }[] {
    return [...this.campos].flatMap(([llave, { base, dudosos }]) => {
      const [institucionId = "", lugar = ""] = llave.split(" ");
      return base === null ? [] : [{ institucionId, lugar, posibles: new Set([base, ...dudosos]) }];
    });
  }
}

export type Conciliacion = {
  readonly acusados: number;
  /** Acknowledged, and not in the trail. */
  readonly perdidos: number;
  /** Written more than once. */
  readonly duplicados: number;
  /** Fields that end with something that is neither the last acknowledged nor sent after it. */
  readonly finalesAjenos: number;
};

/** Compares, one by one, what was acknowledged with what the database holds. Every value written must be unique. */
export async function conciliar(
  { dueno }: Pick<BaseDeCarga, "dueno">,
  escritor: Escritor,
): Promise<Conciliacion> {
  const veces = new Map<string, number>();
  const { rows: escritos } = await dueno.query<{ valor: string; n: string }>(
    `SELECT v.value AS valor, count(*) AS n FROM bitacora b, jsonb_each_text(b.nuevo) v
     WHERE b.tabla IN ('informe', 'informe_actividad') AND b.caso = 'campo.guardar' AND v.key = ANY (b.campos) AND v.value IS NOT NULL
       AND v.key NOT IN ('id', 'institucion_id', 'informe_id', 'actividad') GROUP BY 1`,
  );
  for (const { valor, n } of escritos) veces.set(valor, Number(n));
  const perdidos = escritor.acuses.filter(({ valor }) => !veces.has(valor)).length;
  const duplicados = escritor.acuses.filter(({ valor }) => (veces.get(valor) ?? 0) > 1).length;

  const actuales = new Map<string, string | null>();
  const { rows } = await dueno.query<{
    institucion_id: string;
    clave: string[];
    fila: Record<string, string>;
  }>(
    `SELECT institucion_id, '{}'::text[] AS clave, to_jsonb(informe) AS fila FROM informe
     UNION ALL SELECT institucion_id, ARRAY[actividad], to_jsonb(informe_actividad) FROM informe_actividad`,
  );
  for (const { institucion_id, clave, fila } of rows)
    for (const [columna, valor] of Object.entries(fila))
      actuales.set(`${institucion_id} ${clave.join("/")} ${columna}`, valor);
  const columna = (campo: string) => campo.replace(/[A-Z]/g, (letra) => `_${letra.toLowerCase()}`);
  const finalesAjenos = escritor.finales().filter(({ institucionId, lugar, posibles }) => {
    const leido = leerLugar(lugar);
    if (!leido) throw new Error(`Dirección ilegible: ${lugar}`);
    return !posibles.has(
      actuales.get(`${institucionId} ${leido.clave.join("/")} ${columna(leido.campo)}`) ?? "",
    );
  }).length;
  return { acusados: escritor.acuses.length, perdidos, duplicados, finalesAjenos };
}

/** A text that nobody else writes, of the length of a paragraph. */
export const textoUnico = (persona: Persona, n: number): string =>
  `${escribirLugar({ grupo: "informe", clave: [], campo: "avances" })} ${persona.usuarioId} ${n}. ${"Se atendió a las personas usuarias en los plazos comprometidos. ".repeat(3)}`;
