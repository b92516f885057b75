import { FormularioPreferencias } from "@/components/aviso/formulario-preferencias";
import { Encabezado } from "@/components/ui/encabezado";
import { EnlaceBoton } from "@/components/ui/enlace-boton";
import { Tarjeta } from "@/components/ui/tarjeta";
import { definirPagina } from "@/lib/borde/pagina";
import { leerPreferencia } from "@/lib/casos/avisos/preferencia";
import { guardarMisAvisos } from "./acciones";

export const metadata = { title: "Mis correos" };

/** What the person wants by mail and when; what is essential is shown, and not asked. */
export default definirPagina({
  permiso: "cuenta.propia",
  cargar: leerPreferencia,
  ver: ({ datos: { resumenDiario, optativos, esenciales } }) => (
    <div className="flex flex-col gap-6">
      <Encabezado
        titulo="Mis correos"
        bajada="Todo lo que le concierne queda en Avisos. Aquí elige qué llega además a su correo."
        acciones={
          <EnlaceBoton href="/avisos" variante="secundario">
            Ver mis avisos
          </EnlaceBoton>
        }
      />
      <Tarjeta titulo="Lo que puede elegir">
        <FormularioPreferencias
          accion={guardarMisAvisos}
          resumenDiario={resumenDiario}
          tipos={optativos.map(({ tipo, nombre, cuando }) => ({
            valor: tipo,
            texto: nombre,
            detalle: cuando,
          }))}
          elegidos={optativos.filter(({ porCorreo }) => porCorreo).map(({ tipo }) => tipo)}
        />
      </Tarjeta>
      {esenciales.length > 0 && (
        <Tarjeta titulo="Lo que se envía siempre">
          <p className="mb-3 max-w-lectura text-texto-suave">
            Es esencial y llega en el momento en que ocurre.
          </p>
          <dl className="max-w-lectura divide-y divide-borde">
            {esenciales.map(({ tipo, nombre, cuando }) => (
              <div key={tipo} className="py-2">
                <dt className="font-medium">{nombre}</dt>
                <dd className="text-texto-suave">{cuando}</dd>
              </div>
            ))}
          </dl>
        </Tarjeta>
      )}
    </div>
  ),
});
