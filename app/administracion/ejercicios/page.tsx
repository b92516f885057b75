import { Encabezado } from "@/components/ui/encabezado";
import { textoInstante } from "@/components/ui/instante";
import { Tabla } from "@/components/ui/tabla";
import { Tarjeta } from "@/components/ui/tarjeta";
import { Vacio } from "@/components/ui/vacio";
import { definirPagina } from "@/lib/borde/pagina";
import { ejercicios } from "@/lib/casos/administracion/ejercicio";
import { hitosEnTexto } from "@/lib/casos/administracion/hitos";
import { FormularioEjercicio } from "./formulario";

export const metadata = { title: "Ejercicios e hitos" };

export default definirPagina({
  permiso: "ejercicio.administrar",
  cargar: ejercicios,
  ver: ({ datos }) => (
    <div className="flex flex-col gap-6">
      <Encabezado
        titulo="Ejercicios e hitos"
        bajada="Cada año tiene su edición de la guía y sus plazos, en horas de Chile continental."
      />
      <Tabla
        titulo="Ejercicios"
        tituloOculto
        filas={datos}
        clave={(fila) => fila.id}
        vacia={<Vacio titulo="Todavía no hay ejercicios">Registre el primero con el formulario.</Vacio>}
        columnas={[
          { id: "anio", titulo: "Año", encabezaFila: true, celda: (fila) => fila.anio },
          { id: "edicion", titulo: "Edición de la guía", celda: (fila) => fila.edicion },
          {
            id: "ajuste",
            titulo: "Ajuste del plan",
            celda: (fila) =>
              `${textoInstante(fila.aperturaAjuste)} a ${textoInstante(new Date(fila.cierreAjuste.getTime() - 1))}`,
          },
          {
            id: "envio",
            titulo: "Envío",
            celda: (fila) =>
              `${textoInstante(fila.aperturaEnvio)} a ${textoInstante(new Date(fila.cierreEnvio.getTime() - 1))}`,
          },
        ]}
      />
      {datos.map((ejercicio) => (
        <Tarjeta key={ejercicio.id} titulo={`Hitos de ${ejercicio.anio}`}>
          <FormularioEjercicio prefijo={`a${ejercicio.anio}-`} {...hitosEnTexto(ejercicio)} />
        </Tarjeta>
      ))}
      <Tarjeta titulo="Registrar otro año">
        <FormularioEjercicio prefijo="nuevo-" anio="" edicion="" hitos={{}} />
      </Tarjeta>
    </div>
  ),
});
