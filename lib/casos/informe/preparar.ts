import { leerCampos } from "@/lib/datos/repositorio/campo";
import { mostrarNumero } from "@/lib/expediente/numero";
import { escribirLugar, leerLugar, type ValorCampo } from "@/lib/flujo/campo";
import { exito, fallar, type Resultado } from "@/lib/flujo/resultado";
import type {
  CambioImportado,
  DificultadEscrita,
  FaltaImportada,
  Importacion,
} from "@/lib/flujo/vistaInforme";
import {
  COMPONENTES_DIFICULTAD,
  type ComponenteRelacionado,
  NOMBRES_COMPONENTE,
  TIPOS_DIFICULTAD,
} from "@/lib/guia/e3-2025/valores";
import type { FaltaCelda } from "@/lib/planilla/falla";
import { planillaEnTaller } from "@/lib/planilla/taller/taller";
import type { ContextoInstitucion } from "../contexto";
import { CAMPOS_DIFICULTAD, type ValorInforme } from "./aplanar";
import { DIFICULTAD_VACIA } from "./dificultad";
import { type ArchivoLeido, leerInformeJson } from "./importarJson";
import { type InformeEnCurso, leerInforme } from "./leer";
import { type GrupoInforme, palabrasDe } from "./registro";
import { indicadoresDe } from "./vista";

/** The largest file that is read: a full report of 60 activities is a tenth of it. */
export const TAMANO_MAXIMO = 10 * 1024 * 1024;

/**
 * Compares a file (the Excel template or the JSON of the expediente) with the report: what it would change, field by
 * field, and every fault by its cell. Changes nothing.
 * @returns a failure when the file cannot be read at all.
 */
export async function prepararImportacion(
  ctx: ContextoInstitucion,
  { nombre, bytes }: { readonly nombre: string; readonly bytes: Uint8Array },
): Promise<Resultado<Importacion>> {
  if (bytes.length === 0) return fallar("archivo_ilegible", "El archivo está vacío.");
  if (bytes.length > TAMANO_MAXIMO)
    return fallar("demasiado_grande", "El archivo pasa de 10 MB. Cargue solo la planilla o el expediente.");
  const leido = await leerInforme(ctx);
  if (!leido.ok) return leido;
  const informe = leido.valor;
  const archivo = /\.json$/i.test(nombre)
    ? leerInformeJson(bytes, informe.expediente, informe.vigente)
    : await leerExcel(bytes, informe);
  if (!archivo.ok) return archivo;
  const donde = { actor: ctx.actor, institucionId: ctx.institucion.id, ahora: ctx.ahora };
  const guardados = await leerCampos(donde, [
    "informe",
    "actividad",
    "tramite",
    "componente",
    "indicador",
    "dificultad",
  ]);
  return exito(comparar(archivo.valor, informe, guardados));
}

/**
 * The same workbook with its faults marked, explained and listed: what could not be read, and what the report would
 * still lack. Fails as `prepararImportacion`, and with `sin_marcas` for what is not a workbook.
 */
export async function marcarImportacion(
  ctx: ContextoInstitucion,
  { nombre, bytes }: { readonly nombre: string; readonly bytes: Uint8Array },
): Promise<Resultado<{ bytes: Uint8Array; nombre: string }>> {
  const informe = await leerInforme(ctx);
  if (!informe.ok) return informe;
  if (/\.json$/i.test(nombre))
    return fallar(
      "sin_marcas",
      "Solo un libro de Excel se devuelve marcado. Corrija el JSON con la lista de faltas.",
    );
  const leido = await planillaEnTaller("leerPlantillaInforme", [bytes, informe.valor.expediente]);
  if (!leido.ok) return leido;
  const { faltas, reglas } = leido.valor;
  const marcado = await planillaEnTaller("marcarFaltas", [bytes, [...faltas, ...reglas]]);
  if (!marcado.ok) return marcado;
  return exito({
    bytes: marcado.valor,
    nombre: nombre.replace(/(\.xlsx)?$/i, " (con faltas marcadas).xlsx"),
  });
}

async function leerExcel(
  bytes: Uint8Array,
  { expediente }: InformeEnCurso,
): Promise<Resultado<ArchivoLeido>> {
  const leido = await planillaEnTaller("leerPlantillaInforme", [bytes, expediente]);
  if (!leido.ok) return leido;
  const { cambios, quitadas, faltas, reglas } = leido.valor;
  return exito({
    cambios: cambios.map(({ lugar, despues, hoja, celda }) => ({
      lugar,
      valor: despues,
      donde: `${hoja}, ${celda}`,
    })),
    quitadas,
    faltas: faltas.map(deCelda),
    reglas: reglas.map(deCelda),
  });
}

const deCelda = ({ hoja, celda, encontrado, esperado, mensaje, nivel }: FaltaCelda): FaltaImportada => ({
  donde: celda === "" ? hoja : `${hoja}, ${celda}`,
  encontrado,
  esperado,
  mensaje,
  nivel,
});

