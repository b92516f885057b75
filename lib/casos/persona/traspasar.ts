import { mensajeInvitacion } from "@/lib/correo/plantilla";
import {
  esContraparte,
  escribirDesignacion,
  funcionVigente,
  heredarAvisos,
} from "@/lib/datos/repositorio/contraparte";
import { encolarCorreos } from "@/lib/datos/repositorio/correo";
import { crearEnlace } from "@/lib/datos/repositorio/enlaceClave";
import { unaVez } from "@/lib/datos/repositorio/intento";
import {
  buscarIntegrante,
  crearMembresia,
  type Integrante,
  terminarMembresia,
} from "@/lib/datos/repositorio/membresia";
import { cerrarSesiones } from "@/lib/datos/repositorio/sesion";
import { buscarPorCorreo, crearUsuario, normalizarCorreo } from "@/lib/datos/repositorio/usuario";
import { conActor, type Transaccion } from "@/lib/datos/transaccion";
import { puede, puedeOtorgar, ROLES } from "@/lib/flujo/permiso";
import { exito, fallar, NO_ENCONTRADO, REVISE, type Resultado } from "@/lib/flujo/resultado";
import { nuevoToken } from "@/lib/sesion/token";
import { avisar } from "../aviso";
import { personasDe } from "../comite/situacion";
import type { ContextoInstitucion } from "../contexto";
import { direccion } from "../enlace";
import { type DatosDesignacion, leerDesignacion } from "./designar";
import { DIAS_INVITACION } from "./invitar";
import { conoceLaCuenta, dondeTrabaja, porConfirmar } from "./receptor";

export type Traspasar = DatosDesignacion & {
  /** The function that changes hands. */
  readonly membresia: string;
  readonly correo: string;
  readonly nombre: string;
  readonly cargo: string | null;
  /** The address that was confirmed, once asked; "" before. */
  readonly confirmado: string;
};

export type Traspasada = {
  readonly nombre: string;
  /** The one who did it has just left: their sessions ended with it. */
  readonly propia: boolean;
  /** The person had no account: a link to choose a password is on its way. */
  readonly cuentaNueva: boolean;
};

type Receptor = { readonly usuarioId: string; readonly nombre: string; readonly correo: string };

/**
 * Hands the function of a counterpart who leaves over to another person, in one step: the function of the one who
 * leaves ends and their sessions with it, the other begins, with the same charge of MESU and the notices not yet read.
 * What the institution has written stays where it is, and what each one did, with their name. The counterpart in office
 * hands over their own; the titular, also the substitute's; the coordination, any.
 * Nothing is done until what `porConfirmar` asks is confirmed, for that very address.
 * Fails: `entrada_invalida`, `no_es_contraparte`, `ya_es_parte`, `falta_confirmar`, `cuenta_inactiva`.
 */
export async function traspasar(
  ctx: ContextoInstitucion,
  entrada: Traspasar,
): Promise<Resultado<Traspasada>> {
  const { actor, ahora, institucion } = ctx;
  if (!puede(actor, "persona.retirar", institucion.id)) return NO_ENCONTRADO;
  const designacion = leerDesignacion(entrada, ahora);
  if ("campos" in designacion) return fallar("entrada_invalida", REVISE, designacion.campos);
  const correo = normalizarCorreo(entrada.correo);
  const lugares = await dondeTrabaja(ctx, correo);
  return conActor(actor, "persona.traspasar", (tx) =>
    unaVez(tx, ctx, "persona.traspasar", async () => {
      const sale = await buscarIntegrante(tx, entrada.membresia, institucion.id);
      if (!sale) return NO_ENCONTRADO;
      if (!esContraparte(sale.rol) || (sale.id !== actor.membresiaId && !puedeOtorgar(actor.rol, sale.rol)))
        return fallar(
          "no_es_contraparte",
          "Solo se traspasa la función de una contraparte que usted puede nombrar.",
        );
      const conocida = await buscarPorCorreo(tx, correo);
      if (
        conocida?.id === sale.usuarioId ||
        (conocida && (await funcionVigente(tx, conocida.id, institucion.id, sale.rol)))
      ) {
        const mensaje = "Esa persona ya tiene esa función. Escriba el correo de quien la recibe.";
        return fallar("ya_es_parte", mensaje, { correo: mensaje });
      }
      const laConoce = await conoceLaCuenta(tx, ctx, conocida);
      if (conocida && !conocida.activo && laConoce) {
        const mensaje = "La cuenta de esa persona está desactivada. Pida a la administración que la active.";
        return fallar("cuenta_inactiva", mensaje, { correo: mensaje });
      }
      const pregunta = porConfirmar({ correo, nombre: entrada.nombre }, conocida, { laConoce, lugares });
      if (pregunta !== null && normalizarCorreo(entrada.confirmado) !== correo)
        return fallar("falta_confirmar", pregunta, { confirmado: pregunta });
      if (conocida && !conocida.activo) {
        const mensaje =
          "No se puede traspasar a ese correo desde aquí. Escriba otro, o pida a la coordinación de la Red que la traspase.";
        return fallar("cuenta_inactiva", mensaje, { correo: mensaje });
      }
      const entra: Receptor = conocida
        ? { usuarioId: conocida.id, nombre: conocida.nombre, correo }
        : {
            usuarioId: await crearUsuario(tx, { correo, nombre: entrada.nombre, creadoEn: ahora }),
            nombre: entrada.nombre,
            correo,
          };
      const mesu = await cambiarDeManos(tx, ctx, sale, entra, entrada.cargo);
      await escribirDesignacion(tx, mesu.nueva, { ...designacion.valor, archivo: null }, mesu.tenia);
      await heredarAvisos(tx, institucion.id, { de: sale.usuarioId, a: entra.usuarioId });
      await cerrarSesiones(tx, { usuarioId: sale.usuarioId }, ahora, actor.usuarioId);
      if (!conocida?.claveHash) await enviarEnlace(tx, ctx, sale, entra);
      await avisarTraspaso(tx, ctx, sale, entra);
      return exito({
        nombre: entra.nombre,
        propia: sale.usuarioId === actor.usuarioId,
        cuentaNueva: !conocida?.claveHash,
      });
    }),
  );
}

