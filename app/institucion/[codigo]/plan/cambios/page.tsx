import type { ReactNode } from "react";
import { EnlaceDescarga } from "@/components/informe/enlace-descarga";
import { describirContenido, describirElemento } from "@/components/plan/describir";
import { Imprimir } from "@/components/plan/imprimir";
import { TextoPlan } from "@/components/plan/tarjeta-componente";
import { Diferencias } from "@/components/ui/diferencias";
import { Encabezado } from "@/components/ui/encabezado";
import { Migas } from "@/components/ui/migas";
import { Vacio } from "@/components/ui/vacio";
import { definirPaginaInstitucion } from "@/lib/borde/pagina";
import { leerPlanEnAjuste } from "@/lib/casos/ajuste/leer";
import type { CambioVisto, ElementoVisto } from "@/lib/casos/ajuste/vista";
import { mostrarInstante } from "@/lib/expediente/fecha";
import { CATEGORIAS, type Categoria } from "@/lib/guia/e3-2025/categorias";

export const metadata = { title: "Resumen de cambios" };

export default definirPaginaInstitucion({
  permiso: "plan.ver",
  cargar: leerPlanEnAjuste,
  ver: ({ ctx, datos }) => {
    const { elementos, ejercicio, expediente } = datos;
    const cuenta = contar(elementos);
    const cambian = elementos.filter(
      ({ origen, eliminado, componentes }) =>
        origen === "nuevo" || eliminado || componentes.some(({ decision }) => decision === "modifica"),
    );
    const igual = elementos.filter(
      (elemento) => !cambian.includes(elemento) && elemento.avance.hechas === elemento.avance.total,
    );
    return (
      <article className="flex flex-col gap-6">
        <Migas
          migas={[
            { texto: "Plan de Mejoramiento", href: `/institucion/${ctx.institucion.codigo}/plan` },
            { texto: "Resumen de cambios" },
          ]}
        />
        <Encabezado
          antetitulo={`${ctx.institucion.nombre} · ${expediente.institucion.ministerio ?? ""}`}
          titulo={`Actualización del Plan de Mejoramiento ${ejercicio.anio}`}
          bajada={`Al ${mostrarInstante(ctx.ahora)}, horas de Chile continental`}
          acciones={
            <>
              <Imprimir />
              <EnlaceDescarga href={`/institucion/${ctx.institucion.codigo}/comite/plan/minuta.pdf`}>
                Descargar en PDF
              </EnlaceDescarga>
            </>
          }
        />
        <p className="max-w-lectura text-lg">{cuenta}</p>
        {cambian.length === 0 ? (
          <Vacio titulo="No hay cambios respecto del plan diseñado en 2024" icono="info">
            Cuando se modifique, agregue o elimine algo, aparecerá aquí con su justificación.
          </Vacio>
        ) : (
          cambian.map((elemento) => <CambiosDe key={elemento.id} elemento={elemento} />)
        )}
        {igual.length > 0 && (
          <section className="flex flex-col gap-2 print:break-inside-avoid">
            <h2 className="text-xl">Se mantiene como en {ejercicio.anio - 1}</h2>
            <ul className="flex flex-col gap-1">
              {igual.map(({ id, titulo, resumen }) => (
                <li key={id}>
                  <span className="font-medium">{titulo}.</span> {resumen}
                </li>
              ))}
            </ul>
          </section>
        )}
      </article>
    );
  },
});

