import { Enlace } from "@/components/ui/enlace";

const ENLACE =
  "inline-flex min-h-11 items-center rounded-sm px-2 underline underline-offset-4 hover:bg-papel/60";

/** Above everything in a demonstration: that it is one, its clock and its outbox. */
export function CintaDemo({
  instante,
  movido,
}: {
  /** Already in words. */ instante: string;
  movido: boolean;
}) {
  return (
    <aside aria-label="Demostración" className="no-imprimir bg-advertencia-suave text-advertencia">
      <div className="mx-auto flex max-w-marco flex-wrap items-center gap-x-4 px-4 text-sm sm:px-6">
        <p className="py-1">
          <strong className="font-bold">Demostración</strong> con datos ficticios.{" "}
          {movido ? "Reloj puesto en" : "Hoy es"} {instante}.
        </p>
        <p className="flex flex-wrap">
          <Enlace href="/demo/reloj" className={ENLACE}>
            Cambiar la fecha
          </Enlace>
          <Enlace href="/demo/correo" className={ENLACE}>
            Ver los correos
          </Enlace>
        </p>
      </div>
    </aside>
  );
}
