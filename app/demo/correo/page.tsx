import { TextoConEnlaces } from "@/components/cuenta/texto-con-enlaces";
import { Encabezado } from "@/components/ui/encabezado";
import { EnlaceBoton } from "@/components/ui/enlace-boton";
import { Tarjeta } from "@/components/ui/tarjeta";
import { Vacio } from "@/components/ui/vacio";
import { definirPaginaPublica } from "@/lib/borde/pagina";
import { type CorreoListado, leerBandeja } from "@/lib/casos/demo/bandeja";
import { fechaYHora } from "@/lib/correo/plantilla";

export const metadata = { title: "Correos de la demostración" };

function comoEsta({ enviadoEn, enResumen, error }: CorreoListado): string {
  if (enResumen) return enviadoEn ? "Fue en el resumen diario." : "Espera el resumen diario.";
  if (enviadoEn) return "Enviado.";
  return error ? `Espera: ${error}` : "Espera en la bandeja.";
}

export default definirPaginaPublica({
  razon: "Only in a demonstration: who is invited reads here the mail that a real platform would send.",
  soloDemo: true,
  ancho: "completo",
  cargar: leerBandeja,
  ver: ({ datos }) => (
    <div className="flex flex-col gap-6">
      <Encabezado
        titulo="Correos de la demostración"
        bajada="Nada sale de este equipo: aquí se leen los mensajes que la plataforma habría enviado, el más reciente primero."
        acciones={
          <EnlaceBoton href="/inicio" variante="secundario">
            Volver a la plataforma
          </EnlaceBoton>
        }
      />
      {datos.length === 0 ? (
        <Vacio titulo="Todavía no hay correos">
          Invite a una persona o pida una clave nueva, y aparecerán aquí.
        </Vacio>
      ) : (
        datos.map((correo) => (
          <Tarjeta key={correo.id} titulo={correo.asunto}>
            <p className="text-texto-suave">
              Para <span className="break-all text-texto">{correo.para}</span>, {fechaYHora(correo.creadoEn)}.{" "}
              {comoEsta(correo)}
            </p>
            <TextoConEnlaces texto={correo.texto} />
          </Tarjeta>
        ))
      )}
    </div>
  ),
});
