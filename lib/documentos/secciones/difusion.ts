import type { Archivo, Cosoc, Difusion, Expediente } from "@/lib/expediente/formato";
import { columnaDe } from "@/lib/guia/e3-2025/campos";
import { CALIDADES_JURIDICAS, GRUPOS, MEDIOS, MODALIDADES } from "@/lib/guia/e3-2025/valores";
import type { Columna, Dato, Fila, Registros, Seccion, Valor } from "../modelo";
import { palabra } from "./describir";

const ARCHIVO: readonly Columna[] = [
  { etiqueta: "Archivo", tipo: "texto", ancho: 40 },
  { etiqueta: "Tipo", tipo: "texto", ancho: 44 },
  { etiqueta: "Tama\u00f1o", tipo: "bytes", ancho: 16 },
  { etiqueta: "Huella SHA-256", tipo: "huella", ancho: 66, plena: true },
];

function celdas(x: Archivo | null | undefined): readonly Valor[] {
  return [x?.nombre, x?.tipo, x?.tamano, x?.sha256];
}

function archivos(
  hoja: string,
  titulo: string,
  lista: readonly Archivo[],
  clave: Registros["clave"],
): Registros {
  return {
    clase: "registros",
    hoja,
    titulo,
    forma: "tabla",
    clave,
    columnas: [{ etiqueta: "Corresponde a", tipo: "texto", ancho: 24, enFicha: false }, ...ARCHIVO],
    filas: lista.map((x) => ({ valores: [titulo, ...celdas(x)] })),
    vacio: "Sin archivos.",
  };
}

function seccionInstancias(difusion: Difusion | null | undefined): Seccion {
  const filas = (difusion?.instancias ?? []).map((x, i): Fila => {
    const clave = { etiqueta: "Instancia", valor: String(i + 1) };
    return {
      titulo: `Instancia ${i + 1}`,
      valores: [i + 1, x.fecha, palabra(MEDIOS, x.medio), palabra(MODALIDADES, x.modalidad)],
      detalles: [
        archivos("1 Archivos", "Copia del medio de difusi\u00f3n", x.copiaMedio ?? [], clave),
        archivos("1 Archivos", "Material de difusi\u00f3n", x.material ?? [], clave),
      ],
    };
  });
  return {
    titulo: "Instancias de difusi\u00f3n",
    introduccion:
      "Fecha, medio y modalidad de cada instancia, con la copia del medio y del material utilizado.",
    bloques: [
      {
        clase: "registros",
        hoja: "1 Instancias",
        forma: "fichas",
        columnas: [
          { etiqueta: "Instancia", tipo: "numero", ancho: 11, enFicha: false },
          { etiqueta: columnaDe("difusion/instancias/*/fecha"), tipo: "fecha", ancho: 13 },
          { etiqueta: columnaDe("difusion/instancias/*/medio"), tipo: "texto", ancho: 24 },
          { etiqueta: columnaDe("difusion/instancias/*/modalidad"), tipo: "texto", ancho: 16 },
        ],
        filas,
        vacio: "Sin instancias de difusi\u00f3n informadas.",
      },
    ],
  };
}

function resumenPorGrupo(difusion: Difusion | null | undefined): Registros {
  const filas = difusion?.destinatarios?.filas ?? [];
  const claves = new Set<string | null>(filas.map((x) => x.grupo ?? null));
  const orden = [
    ...Object.keys(GRUPOS),
    ...[...claves].filter((x) => x === null || !Object.hasOwn(GRUPOS, x)),
  ];
  return {
    clase: "registros",
    hoja: "2 Resumen",
    titulo: "Destinatarios por grupo",
    forma: "tabla",
    columnas: [
      { etiqueta: columnaDe("difusion/destinatarios/filas/*/grupo"), tipo: "texto", ancho: 40 },
      { etiqueta: "Destinatarios", tipo: "numero", ancho: 14 },
      { etiqueta: "\u00c1reas distintas", tipo: "numero", ancho: 16 },
    ],
    filas: orden.map((grupo) => {
      const suyos = filas.filter((x) => (x.grupo ?? null) === grupo);
      const areas = new Set(suyos.map((x) => x.area?.trim().normalize("NFC")).filter(Boolean));
      return { valores: [palabra(GRUPOS, grupo) ?? "Sin grupo", suyos.length, areas.size] };
    }),
  };
}

