import { Alerta } from "@/components/ui/alerta";
import { BotonConfirmado } from "@/components/ui/boton-confirmado";
import { Encabezado } from "@/components/ui/encabezado";
import { Etiqueta } from "@/components/ui/etiqueta";
import { ListaDatos } from "@/components/ui/lista-datos";
import { Tabla } from "@/components/ui/tabla";
import { Tarjeta } from "@/components/ui/tarjeta";
import { Vacio } from "@/components/ui/vacio";
import { definirPagina } from "@/lib/borde/pagina";
import { leerCorreos } from "@/lib/casos/avisos/correos";
import { mostrarInstante } from "@/lib/expediente/fecha";
import { reintentarCorreo } from "./acciones";

export const metadata = { title: "Correos" };

const ESTADO = {
  en_espera: { texto: "En espera", tono: "info" },
  con_falla: { texto: "Con falla", tono: "advertencia" },
  sin_confirmar: { texto: "Sin confirmar", tono: "error" },
} as const;

const numero = new Intl.NumberFormat("es-CL");

/** What has not left the outbox and why. Nobody reads here what the mails say. */
export default definirPagina({
  permiso: "red.administrar",
  cargar: leerCorreos,
  ver: ({ datos: { cuenta, pendientes } }) => (
    <div className="flex flex-col gap-6">
      <Encabezado
        titulo="Correos"
        bajada="Lo que la plataforma envía y lo que todavía no sale. Si el servidor de correo falla, cada mensaje espera y se intenta otra vez, al minuto, después al doble y al final cada hora."
      />
      {cuenta.sin_confirmar > 0 && (
        <Alerta tono="advertencia" titulo="Hay mensajes sin confirmar">
          Se entregaron al servidor de correo y no se supo su respuesta: pueden haber llegado. No se envían
          otra vez salvo que usted lo pida.
        </Alerta>
      )}
      <Tarjeta titulo="Cómo están">
        <ListaDatos
          datos={[
            { clave: "En espera", valor: numero.format(cuenta.en_espera) },
            { clave: "Con falla, por intentar otra vez", valor: numero.format(cuenta.con_falla) },
            { clave: "Sin confirmar", valor: numero.format(cuenta.sin_confirmar) },
            { clave: "Esperan el resumen diario", valor: numero.format(cuenta.en_resumen) },
            { clave: "Enviados", valor: numero.format(cuenta.enviado) },
          ]}
        />
      </Tarjeta>
      <Tabla
        titulo="Por salir"
        filas={pendientes}
        clave={({ id }) => id}
        vacia={<Vacio titulo="Todo salió">No hay mensajes esperando.</Vacio>}
        columnas={[
          {
            id: "asunto",
            titulo: "Mensaje",
            encabezaFila: true,
            celda: ({ asunto, para }) => (
              <>
                {asunto}
                <span className="block text-sm font-normal break-all text-texto-suave">{para}</span>
              </>
            ),
          },
          { id: "creado", titulo: "Escrito", celda: ({ creadoEn }) => mostrarInstante(creadoEn) },
          {
            id: "estado",
            titulo: "Estado",
            celda: ({ estado, error }) => (
              <>
                <Etiqueta tono={ESTADO[estado].tono}>{ESTADO[estado].texto}</Etiqueta>
                {error && <span className="block text-sm break-words text-texto-suave">{error}</span>}
              </>
            ),
          },
          {
            id: "proximo",
            titulo: "Intentos",
            celda: ({ intentos, proximoEn, estado }) => (
              <>
                {numero.format(intentos)}
                {estado !== "sin_confirmar" && proximoEn && (
                  <span className="block text-sm text-texto-suave">
                    Próximo: {mostrarInstante(proximoEn)}
                  </span>
                )}
              </>
            ),
          },
          {
            id: "accion",
            titulo: "Acción",
            celda: ({ id, asunto, para, estado }) => (
              <BotonConfirmado
                accion={reintentarCorreo}
                entrada={{ correo: id }}
                texto={estado === "sin_confirmar" ? "Enviar otra vez" : "Intentar ahora"}
                nombre={`«${asunto}» a ${para}`}
                titulo={estado === "sin_confirmar" ? "¿Enviar otra vez?" : "¿Intentar ahora?"}
                explicacion={
                  estado === "sin_confirmar"
                    ? "Si el mensaje había llegado, la persona podría recibirlo dos veces."
                    : "El mensaje se intentará enviar en los próximos segundos."
                }
                hecho="El mensaje se intentará enviar en los próximos segundos."
                peligrosa={false}
              />
            ),
          },
        ]}
      />
    </div>
  ),
});
