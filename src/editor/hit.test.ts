import {expect} from '@open-wc/testing';
import {handleAt, handleCursor, handlesOf, sideAt} from './box-handles.js';
import {boxRecord, DrawingBoard, pointerAt} from './drawing-board.harness.js';
import {hitAt, smallestAt, stackAt} from './hit.js';
import type {PointerInput} from './tool.js';

function found(board: DrawingBoard, x: number, y: number, more?: Partial<PointerInput>): string | undefined {
  const hit = hitAt(board.drawing, board.index, pointerAt(x, y, more));
  return hit && `${hit.part} of ${hit.record.id}${'handle' in hit ? `: ${hit.handle}` : ''}`;
}

describe('hit', () => {
  /** Four boxes, each inside the one before. */
  const nested = () =>
    new DrawingBoard(200, 200, [
      boxRecord('box-1', [0, 0, 200, 200]),
      boxRecord('box-2', [20, 20, 160, 160]),
      boxRecord('box-3', [40, 40, 120, 120]),
      boxRecord('box-4', [100, 100, 40, 40]),
    ]);

  it('follows the order of HIT-1', () => {
    const board = nested();
    expect(found(board, 120, 120), 'the smallest around').to.equal('interior of box-4');
    expect(found(board, 42, 60), 'an outline before an inside').to.equal('outline of box-3');
    board.select('box-2');
    expect(found(board, 120, 120), 'the inside of the selection').to.equal('interior of box-2');
    expect(found(board, 42, 60), 'an outline before the inside of the selection').to.equal(
      'outline of box-3',
    );
    expect(found(board, 22, 60)).to.equal('side of box-2: left');
    expect(found(board, 25, 25)).to.equal('handle of box-2: top-left');
    board.select('box-2', 'box-4');
    expect(found(board, 22, 60), 'several have no handles').to.equal('outline of box-2');
    expect(found(board, 5, 5)).to.equal('interior of box-1');
    expect(found(board, -5, -5)).to.equal(undefined);
  });

  it('prefers the outline of the selection to a nearer one, and the nearest of others', () => {
    const board = new DrawingBoard(200, 200, [
      boxRecord('box-1', [10, 10, 100, 100]),
      boxRecord('box-2', [13, 13, 100, 100]),
      boxRecord('box-3', [16, 16, 100, 100]),
    ]);
    expect(found(board, 13.4, 60)).to.equal('outline of box-2');
    board.select('box-1', 'box-3');
    expect(found(board, 13.4, 60)).to.equal('outline of box-3');
  });

  it('prefers the newer of two equal boxes', () => {
    const board = new DrawingBoard(200, 200, [
      boxRecord('box-1', [10, 10, 100, 100]),
      boxRecord('box-2', [10, 10, 100, 100]),
    ]);
    expect(found(board, 60, 60)).to.equal('interior of box-2');
    expect(found(board, 10, 60)).to.equal('outline of box-2');
  });

  it('measures tolerance on the screen, by the kind of pointer of each input (PTR-3)', () => {
    const board = new DrawingBoard(200, 200, [boxRecord('box-1', [100, 100, 60, 60])]);
    expect(found(board, 95, 130)).to.equal(undefined);
    expect(found(board, 95, 130, {pointer: 'pen'})).to.equal('outline of box-1');
    expect(found(board, 87, 130, {pointer: 'touch'})).to.equal('outline of box-1');
    expect(found(board, 95, 130), 'a mouse after a finger').to.equal(undefined);
    expect(found(board, 95, 130, {scale: 0.5})).to.equal('outline of box-1');
    expect(found(board, 97, 130, {scale: 2})).to.equal(undefined);
  });

  it('never hits hidden boxes; locked ones have no handles', () => {
    const board = nested();
    board.drawing.set({hiddenIds: new Set(['box-4']), lockedIds: new Set(['box-3'])});
    board.select('box-3');
    expect(found(board, 120, 120)).to.equal('interior of box-3');
    expect(found(board, 40, 60)).to.equal('outline of box-3');
    board.drawing.set({isAllHidden: true});
    expect(found(board, 120, 120)).to.equal(undefined);
  });

  it('lists all boxes under a place, whatever is selected', () => {
    const board = nested();
    const ids = () => stackAt(board.drawing, board.index, pointerAt(120, 138)).map(({id}) => id);
    expect(ids()).to.deep.equal(['box-4', 'box-3', 'box-2', 'box-1']);
    board.select('box-1');
    expect(ids()).to.deep.equal(['box-4', 'box-3', 'box-2', 'box-1']);
    expect(smallestAt(board.drawing, board.index, {x: 90, y: 90})?.id).to.equal('box-3');
  });
});

describe('box handles', () => {
  const box = {left: 100, top: 100, width: 80, height: 40};

  it('sit on the outline, at the same size on the screen', () => {
    const at = Object.fromEntries(handlesOf(box, 2, 'mouse').map(({handle, at: {x, y}}) => [handle, [x, y]]));
    expect(at).to.deep.equal({
      'top-left': [100, 100],
      'top-right': [180, 100],
      'bottom-right': [180, 140],
      'bottom-left': [100, 140],
      top: [140, 100],
      right: [180, 120],
      bottom: [140, 140],
      left: [100, 120],
    });
    expect(handleAt(box, {x: 184, y: 140}, 2, 'mouse')).to.equal('bottom-right');
    expect(handleAt(box, {x: 184.1, y: 140}, 2, 'mouse')).to.equal(undefined);
    expect(handleAt(box, {x: 191, y: 140}, 2, 'touch')).to.equal('bottom-right');
    expect(handleAt(box, {x: 180, y: 131}, 1.25, 'touch'), 'of two in reach the nearest').to.equal(
      'bottom-right',
    );
  });

  it('move outside a small box and leave its inside free (VIS-3)', () => {
    const small = {left: 100, top: 100, width: 20, height: 20};
    const [first] = handlesOf(small, 1, 'mouse');
    expect(first).to.deep.equal({handle: 'top-left', at: {x: 92, y: 92}});
    expect(handleAt(small, {x: 105, y: 105}, 1, 'mouse')).to.equal(undefined);
    expect(sideAt(small, {x: 100, y: 110}, 1, 'mouse')).to.equal(undefined);
    expect(sideAt(small, {x: 91, y: 97}, 1, 'mouse')).to.equal('left');
    expect(handlesOf(small, 1.2, 'mouse')[0]?.at, 'three handle widths are enough').to.deep.equal({
      x: 100,
      y: 100,
    });
  });

  it('shrink to one grip beside a tiny box', () => {
    const tiny = {left: 100, top: 100, width: 7, height: 4};
    expect(handlesOf(tiny, 1, 'mouse')).to.deep.equal([{handle: 'bottom-right', at: {x: 115, y: 112}}]);
    expect(sideAt(tiny, {x: 92, y: 102}, 1, 'mouse')).to.equal(undefined);
    expect(handlesOf(tiny, 8 / 7, 'mouse')).to.have.length(8);
  });

  it('have the cursor of the direction they are seen in', () => {
    expect(handleCursor('top-left', 1)).to.equal('nwse-resize');
    expect(handleCursor('top-left', 2), 'mirrored').to.equal('nesw-resize');
    expect(handleCursor('top', 3)).to.equal('ns-resize');
    expect(handleCursor('top', 6), 'turned').to.equal('ew-resize');
    expect(handleCursor('top-left', 5), 'turned and mirrored').to.equal('nwse-resize');
  });
});
