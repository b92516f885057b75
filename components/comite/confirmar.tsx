import { Alerta } from "@/components/ui/alerta";
import { Boton } from "@/components/ui/boton";
import { Enlace } from "@/components/ui/enlace";
import type { Identidad } from "./identidad";

type Props = {
  identidad: Identidad;
  /** Where the person comes back to, with `confirmado` in its query. */
  volver: string;
  /** They come from the provider: if that was not enough, it is said. */
  deVuelta: boolean;
};

/** The way back from a provider, outside the form that decides: it leaves the page and returns to it. */
export function ConfirmarConProveedor({ identidad, volver, deVuelta }: Props) {
  const { reciente, tieneClave, proveedores, minutos } = identidad;
  if (reciente || proveedores.length === 0) return null;
  return (
    <div className="grid gap-3">
      {deVuelta && (
        <Alerta tono="advertencia" titulo="Su identidad no quedó confirmada" anuncia>
          <p>
            El proveedor permitió el ingreso sin decir que acaba de comprobar quién es, y la firma lo exige.
            Inténtelo otra vez; si se repite,{" "}
            {tieneClave ? (
              "firme con su clave de la plataforma."
            ) : (
              <>
                <Enlace href="/clave">cree una clave con su correo</Enlace> y firme con ella.
              </>
            )}
          </p>
        </Alerta>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <p className="text-texto-suave">
          {tieneClave ? "O confirme" : "Antes de decidir, confirme"} su identidad otra vez; vale {minutos}{" "}
          minutos:
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
    </div>
  );
}
