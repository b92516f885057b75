import { Desplegable } from "@/components/ui/desplegable";

export type Funcion = { id: string; institucion: string; rol: string; actual: boolean };

type Props = {
  funciones: readonly Funcion[] /** What the bar says: the institution one is in. */;
  nombre: string;
  detalle: string;
};

/** Always says for which institution and in which function one acts; changes it when there are several. */
export function SelectorFuncion({ funciones, nombre, detalle }: Props) {
  const texto = (
    <>
      <span className="block leading-tight font-medium text-papel">{nombre}</span>
      <span className="block text-sm leading-tight text-tinte">{detalle}</span>
    </>
  );
  if (funciones.length < 2) return <div className="px-3 py-2">{texto}</div>;
  return (
    <Desplegable fondo="oscuro" icono="institucion" etiqueta="Actúa en" lado="izquierda" texto={texto}>
      <p className="px-3 py-2 text-texto-suave">Cambiar de función</p>
      <ListaFunciones funciones={funciones} />
    </Desplegable>
  );
}

/** The functions of a person, each a button: changing something is never a link. */
export function ListaFunciones({ funciones, volver }: { funciones: readonly Funcion[]; volver?: string }) {
  return (
    <ul className="flex flex-col gap-1">
      {funciones.map((funcion) => (
        <li key={funcion.id}>
          <form method="post" action="/sesion/funcion">
            <input type="hidden" name="membresia" value={funcion.id} />
            {volver && <input type="hidden" name="volver" value={volver} />}
            <button
              type="submit"
              aria-current={funcion.actual ? "true" : undefined}
              className="flex min-h-11 w-full flex-col justify-center rounded-sm px-3 py-2 text-left text-primario hover:bg-tinte hover:text-primario-hover aria-[current]:bg-tinte aria-[current]:text-titulo"
            >
              <span className="font-medium">{funcion.institucion}</span>
              <span className="text-sm text-texto-suave">
                {funcion.rol}
                {funcion.actual && <span className="sr-only"> (actual)</span>}
              </span>
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}
