import { TextosDetenidos } from "@/components/formulario/pendientes";
import { EnlaceDescarga } from "@/components/informe/enlace-descarga";
import { EstadoDelInforme } from "@/components/informe/estado";
import { ListaFaltas } from "@/components/plan/faltas";
import { Encabezado } from "@/components/ui/encabezado";
import { Enlace } from "@/components/ui/enlace";
import { EnlaceBoton } from "@/components/ui/enlace-boton";
import { ListaTareas, type Tarea } from "@/components/ui/lista-tareas";
import { QuienSigue } from "@/components/ui/quien-sigue";
import { Tarjeta } from "@/components/ui/tarjeta";
import { definirPaginaInstitucion } from "@/lib/borde/pagina";
import { type InformeEnCurso, leerInforme } from "@/lib/casos/informe/leer";
import { type IdSeccionInforme, type SeccionInforme, sugerenciasDe } from "@/lib/casos/informe/vista";
import type { Falta } from "@/lib/expediente/falta";
import { abreviar } from "@/lib/expediente/texto";
import { conDestino, enlaceDeFalta } from "@/lib/flujo/destino";
import { REGLA_POR_CODIGO } from "@/lib/guia/e3-2025/reglas";
import { PaginaObservada } from "../observado";
import { faltasPorPagina, rutaDeActividad, siguienteDelInforme } from "./presentar";

export const metadata = { title: "Informe de implementación" };

type Vista = { codigo: string; datos: InformeEnCurso };

export default definirPaginaInstitucion({
  permiso: "informe.ver",
  cargar: leerInforme,
  ver: ({ ctx, datos }) => {
    const { codigo } = ctx.institucion;
    const siguiente = siguienteDelInforme(datos);
    return (
      <PaginaObservada ctx={ctx}>
        <Encabezado
          antetitulo={ctx.institucion.nombre}
          titulo={`Informe de implementación ${datos.ejercicio.anio}`}
          bajada="Cuente qué se hizo del plan y con qué resultado. Puede llenarlo en el orden que quiera."
        />
        <TextosDetenidos />
        <QuienSigue
          que={siguiente.que}
          quien={siguiente.quien}
          miTurno={datos.puedeLlenar && siguiente.accion !== null}
          accion={<AccionSiguiente accion={siguiente.accion} codigo={codigo} datos={datos} />}
        />
        <EstadoDelInforme codigo={codigo} {...datos} />
        <ListaTareas
          titulo="Secciones del informe"
          tareas={datos.secciones.map((seccion) => tareaDe(seccion, datos, codigo))}
        />
        <Actividades codigo={codigo} datos={datos} />
        <SinExplicar codigo={codigo} datos={datos} />
        <Justificaciones codigo={codigo} datos={datos} />
        <LlenarSinConexion codigo={codigo} datos={datos} />
        <Faltas codigo={codigo} datos={datos} />
      </PaginaObservada>
    );
  },
});

function AccionSiguiente({
  accion,
  codigo,
  datos,
}: Vista & { accion: ReturnType<typeof siguienteDelInforme>["accion"] }) {
  if (!datos.puedeLlenar || accion === null) return null;
  const base = `/institucion/${codigo}`;
  const primera = datos.faltas.find(({ nivel }) => nivel === "error");
  if (accion === "completar" && primera)
    return (
      <EnlaceBoton href={enlaceDeFalta(codigo, primera, datos.expediente)} variante="secundario">
        Seguir con lo que falta
      </EnlaceBoton>
    );
  return (
    <EnlaceBoton
      href={accion === "enviar" ? `${base}/comite/informe` : `${base}/comite/plan`}
      variante="secundario"
    >
      Ir al Comité
    </EnlaceBoton>
  );
}

const SECCIONES: Readonly<Record<IdSeccionInforme, { ruta: string; unidad: string }>> = {
  ejecucion: { ruta: "#actividades", unidad: "actividades" },
  desempeno: { ruta: "/indicadores", unidad: "indicadores" },
  satisfaccion: { ruta: "/indicadores#satisfaccion", unidad: "indicadores" },
  dificultades: { ruta: "/dificultades", unidad: "" },
  seguimiento: { ruta: "/seguimiento", unidad: "textos" },
};

