import { familia } from "./tipo";

const regla = familia("difusion");

/** DIF: dissemination of the report (E3O1RT2). */
export const REGLAS_DIFUSION = [
  regla(
    "DIF-01",
    "error",
    "Al menos una instancia de difusión, cada una con fecha y medio",
    "/difusion/instancias, …/i/fecha, …/i/medio",
    "seDebeDifundir",
    {
      falta: "No hay instancias de difusión. Agregue al menos una, con su fecha y su medio.",
      fecha: "{lugar}: falta la fecha. Indíquela.",
      medio: "{lugar}: falta el medio de difusión. Elija correo, reunión, intranet, oficio u otro.",
    },
  ),
  regla(
    "DIF-02",
    "error",
    "Copia del medio de difusión",
    "/difusion/instancias/i/copiaMedio",
    "copiaMedio",
    "{lugar}: falta la copia del medio de difusión. Adjunte el correo, la captura de pantalla, el oficio o el acta.",
  ),
  regla(
    "DIF-03",
    "error",
    "Copia del material de difusión",
    "/difusion/instancias/i/material",
    "material",
    "{lugar}: falta la copia del material de difusión. Adjúntela.",
  ),
  regla(
    "DIF-04",
    "error",
    "Listado de destinatarios en formato Excel: tipo MIME y extensión de .xlsx o .xls",
    "/difusion/destinatarios/archivo",
    "destinatarios",
    {
      falta: "Falta el listado de destinatarios en formato Excel. Adjunte un archivo .xlsx o .xls.",
      formato:
        "El listado de destinatarios «{nombre}» ({tipo}) no es un archivo Excel. Adjunte un archivo .xlsx o .xls.",
    },
  ),
  regla(
    "DIF-05",
    "error",
    "Cada destinatario con nombre y cargo",
    "/difusion/destinatarios/filas/j/…",
    "destinatarios",
    "{lugar}: falta el {campo}. Escríbalo.",
  ),
  regla(
    "DIF-06",
    "error",
    "Cada destinatario en un grupo: personal, directivos o cosoc",
    "/difusion/destinatarios/filas/j/grupo",
    "identificar",
    {
      falta: "{lugar}: falta el grupo. Elija personal, directivos o cosoc.",
      ajeno: "{lugar}: el grupo «{grupo}» no existe. Elija personal, directivos o cosoc.",
    },
  ),
  regla(
    "DIF-07",
    "error",
    "Los tres grupos están representados",
    "/difusion/destinatarios/filas",
    "difunde",
    "En el listado de destinatarios no hay nadie de: {grupos}. El informe se difunde al personal, a los directivos y al COSOC.",
  ),
  regla(
    "DIF-08",
    "error",
    "Personal con calidad jurídica planta, contrata, honorarios o codigo_trabajo; el subcontratado queda excluido",
    "/difusion/destinatarios/filas/j/calidadJuridica",
    "difunde",
    {
      falta: "{lugar}: falta la calidad jurídica. Elija planta, contrata, honorarios o código del trabajo.",
      ajena:
        "{lugar}: la calidad jurídica «{calidad}» no corresponde. Solo cuentan planta, contrata, honorarios y código del trabajo; el personal subcontratado queda excluido.",
    },
  ),
  regla(
    "DIF-09",
    "error",
    "Personal de al menos dos áreas",
    "/difusion/destinatarios/filas",
    "distintasAreas",
    "El personal del listado es de {areas}; debe ser de al menos dos áreas distintas. Complete la columna de área o agregue destinatarios.",
  ),
  regla(
    "DIF-10",
    "error",
    "Acto administrativo del COSOC, con archivo y vigencia (extremos incluidos) que cubre la fecha de cada instancia",
    "/difusion/cosoc/actoAdministrativo",
    "actoCosoc",
    {
      falta: "Falta el acto administrativo que constituye el COSOC. Adjúntelo con su vigencia.",
      archivo: "El acto administrativo del COSOC no trae archivo. Adjúntelo.",
      vigencia:
        "El acto administrativo del COSOC no indica su vigencia completa. Escriba desde y hasta cuándo rige.",
      noCubre:
        "El acto administrativo del COSOC rige del {desde} al {hasta} y no cubre la instancia de difusión del {fecha}. Adjunte el acto vigente en esa fecha.",
    },
  ),
  regla(
    "DIF-11",
    "error",
    "Dice si el COSOC es homologado; si lo es, dictamen de la Contraloría",
    "/difusion/cosoc/homologado, /difusion/cosoc/dictamen",
    "dictamen",
    {
      falta: "Falta decir si el COSOC es homologado. Responda sí o no.",
      dictamen: "El COSOC es homologado y falta el dictamen de la Contraloría que lo determina. Adjúntelo.",
    },
  ),
  regla(
    "DIF-12",
    "error",
    "Fecha no anterior a la aprobación del informe ni posterior al cierre del ejercicio",
    "/difusion/instancias/i/fecha",
    "seDebeDifundir",
    {
      antes:
        "{lugar}: su fecha ({fecha}) es anterior a la aprobación del informe ({limite}). Se difunde el informe aprobado: corrija la fecha.",
      despues:
        "{lugar}: su fecha ({fecha}) es posterior al cierre del ejercicio ({limite}). Corrija la fecha.",
    },
  ),
  regla(
    "DIF-13",
    "aviso",
    "Destinatario repetido (mismo nombre y cargo)",
    "/difusion/destinatarios/filas/j",
    "destinatarios",
    "{lugar}: «{nombre}», {cargo}, ya está en el destinatario {otro}. Quite la fila repetida.",
  ),
] as const;
