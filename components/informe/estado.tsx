import { Alerta } from "@/components/ui/alerta";
import { EnlaceBoton } from "@/components/ui/enlace-boton";

type Props = {
  codigo: string;
  cierre: { readonly motivo: string; readonly mensaje: string } | null;
  estadoPlan: string;
};

/** Why the report cannot be written now and where it is opened again; and that the plan is not approved yet. */
export function EstadoDelInforme({ codigo, cierre, estadoPlan }: Props) {
  if (cierre)
    return (
      <Alerta
        tono="advertencia"
        titulo="El informe no se puede modificar ahora"
        acciones={
          cierre.motivo === "envio" ? undefined : (
            <EnlaceBoton href={`/institucion/${codigo}/comite/informe`} variante="secundario">
              Ir a la página del Comité
            </EnlaceBoton>
          )
        }
      >
        {cierre.mensaje}
      </Alerta>
    );
  if (estadoPlan === "aprobada") return null;
  return (
    <Alerta titulo="El Comité todavía no aprueba el plan">
      Puede llenar el informe desde ya. Si el plan cambia, lo que se pregunta aquí cambia con él, y el informe
      solo se puede enviar al Comité con el plan aprobado.
    </Alerta>
  );
}
