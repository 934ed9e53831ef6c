/** How long each of the two is shown. */
const everyMs = 450;

/** Shows the picture without what lies over it, and with it, in turn. Who wants less motion gets it without. */
export class Flicker {
  #element: HTMLElement | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;

  start(element: HTMLElement): void {
    this.stop();
    this.#element = element;
    const flip = (): void =>
      element.style.setProperty('visibility', element.style.visibility === 'hidden' ? '' : 'hidden');
    flip();
    if (!matchMedia('(prefers-reduced-motion: reduce)').matches) this.#timer = setInterval(flip, everyMs);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#element?.style.setProperty('visibility', '');
  }
}
