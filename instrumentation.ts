/** Runs once when the server starts: the configuration is read now, not at the first request, and the jobs begin. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { configuracionSesion } = await import("@/lib/sesion/configuracion");
  const { iniciarTrabajos } = await import("@/lib/trabajos/iniciar");
  const { LABORES } = await import("@/lib/casos/avisos/labores");
  const { anotarError } = await import("@/lib/borde/registro");
  configuracionSesion();
  const detener = iniciarTrabajos(LABORES, (error) => anotarError(error, { puerta: "trabajos" }));
  for (const senal of ["SIGTERM", "SIGINT"] as const) process.once(senal, () => void detener());
}
