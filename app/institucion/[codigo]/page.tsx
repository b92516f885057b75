import { Encabezado } from "@/components/ui/encabezado";
import { EnlaceBoton } from "@/components/ui/enlace-boton";
import { ListaTareas } from "@/components/ui/lista-tareas";
import { Plazo } from "@/components/ui/plazo";
import { QuienSigue } from "@/components/ui/quien-sigue";
import { definirPaginaInstitucion } from "@/lib/borde/pagina";
import { haySeccion } from "@/lib/borde/secciones";
import { leerInicio } from "@/lib/casos/institucion/inicio";

export const metadata = { title: "Inicio de la institución" };

export default definirPaginaInstitucion({
  permiso: "institucion.ver",
  cargar: leerInicio,
  ver: ({ ctx, datos }) => {
    const base = `/institucion/${ctx.institucion.codigo}`;
    const { siguiente, miTurno, plazo, tareas, anio } = datos;
    const tarea = tareas.find(({ id }) => id === siguiente?.tarea);
    return (
      <div className="flex flex-col gap-6">
        <Encabezado antetitulo={`Reporte ${anio}, etapa 3`} titulo={ctx.institucion.nombre} />
        {siguiente ? (
          <QuienSigue
            que={siguiente.que}
            quien={siguiente.quien}
            miTurno={miTurno}
            accion={
              tarea && haySeccion(tarea.ruta) ? (
                <EnlaceBoton href={`${base}${tarea.ruta}`} variante="secundario">
                  Ir a {tarea.titulo}
                </EnlaceBoton>
              ) : undefined
            }
          />
        ) : (
          <QuienSigue que="El año está completo" quien={null} />
        )}
        <Plazo
          titulo={plazo.titulo}
          vence={plazo.vence}
          ahora={ctx.ahora}
          {...(plazo.nota ? { nota: plazo.nota } : {})}
        />
        <ListaTareas
          titulo="Qué hay que hacer este año"
          numerada
          tareas={tareas.map(({ id, titulo, estado, detalle, avance, motivoBloqueo, ruta }) => {
            const porQue =
              motivoBloqueo ?? (haySeccion(ruta) ? undefined : "Esta sección estará disponible pronto.");
            return {
              id,
              titulo,
              estado,
              ...(detalle ? { detalle } : {}),
              ...(avance ? { avance } : {}),
              ...(porQue ? { motivoBloqueo: porQue } : { href: `${base}${ruta}` }),
            };
          })}
        />
      </div>
    );
  },
});