const ESTADOS = { sinIniciar: "sin_empezar", enCurso: "en_curso", lista: "lista" } as const;

function tareaDe(
  { seccion, titulo, estado, hechos, total, errores, avisos }: SeccionInforme,
  { cumplimiento }: InformeEnCurso,
  codigo: string,
): Tarea {
  const { ruta, unidad } = SECCIONES[seccion];
  const detalles = [
    errores > 0 ? (errores === 1 ? "Falta 1 dato." : `Faltan ${errores} datos.`) : "",
    avisos > 0 ? (avisos === 1 ? "1 aviso." : `${avisos} avisos.`) : "",
    resumenDe(seccion, cumplimiento),
  ].filter(Boolean);
  return {
    id: seccion,
    titulo,
    estado: ESTADOS[estado],
    href: `/institucion/${codigo}/informe${ruta}`,
    detalle: detalles.join(" "),
    ...(seccion !== "dificultades" && total > 0 ? { avance: { hechas: hechos, total, unidad } } : {}),
  };
}

function resumenDe(
  seccion: IdSeccionInforme,
  { actividades, desempeno, satisfaccion }: InformeEnCurso["cumplimiento"],
) {
  switch (seccion) {
    case "ejecucion":
      return `${actividades.cumplidas} ${plural("cumplida", actividades.cumplidas)}, ${actividades.noCumplidas} no ${plural("cumplida", actividades.noCumplidas)}.`;
    case "desempeno":
      return metas(desempeno);
    case "satisfaccion":
      return metas(satisfaccion);
    default:
      return "";
  }
}

const plural = (palabra: string, cuantas: number): string => (cuantas === 1 ? palabra : `${palabra}s`);
const metas = ({ alcanzadas: si, noAlcanzadas: no }: InformeEnCurso["cumplimiento"]["desempeno"]): string =>
  `${si} ${plural("meta", si)} ${plural("alcanzada", si)}, ${no} no ${plural("alcanzada", no)}.`;

const CUMPLIMIENTO = { cumplida: "Cumplida", noCumplida: "No cumplida", pendiente: "Por responder" } as const;

function Actividades({ codigo, datos }: Vista) {
  const { vigente, expediente, cumplimiento } = datos;
  const faltas = faltasPorPagina(
    datos.faltas.filter(({ nivel }) => nivel === "error"),
    expediente,
  );
  const estados = new Map(
    cumplimiento.actividades.detalle.map(({ actividad, estado }) => [actividad, estado]),
  );
  const respondidas = new Set((expediente.informe?.actividades ?? []).map(({ actividad }) => actividad));
  const tareas = (vigente?.actividades ?? []).map(({ id, descripcion }): Tarea => {
    const cuantas = faltas.get(`/informe/actividad/${encodeURIComponent(id)}`)?.length ?? 0;
    return {
      id,
      titulo: `Actividad ${id}`,
      href: rutaDeActividad(codigo, id),
      estado: cuantas === 0 ? "lista" : respondidas.has(id) ? "en_curso" : "sin_empezar",
      textoEstado: CUMPLIMIENTO[estados.get(id) ?? "pendiente"],
      detalle: (
        <>
          <span className="block">{abreviar(descripcion, 140) || "(sin descripción)"}</span>
          {respondidas.has(id) && cuantas > 0 && (
            <span className="block font-medium text-texto">
              {cuantas === 1 ? "Falta 1 dato." : `Faltan ${cuantas} datos.`}
            </span>
          )}
        </>
      ),
    };
  });
  return (
    <div id="actividades" className="scroll-mt-4">
      <ListaTareas titulo="Actividades del Plan 2025" tareas={tareas} />
    </div>
  );
}

