import {isJsonObject, member, type JsonObject, type JsonValue} from '../base/json.js';
import {fail, ok, warningAt, type Problem} from '../base/result.js';
import {readColorMap, writeColorMap, type MaskClass} from '../formats/color-map.js';
import {backgroundColor, isBackground} from '../raster/colors.js';
import {documentOf, emptyDocument, recordsOf, type AnnotationDocument} from '../model/document.js';
import type {RegionRecord} from '../model/record.js';
import {checkMask} from './check-mask.js';
import {notAnAnswer} from './choices.js';
import {
  imageProperties,
  maskRequest,
  maskSize,
  orientationOf,
  type MaskAnswer,
  type StatedRegion,
} from './mask-answer.js';
import {documentOfMask, isSameMask} from './mask-document.js';
import type {MaskAtHand, MaskRequest} from './mask-file.js';
import {usableMaskLabels} from './mask-labels.js';
import type {Task, TaskType} from './task.js';

/** A region and what it is in the file. */
export interface RegionOutput {
  readonly id: number;
  readonly color: string;
}

/** In what the kinds of mask tasks differ. */
export interface MaskKind<Answer extends MaskAnswer> {
  readonly name: string;
  readonly type: string;
  readonly widget: string;
  /** The largest value that a class or thing can have in the file. */
  readonly mostIds: number;
  /** How many labels can each have a number of their own. Without it there is no limit. */
  readonly mostLabels?: number;
  /** What an answer looks like, for people who gave another one. */
  readonly example: string;
  /** The regions an answer tells of; `undefined` for an answer of another shape. */
  stated(answer: JsonObject, task: Task): readonly StatedRegion[] | undefined;
  /** The member of an answer that tells of these regions. */
  said(regions: readonly {readonly label: string; readonly color: string}[], task: Task): JsonObject;
  /** What regions become in the file, by number. */
  outputs(regions: readonly RegionRecord[], task: Task): ReadonlyMap<number, RegionOutput>;
  /** The classes or things of the label's map, without the background. */
  classes(answer: Answer, task: Task): readonly MaskClass[];
  /** The same member of an answer for a mask that stands on the line. */
  saidByPrior(regions: readonly StatedRegion[]): JsonObject;
}

