import {MaskStage} from '../../../src/canvas/mask-stage.ts';
import {Editor} from '../../../src/editor/editor.ts';
import {MaskBoard} from '../../../src/editor/mask-board.ts';
import {BucketTool} from '../../../src/editor/tools/bucket.ts';
import {PaintTool} from '../../../src/editor/tools/paint.ts';
import {documentOf} from '../../../src/model/document.ts';
import {en} from '../../../src/strings/en.ts';
import {MaskInWorker} from '../../../src/workers/mask-work.ts';
import {recordsFor} from '../../../test/helpers/masks.ts';
import {color, stage as stageSize} from '../scene.js';

const colors = [
  color,
  '#1f77b4',
  '#2ca02c',
  '#ff7f0e',
  '#9467bd',
  '#8c564b',
  '#e377c2',
  '#bcbd22',
  '#17becf',
];
const labels = Array.from({length: 9}, (_, index) => `label ${index + 1}`);
const mouse = {pointer: 'mouse', shift: false, alt: false, control: false, space: false};

/** The parts of the element that work per frame: document, history, board, tools and stage. */
export function create({host, size, view}) {
  const frame = {stored: size, orientation: 1};
  const editor = new Editor();
  const board = new MaskBoard(editor, {hasInstances: false});
  const work = new MaskInWorker();
  const told = [];
  const context = {
    editor,
    board,
    words: en.masks,
    language: 'en',
    labels,
    isReadonly: false,
    work,
    picture: undefined,
    commit: (name, changes, mergeKey) => editor.commit(name, Date.now(), changes, mergeKey),
    tell: (outcome) => told.push(outcome),
  };
  const paint = new PaintTool(context);
  const bucket = new BucketTool(context);
  let stage;
  const input = (at) => ({...mouse, at, scale: view.scale, timeMs: performance.now()});
  const settled = async () => {
    while (!stage.isSettled) await new Promise((resolve) => setTimeout(resolve, 1));
  };

  return {
    init() {
      editor.open(documentOf([]));
      board.set({frame, label: labels[0]});
      stage = new MaskStage(board, {
        lookOf: (number) => ({color: colors[number - 1] ?? color, pattern: 'solid'}),
        activeLook: () => ({color, pattern: 'solid'}),
      });
      host.append(stage.element);
      stage.look({view, frame, stage: stageSize});
    },
    press(at, radius) {
      board.set({tool: 'brush', brush: {size: radius * 2, shape: 'disc'}});
      paint.hover(input(at));
      paint.press(input(at));
      paint.dragStart(input(at));
    },
    move: (at) => paint.drag(input(at)),
    release: (at) => paint.dragEnd(input(at)),
    undo: () => editor.undo(),
    /** What the history keeps of the last step: the runs of its tiles, before and after. */
    bytes: () =>
      editor.state.history.done
        .at(-1)
        .changes.flatMap(({before, after}) => [before, after])
        .reduce((sum, record) => sum + (record?.runs?.length ?? 0), 0),
    prepare: (mask) => recordsFor(mask),
    load(records) {
      editor.open(documentOf(records));
    },
    async bucket(at) {
      const before = told.length;
      board.set({tool: 'bucket', label: labels[8]});
      bucket.press(input(at));
      bucket.click(input(at));
      while (told.length === before) await new Promise((resolve) => setTimeout(resolve, 1));
    },
    settled,
    labelled: () => board.map.data.reduce((sum, number) => sum + (number > 0 ? 1 : 0), 0),
    destroy() {
      stage.destroy();
      work.close();
    },
  };
}
