import { Alerta } from "@/components/ui/alerta";

/** Why something was not done, where the person is looking. */
export function Falla({ falla }: { falla: { readonly mensaje: string } | null }) {
  if (!falla) return null;
  return (
    <Alerta tono="error" anuncia>
      {falla.mensaje}
    </Alerta>
  );
}
