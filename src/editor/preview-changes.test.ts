import {expect} from '@open-wc/testing';
import {SpanList} from '../raster/spans.js';
import {commitStroke} from './commit-stroke.js';
import {moveRegions} from './mask-acts/move-regions.js';
import type {MaskState} from './mask-board.js';
import {MaskBoardHarness} from './mask-board.harness.js';
import type {PreviewPixels} from './mask-preview.js';
import {beginStroke} from './mask-rules.js';
import {changedBy} from './preview-changes.js';

const labels = ['sky', 'ground', 'building'];
const rows = ['111...', '122...', '122233', '...333'];

/** Regions 1, 2 and 3: of a label each, or instances of the first. */
function drawn(hasInstances: boolean): MaskBoardHarness {
  const board = new MaskBoardHarness(6, 4, {hasInstances, labels});
  for (const number of [1, 2, 3]) {
    board.set({label: hasInstances ? 'sky' : labels[number - 1]!, instance: undefined});
    const stroke = beginStroke(board, 'paint');
    if ('done' in stroke) throw new Error(stroke.message);
    for (const [y, row] of rows.entries())
      for (let x = 0; x < row.length; x++) if (row[x] === `${number}`) stroke.write(y, x, x + 1);
    commitStroke(board, stroke);
  }
  board.set({label: 'sky', instance: hasInstances ? 1 : undefined});
  return board;
}

const everything = (): PreviewPixels['spans'] => {
  const list = new SpanList();
  for (let y = 0; y < 4; y++) list.add(y, 0, 6);
  return list.spans;
};

/** The pixels that a preview says will become others. */
function promised(board: MaskBoardHarness, pixels: PreviewPixels): readonly string[] {
  const rule = changedBy(board, pixels);
  const {data} = board.map;
  const changes = Array.from(data, (number) => !rule || rule[number] === 1);
  return rows.map((_, y) =>
    changes
      .slice(y * 6, y * 6 + 6)
      .map((isChanged) => (isChanged ? 'x' : '.'))
      .join(''),
  );
}

const differing = (before: readonly string[], after: readonly string[]): readonly string[] =>
  before.map((row, y) => [...row].map((sign, x) => (sign === after[y]![x] ? '.' : 'x')).join(''));

describe('what a preview would change', () => {
  const settings: readonly Partial<MaskState>[] = [
    {},
    {mode: 'behind'},
    {mode: 'inside'},
    {lockedNumbers: new Set([2])},
    {hiddenNumbers: new Set([3]), mode: 'inside'},
    {lockedLabels: new Set(['sky'])},
    {erasesOwnOnly: true},
    {erasesOwnOnly: true, mode: 'inside'},
    {instance: undefined, erasesOwnOnly: true},
    {isNewPerFill: true},
    {label: 'building', instance: undefined},
    {label: ''},
    {isAllHidden: true},
  ];
  for (const hasInstances of [false, true])
    for (const isErasing of [false, true])
      for (const setting of settings) {
        const text = JSON.stringify(setting, (_, value: unknown) =>
          value instanceof Set ? [...(value as Set<unknown>)] : value,
        );
        const kind = hasInstances ? 'instances' : 'labels';
        it(`is what is changed: ${kind}, ${isErasing ? 'erasing' : 'painting'}, ${text}`, () => {
          for (const seed of [
            {x: 0.5, y: 0.5},
            {x: 1.5, y: 1.5},
            {x: 4.5, y: 0.5},
            {x: 5.5, y: 3.5},
          ]) {
            const board = drawn(hasInstances);
            board.set(setting);
            const told = promised(board, {spans: everything(), erases: isErasing, seed, isFill: true});
            const before = board.rows;
            const act = isErasing ? 'erase' : 'paint';
            const stroke = beginStroke(board, act, seed, {isFill: true});
            if (!('done' in stroke)) {
              stroke.paint(everything());
              commitStroke(board, stroke, 'fill');
            }
            expect(told).to.deep.equal(differing(before, board.rows));
          }
        });
      }

  for (const setting of [{}, {mode: 'behind'}, {lockedNumbers: new Set([3])}] as const)
    it(`is where a moved region finds a place: ${'mode' in setting ? setting.mode : Object.keys(setting).join()}`, () => {
      const board = drawn(true);
      board.set({...setting, selection: new Set([2])});
      const list = new SpanList();
      list.add(2, 2, 4);
      list.add(3, 2, 5);
      const told = promised(board, {spans: list.spans, erases: false, isMove: true});
      moveRegions(board, {x: 1, y: 1});
      const {rows: after} = board;
      for (const [y, start, end] of [
        [2, 2, 4],
        [3, 2, 5],
      ] as const)
        for (let x = start; x < end; x++)
          expect(told[y]![x], `${x},${y}`).to.equal(after[y]![x] === '2' ? 'x' : '.');
    });

  it('is nothing where nobody may paint', () => {
    const board = drawn(false);
    board.isReadonly = true;
    expect(promised(board, {spans: everything(), erases: false}).join('')).to.match(/^\.+$/);
  });
});

describe('a moved region', () => {
  it('says how many of its pixels found no place', () => {
    const board = drawn(true);
    board.set({selection: new Set([2]), lockedNumbers: new Set([3])});
    const {message} = moveRegions(board, {x: 1, y: 1});
    expect(board.rows).to.deep.equal(['111...', '1.....', '1.2233', '..2333']);
    expect(message).to.equal(
      `${board.words.moved('sky 2')} ${board.words.lost(board.words.pixels(2, 'en'))}`,
    );
    board.editor.undo();
    board.set({lockedNumbers: new Set()});
    expect(moveRegions(board, {x: 1, y: 1}).message).to.equal(board.words.moved('sky 2'));
  });
});
