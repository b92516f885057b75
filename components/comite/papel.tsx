"use client";
import { useId, useRef, useState } from "react";
import { useBorrador } from "@/components/formulario/borrador";
import { llamarAccion } from "@/components/formulario/llamar";
import { avisar } from "@/components/ui/avisos-cola";
import { Boton } from "@/components/ui/boton";
import { Casilla } from "@/components/ui/casilla-grupo";
import { EntradaFecha } from "@/components/ui/entrada-fecha";
import { EntradaTexto } from "@/components/ui/entrada-texto";
import { ResumenErrores } from "@/components/ui/resumen-errores";
import type { MateriaEnPantalla, RespuestaComite } from "./acciones";
import { type AsistenteEscrito, Asistentes } from "./asistentes";
import { PdfDelActa, type PdfSubido } from "./pdf-acta";

type Entrada = {
  institucion: string;
  materia: "plan" | "informe";
  _clave?: string;
  huella: string;
  numero: string;
  fecha: string;
  archivoId: string;
  asistentes: AsistenteEscrito[];
  declaraCoherencia: boolean;
};

type Props = MateriaEnPantalla & {
  accion: (previo: unknown, entrada: Entrada) => Promise<RespuestaComite>;
  huella: string;
  /** The Committee of today: where the list of attendees starts. */
  comite: readonly AsistenteEscrito[];
  declara: boolean;
  /** Last day the act may bear, AAAA-MM-DD. */
  hasta: string;
  /** The year of the exercise. */
  ejercicio: number;
};

type Escrito = Pick<Entrada, "numero" | "fecha" | "asistentes" | "declaraCoherencia"> & {
  pdf: PdfSubido | null;
};

/** Registers an act signed on paper. What is typed waits in this browser until then; each fault lands on its field. */
export function FormularioPapel({ accion, ejercicio, comite, declara, hasta, ...lugar }: Props) {
  const { conArticulo, institucion, materia, huella } = lugar;
  const prefijo = useId();
  const clave = useRef("");
  const inicial: Escrito = {
    numero: "",
    fecha: "",
    asistentes: [...comite],
    declaraCoherencia: false,
    pdf: null,
  };
  const [escrito, setEscrito, olvidar] = useBorrador(
    [`Acta en papel que aprueba ${conArticulo}`, institucion, String(ejercicio)],
    inicial,
  );
  const [falla, setFalla] = useState<Extract<RespuestaComite, { ok: false }>["falla"] | null>(null);
  const poner = (cambio: Partial<Escrito>) => setEscrito({ ...escrito, ...cambio });
  const id = (campo: string) => `${prefijo}${campo}`;
  const campos = falla?.campos ?? {};

  async function registrar() {
    clave.current ||= crypto.randomUUID();
    const { pdf, ...datos } = escrito;
    const lugarYDatos = { institucion, materia, huella, ...datos, archivoId: pdf?.id ?? "" };
    const respuesta = await llamarAccion(
      accion,
      { ...lugarYDatos, _clave: clave.current },
      "Lo que escribió sigue aquí",
    );
    if (!respuesta.ok) return setFalla(respuesta.falla);
    olvidar();
    setFalla(null);
    avisar({ tono: "exito", texto: "El acta quedó registrada." });
  }

  return (
    <form noValidate className="flex max-w-2xl flex-col gap-6" onSubmit={(evento) => evento.preventDefault()}>
      <ResumenErrores falla={falla} prefijo={prefijo} />
      <PdfDelActa
        id={id("archivoId")}
        institucion={institucion}
        pdf={escrito.pdf}
        alCambiar={(pdf) => poner({ pdf })}
        error={campos.archivoId}
      />
      <EntradaTexto
        id={id("numero")}
        etiqueta="Número o nombre del acta"
        ayuda="Como figura en ella; por ejemplo, «Acta N° 3 de 2025»."
        ancho="medio"
        value={escrito.numero}
        onChange={(evento) => poner({ numero: evento.currentTarget.value })}
        error={campos.numero}
      />
      <EntradaFecha
        id={id("fecha")}
        etiqueta="Fecha del acta"
        ayuda="El día en que el Comité sesionó y aprobó."
        hasta={hasta}
        value={escrito.fecha}
        onChange={(evento) => poner({ fecha: evento.currentTarget.value })}
        error={campos.fecha}
      />
      <Asistentes
        prefijo={prefijo}
        asistentes={escrito.asistentes}
        alCambiar={(asistentes) => poner({ asistentes })}
        campos={campos}
      />
      {declara && (
        <Casilla
          id={id("declaraCoherencia")}
          texto="En el acta consta que el Comité declara que los ajustes al plan resguardan la coherencia con el diagnóstico de la etapa 1."
          checked={escrito.declaraCoherencia}
          onChange={(evento) => poner({ declaraCoherencia: evento.currentTarget.checked })}
          error={campos.declaraCoherencia}
        />
      )}
      <div>
        <Boton onClick={registrar} textoPendiente="Registrando…">
          Registrar el acta que aprueba {conArticulo}
        </Boton>
      </div>
    </form>
  );
}
