"use client";
import type { AccionInstitucion } from "@/components/formulario/llamar";
import { useAccion } from "@/components/formulario/usar-accion";
import { Alerta } from "@/components/ui/alerta";
import { avisar } from "@/components/ui/avisos-cola";
import { Boton } from "@/components/ui/boton";
import { llegarALoNuevo } from "@/components/ui/llegar-a-lo-nuevo";

type DeInstancia = { id: string };

type PropsAgregar = {
  id: string;
  institucion: string;
  cuantas: number;
  agregar: AccionInstitucion<Record<string, never>, { id: string }>;
};

/** Adds an empty instance at the end and goes to it. */
export function AgregarInstancia({ id, institucion, cuantas, agregar }: PropsAgregar) {
  const { llamarUnaVez, falla } = useAccion(agregar, institucion);
  return (
    <div className="flex flex-col items-start gap-3">
      <Boton
        id={id}
        variante={cuantas === 0 ? "primario" : "secundario"}
        icono="mas"
        textoPendiente="Agregando…"
        onClick={async () => {
          if (await llamarUnaVez({})) llegarALoNuevo(`instancia-${cuantas + 1}`);
        }}
      >
        Agregar instancia de difusión
      </Boton>
      {falla && (
        <Alerta tono="advertencia" anuncia>
          {falla.mensaje}
        </Alerta>
      )}
    </div>
  );
}

type PropsQuitar = {
  institucion: string;
  id: string;
  numero: number;
  quitar: AccionInstitucion<DeInstancia>;
  recuperar: AccionInstitucion<DeInstancia>;
};

/** Takes an instance away at once; the notice brings it back with what it said and its files. */
export function QuitarInstancia({ institucion, id, numero, quitar, recuperar }: PropsQuitar) {
  const hacer = useAccion(quitar, institucion);
  const deshacer = useAccion(recuperar, institucion);
  const falla = hacer.falla ?? deshacer.falla;
  return (
    <div>
      <Boton
        variante="sutil"
        icono="papelera"
        textoPendiente="Quitando…"
        onClick={async () => {
          if ((await hacer.llamar({ id })) === undefined) return;
          avisar({
            tono: "exito",
            texto: `Se quitó la instancia ${numero}.`,
            accion: { texto: "Deshacer", alPulsar: () => void deshacer.llamar({ id }) },
          });
        }}
      >
        Quitar<span className="sr-only"> la instancia {numero}</span>
      </Boton>
      {falla && (
        <Alerta tono="advertencia" anuncia>
          {falla.mensaje}
        </Alerta>
      )}
    </div>
  );
}
