/**
 * Ref of a button: if it goes away while it has the focus, the nearest heading before it that stays takes it. Left in
 * <body>, the next key would begin the page again.
 */
export const alIrse = (boton: HTMLButtonElement) => () => {
  if (document.activeElement !== boton) return;
  const titulos = [...document.querySelectorAll<HTMLElement>("h1, h2, h3")].filter(
    (titulo) => titulo.compareDocumentPosition(boton) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  queueMicrotask(() => {
    // One that went away too, or is folded, takes nothing; whoever took it meanwhile keeps it.
    for (const titulo of titulos.reverse()) {
      if (document.activeElement !== document.body) return;
      titulo.tabIndex = -1;
      titulo.focus({ preventScroll: true });
    }
  });
};
