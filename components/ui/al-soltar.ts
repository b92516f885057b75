/**
 * Whether a pointer is pressed, told by the document itself: leaving a box with a press comes between `pointerdown` and
 * the click.
 */
let apretado = false;
if (typeof document !== "undefined") {
  document.addEventListener("pointerdown", () => (apretado = true), true);
  for (const fin of ["pointerup", "pointercancel", "dragend"])
    document.addEventListener(fin, () => (apretado = false), true);
}

/**
 * Does something once the press under way, if any, has become its click. What grows or shrinks the page when a box is
 * left must go through here: the button being pressed would move from under the pointer, and its click would be lost.
 */
export function alSoltar(hacer: () => void): void {
  // The click is dispatched in the same task as the release (and a tap's, in that of its blur).
  const despues = () => setTimeout(hacer, 0);
  if (!apretado) {
    despues();
    return;
  }
  const control = new AbortController();
  const soltar = () => {
    control.abort();
    despues();
  };
  for (const fin of ["pointerup", "pointercancel", "dragend"])
    document.addEventListener(fin, soltar, { capture: true, signal: control.signal });
}
