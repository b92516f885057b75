"use client";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useCola } from "@/components/formulario/proveedor";
import { Alerta } from "@/components/ui/alerta";
import { Boton } from "@/components/ui/boton";
import type { Importacion, ImportacionHecha } from "@/lib/flujo/vistaInforme";
import { claveNueva, claveQuitada, quedaFuera, VistaImportacion } from "./vista-importacion";

/** `ruta`: where a file is compared (POST) and what it showed is done (PUT). */
type Props = { ruta: string };

const TOPE = 10 * 1024 * 1024;
const SIN_CONEXION = "No hay conexión con la plataforma. Vuelva a intentarlo; no se cambió nada.";
// The answer may be what was lost: the same key goes with every try.
const SIN_RESPUESTA =
  "Se perdió la conexión y no se sabe si los cambios se guardaron. Vuelva a intentarlo: si ya se guardaron, no se repiten.";

/** Brings the report from a file: it is compared, everything is shown, and nothing changes until it is confirmed. */
export function ImportarInforme({ ruta }: Props) {
  const cola = useCola();
  const router = useRouter();
  const clave = useRef("");
  const [archivo, setArchivo] = useState<File | null>(null);
  const [fuera, setFuera] = useState<ReadonlySet<string>>(new Set());
  const [trabajando, setTrabajando] = useState(false);
  const [falla, setFalla] = useState<string | null>(null);
  /** What failed at the foot of the preview, told there: its top may be many screens above. */
  const [fallaAlPie, setFallaAlPie] = useState<{ titulo: string; mensaje: string } | null>(null);
  const [vista, setVista] = useState<Importacion | null>(null);
  const [hecha, setHecha] = useState<ImportacionHecha | null>(null);

  const nombre = archivo?.name ?? "";

  async function comparar(archivo: File) {
    setArchivo(archivo);
    setFuera(new Set());
    setFalla(null);
    setFallaAlPie(null);
    setVista(null);
    setHecha(null);
    if (archivo.size > TOPE) {
      setFalla("El archivo pasa de 10 MB. Cargue solo la planilla o el expediente.");
      return;
    }
    setTrabajando(true);
    try {
      await cola.terminar();
      const respuesta = await fetch(`${ruta}?${new URLSearchParams({ nombre: archivo.name })}`, {
        method: "POST",
        body: archivo,
      });
      const cuerpo = await respuesta.json();
      if (respuesta.ok) {
        clave.current = crypto.randomUUID();
        const comparada = cuerpo as Importacion;
        setFuera(quedaFuera(comparada));
        setVista(comparada);
      } else setFalla((cuerpo as { mensaje: string }).mensaje);
    } catch {
      setFalla(SIN_CONEXION);
    } finally {
      setTrabajando(false);
    }
  }

  async function confirmar() {
    if (!vista) return;
    setFallaAlPie(null);
    const noSeGuardo = (mensaje: string) => setFallaAlPie({ titulo: "No se guardó", mensaje });
    const cambios = vista.cambios
      .filter(({ lugar }) => !fuera.has(lugar))
      .map(({ lugar, base, valor, que }) => ({ lugar, base, valor, que }));
    const nuevas = vista.nuevas.filter((_, i) => !fuera.has(claveNueva(i)));
    const quitadas = vista.quitadas.filter(({ id }) => !fuera.has(claveQuitada(id)));
    try {
      const respuesta = await fetch(ruta, {
        method: "PUT",
        headers: { "content-type": "application/json", "idempotency-key": clave.current },
        body: JSON.stringify({ cambios, nuevas, quitadas }),
      });
      const cuerpo = await respuesta.json();
      if (respuesta.ok) {
        setHecha(cuerpo as ImportacionHecha);
        setVista(null);
        router.refresh();
      } else noSeGuardo((cuerpo as { mensaje: string }).mensaje);
    } catch {
      setFallaAlPie({ titulo: "No se pudo confirmar que se guardó", mensaje: SIN_RESPUESTA });
    }
  }

  function descartar() {
    setVista(null);
    setFallaAlPie(null);
  }

  function alternar(llave: string, aplica: boolean) {
    const otra = new Set(fuera);
    if (aplica) otra.delete(llave);
    else otra.add(llave);
    setFuera(otra);
  }

  async function descargarMarcado() {
    if (!archivo) return;
    const mensaje = await bajarMarcado(ruta, archivo);
    setFallaAlPie(mensaje === null ? null : { titulo: "No se pudo marcar el libro", mensaje });
  }

  const total = vista ? vista.cambios.length + vista.nuevas.length + vista.quitadas.length : 0;
  const elegidos = total - fuera.size;
  const conFaltas = vista !== null && vista.faltas.length + vista.reglas.length > 0;
  return (
    <div className="flex flex-col gap-6">
      <div>
        <label htmlFor="archivo-importar" className="block font-medium">
          Archivo con el informe
        </label>
        <p id="archivo-importar-ayuda" className="max-w-lectura text-texto-suave">
          La planilla de Excel (.xlsx) que descargó de aquí, o el expediente en JSON. Hasta 10 MB.
        </p>
        <input
          id="archivo-importar"
          type="file"
          accept=".xlsx,.json,application/json,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          aria-describedby="archivo-importar-ayuda"
          className="mt-2 block min-h-11 w-full max-w-xl rounded-sm border border-borde-control bg-papel text-base file:mr-4 file:min-h-11 file:border-0 file:bg-tinte file:px-4 file:text-primario"
          onChange={(e) => {
            const [elegido] = e.currentTarget.files ?? [];
            if (elegido) void comparar(elegido);
            e.currentTarget.value = "";
          }}
        />
      </div>
      <div role="status">{trabajando && <p>Comparando «{nombre}» con el informe…</p>}</div>
      {falla && (
        <Alerta
          tono="error"
          anuncia
          titulo={nombre ? `No se pudo importar «${nombre}»` : "No se pudo importar"}
        >
          {falla}
        </Alerta>
      )}
      {hecha && <Hecha hecha={hecha} />}
      {vista && <VistaImportacion nombre={nombre} vista={vista} fuera={fuera} alternar={alternar} />}
      {fallaAlPie && (
        <Alerta tono="error" anuncia titulo={fallaAlPie.titulo}>
          {fallaAlPie.mensaje}
        </Alerta>
      )}
      {conFaltas && /\.xlsx$/i.test(nombre) && (
        <div>
          <Boton
            variante="secundario"
            icono="descargar"
            onClick={descargarMarcado}
            textoPendiente="Marcando el libro…"
          >
            Descargar el libro con las faltas marcadas
          </Boton>
        </div>
      )}
      {total > 0 && (
        <div className="flex flex-wrap gap-3">
          <Boton onClick={confirmar} bloqueado={elegidos === 0} textoPendiente="Guardando los cambios…">
            {fuera.size === 0
              ? "Guardar estos cambios en el informe"
              : `Guardar ${elegidos} de ${total} ${total === 1 ? "cambio" : "cambios"} en el informe`}
          </Boton>
          <Boton variante="secundario" onClick={descartar}>
            No cambiar nada
          </Boton>
        </div>
      )}
    </div>
  );
}

