"use client";
import { Boton } from "@/components/ui/boton";
import { ErrorCampo } from "@/components/ui/campo";
import { EntradaTexto } from "@/components/ui/entrada-texto";

/** Someone who attended, as typed. `clave` only tells the rows of the list apart. */
export type AsistenteEscrito = { clave: string; nombre: string; cargo: string; area: string };

type Props = {
  prefijo: string;
  asistentes: AsistenteEscrito[];
  alCambiar: (asistentes: AsistenteEscrito[]) => void;
  campos: Readonly<Record<string, string>>;
};

const CAMPOS = [
  { campo: "nombre", etiqueta: "Nombre" },
  { campo: "cargo", etiqueta: "Cargo" },
  { campo: "area", etiqueta: "Área" },
] as const;

/** Who attended the session: one group of fields a person, added and taken away one by one. */
export function Asistentes({ prefijo, asistentes, alCambiar, campos }: Props) {
  const cambiar = (i: number, cambio: Partial<AsistenteEscrito>) =>
    alCambiar(asistentes.map((uno, k) => (k === i ? { ...uno, ...cambio } : uno)));
  const agregar = () =>
    alCambiar([...asistentes, { clave: crypto.randomUUID(), nombre: "", cargo: "", area: "" }]);
  return (
    <fieldset id={`${prefijo}asistentes`} className="flex min-w-0 flex-col gap-4">
      <legend className="font-medium">Asistentes</legend>
      <p className="mt-1 max-w-lectura text-texto-suave">
        Quienes asistieron según el acta. La lista parte con el Comité de hoy: quite a quien no estuvo y
        agregue a quien falte.
      </p>
      {campos.asistentes && <ErrorCampo id={`${prefijo}asistentes`}>{campos.asistentes}</ErrorCampo>}
      <ol className="flex flex-col gap-4">
        {asistentes.map((asistente, i) => (
          <li key={asistente.clave} className="rounded-md border border-borde bg-papel p-4">
            <fieldset className="grid min-w-0 gap-3 sm:grid-cols-3">
              <legend className="mb-2 font-medium text-texto-suave">Asistente {i + 1}</legend>
              {CAMPOS.map(({ campo, etiqueta }) => (
                <EntradaTexto
                  key={campo}
                  id={`${prefijo}asistentes.${i}.${campo}`}
                  etiqueta={etiqueta}
                  opcional={campo === "area"}
                  value={asistente[campo]}
                  onChange={(evento) => cambiar(i, { [campo]: evento.currentTarget.value })}
                  error={campos[`asistentes.${i}.${campo}`]}
                />
              ))}
            </fieldset>
            <div className="mt-2">
              <Boton
                variante="sutil"
                onClick={() => alCambiar(asistentes.filter((_, k) => k !== i))}
                aria-label={`Quitar al asistente ${i + 1}${asistente.nombre && `, ${asistente.nombre}`}`}
              >
                Quitar
              </Boton>
            </div>
          </li>
        ))}
      </ol>
      <div>
        <Boton variante="secundario" onClick={agregar} repetible>
          Agregar asistente
        </Boton>
      </div>
    </fieldset>
  );
}
