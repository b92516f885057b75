import { mensajeInvitacion } from "@/lib/correo/plantilla";
import { encolarCorreos } from "@/lib/datos/repositorio/correo";
import { unaVez } from "@/lib/datos/repositorio/intento";
import { crearInvitacion } from "@/lib/datos/repositorio/invitacion";
import { ocupantes, tieneFuncion } from "@/lib/datos/repositorio/membresia";
import { buscarPorCorreo, normalizarCorreo } from "@/lib/datos/repositorio/usuario";
import { conActor, type Transaccion } from "@/lib/datos/transaccion";
import type { InstitucionRef } from "@/lib/flujo/actor";
import { puede, puedeOtorgar, ROLES, type Rol } from "@/lib/flujo/permiso";
import { exito, fallar, NO_ENCONTRADO, type Resultado } from "@/lib/flujo/resultado";
import { nuevoToken } from "@/lib/sesion/token";
import type { Contexto } from "../contexto";
import { direccion } from "../enlace";

export type DatosInvitacion = {
  readonly correo: string;
  readonly nombre: string;
  readonly rol: Rol;
  readonly cargo: string | null;
  readonly area: string | null;
  readonly preside: boolean;
};

/** Days that an invitation is good for. */
export const DIAS_INVITACION = 14;

/**
 * Invites somebody by e-mail to a function: of an institution, or of the Red when it is null. The mail is written in
 * the same transaction. Inviting again replaces the earlier link.
 * Fails with `rol_no_permitido`, `cargo_requerido`, `ya_es_parte` or `conflicto_puesto` (a single seat that is taken).
 */
export async function invitar(
  ctx: Contexto,
  institucion: InstitucionRef | null,
  datos: DatosInvitacion,
): Promise<Resultado<{ correo: string }>> {
  if (!puede(ctx.actor, "persona.invitar", institucion?.id)) return NO_ENCONTRADO;
  const falta = revisar(ctx, institucion, datos);
  if (falta) return falta;
  const correo = normalizarCorreo(datos.correo);
  const { token, tokenHash } = nuevoToken();
  const expiraEn = new Date(ctx.ahora.getTime() + DIAS_INVITACION * 86_400_000);
  const mensaje = mensajeInvitacion({
    nombre: datos.nombre,
    rol: datos.rol,
    institucion: institucion?.nombre ?? null,
    quien: ctx.actor.nombre,
    enlace: direccion(`/invitacion/${token}`),
    expiraEn,
  });
  return conActor(ctx.actor, "persona.invitar", (tx) =>
    unaVez(tx, ctx, "persona.invitar", async () => {
      const impedimento = await impedimentoDe(tx, institucion, { ...datos, correo });
      if (impedimento) return impedimento;
      const id = await crearInvitacion(tx, {
        ...datos,
        correo,
        institucionId: institucion?.id ?? null,
        tokenHash,
        creadaPorId: ctx.actor.usuarioId,
        creadaEn: ctx.ahora,
        expiraEn,
      });
      await encolarCorreos(
        tx,
        [{ clave: `invitacion:${id}`, para: correo, ...mensaje, tipo: "cuenta" }],
        ctx.ahora,
      );
      return exito({ correo });
    }),
  );
}

function revisar({ actor }: Contexto, institucion: InstitucionRef | null, datos: DatosInvitacion) {
  const { nombre, de } = ROLES[datos.rol];
  if (!puedeOtorgar(actor.rol, datos.rol) || (de === "institucion") !== (institucion !== null)) {
    const mensaje = `Con su función no puede invitar a alguien como ${nombre.toLowerCase()}.`;
    return fallar("rol_no_permitido", mensaje, { rol: mensaje });
  }
  if (datos.rol === "integrante_comite" && !datos.cargo) {
    const mensaje = "Escriba el cargo: es el que aparecerá en las actas del Comité.";
    return fallar("cargo_requerido", mensaje, { cargo: mensaje });
  }
  return null;
}

/** Why a function cannot be given now, or null. Shared by the invitation and its acceptance. */
export async function impedimentoDe(
  tx: Transaccion,
  institucion: { readonly id: string } | null,
  datos: Pick<DatosInvitacion, "correo" | "rol" | "preside">,
) {
  const usuario = await buscarPorCorreo(tx, datos.correo);
  if (usuario && (await tieneFuncion(tx, usuario.id, datos.rol, institucion?.id ?? null))) {
    const mensaje = "Esa persona ya tiene esa función.";
    return fallar("ya_es_parte", mensaje, { correo: mensaje });
  }
  if (!institucion) return null;
  const { titular, presidencia } = await ocupantes(tx, institucion.id);
  if (titular && datos.rol === "contraparte_titular") {
    const mensaje = "La institución ya tiene contraparte titular. Retire primero a la actual.";
    return fallar("conflicto_puesto", mensaje, { rol: mensaje });
  }
  if (presidencia && datos.preside) {
    const mensaje =
      "El Comité ya tiene quien lo preside. Retire primero a esa persona, o invite sin presidencia.";
    return fallar("conflicto_puesto", mensaje, { preside: mensaje });
  }
  return null;
}
