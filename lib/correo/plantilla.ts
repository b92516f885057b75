import { mostrarInstante } from "@/lib/expediente/fecha";
import { ROLES, type Rol } from "@/lib/flujo/permiso";

/** Subject and body (plain text) of a mail. */
export type Mensaje = { readonly asunto: string; readonly texto: string };

const FIRMA = "\n\nPlataforma CSEU\nEste mensaje es automático: no lo responda.\n";

/** An instant as people read it: "30/06/2025, 23:59 horas de Chile continental". */
export function fechaYHora(instante: Date): string {
  return `${mostrarInstante(instante)} horas de Chile continental`;
}

/** The body of a notice: what happened, the way to it and, in what is not essential, the way to stop it. */
export function cuerpoDeAviso(datos: {
  nombre: string;
  texto: string;
  enlace: string;
  baja: string | null;
}): string {
  return `Hola, ${datos.nombre}:

${datos.texto}

Ábralo aquí: ${datos.enlace}${FIRMA}${comoDejar(datos.baja)}`;
}

/** What was gathered for a person since the last time, in one mail. `items` as each would have been told alone. */
export function mensajeResumen(datos: {
  nombre: string;
  items: readonly { readonly asunto: string; readonly texto: string }[];
  baja: string | null;
}): Mensaje {
  const cuantos = datos.items.length === 1 ? "1 aviso" : `${datos.items.length} avisos`;
  const lista = datos.items.map(({ asunto, texto }) => `· ${asunto}\n${texto}`).join("\n\n");
  return {
    asunto: `Resumen diario de la Plataforma CSEU: ${cuantos}`,
    texto: `Hola, ${datos.nombre}:

Esto pasó desde su último resumen:

${lista}${FIRMA}${comoDejar(datos.baja)}`,
  };
}

const comoDejar = (baja: string | null): string =>
  baja === null ? "" : `\nPara no recibir más mensajes como este: ${baja}\n`;

/** The mail with the link of an invitation. */
export function mensajeInvitacion(datos: {
  nombre: string;
  rol: Rol;
  institucion: string | null;
  quien: string;
  enlace: string;
  expiraEn: Date;
}): Mensaje {
  const donde = datos.institucion ?? "la Red de Expertos";
  return {
    asunto: `Invitación a la Plataforma CSEU: ${ROLES[datos.rol].nombre}`,
    texto: `Hola, ${datos.nombre}:

${datos.quien} le invita a la Plataforma CSEU como ${ROLES[datos.rol].nombre.toLowerCase()} de ${donde}.

Para aceptar y elegir su clave, abra este enlace:
${datos.enlace}

El enlace sirve una sola vez y vence el ${fechaYHora(datos.expiraEn)}. Si no esperaba esta invitación, no haga nada.${FIRMA}`,
  };
}

/** The mail with the link to choose a new password. */
export function mensajeClave(datos: { nombre: string; enlace: string; expiraEn: Date }): Mensaje {
  return {
    asunto: "Elija una clave nueva para la Plataforma CSEU",
    texto: `Hola, ${datos.nombre}:

Recibimos una solicitud para cambiar su clave. Para elegir una nueva, abra este enlace:
${datos.enlace}

El enlace sirve una sola vez y vence el ${fechaYHora(datos.expiraEn)}. Si usted no lo pidió, no haga nada: su clave sigue igual.${FIRMA}`,
  };
}

/** The notice that a password changed. */
export function mensajeClaveCambiada(datos: { nombre: string; instante: Date }): Mensaje {
  return {
    asunto: "Su clave de la Plataforma CSEU cambió",
    texto: `Hola, ${datos.nombre}:

Su clave cambió el ${fechaYHora(datos.instante)} y cerramos sus otras sesiones.

Si no fue usted, pida una clave nueva desde la página de ingreso y avise a la administración de la plataforma.${FIRMA}`,
  };
}
