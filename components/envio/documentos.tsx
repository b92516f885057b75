import { Icono } from "@/components/ui/iconos";

const FORMULARIOS = [
  {
    clave: "e3o1rt1",
    titulo: "E3O1RT1: informe de implementación",
    formatos: [
      { archivo: "e3o1rt1.pdf", texto: "Ver en PDF" },
      { archivo: "e3o1rt1.xlsx", texto: "Descargar en Excel" },
    ],
  },
  {
    clave: "e3o1rt2",
    titulo: "E3O1RT2: difusión del informe",
    formatos: [
      { archivo: "e3o1rt2.pdf", texto: "Ver en PDF" },
      { archivo: "e3o1rt2.xlsx", texto: "Descargar en Excel" },
    ],
  },
  {
    clave: "paquete",
    titulo: "Paquete completo",
    formatos: [
      { archivo: "paquete.zip", texto: "Descargar el paquete" },
      { archivo: "expediente.json", texto: "Descargar el expediente en JSON" },
    ],
  },
] as const;

/** The documents of a version, or of what there is now when there is none. */
export function Documentos({ institucion, version }: { institucion: string; version: number | null }) {
  const base = `/institucion/${institucion}/documento`;
  return (
    <ul className="divide-y divide-borde">
      {FORMULARIOS.map(({ clave, titulo, formatos }) => (
        <li key={clave} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
          <Icono nombre="archivo" className="text-texto-suave" />
          <span className="min-w-0 flex-1 basis-64">{titulo}</span>
          <span className="flex flex-wrap gap-x-4">
            {formatos.map(({ archivo, texto }) => (
              <a
                key={archivo}
                href={`${base}/${archivo}${version === null ? "" : `?version=${version}`}`}
                className="enlace inline-flex min-h-11 items-center"
              >
                {texto}
                <span className="sr-only">: {titulo}</span>
              </a>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
