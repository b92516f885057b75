import type { Cola } from "@/components/formulario/cola";
import { comoSeEscribe } from "@/components/formulario/usar-campo";
import { avisar } from "@/components/ui/avisos-cola";
import type { ValorCampo } from "@/lib/flujo/campo";

/** A field with its value as kept, in the page as drawn. */
export type CampoDibujado = { readonly lugar: string; readonly valor: ValorCampo };

/** What a field shows now, outside its own component. */
export function verHoy(cola: Cola, { lugar, valor }: CampoDibujado): ValorCampo {
  const [entrada, aceptado] = [cola.verEntrada(lugar), cola.verAceptado(lugar)];
  // Not «??»: the null of a field just emptied is its value.
  return entrada ? entrada.valor : aceptado ? aceptado.escrito : comoSeEscribe(lugar, valor);
}

/**
 * Writes many fields as if they had been typed, and offers to leave them as they were: those that still hold what was
 * put there, since what was typed afterwards is the person's.
 * @param puedeVolver whether an unchanged field may be put back; asked in order, the earlier ones already back.
 */
export function escribirVarios(
  cola: Cola,
  cambios: readonly (readonly [CampoDibujado, ValorCampo])[],
  texto: string,
  puedeVolver: (lugar: string) => boolean = () => true,
) {
  const escribir = ({ lugar, valor }: CampoDibujado, nuevo: ValorCampo) => {
    const aceptado = cola.verAceptado(lugar);
    cola.escribir(lugar, aceptado ? aceptado.valor : valor, nuevo);
  };
  const hechos = cambios.map(([campo, puesto]) => {
    const antes = verHoy(cola, campo);
    escribir(campo, puesto);
    return { campo, puesto, antes };
  });
  cola.vaciar();
  const alPulsar = () => {
    for (const { campo, puesto, antes } of hechos)
      if (verHoy(cola, campo) === puesto && puedeVolver(campo.lugar)) escribir(campo, antes);
    cola.vaciar();
  };
  avisar({ tono: "exito", texto, accion: { texto: "Deshacer", alPulsar } });
}
