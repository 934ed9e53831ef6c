import {isJsonObject, member, type JsonObject} from '../../base/json.js';
import {numberIn} from '../../base/json-readers.js';
import {pointIn, writtenPoint} from '../../editor/read-drawn.js';
import {largestScale} from '../../geometry/view.js';
import type {GtImageViewer} from '../gt-image-viewer/gt-image-viewer.js';
import type {DraftDetail} from '../shared/task-events.js';

/** What a desk has to keep beyond the page: plain data that only it understands. */
export interface DeskMemory {
  /** What is open and in no step yet; nothing while nothing is. */
  readonly draft: JsonObject | undefined;
  /** Opens that again. What is not understood is left alone. */
  restoreDraft(draft: JsonObject): void;
  /** Tool, label, settings, selection. */
  readonly workplace: JsonObject;
  /** Sets these up again, as far as they are understood and fit. */
  takeWorkplace(workplace: JsonObject): void;
}

/** What a memory needs of its element. */
export interface StageMemoryHost {
  readonly element: HTMLElement;
  desk(): DeskMemory;
  viewer(): GtImageViewer | null;
  /** The picture, and all that the item starts with, is on screen. */
  isThere(): boolean;
  mayDraw(): boolean;
}

/** Changes are told so long after the first of them: four times a second. */
const tellAfterMs = 250;

/**
 * Keeps what is open on a stage, and how it is set up, beyond the page: says when that has changed, for whoever stores
 * it, and puts it back as soon as the picture is there.
 */
export class StageMemory {
  readonly #host: StageMemoryHost;
  /** What was given and waits for its picture. */
  #draft: JsonObject | undefined;
  #workplace: JsonObject | undefined;
  /** Since the workplace was given, a person has pressed something: what they set up themselves is not taken back. */
  #hasActed = false;
  #told = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: StageMemoryHost) {
    this.#host = host;
    for (const type of ['keydown', 'pointerdown'])
      host.element.addEventListener(type, () => (this.#hasActed = true), {capture: true, passive: true});
  }

  get draft(): JsonObject | undefined {
    return this.#draft ?? this.#host.desk().draft;
  }
  set draft(draft: JsonObject | undefined) {
    this.#draft = draft;
  }

  get workplace(): JsonObject {
    if (this.#workplace) return this.#workplace;
    const view = this.#view;
    return {...this.#host.desk().workplace, ...(view && {view})};
  }
  set workplace(workplace: JsonObject | undefined) {
    this.#workplace = workplace;
    this.#hasActed = false;
  }

  /** Something may have changed that is worth keeping. */
  touched(): void {
    // What is given up on the way out of the page would keep the element in memory, and nobody listens any more.
    if (!this.#host.element.isConnected) return;
    this.#timer ??= setTimeout(() => this.#tell(), tellAfterMs);
  }

  /** The element leaves the page. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Another item is opened: what waited for the one before is of no use. */
  forget(): void {
    this.#draft = undefined;
    this.#workplace = undefined;
  }

  /** Puts back what was given, as soon as that is possible. */
  resume(): void {
    const host = this.#host;
    if (!(this.#draft || this.#workplace) || !host.isThere()) return;
    const workplace = this.#workplace;
    this.#workplace = undefined;
    if (workplace && !this.#hasActed) {
      this.#show(workplace);
      host.desk().takeWorkplace(workplace);
    }
    const draft = this.#draft;
    if (!draft || !host.mayDraw()) return;
    this.#draft = undefined;
    host.desk().restoreDraft(draft);
  }

  /** What is seen of the picture; nothing while all of it is. */
  get #view(): JsonObject | undefined {
    const viewer = this.#host.viewer();
    const sight = viewer?.sight;
    if (!viewer || !sight || viewer.isFitted) return undefined;
    const middle = viewer.screenToImage({x: sight.stage.width / 2, y: sight.stage.height / 2});
    return middle && {scale: sight.view.scale, at: writtenPoint(middle)};
  }

  #show(workplace: JsonObject): void {
    const viewer = this.#host.viewer();
    const size = viewer?.sight?.frame.stored;
    const view = member(workplace, 'view');
    if (!viewer || !size || view === undefined || !isJsonObject(view)) return;
    const scale = Math.min(largestScale, numberIn(member(view, 'scale')) ?? 0);
    const at = pointIn(member(view, 'at'), size);
    if (scale > 0 && at) viewer.showAt(scale, at);
  }

  #tell(): void {
    this.#timer = undefined;
    const {draft, workplace} = this;
    const now = JSON.stringify([draft, workplace]);
    if (now === this.#told) return;
    this.#told = now;
    const detail: DraftDetail = {...(draft && {draft}), workplace};
    this.#host.element.dispatchEvent(
      new CustomEvent<DraftDetail>('gt-draft', {bubbles: true, composed: true, detail}),
    );
  }
}
