import { MarcoPublico } from "@/components/marco/marco-publico";
import { Encabezado } from "@/components/ui/encabezado";
import { EnlaceBoton } from "@/components/ui/enlace-boton";

export const metadata = { title: "Página no encontrada" };
// Only a page drawn for its request carries its nonce.
export const dynamic = "force-dynamic";

export default function NoEncontrada() {
  return (
    <MarcoPublico>
      <div className="flex flex-col items-start gap-6">
        <Encabezado
          titulo="No encontramos esta página"
          bajada="La dirección no existe, o lo que había en ella no está a su alcance con la función que usa ahora."
        />
        <EnlaceBoton href="/inicio">Ir al inicio</EnlaceBoton>
      </div>
    </MarcoPublico>
  );
}
