import { GraficoLineas } from "@/components/grafico/lineas";
import { Tabla } from "@/components/ui/tabla";
import { mostrarFecha } from "@/lib/expediente/fecha";
import { cuantas, cuantasInstituciones } from "@/lib/flujo/cuantas";
import { acumular, type DiaContado } from "@/lib/flujo/tablero";

type Props = {
  readonly dias: Readonly<Record<"plan" | "informe" | "envio" | "revision", readonly DiaContado[]>>;
  readonly total: number;
  /** Days AAAA-MM-DD of continental Chile: where the drawing begins, the two limits (last day in term), and today. */
  readonly desde: string;
  readonly limitePlan: string;
  readonly limiteEnvio: string;
  readonly hoy: string;
};

const DIA_MS = 86_400_000;
const numeroDe = (dia: string) => Date.parse(`${dia}T00:00:00Z`) / DIA_MS;
const diaDe = (numero: number) => new Date(numero * DIA_MS).toISOString().slice(0, 10);
/** As screens write it. */
const dicho = (dia: string) => mostrarFecha(dia);

const SERIES = [
  { id: "plan", nombre: "Plan aprobado", clase: "stroke-advertencia-borde", trazo: "8 4" },
  { id: "envio", nombre: "Expediente enviado", clase: "stroke-primario", trazo: undefined },
  { id: "revision", nombre: "Revisión decidida", clase: "stroke-exito", trazo: "2 4" },
] as const;

/** How many institutions had their plan approved, had submitted and had a decision, day by day, against the limits. */
export function Acumulado({ dias, total, desde, limitePlan, limiteEnvio, hoy }: Props) {
  const inicio = numeroDe(desde);
  const fin = Math.max(numeroDe(limiteEnvio), numeroDe(hoy)) + 1;
  const enX = (dia: string) => Math.min(1, Math.max(0, (numeroDe(dia) - inicio) / (fin - inicio)));
  const tope = Math.max(total, 1);
  const series = SERIES.map((serie) => ({ ...serie, puntos: acumular(dias[serie.id]) }));
  const ultimo = (id: string) => series.find((serie) => serie.id === id)?.puntos.at(-1)?.acumulado ?? 0;
  const hasta = (id: string, dia: string) =>
    series.find((serie) => serie.id === id)?.puntos.findLast((punto) => punto.dia <= dia)?.acumulado ?? 0;
  // One row a week: as many as a year has, however many institutions there are.
  const semanas: string[] = [];
  for (let n = inicio + 6; n < Math.min(fin, numeroDe(hoy)) + 7; n += 7) semanas.push(diaDe(n));
  const conAlgo = semanas.filter(
    (semana, i) => i === 0 || SERIES.some(({ id }) => hasta(id, semana) !== hasta(id, semanas[i - 1] ?? "")),
  );
  return (
    <GraficoLineas
      titulo="Avance en el tiempo"
      resumen={`De ${cuantasInstituciones(total)}, ${cuantas(ultimo("plan"), "tiene", "tienen")} el plan aprobado y ${cuantas(ultimo("envio"), "envió", "enviaron")} el expediente. El plan se aprueba hasta el ${dicho(limitePlan)} y el expediente se envía hasta el ${dicho(limiteEnvio)}.`}
      lineas={series.map(({ id, nombre, clase, trazo, puntos }) => ({
        id,
        nombre,
        clase,
        ...(trazo && { trazo }),
        // A step: nothing changes until the day it does, and the last value lasts until today.
        puntos: [
          { x: 0, y: 0 },
          ...puntos.flatMap(({ dia, acumulado }, i) => [
            { x: enX(dia), y: (puntos[i - 1]?.acumulado ?? 0) / tope },
            { x: enX(dia), y: acumulado / tope },
          ]),
          { x: enX(hoy), y: (puntos.at(-1)?.acumulado ?? 0) / tope },
        ],
      }))}
      hitos={[
        { x: enX(diaDe(numeroDe(limitePlan) + 1)), texto: `Límite del plan: ${dicho(limitePlan)}` },
        { x: enX(diaDe(numeroDe(limiteEnvio) + 1)), texto: `Límite del envío: ${dicho(limiteEnvio)}` },
      ]}
      ejeX={[dicho(desde), dicho(diaDe(Math.round((inicio + fin) / 2))), dicho(diaDe(fin))]}
      ejeY={[...new Set([total, Math.round(total / 2), 0].map(String))]}
      tabla={
        <Tabla
          titulo="Acumulado por semana"
          tituloOculto
          filas={conAlgo}
          clave={(semana) => semana}
          columnas={[
            { id: "semana", titulo: "Hasta el", encabezaFila: true, celda: dicho },
            ...SERIES.map(({ id, nombre }) => ({
              id,
              titulo: nombre,
              alinear: "derecha" as const,
              celda: (semana: string) => hasta(id, semana),
            })),
          ]}
        />
      }
    />
  );
}
