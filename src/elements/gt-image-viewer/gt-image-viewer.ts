import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {classMap} from 'lit/directives/class-map.js';
import type {Problem} from '../../base/result.js';
import type {Keymap, ShortcutScope} from '../../editor/keymap.js';
import {uprightSize, type Orientation} from '../../geometry/orientation.js';
import type {ImagePoint, ScreenPoint} from '../../geometry/point.js';
import {imageToScreen, noInset, screenToImage, type Frame, type Inset} from '../../geometry/view.js';
import type {LoadedImage} from '../../media/load-image.js';
import type {ResolveSource} from '../../media/resolve.js';
import {Announcer} from '../shared/announcer.js';
import {controls} from '../shared/controls.styles.js';
import {fillIn} from '../shared/fill-in.js';
import {capsOf} from '../shared/shortcut-list.js';
import {ShortcutsController} from '../shared/shortcuts-controller.js';
import {StringsController} from '../shared/strings-controller.js';
import {tokens} from '../shared/tokens.styles.js';
import {visibleString} from '../shared/visible-text.js';
import {adjustmentsPanel, filterFor, isAdjusted, unadjusted, type Adjustments} from './adjustments.js';
import {DevicePixels} from './device-pixels.js';
import {failurePanel} from './failure-panel.js';
import {imageViewerStyles} from './gt-image-viewer.styles.js';
import {emptyCover, loadingCover, warningList} from './overlays.js';
import {PanZoomGestures} from './pan-zoom-gestures.js';
import {PicturePainter, type Smoothing} from './picture-painter.js';
import {PictureSource, type PictureState} from './picture-source.js';
import {StageView, type ViewPolicy} from './stage-view.js';
import {toolbar} from './toolbar.js';
import {panSteps, viewerKeymap} from './viewer-keymap.js';
import {WheelGestures, type WheelPolicy} from './wheel-gestures.js';

/** One press of a zoom button or key: the same step as a notch of the wheel. */
const zoomStep = 1.2;
const hintMs = 2500;

/** Stages lower than this have no room to keep the toolbar off a fitted picture. */
const roomyHeight = 220;
const margin = 8;
const toolbarRoom = 60;

const defaults = {
  src: '',
  alt: '',
  wheel: 'auto',
  smoothing: 'auto',
  fitMode: 'contain',
  viewPolicy: 'fit',
  drag: 'pan',
  shortcuts: 'all',
  keymap: viewerKeymap,
} as const;

/** Detail of `gt-image-ready`. */
export interface ImageReadyDetail {
  /** Size of the stored pixel grid, before the picture is turned upright. */
  readonly width: number;
  readonly height: number;
  readonly orientation: Orientation;
  /** False when the server keeps the page from reading the picture's bytes and pixels. */
  readonly readable: boolean;
}

/** Detail of `gt-error`. */
export interface ImageErrorDetail {
  readonly code: 'image-load-failed';
  readonly message: string;
  /** The exact reason; its `code` is one of `media/…`. */
  readonly cause: Problem;
}

/** Detail of `gt-skip`. */
export interface ImageSkipDetail {
  /** Why there is nothing to label: the code of the problem, such as `media/expired`. */
  readonly reason: string;
}

/**
 * @summary Shows a picture upright, to look at closely: zoom, move, fit, adjust. Says why when there is none.
 *
 * The picture is loaded once and only displayed; nothing here changes data. Sizes and points are those of the stored
 * pixel grid of the file.
 *
 * @fires {CustomEvent<ImageReadyDetail>} gt-image-ready - The picture is decoded and on screen.
 * @fires {CustomEvent<ImageErrorDetail>} gt-error - The picture cannot be shown; the panel says the same.
 * @fires {CustomEvent<ImageSkipDetail>} gt-skip - The worker gives up on a picture that cannot be shown.
 *
 * @slot toolbar - More buttons at the end of the toolbar.
 *
 * @csspart stage - The area that shows the picture and takes gestures.
 * @csspart picture - The picture itself.
 * @csspart toolbar - The bar with zoom, fit, move and adjustments.
 * @csspart zoom - The read-out of the zoom.
 * @csspart panel - The adjustments.
 * @csspart failure - What stands in the place of a picture that cannot be shown.
 *
 * @cssprop [--gt-stage-background] - What is around the picture.
 * @cssprop [--gt-viewer-min-height=240px] - The least height of the element.
 */
