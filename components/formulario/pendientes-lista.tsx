"use client";
import { Alerta } from "@/components/ui/alerta";
import { Boton } from "@/components/ui/boton";
import type { Entrada } from "./almacen";
import type { Cola } from "./cola";
import { descargarBorradores } from "./descargar";
import { enlaceDeLugar, nombrarLugar } from "./nombrar";
import { INSTANTE, valorComoTexto } from "./texto";

type Props = { cola: Cola; detenidas: readonly Entrada[] };

/** Says how many texts were not accepted, lists them and hands them over. */
export function AvisoDetenidas({ cola, detenidas }: Props) {
  return (
    <Alerta
      tono="advertencia"
      titulo={
        detenidas.length === 1
          ? "Hay un texto suyo que no se guardó y sigue en este equipo"
          : `Hay ${detenidas.length} textos suyos que no se guardaron y siguen en este equipo`
      }
      acciones={
        <Boton variante="secundario" icono="descargar" onClick={() => descargarBorradores(cola.usuario)}>
          Descargar lo que escribí
        </Boton>
      }
    >
      <ListaDetenidas cola={cola} detenidas={detenidas} />
    </Alerta>
  );
}

/** Each text that was not accepted, named as people read it, whole, with the way to its field and what to do with it. */
function ListaDetenidas({ cola, detenidas }: Props) {
  return (
    <ul className="mt-2 flex flex-col gap-3">
      {detenidas.map(({ lugar, institucion, valor, escritoEn, detenida }) => {
        const href = enlaceDeLugar(institucion, lugar);
        return (
          <li key={lugar}>
            <details>
              <summary className="min-h-11 py-2 text-primario underline underline-offset-4">
                {nombrarLugar(lugar)}, {INSTANTE.format(escritoEn)}
                {detenida?.motivo === "conflicto" &&
                  (detenida.propio
                    ? " (usted escribió ahí, en otra pestaña o equipo)"
                    : " (otra persona escribió ahí)")}
              </summary>
              <p className="whitespace-pre-wrap break-words">{valorComoTexto(valor)}</p>
              <div className="mt-2 flex flex-wrap items-center gap-3">
                {href && (
                  <a
                    href={href}
                    className="inline-flex min-h-11 items-center text-primario underline underline-offset-4"
                  >
                    Ir al campo
                  </a>
                )}
                <Boton variante="secundario" onClick={() => cola.reintentar(lugar)}>
                  Intentar guardar otra vez
                </Boton>
                <Boton variante="sutil" onClick={() => cola.descartar(lugar)}>
                  Descartar
                </Boton>
              </div>
            </details>
          </li>
        );
      })}
    </ul>
  );
}
