import type { Archivo, Destinatario, Expediente } from "@/lib/expediente/formato";
import { mostrarNumero } from "@/lib/expediente/numero";
import type { CampoRevisado, FichaRevisada } from "@/lib/flujo/vistaRevision";
import { campoDeRuta } from "@/lib/guia/e3-2025/campos";
import { GRUPOS } from "@/lib/guia/e3-2025/valores";
import { type Bajable, campo, campoArchivo, campos } from "./documentoComun";

/** Recipients shown one by one; the rest are counted, and all of them are in the workbook. */
const A_LA_VISTA = 50;

/** The dissemination: instances with their files, recipients, the civil-society council. */
export function fichasDeDifusion({ difusion }: Expediente, bajable: Bajable): FichaRevisada[] {
  const instancias = (difusion?.instancias ?? []).map((instancia, i): FichaRevisada => {
    const ruta = `/difusion/instancias/${i}`;
    return {
      ruta,
      titulo: `Instancia ${i + 1}`,
      campos: [
        ...campos(ruta, instancia, ["fecha", "medio", "modalidad"]),
        ...lista(`${ruta}/copiaMedio`, instancia.copiaMedio ?? [], bajable),
        ...lista(`${ruta}/material`, instancia.material ?? [], bajable),
      ],
    };
  });
  const sinInstancias: FichaRevisada = {
    ruta: "/difusion/instancias",
    titulo: "Instancias de difusión",
    detalle: "Sin instancias informadas",
    campos: [],
  };
  const { destinatarios, cosoc } = difusion ?? {};
  const acto = "/difusion/cosoc/actoAdministrativo";
  const suActo = cosoc?.actoAdministrativo;
  const dictamen = cosoc?.dictamen;
  return [
    ...(instancias.length > 0 ? instancias : [sinInstancias]),
    {
      ruta: "/difusion/destinatarios",
      titulo: "Destinatarios",
      campos: [
        campoArchivo("/difusion/destinatarios/archivo", destinatarios?.archivo, bajable),
        ...nomina(destinatarios?.filas ?? []),
      ],
    },
    {
      ruta: "/difusion/cosoc",
      titulo: "Consejo de la Sociedad Civil (COSOC)",
      campos: [
        ...campos("/difusion/cosoc", cosoc, ["homologado"]),
        campoArchivo(`${acto}/archivo`, suActo?.archivo, bajable),
        ...campos(acto, suActo, ["fecha", "vigenciaDesde", "vigenciaHasta"]),
        ...(dictamen
          ? [
              campoArchivo("/difusion/cosoc/dictamen/archivo", dictamen.archivo, bajable),
              ...campos("/difusion/cosoc/dictamen", dictamen, ["fecha"]),
            ]
          : []),
      ],
    },
  ];
}

function lista(ruta: string, archivos: readonly Archivo[], bajable: Bajable): CampoRevisado[] {
  if (archivos.length === 0) return [campo(ruta, null)];
  const etiqueta = campoDeRuta(ruta)?.etiqueta ?? ruta;
  return archivos.map((archivo, i) =>
    campoArchivo(`${ruta}/${i}`, archivo, bajable, archivos.length > 1 ? `${etiqueta} (${i + 1})` : etiqueta),
  );
}

function nomina(filas: readonly Destinatario[]): CampoRevisado[] {
  const ruta = "/difusion/destinatarios/filas";
  const porGrupo = Object.entries(GRUPOS).map(
    ([grupo, nombre]) => `${nombre}: ${mostrarNumero(filas.filter((fila) => fila.grupo === grupo).length)}`,
  );
  const resto = filas.length - A_LA_VISTA;
  return [
    { ruta, etiqueta: "Personas por grupo", texto: porGrupo.join("\n") },
    {
      ...campo(ruta, filas.slice(0, A_LA_VISTA), "Nómina"),
      ...(filas.length === 0 && { texto: null }),
    },
    ...(resto > 0
      ? [{ ruta, etiqueta: "Y además", texto: `${mostrarNumero(resto)} personas más, en el archivo Excel` }]
      : []),
  ];
}
