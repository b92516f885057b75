import { Marco } from "@/components/marco/marco";
import { MenuUsuario } from "@/components/marco/menu-usuario";
import { SelectorInstitucion } from "@/components/marco/selector-institucion";
import { Boton } from "@/components/ui/boton";
import { Encabezado } from "@/components/ui/encabezado";
import { EnlaceBoton } from "@/components/ui/enlace-boton";
import { EstadoGuardado } from "@/components/ui/estado-guardado";
import { MuestraDatos } from "./muestra-datos";
import { MuestraEstados } from "./muestra-estados";
import { MuestraFormulario } from "./muestra-formulario";
import { MuestraInteractiva } from "./muestra-interactiva";
import { MuestraProceso } from "./muestra-proceso";

const AQUI = "/componentes";

/** The gallery: the frame with fictional people, and the primitives by family. */
export function Galeria() {
  return (
    <Marco
      inicio={AQUI}
      institucion={
        <SelectorInstitucion
          nombre="Servicio de Ejemplos Públicos"
          detalle="Ejercicio 2025"
          actual={AQUI}
          instituciones={[
            { texto: "Servicio de Ejemplos Públicos", href: AQUI },
            { texto: "Instituto Nacional de Muestras", href: "/componentes?institucion=2" },
          ]}
        />
      }
      usuario={
        <MenuUsuario
          nombre="Rayén Antileo Muñoz"
          rol="Contraparte titular"
          enlaces={[
            { texto: "Mi perfil y sesiones", href: "/componentes?perfil" },
            { texto: "Personas de mi institución", href: "/componentes?personas" },
          ]}
          salida={
            <Boton variante="sutil" icono="salir">
              Cerrar sesión
            </Boton>
          }
        />
      }
      secciones={[
        { texto: "Inicio", href: AQUI, actual: true },
        { texto: "Plan", href: "/componentes?plan" },
        { texto: "Comité", href: "/componentes?comite", cuenta: 2 },
        { texto: "Informe", href: "/componentes?informe" },
        { texto: "Difusión", href: "/componentes?difusion" },
        { texto: "Envío", href: "/componentes?envio" },
      ]}
      migas={[{ texto: "Inicio", href: AQUI }, { texto: "Desarrollo", href: AQUI }, { texto: "Componentes" }]}
      estado={<EstadoGuardado guardado={{ estado: "guardado", hora: "14:32" }} />}
    >
      <div className="flex flex-col gap-9">
        <Encabezado
          antetitulo="Sistema de diseño"
          titulo="Componentes"
          bajada="Todo lo que una pantalla puede usar, con los textos y estados que tendrá de verdad."
          acciones={
            <>
              <EnlaceBoton href={AQUI} variante="secundario" icono="descargar">
                Descargar
              </EnlaceBoton>
              <EnlaceBoton href={AQUI} icono="derecha">
                Continuar
              </EnlaceBoton>
            </>
          }
        />
        <MuestraProceso />
        <MuestraFormulario />
        <MuestraInteractiva />
        <MuestraDatos />
        <MuestraEstados />
      </div>
    </Marco>
  );
}
