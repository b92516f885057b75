import { getDocument, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { OpcionesDocumento, OpcionesPdf } from "@/lib/documentos";
import { cadenaDe, cortar } from "@/lib/documentos/pdf/tomo/objetos";
import type { Expediente } from "@/lib/expediente/formato";
import { expedienteFicticio } from "@/tests/apoyo/expediente-ficticio";
import { leerPdf } from "@/tests/apoyo/leerPdf";

// Drawing is quick; a machine busy with other tests is not.
vi.setConfig({ testTimeout: 60_000 });

const opciones: OpcionesDocumento & OpcionesPdf = {
  borrador: true,
  codigo: "ABCD-EFGH-JKMN",
  urlVerificacion: "https://ejemplo.gob.cl/verificar/ABCD-EFGH-JKMN",
  emitidoEn: "2025-12-10T10:00:00-03:00",
};

/** A drawer that remembers nothing yet: what a worker just started does. */
async function reciénAbierto() {
  vi.resetModules();
  const { formularioPdf } = await import("@/lib/documentos");
  return (expediente: Expediente, mas: OpcionesDocumento & OpcionesPdf = {}) =>
    formularioPdf("E3O1RT1", expediente, { ...opciones, ...mas });
}

function expedienteCon(cambiar: (x: Expediente) => void = () => {}): Expediente {
  const expediente = expedienteFicticio({ actividades: 16, indicadoresPorActividad: 2, destinatarios: 3 });
  cambiar(expediente);
  return expediente;
}

function abrir(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
}

/** The objects of a PDF, by number, as its table says where they are; the bytes of streams left out. */
function objetosDe(bytes: Uint8Array): Map<number, string> {
  const texto = Buffer.from(bytes).toString("latin1");
  const tabla = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(texto)?.[1]);
  const [, cuantos, resto] = /^xref\n0 (\d+)\n([\s\S]*?)trailer/.exec(texto.slice(tabla)) ?? [];
  const filas = (resto ?? "").match(/.{18}\r\n/g) ?? [];
  expect(filas.length).toBe(Number(cuantos));
  const objetos = new Map<number, string>();
  filas.forEach((fila, n) => {
    if (!fila.startsWith("n", 17)) return;
    const objeto = texto.slice(Number(fila.slice(0, 10)));
    expect(objeto.startsWith(`${n} 0 obj\n`)).toBe(true);
    objetos.set(n, objeto.slice(0, objeto.search(/\nstream\n|\nendobj\n/)));
  });
  return objetos;
}

interface Nodo {
  role?: string;
  type?: string;
  id?: string;
  children?: Nodo[];
}

const marcasDe = (nodo: Nodo | null): string[] =>
  nodo?.type === "content" ? [nodo.id ?? ""] : (nodo?.children ?? []).flatMap(marcasDe);