/** A value of a file in the form in which its field is kept: numbers canonical, nothing as null. */
function comoSeGuarda(valor: ValorInforme): ValorCampo {
  if (typeof valor === "number") return String(valor);
  return valor === "" ? null : valor;
}

const vacia = (valor: ValorCampo | undefined) =>
  valor === undefined || valor === null || (Array.isArray(valor) && valor.length === 0);

const mismo = (a: ValorCampo | undefined, b: ValorCampo) =>
  (vacia(a) && vacia(b)) || JSON.stringify(a) === JSON.stringify(b);

function comparar(
  { cambios, quitadas, faltas, reglas }: ArchivoLeido,
  informe: InformeEnCurso,
  guardados: Readonly<Record<string, ValorCampo>>,
): Importacion {
  const ids = informe.idsDificultad;
  const nuevas = new Map<number, DificultadEscrita>();
  const suyos: CambioImportado[] = [];
  const nombrar = nombrador(informe);
  for (const { lugar: escrito, valor: crudo, donde } of cambios) {
    const leido = leerLugar(escrito);
    if (!leido) continue;
    const valor = comoSeGuarda(crudo);
    let lugar = escrito;
    if (leido.grupo === "dificultad") {
      const posicion = Number(leido.clave[0]);
      const id = ids[posicion - 1];
      if (id === undefined) {
        nuevas.set(posicion, {
          ...(nuevas.get(posicion) ?? DIFICULTAD_VACIA),
          [leido.campo]: valor ?? vacioDe(leido.campo),
        });
        continue;
      }
      lugar = escribirLugar({ ...leido, clave: [id] });
    }
    const base = guardados[lugar] ?? null;
    if (mismo(base, valor)) continue;
    suyos.push({
      lugar,
      base,
      valor,
      que: nombrar(escrito),
      donde,
      antes: enPalabras(leido.campo, base),
      despues: enPalabras(leido.campo, valor),
    });
  }
  return {
    cambios: suyos,
    nuevas: [...nuevas].sort(([a], [b]) => a - b).map(([, datos]) => datos),
    quitadas: quitadas.flatMap((posicion) => {
      const id = ids[posicion - 1];
      return id === undefined ? [] : [{ id, visto: dificultadGuardada(id, guardados) }];
    }),
    faltas,
    reglas,
  };
}

const vacioDe = (campo: string) => (campo === "componentes" || campo === "elementos" ? [] : null);

function dificultadGuardada(id: string, guardados: Readonly<Record<string, ValorCampo>>): DificultadEscrita {
  const pares = CAMPOS_DIFICULTAD.map((campo) => [
    campo,
    guardados[escribirLugar({ grupo: "dificultad", clave: [id], campo })] ?? vacioDe(campo),
  ]);
  return Object.fromEntries(pares) as DificultadEscrita;
}

const LISTAS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  tipo: TIPOS_DIFICULTAD,
  componentes: COMPONENTES_DIFICULTAD,
};
const NUMEROS = new Set(["numerador", "denominador", "resultado"]);

/** A kept value as people read it. */
function enPalabras(campo: string, valor: ValorCampo): string {
  const palabra = (texto: string) => LISTAS[campo]?.[texto] ?? texto;
  if (typeof valor === "boolean") return valor ? "Sí" : "No";
  if (Array.isArray(valor)) return valor.map((uno) => palabra(String(uno))).join(", ");
  if (typeof valor !== "string") return "";
  if (NUMEROS.has(campo) && String(Number(valor)) === valor) return mostrarNumero(Number(valor));
  return palabra(valor);
}

/** What a field is called in the preview: «Actividad A1 · Explicación». */
function nombrador({ vigente }: InformeEnCurso): (lugar: string) => string {
  const satisfaccion = new Set(
    indicadoresDe(vigente)
      .filter(({ tipo }) => tipo === "satisfaccion")
      .map(({ indicador }) => indicador.id),
  );
  return (escrito) => {
    const leido = leerLugar(escrito);
    if (!leido) return escrito;
    const [primera = "", segunda = ""] = leido.clave;
    const grupo: GrupoInforme =
      leido.grupo === "indicador"
        ? satisfaccion.has(primera)
          ? "satisfaccion"
          : "desempeno"
        : (leido.grupo as GrupoInforme);
    const partes: Readonly<Partial<Record<GrupoInforme, string>>> = {
      actividad: `Actividad ${primera}`,
      tramite: `Actividad ${primera} · ${segunda}`,
      componente: `Actividad ${primera} · ${NOMBRES_COMPONENTE[segunda as ComponenteRelacionado] ?? segunda}`,
      desempeno: `Indicador ${primera}`,
      satisfaccion: `Indicador ${primera}`,
      dificultad: `Dificultad u holgura ${primera}`,
    };
    const { etiqueta } = palabrasDe(grupo, leido.campo);
    return [partes[grupo], etiqueta].filter(Boolean).join(" · ");
  };
}
