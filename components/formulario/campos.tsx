"use client";
import type { ChangeEvent, ReactNode } from "react";
import { MarcasDeCampo, useBloqueo } from "@/components/observacion/observado";
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
import { Historia } from "./historia";
import { valorComoTexto } from "./texto";
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
  /** Names the field in its history. */
  etiqueta: ReactNode;
  bloqueado?: boolean | undefined;
  mostrar?: MostrarValor;
  /** `junto`: the door to its history, for the end of the label's line. */
  children: (campo: CampoVivo<T>, junto: ReactNode) => ReactNode;
};

/** Ties a control to the queue, and shows below it what the queue needs the person to decide. */
export function Vivo<T extends ValorCampo>({
  lugar,
  valor,
  etiqueta,
  bloqueado = false,
  mostrar,
  children,
}: PropsMarco<T>) {
  const campo = useCampo(lugar, valor);
  const junto = (
    <Historia lugar={lugar} etiqueta={etiqueta} campo={campo} mostrar={mostrar} bloqueado={bloqueado} />
  );
  return (
    <div className="group/vivo grid min-w-0 gap-2">
      {children(campo, junto)}
      <MarcasDeCampo lugar={lugar} />
      <AvisoDetencion campo={campo as unknown as CampoVivo<never>} mostrar={mostrar} />
    </div>
  );
}

const onulo = (texto: string): string | null => (texto === "" ? null : texto);

/** What a box of text is tied with, whatever it is: one line, paragraphs, a number, a day. */
type Atadura = PropsCampo & {
  readOnly: boolean | undefined;
  value: string;
  onChange: (evento: ChangeEvent<HTMLInputElement & HTMLTextAreaElement>) => void;
  onBlur: () => void;
};

/** A box of text that saves itself. Takes the box; its own props pass through. */
function deEscribir<P>(Caja: (props: Atadura & P) => ReactNode) {
  return function CampoEscrito(props: PropsVivo<string | null> & P) {
    const { lugar, valor, bloqueado: pedido, ...resto } = props;
    const bloqueado = useBloqueo(lugar, pedido);
    return (
      <Vivo lugar={lugar} valor={valor} etiqueta={props.etiqueta} bloqueado={bloqueado}>
        {(campo, junto) => (
          <Caja
            {...(resto as unknown as PropsCampo & P)}
            junto={junto}
            id={lugar}
            readOnly={bloqueado}
            value={campo.valor ?? ""}
            onChange={(e) => campo.escribir(onulo(e.currentTarget.value))}
            onBlur={campo.confirmar}
          />
        )}
      </Vivo>
    );
  };
}

/** One line of text. */
export const CampoTexto = deEscribir((props: Atadura) => <EntradaTexto {...props} />);

/** Paragraphs. */
export const CampoLargo = deEscribir((props: Atadura) => <AreaTexto {...props} />);

/** A number in es-CL; what cannot be read stays as written and marked. */
export const CampoNumero = deEscribir((props: Atadura) => <EntradaNumero {...props} />);

/** A day, dd/mm/aaaa; what cannot be read stays as written and marked. */
export const CampoFecha = deEscribir((props: Atadura & { desde?: string; hasta?: string }) => (
  <EntradaFecha {...props} />
));

const SI_NO: readonly OpcionGrupo[] = [
  { valor: "si", texto: "Sí" },
  { valor: "no", texto: "No" },
];

const DE_SI_NO: Readonly<Record<string, boolean>> = { si: true, no: false };

/** Yes or no, and neither until answered. */
export function CampoSiNo({
  lugar,
  valor,
  bloqueado: pedido = false,
  si = "Sí",
  no = "No",
  ...resto
}: PropsVivo<boolean | null> & { si?: string; no?: string }) {
  const textos: Readonly<Record<string, string>> = { si, no };
  const bloqueado = useBloqueo(lugar, pedido);
  return (
    <Vivo
      lugar={lugar}
      valor={valor}
      etiqueta={resto.etiqueta}
      bloqueado={bloqueado}
      mostrar={valorComoTexto}
    >
      {(campo, junto) => (
        <RadioGrupo
          {...resto}
          junto={junto}
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

/** Codes of a list of options as the options say them. */
const enPalabras =
  (opciones: readonly { readonly valor: string; readonly texto: ReactNode }[]): MostrarValor =>
  (valor) => {
    const palabra = (codigo: unknown) => opciones.find((opcion) => opcion.valor === codigo)?.texto ?? codigo;
    return valorComoTexto(Array.isArray(valor) ? valor.map(palabra) : valor === null ? null : palabra(valor));
  };

/** One of a list. */
export function CampoSeleccion({
  lugar,
  valor,
  bloqueado: pedido,
  opciones,
  ...resto
}: PropsVivo<string | null> & { opciones: readonly Opcion[] }) {
  const bloqueado = useBloqueo(lugar, pedido);
  return (
    <Vivo
      lugar={lugar}
      valor={valor}
      etiqueta={resto.etiqueta}
      bloqueado={bloqueado}
      mostrar={enPalabras(opciones)}
    >
      {(campo, junto) => (
        <Seleccion
          {...resto}
          junto={junto}
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
  bloqueado: pedido = false,
  opciones,
  ...resto
}: PropsVivo<readonly string[]> & { opciones: readonly OpcionGrupo[] }) {
  const bloqueado = useBloqueo(lugar, pedido);
  return (
    <Vivo
      lugar={lugar}
      valor={valor}
      etiqueta={resto.etiqueta}
      bloqueado={bloqueado}
      mostrar={enPalabras(opciones)}
    >
      {(campo, junto) => (
        <CasillaGrupo
          {...resto}
          junto={junto}
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