describe.each(["ua-1", "a-2a"] as const)("un formulario encuadernado (%s)", (norma) => {
  let bytes: Uint8Array;
  beforeEach(async () => {
    bytes = (await reciénAbierto())(expedienteCon(), { norma });
  });

  it("no deja ninguna referencia al vacío ni ningún objeto que nadie alcance", () => {
    const objetos = objetosDe(bytes);
    const [catalogo = 0] = [...objetos].find(([, x]) => x.includes("/Type /Catalog")) ?? [];
    const [informacion = 0] = [...objetos].find(([, x]) => x.includes("/Creator (Typst")) ?? [];
    const fila = [catalogo, informacion];
    const alcanzados = new Set(fila);
    for (const n of fila) {
      for (const [, otro] of objetos
        .get(n)
        ?.replace(/^\d+ 0 obj/, "")
        .matchAll(/(\d+) 0 R/g) ?? []) {
        expect(objetos.has(Number(otro))).toBe(true);
        if (!alcanzados.has(Number(otro))) fila.push(Number(otro));
        alcanzados.add(Number(otro));
      }
    }
    expect([...objetos.keys()].filter((n) => !alcanzados.has(n))).toEqual([]);
  });

  it("todo lo que una página marca tiene su lugar en la estructura que lee un lector de pantalla", async () => {
    const documento = await abrir(bytes);
    for (let n = 1; n <= documento.numPages; n++) {
      const pagina = await documento.getPage(n);
      const { items } = await pagina.getTextContent({ includeMarkedContent: true });
      const marcadas = items.flatMap((x) => ("id" in x && x.id ? [x.id] : []));
      const enLaEstructura = marcasDe((await pagina.getStructTree()) as Nodo | null);
      expect(marcadas.length).toBeGreaterThan(0);
      expect([...enLaEstructura].sort()).toEqual([...new Set(marcadas)].sort());
    }
  });

  it("los encabezados de tabla tienen cada uno su identificador, y las celdas los suyos", () => {
    const todo = [...objetosDe(bytes).values()];
    const ids = todo.flatMap((x) => [...x.matchAll(/\/ID (\([^)]*\))/g)].map((y) => y[1]));
    expect(ids.length).toBeGreaterThan(10);
    expect(new Set(ids).size).toBe(ids.length);
    const arbol = /\/IDTree <<\s*\/Names \[([^\]]*)\]/.exec(todo.join("\n"))?.[1] ?? "";
    const nombres = [...arbol.matchAll(/\([^)]*\)/g)].map(String);
    expect(nombres).toEqual([...ids].sort());
    const usados = todo.flatMap((x) => [...x.matchAll(/\/Headers \[([^\]]*)\]/g)].map((y) => y[1] ?? ""));
    for (const x of usados.join(" ").match(/\([^)]*\)/g) ?? []) expect(ids).toContain(x);
  });

  it("índice y marcadores llevan a la página donde está lo que dicen", async () => {
    const documento = await abrir(bytes);
    const { paginas } = await leerPdf(bytes);
    const paginaDe = async (destino: unknown) => {
      const lugar = typeof destino === "string" ? await documento.getDestination(destino) : destino;
      return documento.getPageIndex((lugar as [{ num: number; gen: number }])[0]);
    };
    const junto = (x: string) => x.replace(/\s+/g, "");
    const revisar = async (lista: Awaited<ReturnType<PDFDocumentProxy["getOutline"]>>) => {
      for (const x of lista ?? []) {
        expect(junto(paginas[await paginaDe(x.dest)] ?? "")).toContain(junto(x.title));
        await revisar(x.items);
      }
    };
    const marcadores = await documento.getOutline();
    expect(marcadores.map((x) => x.title.slice(0, 2))).toEqual(["1.", "2.", "3.", "4.", "5.", "6."]);
    await revisar(marcadores);

    const indice = await (await documento.getPage(1)).getAnnotations();
    const enlaces = indice.filter((x) => x.subtype === "Link");
    expect(enlaces.length).toBe(10);
    for (const x of enlaces) {
      const [, titulo = "", numero] = /[«“](.+)[»”].*\D(\d+)$/.exec(x.contentsObj.str) ?? [];
      expect(await paginaDe(x.dest)).toBe(Number(numero) - 1);
      expect(junto(paginas[Number(numero) - 1] ?? "")).toContain(junto(titulo));
    }
  });

  it("dice de sí mismo cuántas páginas tiene, y todas llevan su número y el membrete", async () => {
    const { paginas, xmp } = await leerPdf(bytes);
    expect(xmp).toContain(`<xmpTPg:NPages>${paginas.length}</xmpTPg:NPages>`);
    paginas.forEach((x, i) => {
      expect(x).toContain(`Página ${i + 1} de ${paginas.length}`);
      expect(x).toContain("Servicio Ficticio de Pruebas");
      expect(x).toContain("BORRADOR");
    });
  });
});

describe("lo que se recuerda de otros dibujos", () => {
  it("no se nota: es el mismo archivo que el recién abierto, crezca o no lo de antes", async () => {
    const largo = "Un avance que ocupa varias líneas de la página, con su detalle. ".repeat(150);
    const variantes = [
      expedienteCon(),
      expedienteCon(
        (x) => x.informe?.seguimiento && Object.assign(x.informe.seguimiento, { avances: largo }),
      ),
      expedienteCon((x) => x.ajustes?.splice(0, 30)),
      expedienteCon((x) => x.informe?.actividades?.splice(4, 3)),
      expedienteCon(
        (x) =>
          x.planOriginal?.actividades &&
          Object.assign(x.planOriginal.actividades[1] ?? {}, { descripcion: largo }),
      ),
    ];
    const frescos: Uint8Array[] = [];
    for (const x of variantes) frescos.push((await reciénAbierto())(x));
    const dibujar = await reciénAbierto();
    for (const i of [0, 1, 2, 3, 4, 3, 2, 1, 0, 4, 0]) {
      const [variante, fresco] = [variantes[i] as Expediente, frescos[i] as Uint8Array];
      expect(Buffer.from(dibujar(variante)).equals(Buffer.from(fresco))).toBe(true);
    }
  });
});

describe("el identificador de un archivo", () => {
  const leer = (bytes: Uint8Array) => {
    const texto = Buffer.from(bytes).toString("latin1");
    const [, documento = "", version = ""] = /\/ID \[\((\S+)\) \((\S+)\)\]/.exec(texto) ?? [];
    return { documento, version, texto };
  };

  it("dice otra versión con que cambie cualquiera de sus partes, y la misma si no cambia ninguna", async () => {
    const dibujar = await reciénAbierto();
    const base = expedienteCon();
    const conActa = expedienteCon((x) => Object.assign(x.aprobacionInforme ?? {}, { numero: "Acta 6/2025" }));
    const sinDifusion = expedienteCon((x) => delete x.difusion);
    const leidos = [
      leer(dibujar(base)),
      leer(dibujar(conActa)),
      leer(dibujar(base, { codigo: "ZZZZ-ZZZZ-ZZZZ" })),
      leer(dibujar(base, { norma: "a-2a" })),
    ];
    expect(new Set(leidos.map((x) => x.documento)).size).toBe(1);
    expect(new Set(leidos.map((x) => x.version)).size).toBe(leidos.length);
    expect(leer(dibujar(sinDifusion)).version).toBe(leidos[0]?.version);
    for (const { version, texto } of leidos) {
      expect(texto).toContain(`<xmpMM:InstanceID>${version}</xmpMM:InstanceID>`);
      for (const [, dicha] of texto.matchAll(/<stEvt:instanceID>([^<]*)_source</g))
        expect(dicha).toBe(version);
    }
  });
});

