// Not its buttons: the first of a group may be the door to its history.
const CONTROL = "input, select, textarea";

/** The part of the page with an id; of `tarjeta/campo`, the field of a card whose own id begins or ends so. */
function partePor(id: string): HTMLElement | null {
  const exacta = document.getElementById(id);
  if (exacta) return exacta;
  const corte = id.lastIndexOf("/");
  const tarjeta = corte > 0 ? document.getElementById(id.slice(0, corte)) : null;
  const campo = CSS.escape(id.slice(corte + 1));
  return tarjeta?.querySelector<HTMLElement>(`[id$="/${campo}"], [id^="${campo}-"]`) ?? tarjeta;
}

/**
 * Brings a field, a group of them or a part of the page into view with its label, unfolding what hides it, and gives it
 * the focus. The browser would bring the control alone, and a link inside the application moves no focus.
 * @param id of the control, of the fieldset of a group or of the part; not encoded
 * @returns whether it is in the page
 */
export function llegarA(id: string): boolean {
  const parte = partePor(id);
  if (!parte) return false;
  for (let padre = parte.parentElement; padre; padre = padre.parentElement) {
    if (padre instanceof HTMLDetailsElement) padre.open = true;
  }
  const rotulo = document.querySelector(`label[for="${CSS.escape(parte.id)}"]`);
  (rotulo ?? parte).scrollIntoView({ block: "start" });
  const esGrupo = parte instanceof HTMLFieldSetElement;
  const control = parte.matches(CONTROL) ? parte : esGrupo ? parte.querySelector<HTMLElement>(CONTROL) : null;
  // A card takes the focus too, so that the next key goes on from there.
  if (!control && parte.tabIndex < 0) parte.tabIndex = -1;
  (control ?? parte).focus({ preventScroll: true });
  return true;
}

/** The id that the fragment of an address names; null without one. */
export function idDeFragmento(fragmento: string): string | null {
  try {
    return fragmento.length > 1 ? decodeURIComponent(fragmento.slice(1)) : null;
  } catch {
    return null;
  }
}
