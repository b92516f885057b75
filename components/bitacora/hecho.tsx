import { valorComoTexto } from "@/components/formulario/texto";
import { textoInstante } from "@/components/ui/instante";
import { type Hecho as DatosHecho, SECCIONES_BITACORA } from "@/lib/flujo/bitacora";

const VERBO = { alta: "Se agregó", cambio: "Cambió", baja: "Se quitó" } as const;

/** Beyond these many letters a value is folded: the whole text is one click away. */
const LARGO = 400;

function Valor({ valor }: { valor: unknown }) {
  const texto = valorComoTexto(valor);
  if (texto.length <= LARGO) return <>{texto}</>;
  return (
    <details>
      <summary className="min-h-11 text-primario">
        <span className="text-texto">{texto.slice(0, LARGO / 2).trimEnd()}…</span>{" "}
        <span className="underline underline-offset-4">Ver entero</span>
      </summary>
      {texto}
    </details>
  );
}

/** Something that somebody did, with what each field said before and what it says. */
export function Hecho({ hecho }: { hecho: DatosHecho }) {
  const { en, quien, seccion, operacion, que, cambios } = hecho;
  return (
    <li className="grid gap-3 py-4">
      <div>
        <p className="font-medium">
          {VERBO[operacion]}: {que}
        </p>
        <p className="text-sm text-texto-suave">
          {quien ?? "La plataforma"}, {textoInstante(en)} · {SECCIONES_BITACORA[seccion]}
        </p>
      </div>
      {cambios.length > 0 && (
        <dl className="grid gap-3">
          {cambios.map(({ etiqueta, antes, despues }) => (
            <div key={etiqueta} className="grid min-w-0 gap-x-6 gap-y-1 md:grid-cols-[16rem_1fr_1fr]">
              <dt className="font-medium">{etiqueta}</dt>
              {operacion === "cambio" && (
                <dd className="min-w-0 whitespace-pre-wrap break-words text-texto-suave">
                  <span className="text-sm">Antes: </span>
                  <Valor valor={antes} />
                </dd>
              )}
              <dd className="min-w-0 whitespace-pre-wrap break-words">
                {operacion === "cambio" && <span className="text-sm">Quedó: </span>}
                <Valor valor={operacion === "baja" ? antes : despues} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}