/** Labels on pixels: everything that does not depend on whether things are told apart. */
export function maskType<Answer extends MaskAnswer>(kind: MaskKind<Answer>): TaskType<Answer> {
  const {stated} = kind;

  /** An answer, its regions and its mask file. */
  function reading(answer: unknown, task: Task): Reading | undefined {
    if (answer === undefined || !isJsonObject(answer)) return undefined;
    const regions = stated(answer, task);
    if (!regions) return undefined;
    const request = maskRequest(answer, regions, task);
    const mask = request && task.masks?.get(request.key);
    return {regions, ...(request && {request}), ...(mask && {mask})};
  }

  const starts = new WeakMap<Task, Start>();

  /** What a task starts with. Asked for at every edit, and made once. */
  function startOf(task: Task): Start {
    let start = starts.get(task);
    if (!start) {
      const [given, initial] = [reading(task.given, task), reading(task.initial, task)];
      const document = initial && !isWaitingFor(initial) && type.fromAnswer(task.initial, task);
      start = {
        readings: [given, initial].filter((one) => one !== undefined),
        ...(document && document.ok && {initial: document.value}),
      };
      starts.set(task, start);
    }
    return start;
  }

  const maskIn = (task: Task) => startOf(task).readings.find(({mask}) => mask)?.mask;

  const type: TaskType<Answer> = {
    name: kind.name,
    kinds: ['region', 'tile', 'nothing'],
    isLabelFile: true,

    groundTruthType: () => kind.type,
    widgetName: () => kind.widget,

    usableLabels: (labels) => usableMaskLabels(labels, kind.mostLabels),

    check(document, task) {
      const regions = recordsOf(document, 'region');
      const started = startOf(task).readings;
      const earlier = started.flatMap((one) => one.regions.map(({label}) => label));
      return checkMask(document, task, {
        size: maskSize(task, maskIn(task)),
        earlierLabels: new Set(earlier),
        isWaiting: started.some(isWaitingFor),
        isTooMuch: Array.from(kind.outputs(regions, task).values()).some(({id}) => id > kind.mostIds),
        mostIds: kind.mostIds,
      });
    },

    toAnswer(document, task) {
      const regions = recordsOf(document, 'region');
      if (regions.length === 0 && recordsOf(document, 'nothing').length === 0) return undefined;
      const outputs = kind.outputs(regions, task);
      const {initial, readings} = startOf(task);
      // Until the mask is there nobody knows what is under the strokes.
      if (readings.some(isWaitingFor)) return undefined;
      return {
        ...kind.said(
          regions.map(({number, label}) => ({label, color: outputs.get(number)?.color ?? ''})),
          task,
        ),
        ...(task.initial && {initialValueModified: !initial || !isSameMask(document, initial)}),
        ...imageProperties(maskSize(task, maskIn(task))),
      } as Answer;
    },

    maskOf: (answer, task) => reading(answer, task)?.request,

    maskPlan(document, task) {
      const orientation = orientationOf(task);
      // Where the file is not turned, its size is that of the stored grid.
      const size = task.frame?.stored ?? (orientation === 1 ? maskSize(task, maskIn(task)) : undefined);
      if (!size || !orientation) return undefined;
      const outputs = kind.outputs(recordsOf(document, 'region'), task);
      return {
        size,
        orientation,
        ids: new Map(Array.from(outputs, ([number, {id}]) => [number, id])),
        colors: new Map([
          [0, priorBackground(task).color],
          ...kind
            .classes(type.toAnswer(document, task) ?? ({} as Answer), task)
            .filter(({id}) => id <= kind.mostIds)
            .map(({id, color}): [number, string] => [id, color]),
        ]),
      };
    },

    fromAnswer(answer, task) {
      const read = reading(answer, task);
      if (!read) return fail(notAnAnswer(answer, kind.example));
      const {regions, request, mask} = read;
      if (mask) {
        const document = documentOfMask(mask, regions, task);
        if (!document.ok || mask === 'left-out') return document;
        return ok(document.value, [...noMap(answer as JsonObject, task), ...(document.warnings ?? [])]);
      }
      if (request) return ok(emptyDocument);
      const named = regions.filter(({number}) => number > 0);
      if (named.length === 0) return ok(documentOf([{id: 'nothing', kind: 'nothing', order: 0}]));
      return fail(
        notAnAnswer(answer, `the mask too, as {"labeledImage": {"pngImageData": "…"}} or {"src": "…"}`),
      );
    },

    toLabel(answer, task) {
      if (task.maskPath === undefined)
        throw new RangeError('The task has no "maskPath": a label of masks is the path of their file.');
      const isUnadjusted = task.prior !== undefined && answer.initialValueModified === false;
      const classes = kind.classes(answer, task);
      return {
        value: task.maskPath,
        metadata: {
          'internal-color-map': isUnadjusted
            ? writeColorMap(classes, priorBackground(task).entry)
            : writeColorMap(classes.map(({id, label, color}) => ({id, label, color}))),
          ...(task.prior && {'adjustment-status': isUnadjusted ? 'unadjusted' : 'adjusted'}),
        },
      };
    },

    fromLabel(value, metadata, task) {
      if (typeof value !== 'string' || value === '')
        return fail(notAnAnswer(value, 'the address of a mask file as the earlier label'));
      const regions =
        stated({src: value, ...kind.saidByPrior([])}, {...task, prior: {value, metadata}}) ?? [];
      const named = regions.filter(({number}) => number > 0);
      return ok({src: value, ...kind.saidByPrior(named)} as unknown as Answer);
    },
  };
  return type;
}

/** What a task starts with: what the page has set and what the item suggests, and the document of the latter. */
interface Start {
  readonly readings: readonly Reading[];
  readonly initial?: AnnotationDocument;
}

interface Reading {
  readonly regions: readonly StatedRegion[];
  readonly request?: MaskRequest;
  readonly mask?: MaskAtHand;
}

const isWaitingFor = (read: Reading | undefined): boolean => read?.request !== undefined && !read.mask;

/** Said once the mask of the earlier label is used. */
function noMap(answer: JsonObject, {prior}: Task): readonly Problem[] {
  if (!prior || member(answer, 'src') !== prior.value || readColorMap(prior.metadata)) return [];
  return [
    warningAt(
      'internal-color-map',
      'mask/no-color-map',
      'The earlier label has no "internal-color-map". Its pixels are taken for the labels of this task in their order, from 1.',
    ),
  ];
}

/** What the earlier label says about the background: its colour, and its entry as it stands. */
function priorBackground({prior}: Task): {readonly color: string; readonly entry?: JsonValue} {
  const map = prior && readColorMap(prior.metadata);
  const found = map?.find(({id, name}) => id === 0 && isBackground(id, name));
  return {color: found?.color ?? backgroundColor, ...(found && {entry: found.entry})};
}
