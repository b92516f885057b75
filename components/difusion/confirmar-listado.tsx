"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { AccionInstitucion } from "@/components/formulario/llamar";
import { useAccion } from "@/components/formulario/usar-accion";
import { avisar } from "@/components/ui/avisos-cola";
import { Boton } from "@/components/ui/boton";
import { Confirmacion } from "@/components/ui/confirmacion";

type Props = {
  institucion: string;
  archivo: string;
  total: number;
  errores: number;
  /** How many there are now. */
  reemplaza: number;
  reemplazar: AccionInstitucion<{ archivo: string }, { total: number; reemplazados: number }>;
};

const personas = (cuantas: number) =>
  cuantas === 1 ? "1 destinatario" : `${cuantas.toLocaleString("es-CL")} destinatarios`;

/** Puts a reviewed list in the place of the present one, saying how many each has. */
export function ConfirmarListado({ institucion, archivo, total, errores, reemplaza, reemplazar }: Props) {
  const [abierto, setAbierto] = useState(false);
  const { llamar, falla } = useAccion(reemplazar, institucion);
  const router = useRouter();

  async function confirmar() {
    const hecho = await llamar({ archivo });
    if (!hecho) return;
    setAbierto(false);
    avisar({
      tono: "exito",
      texto:
        hecho.reemplazados > 0
          ? `Se guardaron ${personas(hecho.total)}, en lugar de los ${hecho.reemplazados.toLocaleString("es-CL")} que había.`
          : `Se guardaron ${personas(hecho.total)}.`,
    });
    router.replace(
      `/institucion/${institucion}/difusion/destinatarios` as Parameters<typeof router.replace>[0],
    );
  }

  return (
    <>
      <Boton variante={errores > 0 ? "secundario" : "primario"} onClick={() => setAbierto(true)}>
        {errores > 0 ? "Guardarlo igualmente, con sus faltas" : `Guardar ${personas(total)}`}
      </Boton>
      <Confirmacion
        abierto={abierto}
        titulo={
          reemplaza > 0 ? `¿Reemplazar el listado de ${personas(reemplaza)}?` : `¿Guardar ${personas(total)}?`
        }
        textoConfirmar={reemplaza > 0 ? "Reemplazar el listado" : "Guardar el listado"}
        textoPendiente="Guardando…"
        falla={falla?.mensaje}
        alCerrar={() => setAbierto(false)}
        alConfirmar={confirmar}
      >
        <p>
          {reemplaza > 0
            ? `Los ${personas(reemplaza)} de ahora salen y entran los ${total.toLocaleString("es-CL")} de este libro.`
            : "Quedarán como los destinatarios de la difusión, y el libro como su medio de verificación."}
        </p>
        {errores > 0 && (
          <p>
            Tiene {errores === 1 ? "1 falta" : `${errores.toLocaleString("es-CL")} faltas`}: no podrá enviar
            el expediente hasta subir el listado corregido.
          </p>
        )}
      </Confirmacion>
    </>
  );
}
