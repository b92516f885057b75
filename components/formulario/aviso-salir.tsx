"use client";
import { Boton } from "@/components/ui/boton";
import { Confirmacion } from "@/components/ui/confirmacion";
import { descargarBorradores } from "./descargar";

export type PropsAvisoSalir = {
  usuario: string;
  /** Texts that this browser keeps unsent; none closes it. */
  quedan: number;
  alCerrar: () => void;
  alConfirmar: () => Promise<void>;
};

/** What is lost by signing out now, to download before, to leave or to stay. */
export function AvisoSalir({ usuario, quedan, alCerrar, alConfirmar }: PropsAvisoSalir) {
  return (
    <Confirmacion
      abierto={quedan > 0}
      titulo="Hay textos sin guardar en este equipo"
      textoConfirmar="Borrar y cerrar sesión"
      textoCancelar="Seguir en la plataforma"
      peligrosa
      alCerrar={alCerrar}
      alConfirmar={alConfirmar}
    >
      <p>
        {quedan === 1 ? "Un texto que usted escribió" : `${quedan} textos que usted escribió`} aún no
        {quedan === 1 ? " se guarda" : " se guardan"} en la plataforma. Si cierra la sesión,{" "}
        {quedan === 1
          ? "se borra de este equipo para que nadie más lo vea."
          : "se borran de este equipo para que nadie más los vea."}
      </p>
      <div>
        <Boton variante="secundario" icono="descargar" onClick={() => descargarBorradores(usuario)}>
          Descargar lo que escribí
        </Boton>
      </div>
    </Confirmacion>
  );
}
