import {expect} from '@open-wc/testing';
import type {JsonValue} from '../base/json.js';
import {click, DrawingBoard, pointerAt} from './drawing-board.harness.js';
import {previewIn, writtenPreview} from './stored-preview.js';
import {DrawBoxTool} from './tools/draw-box.js';
import {DrawExtremesTool} from './tools/draw-extremes.js';

const size = {width: 100, height: 80};

/** What a page would store of what is being drawn, and read again. */
function restored({drawing}: DrawingBoard) {
  const written = writtenPreview(drawing.state.preview);
  const read = JSON.parse(JSON.stringify(written ?? null)) as JsonValue;
  return previewIn(read, size, drawing.state.label);
}

describe('a box that is stored while it is drawn', () => {
  for (const [x, y] of [
    [40, 50],
    [10, 5],
    [20, 30],
  ] as const) {
    it(`goes on from its anchor: ${x}, ${y}`, () => {
      const before = new DrawingBoard();
      const tool = new DrawBoxTool(before);
      click(tool, 20, 30);
      tool.hover(pointerAt(x, y));
      const after = new DrawingBoard();
      const again = new DrawBoxTool(after);
      expect(again.resume(restored(before)!)).to.equal(true);
      expect(after.drawing.state.preview).to.deep.equal(before.drawing.state.preview);
      for (const one of [tool, again]) click(one, 60, 70);
      expect(after.boxes).to.deep.equal(before.boxes);
      expect(after.boxes).to.have.length(1);
    });
  }

  it('keeps its extreme points', () => {
    const before = new DrawingBoard();
    const tool = new DrawExtremesTool(before);
    click(tool, 20, 30);
    click(tool, 40.5, 10);
    const after = new DrawingBoard();
    const again = new DrawExtremesTool(after);
    expect(again.resume(restored(before)!)).to.equal(true);
    for (const one of [tool, again]) {
      click(one, 60, 30);
      click(one, 40, 50);
    }
    expect(after.boxes).to.deep.equal(before.boxes);
    expect(after.boxes).to.have.length(1);
  });

  it('is nothing while boxes are only selected or moved', () => {
    expect(writtenPreview(undefined)).to.equal(undefined);
    expect(writtenPreview({kind: 'marquee', box: {left: 0, top: 0, width: 1, height: 1}})).to.equal(
      undefined,
    );
    expect(writtenPreview({kind: 'change', records: new Map(), isResize: true})).to.equal(undefined);
  });

  it('is nothing where nobody understands it', () => {
    const junk: readonly JsonValue[] = [null, 'box', [], {}, {points: []}, {points: [[1]]}, {anchor: [1, 2]}];
    for (const one of junk) expect(previewIn(one, size, 'car'), JSON.stringify(one)).to.equal(undefined);
  });
});
