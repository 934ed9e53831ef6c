import type {Box} from '../../geometry/box.js';
import {toUpright, uprightSize} from '../../geometry/orientation.js';
import type {ImagePoint, ScreenPoint, Size} from '../../geometry/point.js';
import type {Sight} from '../../geometry/sight.js';
import {boxView, fitScale, noInset, revealingView, uprightBox, type Inset} from '../../geometry/view.js';
import type {LoadedImage} from '../../media/load-image.js';
import type {Strings} from '../../strings/strings.js';
import type {Adjusting} from './adjusting.js';
import {isPixelated, PicturePainter, type Smoothing} from './picture-painter.js';
import {StageExtras} from './stage-extras.js';
import {StageGestures} from './stage-gestures.js';
import type {StageInput, StageLayer, StageTool} from './stage-layer.js';
import {StageView, type ViewPolicy} from './stage-view.js';
import {ViewGlide} from './view-glide.js';
import {WheelGestures, type WheelPolicy} from './wheel-gestures.js';

/** Stages lower than this have no room to keep the toolbar off a fitted picture. */
const roomyHeight = 220;
const margin = 8;
const toolbarRoom = 60;

/** What the viewer was told to do; read whenever it matters. */
export interface StageSettings {
  readonly layer: StageLayer | undefined;
  readonly tool: StageTool | undefined;
  readonly move: boolean;
  readonly drag: 'pan' | 'none';
  readonly wheel: WheelPolicy;
  readonly wheelInvert: boolean;
  readonly drawWithFinger: boolean;
  readonly withoutFingerTaps: boolean;
  readonly smoothing: Smoothing;
  readonly loupe: boolean;
  readonly withoutToolbar: boolean;
  readonly roomAbove: number;
}

/** What the stage needs of the element around it. */
export interface StageOwner {
  readonly settings: StageSettings;
  readonly adjusting: Adjusting;
  text(): Strings['viewer'];
  hasFocus(): boolean;
  /** Something to render changed. */
  changed(): void;
  panning(isPanning: boolean): void;
  /** Where the pointer is; nothing when it left. */
  pointed(input: StageInput | undefined): void;
  /** A turn of the wheel went to the page. */
  wheelLeft(): void;
  /** There is no memory for all pixels of the picture. */
  coarse(picture: LoadedImage): void;
}

/** The elements that the stage works on. */
export interface StageParts {
  readonly stage: HTMLElement;
  /** What holds the picture in all its levels. */
  readonly sheet: HTMLElement;
  readonly grid: HTMLElement;
}

/** The stage of a viewer: one picture, one view of it, and all that follows when either changes. */
export class ViewerStage {
  readonly #owner: StageOwner;
  readonly #view = new StageView(() => this.#onView());
  readonly #glide = new ViewGlide(this.#view);
  readonly #painter = new PicturePainter();
  readonly #extras: StageExtras;
  readonly #resize = new ResizeObserver(() => this.measure());
  #parts: StageParts | undefined;
  #gestures: StageGestures | undefined;
  #wheel: WheelGestures | undefined;
  #picture: LoadedImage | undefined;

