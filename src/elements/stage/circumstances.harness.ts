import {executeServerCommand, resetMouse, sendKeys} from '@web/test-runner-commands';
import {drawnPicture} from '../../../test/helpers/pictures.js';
import {keys} from '../../../test/helpers/press.js';
import type {Box} from '../../geometry/box.js';
import type {StageHarness} from './stage.harness.js';
import {painted, type OnPage, type PictureTask, type Place, type Setting} from './stage.harness.js';

/** Under what circumstances somebody draws. */
export interface Circumstance {
  /** CSS pixels of the stage per picture pixel. */
  readonly zoom: number;
  readonly devicePixelRatio: number;
  readonly dir: 'ltr' | 'rtl';
  readonly place: keyof typeof places;
}

const zooms = [0.25, 1, 3.3, 16];
const ratios = [1, 1.5, 2];
const dirs = ['ltr', 'rtl'] as const;
const places = {
  'plain page': {},
  'scrolled page': {scrolled: true},
  'transformed container': {transform: 'translate(13.5px, 7.25px) scale(0.8)'},
} as const satisfies Record<string, Setting>;
const placeNames = Object.keys(places) as (keyof typeof places)[];

/**
 * Twelve of the 72 circumstances: a covering design. Each zoom meets each device pixel ratio, and each value of one kind
 * meets each value of every other kind at least once. All 72 would find more only where three things must come together.
 */
export const circumstances: readonly Circumstance[] = zooms.flatMap((zoom, z) =>
  ratios.map((devicePixelRatio, r) => ({
    zoom,
    devicePixelRatio,
    dir: dirs[(z + r) % dirs.length] ?? 'ltr',
    place: placeNames[(z + r) % placeNames.length] ?? 'plain page',
  })),
);

const nameOf = ({zoom, devicePixelRatio, dir, place}: Circumstance): string =>
  `zoom ${zoom}, pixel ratio ${devicePixelRatio}, ${dir}, ${place}`;

/** The picture is so many units wide and high; a unit is about 16 CSS pixels at every zoom. */
export const across = 24;
export const down = 18;

/** A patch in the picture that nothing else looks like, in units. */
export const patch = {left: 7, top: 5, width: 8, height: 6};
const ground = '#b0b4b8';
const patchColor = '#ff00ff';

/** Shows the window as a screen of another kind does. */
export async function setScreen(devicePixelRatio: number, width = 1280, height = 800): Promise<void> {
  const whole = {width: Math.round(width), height: Math.round(height)};
  const metrics = {...whole, deviceScaleFactor: devicePixelRatio, mobile: false};
  await executeServerCommand('cdp', [['Emulation.setDeviceMetricsOverride', metrics]]);
  await painted();
}

/** Paints the ground and the patch, in units of so many picture pixels. */
export function paintPatch(
  context: CanvasRenderingContext2D,
  unit: number,
  {left, top, width, height} = patch,
): void {
  context.fillStyle = ground;
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  context.fillStyle = patchColor;
  context.fillRect(left * unit, top * unit, width * unit, height * unit);
}

/** What the window looks like now: device pixels of red, green, blue and opacity. */
export async function screenshot(): Promise<ImageData> {
  const [{data}] = (await executeServerCommand('cdp', [
    ['Page.captureScreenshot', {format: 'png'}],
  ] as never)) as [{data: string}];
  const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, bitmap.width, bitmap.height);
}

/** Where the patch is seen in the window: from a picture of the screen, not from what anybody says. */
export async function seenPatch(): Promise<{readonly from: OnPage; readonly to: OnPage}> {
  const {data: pixels, width, height} = await screenshot();
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = (y * width + x) * 4;
      // Nearer to the patch than to the ground.
      if ((pixels[i] ?? 0) < 210 || (pixels[i + 1] ?? 255) > 90 || (pixels[i + 2] ?? 0) < 210) continue;
      left = Math.min(left, x);
      top = Math.min(top, y);
      right = Math.max(right, x + 1);
      bottom = Math.max(bottom, y + 1);
    }
  }
  const ratio = width / innerWidth;
  return {from: {x: left / ratio, y: top / ratio}, to: {x: right / ratio, y: bottom / ratio}};
}

/** A task that gets items one after the other. */
export type ItemTask = PictureTask & {entry: unknown};

/** How a kind of task is put to the test. */
export interface TaskKind<H extends StageHarness<ItemTask>> {
  /** A task in a part of the page, showing a picture. */
  readonly mount: (page: HTMLElement, picture: Blob, setting: Setting) => Promise<H>;
  /** The keys after which tool and label are those that a test begins with. */
  readonly usual: readonly string[];
  /** What the picture shows. The patch, if left out. */
  readonly paint?: (context: CanvasRenderingContext2D, unit: number) => void;
}

