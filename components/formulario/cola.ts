import type { ValorCampo } from "@/lib/flujo/campo";
import { almacen, type Entrada } from "./almacen";
import type { Envio, Respuesta } from "./transporte";

/** What the person is told of their work: `EstadoGuardado` shows it. */
export type EstadoCola =
  | { readonly tipo: "guardado"; readonly en: number | null }
  | { readonly tipo: "guardando" }
  | { readonly tipo: "sin-conexion" }
  | { readonly tipo: "sin-sesion" }
  | { readonly tipo: "sobrecarga" }
  | { readonly tipo: "detenido"; readonly cuantos: number };

const ESPERA_TECLEO_MS = 700;
const ESPERA_MAXIMA_MS = 30_000;
const POR_ENVIO = 20;

/**
 * Keeps what a person types until the server acknowledges it. Each change goes to IndexedDB first and to the
 * network after; a later change to the same field replaces the earlier and keeps its base. One per person and
 * institution; several tabs may hold one each, since saving the same change twice is the same as once.
 */
export class Cola {
  private readonly entradas = new Map<string, Entrada>();
  /** Last value the server acknowledged to this tab, until a newer render of the page brings its own. */
  private readonly aceptados = new Map<string, ValorCampo>();
  private readonly oyentes = new Set<() => void>();
  private estado: EstadoCola = { tipo: "guardado", en: null };
  private reloj: ReturnType<typeof setTimeout> | undefined;
  private enviando = false;
  private fallas = 0;
  private escrituras: Promise<unknown> = Promise.resolve();

  constructor(
    readonly usuario: string,
    readonly institucion: string,
    private readonly enviar: (entradas: readonly Entrada[], alCerrar: boolean) => Promise<Envio>,
    private readonly alGuardar: () => void,
  ) {}

  /** Brings back what an earlier visit left unsent, and sends it. */
  async recuperar(): Promise<void> {
    for (const entrada of await almacen.leer(this.usuario, this.institucion))
      if (!this.entradas.has(entrada.lugar)) this.entradas.set(entrada.lugar, entrada);
    this.resumir();
    this.vaciar();
  }

  readonly suscribir = (oyente: () => void): (() => void) => {
    this.oyentes.add(oyente);
    return () => this.oyentes.delete(oyente);
  };

  readonly verEstado = (): EstadoCola => this.estado;
  verEntrada(lugar: string): Entrada | undefined {
    return this.entradas.get(lugar);
  }
  verAceptado(lugar: string): ValorCampo | undefined {
    return this.aceptados.get(lugar);
  }
  verDetenidas(): Entrada[] {
    return [...this.entradas.values()].filter((entrada) => entrada.detenida);
  }
  verTodas(): Entrada[] {
    return [...this.entradas.values()];
  }

  /** A newer render of the page speaks for the server from now on. */
  olvidarAceptado(lugar: string): void {
    if (this.aceptados.delete(lugar)) this.avisar();
  }

  escribir(lugar: string, base: ValorCampo, valor: ValorCampo): void {
    const previa = this.entradas.get(lugar);
    this.anotar({
      usuario: this.usuario,
      institucion: this.institucion,
      lugar,
      base: previa ? previa.base : base,
      valor,
      escritoEn: Date.now(),
      ...(previa?.detenida && { detenida: previa.detenida }),
    });
    this.resumir();
    this.programar(ESPERA_TECLEO_MS);
  }

  /** Ends a conflict: the person keeps their text over the other's, or lets theirs go. */
  resolver(lugar: string, eleccion: "mio" | "ajeno"): void {
    const entrada = this.entradas.get(lugar);
    if (entrada?.detenida?.motivo !== "conflicto") return;
    const { detenida, ...resto } = entrada;
    if (eleccion === "mio") this.anotar({ ...resto, base: detenida.actual });
    else {
      this.aceptados.set(lugar, detenida.actual);
      this.descartar(lugar);
    }
    this.resumir();
    this.vaciar();
  }

  descartar(lugar: string): void {
    const entrada = this.entradas.get(lugar);
    if (!entrada) return;
    this.entradas.delete(lugar);
    this.escribirEnAlmacen(() => almacen.quitar(entrada));
    this.resumir();
  }

  /** Sends what waits, now. `alCerrar`: the page is going away, so the request must outlive it. */
  vaciar(alCerrar = false): void {
    clearTimeout(this.reloj);
    if (this.enviando && !alCerrar) return;
    const lote = [...this.entradas.values()].filter((entrada) => !entrada.detenida).slice(0, POR_ENVIO);
    if (lote.length === 0) {
      this.resumir();
      return;
    }
    this.enviando = true;
    this.resumir();
    this.escrituras
      .then(() => this.enviar(lote, alCerrar))
      .then((envio) => this.recibir(lote, envio))
      .finally(() => {
        this.enviando = false;
        this.resumir();
        if (this.fallas === 0 && this.entradas.size > 0) this.programar(0);
      });
  }

  private recibir(lote: readonly Entrada[], envio: Envio): void {
    if (envio.tipo !== "respondido") {
      this.fallas += 1;
      this.estado = { tipo: envio.tipo };
      this.avisar();
      const espera = Math.min(ESPERA_MAXIMA_MS, 1000 * 2 ** Math.min(this.fallas, 5));
      this.programar(espera * (0.5 + Math.random() / 2));
      return;
    }
    this.fallas = 0;
    for (const entrada of lote) {
      const respuesta = envio.respuestas[entrada.lugar];
      if (respuesta) this.aplicar(entrada, respuesta);
    }
    this.alGuardar();
  }

  private aplicar(enviada: Entrada, respuesta: Respuesta): void {
    const ahora = this.entradas.get(enviada.lugar);
    if (respuesta.estado === "guardado") {
      this.aceptados.set(enviada.lugar, respuesta.valor);
      if (ahora && ahora.valor === enviada.valor) this.descartar(enviada.lugar);
      else if (ahora) this.anotar({ ...ahora, base: respuesta.valor });
      this.estado = { tipo: "guardado", en: Date.now() };
    } else if (ahora) {
      const detenida =
        respuesta.estado === "conflicto"
          ? ({
              motivo: "conflicto",
              actual: respuesta.actual,
              autor: respuesta.autor,
              en: respuesta.en,
            } as const)
          : ({ motivo: "cerrado", mensaje: respuesta.mensaje } as const);
      this.anotar({ ...ahora, detenida });
    }
  }

  private anotar(entrada: Entrada): void {
    this.entradas.set(entrada.lugar, entrada);
    this.escribirEnAlmacen(() => almacen.guardar(entrada));
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
    const detenidas = this.verDetenidas().length;
    const esperan = this.entradas.size - detenidas;
    if (esperan > 0 && this.fallas === 0) this.estado = { tipo: "guardando" };
    else if (esperan === 0 && detenidas > 0) this.estado = { tipo: "detenido", cuantos: detenidas };
    else if (esperan === 0 && this.estado.tipo !== "guardado")
      this.estado = { tipo: "guardado", en: Date.now() };
    this.avisar();
  }

  private avisar(): void {
    for (const oyente of this.oyentes) oyente();
  }
}
