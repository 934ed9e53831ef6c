import {expect} from '@open-wc/testing';
import {executeServerCommand} from '@web/test-runner-commands';
import type {JsonObject} from '../../src/base/json.js';
import {checkOutputLine} from '../../src/formats/check-label.js';
import {textOf, type ManifestEntry} from '../../src/formats/entry.js';
import {boxedImage} from '../../src/formats/export/boxed-image.js';
import {coco} from '../../src/formats/export/coco.js';
import {importCoco} from '../../src/formats/import/coco.js';
import {labelsOf} from '../../src/formats/labels-of.js';
import {openManifest} from '../../src/formats/manifest.js';
import {boxStatus, removedBoxes} from '../../src/model/box-status.js';
import {replace} from '../../src/model/change.js';
import {apply, recordsOf} from '../../src/model/document.js';
import type {BoxRecord} from '../../src/model/record.js';
import {bbox} from '../../src/tasks/bbox.js';
import {priorLabel, toLine} from '../../src/tasks/line.js';
import type {Task} from '../../src/tasks/task.js';
import {likelyTaskType} from '../../src/tasks/task-types.js';

/** Manifest → lines, boxes, and boxes with a fraction of a pixel. */
const expected: {readonly [path: string]: readonly [lines: number, boxes: number, fractional: number]} = {
  'birds-float.output.manifest': [100, 192, 156],
  'cat-dog-clone.output.manifest': [3, 6, 0],
  'cats.output.manifest': [3, 3, 0],
  'credit-cards-chained.output.manifest': [50, 600, 0],
  'pizza.rekognition.manifest': [12, 23, 0],
};
const folder = 'manifests/object-detection/';
const facts = {type: 'groundtruth/object-detection', jobName: 'Again', createdAt: Date.UTC(2025, 0, 1)};

const files = await executeServerCommand<string[], undefined>('real-files');
const paths = Object.keys(expected).filter((path) => files.includes(folder + path));

interface Line {
  readonly entry: ManifestEntry;
  readonly attribute: string;
}

async function linesOf(path: string): Promise<readonly Line[]> {
  const base64 = await executeServerCommand<string, string>('real-file', folder + path);
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const manifest = await openManifest(new Blob([bytes]));
  const lines: Line[] = [];
  for (let item = 0; item < manifest.lineCount; item++) {
    const entry = await manifest.entry(item);
    if (!entry.ok) throw new Error(entry.problems[0]?.message);
    const label = labelsOf(entry.value).find(({kind}) => kind === 'bbox');
    if (!label) throw new Error(`${path} item ${item} has no boxes`);
    expect(likelyTaskType(entry.value)).to.equal(bbox);
    lines.push({entry: entry.value, attribute: label.attribute});
  }
  return lines;
}

/** The label list of a job: what the class maps of its lines say together, with names for ids nobody used. */
function labelListOf(lines: readonly Line[]): Task['labels'] {
  const names: string[] = [];
  for (const {entry, attribute} of lines) {
    const metadata = entry[`${attribute}-metadata`] as JsonObject;
    for (const [id, name] of Object.entries(metadata['class-map'] as JsonObject))
      names[Number(id)] = String(name);
  }
  return Array.from(names, (name, id) => ({label: name ?? `class ${id}`}));
}

/** A line opened for adjustment, as the task element does it. */
function opened({entry, attribute}: Line, labels: Task['labels']) {
  const prior = priorLabel(entry, attribute);
  if (!prior) throw new Error('no label');
  const bare: Task = {entry, labels, prior};
  const initial = bbox.fromLabel(prior.value, prior.metadata, bare);
  if (!initial.ok) throw new Error(initial.problems[0]?.message);
  expect(initial.warnings).to.equal(undefined);
  const {width = 0, height = 0} = initial.value.inputImageProperties ?? {};
  const task: Task = {...bare, initial: initial.value, frame: {stored: {width, height}, orientation: 6}};
  const document = bbox.fromAnswer(initial.value, task);
  if (!document.ok) throw new Error(document.problems[0]?.message);
  expect(document.warnings).to.equal(undefined);
  return {task, prior, document: document.value};
}

const rawLabel = (text: string, attribute: string, value: unknown) => {
  const start = text.indexOf(`"${attribute}":`);
  const at = text.indexOf('{', start);
  for (let end = text.indexOf('}', at); end !== -1; end = text.indexOf('}', end + 1)) {
    const raw = text.slice(at, end + 1);
    try {
      if (JSON.stringify(JSON.parse(raw)) === JSON.stringify(value)) return raw;
    } catch {
      // Not the end of the label yet.
    }
  }
  throw new Error(`no ${attribute}`);
};

