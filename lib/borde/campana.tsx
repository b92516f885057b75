import "server-only";
import { Suspense } from "react";
import { EnlaceAvisos } from "@/components/marco/enlace-avisos";
import { contarAvisos } from "@/lib/casos/avisos";
import type { ActorPersona } from "@/lib/flujo/actor";

/** The bell with its count, which the rest of the page does not wait for. */
export function Campana({ actor }: { actor: ActorPersona }) {
  return (
    <Suspense fallback={<EnlaceAvisos sinLeer={0} />}>
      <ConCuenta actor={actor} />
    </Suspense>
  );
}

async function ConCuenta({ actor }: { actor: ActorPersona }) {
  return <EnlaceAvisos sinLeer={await contarAvisos({ actor })} />;
}
