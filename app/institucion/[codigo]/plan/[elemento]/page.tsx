import { z } from "zod";
import { MarcasDeCampo } from "@/components/observacion/observado";
import { DecisionComponente } from "@/components/plan/decision";
import { describirElemento } from "@/components/plan/describir";
import { EditorContenido, EditorElemento } from "@/components/plan/editores/contenido";
import { EliminarElemento, QuitarElemento, RestaurarElemento } from "@/components/plan/elemento-acciones";
import { EstadoDelPlazo } from "@/components/plan/estado-del-plazo";
import { ListaFaltas } from "@/components/plan/faltas";
import { guiaDe, Justificacion } from "@/components/plan/justificacion";
import { MantenerPendientes } from "@/components/plan/mantener-pendientes";
import { TarjetaComponente, TextoPlan } from "@/components/plan/tarjeta-componente";
import { Alerta } from "@/components/ui/alerta";
import { Guia } from "@/components/ui/campo";
import { Encabezado } from "@/components/ui/encabezado";
import { EnlaceBoton } from "@/components/ui/enlace-boton";
import { Migas } from "@/components/ui/migas";
import { Tarjeta } from "@/components/ui/tarjeta";
import { definirPaginaInstitucion } from "@/lib/borde/pagina";
import { leerElementoEnAjuste, type PlanEnAjuste } from "@/lib/casos/ajuste/leer";
import type { ComponenteVisto, ElementoVisto } from "@/lib/casos/ajuste/vista";
import { mostrarInstante } from "@/lib/expediente/fecha";
import { escribirLugar, type ValorCampo } from "@/lib/flujo/campo";
import { conDestino } from "@/lib/flujo/destino";
import { CITAS } from "@/lib/guia/e3-2025/citas";
import { OBJETIVO_GENERAL } from "@/lib/guia/e3-2025/valores";
import { PaginaObservada } from "../../observado";
import { decidirComponente, deshacer, eliminar, mantener, quitar, recuperar, restaurar } from "../acciones";
import { opcionesDeEditor, pendientesDe, rutaDeElemento } from "../presentar";

export const metadata = { title: "Plan de Mejoramiento" };

// An address is written in percent signs; one that cannot be read names nothing.
const parteDeRuta = z.string().transform((texto, contexto) => {
  try {
    return decodeURIComponent(texto);
  } catch {
    contexto.addIssue("La dirección no se puede leer.");
    return z.NEVER;
  }
});

type Vista = { codigo: string; plan: PlanEnAjuste; elemento: ElementoVisto };

export default definirPaginaInstitucion({
  permiso: "plan.ver",
  params: z.object({ elemento: parteDeRuta }),
  cargar: (ctx, { params }) => leerElementoEnAjuste(ctx, params),
  ver: ({ ctx, datos: { plan, elemento, anterior, siguiente } }) => {
    const { codigo } = ctx.institucion;
    const vista = { codigo, plan, elemento };
    return (
      <PaginaObservada ctx={ctx}>
        <Migas
          migas={[
            { texto: "Plan de Mejoramiento", href: `/institucion/${codigo}/plan` },
            { texto: elemento.titulo },
          ]}
        />
        <Encabezado titulo={elemento.titulo} bajada={elemento.resumen} acciones={<Acciones {...vista} />} />
        <EstadoDelPlazo {...plan} />
        <Guia {...guiaDe(CITAS.mantieneOModifica)} />
        <Cuerpo {...vista} />
        <nav
          aria-label="Otros elementos del plan"
          className="no-imprimir flex flex-wrap justify-between gap-3"
        >
          {anterior ? (
            <EnlaceBoton href={rutaDeElemento(codigo, anterior.id)} variante="secundario" icono="izquierda">
              {anterior.titulo}
            </EnlaceBoton>
          ) : (
            <span />
          )}
          {siguiente ? (
            <EnlaceBoton href={rutaDeElemento(codigo, siguiente.id)} prefetch>
              Seguir con {siguiente.titulo}
            </EnlaceBoton>
          ) : (
            <EnlaceBoton href={`/institucion/${codigo}/plan`}>Volver al plan</EnlaceBoton>
          )}
        </nav>
      </PaginaObservada>
    );
  },
});

function Acciones({ codigo, plan, elemento }: Vista) {
  const { id, titulo, eliminado, origen } = elemento;
  const comun = { institucion: codigo, elemento: id, titulo, vistoEn: plan.ahora.toISOString() };
  const pendientes = pendientesDe([elemento]);
  return (
    <>
      {plan.puedeMantener && elemento.avance.total > 1 && (
        <MantenerPendientes
          institucion={codigo}
          pendientes={pendientes}
          elemento={id}
          texto="Mantener lo que falta aquí"
          mantener={mantener}
          deshacer={deshacer}
        />
      )}
      {plan.puedeAjustar && origen === "nuevo" && <QuitarElemento {...comun} quitar={quitar} />}
      {plan.puedeAjustar && origen === "original" && !eliminado && id !== OBJETIVO_GENERAL && (
        <EliminarElemento {...comun} eliminar={eliminar} />
      )}
    </>
  );
}

function Cuerpo(vista: Vista) {
  const { elemento } = vista;
  if (elemento.origen === "nuevo") return <ElementoNuevo {...vista} />;
  if (elemento.eliminado) return <ElementoEliminado {...vista} />;
  return elemento.componentes.map((componente) => (
    <ComponenteDelPlan key={componente.componente} {...vista} componente={componente} />
  ));
}

