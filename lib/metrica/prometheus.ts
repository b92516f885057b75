import { type Medidor, TRAMOS } from "./medidor";

/** One measure at one instant: its labels and its value. */
export type Muestra = { readonly rotulos?: Readonly<Record<string, string>>; readonly valor: number };
export type Medida = {
  readonly nombre: string;
  readonly tipo: "gauge" | "counter";
  readonly ayuda: string;
  readonly muestras: readonly Muestra[];
};

const escapar = (texto: string) => texto.replace(/\\/g, "\\\\").replace(/"/g, '\\"').replace(/\n/g, "\\n");

function rotulos(pares: Readonly<Record<string, string>> | undefined): string {
  const textos = Object.entries(pares ?? {}).map(([clave, valor]) => `${clave}="${escapar(valor)}"`);
  return textos.length > 0 ? `{${textos.join(",")}}` : "";
}

const cabecera = (nombre: string, tipo: string, ayuda: string) => [
  `# HELP ${nombre} ${ayuda}`,
  `# TYPE ${nombre} ${tipo}`,
];

const lineasDe = ({ nombre, tipo, ayuda, muestras }: Medida): string[] => [
  ...cabecera(nombre, tipo, ayuda),
  ...muestras.map((muestra) => `${nombre}${rotulos(muestra.rotulos)} ${muestra.valor}`),
];

function lineasDeDuraciones({ duraciones }: Medidor): string[] {
  const nombre = "cseu_solicitud_segundos";
  const lineas = cabecera(nombre, "histogram", "Duration of requests by use case.");
  for (const [caso, { cubetas, suma, cuenta }] of duraciones) {
    let acumulado = 0;
    for (const [i, limite] of TRAMOS.entries()) {
      acumulado += cubetas[i] ?? 0;
      lineas.push(`${nombre}_bucket${rotulos({ caso, le: String(limite) })} ${acumulado}`);
    }
    lineas.push(`${nombre}_bucket${rotulos({ caso, le: "+Inf" })} ${cuenta}`);
    lineas.push(`${nombre}_sum${rotulos({ caso })} ${suma}`, `${nombre}_count${rotulos({ caso })} ${cuenta}`);
  }
  return lineas;
}

/** The text that Prometheus reads (exposition format 0.0.4): the counts of the process and the measures given. */
export function textoPrometheus(medidor: Medidor, medidas: readonly Medida[]): string {
  const solicitudes: Medida = {
    nombre: "cseu_solicitudes_total",
    tipo: "counter",
    ayuda: "Requests answered, by use case and class of status (499 when the client left: 4xx).",
    muestras: [...medidor.solicitudes].flatMap(([caso, porEstado]) =>
      [...porEstado].map(([estado, valor]) => ({ rotulos: { caso, estado }, valor })),
    ),
  };
  const rechazadas: Medida = {
    nombre: "cseu_rechazadas_total",
    tipo: "counter",
    ayuda: "Requests given up for overload.",
    muestras: ["lectura", "guardado"].map((clase) => ({
      rotulos: { clase },
      valor: medidor.rechazadas.get(clase) ?? 0,
    })),
  };
  const lineas = [solicitudes, rechazadas, ...medidas].flatMap(lineasDe);
  return `${[...lineas, ...lineasDeDuraciones(medidor)].join("\n")}\n`;
}
