import {BoxStage} from '../../../src/canvas/box-stage.ts';
import {Drawing} from '../../../src/editor/drawing.ts';
import {Editor} from '../../../src/editor/editor.ts';
import {createShapeIndex} from '../../../src/editor/shape-index.ts';
import {SelectTool} from '../../../src/editor/tools/select.ts';
import {screenToImage} from '../../../src/geometry/view.ts';
import {documentOf} from '../../../src/model/document.ts';
import {en} from '../../../src/strings/en.ts';
import {colors, middleOf, photo as photoSize, stage as stageSize, toScreen} from '../scene.js';
import {showPhoto} from './raw.js';

const looks = Object.fromEntries(
  Object.entries(colors).map(([label, color]) => [label, {color, pattern: 'solid'}]),
);
const frame = {stored: photoSize, orientation: 1};
const mouse = {pointer: 'mouse', shift: false, alt: false, control: false, space: false};

/** The parts of `gt-bbox-task` that work per frame: document, index, select tool and stage. */
export function create({host, photo}) {
  let editor, drawing, index, tool, stage, view;
  let from;

  /** What the element makes of a pointer of the stage. */
  const input = (point) => ({
    ...mouse,
    at: screenToImage(view, frame, point),
    scale: view.scale,
    timeMs: performance.now(),
  });
  const moved = (dx, dy) => ({x: from.x + dx * view.scale, y: from.y + dy * view.scale});

  return {
    async init() {
      editor = new Editor();
      index = createShapeIndex(editor);
      drawing = new Drawing(editor);
      drawing.set({frame, tool: 'select'});
      const context = {
        drawing,
        index,
        words: en.boxes,
        language: 'en',
        commit: (name, changes, mergeKey) => editor.commit(name, Date.now(), changes, mergeKey),
        tell() {},
      };
      tool = new SelectTool(context);
      stage = new BoxStage(editor, drawing, index, {lookOf: (label) => looks[label]});
      host.append(stage.element);
    },
    load(boxes) {
      editor.open(
        documentOf(boxes.map(({id, label, ...box}, order) => ({id, kind: 'box', order, label, box}))),
      );
    },
    view(next) {
      view = next;
      showPhoto(photo, view);
      stage.look({view, frame, stage: stageSize});
    },
    dragStart(box) {
      from = toScreen(view, middleOf(box));
      drawing.set({selection: new Set([box.id])});
      tool.press(input(from));
      tool.dragStart(input(from));
    },
    drag: (dx, dy) => tool.drag(input(moved(dx, dy))),
    dragEnd() {
      tool.dragEnd(input(moved(10, 10)));
    },
    move: (point) => tool.hover(input(point)),
    async settled() {
      while (!stage.isSettled) await new Promise((resolve) => setTimeout(resolve, 1));
    },
    proof: () => {
      const [step] = editor.state.history.done;
      return {step: step?.name, ...step?.changes[0]?.after?.box};
    },
    destroy: () => stage.destroy(),
  };
}
