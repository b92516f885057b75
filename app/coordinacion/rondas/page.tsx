import { FormularioRonda } from "@/components/ronda/formulario-ronda";
import { BotonConfirmado } from "@/components/ui/boton-confirmado";
import { Encabezado } from "@/components/ui/encabezado";
import { Etiqueta } from "@/components/ui/etiqueta";
import { ListaDatos } from "@/components/ui/lista-datos";
import { Tarjeta } from "@/components/ui/tarjeta";
import { Vacio } from "@/components/ui/vacio";
import { definirPagina } from "@/lib/borde/pagina";
import { leerRondas } from "@/lib/casos/ronda/administrar";
import { diaEnChile, mostrarFecha, mostrarInstante } from "@/lib/expediente/fecha";
import { ESTADOS_RONDA, estadoDeRonda, ultimoDe } from "@/lib/flujo/ronda";
import { ID_REQUISITOS, REQUISITOS } from "@/lib/guia/e3-2025/requisitos";
import { borrar, guardar } from "./acciones";

export const metadata = { title: "Rondas" };

const OPCIONES = ID_REQUISITOS.map((id) => ({ valor: id, texto: `${id}: ${REQUISITOS[id].nombre}` }));
const dia = (instante: Date): string => mostrarFecha(diaEnChile(instante));

/** The preliminary rounds of the year: voluntary exercises with their dates, over chosen requirements. */
export default definirPagina({
  permiso: "ronda.administrar",
  cargar: leerRondas,
  ver: ({ ctx: { ahora }, datos: { anio, rondas } }) => (
    <div className="flex flex-col gap-6">
      <Encabezado
        titulo="Rondas preliminares"
        bajada={`Ejercicios metodológicos de ${anio}: voluntarios, sin decisión. La ronda final no se abre aquí: es el período de envío del ejercicio.`}
      />
      {rondas.length === 0 && (
        <Vacio titulo="Este año no hay rondas preliminares">Abra la primera abajo.</Vacio>
      )}
      {rondas.map((ronda) => {
        const { nombre, tono } = ESTADOS_RONDA[estadoDeRonda(ronda, ahora)];
        return (
          <Tarjeta key={ronda.id} titulo={ronda.nombre} acciones={<Etiqueta tono={tono}>{nombre}</Etiqueta>}>
            <div className="flex flex-col gap-4">
              <ListaDatos
                datos={[
                  { clave: "Requisitos", valor: ronda.requisitos.join(", ") },
                  { clave: "Se abre", valor: mostrarInstante(ronda.abreEn) },
                  { clave: "Último instante para enviar", valor: mostrarInstante(ultimoDe(ronda.cierraEn)) },
                  {
                    clave: "Retroalimentación hasta",
                    valor: mostrarInstante(ultimoDe(ronda.retroalimentacionEn)),
                  },
                  {
                    clave: "Versiones recibidas",
                    valor: ronda.envios === 0 ? "Ninguna" : ronda.envios.toLocaleString("es-CL"),
                  },
                ]}
              />
              {ronda.envios > 0 ? (
                <p className="text-texto-suave">
                  Ya se envió a esta ronda: sus fechas y requisitos no se cambian.
                </p>
              ) : (
                <>
                  <details>
                    <summary className="min-h-11 py-2 text-primario underline underline-offset-4">
                      Cambiar<span className="sr-only"> {ronda.nombre}</span>
                    </summary>
                    <div className="pt-3">
                      <FormularioRonda
                        key={JSON.stringify(ronda)}
                        accion={guardar}
                        requisitos={OPCIONES}
                        actual={{
                          id: ronda.id,
                          nombre: ronda.nombre,
                          requisitos: ronda.requisitos,
                          abre: dia(ronda.abreEn),
                          cierra: dia(ultimoDe(ronda.cierraEn)),
                          retroalimentacion: dia(ultimoDe(ronda.retroalimentacionEn)),
                        }}
                      />
                    </div>
                  </details>
                  <div>
                    <BotonConfirmado
                      accion={borrar}
                      entrada={{ ronda: ronda.id }}
                      texto="Borrar la ronda"
                      nombre={ronda.nombre}
                      titulo={`¿Borrar «${ronda.nombre}»?`}
                      explicacion="Nadie ha enviado a ella. Desaparece de las páginas de las instituciones."
                      hecho="La ronda quedó borrada."
                    />
                  </div>
                </>
              )}
            </div>
          </Tarjeta>
        );
      })}
      <Tarjeta titulo="Abrir una ronda">
        <FormularioRonda key={rondas.length} accion={guardar} requisitos={OPCIONES} />
      </Tarjeta>
    </div>
  ),
});
