import { Enlace } from "@/components/ui/enlace";
import { Etiqueta } from "@/components/ui/etiqueta";
import { enChile, textoInstante } from "@/components/ui/instante";
import { Tabla } from "@/components/ui/tabla";
import { Vacio } from "@/components/ui/vacio";
import { ESTADOS_ENVIO } from "@/lib/flujo/revision";
import type { FilaBandeja } from "@/lib/flujo/vistaBandeja";

type Props = {
  filas: readonly FilaBandeja[];
  ahora: Date;
  /** Whether rows may be marked to act on many. */
  marcable: boolean;
};

const TONO = {
  enviado: "info",
  en_revision: "info",
  observado: "advertencia",
  corregido: "neutro",
  validado: "exito",
  no_validado: "error",
} as const;

const PARTES = { plan: "plan", informe: "informe", difusion: "difusión" } as const;

const hace = (desde: Date, ahora: Date): string => {
  const dias = enChile(ahora).dia - enChile(desde).dia;
  return dias <= 0 ? "hoy" : dias === 1 ? "hace 1 día" : `hace ${dias} días`;
};

/** The inbox: a row by institution and round, who waits longest first. */
export function TablaDeBandeja({ filas, ahora, marcable }: Props) {
  return (
    <Tabla
      titulo="Instituciones"
      tituloOculto
      filas={filas}
      clave={(fila) => fila.envioId ?? fila.institucionId}
      vacia={
        <Vacio titulo="Nada con estos filtros" icono="listo">
          Cambie de vista o quite los filtros. Las instituciones se asignan por grupo, y dentro de él a una
          persona de la dupla.
        </Vacio>
      }
      columnas={[
        {
          id: "institucion",
          titulo: "Institución",
          encabezaFila: true,
          celda: (fila) => <Institucion fila={fila} marcable={marcable} />,
        },
        { id: "estado", titulo: "Estado", celda: (fila) => <Estado fila={fila} /> },
        { id: "espera", titulo: "Enviada", celda: (fila) => <Espera fila={fila} ahora={ahora} /> },
        { id: "version", titulo: "Versión", celda: (fila) => <Version fila={fila} /> },
        {
          id: "revisor",
          titulo: "A cargo",
          celda: ({ revisor, grupo }) => (
            <>
              {revisor ?? <span className="text-texto-suave">Sin asignar</span>}
              {grupo && <span className="block text-sm text-texto-suave">{grupo}</span>}
            </>
          ),
        },
      ]}
    />
  );
}

function Institucion({ fila, marcable }: { fila: FilaBandeja; marcable: boolean }) {
  const { institucionId, envioId, codigo, nombre, ministerio, ronda } = fila;
  const href = envioId ? `/revision/${envioId}` : `/institucion/${codigo}`;
  return (
    <span className="flex items-start gap-2">
      {marcable && (
        <label className="inline-flex min-h-11 min-w-11 items-center justify-center">
          <input
            type="checkbox"
            name="institucion"
            value={institucionId}
            className="size-6 accent-primario"
          />
          <span className="sr-only">
            Marcar {nombre}
            {ronda && `, ${ronda}`}
          </span>
        </label>
      )}
      <span className="min-w-0 py-2">
        <Enlace href={href} className="enlace">
          {nombre}
        </Enlace>
        <span className="block text-sm font-normal text-texto-suave">
          {codigo}, {ministerio}
        </span>
      </span>
    </span>
  );
}

function Estado({ fila: { estado, observaciones } }: { fila: FilaBandeja }) {
  if (!estado) return <Etiqueta>Sin envío</Etiqueta>;
  return (
    <>
      <Etiqueta tono={TONO[estado]}>{ESTADOS_ENVIO[estado].nombre}</Etiqueta>
      {observaciones > 0 && (
        <span className="block text-sm text-texto-suave">
          {observaciones === 1 ? "1 observación sin resolver" : `${observaciones} observaciones sin resolver`}
        </span>
      )}
    </>
  );
}

function Espera({ fila, ahora }: { fila: FilaBandeja; ahora: Date }) {
  const { estado, ronda, enviadoEn, devueltoEn, responderHasta } = fila;
  if (!enviadoEn)
    return <span className="text-texto-suave">No ha enviado a la ronda {ronda ?? "Final"}</span>;
  return (
    <>
      {hace(enviadoEn, ahora)}
      <span className="block text-sm text-texto-suave">{textoInstante(enviadoEn)}</span>
      {estado === "observado" && devueltoEn && (
        <span className="block text-sm text-texto-suave">Devuelta {hace(devueltoEn, ahora)}</span>
      )}
      {estado === "observado" && responderHasta && (
        <span
          className={
            responderHasta < ahora ? "block text-sm font-medium text-error" : "block text-sm text-texto-suave"
          }
        >
          {responderHasta < ahora ? "Venció su plazo el " : "Puede responder hasta el "}
          {textoInstante(responderHasta)}
        </span>
      )}
    </>
  );
}

function Version({ fila: { version, ronda, envioId, cambios, cambiosDesde } }: { fila: FilaBandeja }) {
  if (!envioId) return null;
  const desde = cambiosDesde === null ? "" : ` desde la ronda ${cambiosDesde}`;
  return (
    <>
      {version} <span className="text-texto-suave">({ronda ?? "Final"})</span>
      {cambios && (
        <span className="block text-sm text-texto-suave">
          {cambios.length > 0
            ? `Cambió${desde}: ${cambios.map((parte) => PARTES[parte]).join(", ")}`
            : `Sin cambios de fondo${desde}`}
        </span>
      )}
    </>
  );
}
