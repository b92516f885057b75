"use client";
import { useBorrador } from "@/components/formulario/borrador";
import { AreaTexto } from "@/components/ui/area-texto";
import { Boton } from "@/components/ui/boton";
import { BotonConfirmado } from "@/components/ui/boton-confirmado";
import { Icono } from "@/components/ui/iconos";
import { textoInstante } from "@/components/ui/instante";
import type { NotaVista } from "@/lib/flujo/vistaRevision";
import { Falla } from "./falla";
import { type Accion, useAccionRevision } from "./usar-accion-revision";

type Props = {
  envio: string;
  notas: readonly NotaVista[];
  anotar: Accion<{ envio: string; texto: string }>;
  borrar: Accion<{ envio: string; nota: string }>;
};

/** Private notes of the Red about a version: apart from everything that the institution reads, and never printed. */
export function NotasPrivadas({ envio, notas, anotar, borrar }: Props) {
  const [texto, setTexto] = useBorrador<string>(["Nota privada", envio], "");
  const { llamar, falla, campo } = useAccionRevision(anotar, "Nota guardada. Solo la Red la ve.", {
    texto: { id: "nota-privada", valor: texto },
  });

  async function guardar() {
    if (await llamar({ envio, texto })) setTexto("");
  }

  return (
    <section
      aria-labelledby="notas-titulo"
      className="no-imprimir flex min-w-0 flex-col gap-4 rounded-md border-2 border-dashed border-advertencia-borde bg-advertencia-suave p-4 sm:p-6"
    >
      <div>
        <h2 id="notas-titulo" className="flex items-center gap-2 text-xl">
          <Icono nombre="candado" /> Notas privadas de la Red
        </h2>
        <p>La institución no las ve nunca, ni van en ningún documento.</p>
      </div>
      {notas.length > 0 && (
        <ul className="flex flex-col gap-3">
          {notas.map((nota) => (
            <li key={nota.id} className="rounded-sm bg-papel p-3">
              <p className="text-sm text-texto-suave">
                {nota.autor}, {textoInstante(nota.en)}
                {nota.deVersion !== null && ` (en la versión ${nota.deVersion})`}
              </p>
              <p className="whitespace-pre-line break-words">{nota.texto}</p>
              {nota.propia && nota.deVersion === null && (
                <BotonConfirmado
                  accion={borrar}
                  entrada={{ envio, nota: nota.id }}
                  texto="Quitar"
                  nombre={`su nota del ${textoInstante(nota.en)}`}
                  titulo="¿Quitar su nota?"
                  explicacion="Deja de verse. En la bitácora queda que existió, sin su texto."
                  hecho="La nota quedó quitada."
                />
              )}
            </li>
          ))}
        </ul>
      )}
      <Falla falla={falla} />
      <AreaTexto
        {...campo("texto")}
        etiqueta="Nueva nota privada"
        rows={2}
        value={texto}
        onChange={(evento) => setTexto(evento.currentTarget.value)}
      />
      <div>
        <Boton variante="secundario" onClick={guardar} textoPendiente="Guardando…">
          Guardar nota privada
        </Boton>
      </div>
    </section>
  );
}
