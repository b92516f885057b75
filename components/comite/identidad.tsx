import { Boton } from "@/components/ui/boton";
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

/** The way back from a provider, outside the form that decides: it leaves the page and returns to it. */
export function ConfirmarConProveedor({ identidad, volver }: { identidad: Identidad; volver: string }) {
  const { reciente, proveedores, minutos } = identidad;
  if (reciente || proveedores.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-3">
      <p className="text-texto-suave">
        {identidad.tieneClave ? "O confirme" : "Antes de decidir, confirme"} su identidad otra vez; vale{" "}
        {minutos} minutos:
      </p>
      {proveedores.map(({ id, nombre }) => (
        <form key={id} method="post" action={`/ingresar/con/${id}`}>
          <input type="hidden" name="volver" value={volver} />
          <input type="hidden" name="confirmar" value="si" />
          <Boton type="submit" variante="secundario">
            Confirmar con {nombre}
          </Boton>
        </form>
      ))}
    </div>
  );
}
