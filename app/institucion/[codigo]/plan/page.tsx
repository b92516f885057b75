import { TextosDetenidos } from "@/components/formulario/pendientes";
import { RecuperarQuitado } from "@/components/plan/elemento-acciones";
import { EstadoDelPlazo } from "@/components/plan/estado-del-plazo";
import { ListaFaltas } from "@/components/plan/faltas";
import { MantenerPendientes } from "@/components/plan/mantener-pendientes";
import { DescargasPlan } from "@/components/precarga/descargas-plan";
import { Encabezado } from "@/components/ui/encabezado";
import { EnlaceBoton } from "@/components/ui/enlace-boton";
import { ListaTareas, type Tarea } from "@/components/ui/lista-tareas";
import { Progreso } from "@/components/ui/progreso";
import { QuienSigue } from "@/components/ui/quien-sigue";
import { Tarjeta } from "@/components/ui/tarjeta";
import { definirPaginaInstitucion } from "@/lib/borde/pagina";
import { leerPlanEnAjuste, type PlanEnAjuste } from "@/lib/casos/ajuste/leer";
import type { ElementoVisto } from "@/lib/casos/ajuste/vista";
import { mostrarInstante } from "@/lib/expediente/fecha";
import { conDestino } from "@/lib/flujo/destino";
import { TIPOS_ELEMENTO, type TipoElemento } from "@/lib/guia/e3-2025/valores";
import { PaginaObservada } from "../observado";
import { deshacer, mantener, recuperar } from "./acciones";
import { pendientesDe, rutaDeElemento, siguienteDelPlan } from "./presentar";

export const metadata = { title: "Plan de Mejoramiento" };

const SECCIONES = [
  { tipo: "objetivoGeneral", titulo: "Objetivo general" },
  { tipo: "objetivoEspecifico", titulo: "Objetivos específicos" },
  { tipo: "indicadorSatisfaccion", titulo: "Indicadores de satisfacción usuaria" },
  { tipo: "actividad", titulo: "Actividades" },
] as const;

export default definirPaginaInstitucion({
  permiso: "plan.ver",
  cargar: leerPlanEnAjuste,
  ver: ({ ctx, datos }) => {
    const { codigo } = ctx.institucion;
    const base = `/institucion/${codigo}`;
    const siguiente = siguienteDelPlan(datos);
    const pendientes = pendientesDe(datos.elementos);
    const primero = datos.elementos.find(({ id }) => id === pendientes[0]?.id);
    const { hechas, total } = sumar(datos.elementos);
    return (
      <PaginaObservada ctx={ctx}>
        <Encabezado
          antetitulo={ctx.institucion.nombre}
          titulo={`Plan de Mejoramiento ${datos.ejercicio.anio}`}
          bajada={`Decida qué se mantiene del plan diseñado en ${datos.ejercicio.anio - 1}, qué se modifica y qué se agrega.`}
          acciones={
            <EnlaceBoton href={`${base}/plan/cambios`} variante="secundario" icono="imprimir">
              Resumen de cambios
            </EnlaceBoton>
          }
        />
        <TextosDetenidos />
        <QuienSigue
          que={siguiente.que}
          quien={siguiente.quien}
          miTurno={datos.puedeMantener && siguiente.accion !== null}
          accion={<AccionSiguiente accion={siguiente.accion} base={base} primero={primero} datos={datos} />}
        />
        <EstadoDelPlazo {...datos} />
        <Tarjeta>
          <div className="flex flex-col gap-4">
            <Progreso
              etiqueta="Componentes con decisión"
              hechas={hechas}
              total={total}
              texto={`${hechas} de ${total}`}
            />
            {datos.puedeMantener && (
              <div className="flex flex-wrap gap-3">
                <MantenerPendientes
                  institucion={codigo}
                  pendientes={pendientes}
                  texto="Mantener todo lo pendiente"
                  mantener={mantener}
                  deshacer={deshacer}
                />
                {datos.puedeAjustar && (
                  <EnlaceBoton href={`${base}/plan/nuevo`} variante="secundario" icono="mas">
                    Agregar al plan
                  </EnlaceBoton>
                )}
              </div>
            )}
          </div>
        </Tarjeta>
        {SECCIONES.map(({ tipo, titulo }) => (
          <ListaTareas
            key={tipo}
            titulo={titulo}
            tareas={datos.elementos
              .filter((elemento) => elemento.tipo === tipo)
              .map((elemento) => tareaDe(elemento, codigo))}
          />
        ))}
        <FaltasDelPlan datos={datos} codigo={codigo} />
        {datos.puedeAjustar && <Quitados quitados={datos.quitados} codigo={codigo} />}
        <DescargasPlan base={base} anio={datos.ejercicio.anio} />
      </PaginaObservada>
    );
  },
});

