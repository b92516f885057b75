import { Enlace } from "@/components/ui/enlace";

/** Name of the product: leads home. */
export function Marca({ href = "/" }: { href?: string }) {
  return (
    <Enlace href={href} className="inline-flex min-h-11 flex-col justify-center rounded-sm text-papel">
      <span className="font-titulo text-lg leading-tight font-semibold max-sm:text-base">
        Plataforma CSEU
      </span>
      <span className="text-sm leading-tight text-tinte max-sm:hidden">
        Calidad de Servicio y Experiencia Usuaria
      </span>
    </Enlace>
  );
}
