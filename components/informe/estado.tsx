import { Alerta } from "@/components/ui/alerta";
import { EnlaceBoton } from "@/components/ui/enlace-boton";
import { Plazo } from "@/components/ui/plazo";
import { textoPlazo } from "@/components/ui/plazo-texto";

type Props = {
  codigo: string;
  cierre: { readonly motivo: string; readonly mensaje: string } | null;
  estadoPlan: string;
  estado: string;
  /** Last instant to send it, and the present one. */
  vence: Date;
  ahora: Date;
  /** The Red returned what was sent: until when the new version answers it. */
  devuelta: { readonly responderHasta: Date | null } | null;
};

const TREINTA_DIAS_MS = 30 * 86_400_000;

/** Until when the report can be sent, why it cannot be written now if so, and that the plan is not approved yet. */
export function EstadoDelInforme(props: Props) {
  return (
    <div className="flex flex-col gap-4">
      {/* What is at the Red has no term left: a countdown would ask for it twice. */}
      {props.cierre?.motivo !== "envio" && <HastaCuando {...props} />}
      <Situacion {...props} />
    </div>
  );
}

/** The term that counts: after a return it is that of the answer, which may come before the one of everybody. */
function HastaCuando({ vence, ahora, devuelta, estado }: Props) {
  const responder = devuelta?.responderHasta ?? null;
  if (responder === null && vence.getTime() - ahora.getTime() > TREINTA_DIAS_MS) {
    const { fecha, hora } = textoPlazo(vence, ahora);
    return (
      <p className="text-texto-suave">
        El informe se envía a la Red de Expertos a más tardar el {fecha}, {hora} horas de Chile continental.
      </p>
    );
  }
  return (
    <Plazo
      titulo={responder ? "Envío de la nueva versión" : "Envío a la Red de Expertos"}
      vence={responder ?? vence}
      ahora={ahora}
      {...(estado !== "aprobada" && { nota: "El Comité debe aprobar antes el informe." })}
    />
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
