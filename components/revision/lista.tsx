import type { ComponentProps } from "react";
import { Enlace } from "@/components/ui/enlace";
import { textoInstante } from "@/components/ui/instante";
import {
  type CriterioVisto,
  incumplidas,
  incumplidasEnPalabras,
  type MedioVisto,
  type RequisitoVisto,
} from "@/lib/flujo/vistaRevision";
import { BotonObservar } from "./boton-observar";
import { EnlaceArchivo } from "./documento";
import { EtiquetaResultado } from "./etiqueta-resultado";
import { Juicio } from "./juicio";

type Props = {
  requisitos: readonly RequisitoVisto[];
  envio: string;
  codigo: string;
  /** Whether verdicts may be given now. */
  juzgable: boolean;
  juzgar: ComponentProps<typeof Juicio>["accion"];
  hrefDeRuta: (ruta: string) => string;
};

/** The checklist: each requirement and medio de verificación with its rules, its files and its verdict. */
export function ListaDeVerificacion({ requisitos, ...resto }: Props) {
  return (
    <div className="flex flex-col gap-6">
      {requisitos.map(({ id, nombre, criterio, medios }) => (
        <section key={id} className="flex flex-col gap-3">
          <div className="flex items-start justify-between gap-3">
            <h3 className="min-w-0 text-lg">
              {id}. {nombre}
            </h3>
            {resto.juzgable && <BotonObservar ruta="" requisito={id} lugar={`todo el requisito ${id}`} />}
          </div>
          <ul className="flex flex-col gap-3">
            {medios.map((medio) => (
              <Medio key={medio.id} medio={medio} {...resto} />
            ))}
          </ul>
          <div className="rounded-md bg-tinte p-3">
            <p className="font-medium">
              Resultado del requisito {id} <EtiquetaResultado resultado={criterio?.resultado ?? null} />
            </p>
            {resto.juzgable ? (
              <Juicio envio={resto.envio} criterio={id} nombre={id} actual={criterio} accion={resto.juzgar} />
            ) : (
              <Dicho criterio={criterio} />
            )}
          </div>
        </section>
      ))}
    </div>
  );
}

function Medio({ medio, ...resto }: Omit<Props, "requisitos"> & { medio: MedioVisto }) {
  const { id, nombre, criterio, reglas, archivos } = medio;
  const errores = incumplidas(medio);
  const avisos = reglas.filter(({ faltas }) => faltas.length > 0).length - errores;
  return (
    <li className="rounded-md border border-borde p-3">
      <h4 className="text-base font-medium">
        {nombre} <EtiquetaResultado resultado={criterio?.resultado ?? null} />
      </h4>
      {archivos.map((archivo) => (
        <div key={archivo.ruta} className="flex items-start justify-between gap-3">
          <EnlaceArchivo archivo={archivo} codigo={resto.codigo} />
          {resto.juzgable && archivo.id && (
            <BotonObservar ruta={archivo.ruta} lugar={`el archivo ${archivo.nombre}`} archivo={archivo} />
          )}
        </div>
      ))}
      <details>
        <summary className="min-h-11 py-2 text-primario">
          <span className="underline underline-offset-4">
            {resumen(reglas.length, errores, avisos)}
            <span className="sr-only"> de {nombre}</span>
          </span>
        </summary>
        <Reglas reglas={reglas} hrefDeRuta={resto.hrefDeRuta} />
      </details>
      {resto.juzgable ? (
        <details>
          <summary className="min-h-11 py-2 text-primario">
            <span className="underline underline-offset-4">
              {criterio ? "Cambiar el resultado" : "Poner resultado"}
              <span className="sr-only"> a {nombre}</span>
            </span>
          </summary>
          <Juicio envio={resto.envio} criterio={id} nombre={nombre} actual={criterio} accion={resto.juzgar} />
        </details>
      ) : (
        <Dicho criterio={criterio} />
      )}
    </li>
  );
}

function resumen(total: number, errores: number, avisos: number): string {
  if (errores === 0 && avisos === 0)
    return total === 1 ? "Su regla se cumple" : `Las ${total} reglas se cumplen`;
  const partes = [
    incumplidasEnPalabras(errores),
    avisos > 0 && (avisos === 1 ? "1 aviso" : `${avisos} avisos`),
  ];
  return `${partes.filter(Boolean).join(", ")}, de ${total}`;
}

function Reglas({ reglas, hrefDeRuta }: Pick<MedioVisto, "reglas"> & Pick<Props, "hrefDeRuta">) {
  const primero = [...reglas].sort((a, b) => Number(b.faltas.length > 0) - Number(a.faltas.length > 0));
  return (
    <ul className="divide-y divide-borde text-sm">
      {primero.map(({ codigo, exigencia, faltas }) => (
        <li key={codigo} className="py-2">
          <span className="font-medium">{codigo}</span> {exigencia}{" "}
          {faltas.length === 0 ? (
            <span className="text-exito">Se cumple.</span>
          ) : (
            <ul className="ml-4 list-disc">
              {faltas.map(({ ruta, nivel, mensaje }, i) => (
                <li key={`${ruta} ${i}`}>
                  <span
                    className={nivel === "error" ? "font-medium text-error" : "font-medium text-advertencia"}
                  >
                    {nivel === "error" ? "Falta: " : "Aviso: "}
                  </span>
                  <Enlace href={hrefDeRuta(ruta)} className="enlace">
                    {mensaje}
                  </Enlace>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}

function Dicho({ criterio }: { criterio: CriterioVisto | null }) {
  if (!criterio) return null;
  return (
    <>
      {criterio.razon && <p className="whitespace-pre-line">{criterio.razon}</p>}
      <p className="text-sm text-texto-suave">
        {criterio.por}, {textoInstante(criterio.en)}
      </p>
    </>
  );
}