export class GtImageViewer extends LitElement {
  static override styles = [tokens, controls, imageViewerStyles];

  readonly #strings = new StringsController(this);
  readonly #announcer = new Announcer(this);
  readonly #source = new PictureSource(this, (state) => this.#onSource(state));
  readonly #view = new StageView(() => this.#onView());
  readonly #painter = new PicturePainter();
  #gestures: PanZoomGestures | undefined;
  #wheel: WheelGestures | undefined;
  #resize: ResizeObserver | undefined;
  #hintTimer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    new DevicePixels(this, () => this.#paint());
    new ShortcutsController(this, {
      keymap: () => this.keymap,
      scope: () => this.shortcuts,
      run: (command) => this.#run(command),
    });
  }

  /** The reference of the picture: a URL, a path, or anything `resolveSource` understands. */
  @property() src = '';

  /** Turns references into addresses or bytes, for `s3://…` and local files. */
  @property({attribute: false}) resolveSource: ResolveSource | undefined;

  /** What the picture shows, for people who do not see it. */
  @property() alt = '';

  /** What a plain turn of the wheel does: `zoom`, `scroll` (Ctrl or ⌘ zooms), or `auto`: zoom once focused. */
  @property() wheel: WheelPolicy = 'auto';

  /** Turns the direction of the wheel around. */
  @property({type: Boolean, attribute: 'wheel-invert'}) wheelInvert = false;

  /** `auto` shows single pixels above four times their size; `on` never does, `off` always. */
  @property() smoothing: Smoothing = 'auto';

  /** `contain` shows the whole picture, never larger than it is; `fill` enlarges small ones. */
  @property({attribute: 'fit'}) fitMode: 'contain' | 'fill' = 'contain';

  /** What a new picture does to the view: `fit`, `keep-zoom` or `keep-view` (same scale, same place). */
  @property({attribute: 'view'}) viewPolicy: ViewPolicy = 'fit';

  /** What a plain drag does while Move is off: `pan` moves a picture that is larger than the stage. */
  @property() drag: 'pan' | 'none' = 'pan';

  /** The Move tool: any drag moves the picture. */
  @property({type: Boolean, reflect: true}) move = false;

  /** Leaves the toolbar out, for a host that has its own. */
  @property({type: Boolean, attribute: 'without-toolbar'}) withoutToolbar = false;

  /** Which keys work: `all`, `modifier` (no single letters) or `none`. */
  @property() shortcuts: ShortcutScope = 'all';

  /** Commands and their keys. */
  @property({attribute: false}) keymap: Keymap = viewerKeymap;

  @state() private adjustments: Adjustments = unadjusted;
  @state() private areAdjustmentsKept = false;
  @state() private isAdjusting = false;
  @state() private isPanning = false;
  @state() private isHintShown = false;
  @state() private isCopied = false;
  @state() private dismissed: ReadonlySet<string> = new Set();

  @query('.stage') private stage!: HTMLElement;
  @query('.grid') private grid!: HTMLElement;
  @query('.adjust') private adjustButton!: HTMLElement | null;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#watch();
    if (this.src) this.#source.show(this.src, this.resolveSource);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize?.disconnect();
    clearTimeout(this.#hintTimer);
    this.#gestures?.cancel();
    this.#wheel?.cancel();
  }

  /** Lets `moveBefore()` move the element without taking it apart. */
  connectedMoveCallback(): void {}

  protected override willUpdate(changed: PropertyValues<this>): void {
    fillIn<GtImageViewer>(this, defaults);
    if (changed.has('src') || changed.has('resolveSource')) this.#source.show(this.src, this.resolveSource);
    if (changed.has('fitMode')) this.#view.setEnlarge(this.fitMode === 'fill');
  }

  protected override firstUpdated(): void {
    this.#gestures = new PanZoomGestures(this.stage, this.#view, {
      mayDrag: () => this.#mayDrag,
      panning: (isPanning) => (this.isPanning = isPanning),
    });
    this.#wheel = new WheelGestures(this.stage, this.#view, {
      policy: () => this.wheel,
      isInverted: () => this.wheelInvert,
      hasFocus: () => this.matches(':focus-within'),
      pointOf: (event) => this.#gestures!.pointOf(event),
      leftToPage: () => this.#showHint(),
    });
    this.#watch();
  }

  protected override updated(): void {
    this.#paint();
  }

  /** Enlarges the picture by one step around the middle of the stage. */
  zoomIn(): void {
    this.#view.zoomBy(zoomStep);
    this.#announceZoom();
  }

  /** Shrinks the picture by one step around the middle of the stage. */
  zoomOut(): void {
    this.#view.zoomBy(1 / zoomStep);
    this.#announceZoom();
  }

  /** Shows the whole picture. */
  fit(): void {
    this.#view.fit();
    this.#announceZoom();
  }

  /** Shows one picture pixel per CSS pixel. */
  actualSize(): void {
    this.#view.actualSize();
    this.#announceZoom();
  }

  /** Moves the picture by fractions of the stage: `panBy(0.1, 0)` moves it to the right by a tenth of the width. */
  panBy(dx: number, dy: number): void {
    const {width, height} = this.#view.stage;
    this.#view.panBy(dx * width, dy * height);
  }

  /** Turns the Move tool on or off. */
  toggleMove(): void {
    this.move = !this.move;
  }

  /** Opens or closes the picture adjustments. */
  toggleAdjustments(): void {
    this.isAdjusting = !this.isAdjusting && this.#picture !== undefined;
    if (this.isAdjusting) {
      void this.updateComplete.then(() =>
        this.renderRoot.querySelector<HTMLElement>('.panel input')?.focus(),
      );
    }
  }

  /** Gets the picture of an item that comes next, so that it is there at once. Settles when it is decoded or failed. */
  prefetchImage(ref: string): Promise<void> {
    return this.#source.prefetch(ref, this.resolveSource);
  }

  /** The reference of the picture that is on screen; empty while there is none. */
  get shownSrc(): string {
    const {state} = this.#source;
    return state.kind === 'ready' ? state.ref : '';
  }

  /** CSS pixels per picture pixel. */
  get scale(): number {
    return this.#view.view.scale;
  }

  /** Where a point of the stored pixel grid is on the stage, in CSS pixels; nothing while there is no picture. */
  imageToScreen(point: ImagePoint): ScreenPoint | undefined {
    const frame = this.#frame;
    return frame && imageToScreen(this.#view.view, frame, point);
  }

  /** Which point of the stored pixel grid is at a place of the stage; nothing while there is no picture. */
  screenToImage(point: ScreenPoint): ImagePoint | undefined {
    const frame = this.#frame;
    return frame && screenToImage(this.#view.view, frame, point);
  }

  override focus(options?: FocusOptions): void {
    this.stage?.focus(options);
  }

  get #picture(): LoadedImage | undefined {
    const {state} = this.#source;
    return state.kind === 'ready' ? state.picture : undefined;
  }

  get #frame(): Frame | undefined {
    const picture = this.#picture;
    return picture && {stored: picture, orientation: picture.orientation};
  }

  get #mayDrag(): boolean {
    return this.move || (this.drag === 'pan' && this.#view.isOverflowing);
  }

  get #percent(): string {
    const {scale} = this.#view.view;
    const digits = scale < 0.1 ? 1 : 0;
    return scale.toLocaleString(this.#strings.language, {style: 'percent', maximumFractionDigits: digits});
  }

  /** Room that a fitted picture leaves, so that the toolbar covers nothing of it. */
  get #inset(): Inset {
    const {offsetWidth, offsetHeight} = this.stage;
    if (offsetHeight < roomyHeight || offsetWidth < roomyHeight) return noInset;
    const bottom = this.withoutToolbar ? margin : toolbarRoom;
    return {top: margin, right: margin, bottom, left: margin};
  }

  #watch(): void {
    this.#resize ??= new ResizeObserver(() => this.#measure());
    this.#resize.observe(this.stage);
  }

  #measure(): void {
    const {offsetWidth: width, offsetHeight: height} = this.stage;
    this.#view.setStage({width, height}, this.#inset);
  }

  #onView(): void {
    this.#paint();
    this.requestUpdate();
  }

  #paint(): void {
    const picture = this.#picture;
    if (!picture || !this.grid) return;
    this.#painter.paint({
      element: picture.element,
      grid: this.grid,
      size: uprightSize(picture, picture.orientation),
      stage: this.#view.stage,
      view: this.#view.view,
      smoothing: this.smoothing,
      filter: isAdjusted(this.adjustments) ? filterFor(this.adjustments) : '',
    });
  }

  #onSource(state: PictureState): void {
    this.#gestures?.cancel();
    this.#wheel?.cancel();
    this.isCopied = false;
    this.dismissed = new Set();
    switch (state.kind) {
      case 'ready':
        return this.#onReady(state.picture);
      case 'failed':
        this.#view.setPicture(undefined);
        this.#dispatch<ImageErrorDetail>('gt-error', {
          code: 'image-load-failed',
          message: state.problem.message,
          cause: state.problem,
        });
        return;
      default:
        this.isAdjusting = false;
        if (!this.areAdjustmentsKept) this.adjustments = unadjusted;
        this.#view.setPicture(undefined);
    }
  }

  #onReady(picture: LoadedImage): void {
    const {element, width, height, orientation, readable, blob} = picture;
    element.classList.add('picture');
    element.classList.toggle('transparent', blob?.type !== 'image/jpeg');
    element.setAttribute('part', 'picture');
    element.setAttribute('aria-hidden', 'true');
    if (element instanceof HTMLImageElement) element.alt = '';
    this.#view.setPicture(uprightSize(picture, orientation), this.viewPolicy);
    void this.updateComplete.then(() => {
      if (this.#picture !== picture) return;
      this.#dispatch<ImageReadyDetail>('gt-image-ready', {width, height, orientation, readable});
    });
  }

  #dispatch<Detail>(name: string, detail: Detail): void {
    this.dispatchEvent(new CustomEvent<Detail>(name, {bubbles: true, composed: true, detail}));
  }

  readonly #commands: Readonly<Record<string, () => void>> = {
    'zoom-in': () => this.zoomIn(),
    'zoom-out': () => this.zoomOut(),
    fit: () => this.fit(),
    'actual-size': () => this.actualSize(),
    adjustments: () => this.toggleAdjustments(),
  };

  #run(command: string): boolean {
    if (!this.#picture) return false;
    const step = panSteps[command];
    if (step) {
      if (this.shadowRoot?.activeElement !== this.stage) return false;
      this.panBy(...step);
      return true;
    }
    const act = this.#commands[command];
    act?.();
    return act !== undefined;
  }

  #announceZoom(): void {
    if (this.#picture) this.#announcer.announce(this.#strings.text.viewer.zoomed(this.#percent));
  }

  #keyOf(command: string): string | undefined {
    if (this.shortcuts !== 'all') return undefined;
    return this.keymap.find((binding) => binding.command === command)?.keys[0];
  }

  #showHint(): void {
    this.isHintShown = true;
    clearTimeout(this.#hintTimer);
    this.#hintTimer = setTimeout(() => (this.isHintShown = false), hintMs);
  }

  readonly #retry = (): void => {
    // The button goes away with the panel; the focus must not fall back to the page.
    this.stage.focus({preventScroll: true});
    this.#source.retry();
  };

  readonly #skip = (): void => {
    const {state} = this.#source;
    if (state.kind === 'failed') this.#dispatch<ImageSkipDetail>('gt-skip', {reason: state.problem.code});
  };

  readonly #copy = async (line: string): Promise<void> => {
    try {
      await navigator.clipboard.writeText(line);
      this.isCopied = true;
    } catch {
      // Pages without https, or without the permission, may not write; the line can be selected by hand.
      const code = this.renderRoot.querySelector('.technical code');
      if (code) getSelection()?.selectAllChildren(code);
    }
  };

  readonly #closePanel = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    this.isAdjusting = false;
    this.adjustButton?.focus();
  };

  protected override render(): TemplateResult {
    const {state} = this.#source;
    const picture = this.#picture;
    const text = this.#strings.text.viewer;
    const stageClasses = {
      stage: true,
      draggable: picture !== undefined && this.#mayDrag,
      panning: this.isPanning,
    };
    return html`
      <div
        class=${classMap(stageClasses)}
        part="stage"
        role="application"
        tabindex=${picture ? 0 : -1}
        aria-label=${visibleString(this.alt) || text.picture}
        aria-roledescription=${text.role}
        aria-describedby=${picture && this.shortcuts === 'all' ? 'keys' : nothing}
        aria-busy=${state.kind === 'loading'}
        @pointerdown=${this.#onStagePress}
      >
        ${picture?.element ?? nothing}
        <div class="grid" hidden></div>
      </div>
      ${this.#renderCover(state)} ${picture ? this.#renderWarnings(picture) : nothing}
      ${this.isHintShown && picture ? html`<div class="hint">${text.wheelHint(this.#controlKey)}</div>` : nothing}
      ${picture && !this.withoutToolbar ? this.#renderToolbar() : nothing}
      ${picture && this.isAdjusting ? this.#renderPanel() : nothing}
      <div id="keys" hidden>${text.keys}</div>
      ${this.#announcer.region}
    `;
  }

  readonly #onStagePress = (): void => {
    this.isAdjusting = false;
    this.isHintShown = false;
  };

  /** What the key for Ctrl or ⌘ is called on this person's keyboard. */
  get #controlKey(): string {
    return capsOf('Ctrl', this.#strings.text.shortcuts.keys).join('');
  }

  #renderCover(state: PictureState): TemplateResult | typeof nothing {
    const text = this.#strings.text.viewer;
    switch (state.kind) {
      case 'ready':
        return nothing;
      case 'empty':
        return emptyCover(text);
      case 'loading':
        return loadingCover(text);
      case 'failed':
        return html`<div class="cover">
          ${failurePanel({
            strings: this.#strings.text,
            problem: state.problem,
            ref: state.ref,
            isCopied: this.isCopied,
            retry: this.#retry,
            skip: this.#skip,
            copy: (line) => void this.#copy(line),
          })}
        </div>`;
    }
  }

  #renderWarnings({warnings}: LoadedImage): TemplateResult | typeof nothing {
    const shown = warnings.filter(({code}) => !this.dismissed.has(code));
    return warningList(this.#strings.text, shown, (code) => {
      this.dismissed = new Set([...this.dismissed, code]);
    });
  }

  #renderToolbar(): TemplateResult {
    return toolbar({
      text: this.#strings.text.viewer,
      percent: this.#percent,
      isMoving: this.move,
      isAdjusting: this.isAdjusting,
      isAdjusted: isAdjusted(this.adjustments),
      keyOf: (command) => this.#keyOf(command),
      zoomOut: () => this.zoomOut(),
      zoomIn: () => this.zoomIn(),
      actualSize: () => this.actualSize(),
      fit: () => this.fit(),
      toggleMove: () => this.toggleMove(),
      toggleAdjustments: () => this.toggleAdjustments(),
    });
  }

  #renderPanel(): TemplateResult {
    const text = this.#strings.text.viewer;
    return html`
      <div class="panel" part="panel" role="group" aria-label=${text.adjust} @keydown=${this.#closePanel}>
        ${adjustmentsPanel({
          text,
          value: this.adjustments,
          isKept: this.areAdjustmentsKept,
          change: (value) => (this.adjustments = value),
          keep: (isKept) => (this.areAdjustmentsKept = isKept),
        })}
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gt-image-viewer': GtImageViewer;
  }
  interface HTMLElementEventMap {
    'gt-image-ready': CustomEvent<ImageReadyDetail>;
  }
}