function contar(elementos: readonly ElementoVisto[]): string {
  const originales = elementos.filter(({ origen }) => origen === "original");
  const componentes = originales
    .filter(({ eliminado }) => !eliminado)
    .flatMap((elemento) =>
      elemento.componentes.filter(({ componente }) => componente !== "objetivoEspecifico"),
    );
  const con = (decision: string | null) => componentes.filter((uno) => uno.decision === decision).length;
  const plural = (n: number, uno: string, varios: string) =>
    n === 0 ? "" : n === 1 ? `1 ${uno}` : `${n} ${varios}`;
  const partes = [
    plural(con("mantiene"), "componente se mantiene", "componentes se mantienen"),
    plural(con("modifica"), "se modifica", "se modifican"),
    plural(elementos.length - originales.length, "elemento se incorpora", "elementos se incorporan"),
    plural(
      originales.filter(({ eliminado }) => eliminado).length,
      "elemento se elimina",
      "elementos se eliminan",
    ),
  ];
  const faltan = con(null);
  const dicho = partes.filter(Boolean).join("; ") || "todavía no hay decisiones";
  return `Respecto del plan diseñado en 2024: ${dicho}.${faltan > 0 ? ` Falta decidir sobre ${plural(faltan, "componente", "componentes")}.` : ""}`;
}

function CambiosDe({ elemento }: { elemento: ElementoVisto }) {
  const { titulo, resumen, origen, eliminado, tipo, cambio, componentes } = elemento;
  return (
    <section className="flex flex-col gap-4 rounded-md border border-borde bg-papel p-4 sm:p-6 print:border-0 print:p-0">
      <div>
        <h2 className="text-xl">
          {titulo}
          {origen === "nuevo" && " (se incorpora)"}
          {eliminado && " (se elimina)"}
        </h2>
        {origen === "original" && <p className="text-texto-suave">{resumen}</p>}
      </div>
      {origen === "nuevo" && cambio && (
        <>
          <TextoPlan texto={describirElemento(tipo, cambio.contenido)} />
          <Porque cambio={cambio} />
        </>
      )}
      {eliminado && cambio && <Porque cambio={cambio} />}
      {!eliminado &&
        componentes
          .filter(({ decision }) => decision === "modifica")
          .map(({ componente, nombre, original, cambio: suyo }) => (
            <div
              key={componente}
              className="flex flex-col gap-3 border-t border-borde pt-4 print:break-inside-avoid"
            >
              <h3 className="text-lg">{nombre}</h3>
              <div className="grid gap-4 lg:grid-cols-2 print:grid-cols-2">
                <Parte titulo="Plan 2024">
                  <TextoPlan texto={describirContenido(componente, original)} />
                </Parte>
                <Parte titulo="Plan 2025">
                  <Diferencias
                    antes={describirContenido(componente, original)}
                    despues={describirContenido(componente, suyo?.contenido)}
                  />
                </Parte>
              </div>
              {suyo && <Porque cambio={suyo} />}
            </div>
          ))}
    </section>
  );
}

function Parte({ titulo, children }: { titulo: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <p className="text-sm font-medium text-texto-suave">{titulo}</p>
      {children}
    </div>
  );
}

function Porque({ cambio }: { cambio: CambioVisto }) {
  const categorias = cambio.categorias
    .map((letra) => `${letra}) ${CATEGORIAS[letra as Categoria]?.nombre ?? ""}`)
    .join("; ");
  const datos = [
    ["Categoría de la justificación", categorias],
    ["Otra razón", cambio.otraRazon ?? ""],
    ["Argumento", cambio.argumento ?? ""],
    ["Antecedentes", cambio.antecedentes ?? ""],
    [
      "Registrado",
      cambio.registradoEn
        ? `${mostrarInstante(cambio.registradoEn)}${cambio.autor ? `, por ${cambio.autor}` : ""}`
        : "",
    ],
  ] as const;
  return (
    <dl className="flex flex-col gap-2">
      {datos
        .filter(([rotulo, texto]) => texto !== "" || rotulo === "Argumento")
        .map(([rotulo, texto]) => (
          <div key={rotulo} className="max-w-lectura">
            <dt className="inline font-medium">{rotulo}: </dt>
            <dd className="inline whitespace-pre-wrap break-words">
              {texto || <span className="text-texto-suave">(falta)</span>}
            </dd>
          </div>
        ))}
    </dl>
  );
}