/** Saves the marked workbook in the person's computer. @returns why not, or null. */
async function bajarMarcado(ruta: string, archivo: File): Promise<string | null> {
  const direccion = `${ruta}/marcado?${new URLSearchParams({ nombre: archivo.name })}`;
  const respuesta = await fetch(direccion, { method: "POST", body: archivo }).catch(() => null);
  if (!respuesta) return SIN_CONEXION;
  if (!respuesta.ok) return ((await respuesta.json()) as { mensaje: string }).mensaje;
  const url = URL.createObjectURL(await respuesta.blob());
  const enlace = document.createElement("a");
  enlace.href = url;
  enlace.download = archivo.name.replace(/\.xlsx$/i, " (con faltas marcadas).xlsx");
  enlace.click();
  URL.revokeObjectURL(url);
  return null;
}

function Hecha({ hecha: { guardados, agregadas, quitadas, conflictos } }: { hecha: ImportacionHecha }) {
  const partes = [
    guardados === 1 ? "1 dato guardado" : `${guardados} datos guardados`,
    ...(agregadas
      ? [
          agregadas === 1
            ? "1 dificultad u holgura agregada"
            : `${agregadas} dificultades u holguras agregadas`,
        ]
      : []),
    ...(quitadas
      ? [
          quitadas === 1
            ? "1 quitada (se puede recuperar en su página)"
            : `${quitadas} quitadas (se pueden recuperar en su página)`,
        ]
      : []),
  ];
  return (
    <>
      <Alerta tono="exito" anuncia titulo="El informe quedó actualizado">
        {partes.join(", ")}.
      </Alerta>
      {conflictos.length > 0 && (
        <Alerta tono="advertencia" titulo="Esto no se cambió">
          <ul className="list-disc pl-4">
            {conflictos.map(({ que, mensaje }) => (
              <li key={que}>
                {que}: {mensaje}
              </li>
            ))}
          </ul>
        </Alerta>
      )}
    </>
  );
}
