import { Desplegable } from "@/components/ui/desplegable";
import { type EnlaceMenu, ListaMenu } from "./menu-usuario";

type Props = {
  /** The institution one is working in. */
  nombre: string;
  /** «Plan 2025» or the role in it. */
  detalle?: string;
  /** Where one may switch to, the present one included. Alone, there is nothing to unfold. */
  instituciones: readonly EnlaceMenu[];
  actual: string;
};

/** Always says for which institution one is acting; switches when there are several. */
export function SelectorInstitucion({ nombre, detalle, instituciones, actual }: Props) {
  const texto = (
    <>
      <span className="block leading-tight font-medium text-papel">{nombre}</span>
      {detalle && <span className="block text-sm leading-tight text-tinte">{detalle}</span>}
    </>
  );
  if (instituciones.length < 2) return <div className="px-3 py-2">{texto}</div>;
  return (
    <Desplegable fondo="oscuro" icono="institucion" etiqueta="Institución" lado="izquierda" texto={texto}>
      <p className="px-3 py-2 text-texto-suave">Cambiar de institución</p>
      <ListaMenu enlaces={instituciones} actual={actual} />
    </Desplegable>
  );
}
