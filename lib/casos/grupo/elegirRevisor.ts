import { ejercicioEnCurso } from "@/lib/datos/repositorio/ejercicio";
import {
  buscarRevisores,
  listarRevisores,
  type Revisor,
  revisoresLlamados,
} from "@/lib/datos/repositorio/grupo";
import { conActor, type Transaccion } from "@/lib/datos/transaccion";
import {
  elegido,
  leerEleccion,
  nadieElegido,
  PROPUESTAS,
  type Propuestas,
  textoDe,
} from "@/lib/flujo/eleccion";
import { exito, fallar, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import { comoSeBusca } from "@/lib/flujo/tablero";
import type { Contexto } from "../contexto";
import { administraGrupos } from "./comun";

const LLAVE = "el correo";

const comoElegible = ({ id, nombre, correo }: Revisor) => ({ id, nombre, llave: correo });

const parecidos = (tx: Transaccion, ejercicioId: string, texto: string) =>
  buscarRevisores(tx, ejercicioId, comoSeBusca(texto), { desde: 0, cuantas: PROPUESTAS });

/** The first reviewers with a text in their name, e-mail or groups, each with the load of the exercise in course. */
export async function proponerRevisores(
  { actor, ahora }: Contexto,
  { texto }: { readonly texto: string },
): Promise<Resultado<Propuestas>> {
  if (!administraGrupos(actor)) return NO_ENCONTRADO;
  return conActor(
    actor,
    "grupo.proponer",
    async (tx) => {
      const ejercicio = await ejercicioEnCurso(tx, ahora);
      if (!ejercicio) return NO_ENCONTRADO;
      const { total, filas } = await parecidos(tx, ejercicio.id, texto);
      const conCarga = await listarRevisores(tx, ejercicio.id, filas);
      const opciones = conCarga.map((uno) => ({
        texto: textoDe(comoElegible(uno)),
        detalle: uno.instituciones === 1 ? "1 institución" : `${uno.instituciones} instituciones`,
      }));
      return exito({ opciones, hayMas: total > opciones.length });
    },
    { soloLectura: true },
  );
}

/**
 * The ids of the reviewers that the texts of some fields name; a blank one stays blank. Fails with `entrada_invalida` at
 * each field that names nobody, saying whom it resembles.
 */
export async function elegirRevisores<C extends string>(
  { actor, ahora }: Contexto,
  textos: Readonly<Record<C, string>>,
): Promise<Resultado<Readonly<Record<C, string>>>> {
  if (!administraGrupos(actor)) return NO_ENCONTRADO;
  return conActor(
    actor,
    "grupo.elegir",
    async (tx) => {
      const ejercicio = await ejercicioEnCurso(tx, ahora);
      if (!ejercicio) return NO_ENCONTRADO;
      const ids = {} as Record<C, string>;
      const campos: Record<string, string> = {};
      for (const [campo, texto] of Object.entries(textos) as [C, string][]) {
        ids[campo] = "";
        if (texto.trim() === "") continue;
        const llamados = await revisoresLlamados(tx, leerEleccion(texto));
        const cual = elegido(texto, llamados.map(comoElegible));
        if (cual) {
          ids[campo] = cual.id;
          continue;
        }
        const { filas } = await parecidos(tx, ejercicio.id, texto);
        campos[campo] = nadieElegido(texto, filas.map(comoElegible), LLAVE);
      }
      return Object.keys(campos).length === 0
        ? exito(ids)
        : fallar("entrada_invalida", "Revise los datos marcados y vuelva a intentarlo.", campos);
    },
    { soloLectura: true },
  );
}
