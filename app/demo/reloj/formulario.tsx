"use client";
import { useState } from "react";
import { FormularioAccion } from "@/components/formulario/formulario-accion";
import { Boton } from "@/components/ui/boton";
import { EntradaFecha } from "@/components/ui/entrada-fecha";
import { EntradaTexto } from "@/components/ui/entrada-texto";
import { ponerFecha, volverAHoy } from "./acciones";

const MOMENTOS = [
  { texto: "Inicio del ajuste", fecha: "03/03/2025", hora: "09:00" },
  { texto: "Víspera del cierre", fecha: "29/06/2025", hora: "12:00" },
  { texto: "Último minuto del ajuste", fecha: "30/06/2025", hora: "23:58" },
  { texto: "Después del cierre", fecha: "01/07/2025", hora: "09:00" },
  { texto: "Revisión de diciembre", fecha: "15/12/2025", hora: "09:00" },
  { texto: "Cierre del envío", fecha: "30/12/2025", hora: "16:00" },
];

/** The day and hour that the whole demonstration lives in. */
export function FormularioReloj({ fecha, hora, movido }: { fecha: string; hora: string; movido: boolean }) {
  const [elegido, setElegido] = useState({ fecha, hora });
  return (
    <div className="flex flex-col gap-6">
      <ul aria-label="Momentos del año" className="flex flex-wrap gap-2">
        {MOMENTOS.map((momento) => (
          <li key={momento.texto}>
            <Boton variante="secundario" onClick={() => setElegido(momento)}>
              {momento.texto}
            </Boton>
          </li>
        ))}
      </ul>
      <FormularioAccion
        key={`${elegido.fecha} ${elegido.hora}`}
        accion={ponerFecha}
        boton="Poner esta fecha"
        textoPendiente="Poniendo…"
        hecho="La plataforma está en la fecha elegida."
      >
        {({ campo }) => (
          <div className="flex flex-wrap gap-6">
            <EntradaFecha {...campo("fecha", elegido.fecha)} etiqueta="Día" />
            <EntradaTexto
              {...campo("hora", elegido.hora)}
              etiqueta="Hora"
              ancho="corto"
              inputMode="numeric"
              placeholder="hh:mm"
            />
          </div>
        )}
      </FormularioAccion>
      {movido && (
        <form action={async () => void (await volverAHoy(null, {}))}>
          <Boton type="submit" variante="sutil" textoPendiente="Volviendo…">
            Volver al reloj verdadero
          </Boton>
        </form>
      )}
    </div>
  );
}
