import type { Tomo } from "./tomo";

/** What pages place under theirs: a name for each drawing, and the instructions that draw them all. */
export class Fondo {
  private readonly instrucciones: number;

  constructor(
    tomo: Tomo,
    private readonly nombres: readonly string[],
  ) {
    const texto = nombres.map((x) => `/${x} Do`).join("\n");
    this.instrucciones = tomo.agregar(`<<\n  /Length ${texto.length}\n>>`, Buffer.from(texto));
  }

  /** The text of a page with the drawings under it, in the order of their names. */
  poner(pagina: string, dibujos: readonly number[]): string {
    const recursos = `<< ${this.nombres.map((nombre, i) => `/${nombre} ${dibujos[i]} 0 R`).join(" ")}`;
    const conRecursos = pagina.includes("/XObject <<")
      ? pagina.replace("/XObject <<", `/XObject ${recursos}`)
      : pagina.replace("/Resources <<", `/Resources <<\n    /XObject ${recursos} >>`);
    return conRecursos.replace(/\/Contents (\d+ 0 R)/, `/Contents [${this.instrucciones} 0 R $1]`);
  }
}