function SinExplicar({ codigo, datos }: Vista) {
  const sugerencias = sugerenciasDe(datos.vigente, datos.expediente.informe, datos.cumplimiento);
  if (sugerencias.length === 0) return null;
  return (
    <Tarjeta titulo="Sugerencias">
      <p className="max-w-lectura">
        {sugerencias.length === 1
          ? "Hay 1 actividad no cumplida o meta no alcanzada que ninguna dificultad explica: "
          : `Hay ${sugerencias.length} actividades no cumplidas o metas no alcanzadas que ninguna dificultad explica: `}
        {sugerencias
          .slice(0, 8)
          .map(({ id }) => id)
          .join(", ")}
        {sugerencias.length > 8 && "…"}
      </p>
      <p className="mt-2">
        <Enlace href={`/institucion/${codigo}/informe/dificultades`}>
          Explicarlas en dificultades y holguras
        </Enlace>
      </p>
    </Tarjeta>
  );
}

/** Section 1 of the report is carried from the plan: it is read here, and written nowhere again. */
function Justificaciones({ codigo, datos }: Vista) {
  const cambios = (datos.expediente.ajustes ?? []).filter(({ decision }) => decision !== "mantiene").length;
  return (
    <Tarjeta titulo="Justificaciones de los cambios al plan">
      <p className="max-w-lectura">
        {cambios === 0
          ? "El plan no tiene cambios respecto de 2024: no hay nada que justificar."
          : `El informe lleva ${cambios === 1 ? "la justificación del cambio que se hizo" : `las justificaciones de los ${cambios} cambios que se hicieron`} al plan. No se piden otra vez.`}
      </p>
      {cambios > 0 && (
        <p className="mt-2">
          <Enlace href={`/institucion/${codigo}/plan/cambios`}>Leer los cambios y sus justificaciones</Enlace>
        </p>
      )}
    </Tarjeta>
  );
}

function LlenarSinConexion({ codigo, datos }: Vista) {
  const base = `/institucion/${codigo}/informe`;
  return (
    <Tarjeta titulo="Llenarlo fuera de la plataforma">
      <p className="max-w-lectura">
        La planilla trae lo que el informe ya tiene. Al traerla de vuelta verá qué cambia antes de guardar.
      </p>
      <div className="mt-3 flex flex-wrap gap-3">
        <EnlaceDescarga href={`${base}/plantilla.xlsx`}>Planilla de Excel</EnlaceDescarga>
        <EnlaceDescarga href={`${base}/expediente.json`}>Expediente (JSON)</EnlaceDescarga>
        {datos.puedeLlenar && (
          <EnlaceBoton href={`${base}/importar`} variante="secundario" icono="subir">
            Traer un archivo
          </EnlaceBoton>
        )}
      </div>
    </Tarjeta>
  );
}

const seccionDe = ({ regla }: Falta) => (regla === "FORMATO" ? "formato" : REGLA_POR_CODIGO[regla].seccion);

function Faltas({ codigo, datos }: Vista) {
  if (datos.faltas.length === 0) return null;
  const porSeccion = Map.groupBy(datos.faltas, seccionDe);
  const titulos = new Map<string, string>([
    ...datos.secciones.map(({ seccion, titulo }) => [seccion, titulo] as const),
    ["formato", "Datos que no se entienden"],
  ]);
  return (
    <Tarjeta
      id="faltas"
      // Warnings alone are nothing missing, least of all once it was sent.
      titulo={datos.faltas.some(({ nivel }) => nivel === "error") ? "Todo lo que falta" : "Avisos"}
    >
      {[...porSeccion].map(([seccion, faltas]) => (
        <details key={seccion} open={datos.faltas.length <= 15}>
          <summary className="min-h-11 py-2 text-primario underline underline-offset-4">
            {titulos.get(seccion) ?? seccion} ({faltas.length})
          </summary>
          <ListaFaltas faltas={conDestino(faltas, datos.expediente, codigo)} />
        </details>
      ))}
    </Tarjeta>
  );
}
