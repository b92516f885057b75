// What drawing each screen of an institution costs, one at a time: time until the last byte, processor of the web process and of
// PostgreSQL, statements and time waited for them. Before each drawing somebody of the institution saves a field, as on the night
// of the deadline (`--guardar 0`: nobody does, as when a person goes from page to page).
// CARPETA_NEXT=.next node --import tsx --conditions=react-server tests/rendimiento/pantallas.ts [--instituciones 20] [--veces 40] [--guardar 1]
// Ends with one line of JSON.
import { abrirConexion, cerrarConexion, usarConexion } from "@/lib/datos/conexion";
import { abrirBase, cpuDe, pidDePostgres } from "./carga/base";
import { abrirCliente } from "./carga/cliente";
import { Escritor, textoUnico } from "./carga/escritor";
import { mediana, opcion, redondear } from "./carga/medicion";
import { type Persona, poblar } from "./carga/poblacion";
import { iniciarWeb, prepararEntorno } from "./carga/web";

const INSTITUCIONES = opcion("instituciones", 20);
const VECES = opcion("veces", 40);
const GUARDAR = opcion("guardar", 1);
const PANTALLAS = [
  "",
  "/plan",
  "/plan/A1",
  "/informe",
  "/informe/actividad/A1",
  "/difusion",
  "/comite",
  "/envio",
];

prepararEntorno();
const base = await abrirBase();
usarConexion(abrirConexion(base.servidor.app));
const personas = await poblar(base, { instituciones: INSTITUCIONES, personas: INSTITUCIONES });
await base.dueno.query("VACUUM ANALYZE").catch(() => base.dueno.query("ANALYZE"));
await cerrarConexion();
const web = await iniciarWeb(base, { CONTAR_CONSULTAS: "si" });
const cliente = abrirCliente(web.puerto, 4);
const escritor = new Escritor(() => cliente);
const pidPg = pidDePostgres(base.servidor);
const persona = (i: number) => personas[i % personas.length] as Persona;
let escritos = 0;

async function guardar(quien: Persona): Promise<void> {
  const lugar = quien.campos[escritos % quien.campos.length] ?? "";
  const { estado } = await escritor.guardar(quien, lugar, textoUnico(quien, escritos++));
  if (estado !== "guardado") throw new Error(`No se guardó: ${estado}`);
}

async function mirar({ codigo, cookie }: Persona, ruta: string): Promise<number> {
  const desde = performance.now();
  const { estado, texto } = await cliente.pedir({
    metodo: "GET",
    ruta: `/institucion/${codigo}${ruta}`,
    cabeceras: { cookie, accept: "text/html" },
  });
  if (estado !== 200) throw new Error(`${ruta}: ${estado} ${texto.slice(0, 200)}`);
  return performance.now() - desde;
}

try {
  for (let i = 0; i < 5 * PANTALLAS.length; i++)
    await mirar(persona(i), PANTALLAS[i % PANTALLAS.length] ?? "");
  for (let i = 0; i < 100; i++) await guardar(persona(i));
  const pantallas: Record<string, object> = {};
  for (const ruta of PANTALLAS) {
    const tiempos: number[] = [];
    const suma = { consultas: 0, enBaseMs: 0, cpuMs: 0 };
    const antesPg = cpuDe(pidPg);
    for (let i = 0; i < VECES; i++) {
      const quien = persona(i);
      for (let n = 0; n < GUARDAR; n++) await guardar(quien);
      const antes = await web.figuras();
      tiempos.push(await mirar(quien, ruta));
      const despues = await web.figuras();
      for (const cual of ["consultas", "enBaseMs", "cpuMs"] as const)
        suma[cual] += despues[cual] - antes[cual];
    }
    const una = {
      ms: redondear(mediana(tiempos), 1),
      cpuWebMs: redondear(suma.cpuMs / VECES, 1),
      cpuPostgresMs: redondear((cpuDe(pidPg) - antesPg) / VECES, 1),
      consultas: redondear(suma.consultas / VECES, 1),
      enBaseMs: redondear(suma.enBaseMs / VECES, 1),
    };
    pantallas[ruta || "/"] = una;
    console.log(
      `${(ruta || "/").padEnd(24)} ${una.ms} ms  web ${una.cpuWebMs} ms  postgres ${una.cpuPostgresMs} ms (con sus guardados)  ${una.consultas} consultas, ${una.enBaseMs} ms en ellas`,
    );
  }
  console.log(JSON.stringify({ rendimiento: "pantallas", guardadosAntes: GUARDAR, veces: VECES, pantallas }));
} finally {
  cliente.cerrar();
  await web.detener();
  await base.cerrar();
}
process.exit(0);
