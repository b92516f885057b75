import type { ComponentProps } from "react";
import { Enlace } from "@/components/ui/enlace";
import { Etiqueta } from "@/components/ui/etiqueta";
import { textoInstante } from "@/components/ui/instante";
import { Tabla } from "@/components/ui/tabla";
import { Vacio } from "@/components/ui/vacio";
import { mostrarFecha } from "@/lib/expediente/fecha";
import { ROLES, type Rol } from "@/lib/flujo/permiso";
import { AccionesContraparte } from "./acciones-contraparte";

type Contraparte = {
  readonly id: string;
  readonly nombre: string;
  readonly correo: string;
  readonly rol: Rol;
  readonly cargo: string | null;
  readonly mesu: boolean;
  readonly designadaPor: string | null;
  readonly designadaEn: string | null;
  readonly designacion: { readonly id: string; readonly nombre: string; readonly tamano: number } | null;
  readonly desde: Date;
  readonly hasta: Date | null;
};

type Acciones = ComponentProps<typeof AccionesContraparte>;

type Props = {
  readonly institucion: string;
  readonly vigentes: readonly Contraparte[];
  readonly anteriores: readonly Contraparte[];
  readonly puedeDesignar: boolean;
  readonly puedeAdjuntar: boolean;
  readonly puedeTraspasar: (contraparte: Contraparte) => boolean;
  readonly esPropia: (contraparte: Contraparte) => boolean;
} & Pick<Acciones, "designar" | "adjuntar" | "traspasar">;

const celdaNombre = ({ nombre, correo }: Contraparte) => (
  <>
    {nombre}
    <span className="block font-normal break-all text-texto-suave">{correo}</span>
  </>
);

const celdaFuncion = ({ rol, mesu, cargo }: Contraparte) => (
  <>
    {ROLES[rol].nombre} {mesu && <Etiqueta tono="info">MESU</Etiqueta>}
    {cargo && <span className="block text-sm text-texto-suave">{cargo}</span>}
  </>
);

/** Who speaks for the institution before the Red, by what document, and who did before them. */
export function Contrapartes(props: Props) {
  const { institucion, vigentes, anteriores, designar, adjuntar, traspasar } = props;
  const { puedeDesignar, puedeAdjuntar, puedeTraspasar, esPropia } = props;
  const celdaDocumento = ({ designadaPor, designadaEn, designacion }: Contraparte) => {
    if (!designadaPor && !designacion) return <span className="text-texto-suave">Sin registrar</span>;
    return (
      <>
        {designadaPor}
        {designadaEn && `, de ${mostrarFecha(designadaEn)}`}
        {designacion && (
          <a
            href={`/institucion/${institucion}/archivo/${designacion.id}`}
            className="enlace block min-h-6 break-all"
          >
            {designacion.nombre}
          </a>
        )}
      </>
    );
  };
  const conAcciones = puedeDesignar || puedeAdjuntar;
  return (
    <section id="contrapartes" aria-labelledby="titulo-contrapartes" className="flex flex-col gap-3">
      <h2 id="titulo-contrapartes" className="text-xl">
        Contrapartes
      </h2>
      <p className="max-w-lectura text-texto-suave">
        Son el punto de contacto entre la institución y la Red de Expertos. Cuando una deja de serlo, traspase
        su función: nada de lo registrado se pierde. Para sumar una suplente,{" "}
        <Enlace href="#invitar">invítela</Enlace>.
      </p>
      <Tabla
        titulo="Contrapartes vigentes"
        tituloOculto
        filas={vigentes}
        clave={({ id }) => id}
        vacia={
          <Vacio titulo="La institución no tiene contrapartes" icono="persona">
            La coordinación de la Red las invita con el formulario de más abajo.
          </Vacio>
        }
        columnas={[
          { id: "nombre", titulo: "Nombre", encabezaFila: true, celda: celdaNombre },
          { id: "funcion", titulo: "Función", celda: celdaFuncion },
          { id: "documento", titulo: "Documento que la designó", celda: celdaDocumento },
          ...(conAcciones
            ? [
                {
                  id: "acciones",
                  titulo: "Acciones",
                  celda: (fila: Contraparte) => (
                    <AccionesContraparte
                      institucion={institucion}
                      contraparte={{
                        ...fila,
                        designadaEn: fila.designadaEn ? mostrarFecha(fila.designadaEn) : "",
                        funcion: ROLES[fila.rol].nombre.toLowerCase(),
                      }}
                      puedeDesignar={puedeDesignar}
                      puedeAdjuntar={puedeAdjuntar}
                      puedeTraspasar={puedeTraspasar(fila)}
                      propia={esPropia(fila)}
                      designar={designar}
                      adjuntar={adjuntar}
                      traspasar={traspasar}
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
      {anteriores.length > 0 && (
        <Tabla
          titulo="Contrapartes anteriores"
          filas={anteriores}
          clave={({ id }) => id}
          columnas={[
            { id: "nombre", titulo: "Nombre", encabezaFila: true, celda: celdaNombre },
            { id: "funcion", titulo: "Función", celda: celdaFuncion },
            { id: "documento", titulo: "Documento que la designó", celda: celdaDocumento },
            { id: "desde", titulo: "Desde", celda: ({ desde }) => textoInstante(desde) },
            { id: "hasta", titulo: "Hasta", celda: ({ hasta }) => (hasta ? textoInstante(hasta) : "") },
          ]}
        />
      )}
    </section>
  );
}
