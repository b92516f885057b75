import type { ValorCampo } from "@/lib/flujo/campo";
import type { Almacen, Entrada } from "./almacen";
import { mismo } from "./mismo";
import type { Envio, Respuesta } from "./transporte";

/** What the person is told of their work: `EstadoGuardado` shows it. */
export type EstadoCola =
  | { readonly tipo: "guardado"; readonly en: number | null }
  | { readonly tipo: "guardando" }
  | { readonly tipo: "sin-conexion" }
  | { readonly tipo: "sin-sesion" }
  | { readonly tipo: "sobrecarga" }
  | { readonly tipo: "detenido"; readonly cuantos: number };

/** A field whose save the server acknowledged to this tab. */
export type Aceptado = {
  /** As the server keeps it: the base of the next save. */
  readonly valor: ValorCampo;
  /** As the person typed it: what goes on being shown to them. */
  readonly escrito: ValorCampo;
  /** What it replaced: a page drawn from before the save may still bring it, for a while. */
  readonly antes: readonly ValorCampo[];
  readonly en: number;
};

export type Envia = (entradas: readonly Entrada[], alCerrar: boolean) => Promise<Envio>;

type Opciones = {
  readonly usuario: string;
  readonly institucion: string;
  readonly almacen: Almacen;
  readonly enviar: Envia;
  /** Told of each acknowledged batch, and whether the server is under load. */
  readonly alGuardar: (cargaAlta: boolean) => void;
  /** Waits: after the last key, and at most between tries. Shorter in the tests. */
  readonly esperaTecleoMs?: number;
  readonly esperaMaximaMs?: number;
};

const POR_ENVIO = 20;
/** How long a drawing of the page asked before a save may take to arrive. */
const DIBUJO_ATRASADO_MS = 15_000;
/** A request that outlives its page may carry 64 KB: we stay below. */
const LARGO_AL_CERRAR = 60_000;

/**
 * Keeps what a person types until the server acknowledges it. Each change goes to the browser's drawer first and to
 * the network after; a later change to the same field replaces the earlier and keeps its base. One per person and
 * institution; several tabs may hold one each, since saving the same change twice is the same as once.
 */
export class Cola {
  private readonly entradas = new Map<string, Entrada>();
  private readonly aceptados = new Map<string, Aceptado>();
  private readonly oyentes = new Set<() => void>();
  private estado: EstadoCola = { tipo: "guardado", en: null };
  private reloj: ReturnType<typeof setTimeout> | undefined;
  private enviando: Promise<void> | undefined;
  private fallas = 0;
  private escrituras: Promise<unknown> = Promise.resolve();
  /** Kept as one list while nothing changes: React compares it by identity. */
  private detenidas: readonly Entrada[] = [];

  constructor(private readonly opciones: Opciones) {}

  get usuario(): string {
    return this.opciones.usuario;
  }

  /** Brings back what an earlier visit left unsent, and sends it. */
  async recuperar(): Promise<void> {
    const { almacen, usuario, institucion } = this.opciones;
    const guardadas = await almacen.leer(usuario, institucion).catch(() => []);
    for (const entrada of guardadas)
      if (!this.entradas.has(entrada.lugar)) this.entradas.set(entrada.lugar, entrada);
    this.resumir();
    this.vaciar();
  }

  readonly suscribir = (oyente: () => void): (() => void) => {
    this.oyentes.add(oyente);
    return () => this.oyentes.delete(oyente);
  };

  readonly verEstado = (): EstadoCola => this.estado;
  readonly verDetenidas = (): readonly Entrada[] => this.detenidas;
  verEntrada(lugar: string): Entrada | undefined {
    return this.entradas.get(lugar);
  }
  verAceptado(lugar: string): Aceptado | undefined {
    return this.aceptados.get(lugar);
  }
  verTodas(): Entrada[] {
    return [...this.entradas.values()];
  }
  /** Whether something waits for the network (what waits for the person is not counted). */
  espera(): boolean {
    return this.verTodas().some((entrada) => !entrada.detenida);
  }

