import { Documento } from "@/components/archivo/documento";
import { ArchivosDeInstancia } from "@/components/difusion/archivos-instancia";
import { AgregarInstancia, QuitarInstancia } from "@/components/difusion/instancia-acciones";
import { ReglasEnVivo } from "@/components/difusion/reglas";
import { CampoFecha, CampoLargo, CampoSeleccion, CampoSiNo } from "@/components/formulario/campos";
import { TextosDetenidos } from "@/components/formulario/pendientes";
import { MarcasDeCampo } from "@/components/observacion/observado";
import { Alerta } from "@/components/ui/alerta";
import { Encabezado } from "@/components/ui/encabezado";
import { EnlaceBoton } from "@/components/ui/enlace-boton";
import { ListaDatos } from "@/components/ui/lista-datos";
import { Progreso } from "@/components/ui/progreso";
import { Tarjeta } from "@/components/ui/tarjeta";
import { Vacio } from "@/components/ui/vacio";
import { definirPaginaInstitucion } from "@/lib/borde/pagina";
import { type DifusionEnPantalla, leerDifusion } from "@/lib/casos/difusion/leer";
import { mostrarFecha } from "@/lib/expediente/fecha";
import { escribirLugar } from "@/lib/flujo/campo";
import { ID_AGREGAR_INSTANCIA } from "@/lib/flujo/destino";
import { GRUPOS, MEDIOS, MODALIDADES } from "@/lib/guia/e3-2025/valores";
import { PaginaObservada } from "../observado";
import { agregar, atar, desatar, ponerCosoc, quitar, recuperar } from "./acciones";

export const metadata = { title: "Difusión" };

const opciones = (nombres: Readonly<Record<string, string>>) =>
  Object.entries(nombres).map(([valor, texto]) => ({ valor, texto }));

/** E3O1RT2: how the approved report was disseminated, to whom, and the COSOC's act. */
export default definirPaginaInstitucion({
  permiso: "difusion.ver",
  cargar: leerDifusion,
  ver: ({ ctx, datos }) => {
    const { institucion } = ctx;
    const { codigo } = institucion;
    const exigidas = datos.reglas.filter(({ nivel }) => nivel === "error");
    const cumplidas = exigidas.filter(({ cuantas, enEspera }) => cuantas === 0 && !enEspera).length;
    return (
      <PaginaObservada ctx={ctx}>
        <Encabezado
          antetitulo={institucion.nombre}
          titulo="Difusión del informe"
          bajada="Cómo se dio a conocer el informe aprobado por el Comité: cuándo, por qué medio, con qué material y a quiénes."
        />
        <TextosDetenidos />
        {datos.cierre && (
          <Alerta tono="info" titulo="La difusión no se puede modificar ahora">
            {datos.cierre}
          </Alerta>
        )}
        <Tarjeta>
          <div className="flex flex-col gap-3">
            <Progreso
              etiqueta="Exigencias cumplidas"
              hechas={cumplidas}
              total={exigidas.length}
              texto={`${cumplidas} de ${exigidas.length}`}
            />
            <p>
              <a className="enlace" href="#reglas">
                Ver cada exigencia y lo que falta
              </a>
            </p>
          </div>
        </Tarjeta>
        <section className="flex flex-col gap-4" aria-labelledby="instancias">
          <h2 id="instancias" className="text-2xl">
            Instancias de difusión
          </h2>
          <p className="max-w-lectura text-texto-suave">
            {datos.aprobadoEl
              ? `El informe se difunde desde que el Comité lo aprobó (${mostrarFecha(datos.aprobadoEl)}) y hasta el 31/12/${datos.anio}.`
              : `El informe se difunde después de que el Comité lo apruebe y hasta el 31/12/${datos.anio}.`}
          </p>
          {datos.instancias.length === 0 && (
            <Vacio titulo="Aún no hay instancias de difusión">
              Agregue una por cada vez que se dio a conocer el informe: un correo, una reunión, un mensaje en
              la intranet, un oficio.
            </Vacio>
          )}
          {datos.instancias.map((instancia, i) => (
            <Instancia key={instancia.id} {...{ instancia, datos, codigo }} numero={i + 1} />
          ))}
          {datos.puedeLlenar && datos.abierto?.instancias === false && <NoReabierto que="instancias" />}
          {datos.puedeLlenar && datos.abierto?.instancias !== false && (
            <AgregarInstancia
              id={ID_AGREGAR_INSTANCIA}
              institucion={codigo}
              cuantas={datos.instancias.length}
              agregar={agregar}
            />
          )}
        </section>
        <Tarjeta titulo="Destinatarios" id="destinatarios">
          <Destinatarios datos={datos} codigo={codigo} />
        </Tarjeta>
        <Tarjeta titulo="Consejo de la Sociedad Civil (COSOC)" id="cosoc">
          <Cosoc datos={datos} codigo={codigo} />
        </Tarjeta>
        <Tarjeta titulo="Lo que exige la guía" id="reglas">
          <ReglasEnVivo reglas={datos.reglas} />
        </Tarjeta>
      </PaginaObservada>
    );
  },
});

