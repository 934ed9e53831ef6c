import {expect} from '@open-wc/testing';
import {inputOf} from './stage-input.js';

const at = {x: 3, y: 4};

describe('input of the stage', () => {
  it('tells the eraser end of a pen, in the press and in the moves after it', () => {
    const event = (init: PointerEventInit) => new PointerEvent('pointermove', {pointerType: 'pen', ...init});
    expect(inputOf(event({button: 5, buttons: 32}), at, false).eraser).to.equal(true);
    expect(inputOf(event({button: -1, buttons: 32}), at, false).eraser).to.equal(true);
    expect(inputOf(event({button: 0, buttons: 1}), at, false).eraser).to.equal(undefined);
  });

  it('goes by each event: what says neither pen nor touch is a mouse', () => {
    const kinds = ['mouse', 'pen', 'touch', ''].map(
      (pointerType) => inputOf(new PointerEvent('pointermove', {pointerType}), at, false).pointer,
    );
    expect(kinds).to.deep.equal(['mouse', 'pen', 'touch', 'mouse']);
  });

  it('takes Ctrl and ⌘ for the same', () => {
    const control = (init: PointerEventInit) =>
      inputOf(new PointerEvent('pointermove', init), at, true).control;
    expect([control({ctrlKey: true}), control({metaKey: true}), control({})]).to.deep.equal([
      true,
      true,
      false,
    ]);
  });
});