  /**
   * A newer drawing of the page speaks for the server, unless what it brings is what this tab has just replaced: then
   * it was drawn before the save.
   */
  recibirDelServidor(lugar: string, valor: ValorCampo): void {
    const aceptado = this.aceptados.get(lugar);
    if (!aceptado || mismo(aceptado.valor, valor)) return;
    const esReciente = Date.now() - aceptado.en < DIBUJO_ATRASADO_MS;
    if (esReciente && aceptado.antes.some((antes) => mismo(antes, valor))) return;
    this.aceptados.delete(lugar);
    this.avisar();
  }

  escribir(lugar: string, base: ValorCampo, valor: ValorCampo): void {
    const previa = this.entradas.get(lugar);
    const { usuario, institucion, esperaTecleoMs = 700 } = this.opciones;
    this.anotar({
      usuario,
      institucion,
      lugar,
      base: previa ? previa.base : base,
      valor,
      escritoEn: Date.now(),
      ...(previa?.detenida && { detenida: previa.detenida }),
    });
    this.resumir();
    if (this.fallas === 0) this.programar(esperaTecleoMs);
  }

  /** Ends a conflict: the person keeps their text over the other's, or lets theirs go. */
  resolver(lugar: string, eleccion: "mio" | "ajeno"): void {
    const entrada = this.entradas.get(lugar);
    if (entrada?.detenida?.motivo !== "conflicto") return;
    const { detenida, ...resto } = entrada;
    if (eleccion === "mio") this.anotar({ ...resto, base: detenida.actual });
    else {
      this.aceptar(lugar, detenida.actual, detenida.actual, entrada.base);
      this.descartar(lugar);
    }
    this.resumir();
    this.vaciar();
  }

  /** Tries again what was closed: an extension may have been granted, or the plan reopened. */
  reintentar(lugar: string): void {
    const entrada = this.entradas.get(lugar);
    if (!entrada?.detenida) return;
    const { detenida: _, ...resto } = entrada;
    this.anotar(resto);
    this.resumir();
    this.vaciar();
  }

  descartar(lugar: string): void {
    const entrada = this.entradas.get(lugar);
    if (!entrada) return;
    this.entradas.delete(lugar);
    this.escribirEnAlmacen(() => this.opciones.almacen.quitar(entrada));
    this.resumir();
  }

  /** Forgets what was typed in the fields whose address begins so: what they belonged to is no more. */
  descartarBajo(prefijo: string): void {
    for (const { lugar } of this.verTodas()) if (lugar.startsWith(prefijo)) this.descartar(lugar);
    for (const lugar of this.aceptados.keys()) if (lugar.startsWith(prefijo)) this.aceptados.delete(lugar);
    this.avisar();
  }

  /** Sends what waits and answers once it has been tried: before an action that must see it saved. */
  async terminar(): Promise<boolean> {
    for (let intento = 0; intento < 3 && this.espera(); intento++) {
      this.vaciar();
      await this.enviando;
    }
    return !this.espera();
  }

  /** Sends what waits, now. `alCerrar`: the page is going away, so the request must outlive it. */
  vaciar(alCerrar = false): void {
    clearTimeout(this.reloj);
    if (this.enviando && !alCerrar) return;
    const lote = this.lote(alCerrar);
    if (lote.length === 0) {
      this.resumir();
      return;
    }
    const vuelta = this.escrituras
      .then(() => this.opciones.enviar(lote, alCerrar))
      .then((envio) => this.recibir(lote, envio))
      .finally(() => {
        if (this.enviando === vuelta) this.enviando = undefined;
        this.resumir();
        if (this.fallas === 0 && this.espera()) this.programar(0);
      });
    this.enviando = vuelta;
    this.resumir();
  }

  private lote(alCerrar: boolean): Entrada[] {
    const esperan = this.verTodas().filter((entrada) => !entrada.detenida);
    if (!alCerrar) return esperan.slice(0, POR_ENVIO);
    let largo = 0;
    return esperan.filter(({ base, valor }) => {
      largo += JSON.stringify([base, valor]).length * 2;
      return largo < LARGO_AL_CERRAR;
    });
  }

