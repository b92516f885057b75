/** Runs once when the server starts: the configuration is read now, not at the first request, and the mail begins to leave. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { configuracionSesion } = await import("@/lib/sesion/configuracion");
  const { iniciarCartero } = await import("@/lib/correo/cartero");
  const { anotarError } = await import("@/lib/borde/registro");
  configuracionSesion();
  iniciarCartero((error) => anotarError(error, { puerta: "correo" }));
}
