import { Alerta } from "@/components/ui/alerta";
import { Plazo } from "@/components/ui/plazo";
import { textoPlazo } from "@/components/ui/plazo-texto";
import { CierreEnVivo } from "./cierre-en-vivo";

type Props = {
  vence: Date;
  ahora: Date;
  cierre: { readonly motivo: string; readonly mensaje: string } | null;
  prorroga: { readonly hasta: Date; readonly razon: string; readonly otorgadaPor: string } | null;
};

const TREINTA_DIAS_MS = 30 * 86_400_000;

/** Until when the plan can be adjusted: a date while it is far, a countdown from 30 days, and why it is closed once it is. */
export function EstadoDelPlazo({ vence, ahora, cierre, prorroga }: Props) {
  const quedanMs = vence.getTime() - ahora.getTime();
  const { fecha, hora } = textoPlazo(vence, ahora);
  const nota = prorroga
    ? `Prórroga otorgada por ${prorroga.otorgadaPor}: ${prorroga.razon} La fecha del acta del Comité no cambia: a más tardar el 30 de junio.`
    : "El Comité debe aprobarlo dentro del mismo plazo.";
  return (
    <div className="flex flex-col gap-4">
      <CierreEnVivo quedanMs={quedanMs + 1} vence={`${fecha}, ${hora} horas de Chile continental`} />
      {cierre && (
        <Alerta tono="advertencia" titulo="El plan no se puede modificar ahora">
          {cierre.mensaje}
          {cierre.motivo === "plazo" && " Mantener como estaba lo que no se decidió sigue siendo posible."}
        </Alerta>
      )}
      {quedanMs > TREINTA_DIAS_MS && !prorroga ? (
        <p className="text-texto-suave">
          El plan se puede ajustar hasta el {fecha}, {hora} horas de Chile continental. {nota}
        </p>
      ) : (
        <Plazo titulo="Ajustes al Plan 2025" vence={vence} ahora={ahora} nota={nota} />
      )}
    </div>
  );
}
