import type { Metadata } from "next";
import { notFound } from "next/navigation";

export const metadata: Metadata = { title: "Componentes" };
// Drawn when built, its «no existe» would carry no nonce and no script of it would run.
export const dynamic = "force-dynamic";

/** Every primitive on one page, to be looked at while developing. In production it does not exist. */
export default async function Componentes() {
  if (process.env.NODE_ENV === "production") notFound();
  const { Galeria } = await import("./galeria");
  return <Galeria />;
}
