import * as h from "../hojas";
import { camposDe } from "./tipo";

/** E3O1RT2: dissemination of the report. */
export const CAMPOS_DIFUSION = [
  ...camposDe("difusion/instancias/*", "difusion", "contraparte", {
    fecha: {
      etiqueta: "Fecha de la difusión",
      columna: "Fecha",
      ayuda: "Día en que se difundió el informe aprobado.",
      cita: "seDebeDifundir",
      esquema: h.fecha,
      unidad: "día",
      reglas: ["DIF-01", "DIF-12"],
    },
    medio: {
      etiqueta: "Medio de difusión",
      columna: "Medio",
      ayuda:
        "La difusión se puede realizar a través de reuniones, correos, mensajes en intranet, entre otras.",
      cita: "medios",
      esquema: h.medio,
      reglas: ["DIF-01"],
    },
    modalidad: {
      etiqueta: "Modalidad",
      ayuda: "Se pueden considerar actividades presenciales, remotas o híbridas.",
      cita: "modalidades",
      esquema: h.modalidad,
    },
    copiaMedio: {
      etiqueta: "Copia del medio de difusión utilizado",
      ayuda: "Correo, captura de pantalla, oficio, acta, etc.",
      cita: "copiaMedio",
      esquema: h.archivos,
      reglas: ["DIF-02"],
    },
    material: {
      etiqueta: "Copia del material utilizado",
      ayuda: "Copia del material utilizado en la difusión del informe de implementación.",
      cita: "material",
      esquema: h.archivos,
      reglas: ["DIF-03"],
    },
  }),
  ...camposDe("difusion/destinatarios", "difusion", "contraparte", {
    archivo: {
      etiqueta: "Listado de destinatarios (formato Excel)",
      ayuda: "Listado de destinatarios de la difusión, incluyendo al menos nombre y cargo.",
      cita: "destinatarios",
      esquema: h.unArchivo,
      reglas: ["DIF-04"],
    },
    "filas/*/nombre": {
      etiqueta: "Nombre",
      ayuda: "Nombre del destinatario.",
      cita: "destinatarios",
      esquema: h.texto,
      reglas: ["DIF-05", "DIF-13"],
    },
    "filas/*/cargo": {
      etiqueta: "Cargo",
      ayuda: "Cargo del destinatario.",
      cita: "destinatarios",
      esquema: h.texto,
      reglas: ["DIF-05", "DIF-13"],
    },
    "filas/*/grupo": {
      etiqueta: "Grupo",
      ayuda: "Personal, directivos o Consejo de la Sociedad Civil.",
      cita: "identificar",
      esquema: h.texto,
      reglas: ["DIF-06", "DIF-07"],
    },
    "filas/*/calidadJuridica": {
      etiqueta: "Calidad jurídica",
      ayuda:
        "Personal de planta y a contrata, personal a honorarios y personal regido por el código del trabajo, con exclusión del personal subcontratado.",
      cita: "difunde",
      esquema: h.texto,
      reglas: ["DIF-08"],
    },
    "filas/*/area": {
      etiqueta: "Área",
      ayuda: "El personal debe ser de distintas áreas de la institución.",
      cita: "distintasAreas",
      esquema: h.texto,
      reglas: ["DIF-09"],
    },
  }),
  ...camposDe("difusion/cosoc", "difusion", "contraparte", {
    homologado: {
      etiqueta: "¿El COSOC es homologado?",
      columna: "Consejo homologado",
      ayuda:
        "Consejo de la Sociedad Civil establecido por la Ley N°20.500 o su homólogo, en la medida que cumpla la exigencia planteada en la etapa 1.",
      cita: "dictamen",
      esquema: h.siNo,
      reglas: ["DIF-11"],
    },
    "actoAdministrativo/archivo": {
      etiqueta: "Acto administrativo del COSOC",
      ayuda: "Acto administrativo que dé cuenta de la conformación del COSOC y de su vigencia.",
      cita: "actoCosoc",
      esquema: h.unArchivo,
      reglas: ["DIF-10"],
    },
    "actoAdministrativo/fecha": {
      etiqueta: "Fecha del acto administrativo",
      ayuda: "Día en que se dictó el acto.",
      cita: "actoCosoc",
      esquema: h.fecha,
      unidad: "día",
    },
    "actoAdministrativo/vigenciaDesde": {
      etiqueta: "Vigente desde",
      ayuda: "Primer día en que rige el acto.",
      cita: "actoCosoc",
      esquema: h.fecha,
      unidad: "día",
      reglas: ["DIF-10"],
    },
    "actoAdministrativo/vigenciaHasta": {
      etiqueta: "Vigente hasta",
      ayuda: "Último día en que rige el acto.",
      cita: "actoCosoc",
      esquema: h.fecha,
      unidad: "día",
      reglas: ["DIF-10"],
    },
    "dictamen/archivo": {
      etiqueta: "Dictamen de la Contraloría",
      ayuda:
        "Dictamen de la Contraloría General de la República que determine expresamente que procede la homologación.",
      cita: "dictamen",
      esquema: h.unArchivo,
      reglas: ["DIF-11"],
    },
    "dictamen/fecha": {
      etiqueta: "Fecha del dictamen",
      columna: "Fecha del dictamen de la Contraloría",
      ayuda: "Día en que se emitió el dictamen.",
      cita: "dictamen",
      esquema: h.fecha,
      unidad: "día",
    },
  }),
];
