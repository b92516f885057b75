"use client";
import { useSyncExternalStore } from "react";
import { useCola } from "@/components/formulario/proveedor";
import { Boton } from "@/components/ui/boton";
import { escribirVarios, verHoy } from "./escribir-varios";

type Props = { respuestas: readonly { readonly lugar: string; readonly valor: boolean | null }[] };

/** Answers «no» at once where nobody has answered yet: most components of most activities stay as they were. */
export function ResponderSinCambios({ respuestas }: Props) {
  const cola = useCola();
  const sinResponder = () => respuestas.filter((una) => verHoy(cola, una) === null);
  const pendientes = useSyncExternalStore(
    cola.suscribir,
    () => sinResponder().length,
    () => respuestas.filter(({ valor }) => valor === null).length,
  );
  if (pendientes === 0) return null;

  return (
    <Boton
      variante="secundario"
      icono="listo"
      onClick={() => {
        const faltan = sinResponder();
        escribirVarios(
          cola,
          faltan.map((una) => [una, false]),
          faltan.length === 1
            ? "Se respondió que 1 componente no se modificó."
            : `Se respondió que ${faltan.length} componentes no se modificaron.`,
        );
      }}
    >
      {pendientes === 1 ? "Responder «No» en el que falta" : `Responder «No» en los ${pendientes} que faltan`}
    </Boton>
  );
}
