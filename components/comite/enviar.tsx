"use client";
import { useState } from "react";
import { useBorrador } from "@/components/formulario/borrador";
import { llamarAccion } from "@/components/formulario/llamar";
import { useCola } from "@/components/formulario/proveedor";
import { Alerta } from "@/components/ui/alerta";
import { AreaTexto } from "@/components/ui/area-texto";
import { avisar } from "@/components/ui/avisos-cola";
import { Boton } from "@/components/ui/boton";
import { Confirmacion } from "@/components/ui/confirmacion";
import type { MateriaEnPantalla, RespuestaComite } from "./acciones";

type AccionDirecta<E> = (
  previo: unknown,
  entrada: E & { institucion: string; materia: "plan" | "informe"; _clave?: string },
) => Promise<RespuestaComite>;

/** Opens a question, does the thing once, and says how it went. The key of the intent lasts until it succeeds. */
function useDecision() {
  const [abierta, setAbierta] = useState(false);
  const [falla, setFalla] = useState<string | null>(null);
  const [clave, setClave] = useState("");
  return {
    abierta,
    falla,
    abrir: () => {
      setClave((previa) => previa || crypto.randomUUID());
      setFalla(null);
      setAbierta(true);
    },
    cerrar: () => setAbierta(false),
    hacer: async (llamar: (clave: string) => Promise<RespuestaComite>, hecho: string) => {
      const respuesta = await llamarAccion((_, suya) => llamar(suya), clave, "Lo que escribió sigue aquí");
      if (!respuesta.ok) return setFalla(respuesta.falla.mensaje);
      setClave("");
      setAbierta(false);
      avisar({ tono: "exito", texto: hecho });
    },
  };
}

type PropsEnviar = MateriaEnPantalla & {
  // biome-ignore lint/complexity/noBannedTypes: nothing of its own goes with it
  accion: AccionDirecta<{}>;
  integrantes: number;
  necesarias: number;
  exigePresidencia: boolean;
};

/** Sends what is ready to the Committee, once what was being typed is saved. */
export function BotonEnviar(props: PropsEnviar) {
  const { accion, institucion, materia, conArticulo, integrantes, necesarias, exigePresidencia } = props;
  const { abierta, falla, abrir, cerrar, hacer } = useDecision();
  const cola = useCola();

  async function enviar() {
    await cola.terminar();
    await hacer(
      (clave) => accion(null, { institucion, materia, _clave: clave }),
      `Se envió ${conArticulo} al Comité y se avisó a cada integrante.`,
    );
  }
  return (
    <>
      <Boton onClick={abrir}>Enviar {conArticulo} al Comité</Boton>
      <Confirmacion
        abierto={abierta}
        titulo={`¿Enviar ${conArticulo} al Comité?`}
        textoConfirmar="Enviar al Comité"
        textoPendiente="Enviando…"
        falla={falla}
        alCerrar={cerrar}
        alConfirmar={enviar}
      >
        <p>
          Queda fijado tal como está y no se podrá editar mientras espera firmas. Se avisará a {integrantes}{" "}
          {integrantes === 1 ? "integrante" : "integrantes"}; para aprobar se{" "}
          {necesarias === 1 ? "necesita 1 firma" : `necesitan ${necesarias} firmas`}
          {exigePresidencia && ", entre ellas la de quien preside"}.
        </p>
        <p>
          Si después necesita corregir algo, podrá volver a abrirlo: las firmas dadas quedarán sin efecto.
        </p>
      </Confirmacion>
    </>
  );
}

type PropsAbrir = MateriaEnPantalla & {
  accion: AccionDirecta<{ motivo: string }>;
  firmas: number;
  hayActa: boolean;
  /** It is too late to sign again: only a paper act would do. */
  tarde: boolean;
};

/** Opens it again for editing, after saying what is lost by it. */
export function BotonAbrir({
  accion,
  institucion,
  materia,
  conArticulo,
  firmas,
  hayActa,
  tarde,
}: PropsAbrir) {
  const { abierta, falla, abrir, cerrar, hacer } = useDecision();
  const [motivo, setMotivo, enviado] = useBorrador<string>(
    [`Por qué se abre ${conArticulo}`, institucion],
    "",
  );
  return (
    <>
      <Boton variante="secundario" onClick={abrir}>
        Volver a abrir para modificar
      </Boton>
      <Confirmacion
        abierto={abierta}
        titulo={`¿Volver a abrir ${conArticulo}?`}
        textoConfirmar={hayActa ? "Dejar sin efecto el acta y abrir" : "Abrir para modificar"}
        textoPendiente="Abriendo…"
        peligrosa
        falla={falla}
        alCerrar={cerrar}
        alConfirmar={() =>
          hacer(
            async () => {
              const respuesta = await accion(null, { institucion, materia, motivo });
              if (respuesta.ok) enviado();
              return respuesta;
            },
            `Se abrió ${conArticulo}.${firmas > 0 ? " Las firmas dadas quedaron sin efecto." : ""}`,
          )
        }
      >
        <p className="font-medium">{loQueSePierde(firmas, hayActa)}</p>
        <p>
          {firmas > 0 || hayActa
            ? "Lo firmado queda en la historia, y se avisará a cada integrante del Comité."
            : "Se avisará a cada integrante del Comité."}
        </p>
        {tarde && (
          <Alerta tono="advertencia">
            Ya no se puede firmar en la plataforma: para aprobarlo otra vez necesitará un acta en papel con
            fecha dentro de plazo.
          </Alerta>
        )}
        <AreaTexto
          id="abrir-motivo"
          etiqueta="Por qué se vuelve a abrir"
          opcional
          value={motivo}
          onChange={(evento) => setMotivo(evento.currentTarget.value)}
        />
      </Confirmacion>
    </>
  );
}

function loQueSePierde(firmas: number, hayActa: boolean): string {
  const acta = hayActa ? "El acta vigente queda sin efecto" : "";
  if (firmas === 0) return acta ? `${acta}.` : "Ninguna firma se pierde: nadie ha firmado todavía.";
  const cuantas = firmas === 1 ? "1 firma dada" : `${firmas} firmas dadas`;
  return acta
    ? `${acta}, junto con ${firmas === 1 ? "la" : "las"} ${cuantas}.`
    : `${firmas === 1 ? "Queda" : "Quedan"} sin efecto ${cuantas}.`;
}