  private recibir(lote: readonly Entrada[], envio: Envio): void {
    if (envio.tipo !== "respondido") {
      this.fallas += 1;
      this.estado = { tipo: envio.tipo };
      this.avisar();
      const { esperaMaximaMs = 30_000 } = this.opciones;
      const espera = Math.min(esperaMaximaMs, 1000 * 2 ** Math.min(this.fallas, 5));
      // Never before the server asked, and not all at that same instant.
      const pedida = envio.tipo === "sobrecarga" ? Math.min(esperaMaximaMs, envio.esperaMs) : 0;
      this.programar(Math.max(espera * (0.5 + Math.random() / 2), pedida * (1 + Math.random() / 4)));
      return;
    }
    this.fallas = 0;
    for (const entrada of lote) {
      const respuesta = envio.respuesta(entrada);
      if (respuesta) this.aplicar(entrada, respuesta);
    }
    this.opciones.alGuardar(envio.cargaAlta ?? false);
  }

  private aplicar(enviada: Entrada, respuesta: Respuesta): void {
    const ahora = this.entradas.get(enviada.lugar);
    if (respuesta.estado === "guardado") {
      this.aceptar(enviada.lugar, respuesta.valor, enviada.valor, enviada.base);
      if (ahora && mismo(ahora.valor, enviada.valor)) this.descartar(enviada.lugar);
      else if (ahora) this.anotar({ ...ahora, base: respuesta.valor });
      this.estado = { tipo: "guardado", en: Date.now() };
      return;
    }
    if (!ahora) return;
    const detenida =
      respuesta.estado === "conflicto"
        ? ({
            motivo: "conflicto",
            actual: respuesta.actual,
            autor: respuesta.autor,
            propio: respuesta.propio,
            en: respuesta.en,
          } as const)
        : ({ motivo: "cerrado", mensaje: respuesta.mensaje } as const);
    this.anotar({ ...ahora, detenida });
  }

  private aceptar(lugar: string, valor: ValorCampo, escrito: ValorCampo, antes: ValorCampo): void {
    const previos = this.aceptados.get(lugar);
    const anteriores = previos ? [...previos.antes, previos.valor] : [antes];
    this.aceptados.set(lugar, {
      valor,
      escrito,
      antes: anteriores.filter((uno) => !mismo(uno, valor)).slice(-8),
      en: Date.now(),
    });
  }

  private anotar(entrada: Entrada): void {
    this.entradas.set(entrada.lugar, entrada);
    this.escribirEnAlmacen(() => this.opciones.almacen.guardar(entrada));
  }

  /** In order, and without stopping at a browser that keeps nothing (private windows): the network still serves. */
  private escribirEnAlmacen(accion: () => Promise<void>): void {
    this.escrituras = this.escrituras.then(accion).catch(() => undefined);
  }

  private programar(ms: number): void {
    clearTimeout(this.reloj);
    this.reloj = setTimeout(() => this.vaciar(), ms);
  }

  private resumir(): void {
    const detenidas = this.verTodas().filter((entrada) => entrada.detenida).length;
    const esperan = this.entradas.size - detenidas;
    if (esperan > 0 && this.fallas === 0) this.estado = { tipo: "guardando" };
    else if (esperan === 0 && detenidas > 0) this.estado = { tipo: "detenido", cuantos: detenidas };
    else if (esperan === 0 && this.estado.tipo !== "guardado")
      this.estado = { tipo: "guardado", en: Date.now() };
    this.avisar();
  }

  private avisar(): void {
    const detenidas = this.verTodas().filter((entrada) => entrada.detenida);
    if (detenidas.length !== this.detenidas.length || detenidas.some((una, i) => una !== this.detenidas[i]))
      this.detenidas = detenidas;
    for (const oyente of this.oyentes) oyente();
  }
}
