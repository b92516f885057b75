// What the reminders of limits cost with many institutions, on the day that most people owe something:
// node --import tsx --conditions=react-server tests/rendimiento/recordatorios.ts [instituciones]
// The statement that finds who is told, which is what each hour costs. Ends with one line of JSON, in milliseconds.
import { abrirConexion, cerrarConexion, usarConexion } from "@/lib/datos/conexion";
import { migrar } from "@/lib/datos/migraciones";
import { plazosPorAvisar } from "@/lib/datos/repositorio/plazo";
import { conActor } from "@/lib/datos/transaccion";
import { SISTEMA } from "@/lib/flujo/actor";
import { ultimoCorte } from "@/lib/trabajos/reloj";
import { sembrar } from "@/prisma/semilla";
import { MOMENTO_MUCHO, sembrarMucho } from "@/prisma/semilla/mucho";
import { iniciarServidorEfimero } from "@/tests/apoyo/servidorEfimero";

const INSTITUCIONES = Number(process.argv[2] ?? 10_000);
process.env.SECRETO_SESION ??= "secreto-de-prueba-".repeat(3);

async function medir<T>(hacer: () => Promise<T>): Promise<{ ms: number; valor: T }> {
  const desde = performance.now();
  const valor = await hacer();
  return { ms: Math.round(performance.now() - desde), valor };
}

async function principal(): Promise<void> {
  const { servidor, terminar } = await iniciarServidorEfimero("cseu-recordatorios-", { enDisco: true });
  try {
    await migrar(servidor.dueno);
    usarConexion(abrirConexion(servidor.app));
    const ahora = new Date(MOMENTO_MUCHO);
    await sembrar(() => undefined, ahora);
    await sembrarMucho(servidor.dueno, { instituciones: INSTITUCIONES });
    const buscar = () =>
      medir(() =>
        conActor(SISTEMA, "prueba", (tx) => plazosPorAvisar(tx, ahora, ultimoCorte(ahora)), {
          soloLectura: true,
        }),
      );
    const primera = await buscar();
    console.log(
      `${INSTITUCIONES} instituciones: ${primera.valor.length} personas por avisar, halladas en ${primera.ms} ms`,
    );
    const despues = await buscar();
    console.log(`otra vez: ${despues.ms} ms`);
    await cerrarConexion();
    console.log(
      JSON.stringify({
        instituciones: INSTITUCIONES,
        personas: primera.valor.length,
        buscarMs: primera.ms,
        repetirMs: despues.ms,
      }),
    );
  } finally {
    await terminar();
  }
}

principal().then(
  () => process.exit(0),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
