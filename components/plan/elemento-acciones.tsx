"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { AccionInstitucion } from "@/components/formulario/llamar";
import { useAccion } from "@/components/formulario/usar-accion";
import { Alerta } from "@/components/ui/alerta";
import { Boton } from "@/components/ui/boton";
import { Confirmacion } from "@/components/ui/confirmacion";

type DeElemento = { elemento: string; vistoEn: string };
type Props = {
  institucion: string;
  elemento: string;
  titulo: string;
  vistoEn: string;
};

/** Removes a whole element, after saying what that does. */
export function EliminarElemento({
  institucion,
  elemento,
  titulo,
  vistoEn,
  eliminar,
}: Props & { eliminar: AccionInstitucion<DeElemento> }) {
  const [abierto, setAbierto] = useState(false);
  const { llamar, falla, cola } = useAccion(eliminar, institucion);
  return (
    <>
      <Boton variante="sutil" icono="papelera" onClick={() => setAbierto(true)}>
        Eliminar del plan
      </Boton>
      {falla && (
        <Alerta tono="advertencia" anuncia>
          {falla.mensaje}
        </Alerta>
      )}
      <Confirmacion
        abierto={abierto}
        titulo={`¿Eliminar ${titulo} del Plan 2025?`}
        textoConfirmar="Eliminar del plan"
        peligrosa
        alCerrar={() => setAbierto(false)}
        alConfirmar={async () => {
          if ((await llamar({ elemento, vistoEn })) !== undefined)
            cola.descartarBajo(`ajuste/${encodeURIComponent(elemento)}/`);
          setAbierto(false);
        }}
      >
        <p>
          La decisión vale por todos sus componentes y pide categoría, argumento y antecedentes. Lo que ya se
          había decidido de sus componentes se aparta y vuelve si lo incluye otra vez.
        </p>
      </Confirmacion>
    </>
  );
}

/** Brings a removed element back, with the decisions it had. */
export function RestaurarElemento({
  institucion,
  elemento,
  restaurar,
}: Pick<Props, "institucion" | "elemento"> & { restaurar: AccionInstitucion<{ elemento: string }> }) {
  const { llamar, falla } = useAccion(restaurar, institucion);
  return (
    <>
      <Boton variante="secundario" onClick={() => llamar({ elemento })}>
        Incluir otra vez en el plan
      </Boton>
      {falla && (
        <Alerta tono="advertencia" anuncia>
          {falla.mensaje}
        </Alerta>
      )}
    </>
  );
}

/** Takes away an element that had been added. */
export function QuitarElemento({
  institucion,
  elemento,
  titulo,
  vistoEn,
  quitar,
}: Props & { quitar: AccionInstitucion<DeElemento> }) {
  const [abierto, setAbierto] = useState(false);
  const { llamar, falla, cola } = useAccion(quitar, institucion);
  const router = useRouter();
  return (
    <>
      <Boton variante="sutil" icono="papelera" onClick={() => setAbierto(true)}>
        Quitar este elemento nuevo
      </Boton>
      {falla && (
        <Alerta tono="advertencia" anuncia>
          {falla.mensaje}
        </Alerta>
      )}
      <Confirmacion
        abierto={abierto}
        titulo={`¿Quitar ${titulo}?`}
        textoConfirmar="Quitar"
        peligrosa
        alCerrar={() => setAbierto(false)}
        alConfirmar={async () => {
          const hecho = await llamar({ elemento, vistoEn });
          setAbierto(false);
          if (hecho === undefined) return;
          cola.descartarBajo(`ajuste/${encodeURIComponent(elemento)}/`);
          router.push(`/institucion/${institucion}/plan` as Parameters<typeof router.push>[0]);
        }}
      >
        <p>Lo que se escribió de él se conserva y podrá recuperarlo desde la página del plan.</p>
      </Confirmacion>
    </>
  );
}

/** Brings back an added element that had been taken away. */
export function RecuperarQuitado({
  institucion,
  elemento,
  texto,
  recuperar,
}: {
  institucion: string;
  elemento: string;
  texto: string;
  recuperar: AccionInstitucion<{ elemento: string; componente: string }>;
}) {
  const { llamar, falla } = useAccion(recuperar, institucion);
  return (
    <div>
      <Boton variante="sutil" className="px-0 text-left" onClick={() => llamar({ elemento, componente: "" })}>
        {texto}
      </Boton>
      {falla && (
        <Alerta tono="advertencia" anuncia>
          {falla.mensaje}
        </Alerta>
      )}
    </div>
  );
}
