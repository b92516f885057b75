import { describe, expect, it } from "vitest";
import { acotarActor, autenticadaHacePoco } from "@/lib/flujo/actor";
import {
  type Accion,
  PERMISOS,
  puede,
  puedeOtorgar,
  quienInvita,
  ROLES,
  type Rol,
} from "@/lib/flujo/permiso";

const actor = (rol: Rol, alcance: readonly string[] | "*" = ["a"]) => ({ rol, alcance });
const CAMBIAN: readonly Accion[] = (Object.keys(PERMISOS) as Accion[]).filter(
  (accion) => !/\.(ver|bajar|descargar|propia|verBandeja|fijar)$/.test(accion),
);

describe("la tabla de permisos", () => {
  it("niega una acción que no conoce", () => {
    expect(puede(actor("administrador", "*"), "todo.borrar" as Accion)).toBe(false);
    expect(puede(actor("administrador", "*"), "constructor" as Accion)).toBe(false);
  });

  it("niega fuera del alcance aunque la función lo permita", () => {
    expect(puede(actor("contraparte_titular"), "plan.ajustar", "a")).toBe(true);
    expect(puede(actor("contraparte_titular"), "plan.ajustar", "b")).toBe(false);
    expect(puede(actor("contraparte_titular", []), "plan.ajustar", "a")).toBe(false);
    expect(puede(actor("coordinacion", "*"), "prorroga.otorgar", "b")).toBe(true);
  });

  it.each(["validador_externo", "lector"] as const)("quien es %s lee y no cambia nada", (rol) => {
    expect(CAMBIAN.filter((accion) => puede(actor(rol), accion))).toEqual([]);
    expect(puede(actor(rol), "documento.descargar")).toBe(true);
    expect(puede(actor(rol), "bitacora.ver")).toBe(rol === "validador_externo");
  });

  it("solo firman los integrantes del Comité, y solo deciden los revisores", () => {
    const quienes = (accion: Accion) =>
      (Object.keys(ROLES) as Rol[]).filter((rol) => puede(actor(rol, "*"), accion));
    expect(quienes("comite.firmar")).toEqual(["integrante_comite"]);
    expect(quienes("revision.decidir")).toEqual(["revisor"]);
    expect(quienes("informe.llenar")).toEqual(["contraparte_titular", "contraparte_suplente"]);
    expect(quienes("tablero.ver")).toEqual(["validador_externo", "coordinacion", "administrador"]);
    // They quote what drafts say, or what the Red says among itself: not the validator's.
    for (const accion of ["analisis.ver", "revision.anotar"] as const)
      expect(quienes(accion)).toEqual(["revisor", "coordinacion", "administrador"]);
    expect(quienes("persona.retirar")).toEqual(["contraparte_titular", "coordinacion", "administrador"]);
    // The coordination uploads only the document that designated a counterpart: nothing of the expediente.
    expect(quienes("persona.adjuntarDesignacion")).toContain("coordinacion");
    for (const accion of ["difusion.llenar", "acta.registrarPapel", "informe.llenar"] as const)
      expect(quienes(accion)).not.toContain("coordinacion");
  });

  it("nadie otorga una función que su lado de la tabla no otorga", () => {
    expect(puedeOtorgar("contraparte_titular", "contraparte_suplente")).toBe(true);
    expect(puedeOtorgar("contraparte_titular", "contraparte_titular")).toBe(false);
    expect(puedeOtorgar("coordinacion", "administrador")).toBe(false);
    expect(puedeOtorgar("lector", "lector")).toBe(false);
  });

  it("a cada función la invita quien la otorga más cerca", () => {
    expect(quienInvita("lector")).toBe("la contraparte de su institución");
    expect(quienInvita("contraparte_suplente")).toBe("la contraparte titular de su institución");
    for (const rol of ["contraparte_titular", "validador_externo", "revisor"] as const)
      expect(quienInvita(rol)).toBe("la coordinación de la Red de Expertos");
    expect(quienInvita("coordinacion")).toBe("la administración de la plataforma");
  });

  it("acotar a una institución ajena deja sin alcance", () => {
    const base = { usuarioId: null, sesionId: null };
    expect(acotarActor({ ...base, alcance: ["a"] as const }, "b").alcance).toEqual([]);
    expect(acotarActor({ ...base, alcance: "*" as const }, "b").alcance).toEqual(["b"]);
  });

  it("firmar pide haber probado la identidad en los últimos cinco minutos", () => {
    const ahora = new Date("2025-06-30T12:00:00Z");
    const hace = (minutos: number) => ({ autenticadaEn: new Date(ahora.getTime() - minutos * 60_000) });
    expect(autenticadaHacePoco(hace(5), ahora)).toBe(true);
    expect(autenticadaHacePoco(hace(5.01), ahora)).toBe(false);
  });
});
