import {expect} from '@open-wc/testing';
import type {JsonObject} from '../base/json.js';
import type {Box} from '../geometry/box.js';
import {apply, documentOf, emptyDocument, recordsOf, type AnnotationDocument} from '../model/document.js';
import type {BoxRecord} from '../model/record.js';
import {bbox, type BboxAnswer} from './bbox.js';
import type {Task} from './task.js';

const frame = {stored: {width: 100, height: 60}, orientation: 1} as const;
const task: Task = {
  entry: {'source-ref': 's3://b/1.jpg'},
  labels: [{label: 'apple'}, {label: 'pear'}, {label: 'plum'}],
  frame,
};
const size = {height: 60, width: 100};

/** `apple 10 20 30 40`: label, left, top, width, height. */
function boxOf(text: string): {label: string; box: Box} {
  const [label = '', ...numbers] = text.split(' ');
  const [left = 0, top = 0, width = 0, height = 0] = numbers.map(Number);
  return {label, box: {left, top, width, height}};
}

function drawn(...texts: readonly string[]): AnnotationDocument {
  return documentOf(
    texts.map((text, order): BoxRecord => ({id: `b${order}`, kind: 'box', order, ...boxOf(text)})),
  );
}

function said(...texts: readonly string[]): BboxAnswer {
  const boundingBoxes = texts.map((text) => {
    const {label, box} = boxOf(text);
    return {height: box.height, label, left: box.left, top: box.top, width: box.width};
  });
  return {boundingBoxes, inputImageProperties: size};
}

function read(answer: unknown, given: Task = task): AnnotationDocument {
  const result = bbox.fromAnswer(answer, given);
  if (!result.ok) throw new Error(result.problems[0]?.message);
  return result.value;
}

function problemsOf(answer: unknown, given: Task = task): string[] {
  const result = bbox.fromAnswer(answer, given);
  return (result.ok ? (result.warnings ?? []) : result.problems).map(({code, at}) => `${code} ${at}`);
}

const codes = (document: AnnotationDocument, given: Task = task) =>
  bbox.check(document, given).map(({code, at, severity}) => `${severity} ${code} ${at}`);

const annotation = (text: string, class_id: number, more: JsonObject = {}) => {
  const {box} = boxOf(`x ${text}`);
  return {class_id, top: box.top, left: box.left, height: box.height, width: box.width, ...more};
};

