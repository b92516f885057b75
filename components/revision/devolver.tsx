"use client";
import { lazy, Suspense, useState } from "react";
import { Boton } from "@/components/ui/boton";
import type { PropsDevolver } from "./dialogo-devolver";

// Reading is most of a review: what is only needed to return comes when it is asked for.
const DialogoDevolver = lazy(() =>
  import("./dialogo-devolver").then((modulo) => ({ default: modulo.DialogoDevolver })),
);

/** The button that opens the return of a version; what was chosen in it stays when it is closed. */
export function Devolver(props: PropsDevolver) {
  const [pedido, setPedido] = useState(false);
  const [abierto, setAbierto] = useState(false);
  return (
    <>
      <Boton
        onClick={() => {
          setPedido(true);
          setAbierto(true);
        }}
      >
        Devolver con observaciones
      </Boton>
      {pedido && (
        <Suspense fallback={null}>
          <DialogoDevolver {...props} abierto={abierto} alCerrar={() => setAbierto(false)} />
        </Suspense>
      )}
    </>
  );
}