function Faltas({
  codigo,
  plan,
  faltas,
}: Pick<Vista, "codigo" | "plan"> & { faltas: ElementoVisto["faltas"] }) {
  const otras = faltas.filter(({ regla }) => regla !== "AJU-01");
  if (otras.length === 0) return null;
  const lista = <ListaFaltas faltas={conDestino(otras, plan.expediente, codigo)} />;
  return otras.some(({ nivel }) => nivel === "error") ? (
    <Alerta tono="advertencia" titulo="Para completar este cambio">
      {lista}
    </Alerta>
  ) : (
    lista
  );
}

function ComponenteDelPlan({
  codigo,
  plan,
  elemento,
  componente: visto,
}: Vista & { componente: ComponenteVisto }) {
  const { componente, nombre, decision, original, cambio, faltas, descartado } = visto;
  const clave = [elemento.id, componente];
  const lugar = escribirLugar({ grupo: "ajuste", clave, campo: "contenido" });
  const bloqueado = !plan.puedeAjustar;
  const cuando =
    descartado && `${mostrarInstante(descartado.en)}${descartado.autor ? `, ${descartado.autor}` : ""}`;
  const objetivos = new Map(
    [plan.expediente.planOriginal, plan.vigente]
      .flatMap((uno) => uno?.objetivosEspecificos ?? [])
      .map(({ id, descripcion }) => [id, `${id}: ${descripcion ?? ""}`]),
  );
  return (
    <TarjetaComponente
      id={`componente-${componente}`}
      nombre={nombre}
      componente={componente}
      decision={decision}
      original={original}
      nuevo={cambio?.contenido ?? null}
      {...(componente === "objetivoEspecifico" && {
        describir: (id: unknown) => objetivos.get(String(id)) ?? String(id ?? ""),
      })}
      acciones={
        plan.puedeMantener && (
          <DecisionComponente
            institucion={codigo}
            elemento={elemento.id}
            componente={componente}
            nombre={nombre}
            decision={decision ?? (componente === "objetivoEspecifico" ? "mantiene" : null)}
            vistoEn={plan.ahora.toISOString()}
            puedeModificar={plan.puedeAjustar}
            decidir={decidirComponente}
            recuperar={recuperar}
            descartado={cuando}
          />
        )
      }
      editor={
        cambio && (
          <EditorContenido
            lugar={lugar}
            contenido={cambio.contenido as ValorCampo}
            componente={componente}
            etiqueta={componente === "indicador" ? "Plan 2025" : `Plan 2025: ${nombre.toLowerCase()}`}
            bloqueado={bloqueado}
            opciones={opcionesDeEditor(plan, elemento)}
            guia={guiaDe(CITAS.contenidoActualizado)}
          />
        )
      }
      justificacion={
        cambio && (
          <Justificacion
            elemento={elemento.id}
            componente={componente}
            cambio={cambio}
            bloqueado={bloqueado}
          />
        )
      }
      faltas={<Faltas codigo={codigo} plan={plan} faltas={faltas} />}
      observado={<MarcasDeCampo lugar={`componente-${componente}`} />}
    />
  );
}

function ElementoNuevo({ codigo, plan, elemento }: Vista) {
  const { id, tipo, cambio, faltas } = elemento;
  if (!cambio || tipo === "objetivoGeneral") return null;
  const bloqueado = !plan.puedeAjustar;
  return (
    <>
      <Tarjeta titulo="Contenido nuevo en 2025">
        <EditorElemento
          lugar={escribirLugar({ grupo: "ajuste", clave: [id, ""], campo: "contenido" })}
          contenido={cambio.contenido as ValorCampo}
          tipo={tipo}
          bloqueado={bloqueado}
          opciones={opcionesDeEditor(plan, elemento)}
          guia={guiaDe(CITAS.contenidoActualizado)}
        />
      </Tarjeta>
      <Tarjeta titulo="Justificación del cambio">
        <Justificacion elemento={id} componente="" cambio={cambio} bloqueado={bloqueado} />
      </Tarjeta>
      <Faltas codigo={codigo} plan={plan} faltas={faltas} />
    </>
  );
}

function ElementoEliminado({ codigo, plan, elemento }: Vista) {
  const { id, tipo, titulo, cambio, faltas } = elemento;
  const original = Object.fromEntries(
    elemento.componentes.map(({ componente, original: dato }) => [componente, dato]),
  );
  const { areasResponsables, ...resto } = original;
  const entero =
    tipo === "actividad"
      ? { ...resto, ...(areasResponsables as object | null) }
      : tipo === "indicadorSatisfaccion"
        ? original.indicador
        : { descripcion: original.texto };
  return (
    <>
      <Alerta
        tono="advertencia"
        titulo={`${titulo} se elimina del Plan 2025`}
        acciones={
          plan.puedeMantener && <RestaurarElemento institucion={codigo} elemento={id} restaurar={restaurar} />
        }
      >
        La decisión vale por todos sus componentes.
      </Alerta>
      {cambio && (
        <Tarjeta titulo="Justificación del cambio">
          <Justificacion elemento={id} componente="" cambio={cambio} bloqueado={!plan.puedeAjustar} />
        </Tarjeta>
      )}
      <Faltas codigo={codigo} plan={plan} faltas={faltas} />
      <Tarjeta titulo="Lo que decía el Plan 2024">
        <TextoPlan texto={describirElemento(tipo, entero)} />
      </Tarjeta>
    </>
  );
}
