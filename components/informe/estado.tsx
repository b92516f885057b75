import { Alerta } from "@/components/ui/alerta";
import { EnlaceBoton } from "@/components/ui/enlace-boton";
import { Plazo } from "@/components/ui/plazo";
import { textoPlazo } from "@/components/ui/plazo-texto";

type Props = {
  codigo: string;
  cierre: { readonly motivo: string; readonly mensaje: string } | null;
  estadoPlan: string;
  /** Last instant to send it, and the present one. */
  vence: Date;
  ahora: Date;
};

const TREINTA_DIAS_MS = 30 * 86_400_000;

/** Until when the report can be sent, why it cannot be written now if so, and that the plan is not approved yet. */
export function EstadoDelInforme(props: Props) {
  const { vence, ahora } = props;
  const { fecha, hora } = textoPlazo(vence, ahora);
  return (
    <div className="flex flex-col gap-4">
      {vence.getTime() - ahora.getTime() > TREINTA_DIAS_MS ? (
        <p className="text-texto-suave">
          El informe se envía a la Red de Expertos a más tardar el {fecha}, {hora} horas de Chile continental.
        </p>
      ) : (
        <Plazo
          titulo="Envío a la Red de Expertos"
          vence={vence}
          ahora={ahora}
          nota="El Comité debe aprobar antes el informe."
        />
      )}
      <Situacion {...props} />
    </div>
  );
}

function Situacion({ codigo, cierre, estadoPlan }: Props) {
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