const CERRADO = {
  instancias: "La devolución no reabrió la lista de instancias: no se agregan ni se quitan.",
  archivos: "La devolución no reabrió estos archivos: se ven, pero no se cambian.",
  documento: "La devolución no reabrió este documento: se ve, pero no se cambia.",
} as const;

/** Why a part has no buttons while others do: said in its place. */
function NoReabierto({ que }: { que: keyof typeof CERRADO }) {
  return <p className="-mt-2 text-texto-suave">{CERRADO[que]}</p>;
}

type Parte = { datos: DifusionEnPantalla; codigo: string };

/** The value of a field as it is kept: what its control shows. */
function valorDe<T>({ campos }: DifusionEnPantalla, lugar: string): T | null {
  return (campos[lugar] as T | undefined) ?? null;
}

function Instancia({
  instancia,
  numero,
  datos,
  codigo,
}: Parte & { instancia: DifusionEnPantalla["instancias"][number]; numero: number }) {
  const lugar = (campo: string) => escribirLugar({ grupo: "instancia", clave: [instancia.id], campo });
  const comun = (campo: string) => {
    const valor = valorDe<string>(datos, lugar(campo));
    // That it is empty is told in the list: a card not filled in yet is not all in red.
    const error = valor === null ? undefined : datos.errores[`instancia-${numero}/${campo}`];
    return { lugar: lugar(campo), valor, error, bloqueado: !datos.puedeLlenar };
  };
  const archivos = (uso: "copia_medio" | "material") =>
    instancia.archivos.filter((archivo) => archivo.uso === uso);
  const cerrados = (uso: "copia_medio" | "material") =>
    datos.abierto?.archivos[instancia.id]?.[uso] === false;
  const deArchivos = { institucion: codigo, instancia: instancia.id, atar, desatar };
  return (
    <Tarjeta
      titulo={`Instancia ${numero}`}
      nivel={3}
      id={`instancia-${numero}`}
      acciones={
        datos.puedeLlenar && datos.abierto?.instancias !== false ? (
          <QuitarInstancia institucion={codigo} id={instancia.id} {...{ numero, quitar, recuperar }} />
        ) : undefined
      }
    >
      <div className="flex flex-col gap-6">
        <MarcasDeCampo lugar={`instancia-${numero}`} />
        <div className="grid gap-6 md:grid-cols-2">
          <CampoFecha
            {...comun("fecha")}
            etiqueta="Fecha"
            ayuda="El día en que se difundió."
            hasta={`${datos.anio}-12-31`}
            {...(datos.aprobadoEl && { desde: datos.aprobadoEl })}
          />
          <CampoSeleccion {...comun("medio")} etiqueta="Medio" opciones={opciones(MEDIOS)} />
          <CampoSeleccion
            {...comun("modalidad")}
            etiqueta="Modalidad"
            opcional
            opciones={opciones(MODALIDADES)}
          />
        </div>
        <CampoLargo
          {...comun("audiencia")}
          etiqueta="A quiénes se dirigió"
          ayuda="Nota de la institución para su propio registro; no se envía."
          opcional
        />
        <ArchivosDeInstancia
          {...deArchivos}
          uso="copia_medio"
          etiqueta="Copia del medio de difusión"
          archivos={archivos("copia_medio")}
          puedeLlenar={datos.puedeLlenar && !cerrados("copia_medio")}
        />
        {datos.puedeLlenar && cerrados("copia_medio") && <NoReabierto que="archivos" />}
        <ArchivosDeInstancia
          {...deArchivos}
          uso="material"
          etiqueta="Material difundido"
          archivos={archivos("material")}
          puedeLlenar={datos.puedeLlenar && !cerrados("material")}
        />
        {datos.puedeLlenar && cerrados("material") && <NoReabierto que="archivos" />}
      </div>
    </Tarjeta>
  );
}

