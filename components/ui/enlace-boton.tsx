import { Enlace, type PropsEnlace } from "./enlace";
import { estiloBoton, type VarianteBoton } from "./estilo-boton";
import { Icono, type NombreIcono } from "./iconos";

type Props = PropsEnlace & { variante?: VarianteBoton; icono?: NombreIcono };

/** A link drawn as a button: for going somewhere, never for changing something. */
export function EnlaceBoton({ variante = "primario", icono, className, children, ...resto }: Props) {
  return (
    <Enlace {...resto} className={estiloBoton(variante, false, className)}>
      {icono && <Icono nombre={icono} />}
      {children}
    </Enlace>
  );
}