/** A task on a page under some circumstances. Places are given in units. */
export class Spot<H extends StageHarness<ItemTask>> {
  readonly task: H;
  readonly circumstance: Circumstance;
  /** Picture pixels of a unit. */
  readonly unit: number;
  readonly #kind: TaskKind<H>;
  readonly #page: HTMLElement;
  #items = 0;
  #isUnusual = false;

  private constructor(
    task: H,
    kind: TaskKind<H>,
    page: HTMLElement,
    circumstance: Circumstance,
    unit: number,
  ) {
    this.task = task;
    this.circumstance = circumstance;
    this.unit = unit;
    this.#kind = kind;
    this.#page = page;
  }

  static async of<H extends StageHarness<ItemTask>>(
    kind: TaskKind<H>,
    circumstance: Circumstance,
  ): Promise<Spot<H>> {
    const {zoom, devicePixelRatio, dir, place} = circumstance;
    const unit = Math.round(16 / zoom);
    const paint = (context: CanvasRenderingContext2D) => (kind.paint ?? paintPatch)(context, unit);
    const picture = await drawnPicture(across * unit, down * unit, 'image/png', paint);
    await setScreen(devicePixelRatio);
    const page = document.createElement('div');
    document.body.append(page);
    const task = await kind.mount(page, picture, {dir, ...places[place]});
    return new Spot(task, kind, page, circumstance, unit);
  }

  /** A place of the picture. */
  at(x: number, y: number): Place {
    return [x * this.unit, y * this.unit];
  }

  /** The box with these numbers, in picture pixels. */
  box(left: number, top: number, width: number, height: number): Box {
    const {unit} = this;
    return {left: left * unit, top: top * unit, width: width * unit, height: height * unit};
  }

  /** Another item with the same picture, nothing on it, at the zoom of the circumstance. */
  async begin(): Promise<void> {
    const {task, circumstance} = this;
    task.element.entry = {'source-ref': 'picture.png', item: ++this.#items};
    // Fingers and pens of the test before are long gone.
    task.rest(20_000);
    task.element.focus();
    if (this.#isUnusual) await keys(...this.#kind.usual);
    this.#isUnusual = false;
    await task.look(circumstance.zoom, this.at(across / 2, down / 2));
  }

  /** Presses keys that choose a tool or a label. */
  async choose(...names: readonly string[]): Promise<void> {
    this.#isUnusual = true;
    await keys(...names);
  }

  /** Holds a key during an act, for the keyboard and for the pointer. */
  async holding(key: 'Shift' | 'Alt' | 'Space', act: () => Promise<void>): Promise<void> {
    await sendKeys({down: key});
    if (key !== 'Space') this.task.hold(key);
    await act();
    await sendKeys({up: key});
    this.task.hold();
  }

  async end(): Promise<void> {
    this.#page.remove();
    await resetMouse();
  }
}

/** Registers a test under some of the circumstances. */
export type Line = (name: string, test: () => Promise<void>) => void;

/**
 * The circumstances that a line of a checklist meets: four of the twelve, one of each zoom. All device pixel ratios,
 * directions and places are among them.
 */
export const circumstancesOfLine = (line: number): readonly Circumstance[] =>
  circumstances.filter(({zoom, devicePixelRatio}) => {
    const turn = ratios.indexOf(devicePixelRatio) - zooms.indexOf(zoom) + zooms.length;
    return (turn - line) % ratios.length === 0;
  });

/**
 * Tests that run under the circumstances, on one task that gets a new item for each of them. The lines take turns: each
 * meets the circumstances that {@link circumstancesOfLine} says, and each circumstance every third line.
 */
export function underCircumstances<H extends StageHarness<ItemTask>>(
  title: string,
  kind: TaskKind<H>,
  tests: (spot: () => Spot<H>, line: Line) => void,
): void {
  for (const circumstance of circumstances) {
    describe(`${title} (${nameOf(circumstance)})`, () => {
      let spot: Spot<H>;
      before(async () => {
        spot = await Spot.of(kind, circumstance);
      });
      beforeEach(() => spot.begin());
      after(async () => {
        await spot.end();
        await executeServerCommand('cdp', [['Emulation.clearDeviceMetricsOverride', {}]]);
      });
      let lines = 0;
      tests(
        () => spot,
        (name, test) => {
          if (circumstancesOfLine(lines++).includes(circumstance)) it(name, test);
        },
      );
    });
  }
}
