"use client";
import { type ChangeEvent, useState } from "react";
import { Alerta } from "@/components/ui/alerta";
import { Campo } from "@/components/ui/campo";
import { estiloBoton } from "@/components/ui/estilo-boton";
import { Icono } from "@/components/ui/iconos";

type Props = {
  /** Signed digests by what they are of: «Plan», «Informe». */
  firmadas: readonly { readonly de: string; readonly huella: string }[];
};

type Estado =
  | { readonly paso: "nada" | "leyendo" }
  | { readonly paso: "ilegible"; readonly mensaje: string }
  | {
      readonly paso: "leido";
      readonly nombre: string;
      readonly plan: string | null;
      readonly informe: string | null;
    };

const MEGAS = 20;

/** Compares a file of the person with what was signed, in their own browser: nothing is sent anywhere. */
export function CompararArchivo({ firmadas }: Props) {
  const [estado, setEstado] = useState<Estado>({ paso: "nada" });

  async function alElegir(evento: ChangeEvent<HTMLInputElement>) {
    const archivo = evento.currentTarget.files?.[0];
    if (!archivo) return setEstado({ paso: "nada" });
    if (archivo.size > MEGAS * 1024 * 1024)
      return setEstado({ paso: "ilegible", mensaje: `El archivo supera ${MEGAS} MB: no es un expediente.` });
    setEstado({ paso: "leyendo" });
    // The reader and the rules weigh more than this whole page: fetched only by who has a file to compare.
    const [{ juzgar }, bytes] = await Promise.all([
      import("@/lib/expediente/juzgar"),
      archivo.arrayBuffer().then((contenido) => new Uint8Array(contenido)),
    ]);
    const { huellaPlan, huellaInforme, faltas } = juzgar(bytes);
    if (huellaPlan === undefined)
      return setEstado({
        paso: "ilegible",
        mensaje: faltas[0]?.mensaje ?? "El archivo no trae un plan del que calcular la huella.",
      });
    setEstado({ paso: "leido", nombre: archivo.name, plan: huellaPlan, informe: huellaInforme ?? null });
  }

  return (
    <div className="flex flex-col gap-4">
      <Campo
        id="archivo"
        etiqueta="Archivo JSON"
        ayuda="Un expediente o un plan descargado de la plataforma. Se lee en su equipo: no se envía a ninguna parte."
      >
        <input
          id="archivo"
          type="file"
          accept=".json,application/json"
          aria-describedby="archivo-ayuda"
          onChange={alElegir}
          className="peer sr-only"
        />
        {/* The native button speaks the browser's language; this one is its label and speaks ours. */}
        <label
          htmlFor="archivo"
          className={estiloBoton(
            "secundario",
            false,
            "cursor-pointer peer-focus-visible:outline-3 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-foco peer-focus-visible:ring-2 peer-focus-visible:ring-primario-activo",
          )}
        >
          <Icono nombre="archivo" />
          Elegir archivo
        </label>
      </Campo>
      <div role="status">{estado.paso === "leyendo" && <p>Calculando la huella…</p>}</div>
      {estado.paso === "ilegible" && (
        <Alerta tono="error" anuncia titulo="No se pudo calcular la huella">
          {estado.mensaje}
        </Alerta>
      )}
      {estado.paso === "leido" && <Veredicto {...estado} firmadas={firmadas} />}
    </div>
  );
}

function Veredicto(props: Props & { nombre: string; plan: string | null; informe: string | null }) {
  const { nombre, plan, informe, firmadas } = props;
  const calculadas = [
    { de: "plan", huella: plan },
    { de: "informe", huella: informe },
  ].flatMap(({ de, huella }) => (huella ? [{ de, huella }] : []));
  const iguales = firmadas.filter(({ huella }) => calculadas.some((una) => una.huella === huella));
  const listado = (
    <dl className="mt-2 flex flex-col gap-1">
      {calculadas.map(({ de, huella }) => (
        <div key={de}>
          <dt className="text-texto-suave">Huella del {de} en el archivo</dt>
          <dd className="font-mono text-sm break-all">{huella}</dd>
        </div>
      ))}
    </dl>
  );
  if (firmadas.length === 0)
    return (
      <Alerta anuncia titulo={nombre}>
        Compare estas huellas con las del documento.{listado}
      </Alerta>
    );
  return iguales.length > 0 ? (
    <Alerta tono="exito" anuncia titulo={`${nombre}: es lo que se firmó`}>
      Su huella es igual a la firmada ({iguales.map(({ de }) => de.toLowerCase()).join(" y ")}).{listado}
    </Alerta>
  ) : (
    <Alerta tono="error" anuncia titulo={`${nombre}: no es lo que se firmó`}>
      Su contenido difiere del que se firmó, aunque sea en un solo carácter.{listado}
    </Alerta>
  );
}
