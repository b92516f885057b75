import { CampoLargo } from "@/components/formulario/campos";
import { TextosDetenidos } from "@/components/formulario/pendientes";
import { AgregarDificultad, RecuperarDificultad, Sugerencias } from "@/components/informe/agregar-dificultad";
import { type DificultadVista, ListaDificultades } from "@/components/informe/dificultad";
import { EstadoDelInforme } from "@/components/informe/estado";
import { LoQueFalta } from "@/components/informe/lo-que-falta";
import { Encabezado } from "@/components/ui/encabezado";
import { EnlaceBoton } from "@/components/ui/enlace-boton";
import { Migas } from "@/components/ui/migas";
import { Tarjeta } from "@/components/ui/tarjeta";
import { Vacio } from "@/components/ui/vacio";
import { definirPaginaInstitucion } from "@/lib/borde/pagina";
import { type InformeEnCurso, leerDificultades } from "@/lib/casos/informe/leer";
import { palabrasDe } from "@/lib/casos/informe/registro";
import { sugerenciasDe, vinculablesDe } from "@/lib/casos/informe/vista";
import { mostrarInstante } from "@/lib/expediente/fecha";
import { abreviar } from "@/lib/expediente/texto";
import { escribirLugar } from "@/lib/flujo/campo";
import { conDestino } from "@/lib/flujo/destino";
import { COMPONENTES_DIFICULTAD, TIPOS_DIFICULTAD } from "@/lib/guia/e3-2025/valores";
import { PaginaObservada } from "../../observado";
import { agregar, quitar, recuperar } from "../acciones";
import { listaDe, textoDe, type Valores } from "../presentar";

export const metadata = { title: "Dificultades y holguras" };

const opciones = (palabras: Readonly<Record<string, string>>) =>
  Object.entries(palabras).map(([valor, texto]) => ({ valor, texto }));

const PALABRAS = {
  tipo: palabrasDe("dificultad", "tipo"),
  descripcion: palabrasDe("dificultad", "descripcion"),
  factoresInternos: palabrasDe("dificultad", "factoresInternos"),
  factoresExternos: palabrasDe("dificultad", "factoresExternos"),
  componentes: palabrasDe("dificultad", "componentes"),
  elementos: palabrasDe("dificultad", "elementos"),
};

function dificultadVista(id: string, valores: Valores): DificultadVista {
  const lugar = (campo: string) => escribirLugar({ grupo: "dificultad", clave: [id], campo });
  const texto = (campo: string) => ({ lugar: lugar(campo), valor: textoDe(valores, lugar(campo)) });
  const lista = (campo: string) => ({ lugar: lugar(campo), valor: listaDe(valores, lugar(campo)) });
  return {
    id,
    tipo: texto("tipo"),
    descripcion: texto("descripcion"),
    factoresInternos: texto("factoresInternos"),
    factoresExternos: texto("factoresExternos"),
    componentes: lista("componentes"),
    elementos: lista("elementos"),
  };
}

