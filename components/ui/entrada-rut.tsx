"use client";
import { formatearRut, validarRut } from "@/lib/flujo/rut";
import { EntradaLeida, type Lectura } from "./entrada-leida";
import type { PropsEntrada } from "./entrada-texto";

function leerRut(texto: string): Lectura {
  const leido = validarRut(texto);
  return leido.ok ? { ok: true, eco: formatearRut(leido.rut) } : { ok: false, mensaje: leido.mensaje };
}

/** A RUT, checked by módulo 11 and shown with its points on leaving the box. */
export function EntradaRut(props: PropsEntrada) {
  return (
    <EntradaLeida
      ancho="medio"
      placeholder="12.345.678-5"
      maxLength={20}
      {...props}
      leer={leerRut}
      normaliza
    />
  );
}
