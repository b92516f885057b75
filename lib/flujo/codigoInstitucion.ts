/** Code of an institution as it stands in addresses: capital letters, digits and hyphens. */
export const CODIGO_INSTITUCION = /^[A-Z0-9][A-Z0-9-]{0,39}$/;
export const EXIGENCIA_CODIGO = "Use letras mayúsculas, dígitos y guiones, por ejemplo SVA-01.";
