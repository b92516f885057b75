"use client";
import { useEnvio } from "@/components/formulario/usar-envio";
import { Alerta } from "@/components/ui/alerta";
import { Boton } from "@/components/ui/boton";
import { Enlace } from "@/components/ui/enlace";
import { EntradaClave } from "@/components/ui/entrada-clave";
import { EntradaTexto } from "@/components/ui/entrada-texto";
import { ResumenErrores } from "@/components/ui/resumen-errores";
import { Tarjeta } from "@/components/ui/tarjeta";
import { ingresar } from "./acciones";

type Props = {
  volver: string;
  pideVolver: boolean;
  aviso: { tono: "exito" | "error"; texto: string } | undefined | "";
  proveedores: readonly { id: string; nombre: string }[];
};

/** Sign-in: by e-mail and password, or with a provider. Works before the script arrives, and without it. */
export function FormularioIngreso({ volver, pideVolver, aviso, proveedores }: Props) {
  const { respuesta, dibujo, formulario } = useEnvio(ingresar);
  const falla = respuesta?.ok === false ? respuesta : null;
  const campos = falla?.falla.campos ?? {};
  return (
    <div className="flex flex-col gap-6">
      <header>
        <h1 className="text-3xl">Ingresar</h1>
        <p className="mt-2 text-lg text-texto-suave">
          {pideVolver
            ? "Ingrese para continuar donde estaba."
            : "Reporte anual del Sistema de Calidad de Servicio y Experiencia Usuaria."}
        </p>
      </header>
      {falla ? (
        <ResumenErrores falla={falla.falla} />
      ) : (
        aviso && <Alerta tono={aviso.tono}>{aviso.texto}</Alerta>
      )}
      <Tarjeta>
        <form {...formulario} className="flex flex-col gap-6" noValidate>
          <input type="hidden" name="volver" value={volver} />
          {/* Drawn anew with each answer, which brings back the e-mail and never the password. */}
          <div key={dibujo} className="flex flex-col gap-6">
            <EntradaTexto
              id="correo"
              name="correo"
              type="email"
              etiqueta="Correo"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              required
              defaultValue={falla?.valores?.correo}
              error={campos.correo}
            />
            <EntradaClave id="clave" name="clave" etiqueta="Clave" required error={campos.clave} />
          </div>
          <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
            <Boton type="submit" textoPendiente="Ingresando…">
              Ingresar
            </Boton>
            <Enlace href="/clave" className="enlace inline-flex min-h-11 items-center">
              Olvidé mi clave
            </Enlace>
          </div>
        </form>
      </Tarjeta>
      {proveedores.length > 0 && (
        <section aria-labelledby="otras-formas" className="flex flex-col gap-3">
          <h2 id="otras-formas" className="text-lg">
            Otras formas de ingresar
          </h2>
          {proveedores.map(({ id, nombre }) => (
            <form key={id} method="post" action={`/ingresar/con/${id}`}>
              <input type="hidden" name="volver" value={volver} />
              <Boton type="submit" variante="secundario" className="w-full">
                Ingresar con {nombre}
              </Boton>
            </form>
          ))}
        </section>
      )}
      <p className="text-texto-suave">
        Las cuentas se crean por invitación de la contraparte de cada institución o de la Coordinación de la
        Red.
      </p>
    </div>
  );
}
