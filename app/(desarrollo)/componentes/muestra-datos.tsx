import { Diferencias } from "@/components/ui/diferencias";
import { Enlace } from "@/components/ui/enlace";
import { Etiqueta } from "@/components/ui/etiqueta";
import { Grafico } from "@/components/ui/grafico";
import { ListaDatos } from "@/components/ui/lista-datos";
import { Paginacion } from "@/components/ui/paginacion";
import { type Columna, Tabla } from "@/components/ui/tabla";
import { Tarjeta } from "@/components/ui/tarjeta";

type Fila = { nombre: string; ministerio: string; avance: number; lista: boolean };

const FILAS: Fila[] = [
  { nombre: "Servicio de Ejemplos Públicos", ministerio: "Ministerio de Hacienda", avance: 100, lista: true },
  { nombre: "Instituto Nacional de Muestras", ministerio: "Ministerio de Salud", avance: 64, lista: false },
  {
    nombre: "Dirección General de Pruebas",
    ministerio: "Ministerio de Obras Públicas",
    avance: 8,
    lista: false,
  },
];

const COLUMNAS: Columna<Fila>[] = [
  {
    id: "nombre",
    titulo: "Institución",
    encabezaFila: true,
    orden: { href: "/componentes?orden=nombre", actual: "asc" },
    celda: (fila) => (
      <Enlace href="/componentes" className="enlace inline-flex min-h-11 items-center">
        {fila.nombre}
      </Enlace>
    ),
  },
  { id: "ministerio", titulo: "Ministerio", celda: (fila) => fila.ministerio },
  {
    id: "estado",
    titulo: "Estado",
    celda: (fila) => (
      <Etiqueta tono={fila.lista ? "exito" : "advertencia"}>{fila.lista ? "Enviado" : "En curso"}</Etiqueta>
    ),
  },
  {
    id: "avance",
    titulo: "Avance",
    alinear: "derecha",
    orden: { href: "/componentes?orden=avance" },
    celda: (fila) => `${fila.avance} %`,
  },
];

/** What is read: tables, charts, comparisons. */
export function MuestraDatos() {
  return (
    <div className="flex flex-col gap-6">
      <Tabla
        titulo="Instituciones asignadas"
        columnas={COLUMNAS}
        filas={FILAS}
        clave={(fila) => fila.nombre}
      />
      <Paginacion
        pagina={4}
        paginas={12}
        hrefDe={(n) => `/componentes?pagina=${n}`}
        resumen="61 a 80 de 240 instituciones"
      />
      <div className="grid gap-6 lg:grid-cols-2">
        <Grafico
          titulo="Avance por ministerio"
          resumen="Hacienda lleva el mayor avance, con 82 %; Obras Públicas el menor, con 8 %."
          maximo={100}
          columnas={{ etiqueta: "Ministerio", valor: "Avance" }}
          datos={[
            { etiqueta: "Hacienda", valor: 82, texto: "82 %" },
            { etiqueta: "Salud", valor: 64.5, texto: "64,5 %" },
            { etiqueta: "Obras Públicas", valor: 8, texto: "8 %" },
          ]}
        />
        <Tarjeta titulo="Qué cambió">
          <Diferencias
            antes="Capacitar a 120 funcionarios de atención presencial durante el primer semestre."
            despues="Capacitar a 150 funcionarias y funcionarios de atención presencial y telefónica durante el primer semestre."
          />
          <div className="mt-4">
            <ListaDatos
              datos={[
                { clave: "Área responsable", valor: "Departamento de Atención Ciudadana" },
                { clave: "Presupuesto", valor: "$ 12.500.000 (subtítulo 22, ítem 11)" },
                { clave: "Otra razón", valor: undefined },
              ]}
            />
          </div>
        </Tarjeta>
      </div>
    </div>
  );
}
