const fontSize = 12;
const lineHeight = 18;
const padding = 5;
const widest = 180;

/** How the text of tags looks at one device pixel ratio. Each text is measured once. */
export class TagFace {
  readonly #ratio: number;
  readonly #context: OffscreenCanvasRenderingContext2D | null;
  readonly #shown = new Map<string, {readonly text: string; readonly width: number}>();

  constructor(ratio: number) {
    this.#ratio = ratio;
    this.#context = new OffscreenCanvas(1, 1).getContext('2d');
    if (this.#context) this.#context.font = this.font;
  }

  get font(): string {
    return `500 ${fontSize * this.#ratio}px ui-sans-serif, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif`;
  }

  /** The size of a tag with this text, in whole device pixels. */
  sizeOf(text: string): {readonly width: number; readonly height: number} {
    const {width} = this.#measured(text);
    return {
      width: Math.ceil(width + 2 * padding * this.#ratio),
      height: Math.round(lineHeight * this.#ratio),
    };
  }

  /** Paints a text into the tag whose top left corner is there. */
  paint(context: CanvasRenderingContext2D, text: string, left: number, top: number, color: string): void {
    context.font = this.font;
    context.fillStyle = color;
    context.textAlign = 'left';
    context.textBaseline = 'middle';
    const y = top + Math.round((lineHeight * this.#ratio) / 2) + Math.round(this.#ratio / 2);
    context.fillText(this.#measured(text).text, left + Math.round(padding * this.#ratio), y);
  }

  /** The text, cut when it is very long, and its width in device pixels. */
  #measured(text: string): {readonly text: string; readonly width: number} {
    const known = this.#shown.get(text);
    if (known) return known;
    const width = (part: string): number => this.#context?.measureText(part).width ?? 0;
    const most = widest * this.#ratio;
    let shown = text.slice(0, 200);
    if (shown.length < text.length || width(shown) > most) {
      let length = shown.length;
      while (length > 1 && width(`${text.slice(0, length)}…`) > most) length = Math.floor(length * 0.9);
      shown = `${text.slice(0, length)}…`;
    }
    const measured = {text: shown, width: width(shown)};
    this.#shown.set(text, measured);
    return measured;
  }
}
