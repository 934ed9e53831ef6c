import {uprightSize} from '../../geometry/orientation.js';
import type {Sight} from '../../geometry/sight.js';
import {visibleShare} from '../../geometry/view.js';
import type {LoadedImage} from '../../media/load-image.js';
import type {PictureCrops} from '../../media/picture-crops.js';
import type {Strings} from '../../strings/strings.js';
import type {DetailLevel} from './detail-level.js';
import type {Loupe} from './loupe.js';
import type {Minimap} from './minimap.js';
import type {StageInput, StageLayer} from './stage-layer.js';
import type {StageView} from './stage-view.js';

/** The map appears when less than this part of the picture is on the stage. */
const mapBelow = 0.6;

/** Stages narrower than this have no room for a map. */
export const mapStageWidth = 480;

/** Shapes are drawn on the map again when the stage rested so long. */
const marksMs = 250;

/** What there is to see right now. */
export interface Scene {
  readonly picture: LoadedImage;
  readonly sight: Sight;
  readonly layer: StageLayer | undefined;
  readonly isPixelated: boolean;
  readonly filter: string;
  readonly text: Strings['viewer'];
}

export interface ExtrasHost {
  /** Something to render came or went. */
  changed(): void;
  /** There is no memory for all pixels of the picture. */
  coarse(picture: LoadedImage): void;
}

/**
 * The helpers around a picture that is looked at closely: its finest pixels, the map, the loupe.
 *
 * Each is a module of its own that comes when it is needed first, because most pictures are judged at a glance.
 */
export class StageExtras {
  readonly #view: StageView;
  readonly #host: ExtrasHost;
  #scene: Scene | undefined;
  #crops: PictureCrops | undefined;
  #detail: DetailLevel | 'coming' | undefined;
  #map: Minimap | 'coming' | undefined;
  #loupe: Loupe | 'coming' | undefined;
  #pointer: StageInput | undefined;
  #marksTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(view: StageView, host: ExtrasHost) {
    this.#view = view;
    this.#host = host;
  }

  /** Put over the picture, under the shapes. */
  get detailElement(): HTMLElement | undefined {
    return typeof this.#detail === 'object' ? this.#detail.canvas : undefined;
  }

  get mapElement(): HTMLElement | undefined {
    return typeof this.#map === 'object' && this.#isMapWanted ? this.#map.element : undefined;
  }

  get loupeElement(): HTMLElement | undefined {
    return typeof this.#loupe === 'object' ? this.#loupe.element : undefined;
  }

  /** Follows view and picture; nothing when the picture leaves. */
  show(scene: Scene | undefined): void {
    if (scene?.picture !== this.#scene?.picture) this.#release();
    this.#scene = scene;
    if (!scene) return;
    this.#showDetail(scene);
    this.#showMap(scene);
    this.#showLoupe();
  }

  /** Follows the pointer; nothing where there shall be no loupe. */
  point(input: StageInput | undefined): void {
    this.#pointer = input;
    this.#showLoupe();
  }

  /** The shapes changed. */
  mark(): void {
    clearTimeout(this.#marksTimer);
    if (typeof this.#map !== 'object') return;
    this.#marksTimer = setTimeout(() => {
      if (typeof this.#map === 'object') this.#map.mark(this.#scene?.layer);
    }, marksMs);
  }

  #showDetail(scene: Scene): void {
    const {picture, sight} = scene;
    if (typeof this.#detail === 'object') return this.#detail.look(sight, scene.isPixelated);
    const base = picture.element.width / uprightSize(picture, picture.orientation).width;
    const isCoarse = picture.element instanceof HTMLCanvasElement && base < 1;
    const isEnlarged = sight.view.scale * (globalThis.devicePixelRatio || 1) > base;
    if (this.#detail || !isCoarse || !picture.blob || !isEnlarged) return;
    this.#detail = 'coming';
    void Promise.all([import('./detail-level.js'), this.#openCrops(picture)]).then(([module, crops]) => {
      const now = this.#scene;
      if (now?.picture !== picture || !crops) return;
      const detail = new module.DetailLevel(crops, now.sight, base, () => this.#host.coarse(picture));
      this.#detail = detail;
      detail.look(now.sight, now.isPixelated);
      this.#host.changed();
    });
  }

  get #isMapWanted(): boolean {
    const {picture, stage, view} = this.#view;
    return (
      picture !== undefined && stage.width >= mapStageWidth && visibleShare(view, picture, stage) < mapBelow
    );
  }

  #showMap(scene: Scene): void {
    if (typeof this.#map === 'object') {
      this.#map.look(scene.sight, scene.text);
      return;
    }
    if (this.#map || !this.#isMapWanted) return;
    this.#map = 'coming';
    void import('./minimap.js').then(({Minimap}) => {
      const now = this.#scene;
      if (now?.picture !== scene.picture) return;
      const map = new Minimap(this.#view, now.picture, now.sight, now.text);
      this.#map = map;
      map.look(now.sight, now.text);
      map.mark(now.layer);
      map.element.addEventListener('drawn', () => map.mark(this.#scene?.layer));
      this.#host.changed();
    });
  }

  #showLoupe(): void {
    const scene = this.#scene;
    if (typeof this.#loupe === 'object') {
      if (!scene || !this.#pointer) return this.#loupe.hide();
      const {top} = this.#view.inset;
      return this.#loupe.show(this.#pointer.point, scene.sight, scene.layer, scene.filter, top);
    }
    if (this.#loupe || !scene || !this.#pointer) return;
    const {picture} = scene;
    this.#loupe = 'coming';
    void Promise.all([import('./loupe.js'), this.#openCrops(picture)]).then(([module, crops]) => {
      if (this.#scene?.picture !== picture) return;
      this.#loupe = new module.Loupe(picture, crops);
      this.#showLoupe();
      this.#host.changed();
    });
  }

  /** The pixels of the file, for whoever needs them; decoded when the first are asked for. */
  async #openCrops(picture: LoadedImage): Promise<PictureCrops | undefined> {
    if (!picture.blob) return undefined;
    const {PictureCrops} = await import('../../media/picture-crops.js');
    if (this.#scene?.picture !== picture) return undefined;
    this.#crops ??= new PictureCrops(picture.blob, uprightSize(picture, picture.orientation));
    return this.#crops;
  }

  #release(): void {
    clearTimeout(this.#marksTimer);
    for (const extra of [this.#detail, this.#map, this.#loupe])
      if (typeof extra === 'object') extra.release();
    this.#crops?.close();
    this.#crops = undefined;
    this.#detail = undefined;
    this.#map = undefined;
    this.#loupe = undefined;
  }
}
