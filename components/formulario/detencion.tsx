"use client";
import { Alerta } from "@/components/ui/alerta";
import { Boton } from "@/components/ui/boton";
import type { ValorCampo } from "@/lib/flujo/campo";
import { INSTANTE, valorComoTexto } from "./texto";
import type { CampoVivo } from "./usar-campo";

/** What a value reads like when two people's are compared. */
export type MostrarValor = (valor: ValorCampo) => string;

type Props = { campo: CampoVivo<never>; mostrar?: MostrarValor | undefined };

/** Below a field whose text waits for the person: somebody else wrote there, or it is closed. Nothing is thrown away. */
export function AvisoDetencion({ campo, mostrar = valorComoTexto }: Props) {
  const { detenida } = campo;
  if (!detenida) return null;
  if (detenida.motivo === "cerrado")
    return (
      <Alerta tono="advertencia" anuncia titulo="No se guardó: su texto sigue en este equipo">
        <p>{detenida.mensaje}</p>
        <div className="mt-3 flex flex-wrap gap-3">
          <Boton variante="secundario" onClick={() => navigator.clipboard.writeText(mostrar(campo.valor))}>
            Copiar mi texto
          </Boton>
          <Boton variante="secundario" onClick={campo.reintentar}>
            Intentar guardar otra vez
          </Boton>
          <Boton variante="sutil" onClick={campo.descartar}>
            Descartar mi texto
          </Boton>
        </div>
      </Alerta>
    );
  const quien = detenida.propio ? "Usted, en otra pestaña o equipo," : (detenida.autor ?? "Otra persona");
  const cuando = detenida.en ? ` el ${INSTANTE.format(new Date(detenida.en))}` : "";
  return (
    <Alerta tono="advertencia" anuncia titulo={`${quien} escribió aquí${cuando}`}>
      <dl className="grid gap-3 sm:grid-cols-2">
        <div>
          <dt className="font-medium">Lo que está guardado</dt>
          <dd className="whitespace-pre-wrap break-words">{mostrar(campo.mostrar(detenida.actual))}</dd>
        </div>
        <div>
          <dt className="font-medium">Lo que usted escribió</dt>
          <dd className="whitespace-pre-wrap break-words">{mostrar(campo.valor)}</dd>
        </div>
      </dl>
      <div className="mt-3 flex flex-wrap gap-3">
        <Boton variante="secundario" onClick={() => campo.resolver("mio")}>
          Guardar lo mío
        </Boton>
        <Boton variante="sutil" onClick={() => campo.resolver("ajeno")}>
          Dejar lo guardado
        </Boton>
      </div>
    </Alerta>
  );
}
