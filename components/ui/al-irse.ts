/**
 * Ref of a button: if it goes away while it has the focus, the heading of the page takes it. Left in <body>, the next key
 * would begin the page again.
 */
export const alIrse = (boton: HTMLButtonElement) => () => {
  if (document.activeElement === boton)
    queueMicrotask(() => {
      const titulo = document.querySelector("h1");
      if (!titulo || document.activeElement !== document.body) return;
      titulo.tabIndex = -1;
      titulo.focus({ preventScroll: true });
    });
};
