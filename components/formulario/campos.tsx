"use client";
import type { ReactNode } from "react";
import { AreaTexto } from "@/components/ui/area-texto";
import type { PropsCampo } from "@/components/ui/campo";
import { CasillaGrupo } from "@/components/ui/casilla-grupo";
import { EntradaFecha } from "@/components/ui/entrada-fecha";
import { EntradaNumero } from "@/components/ui/entrada-numero";
import { EntradaTexto } from "@/components/ui/entrada-texto";
import type { OpcionGrupo } from "@/components/ui/grupo-opciones";
import { RadioGrupo } from "@/components/ui/radio-grupo";
import { type Opcion, Seleccion } from "@/components/ui/seleccion";
import type { ValorCampo } from "@/lib/flujo/campo";
import { AvisoDetencion, type MostrarValor } from "./detencion";
import { type CampoVivo, useCampo } from "./usar-campo";

/** What every field that saves itself takes: its address is its id. */
export type PropsVivo<T extends ValorCampo> = Omit<PropsCampo, "id"> & {
  lugar: string;
  valor: T;
  /** Shown and not writable: the matter is closed, or the person only reads. */
  bloqueado?: boolean;
};

type PropsMarco<T extends ValorCampo> = {
  lugar: string;
  valor: T;
  mostrar?: MostrarValor;
  children: (campo: CampoVivo<T>) => ReactNode;
};

/** Ties a control to the queue, and shows below it what the queue needs the person to decide. */
export function Vivo<T extends ValorCampo>({ lugar, valor, mostrar, children }: PropsMarco<T>) {
  const campo = useCampo(lugar, valor);
  return (
    <div className="grid min-w-0 gap-2">
      {children(campo)}
      <AvisoDetencion campo={campo as unknown as CampoVivo<never>} mostrar={mostrar} />
    </div>
  );
}

const onulo = (texto: string): string | null => (texto === "" ? null : texto);

/** One line of text. */
export function CampoTexto({ lugar, valor, bloqueado, ...resto }: PropsVivo<string | null>) {
  return (
    <Vivo lugar={lugar} valor={valor}>
      {(campo) => (
        <EntradaTexto
          {...resto}
          id={lugar}
          readOnly={bloqueado}
          value={campo.valor ?? ""}
          onChange={(e) => campo.escribir(onulo(e.currentTarget.value))}
          onBlur={campo.confirmar}
        />
      )}
    </Vivo>
  );
}

/** Paragraphs. */
export function CampoLargo({ lugar, valor, bloqueado, ...resto }: PropsVivo<string | null>) {
  return (
    <Vivo lugar={lugar} valor={valor}>
      {(campo) => (
        <AreaTexto
          {...resto}
          id={lugar}
          readOnly={bloqueado}
          value={campo.valor ?? ""}
          onChange={(e) => campo.escribir(onulo(e.currentTarget.value))}
          onBlur={campo.confirmar}
        />
      )}
    </Vivo>
  );
}

/** A number in es-CL; what cannot be read stays as written and marked. */
export function CampoNumero({ lugar, valor, bloqueado, ...resto }: PropsVivo<string | null>) {
  return (
    <Vivo lugar={lugar} valor={valor}>
      {(campo) => (
        <EntradaNumero
          {...resto}
          id={lugar}
          readOnly={bloqueado}
          value={campo.valor ?? ""}
          onChange={(e) => campo.escribir(onulo(e.currentTarget.value))}
          onBlur={campo.confirmar}
        />
      )}
    </Vivo>
  );
}

/** A day, dd/mm/aaaa; what cannot be read stays as written and marked. */
export function CampoFecha({
  lugar,
  valor,
  bloqueado,
  ...resto
}: PropsVivo<string | null> & { desde?: string; hasta?: string }) {
  return (
    <Vivo lugar={lugar} valor={valor}>
      {(campo) => (
        <EntradaFecha
          {...resto}
          id={lugar}
          readOnly={bloqueado}
          value={campo.valor ?? ""}
          onChange={(e) => campo.escribir(onulo(e.currentTarget.value))}
          onBlur={campo.confirmar}
        />
      )}
    </Vivo>
  );
}

const SI_NO: readonly OpcionGrupo[] = [
  { valor: "si", texto: "Sí" },
  { valor: "no", texto: "No" },
];

const DE_SI_NO: Readonly<Record<string, boolean>> = { si: true, no: false };

/** Yes or no, and neither until answered. */
export function CampoSiNo({
  lugar,
  valor,
  bloqueado = false,
  si = "Sí",
  no = "No",
  ...resto
}: PropsVivo<boolean | null> & { si?: string; no?: string }) {
  const textos: Readonly<Record<string, string>> = { si, no };
  return (
    <Vivo lugar={lugar} valor={valor}>
      {(campo) => (
        <RadioGrupo
          {...resto}
          id={lugar}
          name={lugar}
          enLinea
          opciones={SI_NO.map((opcion) => ({ ...opcion, texto: textos[opcion.valor], bloqueada: bloqueado }))}
          valor={campo.valor === null ? "" : campo.valor ? "si" : "no"}
          control={{
            onChange: (e) => {
              campo.escribir(DE_SI_NO[e.currentTarget.value] ?? null);
              campo.confirmar();
            },
          }}
        />
      )}
    </Vivo>
  );
}

/** One of a list. */
export function CampoSeleccion({
  lugar,
  valor,
  bloqueado,
  opciones,
  ...resto
}: PropsVivo<string | null> & { opciones: readonly Opcion[] }) {
  return (
    <Vivo lugar={lugar} valor={valor}>
      {(campo) => (
        <Seleccion
          {...resto}
          id={lugar}
          vacia="Elija una opción"
          opciones={opciones}
          disabled={bloqueado}
          value={campo.valor ?? ""}
          onChange={(e) => {
            campo.escribir(onulo(e.currentTarget.value));
            campo.confirmar();
          }}
        />
      )}
    </Vivo>
  );
}

/** Several of a list, kept in the list's order. */
export function CampoCasillas({
  lugar,
  valor,
  bloqueado = false,
  opciones,
  ...resto
}: PropsVivo<readonly string[]> & { opciones: readonly OpcionGrupo[] }) {
  return (
    <Vivo lugar={lugar} valor={valor}>
      {(campo) => (
        <CasillaGrupo
          {...resto}
          id={lugar}
          name={lugar}
          opciones={opciones.map((opcion) => ({ ...opcion, bloqueada: bloqueado }))}
          valores={campo.valor}
          control={{
            onChange: (e) => {
              const { value, checked } = e.currentTarget;
              const marcadas = new Set(
                checked ? [...campo.valor, value] : campo.valor.filter((v) => v !== value),
              );
              campo.escribir(opciones.map((opcion) => opcion.valor).filter((v) => marcadas.has(v)));
              campo.confirmar();
            },
          }}
        />
      )}
    </Vivo>
  );
}
