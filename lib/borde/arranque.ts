import { vigilarCarga } from "./carga";
import { alDetener, prepararDetencion } from "./detencion";
import { iniciarLimpieza } from "./limpieza";
import { protegerRespuestas } from "./proteccion";
import { vigilar } from "./vigia";

/** Everything that lives as long as the process and belongs to no request: what protects its answers, watches it, cleans and stops it. */
export function arrancar(): void {
  protegerRespuestas();
  vigilar(process.env.CARPETA_NEXT ?? ".next");
  vigilarCarga();
  alDetener("limpieza", iniciarLimpieza());
  prepararDetencion();
}
