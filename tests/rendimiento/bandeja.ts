import { leerBandeja } from "@/lib/casos/revision/bandeja";
import { leerRevision } from "@/lib/casos/revision/leer";
import { abrirConexion, cerrarConexion, usarConexion } from "@/lib/datos/conexion";
import { migrar } from "@/lib/datos/migraciones";

import { conActor } from "@/lib/datos/transaccion";
import { type ActorPersona, type Alcance, SISTEMA } from "@/lib/flujo/actor";
import type { Resultado } from "@/lib/flujo/resultado";
import { BANDEJA_ENTERA } from "@/lib/flujo/vistaBandeja";
import { sembrar } from "@/prisma/semilla";
import { MOMENTO_MUCHO, sembrarMucho } from "@/prisma/semilla/mucho";
import { iniciarServidorEfimero } from "@/tests/apoyo/servidorEfimero";

const VECES = Number(process.argv[2] ?? 40);
const GRANDE = Number(process.argv[3] ?? 10_000);
const CHICO = 200;
type Medida = { readonly p50: number; readonly p95: number };

async function medir(nombre: string, hacer: () => Promise<Resultado<unknown>>): Promise<Medida> {
  const tiempos: number[] = [];
  for (let i = 0; i < VECES + 5; i++) {
    const desde = performance.now();
    const hecho = await hacer();
    if (!hecho.ok) throw new Error(`${nombre}: ${hecho.falla.codigo}`);
    if (i >= 5) tiempos.push(performance.now() - desde);
  }
  tiempos.sort((a, b) => a - b);
  const en = (q: number) => Number((tiempos[Math.floor(tiempos.length * q)] ?? 0).toFixed(1));
  const medida = { p50: en(0.5), p95: en(0.95) };
  console.log(`${nombre.padEnd(40)} p50 ${medida.p50} ms  p95 ${medida.p95} ms`);
  return medida;
}

async function actorDe(correo: string): Promise<ActorPersona> {
  return conActor(SISTEMA, "prueba", async (tx) => {
    const usuario = await tx.usuario.findUniqueOrThrow({ where: { correo }, include: { membresias: true } });
    const membresia = usuario.membresias[0];
    if (!membresia) throw new Error(`${correo} no tiene función.`);
    const suyas = await tx.$queryRaw<{ id: string }[]>`
      SELECT gi.institucion_id AS id FROM dupla d JOIN grupo_institucion gi ON gi.grupo_id = d.grupo_id WHERE d.usuario_id = ${usuario.id}::uuid`;
    const alcance: Alcance = membresia.rol === "revisor" ? suyas.map(({ id }) => id) : "*";
    return {
      usuarioId: usuario.id,
      sesionId: usuario.id,
      nombre: usuario.nombre,
      membresiaId: membresia.id,
      rol: membresia.rol,
      institucionId: null,
      cargo: null,
      preside: false,
      autenticadaEn: new Date(MOMENTO_MUCHO),
      alcance,
    };
  });
}

async function medirCon(instituciones: number) {
  const { servidor, terminar: terminarServidor } = await iniciarServidorEfimero("cseu-bandeja-");
  try {
    await migrar(servidor.dueno);
    usarConexion(abrirConexion(servidor.app));
    await sembrar(() => undefined, new Date());
    await sembrarMucho(servidor.dueno, { instituciones, anios: 1, alInformar: () => undefined });
    const ahora = new Date(MOMENTO_MUCHO);
    const carla = { actor: await actorDe("carla.nunez@red.example"), ahora };
    const revisora = { actor: await actorDe("revisora.1@red-masiva.example"), ahora };
    const primera = await leerBandeja(carla, BANDEJA_ENTERA);
    if (!primera.ok) throw new Error(primera.falla.codigo);
    const envio = primera.valor.filas[0]?.envioId ?? "";
    const ultima = Math.max(1, primera.valor.paginas - 1);
    console.log(`\n${instituciones} instituciones, ${primera.valor.total} versiones por ver`);
    return {
      coordinacion: await medir("coordinación, primera página", () => leerBandeja(carla, BANDEJA_ENTERA)),
      ultima: await medir("coordinación, última página", () =>
        leerBandeja(carla, { ...BANDEJA_ENTERA, pagina: ultima }),
      ),
      buscando: await medir("coordinación, buscando y filtrando", () =>
        leerBandeja(carla, { ...BANDEJA_ENTERA, buscar: "servicio", dias: 7, version: "corregida" }),
      ),
      revisora: await medir("revisora, su grupo", () =>
        leerBandeja(revisora, { ...BANDEJA_ENTERA, vista: "grupo" }),
      ),
      version: await medir("una versión", () => leerRevision(carla, { envio, seccion: "actividades" })),
    };
  } finally {
    await cerrarConexion();
    await terminarServidor();
  }
}

const chico = await medirCon(CHICO);
const grande = await medirCon(GRANDE);
console.log(JSON.stringify({ banco: "bandeja", veces: VECES, chico, grande }));