export default definirPaginaInstitucion({
  permiso: "informe.ver",
  cargar: leerDificultades,
  ver: ({ ctx, datos: { informe, valores, lista } }) => {
    const { codigo } = ctx.institucion;
    const base = `/institucion/${codigo}/informe`;
    const ids = informe.idsDificultad;
    const bloqueado = !informe.puedeLlenar;
    const sugerencias = lista.abierta
      ? sugerenciasDe(informe.vigente, informe.expediente.informe, informe.cumplimiento)
      : [];
    const faltas = informe.faltas.filter(
      ({ ruta, regla }) =>
        regla !== "DYH-07" && /^\/informe\/(dificultadesHolguras|sinDificultades)/.test(ruta),
    );
    const recuperables = lista.quitadas.filter(
      ({ tipo, descripcion, factoresInternos, factoresExternos, elementos }) =>
        [tipo, descripcion, factoresInternos, factoresExternos].some(Boolean) || elementos.length > 0,
    );
    return (
      <PaginaObservada ctx={ctx}>
        <Migas
          migas={[{ texto: "Informe de implementación", href: base }, { texto: "Dificultades y holguras" }]}
        />
        <Encabezado
          titulo="Dificultades y holguras"
          bajada="Las dificultades afectaron negativamente la implementación; las holguras la facilitaron. Informe al menos una, o explique por qué no las hubo."
        />
        <TextosDetenidos />
        <EstadoDelInforme codigo={codigo} {...informe} />
        {sugerencias.length > 0 && (
          <Tarjeta titulo={`Todavía sin explicar (${sugerencias.length})`}>
            <p className="max-w-lectura text-texto-suave">
              Según lo informado, esto no se cumplió o no alcanzó su meta, y ninguna dificultad se refiere a
              ello.
            </p>
            <Sugerencias
              institucion={codigo}
              agregar={agregar}
              sugerencias={sugerencias}
              posicion={ids.length + 1}
            />
          </Tarjeta>
        )}
        {ids.length === 0 && (
          <Vacio titulo="Todavía no hay dificultades ni holguras">
            Agregue la primera, o explique más abajo por qué no las hubo.
          </Vacio>
        )}
        <ListaDificultades
          dificultades={ids.map((id) => dificultadVista(id, valores))}
          comun={{
            institucion: codigo,
            bloqueado,
            fija: !lista.abierta,
            palabras: PALABRAS,
            tipos: opciones(TIPOS_DIFICULTAD),
            componentes: opciones(COMPONENTES_DIFICULTAD),
            disponibles: vinculablesDe(informe.vigente),
            quitar,
            recuperar,
          }}
        />
        {lista.abierta ? (
          <div>
            <AgregarDificultad institucion={codigo} agregar={agregar} posicion={ids.length + 1} />
          </div>
        ) : (
          !bloqueado && (
            <p className="text-texto-suave">
              La devolución no reabrió esta lista: no se agregan ni se quitan dificultades ni holguras.
            </p>
          )
        )}
        <SinDificultades informe={informe} valores={valores} />
        <LoQueFalta faltas={conDestino(faltas, informe.expediente, codigo)} />
        {recuperables.length > 0 && (
          <Tarjeta titulo="Las que se quitaron">
            {recuperables.map(({ id, descripcion, en, autor }) => (
              <div key={id}>
                <RecuperarDificultad
                  institucion={codigo}
                  id={id}
                  recuperar={recuperar}
                  texto={`Recuperar «${descripcion ? abreviar(descripcion, 80) : "sin descripción"}» (${mostrarInstante(en)}${autor ? `, ${autor}` : ""})`}
                />
              </div>
            ))}
          </Tarjeta>
        )}
        <div>
          <EnlaceBoton href={base} variante="secundario" icono="izquierda">
            Volver al informe
          </EnlaceBoton>
        </div>
      </PaginaObservada>
    );
  },
});

/** The explanation is due only when there is none; once written it is shown anyway, for it is sent. */
function SinDificultades({ informe, valores }: { informe: InformeEnCurso; valores: Valores }) {
  const lugar = escribirLugar({ grupo: "informe", clave: [], campo: "sinDificultadesNiHolguras" });
  const valor = textoDe(valores, lugar);
  const hay = informe.idsDificultad.length > 0;
  if (hay && !valor) return null;
  const palabras = palabrasDe("informe", "sinDificultadesNiHolguras");
  return (
    <Tarjeta titulo="Si no las hubo">
      <CampoLargo
        {...palabras}
        ayuda={
          hay
            ? "Este texto está en el informe junto con las dificultades u holguras de arriba. Bórrelo si ya no corresponde."
            : palabras.ayuda
        }
        lugar={lugar}
        valor={valor}
        bloqueado={!informe.puedeLlenar}
      />
    </Tarjeta>
  );
}
