import type { Posterior, Posteriores } from "@/lib/datos/repositorio/posterior";
import { mostrarInstante } from "@/lib/expediente/fecha";
import { mostrarNumero } from "@/lib/expediente/numero";
import { escribirLugar, type Lugar, leerLugar, tipoDe, type ValorCampo } from "@/lib/flujo/campo";
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
import { aceptaValor, opcionesDe } from "../campo/valor";
import { CAMPOS_DIFICULTAD, type ValorInforme } from "./aplanar";
import { DIFICULTAD_VACIA } from "./dificultad";
import type { ArchivoLeido } from "./importarJson";
import type { InformeEnCurso } from "./leer";
import { type GrupoInforme, palabrasDe } from "./registro";
import { indicadoresDe } from "./vista";

/** A value of a file in the form in which its field is kept: numbers canonical, nothing as its field says nothing. */
function comoSeGuarda(lugar: Lugar, valor: ValorInforme): ValorCampo {
  if (typeof valor === "number") return String(valor);
  return valor === "" || valor === null ? vacioDe(lugar) : valor;
}

const vacia = (valor: ValorCampo | undefined) =>
  valor === undefined || valor === null || (Array.isArray(valor) && valor.length === 0);

const mismo = (a: ValorCampo | undefined, b: ValorCampo) =>
  (vacia(a) && vacia(b)) || JSON.stringify(a) === JSON.stringify(b);

/**
 * What a file would change of the report, field by field. What its field cannot hold is told as a fault, and so is not
 * refused later, when all that was seen is being applied.
 */
export function comparar(
  { cambios, quitadas, faltas, reglas }: ArchivoLeido,
  informe: InformeEnCurso,
  guardados: Readonly<Record<string, ValorCampo>>,
  posteriores: Posteriores | null,
): Importacion {
  const ids = informe.idsDificultad;
  const nuevas = new Map<number, DificultadEscrita>();
  const suyos: CambioImportado[] = [];
  const ajenas: FaltaImportada[] = [];
  const nombrar = nombrador(informe);
  for (const { lugar: escrito, valor: crudo, donde } of cambios) {
    const leido = leerLugar(escrito);
    if (!leido) continue;
    const valor = comoSeGuarda(leido, crudo);
    if (!aceptaValor(leido, valor)) {
      ajenas.push(noSePuedeGuardar(leido, valor, donde));
      continue;
    }
    let lugar = escrito;
    if (leido.grupo === "dificultad") {
      const posicion = Number(leido.clave[0]);
      const id = ids[posicion - 1];
      if (id === undefined) {
        nuevas.set(posicion, {
          ...(nuevas.get(posicion) ?? DIFICULTAD_VACIA),
          [leido.campo]: valor,
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
      // As who types it writes it, which is how it is read on saving: «12.345» typed is twelve thousand.
      valor: typeof crudo === "number" ? mostrarNumero(crudo) : valor,
      que: nombrar(escrito),
      donde,
      antes: enPalabras(leido.campo, base),
      despues: enPalabras(leido.campo, valor),
      posterior: vacia(base) ? null : loDeLuego(posteriores, lugar, leido.grupo),
    });
  }
  return {
    cambios: suyos,
    nuevas: [...nuevas].sort(([a], [b]) => a - b).map(([, datos]) => datos),
    quitadas: quitadas.flatMap((posicion) => {
      const id = ids[posicion - 1];
      return id === undefined ? [] : [{ id, visto: dificultadGuardada(id, guardados) }];
    }),
    faltas: [...faltas, ...ajenas],
    reglas,
  };
}

/** A value that its field cannot hold, said before anything is applied. */
function noSePuedeGuardar(lugar: Lugar, valor: ValorCampo, donde: string): FaltaImportada {
  const opciones = opcionesDe(lugar);
  return {
    donde,
    encontrado: [valor].flat().join(", ").slice(0, 200),
    esperado: opciones ? opciones.join(", ") : "",
    mensaje: opciones
      ? "El archivo trae una opción que este campo no tiene: no se importa. Corríjala en el archivo."
      : "El archivo trae más texto del que este campo guarda: no se importa. Acórtelo en el archivo.",
    nivel: "error",
  };
}

/** What was done in the platform after the file was handed out that its value would undo; null when nothing was. */
function loDeLuego(posteriores: Posteriores | null, lugar: string, grupo: Lugar["grupo"]): string | null {
  const decir = ({ quien, en }: Posterior, que: string) =>
    `${quien ?? "La plataforma"} ${que} el ${mostrarInstante(en)}.`;
  const escrito = posteriores?.campos.get(lugar);
  if (escrito) return decir(escrito, "lo escribió");
  // The file knows them by their position, which is no longer the same.
  const baja = posteriores?.bajas.get(grupo);
  return baja ? decir(baja, "quitó una fila") : null;
}

const vacioDe = ({ grupo, campo }: Lugar): ValorCampo => (tipoDe(grupo, campo) === "lista" ? [] : null);

function dificultadGuardada(id: string, guardados: Readonly<Record<string, ValorCampo>>): DificultadEscrita {
  const pares = CAMPOS_DIFICULTAD.map((campo) => {
    const lugar: Lugar = { grupo: "dificultad", clave: [id], campo };
    return [campo, guardados[escribirLugar(lugar)] ?? vacioDe(lugar)];
  });
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
