import { ejercicioEnCurso } from "@/lib/datos/repositorio/ejercicio";
import { buscarInstituciones, institucionesLlamadas } from "@/lib/datos/repositorio/grupoInstitucion";
import { actualizarResumen } from "@/lib/datos/repositorio/resumen";
import { conActor, type Transaccion } from "@/lib/datos/transaccion";
import {
  type Elegible,
  elegido,
  leerEleccion,
  nadieElegido,
  PROPUESTAS,
  type Propuestas,
  textoDe,
} from "@/lib/flujo/eleccion";
import { puede } from "@/lib/flujo/permiso";
import { exito, fallar, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import { comoSeBusca } from "@/lib/flujo/tablero";
import type { Contexto } from "../contexto";

const REVISE = "Revise los datos marcados y vuelva a intentarlo.";

const parecidas = (tx: Transaccion, ejercicioId: string, texto: string) =>
  buscarInstituciones(
    tx,
    ejercicioId,
    { texto: comoSeBusca(texto), grupo: "" },
    { desde: 0, cuantas: PROPUESTAS },
  );

const comoElegible = ({ id, nombre, codigo }: { id: string; nombre: string; codigo: string }): Elegible => ({
  id,
  nombre,
  llave: codigo,
});

/** The first active institutions within reach whose code, name or ministry contains a text. */
export async function proponerInstituciones(
  { actor, ahora }: Contexto,
  { texto }: { readonly texto: string },
): Promise<Resultado<Propuestas>> {
  if (!puede(actor, "prorroga.otorgar")) return NO_ENCONTRADO;
  await actualizarResumen();
  return conActor(
    actor,
    "prorroga.proponer",
    async (tx) => {
      const ejercicio = await ejercicioEnCurso(tx, ahora);
      if (!ejercicio) return NO_ENCONTRADO;
      const { total, filas } = await parecidas(tx, ejercicio.id, texto);
      const opciones = filas.map((fila) => ({
        texto: textoDe(comoElegible(fila)),
        detalle: fila.ministerio,
      }));
      return exito({ opciones, hayMas: total > opciones.length });
    },
    { soloLectura: true },
  );
}

/** The id of the institution that a text names. Fails with `entrada_invalida` at `campo`, naming those it resembles. */
export async function elegirInstitucion(
  { actor, ahora }: Contexto,
  { campo, texto }: { readonly campo: string; readonly texto: string },
): Promise<Resultado<string>> {
  if (!puede(actor, "prorroga.otorgar")) return NO_ENCONTRADO;
  if (texto.trim() === "")
    return fallar("entrada_invalida", REVISE, {
      [campo]: "Elija la institución: escriba su nombre o su código.",
    });
  await actualizarResumen();
  return conActor(
    actor,
    "prorroga.elegir",
    async (tx) => {
      const ejercicio = await ejercicioEnCurso(tx, ahora);
      if (!ejercicio) return NO_ENCONTRADO;
      const llamadas = await institucionesLlamadas(tx, ejercicio.id, leerEleccion(texto));
      const cual = elegido(texto, llamadas.map(comoElegible));
      if (cual) return exito(cual.id);
      const { filas } = await parecidas(tx, ejercicio.id, texto);
      const mensaje = nadieElegido(texto, filas.map(comoElegible), "el código");
      return fallar("entrada_invalida", REVISE, { [campo]: mensaje });
    },
    { soloLectura: true },
  );
}