function seccionDestinatarios(difusion: Difusion | null | undefined): Seccion {
  const archivo = difusion?.destinatarios?.archivo;
  return {
    titulo: "Destinatarios",
    introduccion:
      "Personal de planta y a contrata, a honorarios y regido por el c\u00f3digo del trabajo de distintas \u00e1reas, directivos y Consejo de la Sociedad Civil.",
    bloques: [
      resumenPorGrupo(difusion),
      archivos("2 Archivo", "Listado de destinatarios en formato Excel", archivo ? [archivo] : [], undefined),
      {
        clase: "registros",
        hoja: "2 Destinatarios",
        titulo: "N\u00f3mina de destinatarios",
        forma: "tabla",
        columnas: [
          { etiqueta: "N\u00b0", tipo: "numero", ancho: 8 },
          { etiqueta: columnaDe("difusion/destinatarios/filas/*/nombre"), tipo: "texto", ancho: 36 },
          { etiqueta: columnaDe("difusion/destinatarios/filas/*/cargo"), tipo: "texto", ancho: 30 },
          { etiqueta: columnaDe("difusion/destinatarios/filas/*/grupo"), tipo: "texto", ancho: 26 },
          { etiqueta: columnaDe("difusion/destinatarios/filas/*/calidadJuridica"), tipo: "texto", ancho: 20 },
          { etiqueta: columnaDe("difusion/destinatarios/filas/*/area"), tipo: "texto", ancho: 34 },
        ],
        filas: (difusion?.destinatarios?.filas ?? []).map((x, i) => ({
          valores: [
            i + 1,
            x.nombre,
            x.cargo,
            palabra(GRUPOS, x.grupo),
            palabra(CALIDADES_JURIDICAS, x.calidadJuridica),
            x.area,
          ],
        })),
        vacio: "Sin destinatarios informados.",
      },
    ],
  };
}

function seccionCosoc(cosoc: Cosoc | null | undefined): Seccion {
  const acto = cosoc?.actoAdministrativo;
  const datos: Dato[] = [
    { etiqueta: columnaDe("difusion/cosoc/homologado"), tipo: "siNo", valor: cosoc?.homologado },
    { etiqueta: columnaDe("difusion/cosoc/actoAdministrativo/fecha"), tipo: "fecha", valor: acto?.fecha },
    {
      etiqueta: columnaDe("difusion/cosoc/actoAdministrativo/vigenciaDesde"),
      tipo: "fecha",
      valor: acto?.vigenciaDesde,
    },
    {
      etiqueta: columnaDe("difusion/cosoc/actoAdministrativo/vigenciaHasta"),
      tipo: "fecha",
      valor: acto?.vigenciaHasta,
    },
  ];
  const dictamen = cosoc?.dictamen;
  if (dictamen)
    datos.push({
      etiqueta: columnaDe("difusion/cosoc/dictamen/fecha"),
      tipo: "fecha",
      valor: dictamen.fecha,
    });
  return {
    titulo: "Consejo de la Sociedad Civil (COSOC)",
    introduccion:
      "Acto administrativo que da cuenta de su conformaci\u00f3n y vigencia; dictamen de la Contralor\u00eda si es homologado.",
    bloques: [
      { clase: "datos", hoja: "3 COSOC", datos },
      archivos("3 Archivos", "Acto administrativo del COSOC", acto?.archivo ? [acto.archivo] : [], undefined),
      ...(dictamen
        ? [
            archivos(
              "3 Archivos",
              "Dictamen de la Contralor\u00eda General de la Rep\u00fablica",
              dictamen.archivo ? [dictamen.archivo] : [],
              undefined,
            ),
          ]
        : []),
    ],
  };
}

/** The sections of E3O1RT2: instances, recipients and the civil-society council. */
export function seccionesDifusion(expediente: Expediente): Seccion[] {
  const { difusion } = expediente;
  return [seccionInstancias(difusion), seccionDestinatarios(difusion), seccionCosoc(difusion?.cosoc)];
}
