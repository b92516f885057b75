import { CampoCasillas, CampoLargo } from "@/components/formulario/campos";
import { escribirLugar } from "@/lib/flujo/campo";
import { CATEGORIAS } from "@/lib/guia/e3-2025/categorias";
import { CITAS, type Cita } from "@/lib/guia/e3-2025/citas";
import { CampoOtraRazon } from "./otra-razon";

/** A sentence of the guide as the fields show it. */
export const guiaDe = ({ frase, seccion }: Cita) => ({ texto: frase, seccion });

const OPCIONES = Object.entries(CATEGORIAS).map(([letra, { nombre }]) => ({
  valor: letra,
  texto: `${letra}) ${nombre}`,
}));

/** The guide's own explanation of each category, one click away: seven paragraphs would bury the page. */
const EXPLICACIONES = (
  <details>
    <summary className="inline-flex min-h-11 items-center text-primario underline underline-offset-4 hover:text-primario-hover">
      Qué significa cada categoría, según la guía
    </summary>
    <dl className="mb-2 flex flex-col gap-3 border-l-4 border-primario bg-tinte px-4 py-3 text-texto">
      {Object.entries(CATEGORIAS).map(([letra, { nombre, explicacion }]) => (
        <div key={letra}>
          <dt className="font-medium">
            {letra}) {nombre}
          </dt>
          <dd>{explicacion}</dd>
        </div>
      ))}
    </dl>
  </details>
);

type Props = {
  elemento: string;
  componente: string;
  cambio: {
    readonly categorias: readonly string[];
    readonly otraRazon: string | null;
    readonly argumento: string | null;
    readonly antecedentes: string | null;
  };
  bloqueado: boolean;
};

/** Why the plan changes: one or more categories with the guide's explanation, argument, backing, and the reason of g. */
export function Justificacion({ elemento, componente, cambio, bloqueado }: Props) {
  const lugar = (campo: string) => escribirLugar({ grupo: "ajuste", clave: [elemento, componente], campo });
  return (
    <div className="flex flex-col gap-6">
      <CampoCasillas
        lugar={lugar("categorias")}
        valor={cambio.categorias}
        bloqueado={bloqueado}
        etiqueta="Categoría de la justificación"
        ayuda={
          <>
            Elija una o más.
            {EXPLICACIONES}
          </>
        }
        guia={guiaDe(CITAS.escogerAlternativas)}
        opciones={OPCIONES}
      />
      <CampoOtraRazon
        lugarCategorias={lugar("categorias")}
        categorias={cambio.categorias}
        lugar={lugar("otraRazon")}
        valor={cambio.otraRazon}
        bloqueado={bloqueado}
        guia={guiaDe(CITAS.otrasJustificaciones)}
      />
      <div className="grid gap-6 lg:grid-cols-2">
        <CampoLargo
          lugar={lugar("argumento")}
          valor={cambio.argumento}
          bloqueado={bloqueado}
          etiqueta="Argumento"
          ayuda="Por qué es necesario el cambio, de forma clara, verificable y pertinente."
          guia={guiaDe(CITAS.claraVerificable)}
        />
        <CampoLargo
          lugar={lugar("antecedentes")}
          valor={cambio.antecedentes}
          bloqueado={bloqueado}
          etiqueta="Antecedentes que lo respaldan"
          ayuda="Datos, normas, informes o documentos con los que se comprueba. La institución los conserva."
          guia={guiaDe(CITAS.respaldadas)}
        />
      </div>
    </div>
  );
}
