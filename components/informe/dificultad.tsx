"use client";
import { CampoCasillas, CampoLargo, CampoSeleccion, type PropsVivo } from "@/components/formulario/campos";
import type { AccionInstitucion } from "@/components/formulario/llamar";
import { useAccion } from "@/components/formulario/usar-accion";
import { MarcasDeCampo } from "@/components/observacion/observado";
import { avisar } from "@/components/ui/avisos-cola";
import { Boton } from "@/components/ui/boton";
import { Tarjeta } from "@/components/ui/tarjeta";
import type { ElementoVinculable } from "@/lib/flujo/vistaInforme";
import { Vinculos } from "./vinculos";

type Palabras = { etiqueta: string; ayuda: string; guia: { texto: string; seccion: string } };
export type OpcionTexto = { valor: string; texto: string };

/** What is the same for every difficulty of the page: sent once. */
export type ComunDificultad = {
  institucion: string;
  bloqueado: boolean;
  /** None is added or taken away. */
  fija: boolean;
  palabras: Readonly<
    Record<
      "tipo" | "descripcion" | "factoresInternos" | "factoresExternos" | "componentes" | "elementos",
      Palabras
    >
  >;
  tipos: readonly OpcionTexto[];
  componentes: readonly OpcionTexto[];
  disponibles: readonly ElementoVinculable[];
  quitar: AccionInstitucion<{ id: string }>;
  recuperar: AccionInstitucion<{ id: string }>;
};

type Dato<T extends PropsVivo<string | null>["valor"] | readonly string[]> = { lugar: string; valor: T };

export type DificultadVista = {
  readonly id: string;
  readonly tipo: Dato<string | null>;
  readonly descripcion: Dato<string | null>;
  readonly factoresInternos: Dato<string | null>;
  readonly factoresExternos: Dato<string | null>;
  readonly componentes: Dato<readonly string[]>;
  readonly elementos: Dato<readonly string[]>;
};

/** The difficulties and slacks of the report. */
export function ListaDificultades({
  dificultades,
  comun,
}: {
  dificultades: readonly DificultadVista[];
  comun: ComunDificultad;
}) {
  return dificultades.map((dificultad, i) => (
    <Dificultad key={dificultad.id} dificultad={dificultad} numero={i + 1} comun={comun} />
  ));
}

type Props = { dificultad: DificultadVista; numero: number; comun: ComunDificultad };

function Dificultad({ dificultad, numero, comun }: Props) {
  const { bloqueado, palabras } = comun;
  return (
    <Tarjeta
      id={`dificultad-${numero}`}
      titulo={`${comun.tipos.find(({ valor }) => valor === dificultad.tipo.valor)?.texto ?? "Dificultad u holgura"} ${numero}`}
      acciones={comun.fija ? undefined : <Quitar id={dificultad.id} numero={numero} comun={comun} />}
    >
      <div className="flex flex-col gap-6">
        <MarcasDeCampo lugar={`dificultad-${numero}`} />
        <CampoSeleccion
          {...palabras.tipo}
          {...dificultad.tipo}
          bloqueado={bloqueado}
          opciones={comun.tipos}
        />
        <CampoLargo {...palabras.descripcion} {...dificultad.descripcion} bloqueado={bloqueado} />
        <div className="grid gap-6 lg:grid-cols-2">
          <CampoLargo {...palabras.factoresInternos} {...dificultad.factoresInternos} bloqueado={bloqueado} />
          <CampoLargo {...palabras.factoresExternos} {...dificultad.factoresExternos} bloqueado={bloqueado} />
        </div>
        <div className="grid gap-6 lg:grid-cols-2">
          <CampoCasillas
            {...palabras.componentes}
            {...dificultad.componentes}
            bloqueado={bloqueado}
            opciones={comun.componentes}
          />
          <Vinculos
            elementos={{ ...palabras.elementos, ...dificultad.elementos }}
            componentes={dificultad.componentes}
            disponibles={comun.disponibles}
            orden={comun.componentes.map(({ valor }) => valor)}
            bloqueado={bloqueado}
          />
        </div>
      </div>
    </Tarjeta>
  );
}

function Quitar({ id, numero, comun }: { id: string; numero: number; comun: ComunDificultad }) {
  const quitar = useAccion(comun.quitar, comun.institucion, "aviso");
  const recuperar = useAccion(comun.recuperar, comun.institucion, "aviso");
  return (
    <Boton
      variante="sutil"
      icono="papelera"
      onClick={async () => {
        if ((await quitar.llamar({ id })) === undefined) return;
        quitar.cola.descartarBajo(`dificultad/${encodeURIComponent(id)}/`);
        avisar({
          tono: "exito",
          texto: `Se quitó la dificultad u holgura ${numero}.`,
          accion: { texto: "Deshacer", alPulsar: () => void recuperar.llamar({ id }) },
        });
      }}
    >
      Quitar<span className="sr-only"> la dificultad u holgura {numero}</span>
    </Boton>
  );
}