/** Ends one function and begins the other. A substitute who becomes titular stops being substitute. */
async function cambiarDeManos(
  tx: Transaccion,
  { ahora, institucion }: ContextoInstitucion,
  sale: Integrante,
  entra: Receptor,
  cargo: string | null,
): Promise<{ nueva: string; tenia: boolean }> {
  const { mesu } = await tx.membresia.findUniqueOrThrow({ where: { id: sale.id }, select: { mesu: true } });
  await terminarMembresia(tx, sale.id, ahora);
  if (sale.rol === "contraparte_titular") {
    const suplencia = await funcionVigente(tx, entra.usuarioId, institucion.id, "contraparte_suplente");
    if (suplencia) await terminarMembresia(tx, suplencia, ahora);
  }
  const nueva = await crearMembresia(tx, {
    usuarioId: entra.usuarioId,
    institucionId: institucion.id,
    rol: sale.rol,
    cargo,
    area: null,
    preside: false,
    desde: ahora,
  });
  return { nueva, tenia: mesu };
}

/** Somebody who has no password yet chooses one with a link that works once and lasts as an invitation's. */
async function enviarEnlace(
  tx: Transaccion,
  { actor, ahora, institucion }: ContextoInstitucion,
  sale: Integrante,
  entra: Receptor,
): Promise<void> {
  const { token, tokenHash } = nuevoToken();
  const expiraEn = new Date(ahora.getTime() + DIAS_INVITACION * 86_400_000);
  await crearEnlace(tx, { usuarioId: entra.usuarioId, tokenHash, expiraEn, ahora });
  const mensaje = mensajeInvitacion({
    nombre: entra.nombre,
    rol: sale.rol,
    institucion: institucion.nombre,
    quien: actor.nombre,
    enlace: direccion(`/clave/${token}`),
    expiraEn,
  });
  const clave = `traspaso:${sale.id}:${entra.usuarioId}`;
  await encolarCorreos(tx, [{ clave, para: entra.correo, ...mensaje, tipo: "cuenta" }], ahora);
}

async function avisarTraspaso(
  tx: Transaccion,
  ctx: ContextoInstitucion,
  sale: Integrante,
  entra: Receptor,
): Promise<void> {
  const { actor, institucion } = ctx;
  const funcion = ROLES[sale.rol].nombre.toLowerCase();
  const clave = `traspaso ${sale.id}`;
  await avisar(tx, ctx, [entra], {
    clave: `${clave} entra`,
    asunto: `Usted es ${funcion} de ${institucion.nombre}`,
    texto: `${actor.nombre} le traspasó la función de ${funcion} de ${institucion.nombre}, que tenía ${sale.nombre}. Todo lo registrado sigue donde estaba.`,
    enlace: `/institucion/${institucion.codigo}`,
  });
  const { contrapartes } = await personasDe(tx, institucion.id);
  const otras = contrapartes.filter(({ usuarioId }) => usuarioId !== entra.usuarioId);
  await avisar(tx, ctx, [...otras, sale], {
    clave: `${clave} otras`,
    asunto: `Cambió la ${funcion} de ${institucion.nombre}`,
    texto: `${entra.nombre} es la nueva ${funcion} de ${institucion.nombre}, en lugar de ${sale.nombre}.`,
    enlace: `/institucion/${institucion.codigo}/personas`,
  });
}