const tests = () => {
  for (const path of paths) {
    const [lineCount, boxCount, fractional] = expected[path] as readonly [number, number, number];

    it(`${path}: untouched boxes come back as they were, character for character`, async () => {
      const lines = await linesOf(path);
      const labels = labelListOf(lines);
      let [boxes, fractions] = [0, 0];
      for (const line of lines) {
        const {entry, attribute} = line;
        const {task, prior, document} = opened(line, labels);
        const records = recordsOf(document, 'box');
        boxes += records.length;
        fractions += records.filter(({box}) =>
          Object.values(box).some((side) => !Number.isInteger(side)),
        ).length;
        expect(bbox.check(document, task).filter(({severity}) => severity === 'error')).to.deep.equal([]);
        const answer = bbox.toAnswer(document, task);
        if (!answer) throw new Error('no answer');
        expect(answer.initialValueModified).to.equal(false);
        const parts = bbox.toLabel(answer, task);
        expect(JSON.stringify(parts.value)).to.equal(JSON.stringify(prior.value));
        expect(parts.metadata['objects']).to.deep.equal(prior.metadata['objects']);
        expect(parts.metadata['class-map']).to.deep.equal(prior.metadata['class-map']);
        expect(parts.metadata['adjustment-status']).to.equal('unadjusted');
        const again = toLine(entry, parts, {...facts, attribute});
        expect(rawLabel(again, attribute, prior.value)).to.equal(
          rawLabel(textOf(entry), attribute, prior.value),
        );
        expect(again.startsWith(textOf(entry).slice(0, textOf(entry).indexOf(`"${attribute}"`)))).to.equal(
          true,
        );
        const errors = checkOutputLine(again, attribute, labels).filter(({severity}) => severity === 'error');
        expect(errors).to.deep.equal([]);
      }
      expect([lines.length, boxes, fractions]).to.deep.equal([lineCount, boxCount, fractional]);
    });

    it(`${path}: an edited line obeys the format, and keeps the boxes nobody touched`, async () => {
      const lines = await linesOf(path);
      const labels = labelListOf(lines);
      for (const line of lines) {
        const {task, document} = opened(line, labels);
        const [first, ...rest] = recordsOf(document, 'box');
        const {width, height} = task.frame?.stored ?? {width: 0, height: 0};
        const added: BoxRecord = {
          id: 'box-0',
          kind: 'box',
          order: 1e6,
          label: labels.at(-1)?.label ?? '',
          box: {left: width - 10.4, top: height - 20.6, width: 30, height: 30},
        };
        const {read: _, ...moved} = first ?? added;
        const edited = apply(document, [
          ...(first ? [replace(first, {...moved, box: {...first.box, left: first.box.left + 0.7}})] : []),
          ...rest.slice(0, 1).map((record) => ({id: record.id, before: record, after: undefined})),
          ...recordsOf(document, 'nothing').map((record) => ({
            id: record.id,
            before: record,
            after: undefined,
          })),
          {id: added.id, before: undefined, after: added},
        ]);
        expect(removedBoxes(document, edited)).to.deep.equal(rest.slice(0, 1));
        const statuses = recordsOf(edited, 'box').map((record) => boxStatus(document, record));
        expect(statuses).to.deep.equal([
          ...(first ? ['changed'] : []),
          ...rest.slice(1).map(() => 'given'),
          'added',
        ]);

        const answer = bbox.toAnswer(edited, task);
        if (!answer) throw new Error('no answer');
        expect(answer.initialValueModified).to.equal(true);
        const parts = bbox.toLabel(answer, task);
        expect(parts.metadata['adjustment-status']).to.equal('adjusted');
        const text = toLine(line.entry, parts, {...facts, attribute: line.attribute});
        const problems = checkOutputLine(text, line.attribute, labels);
        expect(problems.filter(({code}) => code !== 'name/characters')).to.deep.equal([]);
        const annotations = (parts.value as JsonObject)['annotations'] as readonly JsonObject[];
        const before = (task.prior?.value as JsonObject)['annotations'] as readonly JsonObject[];
        expect(annotations.slice(first ? 1 : 0, -1)).to.deep.equal(before.slice(2));
        for (const changed of [...(first ? annotations.slice(0, 1) : []), ...annotations.slice(-1)]) {
          expect(Object.values(changed).every(Number.isInteger)).to.equal(true);
        }
      }
    });

    it(`${path}: through COCO and back, every number stays`, async () => {
      const lines = await linesOf(path);
      const images = lines.map(({entry, attribute}) => {
        const image = boxedImage(entry, attribute);
        if (!image?.ok || image.warnings) throw new Error('unreadable');
        return image.value;
      });
      for await (const {content} of coco.write(images)) {
        const text = typeof content === 'string' ? content : await content.text();
        const back = importCoco(text, {...facts, attribute: 'x'});
        expect(back.problems).to.deep.equal([]);
        const again = back.lines.map((line) => {
          const image = boxedImage(JSON.parse(line) as ManifestEntry, 'x');
          return image?.ok && image.value;
        });
        expect(again).to.deep.equal(images);
      }
    });
  }
};

if (paths.length > 0) {
  describe('real boxes', tests);
} else {
  describe('real boxes: NOT THERE, put them in shared/data beside the project or name their folder in GT_REAL_DATA', () => {
    it('has nothing to read', () => {
      expect(paths).to.deep.equal([]);
    });
  });
}
