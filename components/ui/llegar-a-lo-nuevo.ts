/** Frames that a card just added may take to be drawn. */
const CUADROS = 120;

/** Goes to a card that was just added, as soon as it is drawn, and leaves its first field ready to be written. */
export function llegarALoNuevo(id: string, cuadros = CUADROS): void {
  requestAnimationFrame(() => {
    const tarjeta = document.getElementById(id);
    if (!tarjeta) {
      if (cuadros > 0) llegarALoNuevo(id, cuadros - 1);
      return;
    }
    tarjeta.scrollIntoView({ block: "start" });
    tarjeta.querySelector<HTMLElement>("input, select, textarea")?.focus({ preventScroll: true });
  });
}