function Destinatarios({ datos, codigo }: Parte) {
  const { total, grupos, areas } = datos.destinatarios;
  return (
    <div className="flex flex-col gap-4">
      {total === 0 ? (
        <p className="max-w-lectura">
          Suba el listado en Excel con nombre, cargo, grupo, calidad jurídica y área de cada destinatario. La
          plataforma lo revisa completo antes de guardarlo.
        </p>
      ) : (
        <ListaDatos
          datos={[
            ...Object.entries(GRUPOS).map(([grupo, nombre]) => ({
              clave: nombre,
              valor: (grupos[grupo] ?? 0).toLocaleString("es-CL"),
            })),
            { clave: "Áreas del personal", valor: areas.length.toLocaleString("es-CL") },
            { clave: "Total", valor: total.toLocaleString("es-CL") },
          ]}
        />
      )}
      <div>
        <EnlaceBoton href={`/institucion/${codigo}/difusion/destinatarios`} variante="secundario">
          {total === 0 && datos.puedeLlenar && datos.abierto?.destinatarios !== false
            ? "Subir el listado de destinatarios"
            : "Ver los destinatarios"}
        </EnlaceBoton>
      </div>
    </div>
  );
}

function Cosoc({ datos, codigo }: Parte) {
  const lugar = (campo: string) => escribirLugar({ grupo: "difusion", clave: [], campo });
  const fecha = (campo: string) => ({
    lugar: lugar(campo),
    valor: valorDe<string>(datos, lugar(campo)),
    bloqueado: !datos.puedeLlenar,
  });
  const homologado = valorDe<boolean>(datos, lugar("homologado"));
  const [desde, hasta] = [fecha("actoVigenciaDesde"), fecha("actoVigenciaHasta")];
  const alReves = desde.valor !== null && hasta.valor !== null && hasta.valor < desde.valor;
  return (
    <div className="flex flex-col gap-6">
      <MarcasDeCampo lugar="cosoc" />
      <Documento
        institucion={codigo}
        id="acto-cosoc"
        datos={{ documento: "acto" as const }}
        etiqueta="Acto administrativo que constituye o renueva el COSOC"
        archivo={datos.acto}
        puedeLlenar={datos.puedeLlenar && datos.abierto?.acto !== false}
        poner={ponerCosoc}
      />
      {datos.puedeLlenar && datos.abierto?.acto === false && <NoReabierto que="documento" />}
      <div className="grid gap-6 md:grid-cols-3">
        <CampoFecha {...fecha("actoFecha")} etiqueta="Fecha del acto" />
        <CampoFecha {...desde} etiqueta="Vigente desde" />
        <CampoFecha
          {...hasta}
          etiqueta="Vigente hasta"
          error={alReves ? "La vigencia termina antes de empezar: revise las dos fechas." : undefined}
        />
      </div>
      <CampoSiNo
        lugar={lugar("homologado")}
        valor={homologado}
        bloqueado={!datos.puedeLlenar}
        etiqueta="¿El COSOC es homologado?"
        ayuda="Homologado: otra instancia de participación hace las veces de Consejo, según un dictamen de la Contraloría."
      />
      {homologado !== true && datos.dictamen && (
        <p className="text-texto-suave">
          El dictamen «{datos.dictamen.nombre}» se conserva y no se envía, porque el COSOC no se informa como
          homologado.
        </p>
      )}
      {homologado === true && (
        <>
          <Documento
            institucion={codigo}
            id="dictamen-cosoc"
            datos={{ documento: "dictamen" as const }}
            etiqueta="Dictamen de la Contraloría"
            archivo={datos.dictamen}
            puedeLlenar={datos.puedeLlenar && datos.abierto?.dictamen !== false}
            poner={ponerCosoc}
          />
          {datos.puedeLlenar && datos.abierto?.dictamen === false && <NoReabierto que="documento" />}
          <CampoFecha {...fecha("dictamenFecha")} etiqueta="Fecha del dictamen" />
        </>
      )}
    </div>
  );
}
