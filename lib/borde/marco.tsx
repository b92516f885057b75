import "server-only";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { ProveedorBorradores } from "@/components/formulario/borrador";
import { BotonSalir } from "@/components/formulario/boton-salir";
import { AvisoSesion } from "@/components/marco/aviso-sesion";
import { CintaDemo } from "@/components/marco/cinta-demo";
import { Marco as MarcoInterno } from "@/components/marco/marco";
import { MarcoPublico } from "@/components/marco/marco-publico";
import { MenuUsuario } from "@/components/marco/menu-usuario";
import { type Funcion, ListaFunciones, SelectorFuncion } from "@/components/marco/selector-funcion";
import { Alerta } from "@/components/ui/alerta";
import { Encabezado } from "@/components/ui/encabezado";
import { EnlaceBoton } from "@/components/ui/enlace-boton";
import { porQueSinFuncion } from "@/lib/casos/sesion/sinFuncion";
import { fechaYHora } from "@/lib/correo/plantilla";
import type { InstitucionRef } from "@/lib/flujo/actor";
import { ROLES } from "@/lib/flujo/permiso";
import type { Falla } from "@/lib/flujo/resultado";
import { ahoraCon, ahoraReal, esDemo } from "@/lib/sesion/reloj";
import type { Sesion, Sombrero } from "@/lib/sesion/sesion";
import { Campana } from "./campana";
import { seccionesDe } from "./secciones";
import { contextoPropio } from "./solicitud";

const RED = "Red de Expertos";

/** The functions of a session, in words. */
export function funcionesDe(sombreros: readonly Sombrero[], puesto?: string): Funcion[] {
  return sombreros.map((sombrero) => ({
    id: sombrero.id,
    institucion: sombrero.institucion?.nombre ?? RED,
    rol: sombrero.preside ? `${ROLES[sombrero.rol].nombre}, preside` : ROLES[sombrero.rol].nombre,
    actual: sombrero.id === puesto,
  }));
}

type Props = {
  sesion: Sesion | null;
  /** The institution of the page, which a reviewer or the Red may look at without it being their hat's. */
  institucion?: InstitucionRef;
  desfaseMs?: number;
  ancho?: "hoja" | "completo";
  children: ReactNode;
};

/** The frame of every page: who one is, for whom one acts, where one is. */
export async function Marco({ sesion, institucion, desfaseMs = 0, ancho = "hoja", children }: Props) {
  const cinta = esDemo() ? <Cinta desfaseMs={sesion?.desfaseMs ?? desfaseMs} /> : undefined;
  if (!sesion) {
    return (
      <MarcoPublico cinta={cinta} ancho={ancho}>
        {children}
      </MarcoPublico>
    );
  }
  const { actor, usuario } = sesion;
  const ruta = (await headers()).get("x-cseu-ruta") ?? "";
  const rol = actor ? ROLES[actor.rol].nombre : "Sin función vigente";
  const enlaces = [
    { texto: "Mi perfil", href: "/perfil" },
    { texto: "Mis sesiones", href: "/perfil/sesiones" },
  ];
  return (
    <MarcoInterno
      inicio="/inicio"
      cinta={cinta}
      secciones={actor ? seccionesDe(actor, institucion ?? sesion.institucion, ruta) : []}
      institucion={
        <SelectorFuncion
          funciones={funcionesDe(sesion.sombreros, actor?.membresiaId)}
          nombre={institucion?.nombre ?? sesion.institucion?.nombre ?? RED}
          detalle={rol}
        />
      }
      avisos={actor ? <Campana actor={actor} /> : undefined}
      usuario={
        <MenuUsuario
          nombre={usuario.nombre}
          rol={rol}
          enlaces={enlaces}
          salida={<Salida usuario={usuario.id} />}
        />
      }
    >
      <ProveedorBorradores usuario={usuario.id}>{children}</ProveedorBorradores>
      <AvisoSesion quedanMs={quedanMs(sesion)} />
    </MarcoInterno>
  );
}

/** Milliseconds until a session ends by itself. */
export function quedanMs(sesion: Pick<Sesion, "inactivaEn" | "expiraEn">): number {
  return Math.min(sesion.inactivaEn.getTime(), sesion.expiraEn.getTime()) - ahoraReal().getTime();
}

function Cinta({ desfaseMs }: { desfaseMs: number }) {
  return <CintaDemo instante={fechaYHora(ahoraCon(desfaseMs))} movido={desfaseMs !== 0} />;
}

function Salida({ usuario }: { usuario: string }) {
  return (
    <form method="post" action="/sesion/salir">
      <BotonSalir usuario={usuario} className="w-full" />
    </form>
  );
}

/** For a person without a function, or whose function ended: what happened and what they may do. */
export async function SinFunciones({ sesion }: { sesion: Sesion }) {
  const hay = sesion.sombreros.length > 0;
  return (
    <Marco sesion={sesion}>
      <div className="flex flex-col gap-6">
        <Encabezado
          titulo={hay ? "Elija con qué función continuar" : "Su cuenta no tiene funciones vigentes"}
          bajada={
            hay
              ? "La función con la que trabajaba terminó. Estas son las que tiene ahora."
              : await porQueSinFuncion(contextoPropio(sesion))
          }
        />
        {hay && (
          <div className="max-w-xl rounded-md border border-borde bg-papel p-2">
            <ListaFunciones funciones={funcionesDe(sesion.sombreros)} />
          </div>
        )}
      </div>
    </Marco>
  );
}

/** For an address of an institution that another of the person's functions reaches. */
export function CambieDeInstitucion(props: {
  sesion: Sesion;
  sombreros: readonly Sombrero[];
  volver: string;
}) {
  const [primero] = props.sombreros;
  return (
    <Marco sesion={props.sesion}>
      <div className="flex flex-col gap-6">
        <Encabezado
          titulo="Cambie de institución"
          bajada={`Esta página es de ${primero?.institucion?.nombre ?? RED}, y usted está actuando con otra función.`}
        />
        <div className="max-w-xl rounded-md border border-borde bg-papel p-2">
          <p className="px-3 py-2 text-texto-suave">Continuar como</p>
          <ListaFunciones funciones={funcionesDe(props.sombreros)} volver={props.volver} />
        </div>
      </div>
    </Marco>
  );
}

/** A page that could not be loaded for an expected reason. */
export function FallaDePagina({ falla }: { falla: Falla }) {
  return (
    <div className="flex flex-col gap-6">
      <Encabezado titulo="No se puede mostrar esta página" />
      <Alerta tono="advertencia">{falla.mensaje}</Alerta>
      <p>
        <EnlaceBoton href="/inicio" variante="secundario">
          Volver al inicio
        </EnlaceBoton>
      </p>
    </div>
  );
}
