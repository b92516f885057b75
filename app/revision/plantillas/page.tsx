import { FormularioPlantilla } from "@/components/revision/formulario-plantilla";
import { BotonConfirmado } from "@/components/ui/boton-confirmado";
import { Encabezado } from "@/components/ui/encabezado";
import { Enlace } from "@/components/ui/enlace";
import { Tabla } from "@/components/ui/tabla";
import { Tarjeta } from "@/components/ui/tarjeta";
import { Vacio } from "@/components/ui/vacio";
import { definirPagina } from "@/lib/borde/pagina";
import { leerPlantillas } from "@/lib/casos/revision/plantilla";
import { ID_REQUISITOS } from "@/lib/guia/e3-2025/requisitos";
import { guardarPlantilla, quitarPlantilla } from "../acciones";

export const metadata = { title: "Plantillas de observación" };

export default definirPagina({
  permiso: "plantilla.administrar",
  cargar: leerPlantillas,
  ver: ({ datos }) => (
    <div className="flex flex-col gap-6">
      <Encabezado
        antetitulo={
          <Enlace href="/revision" className="enlace">
            Revisión
          </Enlace>
        }
        titulo="Plantillas de observación"
        bajada="Los textos que se repiten, para todas las duplas. Al observar se elige uno y se completa."
      />
      <Tabla
        titulo="En uso"
        filas={datos}
        clave={({ id }) => id}
        vacia={<Vacio titulo="Aún no hay plantillas">Guarde la primera con el formulario de abajo.</Vacio>}
        columnas={[
          { id: "titulo", titulo: "Título", encabezaFila: true, celda: ({ titulo }) => titulo },
          { id: "requisito", titulo: "Requisito", celda: ({ requisito }) => requisito ?? "Cualquiera" },
          {
            id: "texto",
            titulo: "Texto",
            celda: ({ texto }) => <span className="whitespace-pre-line break-words">{texto}</span>,
          },
          {
            id: "acciones",
            titulo: "Acciones",
            celda: ({ id, titulo }) => (
              <BotonConfirmado
                accion={quitarPlantilla}
                entrada={{ plantilla: id }}
                texto="Retirar"
                nombre={`«${titulo}»`}
                titulo={`¿Retirar «${titulo}»?`}
                explicacion="Ya no se ofrecerá. Lo que se observó con ella no cambia."
                hecho="La plantilla quedó retirada."
              />
            ),
          },
        ]}
      />
      <Tarjeta titulo="Nueva plantilla">
        <FormularioPlantilla
          accion={guardarPlantilla}
          requisitos={ID_REQUISITOS.map((id) => ({ valor: id, texto: id }))}
        />
      </Tarjeta>
    </div>
  ),
});
