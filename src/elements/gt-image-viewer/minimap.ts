import {toUpright} from '../../geometry/orientation.js';
import type {Point, ScreenPoint, Size} from '../../geometry/point.js';
import {uprightSize} from '../../geometry/orientation.js';
import type {Sight} from '../../geometry/sight.js';
import {downscaleAside} from '../../media/downscale.js';
import type {LoadedImage} from '../../media/load-image.js';
import type {Strings} from '../../strings/strings.js';
import type {StageLayer} from './stage-layer.js';
import type {StageView} from './stage-view.js';

/** The width of the map, and the most it may be high, in CSS pixels. */
const mapWidth = 160;
const mostHeight = 200;
const dotSize = 3;

function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  element.className = className;
  return element;
}

/** The whole picture in small, with a frame around what the stage shows. The frame can be dragged; a click jumps. */
export class Minimap {
  readonly element = make('div', 'minimap');
  readonly #map = make('div', 'map');
  readonly #canvas = make('canvas', '');
  readonly #frame = make('div', 'frame');
  readonly #button = make('button', 'button icon quiet');
  readonly #view: StageView;
  readonly #size: Size;
  readonly #abort = new AbortController();
  #text: Strings['viewer'];
  #thumbnail: CanvasImageSource | undefined;
  #sight: Sight;
  /** From the pointer to the middle of the frame, while it is dragged. */
  #grip: ScreenPoint | undefined;

