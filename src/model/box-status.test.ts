import {expect} from '@open-wc/testing';
import {boxStatus, removedBoxes} from './box-status.js';
import {apply, documentOf} from './document.js';
import type {BoxRecord} from './record.js';

const given: BoxRecord = {
  id: 'given:0',
  kind: 'box',
  order: 0,
  label: 'apple',
  box: {left: 1, top: 2, width: 3, height: 4},
  attributes: {side: 'left'},
};
const other: BoxRecord = {...given, id: 'given:1', order: 1};
const opened = documentOf([given, other, {id: 'nothing', kind: 'nothing', order: 2}]);

describe('box status', () => {
  it('is “given” for a box as it was, however it came to be so again', () => {
    expect(boxStatus(opened, given)).to.equal('given');
    expect(boxStatus(opened, {...given, box: {...given.box}, attributes: {side: 'left'}})).to.equal('given');
  });

  it('is “changed” for another place, label or attribute', () => {
    expect(boxStatus(opened, {...given, box: {...given.box, top: 3}})).to.equal('changed');
    expect(boxStatus(opened, {...given, label: 'pear'})).to.equal('changed');
    expect(boxStatus(opened, {...given, attributes: {side: 'left', occluded: true}})).to.equal('changed');
    const {attributes: _, ...without} = given;
    expect(boxStatus(opened, without)).to.equal('changed');
  });

  it('is “added” for a new box', () => {
    expect(boxStatus(opened, {...given, id: 'new'})).to.equal('added');
    expect(boxStatus(opened, {...given, id: 'nothing'})).to.equal('added');
  });

  it('leaves the boxes that are gone', () => {
    const document = apply(opened, [{id: given.id, before: given, after: undefined}]);
    expect(removedBoxes(opened, document)).to.deep.equal([given]);
    expect(removedBoxes(opened, opened)).to.deep.equal([]);
  });
});