function sumar(elementos: readonly ElementoVisto[]) {
  const originales = elementos.filter(({ origen }) => origen === "original");
  return {
    hechas: originales.reduce((suma, { avance }) => suma + avance.hechas, 0),
    total: originales.reduce((suma, { avance }) => suma + avance.total, 0),
  };
}

type PropsAccion = {
  accion: ReturnType<typeof siguienteDelPlan>["accion"];
  base: string;
  primero: ElementoVisto | undefined;
  datos: PlanEnAjuste;
};

function AccionSiguiente({ accion, base, primero, datos }: PropsAccion) {
  if (!datos.puedeMantener) return null;
  if (accion === "decidir" && primero)
    return (
      <EnlaceBoton href={`${base}/plan/${encodeURIComponent(primero.id)}`} variante="secundario">
        Seguir con {primero.titulo.toLowerCase().replace(primero.id.toLowerCase(), primero.id)}
      </EnlaceBoton>
    );
  if (accion === "completar")
    return (
      <EnlaceBoton href="#faltas" variante="secundario">
        Ver qué falta
      </EnlaceBoton>
    );
  return accion === "enviar" ? (
    <EnlaceBoton href={`${base}/comite/plan`} variante="secundario">
      Ir al Comité
    </EnlaceBoton>
  ) : null;
}

function tareaDe(elemento: ElementoVisto, codigo: string): Tarea {
  const { id, titulo, resumen, eliminado, origen, componentes, avance, faltas } = elemento;
  const errores = faltas.filter(({ nivel, regla }) => nivel === "error" && regla !== "AJU-01").length;
  const modificados = componentes.filter(({ decision }) => decision === "modifica");
  const completo = avance.hechas === avance.total;
  const estado =
    errores > 0 ? "en_curso" : completo ? "lista" : avance.hechas > 0 ? "en_curso" : "sin_empezar";
  const texto = eliminado
    ? "Se elimina"
    : origen === "nuevo"
      ? "Nuevo"
      : modificados.length > 0
        ? "Se modifica"
        : completo
          ? "Se mantiene"
          : avance.hechas > 0
            ? "Por terminar"
            : "Por decidir";
  const detalles = [
    modificados.length > 0
      ? `Cambia: ${modificados.map(({ nombre }) => nombre.toLowerCase()).join(", ")}.`
      : "",
    errores > 0 ? `Falta completar ${errores === 1 ? "1 dato" : `${errores} datos`}.` : "",
  ].filter(Boolean);
  return {
    id,
    titulo,
    estado,
    textoEstado: texto,
    href: rutaDeElemento(codigo, id),
    detalle: (
      <>
        <span className="line-clamp-2">{resumen || "(sin contenido todavía)"}</span>
        {detalles.length > 0 && (
          <span className="mt-1 block font-medium text-texto">{detalles.join(" ")}</span>
        )}
      </>
    ),
    ...(origen === "original" && avance.total > 1 && !eliminado
      ? { avance: { ...avance, unidad: "componentes" } }
      : {}),
  };
}

function FaltasDelPlan({ datos, codigo }: { datos: PlanEnAjuste; codigo: string }) {
  const errores = datos.faltas.filter(({ nivel, regla }) => nivel === "error" && regla !== "AJU-01");
  const avisos = datos.faltas.filter(({ nivel }) => nivel === "aviso");
  if (errores.length + avisos.length === 0) return null;
  return (
    <Tarjeta id="faltas" titulo="Lo que falta por completar">
      {errores.length > 0 && <ListaFaltas faltas={conDestino(errores, datos.expediente, codigo)} />}
      {avisos.length > 0 && (
        <details className="mt-3" open={errores.length === 0}>
          <summary className="min-h-11 py-2 text-primario underline underline-offset-4">
            {avisos.length === 1 ? "1 aviso" : `${avisos.length} avisos`}: no impiden enviar el plan
          </summary>
          <ListaFaltas faltas={conDestino(avisos, datos.expediente, codigo)} />
        </details>
      )}
    </Tarjeta>
  );
}

function Quitados({ quitados, codigo }: { quitados: PlanEnAjuste["quitados"]; codigo: string }) {
  if (quitados.length === 0) return null;
  return (
    <Tarjeta titulo="Elementos nuevos que se quitaron">
      {quitados.map(({ ajuste, en, autor }) => (
        <RecuperarQuitado
          key={ajuste.elemento}
          institucion={codigo}
          elemento={ajuste.elemento}
          recuperar={recuperar}
          texto={`Recuperar ${TIPOS_ELEMENTO[(ajuste.tipo ?? "actividad") as TipoElemento].toLowerCase()} ${ajuste.elemento} (${mostrarInstante(en)}${autor ? `, ${autor}` : ""})`}
        />
      ))}
    </Tarjeta>
  );
}
