import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Problem} from '../../base/result.js';
import {loadImage, type LoadedImage} from '../../media/load-image.js';
import {PicturesAhead} from '../../media/prefetch.js';
import type {ResolveSource} from '../../media/resolve.js';

/** What there is to show. */
export type PictureState =
  | {readonly kind: 'empty'}
  | {readonly kind: 'loading'; readonly ref: string}
  | {readonly kind: 'ready'; readonly ref: string; readonly picture: LoadedImage}
  | {readonly kind: 'failed'; readonly ref: string; readonly problem: Problem};

/** Gets the picture of a viewer, one at a time, and gives back what is no longer shown. */
export class PictureSource implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #changed: (state: PictureState) => void;
  readonly #ahead = new PicturesAhead();
  #state: PictureState = {kind: 'empty'};
  #abort: AbortController | undefined;
  #ref = '';
  #resolveSource: ResolveSource | undefined;

  /** `changed` is called after every change of the state. */
  constructor(host: ReactiveControllerHost & HTMLElement, changed: (state: PictureState) => void) {
    this.#host = host;
    this.#changed = changed;
    host.addController(this);
  }

  get state(): PictureState {
    return this.#state;
  }

  /** Shows the picture behind a reference. The same reference again changes nothing while it is shown. */
  show(ref: string, resolveSource: ResolveSource | undefined): void {
    const isOther = ref !== this.#ref;
    const isOtherWay = resolveSource !== this.#resolveSource;
    this.#ref = ref;
    this.#resolveSource = resolveSource;
    if (!this.#host.isConnected) return;
    // A page may make a new function for every render; a picture that is there already stays.
    if (isOther || (isOtherWay && this.#state.kind !== 'ready')) this.#load();
  }

  /** Tries again. */
  retry(): void {
    this.#load();
  }

  /** Gets a picture that will be shown soon. */
  async prefetch(ref: string, resolveSource: ResolveSource | undefined): Promise<void> {
    if (ref !== '' && ref !== this.#ref) await this.#ahead.prefetch(ref, {resolveSource});
  }

  hostConnected(): void {
    if (this.#state.kind === 'empty' && this.#ref !== '') this.#load();
  }

  hostDisconnected(): void {
    // An element that is only moved is back before the microtask runs, and keeps its picture.
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      this.#ahead.clear();
      this.#leave({kind: 'empty'});
    });
  }

  #load(): void {
    const ref = this.#ref;
    if (ref === '') return this.#leave({kind: 'empty'});
    this.#leave({kind: 'loading', ref});
    const abort = new AbortController();
    this.#abort = abort;
    void this.#get(ref, abort.signal);
  }

  async #get(ref: string, signal: AbortSignal): Promise<void> {
    const ready = await this.#ahead.take(ref, signal);
    if (ready) return this.#settle({kind: 'ready', ref, picture: ready}, signal);
    if (signal.aborted) return;
    const loaded = await loadImage(ref, {resolveSource: this.#resolveSource, signal});
    if (loaded.ok) this.#settle({kind: 'ready', ref, picture: loaded.value}, signal);
    else if (loaded.problems[0]) this.#settle({kind: 'failed', ref, problem: loaded.problems[0]}, signal);
  }

  #settle(state: PictureState, signal: AbortSignal): void {
    if (!signal.aborted) this.#set(state);
    else if (state.kind === 'ready') state.picture.release();
  }

  #leave(next: PictureState): void {
    this.#abort?.abort();
    const before = this.#state;
    this.#set(next);
    if (before.kind !== 'ready') return;
    const {picture} = before;
    // Taken off the page first: an image without bytes would show as broken.
    void this.#host.updateComplete.then(() => picture.release());
  }

  #set(state: PictureState): void {
    this.#state = state;
    this.#changed(state);
    this.#host.requestUpdate();
  }
}
