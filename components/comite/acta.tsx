import { Alerta } from "@/components/ui/alerta";
import { Enlace } from "@/components/ui/enlace";
import { EnlaceBoton } from "@/components/ui/enlace-boton";
import { textoInstante } from "@/components/ui/instante";
import { ListaDatos } from "@/components/ui/lista-datos";
import { Tarjeta } from "@/components/ui/tarjeta";
import { mostrarFecha } from "@/lib/expediente/dia";

export type ActaEnPantalla = {
  readonly numero: string;
  readonly fecha: Date;
  readonly origen: "plataforma" | "papel";
  readonly codigo: string;
  readonly archivoId: string | null;
  readonly archivo: { readonly nombre: string } | null;
  readonly declaraCoherencia: boolean;
  readonly registradaEn: Date;
  readonly anuladaEn: Date | null;
  readonly motivoAnulacion: string | null;
  readonly asistentes: readonly {
    readonly orden: number;
    readonly nombre: string;
    readonly cargo: string;
    readonly area: string | null;
    readonly firmadaEn: Date | null;
  }[];
};

type Props = {
  acta: ActaEnPantalla;
  /** What it approved is still what stands. */
  vale: boolean;
  base: string;
  institucion: string;
};

/** The act in force: its data, who attended, its file, and where anybody may check it. */
export function ActaVigente({ acta, vale, base, institucion }: Props) {
  return (
    <Tarjeta titulo="Acta vigente" id="acta">
      <div className="flex flex-col gap-4">
        {!vale && (
          <Alerta tono="error" titulo="El acta no corresponde a lo que está hoy en la plataforma">
            Hubo un cambio posterior. La contraparte debe volver a abrirlo y pedir una nueva aprobación.
          </Alerta>
        )}
        <ListaDatos
          datos={[
            { clave: "Número", valor: acta.numero },
            { clave: "Fecha", valor: mostrarFecha(acta.fecha.toISOString().slice(0, 10)) },
            {
              clave: "Origen",
              valor:
                acta.origen === "plataforma"
                  ? "Firmada en la plataforma"
                  : `Acta en papel, registrada el ${textoInstante(acta.registradaEn)}`,
            },
            {
              clave: "Asistentes",
              valor: (
                <ul className="flex flex-col gap-1">
                  {acta.asistentes.map(({ orden, nombre, cargo, area, firmadaEn }) => (
                    <li key={orden}>
                      {nombre}, {cargo}
                      {area && `, ${area}`}
                      {firmadaEn && (
                        <span className="text-texto-suave"> · firmó el {textoInstante(firmadaEn)}</span>
                      )}
                    </li>
                  ))}
                </ul>
              ),
            },
            ...(acta.declaraCoherencia
              ? [
                  {
                    clave: "Declaración",
                    valor: "Los ajustes resguardan la coherencia con el diagnóstico de la etapa 1.",
                  },
                ]
              : []),
            {
              clave: "Código de verificación",
              valor: <Enlace href={`/verificar/${acta.codigo}`}>{acta.codigo}</Enlace>,
            },
          ]}
        />
        <div>
          {acta.origen === "plataforma" ? (
            <EnlaceBoton href={`${base}/acta.pdf`} prefetch={false} variante="secundario" icono="descargar">
              Descargar el acta en PDF
            </EnlaceBoton>
          ) : (
            <EnlaceBoton
              href={`/institucion/${institucion}/archivo/${acta.archivoId}`}
              prefetch={false}
              variante="secundario"
              icono="descargar"
            >
              Abrir el acta escaneada
            </EnlaceBoton>
          )}
        </div>
      </div>
    </Tarjeta>
  );
}
