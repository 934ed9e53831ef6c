import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {bottomOf, rightOf, touches, type Box} from '../geometry/box.js';
import {create, remove, replace} from '../model/change.js';
import {documentOf, recordsOf} from '../model/document.js';
import type {BoxRecord} from '../model/record.js';
import {BoxIndex} from './box-index.js';
import {Editor} from './editor.js';

function boxRecord(order: number, box: Box, label = 'car'): BoxRecord {
  return {id: `box-${order}`, kind: 'box', order, label, box};
}

function grid(count: number): BoxRecord[] {
  return Array.from({length: count}, (_, i) =>
    boxRecord(
      i,
      {left: (i % 40) * 10, top: Math.floor(i / 40) * 10, width: 8, height: 8},
      i % 2 ? 'car' : 'dog',
    ),
  );
}

const ids = (records: readonly BoxRecord[]): string[] => records.map(({id}) => id).sort();

describe('BoxIndex', () => {
  let editor: Editor;
  let index: BoxIndex;
  beforeEach(() => {
    editor = new Editor();
    editor.open(documentOf(grid(200)));
    index = new BoxIndex(editor);
  });

  const box = (id: string): BoxRecord => editor.state.document.records.get(id) as BoxRecord;
  const at = (left: number, top: number, width = 0, height = 0): string[] =>
    ids(index.search({left, top, width, height}));

  it('finds what touches an area, borders included', () => {
    expect(index.size).to.equal(200);
    expect(at(4, 4)).to.deep.equal(['box-0']);
    expect(at(8, 4)).to.deep.equal(['box-0']);
    expect(at(9, 9)).to.deep.equal([]);
    expect(at(8, 8, 2, 2)).to.deep.equal(['box-0', 'box-1', 'box-40', 'box-41']);
  });

  it('finds nothing in an empty document', () => {
    editor.open(documentOf([]));
    expect(index.size).to.equal(0);
    expect(at(0, 0, 1000, 1000)).to.deep.equal([]);
  });

  it('follows what is moved, made, removed and taken back', () => {
    expect(at(4, 4)).to.deep.equal(['box-0']);
    const moved = {...box('box-0'), box: {left: 500, top: 500, width: 5, height: 5}};
    editor.commit('Move', 1, [replace(box('box-0'), moved)]);
    expect(at(4, 4)).to.deep.equal([]);
    expect(at(502, 502)).to.deep.equal(['box-0']);
    editor.commit('Draw', 2, [create(boxRecord(200, {left: 600, top: 600, width: 5, height: 5}))]);
    expect(at(602, 602)).to.deep.equal(['box-200']);
    editor.commit('Delete', 3, [remove(box('box-1'))]);
    expect(at(14, 4)).to.deep.equal([]);
    expect(index.size).to.equal(200);
    while (editor.undo());
    expect(at(4, 4)).to.deep.equal(['box-0']);
    expect(at(14, 4)).to.deep.equal(['box-1']);
    expect(at(602, 602)).to.deep.equal([]);
    expect(index.size).to.equal(200);
  });

  it('forgets the boxes of another document', () => {
    expect(at(4, 4)).to.deep.equal(['box-0']);
    editor.open(documentOf([boxRecord(0, {left: 50, top: 50, width: 5, height: 5})]));
    expect(at(4, 4)).to.deep.equal([]);
    expect(at(52, 52)).to.deep.equal(['box-0']);
  });

  it('keeps a row while its box changes, and numbers rows by age', () => {
    const row = index.rows.rowOf('box-7');
    const {generation} = index;
    editor.commit('Delete', 1, [remove(box('box-7'))]);
    editor.commit('Draw', 2, [create(boxRecord(200, {left: 0, top: 900, width: 5, height: 5}))]);
    editor.undo();
    editor.undo();
    expect(index.rows.rowOf('box-7')).to.equal(row);
    expect(index.generation).to.equal(generation);
    expect(index.rows.rowOf('box-200')).to.equal(200);
  });

  it('numbers rows anew when an old box comes back to rows that never had it', () => {
    const old = boxRecord(0.5, {left: 0, top: 900, width: 5, height: 5});
    const {generation} = index;
    editor.commit('Paste', 1, [create(old)]);
    expect(index.generation).to.be.greaterThan(generation);
    expect(index.rows.rowOf(old.id)).to.equal(1);
    expect(at(2, 902)).to.deep.equal([old.id]);
  });

  it('finds the same after it was built anew, and when very many boxes are gone', () => {
    editor.commit('Delete', 1, grid(200).slice(1).map(remove));
    expect(at(0, 0, 1000, 1000)).to.deep.equal(['box-0']);
    index.refresh();
    expect(at(0, 0, 1000, 1000)).to.deep.equal(['box-0']);
    editor.undo();
    index.refresh();
    expect(at(0, 0, 1000, 1000)).to.have.length(200);
  });

  it('stops following when it is destroyed', () => {
    expect(index.size).to.equal(200);
    index.destroy();
    editor.commit('Delete', 1, [remove(box('box-1'))]);
    expect(index.size).to.equal(200);
  });

  it('agrees with looking at every box, whatever happened', () => {
    const edge = fc.integer({min: 0, max: 400});
    const side = fc.integer({min: 0, max: 60});
    const place = fc.record({left: edge, top: edge, width: side, height: side});
    const act = fc.oneof(
      fc.record({kind: fc.constant('move' as const), which: fc.nat(), box: place}),
      fc.record({kind: fc.constant('make' as const), which: fc.nat(), box: place}),
      fc.record({kind: fc.constant('remove' as const), which: fc.nat(), box: place}),
      fc.record({
        kind: fc.constantFrom('undo' as const, 'redo' as const, 'refresh' as const),
        which: fc.nat(),
        box: place,
      }),
    );
    fc.assert(
      fc.property(fc.array(act, {maxLength: 40}), place, (acts, area) => {
        const own = new Editor();
        own.open(documentOf(grid(60)));
        const searched = new BoxIndex(own);
        let order = 60;
        for (const [step, {kind, which, box: to}] of acts.entries()) {
          const boxes = recordsOf(own.state.document, 'box');
          const one = boxes[which % Math.max(1, boxes.length)];
          if (kind === 'make') own.commit('Draw', step, [create(boxRecord(order++, to))]);
          else if (kind === 'undo') own.undo();
          else if (kind === 'redo') own.redo();
          else if (kind === 'refresh') searched.refresh();
          else if (one)
            own.commit(kind, step, [kind === 'move' ? replace(one, {...one, box: to}) : remove(one)]);
          const expected = recordsOf(own.state.document, 'box').filter((record) => touches(record.box, area));
          expect(ids(searched.search(area))).to.deep.equal(ids(expected));
          const visited: BoxRecord[] = [];
          const {left, top} = area;
          searched.visit(left, top, rightOf(area), bottomOf(area), (row, ...edges) => {
            const record = searched.recordAt(row) as BoxRecord;
            const {box} = record;
            expect(edges).to.deep.equal([box.left, box.top, rightOf(box), bottomOf(box)]);
            visited.push(record);
          });
          expect(ids(visited)).to.deep.equal(ids(expected));
          expect(searched.size).to.equal(recordsOf(own.state.document, 'box').length);
          const rowIds = searched.rows.records.flatMap((record) => (record ? [record.id] : []));
          expect(rowIds).to.deep.equal(recordsOf(own.state.document, 'box').map(({id}) => id));
        }
      }),
      {numRuns: 60},
    );
  });
});
