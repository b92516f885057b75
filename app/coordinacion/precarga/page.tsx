import { PanelPrecarga } from "@/components/precarga/panel-precarga";
import { PlanillaDelPlan } from "@/components/precarga/planilla-del-plan";
import { Encabezado } from "@/components/ui/encabezado";
import { Tarjeta } from "@/components/ui/tarjeta";
import { definirPagina } from "@/lib/borde/pagina";
import { leerInicioPrecarga } from "@/lib/casos/precarga/inicio";
import { cuantas } from "@/lib/flujo/cuantas";

export const metadata = { title: "Precarga de planes" };

export default definirPagina({
  permiso: "plan.precargar",
  cargar: leerInicioPrecarga,
  ver: ({ datos: { ejercicio, instituciones } }) => {
    const sinPlan = instituciones.filter(({ hayPlan }) => !hayPlan).length;
    return (
      <div className="flex flex-col gap-9">
        <Encabezado
          antetitulo="Coordinación"
          titulo="Precarga de planes"
          bajada={`Los planes diseñados en ${ejercicio.anio - 1}, para que cada institución los ajuste en ${ejercicio.anio}. ${
            sinPlan === 0
              ? "Todas las instituciones activas tienen el suyo."
              : `${sinPlan} de ${cuantas(instituciones.length, "institución activa", "instituciones activas")} aún no ${sinPlan === 1 ? "tiene" : "tienen"} el suyo.`
          }`}
        />
        <Tarjeta titulo="Cargar planes">
          <PanelPrecarga />
        </Tarjeta>
        <Tarjeta titulo="Planilla para llenar">
          <PlanillaDelPlan
            instituciones={instituciones.map(({ codigo, nombre }) => ({
              valor: codigo,
              texto: `${codigo} · ${nombre}`,
            }))}
          />
        </Tarjeta>
      </div>
    );
  },
});
