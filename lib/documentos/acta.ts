import type { Acta, Expediente } from "@/lib/expediente/formato";
import { clave } from "@/lib/expediente/texto";
import { base, type OpcionesDocumento } from "./comun";
import { leer } from "./lectura";
import { seccionesMinuta } from "./minuta";
import type { Bloque, Dato, Documento, Registros, Seccion } from "./modelo";
import { fechaEnPalabras } from "./notacion";
import { datosDeActa } from "./secciones/actas";

/** What the Committee approves. */
export type ClaseActa = "plan" | "informe";

/** A member's signature on the platform: who, with which position, and when (instant, ISO 8601 with zone). */
export interface FirmaDeActa {
  nombre: string;
  cargo: string;
  area?: string | null;
  firmadoEn: string;
}

export interface OpcionesActa extends OpcionesDocumento {
  /** Signatures collected by the platform; without them the act leaves room to sign by hand. */
  firmas?: readonly FirmaDeActa[];
}

const COMITE = "Comit\u00e9 de Calidad de Servicio, Experiencia Usuaria y Transformaci\u00f3n Digital";
const PLAN = "Plan de Mejoramiento de la Calidad de Servicio y Experiencia Usuaria";

interface Presente {
  nombre: string;
  cargo: string;
  area: string | null | undefined;
  firmadoEn: string | null;
}

function presentes(acta: Acta | null | undefined, firmas: readonly FirmaDeActa[]): Presente[] {
  const porFirmar = [...firmas];
  const lista = (acta?.asistentes ?? []).map((x): Presente => {
    const en = porFirmar.findIndex(
      (f) => clave(f.nombre) === clave(x.nombre) && clave(f.cargo) === clave(x.cargo),
    );
    const firma = en >= 0 ? porFirmar.splice(en, 1)[0] : undefined;
    return {
      nombre: x.nombre ?? "",
      cargo: x.cargo ?? "",
      area: x.area,
      firmadoEn: firma?.firmadoEn ?? null,
    };
  });
  return [...lista, ...porFirmar.map((x) => ({ ...x, area: x.area ?? null }))];
}

function tablaDePresentes(lista: readonly Presente[], conFirma: boolean): Registros {
  return {
    clase: "registros",
    hoja: "Asistentes",
    forma: "tabla",
    columnas: [
      { etiqueta: "Nombre", tipo: "texto", ancho: 30 },
      { etiqueta: "Cargo", tipo: "texto", ancho: 30 },
      { etiqueta: "\u00c1rea", tipo: "texto", ancho: 30 },
      ...(conFirma
        ? [{ etiqueta: "Firm\u00f3 en la plataforma", tipo: "instante" as const, ancho: 34 }]
        : []),
    ],
    filas: lista.map((x) => ({
      valores: [x.nombre, x.cargo, x.area, ...(conFirma ? [x.firmadoEn] : [])],
    })),
    vacio: "Sin asistentes informados.",
  };
}

function acuerdo(clase: ClaseActa, expediente: Expediente, acta: Acta | null | undefined): string {
  const decision = acta?.decision === "rechaza" ? "rechaza" : "aprueba";
  const que =
    clase === "plan"
      ? `el ${PLAN} que se implementar\u00e1 en ${expediente.ejercicio}`
      : `el informe de implementaci\u00f3n del ${PLAN} del a\u00f1o ${expediente.ejercicio}`;
  return `El ${COMITE} ${decision} ${que}, tal como qued\u00f3 registrado en la plataforma. La huella que sigue identifica ${clase === "plan" ? "el contenido del plan" : "el contenido del informe y el del plan que informa"}: un cambio posterior de ese contenido deja sin efecto esta aprobaci\u00f3n.`;
}

function declaracion(acta: Acta | null | undefined): Bloque[] {
  if (typeof acta?.declaraCoherenciaDiagnostico !== "boolean") return [];
  const declara = acta.declaraCoherenciaDiagnostico;
  return [
    {
      clase: "parrafo",
      tono: declara ? "normal" : "aviso",
      texto: declara
        ? "El Comit\u00e9 declara que los ajustes al plan resguardan la coherencia con el diagn\u00f3stico de calidad de servicio y experiencia usuaria realizado en la etapa 1."
        : "El Comit\u00e9 no declara que los ajustes al plan resguarden la coherencia con el diagn\u00f3stico de la etapa 1.",
    },
  ];
}

/** The act of the Committee that approves the plan (MV1) or the report (MV3), as a document. Pure. */
export function armarActa(clase: ClaseActa, expediente: Expediente, opciones: OpcionesActa = {}): Documento {
  const lectura = leer(expediente);
  const acta = clase === "plan" ? expediente.aprobacionPlan : expediente.aprobacionInforme;
  const comun = base(lectura, opciones, clase);
  const firmas = opciones.firmas ?? [];
  const lista = presentes(acta, firmas);
  const huella = (clase === "plan" ? lectura.huellaPlan : lectura.huellaInforme) ?? "";
  const numero = acta?.numero ?? "sin n\u00famero";
  const fecha = acta?.fecha ? fechaEnPalabras(acta.fecha) : "fecha por definir";
  const datos: Dato[] = acta ? datosDeActa(acta, clase === "plan") : [];
  const identificacion: Dato[] = [
    {
      etiqueta: clase === "plan" ? "Huella SHA-256 del plan vigente" : "Huella SHA-256 del informe",
      tipo: "huella",
      valor: huella,
    },
  ];
  if (acta?.huella && acta.huella !== huella) {
    identificacion.push({
      etiqueta: "Huella SHA-256 que consta en el acta",
      tipo: "huella",
      valor: acta.huella,
    });
  }
  const aMano: Bloque[] =
    firmas.length > 0
      ? []
      : [
          {
            clase: "firmas",
            lugares: lista.map((x) => ({ nombre: x.nombre, cargo: x.cargo, detalle: x.area ?? undefined })),
          },
        ];
  const secciones: Seccion[] = [
    {
      titulo: "Sesi\u00f3n",
      bloques: [
        {
          clase: "parrafo",
          texto: `Con fecha ${fecha} sesion\u00f3 el ${COMITE} de ${comun.institucion}. De lo tratado se deja constancia en la presente acta (${numero}).`,
        },
      ],
    },
    {
      titulo: clase === "plan" ? "Acuerdo sobre el plan" : "Acuerdo sobre el informe",
      bloques: [
        { clase: "parrafo", texto: acuerdo(clase, expediente, acta) },
        { clase: "datos", hoja: "Acuerdo", plena: true, datos: identificacion },
        ...declaracion(acta),
      ],
    },
    {
      titulo: firmas.length > 0 ? "Asistentes y firmas" : "Asistentes",
      introduccion:
        firmas.length > 0
          ? "Firma electr\u00f3nica simple en la plataforma, con el instante en que cada integrante firm\u00f3."
          : undefined,
      bloques: [tablaDePresentes(lista, firmas.length > 0), ...aMano],
    },
  ];
  if (clase === "plan") {
    const [resumen, ...resto] = seccionesMinuta(expediente);
    if (resumen) secciones.push({ ...resumen, titulo: "Cambios aprobados", subsecciones: resto });
  }
  return {
    ...comun,
    clave: "Acta",
    titulo:
      clase === "plan"
        ? `Aprobaci\u00f3n del Plan de Mejoramiento ${expediente.ejercicio}`
        : `Aprobaci\u00f3n del informe de implementaci\u00f3n ${expediente.ejercicio}`,
    subtitulo: COMITE,
    portada: datos,
    secciones,
    indice: false,
  };
}