describe('bbox', () => {
  it('is known to the service as object detection and names its widget as the built-in template does', () => {
    expect(bbox.groundTruthType(task.entry)).to.equal('groundtruth/object-detection');
    expect(bbox.widgetName(task.entry)).to.equal('boundingBox');
  });

  describe('answers', () => {
    it('come in order of creation, with members as the crowd widget orders them', () => {
      const {records} = drawn('pear 1 2 3 4', 'apple 5 6 7 8');
      const document = documentOf([...records.values()].reverse());
      expect(JSON.stringify(bbox.toAnswer(document, task))).to.equal(
        '{"boundingBoxes":[{"height":4,"label":"pear","left":1,"top":2,"width":3},{"height":8,"label":"apple","left":5,"top":6,"width":7}],"inputImageProperties":{"height":60,"width":100}}',
      );
    });

    it('are missing while nothing has been said, and an empty list when there is nothing to label', () => {
      expect(bbox.toAnswer(emptyDocument, task)).to.equal(undefined);
      for (const answer of [{boundingBoxes: []}, {boundingBoxes: null}, []]) {
        const nothing = read(answer);
        expect([...nothing.records.values()].map(({kind}) => kind)).to.deep.equal(['nothing']);
        expect(bbox.toAnswer(nothing, task)).to.deep.equal(said());
        expect(codes(nothing)).to.deep.equal([]);
      }
    });

    it('round edges, not lengths, and stay inside the picture and at least one pixel large', () => {
      const document = drawn('apple 10.4 10.6 20.2 20.2', 'apple -5 50 300 30', 'apple 99.9 10 0.01 3');
      expect(bbox.toAnswer(document, task)).to.deep.equal(
        said('apple 10 11 21 20', 'apple 0 50 100 10', 'apple 99 10 1 3'),
      );
    });

    it('keep numbers that were read and not touched, fractional or beyond the picture', () => {
      const answer = said('apple 10.25 -3 164.60000000000002 1e3');
      expect(bbox.toAnswer(read(answer), task)).to.deep.equal(answer);
      const [record] = recordsOf(read(answer), 'box');
      const {read: _, ...touched} = record as BoxRecord;
      expect(bbox.toAnswer(documentOf([touched]), task)).to.deep.equal(said('apple 10 0 90 60'));
    });

    it('have attributes beside the boxes only when a box has some', () => {
      const answer = {
        ...said('apple 1 1 9 9', 'pear 2 2 9 9'),
        boxAttributes: [{}, {occluded: true, side: 'left'}],
      };
      const document = read(answer);
      expect(bbox.toAnswer(document, task)).to.deep.equal(answer);
      expect(Object.keys(bbox.toAnswer(document, task) ?? {})).to.deep.equal([
        'boundingBoxes',
        'boxAttributes',
        'inputImageProperties',
      ]);
      expect(JSON.stringify(bbox.toLabel(answer, task))).to.not.contain('occluded');
      const off = {...answer, boxAttributes: [null, {occluded: false, side: ''}]};
      expect(bbox.toAnswer(read(off), task)).to.deep.equal(said('apple 1 1 9 9', 'pear 2 2 9 9'));
      expect(problemsOf({...answer, boxAttributes: [{a: 7, b: 'x'}]})).to.deep.equal([
        'answer/box-attributes boxAttributes[0]',
      ]);
    });

    it('tell whether the boxes the item started with were changed', () => {
      const initial = said('apple 1.5 1 9 9', 'pear 2 2 9 9');
      const started: Task = {...task, initial};
      const document = read(initial, started);
      expect(bbox.toAnswer(document, started)?.initialValueModified).to.equal(false);
      expect(bbox.toAnswer(document, task)).to.not.have.property('initialValueModified');
      const [first, second] = recordsOf(document, 'box') as [BoxRecord, BoxRecord];
      const without = apply(document, [{id: first.id, before: first, after: undefined}]);
      expect(bbox.toAnswer(without, started)?.initialValueModified).to.equal(true);
      const renamed = apply(document, [{id: second.id, before: second, after: {...second, label: 'plum'}}]);
      expect(bbox.toAnswer(renamed, started)?.initialValueModified).to.equal(true);
      expect(bbox.toAnswer(read({boundingBoxes: []}), {...task, initial: {boundingBoxes: []}})).to.deep.equal(
        {
          ...said(),
          initialValueModified: false,
        },
      );
    });

    it('take the size of the picture from what was read until the picture is known', () => {
      const {frame: _, ...unknown} = task;
      const document = read(said('apple 1 1 9 9'), unknown);
      expect(bbox.toAnswer(document, unknown)).to.not.have.property('inputImageProperties');
      expect(codes(document, unknown)).to.deep.equal(['error answer/no-picture picture']);
      const prior = {value: {image_size: [{width: 8, height: 9}], annotations: []}, metadata: {}};
      expect(bbox.toAnswer(document, {...unknown, prior})?.inputImageProperties).to.deep.equal({
        height: 9,
        width: 8,
      });
      const given = said();
      for (const known of [
        {...unknown, given},
        {...unknown, initial: given},
      ]) {
        expect(bbox.toAnswer(document, known)?.inputImageProperties).to.deep.equal(size);
        expect(codes(document, known)).to.deep.equal([]);
      }
    });

    it('count in the picture as displayed when the task says so', () => {
      const displayed: Task = {...task, frame: {...frame, orientation: 6}, coordinates: 'displayed'};
      expect(bbox.toAnswer(drawn('apple 0 0 10 20'), displayed)).to.deep.equal({
        boundingBoxes: [{height: 10, label: 'apple', left: 40, top: 0, width: 20}],
        inputImageProperties: {height: 100, width: 60},
      });
      const document = read(
        {boundingBoxes: [{height: 10, label: 'apple', left: 40, top: 0, width: 20}]},
        displayed,
      );
      expect(recordsOf(document, 'box')[0]?.box).to.deep.equal({left: 0, top: 0, width: 10, height: 20});
    });

    it('are read as far as they can be', () => {
      const good = {height: 4, label: 'apple', left: 1, top: 2, width: 3};
      const bad: unknown[] = [
        null,
        {...good, left: 'x'},
        {...good, width: -1},
        {...good, height: Number.NaN},
        {...good, top: 1e300},
        {left: 1, top: 2, width: 3, height: 4},
        {...good, label: ''},
      ];
      const result = bbox.fromAnswer({boundingBoxes: [...bad, good]}, task);
      expect(result.ok && recordsOf(result.value, 'box').map(({id, label}) => [id, label])).to.deep.equal([
        ['given:7', 'apple'],
      ]);
      expect(problemsOf({boundingBoxes: [...bad, good]})).to.deep.equal(
        bad.map((_, index) => `box/unreadable boundingBoxes[${index}]`),
      );
      expect(
        problemsOf({
          boundingBoxes: [
            {...good, left: -1, label: 'fig'},
            {...good, left: '7'},
          ],
        }),
      ).to.deep.equal(['box/outside boundingBoxes[0]', 'answer/unknown-label label']);
      for (const answer of [undefined, null, 7, {}, {boundingBoxes: 'x'}]) {
        expect(bbox.fromAnswer(answer, task).ok, JSON.stringify(answer)).to.equal(false);
      }
      const none = bbox.fromAnswer({boundingBoxes: [null]}, task);
      expect(none.ok && none.value.records.size).to.equal(0);
    });
  });

  describe('check', () => {
    it('asks for a box or for “nothing to label”, and not for both', () => {
      expect(codes(emptyDocument)).to.deep.equal(['error answer/no-box boxes']);
      expect(codes(drawn('apple 1 1 9 9'))).to.deep.equal([]);
      const both = documentOf([
        ...drawn('apple 1 1 9 9').records.values(),
        {id: 'nothing', kind: 'nothing', order: 1},
      ]);
      expect(codes(both)).to.deep.equal(['error answer/excluded boxes']);
    });

    it('names the boxes whose label is not in the list; one the item came with may stay', () => {
      expect(codes(drawn('apple 1 1 9 9', 'fig 20 1 9 9'))).to.deep.equal([
        'error answer/unknown-label box:b1',
      ]);
      const prior = {value: {annotations: []}, metadata: {'class-map': {7: 'fig'}}};
      expect(codes(drawn('fig 20 1 9 9'), {...task, prior})).to.deep.equal([
        'warning answer/unknown-label box:b0',
      ]);
    });

    it('asks for attributes that are required', () => {
      const asking: Task = {
        ...task,
        boxAttributes: [
          {name: 'side', type: 'choice', options: ['l', 'r'], required: true},
          {name: 'occluded', type: 'boolean'},
        ],
      };
      const document = read({
        ...said('apple 1 1 9 9', 'pear 20 2 9 9'),
        boxAttributes: [{side: 'l'}, {occluded: true}],
      });
      expect(codes(document, asking)).to.deep.equal(['error answer/box-attribute box:given:1']);
    });

    it('warns of thin boxes and of boxes drawn twice', () => {
      expect(codes(drawn('apple 1 1 2 9', 'apple 5 5 9 2.5'))).to.deep.equal([
        'warning answer/thin-box box:b0',
        'warning answer/thin-box box:b1',
      ]);
      const twice = drawn('apple 0 0 50 50', 'pear 0 0 50 50', 'apple 1 0 50 50', 'apple 0 4 50 50');
      expect(codes(twice)).to.deep.equal(['warning answer/double-box box:b2']);
      expect(bbox.check(twice, task)[0]?.message).to.contain('boxes 1 and 3');
    });

    it('warns when the earlier boxes were made on a picture of another size', () => {
      const initial = {...said('apple 1 1 9 9'), inputImageProperties: {height: 100, width: 60}};
      expect(codes(read(initial), {...task, initial})).to.deep.equal(['warning answer/other-size picture']);
    });
  });

  describe('labels', () => {
    it('hold ids, the picture’s size, confidence 0, and the used classes only', () => {
      expect(bbox.toLabel(said('plum 1 2 3 4', 'apple 5 6 7 8', 'plum 9 9 9 9'), task)).to.deep.equal({
        value: {
          image_size: [{width: 100, height: 60, depth: 3}],
          annotations: [annotation('1 2 3 4', 2), annotation('5 6 7 8', 0), annotation('9 9 9 9', 2)],
        },
        metadata: {
          objects: [{confidence: 0}, {confidence: 0}, {confidence: 0}],
          'class-map': {2: 'plum', 0: 'apple'},
        },
      });
      expect(bbox.toLabel(said(), task)).to.deep.equal({
        value: {image_size: [{width: 100, height: 60, depth: 3}], annotations: []},
        metadata: {objects: [], 'class-map': {}},
      });
      expect(() => bbox.toLabel(said('fig 1 1 9 9'), task)).to.throw(RangeError);
      expect(() => bbox.toLabel({boundingBoxes: []}, {entry: {}, labels: []})).to.throw(RangeError);
    });

    it('are read with the class map’s names, ids as texts, and other spellings', () => {
      const value = {
        image_size: {width: 100, height: 60},
        annotations: [annotation('1 2 3.5 4', 1), {...annotation('5 6 7 8', 0), class_id: '0'}],
      };
      const label = bbox.fromLabel(value, {class_map: {1: 'pear', 0: 'apple'}}, task);
      expect(label).to.deep.equal({ok: true, value: said('pear 1 2 3.5 4', 'apple 5 6 7 8')});
      expect(bbox.fromLabel({annotations: [annotation('1 2 3 4', 2)]}, {}, task)).to.deep.equal({
        ok: true,
        value: {boundingBoxes: said('plum 1 2 3 4').boundingBoxes},
      });
      expect(bbox.fromLabel({boundingBoxes: said('plum 1 2 3 4').boundingBoxes}, {}, task).ok).to.equal(true);
      expect(bbox.fromLabel({annotations: 'x'}, {}, task).ok).to.equal(false);
    });

    it('of other classes keep the name, or the number where there is none', () => {
      const annotations = [annotation('1 2 3 4', 7), annotation('1 2 30 4', 7), annotation('2 2 3 4', 9)];
      const label = bbox.fromLabel({annotations}, {'class-map': {7: 'fig'}}, task);
      expect(label.ok && label.value.boundingBoxes.map((box) => box.label)).to.deep.equal([
        'fig',
        'fig',
        '9',
      ]);
      expect(label.ok && label.warnings?.map(({code}) => code)).to.deep.equal([
        'answer/unknown-label',
        'label/unknown-class',
      ]);
    });
  });

  describe('adjustment', () => {
    const value: JsonObject = {
      annotations: [
        {left: 1.5, top: 2, width: 3, height: 4, class_id: 4, 'drawn-by': 'x'},
        {left: 10, top: 2, width: 3, height: 4, class_id: 0},
        {left: 10, top: 2, width: 3, height: 4, class_id: 0},
      ],
      image_size: [{width: 100, height: 60, depth: 1}],
      note: 'kept',
    };
    const metadata: JsonObject = {
      objects: [{confidence: 0.9, model: 'm'}, {confidence: 0.8}],
      'class-map': {4: 'pear', 0: 'apple'},
      'annotator-note': 'of the earlier job',
    };
    const adjusting: Task = {...task, prior: {value, metadata}};

    function relabelled(change: (boxes: BboxAnswer['boundingBoxes']) => BboxAnswer['boundingBoxes']) {
      const answer = bbox.fromLabel(value, metadata, adjusting);
      if (!answer.ok) throw new Error('unreadable');
      return bbox.toLabel({...answer.value, boundingBoxes: change(answer.value.boundingBoxes)}, adjusting);
    }

    it('gives untouched boxes back as they were, with the ids of this task', () => {
      const parts = relabelled((boxes) => boxes);
      expect(JSON.stringify(parts.value)).to.equal(
        JSON.stringify(value).replace('"class_id":4', '"class_id":1'),
      );
      expect(parts.metadata).to.deep.equal({
        objects: [{confidence: 0.9, model: 'm'}, {confidence: 0.8}, {confidence: 0}],
        'class-map': {0: 'apple', 1: 'pear'},
        'adjustment-status': 'unadjusted',
      });
    });

    it('gives a changed box as a new one', () => {
      const parts = relabelled(([first, second]) => [
        ...(second ? [second] : []),
        {...(first as NonNullable<typeof first>), left: 2},
      ]);
      expect((parts.value as {annotations: unknown}).annotations).to.deep.equal([
        {left: 10, top: 2, width: 3, height: 4, class_id: 0},
        annotation('2 2 3 4', 1),
      ]);
      expect(parts.metadata).to.deep.equal({
        objects: [{confidence: 0.8}, {confidence: 0}],
        'class-map': {0: 'apple', 1: 'pear'},
        'adjustment-status': 'adjusted',
      });
      expect(relabelled((boxes) => boxes.slice(1)).metadata['adjustment-status']).to.equal('adjusted');
      expect(relabelled((boxes) => boxes.toReversed()).metadata['adjustment-status']).to.equal('adjusted');
    });

    it('keeps the ids of classes that are not in the list, as long as they are free', () => {
      const strange: Task = {
        ...task,
        prior: {
          value: {
            annotations: [annotation('1 1 9 9', 1), annotation('2 2 9 9', 8), annotation('3 3 9 9', 3)],
          },
          metadata: {'class-map': {1: 'fig', 8: 'nut', 3: 'oak'}},
        },
      };
      const answer = said('fig 1 1 9 9', 'nut 2 2 9 9', 'oak 3 3 9 9', 'pear 5 5 9 9');
      expect(bbox.toLabel(answer, strange).metadata).to.deep.include({
        'class-map': {4: 'fig', 8: 'nut', 3: 'oak', 1: 'pear'},
        'adjustment-status': 'adjusted',
      });
    });

    it('counts an earlier label with unreadable boxes as adjusted, and takes no texts for numbers over', () => {
      const prior = {
        value: {annotations: [{...annotation('1 1 9 9', 0), left: '1'}, null]},
        metadata: {'class-map': {0: 'apple'}},
      };
      const parts = bbox.toLabel(said('apple 1 1 9 9'), {...task, prior});
      expect(parts.metadata['adjustment-status']).to.equal('adjusted');
      expect((parts.value as {annotations: unknown}).annotations).to.deep.equal([annotation('1 1 9 9', 0)]);
    });
  });

  it('takes 50,000 boxes there and back', () => {
    const boundingBoxes = Array.from({length: 50_000}, (_, index) => ({
      height: 20 + (index % 7),
      label: ['apple', 'pear', 'plum'][index % 3] as string,
      left: (index * 7919) % 3900,
      top: (index * 104_729) % 2900,
      width: 20 + (index % 11),
    }));
    const large: Task = {
      ...task,
      frame: {stored: {width: 4000, height: 3000}, orientation: 6},
      coordinates: 'stored',
    };
    const answer = {boundingBoxes, inputImageProperties: {height: 3000, width: 4000}};
    const document = read(answer, large);
    expect(bbox.check(document, large).filter(({severity}) => severity === 'error')).to.deep.equal([]);
    expect(bbox.toAnswer(document, {...large, initial: answer})).to.deep.equal({
      ...answer,
      initialValueModified: false,
    });
    const parts = bbox.toLabel(answer, large);
    const again = bbox.toLabel(answer, {...large, prior: parts});
    expect(again.metadata['adjustment-status']).to.equal('unadjusted');
    const back = bbox.fromLabel(parts.value, parts.metadata, large);
    expect(back.ok && back.value.boundingBoxes).to.deep.equal(boundingBoxes);
  });
});
