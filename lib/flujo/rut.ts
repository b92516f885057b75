/** A RUT or RUN in canonical form: digits, a hyphen and the check digit, as in `12345678-5` or `6-K`. */
export type Rut = string;

export type ResultadoRut =
  | { ok: true; rut: Rut }
  | { ok: false; codigo: "RUT_VACIO" | "RUT_FORMATO" | "RUT_DIGITO"; mensaje: string };

/** Check digit (0–9 or K) of the body of a RUT, by módulo 11. Takes digits only. */
export function digitoVerificador(cuerpo: string): string {
  let suma = 0;
  for (let i = 0; i < cuerpo.length; i++) {
    suma += Number(cuerpo[cuerpo.length - 1 - i]) * (2 + (i % 6));
  }
  const resto = 11 - (suma % 11);
  return resto === 11 ? "0" : resto === 10 ? "K" : String(resto);
}

/**
 * Reads a RUT typed by a person: with or without points, hyphen (any dash), spaces or leading zeros.
 * Returns its canonical form, or what is wrong with it and how to mend it.
 */
export function validarRut(texto: string): ResultadoRut {
  const limpio = texto
    .replace(/[\s.]/g, "")
    .replace(/[‐-―−]/g, "-")
    .toUpperCase();
  if (limpio === "")
    return { ok: false, codigo: "RUT_VACIO", mensaje: "Escriba un RUT, por ejemplo 12.345.678-5." };
  const partes = /^0*([1-9]\d{0,8})-?([\dK])$/.exec(limpio);
  const [, cuerpo, digito] = partes ?? [];
  if (!cuerpo || !digito) {
    return {
      ok: false,
      codigo: "RUT_FORMATO",
      mensaje: "El RUT debe tener números y un dígito verificador, por ejemplo 12.345.678-5.",
    };
  }
  if (digitoVerificador(cuerpo) !== digito) {
    return {
      ok: false,
      codigo: "RUT_DIGITO",
      mensaje: "El dígito verificador no corresponde a ese número. Revise que el RUT esté bien escrito.",
    };
  }
  return { ok: true, rut: `${cuerpo}-${digito}` };
}

/** `12345678-5` → `12.345.678-5`. A text that is not a valid RUT comes back as it was. */
export function formatearRut(texto: string): string {
  const leido = validarRut(texto);
  if (!leido.ok) return texto;
  const [cuerpo = "", digito = ""] = leido.rut.split("-");
  return `${cuerpo.replace(/\B(?=(\d{3})+$)/g, ".")}-${digito}`;
}
