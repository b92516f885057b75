import { Enlace } from "@/components/ui/enlace";
import { Etiqueta } from "@/components/ui/etiqueta";
import { textoInstante } from "@/components/ui/instante";
import { Tabla } from "@/components/ui/tabla";
import { Vacio } from "@/components/ui/vacio";
import { cuantasInstituciones } from "@/lib/flujo/cuantas";
import { ETAPAS, type Etapa } from "@/lib/flujo/tablero";

type Fila = {
  readonly codigo: string;
  readonly nombre: string;
  readonly ministerio: string;
  readonly grupo: string | null;
  readonly etapa: Etapa;
  readonly decididas: number;
  readonly elementos: number;
  readonly informadas: number;
  readonly actividades: number;
  readonly abiertas: number;
  readonly prorroga: boolean;
  readonly vencePlan: Date | null;
  readonly venceEnvio: Date | null;
  readonly enviadoEn: Date | null;
};

const de = (hechas: number, total: number) => (total === 0 ? "—" : `${hechas} de ${total}`);

/** One page of the institutions that pass the filters. */
export function TablaInstituciones({
  filas,
  total,
  ahora,
}: {
  filas: readonly Fila[];
  total: number;
  ahora: Date;
}) {
  const atrasos = ({ vencePlan, venceEnvio }: Fila) =>
    [
      vencePlan !== null && vencePlan <= ahora && "Plan fuera de plazo",
      venceEnvio !== null && venceEnvio <= ahora && "Envío fuera de plazo",
    ].filter((texto) => texto !== false);
  return (
    <Tabla
      titulo={cuantasInstituciones(total)}
      filas={filas}
      clave={({ codigo }) => codigo}
      vacia={
        <Vacio titulo="Ninguna coincide">
          Cambie los filtros, o cree instituciones en{" "}
          <Enlace href="/administracion/instituciones">Instituciones</Enlace>.
        </Vacio>
      }
      columnas={[
        {
          id: "institucion",
          titulo: "Institución",
          encabezaFila: true,
          celda: ({ codigo, nombre, ministerio }) => (
            <>
              <Enlace href={`/institucion/${codigo}`}>{nombre}</Enlace>
              <span className="block text-sm font-normal text-texto-suave">
                {codigo} · {ministerio}
              </span>
            </>
          ),
        },
        { id: "grupo", titulo: "Grupo", celda: ({ grupo }) => grupo ?? "Sin grupo" },
        {
          id: "etapa",
          titulo: "Etapa",
          celda: (fila) => (
            <>
              <Etiqueta tono={ETAPAS[fila.etapa].tono}>{ETAPAS[fila.etapa].nombre}</Etiqueta>
              {atrasos(fila).map((texto) => (
                <span key={texto} className="block text-sm font-medium text-error">
                  {texto}
                </span>
              ))}
              {fila.prorroga && <span className="block text-sm text-texto-suave">Con prórroga</span>}
            </>
          ),
        },
        {
          id: "plan",
          titulo: "Plan decidido",
          alinear: "derecha",
          celda: ({ decididas, elementos }) => de(decididas, elementos),
        },
        {
          id: "informe",
          titulo: "Actividades empezadas",
          alinear: "derecha",
          celda: ({ informadas, actividades }) => de(informadas, actividades),
        },
        { id: "abiertas", titulo: "Observaciones", alinear: "derecha", celda: ({ abiertas }) => abiertas },
        {
          id: "enviado",
          titulo: "Primer envío",
          celda: ({ enviadoEn }) => (enviadoEn ? textoInstante(enviadoEn) : "—"),
        },
      ]}
    />
  );
}
