import { type Caso, casosDe, cosoc, existe, fila, filas, instancia } from "./tipo";

const I = "/difusion/instancias";
const F = "/difusion/destinatarios/filas";
const ARCHIVO = "/difusion/destinatarios/archivo";
const ACTO = "/difusion/cosoc/actoAdministrativo";
const SIN_DIFUSION = [
  `DIF-01 ${I}`,
  `DIF-04 ${ARCHIVO}`,
  `DIF-07 ${F}`,
  `DIF-10 ${ACTO}`,
  "DIF-11 /difusion/cosoc/homologado",
];
const archivoDe = (e: Parameters<Caso["cambiar"]>[0]) => existe(e.difusion?.destinatarios?.archivo);

export const CASOS_DIFUSION: readonly Caso[] = [
  casosDe("DIF-01")(
    "sin difusión: las faltas de lo que no está",
    (e) => {
      e.difusion = null;
    },
    SIN_DIFUSION,
  ),
  casosDe("DIF-01")(
    "una instancia sin fecha ni medio: callan las comparaciones",
    (e) => {
      Object.assign(instancia(e), { fecha: "", medio: " " });
    },
    [`DIF-01 ${I}/0/fecha`, `DIF-01 ${I}/0/medio`],
  ),
  casosDe("DIF-01")("una instancia sin modalidad", (e) => {
    instancia(e).modalidad = null;
  }),
  casosDe("DIF-02")(
    "sin copia del medio",
    (e) => {
      instancia(e).copiaMedio = [];
    },
    `DIF-02 ${I}/0/copiaMedio`,
  ),
  casosDe("DIF-02")("con dos copias del medio", (e) => instancia(e).copiaMedio?.push({ nombre: "b.pdf" })),
  casosDe("DIF-03")(
    "sin material",
    (e) => {
      delete instancia(e).material;
    },
    `DIF-03 ${I}/0/material`,
  ),
  casosDe("DIF-03")("con material de cualquier tipo", (e) => {
    instancia(e).material = [{ nombre: "video.mp4", tipo: "video/mp4" }];
  }),
  casosDe("DIF-04")(
    "un listado en PDF",
    (e) => {
      Object.assign(archivoDe(e), { nombre: "listado.pdf", tipo: "application/pdf" });
    },
    `DIF-04 ${ARCHIVO}`,
  ),
  casosDe("DIF-04")(
    "extensión de Excel y tipo de otro formato",
    (e) => {
      archivoDe(e).tipo = "text/csv";
    },
    `DIF-04 ${ARCHIVO}`,
  ),
  casosDe("DIF-04")("un .XLS con su tipo, en mayúsculas", (e) => {
    Object.assign(archivoDe(e), { nombre: "LISTADO.XLS", tipo: "Application/Vnd.MS-Excel" });
  }),
  casosDe("DIF-05")(
    "destinatarios sin nombre o sin cargo",
    (e) => {
      fila(e, 0).nombre = " ";
      fila(e, 3).cargo = null;
    },
    [`DIF-05 ${F}/0/nombre`, `DIF-05 ${F}/3/cargo`],
  ),
  casosDe("DIF-05")("un destinatario sin área ni calidad jurídica fuera del personal", (e) => {
    fila(e, 2).area = null;
    fila(e, 2).calidadJuridica = "";
  }),
  casosDe("DIF-06")(
    "un grupo que no existe y uno vacío no cuentan como grupo",
    (e) => {
      fila(e, 2).grupo = "jefaturas";
      fila(e, 3).grupo = "";
    },
    [`DIF-06 ${F}/2/grupo`, `DIF-06 ${F}/3/grupo`, `DIF-07 ${F}`],
  ),
  casosDe("DIF-06")("los tres grupos", () => {}),
  casosDe("DIF-07")(
    "sin personal: una sola falta, y DIF-09 calla",
    (e) => {
      existe(e.difusion?.destinatarios).filas = filas(e).slice(2);
    },
    `DIF-07 ${F}`,
  ),
  casosDe("DIF-07")("una persona de cada grupo que no es personal", (e) => {
    existe(e.difusion?.destinatarios).filas = filas(e).slice(0, 4);
  }),
  casosDe("DIF-08")(
    "personal subcontratado y personal sin calidad jurídica",
    (e) => {
      fila(e, 0).calidadJuridica = "subcontratado";
      delete fila(e, 1).calidadJuridica;
    },
    [`DIF-08 ${F}/0/calidadJuridica`, `DIF-08 ${F}/1/calidadJuridica`],
  ),
  casosDe("DIF-08")("en otros grupos no se mira", (e) => {
    fila(e, 3).calidadJuridica = "subcontratado";
    fila(e, 0).calidadJuridica = "codigo_trabajo";
  }),
  casosDe("DIF-09")(
    "personal de una sola área, aunque los directivos sean de otra",
    (e) => {
      fila(e, 1).area = " Norte ";
      fila(e, 2).area = "Sur";
    },
    `DIF-09 ${F}`,
  ),
  casosDe("DIF-09")("personal de dos áreas", () => {}),
  casosDe("DIF-10")(
    "la vigencia termina el día antes",
    (e) => {
      existe(cosoc(e).actoAdministrativo).vigenciaHasta = "2025-12-09";
    },
    `DIF-10 ${ACTO}`,
  ),
  casosDe("DIF-10")(
    "el acto sin archivo ni vigencia es una sola falta",
    (e) => {
      cosoc(e).actoAdministrativo = { fecha: "2024-01-01" };
    },
    `DIF-10 ${ACTO}`,
  ),
  casosDe("DIF-10")("la vigencia empieza y termina el día de la instancia, y no tiene fecha el acto", (e) => {
    Object.assign(existe(cosoc(e).actoAdministrativo), {
      vigenciaDesde: "2025-12-10",
      vigenciaHasta: "2025-12-10",
      fecha: null,
    });
  }),
  casosDe("DIF-11")(
    "sin decir si es homologado",
    (e) => {
      cosoc(e).homologado = null;
    },
    "DIF-11 /difusion/cosoc/homologado",
  ),
  casosDe("DIF-11")(
    "homologado con un dictamen sin archivo",
    (e) => {
      Object.assign(cosoc(e), { homologado: true, dictamen: { fecha: "2024-01-01" } });
    },
    "DIF-11 /difusion/cosoc/dictamen",
  ),
  casosDe("DIF-11")("homologado con dictamen", (e) => {
    Object.assign(cosoc(e), { homologado: true, dictamen: { archivo: { nombre: "dictamen.pdf" } } });
  }),
  casosDe("DIF-12")(
    "antes de aprobar el informe",
    (e) => {
      instancia(e).fecha = "2025-11-30";
    },
    `DIF-12 ${I}/0/fecha`,
  ),
  casosDe("DIF-12")(
    "después del cierre del ejercicio",
    (e) => {
      instancia(e).fecha = "2026-01-01";
    },
    `DIF-12 ${I}/0/fecha`,
  ),
  casosDe("DIF-12")("el mismo día en que se aprueba, y el último del año", (e) => {
    instancia(e).fecha = "2025-12-01";
    existe(e.difusion?.instancias).push({ ...instancia(e), fecha: "2025-12-31" });
  }),
  casosDe("DIF-13")(
    "el mismo nombre y cargo, con espacios",
    (e) => filas(e).push({ nombre: "Ana ", cargo: " Analista", grupo: "cosoc" }),
    `DIF-13 ${F}/4`,
  ),
  casosDe("DIF-13")("el mismo nombre con otro cargo", (e) =>
    filas(e).push({ nombre: "Ana", cargo: "Abogada", grupo: "cosoc" }),
  ),
];