  constructor(view: StageView, picture: LoadedImage, sight: Sight, text: Strings['viewer']) {
    this.#view = view;
    this.#sight = sight;
    this.#text = text;
    const upright = uprightSize(picture, picture.orientation);
    const scale = Math.min(mapWidth / upright.width, mostHeight / upright.height);
    this.#size = {
      width: Math.max(8, Math.round(upright.width * scale)),
      height: Math.max(8, Math.round(upright.height * scale)),
    };
    this.#build();
    void this.#draw(picture);
  }

  /** Follows the view, and says its words in the language of now. */
  look(sight: Sight, text: Strings['viewer']): void {
    this.#sight = sight;
    if (text !== this.#text) {
      this.#text = text;
      this.#name();
    }
    const {view, stage} = sight;
    const {x, y} = this.#perPixel;
    const left = Math.max(0, -view.x / view.scale) * x;
    const top = Math.max(0, -view.y / view.scale) * y;
    const right = Math.min(this.#size.width, ((stage.width - view.x) / view.scale) * x);
    const bottom = Math.min(this.#size.height, ((stage.height - view.y) / view.scale) * y);
    const {style} = this.#frame;
    style.setProperty('translate', `${left}px ${top}px`);
    style.setProperty('width', `${Math.max(4, right - left)}px`);
    style.setProperty('height', `${Math.max(4, bottom - top)}px`);
  }

  /** Draws the shapes anew, as dots. */
  mark(layer: StageLayer | undefined): void {
    const context = this.#canvas.getContext('2d');
    if (!context) return;
    const {stored, orientation} = this.#sight.frame;
    const {x, y} = this.#perPixel;
    const ratio = this.#canvas.width / this.#size.width;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, this.#size.width, this.#size.height);
    if (this.#thumbnail) context.drawImage(this.#thumbnail, 0, 0, this.#size.width, this.#size.height);
    for (const mark of layer?.marks?.() ?? []) {
      const at = toUpright(mark, stored, orientation);
      context.fillStyle = mark.color;
      context.fillRect(at.x * x - dotSize / 2, at.y * y - dotSize / 2, dotSize, dotSize);
    }
  }

  release(): void {
    this.#abort.abort();
    this.element.remove();
    if (this.#thumbnail instanceof ImageBitmap) this.#thumbnail.close();
    this.#thumbnail = undefined;
    this.#canvas.width = 0;
  }

  get #perPixel(): Point {
    const {stored, orientation} = this.#sight.frame;
    const {width, height} = uprightSize(stored, orientation);
    return {x: this.#size.width / width, y: this.#size.height / height};
  }

  #build(): void {
    const {width, height} = this.#size;
    const ratio = globalThis.devicePixelRatio || 1;
    this.element.setAttribute('part', 'minimap');
    this.element.setAttribute('role', 'group');
    this.#canvas.width = Math.round(width * ratio);
    this.#canvas.height = Math.round(height * ratio);
    this.#map.style.setProperty('width', `${width}px`);
    this.#map.style.setProperty('height', `${height}px`);
    this.#map.setAttribute('aria-hidden', 'true');
    this.#map.append(this.#canvas, this.#frame);
    this.#button.type = 'button';
    this.element.append(this.#map, this.#button);
    this.#button.addEventListener('click', () => {
      this.#map.hidden = !this.#map.hidden;
      this.#name();
    });
    this.#map.addEventListener('pointerdown', this.#onDown);
    this.#map.addEventListener('pointermove', this.#onMove);
    for (const end of ['pointerup', 'pointercancel', 'lostpointercapture'])
      this.#map.addEventListener(end, () => (this.#grip = undefined));
    this.#name();
  }

  #name(): void {
    this.element.setAttribute('aria-label', this.#text.overview);
    this.#button.setAttribute('aria-label', this.#text.overview);
    this.#button.setAttribute('aria-expanded', String(!this.#map.hidden));
  }

  /** Decodes beside the page: drawing a large `<img>` would stop it. */
  async #draw(picture: LoadedImage): Promise<void> {
    const {width, height} = this.#canvas;
    const {element, blob} = picture;
    const isSmall = picture.width * picture.height < 2_000_000;
    this.#thumbnail = element;
    if (blob && !isSmall && element instanceof HTMLImageElement) {
      try {
        this.#thumbnail = await downscaleAside({blob, width, height}, this.#abort.signal);
      } catch {
        // Without memory for a thumbnail, the map shows the frame and the dots.
        this.#thumbnail = undefined;
      }
    }
    if (this.#abort.signal.aborted) {
      if (this.#thumbnail instanceof ImageBitmap) this.#thumbnail.close();
      this.#thumbnail = undefined;
    } else {
      this.element.dispatchEvent(new Event('drawn'));
    }
  }

  /** A place of the window as a place of the map, also where the page scales it. */
  #pointOf(event: PointerEvent): ScreenPoint {
    const box = this.#canvas.getBoundingClientRect();
    return {
      x: ((event.clientX - box.left) / (box.width || 1)) * this.#size.width,
      y: ((event.clientY - box.top) / (box.height || 1)) * this.#size.height,
    };
  }

  readonly #onDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const at = this.#pointOf(event);
    const middle = this.#middle();
    const isOnFrame = event.composedPath()[0] === this.#frame;
    this.#grip = isOnFrame ? {x: middle.x - at.x, y: middle.y - at.y} : {x: 0, y: 0};
    this.#map.setPointerCapture(event.pointerId);
    this.#view.remember();
    if (!isOnFrame) this.#goTo(at);
  };

  readonly #onMove = (event: PointerEvent): void => {
    if (!this.#grip) return;
    const at = this.#pointOf(event);
    this.#goTo({x: at.x + this.#grip.x, y: at.y + this.#grip.y});
  };

  /** What of the map is in the middle of the stage. */
  #middle(): ScreenPoint {
    const {view, stage} = this.#sight;
    const {x, y} = this.#perPixel;
    return {
      x: ((stage.width / 2 - view.x) / view.scale) * x,
      y: ((stage.height / 2 - view.y) / view.scale) * y,
    };
  }

  #goTo(at: ScreenPoint): void {
    const {view, stage} = this.#view;
    const {x, y} = this.#perPixel;
    const toX = stage.width / 2 - (at.x / x) * view.scale;
    const toY = stage.height / 2 - (at.y / y) * view.scale;
    this.#view.panBy(toX - view.x, toY - view.y);
  }
}
