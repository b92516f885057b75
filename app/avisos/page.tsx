import { MarcarLeidos } from "@/components/aviso/marcar-leidos";
import { Encabezado } from "@/components/ui/encabezado";
import { Enlace } from "@/components/ui/enlace";
import { Etiqueta } from "@/components/ui/etiqueta";
import { textoInstante } from "@/components/ui/instante";
import { Vacio } from "@/components/ui/vacio";
import { definirPagina } from "@/lib/borde/pagina";
import { leerAvisos } from "@/lib/casos/avisos";
import { marcarTodos } from "./acciones";

export const metadata = { title: "Avisos" };

/** What happened that this person should know, each with the way to it. */
export default definirPagina({
  permiso: "cuenta.propia",
  cargar: leerAvisos,
  ver: ({ datos }) => {
    const nuevo = datos[0];
    const sinLeer = datos.filter(({ leidaEn }) => leidaEn === null).length;
    return (
      <div className="flex flex-col gap-6">
        <Encabezado
          titulo="Avisos"
          bajada="Lo que pasó en la plataforma y le concierne. También se le envía por correo."
          acciones={
            sinLeer > 0 && nuevo ? (
              <MarcarLeidos accion={marcarTodos} hasta={nuevo.creadaEn.toISOString()} />
            ) : undefined
          }
        />
        {datos.length === 0 ? (
          <Vacio titulo="No tiene avisos">Aquí aparecerán cuando algo le concierna.</Vacio>
        ) : (
          <ol className="flex max-w-lectura flex-col divide-y divide-borde">
            {datos.map(({ id, texto, enlace, creadaEn, leidaEn }) => (
              <li key={id} className="flex flex-col gap-1 py-3">
                <p className="text-sm text-texto-suave">
                  {textoInstante(creadaEn)} {leidaEn === null && <Etiqueta tono="info">Nuevo</Etiqueta>}
                </p>
                <p className={leidaEn === null ? "font-medium whitespace-pre-line" : "whitespace-pre-line"}>
                  {texto}
                </p>
                <p>
                  <Enlace href={enlace} className="enlace inline-flex min-h-11 items-center">
                    Ver<span className="sr-only">: {texto}</span>
                  </Enlace>
                </p>
              </li>
            ))}
          </ol>
        )}
      </div>
    );
  },
});
