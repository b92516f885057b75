import { type EstadoMateria, type Materia, NOMBRES_MATERIA } from "./aprobacion";
import { type Accion, puede, type Rol } from "./permiso";

/** Where a matter stands, in as few facts as its banner needs. */
export type SituacionMateria = {
  readonly materia: Materia;
  readonly estado: EstadoMateria;
  /** The expediente is at the Red de Expertos: nothing moves here. */
  readonly enviado: boolean;
  /** Faults that forbid to send it. */
  readonly faltas: number;
  /** Approving signatures still missing, and whether the presiding member's is one of them. */
  readonly firmasFaltan: number;
  readonly faltaPresidencia: boolean;
  /** Too late to sign on the platform. */
  readonly tarde: boolean;
};

/** What comes next, who acts, and the action that says who that is; without action nobody has to do anything. */
export type Turno = { readonly que: string; readonly quien: string; readonly accion: Accion | null };

const CONTRAPARTE = "Contraparte";
const COMITE = "Comité de Calidad";

/** What comes next in a matter of the Committee and who acts. */
export function turnoDe(s: SituacionMateria): Turno {
  const { conArticulo } = NOMBRES_MATERIA[s.materia];
  const llenar: Accion = s.materia === "plan" ? "plan.ajustar" : "informe.llenar";
  if (s.estado === "aprobada")
    return { que: `El Comité aprobó ${conArticulo}`, quien: "nadie, no queda nada pendiente", accion: null };
  if (s.enviado)
    return {
      que: "El expediente está en la Red de Expertos",
      quien: "Red de Expertos",
      accion: "revision.decidir",
    };
  if (s.estado === "en_firma") {
    if (s.tarde)
      return {
        que: "Venció el plazo para firmar: vuelva a abrirlo y registre el acta en papel",
        quien: CONTRAPARTE,
        accion: "acta.registrarPapel",
      };
    return { que: faltanFirmas(s), quien: COMITE, accion: "comite.firmar" };
  }
  if (s.faltas > 0)
    return {
      que: `${s.faltas === 1 ? "Falta corregir 1 punto" : `Faltan por corregir ${s.faltas} puntos`} antes de ${s.tarde ? `registrar el acta que aprobó ${conArticulo}` : `enviar ${conArticulo} al Comité`}`,
      quien: CONTRAPARTE,
      accion: llenar,
    };
  if (s.tarde)
    return {
      que: `Registre el acta en papel que aprobó ${conArticulo} dentro de plazo`,
      quien: CONTRAPARTE,
      accion: "acta.registrarPapel",
    };
  if (s.estado === "objetada")
    return {
      que: `Resuelva la objeción y envíe otra vez ${conArticulo} al Comité`,
      quien: CONTRAPARTE,
      accion: "plan.enviarComite",
    };
  return { que: `Envíe ${conArticulo} al Comité`, quien: CONTRAPARTE, accion: "plan.enviarComite" };
}

function faltanFirmas({ firmasFaltan, faltaPresidencia }: SituacionMateria): string {
  if (firmasFaltan <= 1 && faltaPresidencia) return "Falta que firme quien preside el Comité";
  const cuantos = firmasFaltan <= 1 ? "1 integrante" : `${firmasFaltan} integrantes`;
  const entre = faltaPresidencia ? ", entre ellos quien preside" : "";
  return `Falta que ${cuantos} del Comité ${firmasFaltan <= 1 ? "firme" : "firmen"}${entre}`;
}

/** Whether it is this role's turn. */
export function esTurnoDe({ accion }: Turno, rol: Rol): boolean {
  return accion !== null && puede({ rol, alcance: "*" }, accion);
}
