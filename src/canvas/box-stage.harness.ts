import {executeServerCommand} from '@web/test-runner-commands';
import {BoxIndex} from '../editor/box-index.js';
import {Drawing} from '../editor/drawing.js';
import {Editor} from '../editor/editor.js';
import type {Box} from '../geometry/box.js';
import type {Sight} from '../geometry/sight.js';
import type {View} from '../geometry/view.js';
import {documentOf} from '../model/document.js';
import type {BoxRecord} from '../model/record.js';
import {BoxStage} from './box-stage.js';
import type {StageOptions} from './stage-options.js';

export const colors: Readonly<Record<string, string>> = {red: '#ff0000', green: '#00ff00', blue: '#0000ff'};

/** A box with a label that is the name of its colour. */
export function boxRecord(
  order: number,
  [left, top, width, height]: readonly number[],
  label = 'red',
): BoxRecord {
  const box = {left, top, width, height} as Box;
  return {id: `box-${order}`, kind: 'box', order, label, box};
}

/** A picture of 100 × 60 pixels on a stage of 400 × 300, four times its size, with a border of 0 and 30. */
export const usualSight: Sight = {
  view: {scale: 4, x: 0, y: 30},
  frame: {stored: {width: 100, height: 60}, orientation: 1},
  stage: {width: 400, height: 300},
};

export interface StageHarness {
  readonly editor: Editor;
  readonly drawing: Drawing;
  readonly index: BoxIndex;
  readonly stage: BoxStage;
  readonly host: HTMLElement;
  readonly sight: Sight;
  look(view?: Partial<View>): void;
  /** Waits until everything is painted. */
  settled(): Promise<void>;
  close(): void;
}

/** A stage on the page with these boxes, painted. */
export async function stageWith(
  records: readonly BoxRecord[],
  {sight = usualSight, ...options}: Partial<StageOptions> & {readonly sight?: Sight} = {},
): Promise<StageHarness> {
  const editor = new Editor();
  editor.open(documentOf(records));
  const drawing = new Drawing(editor);
  drawing.set({tool: 'select'});
  const index = new BoxIndex(editor);
  const stage = new BoxStage(editor, drawing, index, {
    lookOf: (label) => ({color: colors[label] ?? '#ff00ff', pattern: 'solid'}),
    fillOpacity: 0,
    tags: 'never',
    ...options,
  });
  const host = document.createElement('div');
  const {style} = host;
  style.setProperty('position', 'fixed');
  style.setProperty('inset', '0 auto auto 0');
  style.setProperty('width', `${sight.stage.width}px`);
  style.setProperty('height', `${sight.stage.height}px`);
  style.setProperty('background', '#808080');
  host.append(stage.element);
  document.body.append(host);
  const harness: StageHarness = {
    editor,
    drawing,
    index,
    stage,
    host,
    sight,
    look: (view) => stage.look({...sight, view: {...sight.view, ...view}}),
    settled: () => settled(stage),
    close: () => {
      stage.destroy();
      index.destroy();
      host.remove();
    },
  };
  harness.look();
  await harness.settled();
  return harness;
}

export const nextFrame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done));

async function settled(stage: BoxStage): Promise<void> {
  do await nextFrame();
  while (!stage.isSettled);
}

/** Pixels by place. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** As `#rrggbb`. */
  at(x: number, y: number): string;
  readonly data: Uint8ClampedArray;
}

function pixelsOf({width, height, data}: ImageData): Pixels {
  const at = (x: number, y: number): string =>
    `#${[0, 1, 2].map((i) => (data[(y * width + x) * 4 + i] ?? 0).toString(16).padStart(2, '0')).join('')}`;
  return {width, height, at, data};
}

/** What is on the screen where the stage is, in device pixels. */
export async function screenOf({host}: Pick<StageHarness, 'host'>): Promise<Pixels> {
  await nextFrame();
  const [{data}] = (await executeServerCommand('cdp', [
    ['Page.captureScreenshot', {format: 'png', optimizeForSpeed: true}],
  ])) as [{data: string}];
  const image = new Image();
  image.src = `data:image/png;base64,${data}`;
  await image.decode();
  const ratio = devicePixelRatio;
  const canvas = new OffscreenCanvas(
    Math.floor(host.clientWidth * ratio),
    Math.floor(host.clientHeight * ratio),
  );
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.drawImage(image, 0, 0);
  return pixelsOf(context.getImageData(0, 0, canvas.width, canvas.height));
}

/** The canvases that are shown, from bottom to top. */
export function canvasesOf({stage}: StageHarness): readonly HTMLCanvasElement[] {
  return [...stage.element.querySelectorAll('canvas')].filter(
    (canvas) => getComputedStyle(canvas).visibility !== 'hidden',
  );
}

/** The canvas with the idle boxes, margin included. */
export function idlePixels(harness: StageHarness): Pixels {
  const [canvas] = canvasesOf(harness);
  if (!canvas) throw new Error('No canvas is shown.');
  // Its pixels were handed over, so that it has no context to read.
  const copy = new OffscreenCanvas(canvas.width, canvas.height);
  const context = copy.getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.drawImage(canvas, 0, 0);
  return pixelsOf(context.getImageData(0, 0, canvas.width, canvas.height));
}

/** Does something as on a screen with another device pixel ratio. */
export async function withRatio(ratio: number, act: () => Promise<void>): Promise<void> {
  const size = {width: innerWidth, height: innerHeight, mobile: false};
  await executeServerCommand('cdp', [
    ['Emulation.setDeviceMetricsOverride', {...size, deviceScaleFactor: ratio}],
  ]);
  try {
    await act();
  } finally {
    await executeServerCommand('cdp', [['Emulation.clearDeviceMetricsOverride', {}]]);
  }
}
