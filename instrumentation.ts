/** Runs once when the server starts: the configuration is read now, not at the first request; jobs, watch and clean-up begin. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { configuracionSesion } = await import("@/lib/sesion/configuracion");
  const { iniciarTrabajos } = await import("@/lib/trabajos/iniciar");
  const { LABORES } = await import("@/lib/casos/avisos/labores");
  const { anotarError } = await import("@/lib/borde/registro");
  const { anotarDespacho, anotarLabores } = await import("@/lib/borde/trabajos");
  const { arrancar } = await import("@/lib/borde/arranque");
  const { alDetener } = await import("@/lib/borde/detencion");
  configuracionSesion();
  const detener = iniciarTrabajos(
    anotarLabores(LABORES),
    (error) => anotarError(error, { puerta: "trabajos" }),
    anotarDespacho,
  );
  alDetener("trabajos", detener);
  arrancar();
}
