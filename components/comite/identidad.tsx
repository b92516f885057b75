import { EntradaClave } from "@/components/ui/entrada-clave";

/** How this person may prove again who they are. */
export type Identidad = {
  /** Proved within the last minutes: nothing more is asked. */
  readonly reciente: boolean;
  readonly tieneClave: boolean;
  readonly proveedores: readonly { readonly id: string; readonly nombre: string }[];
  readonly minutos: number;
};

type Props = { identidad: Identidad; prefijo: string; error?: string | undefined; pedida: boolean };

/** The password once more, inside the form that decides. Nothing while the last proof is recent. */
export function ClaveDeNuevo({ identidad, prefijo, error, pedida }: Props) {
  const { reciente, tieneClave, minutos } = identidad;
  if ((reciente && !pedida && !error) || !tieneClave) return null;
  return (
    <EntradaClave
      id={`${prefijo}clave`}
      name="clave"
      etiqueta="Su clave"
      ayuda={`Confirma que es usted: han pasado más de ${minutos} minutos desde que la escribió.`}
      autoComplete="current-password"
      error={error}
    />
  );
}
