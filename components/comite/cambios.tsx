import { Diferencias } from "@/components/ui/diferencias";
import { Etiqueta } from "@/components/ui/etiqueta";
import { Icono } from "@/components/ui/iconos";
import { textoInstante } from "@/components/ui/instante";
import { Tarjeta } from "@/components/ui/tarjeta";
import type { Cambio } from "@/lib/flujo/vistaComite";

const TONO = { modifica: "info", incorpora: "exito", elimina: "advertencia" } as const;

type Props = { cambios: readonly Cambio[]; anio: number };

/** What changed in the plan and why, one card a change, words removed and added marked. */
export function ListaCambios({ cambios, anio }: Props) {
  return (
    <ol className="flex flex-col gap-4">
      {cambios.map((cambio) => (
        <li key={cambio.clave}>
          <Tarjeta nivel={3} titulo={cambio.elemento} acciones={<Rotulo cambio={cambio} />}>
            <div className="flex flex-col gap-4">
              {cambio.componente && <p className="font-medium text-titulo">{cambio.componente}</p>}
              <Contenido cambio={cambio} anio={anio} />
              <Razones cambio={cambio} />
            </div>
          </Tarjeta>
        </li>
      ))}
    </ol>
  );
}

const Rotulo = ({ cambio }: { cambio: Cambio }) => (
  <Etiqueta tono={TONO[cambio.decision]}>{cambio.enPalabras}</Etiqueta>
);

function Contenido({ cambio, anio }: { cambio: Cambio; anio: number }) {
  if (cambio.decision === "modifica") {
    return (
      <div className="flex flex-col gap-2">
        <Diferencias antes={cambio.antes} despues={cambio.despues} />
        <details>
          <summary className="inline-flex min-h-11 items-center text-primario underline underline-offset-4 hover:text-primario-hover">
            Leer los dos textos por separado
          </summary>
          <dl className="flex max-w-lectura flex-col gap-2 border-l-4 border-borde pl-4">
            <dt className="font-medium text-texto-suave">Donde el plan diseñado en {anio - 1} decía</dt>
            <dd className="whitespace-pre-line">{cambio.antes || "Sin contenido"}</dd>
            <dt className="font-medium text-texto-suave">El Plan {anio} dice</dt>
            <dd className="whitespace-pre-line">{cambio.despues}</dd>
          </dl>
        </details>
      </div>
    );
  }
  const texto = cambio.decision === "incorpora" ? cambio.despues : cambio.antes;
  return (
    <div>
      <p className="text-texto-suave">
        {cambio.decision === "incorpora" ? `El Plan ${anio} agrega:` : `El Plan ${anio} ya no contiene:`}
      </p>
      <p className="mt-1 max-w-lectura whitespace-pre-line">{texto}</p>
    </div>
  );
}

function Razones({ cambio }: { cambio: Cambio }) {
  const { categorias, otraRazon, argumento, antecedentes, registradoEn } = cambio;
  return (
    <dl className="flex flex-col gap-2 border-t border-borde pt-3">
      <dt className="font-medium text-texto-suave">Categorías de la justificación</dt>
      <dd>
        <ul className="flex flex-col gap-1">
          {categorias.map(({ nombre, explicacion }) => (
            <li key={nombre}>
              <details className="group">
                <summary className="inline-flex min-h-11 items-center gap-2">
                  <span className="underline underline-offset-4">{nombre}</span>
                  <Icono nombre="abajo" className="transition-transform group-open:rotate-180" />
                </summary>
                <blockquote className="mb-2 max-w-lectura border-l-4 border-primario bg-tinte px-4 py-3">
                  {explicacion}
                </blockquote>
              </details>
            </li>
          ))}
        </ul>
      </dd>
      <Razon titulo="Otra razón" texto={otraRazon} />
      <Razon titulo="Argumento" texto={argumento} />
      <Razon titulo="Antecedentes que lo respaldan" texto={antecedentes} />
      {registradoEn && (
        <dd className="text-sm text-texto-suave">
          Registrado el {textoInstante(registradoEn)} horas de Chile continental.
        </dd>
      )}
    </dl>
  );
}

function Razon({ titulo, texto }: { titulo: string; texto: string | null }) {
  if (!texto) return null;
  return (
    <>
      <dt className="font-medium text-texto-suave">{titulo}</dt>
      <dd className="max-w-lectura whitespace-pre-line">{texto}</dd>
    </>
  );
}
