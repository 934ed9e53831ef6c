import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {classMap} from 'lit/directives/class-map.js';
import type {Problem} from '../../base/result.js';
import type {Box} from '../../geometry/box.js';
import type {Keymap, ShortcutScope} from '../../editor/keymap.js';
import type {ImagePoint, ScreenPoint} from '../../geometry/point.js';
import type {Sight} from '../../geometry/sight.js';
import {imageToScreen, screenToImage} from '../../geometry/view.js';
import type {LoadedImage} from '../../media/load-image.js';
import {coarseWarning} from '../../media/problems.js';
import type {ResolveSource} from '../../media/resolve.js';
import {Announcer} from '../shared/announcer.js';
import {controls} from '../shared/controls.styles.js';
import {fillIn} from '../shared/fill-in.js';
import {capsOf} from '../shared/shortcut-list.js';
import {ShortcutsController} from '../shared/shortcuts-controller.js';
import {StringsController} from '../shared/strings-controller.js';
import {tokens} from '../shared/tokens.styles.js';
import {visibleString} from '../shared/visible-text.js';
import {Adjusting} from './adjusting.js';
import {DevicePixels} from './device-pixels.js';
import {failurePanel} from './failure-panel.js';
import {imageViewerStyles} from './gt-image-viewer.styles.js';
import {emptyCover, loadingCover, warningList} from './overlays.js';
import type {Smoothing} from './picture-painter.js';
import {PictureSource, type PictureState} from './picture-source.js';
import {mapStageWidth} from './stage-extras.js';
import type {StageLayer, StageTool} from './stage-layer.js';
import type {ViewPolicy} from './stage-view.js';
import {pixelAt, statusLine, type Coordinates} from './status-line.js';
import {toolbar} from './toolbar.js';
import {runViewerCommand} from './viewer-commands.js';
import type {ImageErrorDetail, ImageReadyDetail, ImageSkipDetail, ShownPicture} from './viewer-events.js';
import {viewerKeymap} from './viewer-keymap.js';
import {ViewerStage} from './viewer-stage.js';
import type {WheelPolicy} from './wheel-gestures.js';

/** One press of a zoom button or key: the same step as a notch of the wheel. */
const zoomStep = 1.2;
const hintMs = 2500;

