/** What a stage puts over the picture: as large as it, let through by pointers, and passed over by screen readers. */
export function stageElement(...layers: readonly Element[]): HTMLElement {
  const element = document.createElement('div');
  element.setAttribute('aria-hidden', 'true');
  const {style} = element;
  style.setProperty('position', 'absolute');
  style.setProperty('inset', '0');
  style.setProperty('contain', 'strict');
  style.setProperty('direction', 'ltr');
  style.setProperty('pointer-events', 'none');
  element.append(...layers);
  return element;
}
