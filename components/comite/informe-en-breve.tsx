import { Tarjeta } from "@/components/ui/tarjeta";
import type { CuentaEnBreve, InformeEnBreve } from "@/lib/flujo/vistaComite";

/** Those read at a glance of each list: the rest is a press away. */
const A_LA_VISTA = 3;

/** The report in one screen, for who signs it: what was fulfilled and what was not, and what the institution says of it. */
export function ResumenDelInforme({ informe }: { informe: InformeEnBreve }) {
  const { cuentas, dificultades, sinDificultades, seguimiento } = informe;
  return (
    <section className="flex flex-col gap-4" aria-labelledby="en-breve">
      <h2 id="en-breve" className="text-2xl">
        El informe en breve
      </h2>
      <div className="grid gap-4 lg:grid-cols-3">
        {cuentas.map((cuenta) => (
          <Cuenta key={cuenta.clave} cuenta={cuenta} />
        ))}
      </div>
      <div className="grid gap-4 lg:grid-cols-2">
        <Tarjeta titulo="Dificultades y holguras" nivel={3}>
          {dificultades.length === 0 ? (
            <p>{sinDificultades ?? <SinInformar />}</p>
          ) : (
            <Lista
              filas={dificultades.map(({ tipo, texto }, i) => ({
                clave: `${i}`,
                ver: (
                  <>
                    <strong className="font-medium">{tipo}:</strong> {texto ?? <SinInformar />}
                  </>
                ),
              }))}
            />
          )}
        </Tarjeta>
        <Tarjeta titulo="Seguimiento" nivel={3}>
          <dl className="flex flex-col gap-2">
            {seguimiento.map(({ titulo, texto }) => (
              <div key={titulo}>
                <dt className="font-medium text-texto-suave">{titulo}</dt>
                <dd className="break-words">{texto ?? <SinInformar />}</dd>
              </div>
            ))}
          </dl>
        </Tarjeta>
      </div>
    </section>
  );
}

const SinInformar = () => <span className="text-texto-suave">Sin informar</span>;

function Cuenta({ cuenta: { titulo, cifra, grupos } }: { cuenta: CuentaEnBreve }) {
  return (
    <Tarjeta titulo={titulo} nivel={3}>
      <p className="font-titulo text-xl font-semibold text-titulo">{cifra ?? "El plan no tiene"}</p>
      {grupos.map(({ nombre, cuantos, casos }) => (
        <div key={nombre} className="mt-3">
          <p className="font-medium text-texto-suave">
            {nombre}: {cuantos}
          </p>
          <Lista filas={casos.map(({ clave, texto }) => ({ clave, ver: texto }))} />
        </div>
      ))}
    </Tarjeta>
  );
}

type Fila = { readonly clave: string; readonly ver: React.ReactNode };

function Lista({ filas }: { filas: readonly Fila[] }) {
  const resto = filas.slice(A_LA_VISTA);
  return (
    <>
      <Puntos filas={filas.slice(0, A_LA_VISTA)} />
      {resto.length > 0 && (
        <details>
          <summary className="inline-flex min-h-11 items-center text-primario underline underline-offset-4 hover:text-primario-hover">
            Ver {resto.length} más
          </summary>
          <Puntos filas={resto} />
        </details>
      )}
    </>
  );
}

const Puntos = ({ filas }: { filas: readonly Fila[] }) => (
  <ul className="flex list-disc flex-col gap-1 pl-6">
    {filas.map(({ clave, ver }) => (
      <li key={clave} className="break-words">
        {ver}
      </li>
    ))}
  </ul>
);
