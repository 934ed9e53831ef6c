/** True when a slot shows something: an element, or text that is not just blank. */
export function hasContent(slot: HTMLSlotElement | null | undefined): boolean {
  return (slot?.assignedNodes({flatten: true}) ?? []).some(
    (node) => node instanceof Element || (node.textContent ?? '').trim() !== '',
  );
}

/** A short fingerprint (FNV-1a, 32 bits) of what slots show: their text and the addresses of their pictures. */
export function fingerprint(slots: readonly (HTMLSlotElement | null)[]): string {
  let hash = 0x811c9dc5;
  const mix = (text: string): void => {
    for (let index = 0; index < text.length; index++) {
      hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
    }
  };
  for (const slot of slots) {
    mix('|');
    for (const node of slot?.assignedNodes({flatten: true}) ?? []) {
      mix((node.textContent ?? '').replace(/\s+/g, ' ').trim());
      if (!(node instanceof Element)) continue;
      for (const picture of [node, ...node.querySelectorAll('img')]) mix(picture.getAttribute('src') ?? '');
    }
  }
  return (hash >>> 0).toString(36);
}

/** Elements of a page that hold paragraphs. */
const paragraphs = 'p, li, div, h1, h2, h3, h4, h5, h6, figcaption, blockquote, dt, dd, td, th, pre, section';

/**
 * Lets each paragraph of the page run in the direction of its words, and keeps pictures as wide as the panel at most.
 * Styles of a shadow root reach only the outermost slotted elements, and not even these through a second slot: a
 * photograph of full size would cover the work, and full stops would stand on the wrong side.
 */
export function fitContent(slots: readonly HTMLSlotElement[]): void {
  for (const node of slots.flatMap((slot) => slot.assignedElements({flatten: true}))) {
    for (const element of [node, ...node.querySelectorAll(paragraphs)]) {
      if (element instanceof HTMLElement && element.dir === '') element.style.unicodeBidi ||= 'plaintext';
    }
    for (const {style} of node.querySelectorAll('img')) {
      style.maxInlineSize ||= '100%';
      style.blockSize ||= 'auto';
    }
  }
}
