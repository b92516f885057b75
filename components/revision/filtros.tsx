import { Boton } from "@/components/ui/boton";
import { clases } from "@/components/ui/clases";
import { Enlace } from "@/components/ui/enlace";
import { EntradaTexto } from "@/components/ui/entrada-texto";
import { FormularioBusqueda } from "@/components/ui/formulario-busqueda";
import { Seleccion } from "@/components/ui/seleccion";
import { ESTADOS_ENVIO } from "@/lib/flujo/revision";
import {
  ANTIGUEDADES,
  type Bandeja,
  ESTADOS_BANDEJA,
  type EstadoBandeja,
  type FiltroBandeja,
  VISTAS_BANDEJA,
} from "@/lib/flujo/vistaBandeja";

type Props = {
  filtro: FiltroBandeja;
  cuentas: Bandeja["cuentas"];
  ministerios: readonly string[];
  rondas: readonly { readonly id: string; readonly nombre: string }[];
  /** Whether there is something of one's own or of one's group: only reviewers. */
  conVistas: boolean;
};

const VACIO = { estado: "", dias: 0, ministerio: "", ronda: "", version: "", buscar: "", pagina: 1 } as const;

/** The address of the inbox with a filter changed; what is by default is left out. */
export function hrefDeBandeja(filtro: FiltroBandeja, cambio: Partial<FiltroBandeja> = {}): string {
  const { vista, ...resto } = { ...filtro, pagina: 1, ...cambio };
  const busqueda = new URLSearchParams({ vista });
  for (const [llave, valor] of Object.entries(resto))
    if (valor !== VACIO[llave as keyof typeof VACIO]) busqueda.set(llave, String(valor));
  return `/revision?${busqueda}`;
}

export const NOMBRE_ESTADO: Readonly<Record<EstadoBandeja, string>> = {
  enviado: "Por abrir",
  en_revision: ESTADOS_ENVIO.en_revision.nombre,
  observado: "Devueltas",
  validado: ESTADOS_ENVIO.validado.nombre,
  no_validado: ESTADOS_ENVIO.no_validado.nombre,
  sin_envio: "Sin envío",
};

const ENLACE = "inline-flex min-h-11 items-center gap-2 rounded-sm px-3 py-2";
const ACTUAL = "bg-primario font-medium text-papel";
const OTRO = "bg-papel text-primario underline underline-offset-4 hover:bg-tinte hover:text-primario-hover";

/** Tabs, states with their count, and the filters, each with its own address. */
export function FiltrosDeBandeja({ filtro, cuentas, ministerios, rondas, conVistas }: Props) {
  return (
    <div className="no-imprimir flex flex-col gap-4">
      {conVistas && (
        <nav aria-label="Vistas">
          <ul className="flex flex-wrap gap-1">
            {Object.entries(VISTAS_BANDEJA).map(([id, texto]) => (
              <Opcion
                key={id}
                href={hrefDeBandeja(filtro, { vista: id as FiltroBandeja["vista"] })}
                actual={filtro.vista === id}
                texto={texto}
              />
            ))}
          </ul>
        </nav>
      )}
      <nav aria-label="Estados">
        <ul className="flex flex-wrap gap-1">
          <Opcion
            href={hrefDeBandeja(filtro, { estado: "" })}
            actual={filtro.estado === ""}
            texto="Todo lo enviado"
          />
          {ESTADOS_BANDEJA.map((estado) => (
            <Opcion
              key={estado}
              href={hrefDeBandeja(filtro, { estado })}
              actual={filtro.estado === estado}
              texto={NOMBRE_ESTADO[estado]}
              cuenta={cuentas[estado] ?? 0}
            />
          ))}
        </ul>
      </nav>
      <Formulario filtro={filtro} ministerios={ministerios} rondas={rondas} />
    </div>
  );
}

function Opcion({
  href,
  actual,
  texto,
  cuenta,
}: {
  href: string;
  actual: boolean;
  texto: string;
  cuenta?: number;
}) {
  return (
    <li>
      <Enlace
        href={href}
        aria-current={actual ? "page" : undefined}
        className={clases(ENLACE, actual ? ACTUAL : OTRO)}
      >
        {texto}
        {cuenta !== undefined && <span className="tabular-nums">({cuenta.toLocaleString("es-CL")})</span>}
      </Enlace>
    </li>
  );
}

function Formulario({ filtro, ministerios, rondas }: Pick<Props, "filtro" | "ministerios" | "rondas">) {
  const { ministerio, ronda, dias, version, buscar } = filtro;
  const hayFiltros = [ministerio, ronda, version, buscar].some(Boolean) || dias > 0;
  return (
    <details open={hayFiltros} className="rounded-md border border-borde bg-papel px-4 py-2">
      <summary className="min-h-11 py-2 text-primario">
        <span className="underline underline-offset-4">Buscar y filtrar</span>
      </summary>
      <FormularioBusqueda
        pedido={filtro}
        action="/revision"
        className="grid items-end gap-4 pt-2 sm:grid-cols-2 lg:grid-cols-3"
      >
        <input type="hidden" name="vista" value={filtro.vista} />
        <input type="hidden" name="estado" value={filtro.estado} />
        <EntradaTexto
          id="buscar"
          name="buscar"
          type="search"
          etiqueta="Institución"
          defaultValue={filtro.buscar}
        />
        <Seleccion
          id="ministerio"
          name="ministerio"
          etiqueta="Ministerio"
          vacia="Todos"
          opciones={ministerios.map((uno) => ({ valor: uno, texto: uno }))}
          defaultValue={filtro.ministerio}
        />
        <Seleccion
          id="ronda"
          name="ronda"
          etiqueta="Ronda"
          vacia="Todas"
          opciones={[
            { valor: "final", texto: "Final" },
            ...rondas.map(({ id, nombre }) => ({ valor: id, texto: nombre })),
          ]}
          defaultValue={filtro.ronda}
        />
        <Seleccion
          id="dias"
          name="dias"
          etiqueta="Enviadas hace"
          vacia="Cualquier tiempo"
          opciones={ANTIGUEDADES.map((dias) => ({ valor: String(dias), texto: `${dias} días o más` }))}
          defaultValue={filtro.dias === 0 ? "" : String(filtro.dias)}
        />
        <Seleccion
          id="version"
          name="version"
          etiqueta="Versión"
          vacia="Todas"
          opciones={[
            { valor: "primera", texto: "Primera versión" },
            { valor: "corregida", texto: "Con cambios tras una devolución" },
          ]}
          defaultValue={filtro.version}
        />
        <div className="flex flex-wrap gap-3">
          <Boton type="submit" variante="secundario" icono="buscar">
            Filtrar
          </Boton>
          <Enlace
            href={hrefDeBandeja({ ...VACIO, vista: filtro.vista })}
            className="enlace inline-flex min-h-11 items-center"
          >
            Quitar filtros
          </Enlace>
        </div>
      </FormularioBusqueda>
    </details>
  );
}
