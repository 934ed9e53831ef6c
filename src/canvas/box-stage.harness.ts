import {BoxIndex} from '../editor/box-index.js';
import {Drawing} from '../editor/drawing.js';
import {Editor} from '../editor/editor.js';
import type {Box} from '../geometry/box.js';
import type {Sight} from '../geometry/sight.js';
import type {View} from '../geometry/view.js';
import {documentOf} from '../model/document.js';
import type {BoxRecord} from '../model/record.js';
import {BoxStage} from './box-stage.js';
import {hostOf, pixelsOf, settled, usualSight, type Pixels} from './stage-host.harness.js';
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
  const host = hostOf(stage.element, sight);
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