describe("un documento de muchas secciones", () => {
  it("no tiene más páginas que las de su portada y las de ellas, y el índice lleva a cada una", async () => {
    const cuantas = 30;
    const { armarFormulario } = await import("@/lib/documentos/formulario");
    const { compilarPdf } = await import("@/lib/documentos/pdf/compilar");
    const secciones = Array.from({ length: cuantas }, (_, i) => ({
      titulo: `Sección ${i + 1}`,
      bloques: [{ clase: "parrafo", texto: `Esto dice la sección ${i + 1}` }] as const,
    }));
    const bytes = compilarPdf({ ...armarFormulario("E3O1RT1", expedienteCon(), opciones), secciones });
    const { paginas } = await leerPdf(bytes);
    const primera = paginas.length - cuantas;
    secciones.forEach((x, i) => {
      expect(paginas[primera + i]).toContain(`Esto dice la sección ${i + 1}`);
      const indice = paginas.slice(0, primera).join("\n");
      expect(indice).toMatch(new RegExp(`${x.titulo}[ .\u2060]+${primera + i + 1}(?!\\d)`));
    });
    for (const x of paginas) expect(x.match(/Página \d+ de/g)?.length).toBe(1);
    expect(paginas.slice(0, primera).every((x) => x.includes("Contenido") || x.includes("Sección"))).toBe(
      true,
    );
  });
});

describe("palabras que parecen partes de un archivo", () => {
  const PALABRAS = [
    "12 0 R",
    "(12 0 R",
    "12 0 R)",
    "\\(12 0 R\\",
    ") /Next 5 0 R /First 5 0 R /Dest 5 0 R (",
    "(U1x0y0)",
    "endobj",
    "endstream",
    "2. Resultados de la ejecución de las actividades comprometidas",
    "a\nb",
    "$& $1 $`",
  ];

  it.each(PALABRAS)("«%s» en un título queda como se escribió", async (palabra) => {
    const dibujar = await reciénAbierto();
    const bytes = dibujar(
      expedienteCon((x) => {
        for (const a of x.planOriginal?.actividades ?? [])
          for (const y of a.indicadoresDesempeno ?? []) y.nombre = palabra;
      }),
    );
    const { marcadores, paginas } = await leerPdf(bytes);
    const esperado = `A1.ID1 \u2014 ${palabra}`.replace(/\s+/g, " ");
    expect(marcadores.map((x) => x.replace(/\s+/g, " "))).toContain(esperado);
    expect(paginas.length).toBeGreaterThan(5);
  });

  it("el índice no toma por una sección a un indicador que se llama como ella", async () => {
    const titulo = "3.2. Indicadores de satisfacción usuaria";
    const dibujar = await reciénAbierto();
    const expediente = expedienteCon((x) => {
      const lista = x.informe?.indicadoresDesempeno;
      const [uno] = lista ?? [];
      if (!lista || !uno) throw new Error("sin indicadores");
      // Results of no indicator of the plan: each is a card whose title is only its identifier.
      for (let i = 0; i < 12; i++) lista.push({ ...uno, indicador: i ? `Z${i}` : titulo });
    });
    const { paginas } = await leerPdf(dibujar(expediente));
    const donde = paginas.findLastIndex((x) => x.includes(titulo)) + 1;
    expect(paginas.findIndex((x, i) => i > 0 && x.includes(titulo)) + 1).toBeLessThan(donde);
    expect(paginas[0]?.split(titulo)[1]).toMatch(new RegExp(`^[ .\u2060]*${donde}\\s`));
  });

  it("una referencia dentro de una cadena no lo es", () => {
    const { refs, trozos } = cortar("<< /A 1 0 R /T (x \\) 2 0 R (y 3 0 R) z) /B [4 0 R 5 0 R] >>");
    expect(refs).toEqual([1, 4, 5]);
    expect(trozos.join("@")).toBe("<< /A @ /T (x \\) 2 0 R (y 3 0 R) z) /B [@ @] >>");
  });

  it("una cadena se lee como la leería una persona, venga en letras o en números", () => {
    expect(cadenaDe("<< /Title (a \\(b\\) \\\\ (c)) /Dest 1 0 R >>", "Title")).toBe("a (b) \\ (c)");
    expect(cadenaDe("<< /Title <FEFF00F10041> /Dest 1 0 R >>", "Title")).toBe("ñA");
    expect(cadenaDe("<< /Dest 1 0 R >>", "Title")).toBe("");
  });
});