/** Narrower stages have no room for the status line beside the toolbar. */
const statusRoom = 640;

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
  stageDescription: '',
  roleDescription: '',
  status: '',
  coordinates: 'stored',
} as const;

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
 * @csspart minimap - The whole picture in small, while a part of it is on the stage.
 * @csspart loupe - The round glass over the stage.
 * @csspart status - The line with the pixel under the pointer and the zoom.
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
  readonly #adjusting = new Adjusting(this);
  readonly #stage = new ViewerStage({
    settings: this,
    adjusting: this.#adjusting,
    text: () => this.#strings.text.viewer,
    hasFocus: () => this.matches(':focus-within'),
    changed: () => this.requestUpdate(),
    panning: (isPanning) => (this.isPanning = isPanning),
    pointed: (input) => {
      if (this.withStatus) this.pixel = pixelAt(input?.point, this.sight, this.coordinates);
    },
    wheelLeft: () => this.#showHint(),
    coarse: (picture) => {
      if (picture === this.#picture) this.addedWarnings = [coarseWarning(picture.url)];
    },
  });
  #hintTimer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    new DevicePixels(this, () => this.#stage.show());
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

  /** CSS pixels that something of the host covers at the top of the stage; a fitted picture stays clear of it. */
  @property({attribute: false}) roomAbove = 0;

  /** Which keys work: `all`, `modifier` (no single letters) or `none`. */
  @property() shortcuts: ShortcutScope = 'all';

  /** What a host paints over the picture, such as boxes. */
  @property({attribute: false}) layer: StageLayer | undefined;

  /** What takes the pointers that neither move nor zoom the picture. */
  @property({attribute: false}) tool: StageTool | undefined;

  /** Lets fingers draw while a pen is in use; otherwise they only move the picture then. */
  @property({type: Boolean, attribute: 'draw-with-finger'}) drawWithFinger = false;

  /** Turns off that taps with two and three fingers undo and redo. */
  @property({type: Boolean, attribute: 'without-finger-taps'}) withoutFingerTaps = false;

  /** More about the stage for screen readers, such as the keys of the host's tools; instead of the viewer's own keys. */
  @property({attribute: false}) stageDescription = '';

  /** What the stage is called by screen readers, such as “annotation canvas”. */
  @property({attribute: false}) roleDescription = '';

  /** Shows which pixel the pointer is on, what `status` says, and the zoom. */
  @property({type: Boolean, attribute: 'with-status'}) withStatus = false;

  /** What the host says in the status line, such as the size of the box being drawn. */
  @property({attribute: false}) status = '';

  /** Which pixel grid the status line counts in: `stored`, as in the file, or `displayed`, as shown. */
  @property() coordinates: Coordinates = 'stored';

  /** Shows the pixels around the pointer enlarged. */
  @property({type: Boolean, reflect: true}) loupe = false;

  /** Commands and their keys. */
  @property({attribute: false}) keymap: Keymap = viewerKeymap;

  @state() private isPanning = false;
  @state() private isHintShown = false;
  @state() private isCopied = false;
  @state() private dismissed: ReadonlySet<string> = new Set();
  @state() private addedWarnings: readonly Problem[] = [];
  @state() private pixel = '';

  @query('.stage') private stage!: HTMLElement;
  @query('.sheet') private sheet!: HTMLElement;
  @query('.grid') private grid!: HTMLElement;
  @query('.adjust') private adjustButton!: HTMLElement | null;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#stage.watch();
    if (this.src) this.#source.show(this.src, this.resolveSource);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#hintTimer);
    this.#stage.detach();
  }

  /** Lets `moveBefore()` move the element without taking it apart. */
  connectedMoveCallback(): void {}

  protected override willUpdate(changed: PropertyValues<this>): void {
    fillIn<GtImageViewer>(this, defaults);
    if (changed.has('src') || changed.has('resolveSource')) this.#source.show(this.src, this.resolveSource);
    if (changed.has('fitMode')) this.#stage.setEnlarge(this.fitMode === 'fill');
    if (changed.has('tool')) {
      this.#stage.cancel();
      changed.get('tool')?.leave();
    }
  }

  protected override firstUpdated(): void {
    const {stage, sheet, grid} = this;
    this.#stage.attach({stage, sheet, grid});
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('withoutToolbar') || changed.has('roomAbove')) this.#stage.measure();
    this.#stage.paint();
    if (changed.has('layer')) {
      changed.get('layer')?.look(undefined);
      this.layer?.look(this.sight);
    }
    if (changed.has('tool')) this.refresh();
  }

  /** Enlarges the picture by one step around the pointer, or around the middle of the stage. */
  zoomIn(): void {
    this.#stage.zoomBy(zoomStep);
    this.#announceZoom();
  }

  /** Shrinks the picture by one step around the pointer, or around the middle of the stage. */
  zoomOut(): void {
    this.#stage.zoomBy(1 / zoomStep);
    this.#announceZoom();
  }

  /** Shows the whole picture. */
  fit(): void {
    this.#stage.fit();
    this.#announceZoom();
  }

  /** Shows one picture pixel per CSS pixel. */
  actualSize(): void {
    this.#stage.actualSize();
    this.#announceZoom();
  }

  /** Shows a box of the stored pixel grid as large as the stage has room for, with a margin of 15 %. */
  zoomTo(box: Box): void {
    this.#stage.zoomTo(box);
    this.#announceZoom();
  }

  /** Shows a place of the stored pixel grid in the middle of the stage, at so many CSS pixels per picture pixel. */
  showAt(scale: number, point: ImagePoint): void {
    this.#stage.showAt(scale, point);
    this.#announceZoom();
  }

  /** Brings a box of the stored pixel grid into view, if it is not wholly there: moves, and zooms out only if needed. */
  reveal(box: Box): void {
    this.#stage.reveal(box);
  }

  /** Goes back to the view before the last zoom or move. */
  previousView(): void {
    if (this.#stage.back()) this.#announceZoom();
  }

  /** Moves the picture by fractions of the stage: `panBy(0.1, 0)` moves it to the right by a tenth of the width. */
  panBy(dx: number, dy: number): void {
    this.#stage.panBy(dx, dy);
  }

  /** Turns the Move tool on or off. */
  toggleMove(): void {
    this.move = !this.move;
  }

  /** Turns the loupe on or off. */
  toggleLoupe(): void {
    this.loupe = !this.loupe;
  }

  /** Shows the picture as it is again. */
  resetAdjustments(): void {
    this.#adjusting.reset();
  }

  /** Opens or closes the picture adjustments. */
  toggleAdjustments(): void {
    this.#adjusting.open(!this.#adjusting.isOpen && this.#picture !== undefined);
    if (this.#adjusting.isOpen) {
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

  /** The picture that is on screen, for those who read its pixels; the same object as long as it is shown. */
  get picture(): ShownPicture | undefined {
    return this.#picture;
  }

  /** The bytes of the picture on screen exactly as they came; nothing where the server lets the page only show it. */
  get pictureBlob(): Blob | undefined {
    return this.#picture?.blob;
  }

  /** CSS pixels per picture pixel. */
  get scale(): number {
    return this.#stage.scale;
  }

  /** True while the whole picture is shown and follows the size of the stage. */
  get isFitted(): boolean {
    return this.#stage.isFitted;
  }

  /** Which picture is seen, how much of it, and on how large a stage; nothing while there is no picture. */
  get sight(): Sight | undefined {
    return this.#stage.sight;
  }

  /** Where a point of the stored pixel grid is on the stage, in CSS pixels; nothing while there is no picture. */
  imageToScreen(point: ImagePoint): ScreenPoint | undefined {
    const {sight} = this;
    return sight && imageToScreen(sight.view, sight.frame, point);
  }

  /** Which point of the stored pixel grid is at a place of the stage; nothing while there is no picture. */
  screenToImage(point: ScreenPoint): ImagePoint | undefined {
    const {sight} = this;
    return sight && screenToImage(sight.view, sight.frame, point);
  }

  /** Where on the stage a pointer event happened, whatever CSS transforms the page applies. */
  pointOf(event: {readonly clientX: number; readonly clientY: number}): ScreenPoint {
    return this.#stage.pointOf(event);
  }

  /** Takes back the gesture that goes on, as Escape does. False when there was none. */
  cancelGesture(): boolean {
    return this.#stage.giveUp();
  }

  /** Tells the viewer that the tool's cursor or the layer's marks changed without a pointer. */
  refresh(): void {
    this.#stage.refresh();
  }

  override focus(options?: FocusOptions): void {
    this.stage?.focus(options);
  }

  get #picture(): LoadedImage | undefined {
    const {state} = this.#source;
    return state.kind === 'ready' ? state.picture : undefined;
  }

  get #percent(): string {
    const {scale} = this;
    const digits = scale < 0.1 ? 1 : 0;
    return scale.toLocaleString(this.#strings.language, {style: 'percent', maximumFractionDigits: digits});
  }

  #onSource(state: PictureState): void {
    this.isCopied = false;
    this.dismissed = new Set();
    this.addedWarnings = [];
    switch (state.kind) {
      case 'ready':
        return this.#onReady(state.picture);
      case 'failed':
        this.#stage.setPicture(undefined, this.viewPolicy);
        this.#dispatch<ImageErrorDetail>('gt-error', {
          code: 'image-load-failed',
          message: state.problem.message,
          cause: state.problem,
        });
        return;
      default:
        this.#adjusting.pictureChanges();
        this.#stage.setPicture(undefined, this.viewPolicy);
    }
  }

  #onReady(picture: LoadedImage): void {
    const {element, width, height, orientation, readable, blob} = picture;
    element.classList.add('picture');
    element.classList.toggle('transparent', blob?.type !== 'image/jpeg');
    element.setAttribute('part', 'picture');
    element.setAttribute('aria-hidden', 'true');
    if (element instanceof HTMLImageElement) element.alt = '';
    this.#stage.setPicture(picture, this.viewPolicy);
    void this.updateComplete.then(() => {
      if (this.#picture !== picture) return;
      this.#dispatch<ImageReadyDetail>('gt-image-ready', {width, height, orientation, readable});
    });
  }

  #dispatch<Detail>(name: string, detail: Detail): void {
    this.dispatchEvent(new CustomEvent<Detail>(name, {bubbles: true, composed: true, detail}));
  }

  #run(command: string): boolean {
    return this.#picture !== undefined && runViewerCommand(this, command, this.#isOnStage);
  }

  get #isOnStage(): boolean {
    return this.shadowRoot?.activeElement === this.stage;
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

  protected override render(): TemplateResult {
    const {state} = this.#source;
    const picture = this.#picture;
    const text = this.#strings.text.viewer;
    const stageClasses = {
      stage: true,
      draggable: this.#stage.isDraggable,
      panning: this.isPanning,
    };
    return html`
      <div
        class=${classMap(stageClasses)}
        part="stage"
        role="application"
        tabindex=${picture ? 0 : -1}
        aria-label=${visibleString(this.alt) || text.picture}
        aria-roledescription=${this.roleDescription || text.role}
        aria-describedby=${picture && this.#description ? 'keys' : nothing}
        aria-busy=${state.kind === 'loading'}
        @pointerdown=${this.#onStagePress}
      >
        ${this.#adjusting.renderDefinitions()}
        <div class="sheet">${picture?.element ?? nothing}${this.#stage.detailElement ?? nothing}</div>
        <div class="grid" hidden></div>
        <div class="layer">${this.layer?.element ?? nothing}</div>
        <div class="layer">${this.#stage.loupeElement ?? nothing}</div>
      </div>
      ${this.#renderCover(state)} ${picture ? this.#renderWarnings(picture) : nothing}
      ${this.isHintShown && picture ? html`<div class="hint">${text.wheelHint(this.#controlKey)}</div>` : nothing}
      ${picture ? (this.#stage.mapElement ?? nothing) : nothing}
      ${picture && this.withStatus ? this.#renderStatus() : nothing}
      ${picture && !this.withoutToolbar ? this.#renderToolbar() : nothing}
      ${picture && this.#adjusting.isOpen ? this.#adjusting.renderPanel(text, () => this.adjustButton?.focus()) : nothing}
      <div id="keys" hidden>${this.#description}</div>
      ${this.#announcer.region}
    `;
  }

  get #description(): string {
    return this.stageDescription || (this.shortcuts === 'all' ? this.#strings.text.viewer.keys : '');
  }

  readonly #onStagePress = (): void => {
    this.#adjusting.open(false);
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
    const shown = [...warnings, ...this.addedWarnings].filter(({code}) => !this.dismissed.has(code));
    return warningList(this.#strings.text, shown, this.roomAbove, (code) => {
      this.dismissed = new Set([...this.dismissed, code]);
    });
  }

  #renderStatus(): TemplateResult {
    const isRaised = !this.withoutToolbar && this.#stage.size.width < statusRoom;
    return statusLine(this.pixel, this.status, this.#percent, isRaised);
  }

  #renderToolbar(): TemplateResult {
    return toolbar({
      text: this.#strings.text.viewer,
      percent: this.#percent,
      isMoving: this.move,
      isAdjusting: this.#adjusting.isOpen,
      isAdjusted: this.#adjusting.isAdjusted,
      isLoupeOn: this.#stage.size.width >= mapStageWidth ? this.loupe : undefined,
      keyOf: (command) => this.#keyOf(command),
      zoomOut: () => this.zoomOut(),
      zoomIn: () => this.zoomIn(),
      actualSize: () => this.actualSize(),
      fit: () => this.fit(),
      toggleMove: () => this.toggleMove(),
      toggleLoupe: () => this.toggleLoupe(),
      toggleAdjustments: () => this.toggleAdjustments(),
    });
  }
}

export type {ImageErrorDetail, ImageReadyDetail, ImageSkipDetail, ShownPicture};

declare global {
  interface HTMLElementTagNameMap {
    'gt-image-viewer': GtImageViewer;
  }
  interface HTMLElementEventMap {
    'gt-image-ready': CustomEvent<ImageReadyDetail>;
  }
}
