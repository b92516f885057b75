import type { AccionFormulario } from "@/components/formulario/llamar";
import { Enlace } from "@/components/ui/enlace";
import { Etiqueta } from "@/components/ui/etiqueta";
import { enChile } from "@/components/ui/instante";
import { BotonAviso } from "./boton-aviso";

type AvisoVisible = {
  readonly id: string;
  readonly nombre: string;
  readonly texto: string;
  readonly enlace: string;
  readonly creadaEn: Date;
};

type Props = {
  titulo: string;
  avisos: readonly AvisoVisible[];
  ahora: Date;
  /** Of those not read: opens one, marking it, and marks one without opening it. */
  abrir?: AccionFormulario;
  marcar?: AccionFormulario;
};

/** Notices by day of continental Chile, the newest first. */
export function ListaAvisos({ titulo, avisos, ahora, abrir, marcar }: Props) {
  const dias = new Map<number, AvisoVisible[]>();
  for (const aviso of avisos) {
    const { dia } = enChile(aviso.creadaEn);
    dias.set(dia, [...(dias.get(dia) ?? []), aviso]);
  }
  return (
    <section className="flex max-w-lectura flex-col gap-4">
      <h2 className="text-xl">
        {titulo} <span className="text-texto-suave">({avisos.length})</span>
      </h2>
      {[...dias].map(([dia, delDia]) => (
        <div key={dia}>
          <h3 className="text-base font-medium text-texto-suave">
            {nombreDelDia(delDia[0]?.creadaEn ?? ahora, ahora)}
          </h3>
          <ol className="divide-y divide-borde">
            {delDia.map(({ id, nombre, texto, enlace, creadaEn }) => (
              <li key={id} className="flex flex-col gap-1 py-3">
                <p className="flex flex-wrap items-center gap-2 text-sm text-texto-suave">
                  <time dateTime={creadaEn.toISOString()}>{enChile(creadaEn).hora}</time>
                  <Etiqueta tono={abrir ? "info" : "neutro"}>{nombre}</Etiqueta>
                </p>
                <p className={abrir ? "font-medium whitespace-pre-line" : "whitespace-pre-line"}>{texto}</p>
                {abrir && marcar ? (
                  <div className="-ml-4 flex flex-wrap">
                    <BotonAviso accion={abrir} aviso={id} texto="Ver" de={texto} />
                    <BotonAviso accion={marcar} aviso={id} texto="Marcar como leído" de={texto} />
                  </div>
                ) : (
                  <p>
                    <Enlace href={enlace} className="enlace inline-flex min-h-11 items-center">
                      Ver<span className="sr-only">: {texto}</span>
                    </Enlace>
                  </p>
                )}
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}

function nombreDelDia(instante: Date, ahora: Date): string {
  const { dia, fecha } = enChile(instante);
  const hace = enChile(ahora).dia - dia;
  if (hace === 0) return "Hoy";
  return hace === 1 ? "Ayer" : fecha;
}
