import { describe, expect, test } from "vitest";
import { PERMISOS } from "@/lib/flujo/permiso";
import {
  ESTADOS_ENVIO,
  type EstadoEnvio,
  type EventoRevision,
  enUnaFrase,
  siguienteDeRevision,
  TRANSICIONES_REVISION,
  turnoDeRevision,
} from "@/lib/flujo/revision";
import { REGLAS } from "@/lib/guia/e3-2025/reglas";
import { ID_REQUISITOS, REQUISITOS, requisitoDeRegla } from "@/lib/guia/e3-2025/requisitos";

const ESTADOS = Object.keys(ESTADOS_ENVIO) as EstadoEnvio[];
const EVENTOS: EventoRevision[] = ["abrir", "devolver", "corregir", "validar", "no_validar", "reabrir"];

describe("la vida de un envío", () => {
  test("lo que la tabla no dice no existe", () => {
    const posibles = ESTADOS.flatMap((desde) =>
      EVENTOS.filter((evento) => siguienteDeRevision(desde, evento, false)).map((e) => `${desde} ${e}`),
    );
    expect(posibles.sort()).toEqual(TRANSICIONES_REVISION.map((t) => `${t.desde} ${t.evento}`).sort());
  });

  test("una ronda preliminar se retroalimenta y no se decide", () => {
    expect(siguienteDeRevision("en_revision", "devolver", true)).toBe("observado");
    expect(siguienteDeRevision("en_revision", "validar", true)).toBeNull();
    expect(siguienteDeRevision("en_revision", "no_validar", true)).toBeNull();
  });

  test("solo la Red decide y solo la coordinación reabre lo decidido", () => {
    const acciones = (evento: EventoRevision) =>
      TRANSICIONES_REVISION.filter((t) => t.evento === evento).map((t) => PERMISOS[t.accion]);
    for (const roles of [...acciones("validar"), ...acciones("no_validar")])
      expect(roles).toEqual(["revisor"]);
    for (const roles of acciones("reabrir")) expect(roles).toEqual(["coordinacion", "administrador"]);
  });
});

describe("el turno en una frase", () => {
  test("dice qué sigue, o que terminó y cómo", () => {
    expect(enUnaFrase(turnoDeRevision("enviado", null))).toBe(
      "Enviado. Espera que la dupla revisora la abra.",
    );
    expect(enUnaFrase(turnoDeRevision("validado", null))).toBe("Revisión terminada: cumple.");
    expect(enUnaFrase(turnoDeRevision("no_validado", null))).toBe("Revisión terminada: no cumple.");
  });
});

describe("los requisitos de la etapa 3", () => {
  test("cada regla mira un medio de verificación, y solo uno", () => {
    const medios = ID_REQUISITOS.flatMap((id) => [...REQUISITOS[id].medios]);
    for (const { codigo } of REGLAS) {
      expect(requisitoDeRegla(codigo)).toBeDefined();
      expect(medios.filter(({ reglas }) => (reglas as readonly string[]).includes(codigo))).toHaveLength(1);
    }
  });
});
