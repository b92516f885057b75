"use client";
import { useSyncExternalStore } from "react";
import { useCola } from "@/components/formulario/proveedor";
import { avisar } from "@/components/ui/avisos-cola";
import { Boton } from "@/components/ui/boton";

type Props = { respuestas: readonly { readonly lugar: string; readonly valor: boolean | null }[] };

/** Answers «no» at once where nobody has answered yet: most components of most activities stay as they were. */
export function ResponderSinCambios({ respuestas }: Props) {
  const cola = useCola();
  const hoy = ({ lugar, valor }: Props["respuestas"][number]) => {
    const [entrada, aceptado] = [cola.verEntrada(lugar), cola.verAceptado(lugar)];
    return entrada ? entrada.valor : aceptado ? aceptado.escrito : valor;
  };
  const contar = () => respuestas.filter((una) => hoy(una) === null).length;
  const pendientes = useSyncExternalStore(
    cola.suscribir,
    contar,
    () => respuestas.filter(({ valor }) => valor === null).length,
  );
  if (pendientes === 0) return null;

  function escribir(lugares: readonly string[], nuevo: boolean | null) {
    for (const { lugar, valor } of respuestas) {
      if (!lugares.includes(lugar)) continue;
      const aceptado = cola.verAceptado(lugar);
      cola.escribir(lugar, aceptado ? aceptado.valor : valor, nuevo);
    }
    cola.vaciar();
  }

  return (
    <Boton
      variante="secundario"
      icono="listo"
      onClick={() => {
        const lugares = respuestas.filter((una) => hoy(una) === null).map(({ lugar }) => lugar);
        escribir(lugares, false);
        avisar({
          tono: "exito",
          texto:
            lugares.length === 1
              ? "Se respondió que 1 componente no se modificó."
              : `Se respondió que ${lugares.length} componentes no se modificaron.`,
          accion: { texto: "Deshacer", alPulsar: () => escribir(lugares, null) },
        });
      }}
    >
      {pendientes === 1 ? "Responder «No» en el que falta" : `Responder «No» en los ${pendientes} que faltan`}
    </Boton>
  );
}
