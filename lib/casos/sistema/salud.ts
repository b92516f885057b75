import { estadoDeMigraciones } from "@/lib/datos/salud";

export type Salud = {
  readonly estado: "bien" | "mal";
  readonly proceso: { readonly segundos: number };
  readonly base: "bien" | "no_responde";
  readonly migraciones: "al_dia" | "pendientes" | "desconocidas";
};

/** Whether this process can serve: it runs, the database answers, and the migrations of this version are applied. No secrets. */
export async function leerSalud(): Promise<Salud> {
  const migraciones = await estadoDeMigraciones();
  const base = migraciones === null ? "no_responde" : "bien";
  return {
    estado: base === "bien" && migraciones === "al_dia" ? "bien" : "mal",
    proceso: { segundos: Math.round(process.uptime()) },
    base,
    migraciones: migraciones ?? "desconocidas",
  };
}