  constructor(owner: StageOwner) {
    this.#owner = owner;
    this.#extras = new StageExtras(this.#view, {
      changed: () => owner.changed(),
      coarse: (picture) => owner.coarse(picture),
    });
  }

  /** Takes the elements, once they are rendered. */
  attach(parts: StageParts): void {
    this.#parts = parts;
    const owner = this.#owner;
    const {settings} = owner;
    this.#gestures = new StageGestures(parts.stage, this.#view, {
      tool: () => settings.tool,
      isMoveOn: () => settings.move,
      mayDrag: () => this.#mayDrag,
      mayDrawWithFinger: () => settings.drawWithFinger,
      hasFingerTaps: () => !settings.withoutFingerTaps,
      panning: (isPanning) => owner.panning(isPanning),
      adjusting: () => owner.adjusting.startWindowing(),
      acted: (input, isDragging) => this.#onPointer(input, isDragging),
    });
    this.#wheel = new WheelGestures(parts.stage, this.#view, {
      policy: () => settings.wheel,
      isInverted: () => settings.wheelInvert,
      hasFocus: () => owner.hasFocus() || settings.tool?.isDrawing === true,
      pointOf: (event) => this.pointOf(event),
      turned: (event, steps) => this.#turnTool(event, steps),
      leftToPage: () => owner.wheelLeft(),
    });
    this.watch();
  }

  /** Follows the size of the stage. */
  watch(): void {
    if (this.#parts) this.#resize.observe(this.#parts.stage);
  }

  /** The element left the page. */
  detach(): void {
    this.#resize.disconnect();
    this.cancel();
  }

  setPicture(picture: LoadedImage | undefined, policy: ViewPolicy): void {
    this.cancel();
    this.#picture = picture;
    this.#view.setPicture(picture && uprightSize(picture, picture.orientation), policy);
  }

  /** Whether fitting may enlarge a small picture. */
  setEnlarge(enlarge: boolean): void {
    this.#view.setEnlarge(enlarge);
  }

  /** Which picture is seen, how much of it, and on how large a stage; nothing while there is no picture. */
  get sight(): Sight | undefined {
    if (!this.#picture) return undefined;
    const {width, height, orientation} = this.#picture;
    const {shown: view, stage} = this.#view;
    return {view, frame: {stored: {width, height}, orientation}, stage};
  }

  get size(): Size {
    return this.#view.stage;
  }

  get isFitted(): boolean {
    return this.#view.isFitted;
  }

  get scale(): number {
    return this.#view.view.scale;
  }

  /** Whether any plain press moves the picture. */
  get isDraggable(): boolean {
    const {move, tool} = this.#owner.settings;
    return this.#picture !== undefined && (move || (!tool && this.#mayDrag));
  }

  get detailElement(): HTMLElement | undefined {
    return this.#extras.detailElement;
  }

  get mapElement(): HTMLElement | undefined {
    return this.#extras.mapElement;
  }

  get loupeElement(): HTMLElement | undefined {
    return this.#extras.loupeElement;
  }

  /** Zooms around the pointer, or around the middle of the stage. */
  zoomBy(factor: number): void {
    this.#view.remember();
    this.#view.zoomBy(factor, this.#gestures?.last?.point);
  }

  actualSize(): void {
    this.#view.remember();
    this.#view.actualSize(this.#gestures?.last?.point);
  }

  fit(): void {
    this.#view.remember();
    this.#view.fit();
  }

  zoomTo(box: Box): void {
    const {sight} = this;
    if (!sight) return;
    const {stage, inset} = this.#view;
    const target = boxView(uprightBox(box, sight.frame), stage, inset);
    this.#view.remember();
    // There is nothing more to see around the whole picture.
    if (target.scale < fitScale(uprightSize(sight.frame.stored, sight.frame.orientation), stage, inset))
      this.#view.fit();
    else this.#view.show(target);
  }

  showAt(scale: number, point: ImagePoint): void {
    const {sight} = this;
    if (!sight) return;
    const {x, y} = toUpright(point, sight.frame.stored, sight.frame.orientation);
    const {width, height} = sight.stage;
    this.#view.remember();
    this.#view.show({scale, x: width / 2 - x * scale, y: height / 2 - y * scale});
  }

  reveal(box: Box): void {
    const {sight} = this;
    if (!sight) return;
    const {view, stage, inset} = this.#view;
    const target = revealingView(view, uprightBox(box, sight.frame), stage, inset);
    if (target === view) return;
    this.#view.remember();
    this.#glide.to(target);
  }

  /** False when there is no view to go back to. */
  back(): boolean {
    return this.#view.back();
  }

  /** Moves the picture by fractions of the stage. */
  panBy(dx: number, dy: number): void {
    const {width, height} = this.#view.stage;
    this.#view.remember();
    this.#view.panBy(dx * width, dy * height);
  }

  pointOf(event: {readonly clientX: number; readonly clientY: number}): ScreenPoint {
    return this.#gestures?.pointOf(event) ?? {x: 0, y: 0};
  }

  /** Takes back what goes on. False when nothing did. */
  cancel(): boolean {
    this.#wheel?.cancel();
    return this.#gestures?.cancel() ?? false;
  }

  /** The same, because a person wants it. */
  giveUp(): boolean {
    this.#wheel?.cancel();
    return this.#gestures?.giveUp() ?? false;
  }

  /** The tool or the shapes changed without a pointer. */
  refresh(): void {
    this.#gestures?.refresh();
    this.#extras.mark();
    this.#showCursor();
  }

  /** Takes the size of the stage, and what covers it. */
  measure(): void {
    if (!this.#parts) return;
    const {offsetWidth: width, offsetHeight: height} = this.#parts.stage;
    this.#view.setStage({width, height}, this.#insetOf({width, height}));
  }

  /** Brings everything that is on the stage to where the view is now. */
  show(): void {
    this.paint();
    this.#owner.settings.layer?.look(this.sight);
    this.#gestures?.refresh();
  }

  /** Puts the picture and its helpers in their places. */
  paint(): void {
    const {sight} = this;
    const picture = this.#picture;
    if (!picture || !sight || !this.#parts) return this.#extras.show(undefined);
    const {layer, smoothing} = this.#owner.settings;
    const {filter} = this.#owner.adjusting;
    const {view, stage, frame} = sight;
    const pixelated = isPixelated(smoothing, view.scale);
    this.#painter.paint({
      element: picture.element,
      sheet: this.#parts.sheet,
      grid: this.#parts.grid,
      size: uprightSize(picture, frame.orientation),
      stage,
      view,
      isPixelated: pixelated,
      filter,
    });
    this.#extras.show({picture, sight, layer, isPixelated: pixelated, filter, text: this.#owner.text()});
  }

  /** False when the tool has no use for the wheel. */
  #turnTool(event: WheelEvent, steps: number): boolean {
    const {tool} = this.#owner.settings;
    if (!tool?.wheel || !this.#gestures) return false;
    if (steps === 0) return true;
    if (!tool.wheel(this.#gestures.inputOfWheel(event), steps)) return false;
    this.#gestures.refresh();
    return true;
  }

  get #mayDrag(): boolean {
    const {move, drag} = this.#owner.settings;
    return move || (drag === 'pan' && this.#view.isOverflowing);
  }

  /** Room that a fitted picture leaves, so that nothing covers it. */
  #insetOf({width, height}: Size): Inset {
    if (height < roomyHeight || width < roomyHeight) return noInset;
    const {withoutToolbar, roomAbove} = this.#owner.settings;
    const bottom = withoutToolbar ? margin : toolbarRoom;
    return {top: Math.max(margin, roomAbove), right: margin, bottom, left: margin};
  }

  #onView(): void {
    this.show();
    this.#owner.changed();
  }

  #onPointer(input: StageInput | undefined, isDragging: boolean): void {
    this.#showCursor();
    const {tool, loupe} = this.#owner.settings;
    const hasLoupe = input?.pointer === 'touch' ? isDragging && tool?.wantsLoupe === true : loupe;
    this.#extras.point(hasLoupe ? input : undefined);
    this.#owner.pointed(input);
  }

  #showCursor(): void {
    this.#parts?.stage.style.setProperty('--_cursor', this.#owner.settings.tool?.cursor || 'default');
  }
}
