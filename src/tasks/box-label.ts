import {isJsonObject, member, objectFrom, type JsonObject, type JsonValue} from '../base/json.js';
import type {Problem} from '../base/result.js';
import type {Size} from '../geometry/point.js';
import type {BboxAnswer, BoundingBox} from './bbox.js';
import {classIdOf, labelOfClass} from './choices.js';
import {ProblemList} from '../base/problem-list.js';
import {labelIn, readBoxes, sizeIn, type SaidBox} from '../formats/read-boxes.js';
import type {LabelParts, Task} from './task.js';

interface BoxLabel {
  readonly boxes: readonly SaidBox[];
  /** As they stand, the unreadable ones included. */
  readonly items: readonly JsonValue[];
  /** What is wrong with the classes, once for each. */
  readonly classProblems: readonly Problem[];
}

/**
 * The boxes of a label on a line; `undefined` when it is no label of boxes. Also takes what workers submit, which
 * published guides show in its place.
 */
export function boxesOfLabel(
  {value, metadata}: LabelParts,
  task: Task,
  problems: ProblemList,
): BoxLabel | undefined {
  const fields = isJsonObject(value) ? value : {};
  const size = sizeOfLabel(value);
  const annotations = member(fields, 'annotations');
  if (Array.isArray(annotations)) {
    const items = annotations as readonly JsonValue[];
    const classProblems: Problem[] = [];
    const label = classLabels(metadata, task, classProblems);
    return {boxes: readBoxes({name: 'annotations', items, label, size}, problems), items, classProblems};
  }
  const submitted = member(fields, 'boundingBoxes');
  if (!Array.isArray(submitted) && submitted !== null) return undefined;
  const items = (submitted ?? []) as readonly JsonValue[];
  const boxes = readBoxes({name: 'boundingBoxes', items, label: labelIn, size}, problems);
  return {boxes, items, classProblems: []};
}

/** The size of the picture that a label tells. */
export function sizeOfLabel(value: JsonValue): Size | undefined {
  const fields = isJsonObject(value) ? value : {};
  const stated = member(fields, 'image_size') ?? member(fields, 'inputImageProperties');
  return sizeIn(Array.isArray(stated) ? (stated as readonly JsonValue[])[0] : stated);
}

/** A function that names the class of an annotation. Each class is looked up, and complained about, once. */
function classLabels(
  metadata: JsonObject,
  task: Task,
  problems: Problem[],
): (annotation: JsonObject) => string | undefined {
  const map = member(metadata, 'class-map') ?? member(metadata, 'class_map');
  const names = map !== undefined && isJsonObject(map) ? map : {};
  const known = new Map<JsonValue, string>();
  return (annotation) => {
    const id = classOf(annotation);
    if (id === undefined) return labelIn(annotation);
    let label = known.get(id);
    if (label === undefined) {
      // A class nobody names keeps its number for a name: the box stays, and the worker gives it a label.
      label = labelOfClass(id, member(names, String(id)), task, problems) ?? String(id);
      known.set(id, label);
    }
    return label;
  };
}

/** The class id of an annotation as it stands there. */
function classOf(annotation: JsonObject): string | number | undefined {
  const id = member(annotation, 'class_id') ?? member(annotation, 'class-id');
  return typeof id === 'number' || (typeof id === 'string' && id !== '') ? id : undefined;
}

/** An answer as a label. Boxes of the earlier label that are still there stay what they were on the line. */
export function labelOfBoxes(answer: BboxAnswer, task: Task, size: Size | undefined): LabelParts {
  if (!size)
    throw new RangeError(
      'The answer has no "inputImageProperties", and nothing else tells the size of its picture.',
    );
  const prior = new PriorBoxes(task);
  const classes = new ClassIds(task, prior);
  const objects: JsonValue[] = [];
  let isUnadjusted = prior.isReadable && prior.boxes.length === answer.boundingBoxes.length;
  const annotations = answer.boundingBoxes.map((box, index) => {
    const taken = prior.take(box);
    if (taken?.place !== index) isUnadjusted = false;
    objects.push(taken?.object ?? {confidence: 0});
    return withClass(taken?.annotation ?? annotationOf(box), classes.idOf(box.label));
  });
  return {
    value: valueOf(prior.value, size, annotations),
    metadata: {
      objects,
      'class-map': classes.used,
      ...(task.prior && {'adjustment-status': isUnadjusted ? 'unadjusted' : 'adjusted'}),
    },
  };
}

/** The members in the order of real files. The class id is set by `withClass`. */
function annotationOf({left, top, width, height}: BoundingBox): JsonObject {
  return {class_id: -1, top, left, height, width};
}

function withClass(annotation: JsonObject, id: number): JsonObject {
  if (member(annotation, 'class_id') === id) return annotation;
  if (!Object.hasOwn(annotation, 'class_id')) return {class_id: id, ...annotation};
  return objectFrom(Object.entries(annotation).map(([key, value]) => [key, key === 'class_id' ? id : value]));
}

/** The earlier value with new boxes and, where it differs, a new size; other members of it are facts about the image. */
function valueOf(prior: JsonObject, size: Size, annotations: readonly JsonValue[]): JsonObject {
  const before = sizeOfLabel(prior);
  const isSameSize =
    before?.width === size.width &&
    before.height === size.height &&
    Array.isArray(member(prior, 'image_size'));
  const image_size = isSameSize
    ? (prior['image_size'] as JsonValue)
    : [{width: size.width, height: size.height, depth: 3}];
  if (!Object.hasOwn(prior, 'annotations')) return {image_size, annotations};
  return {...(Object.hasOwn(prior, 'image_size') ? {} : {image_size}), ...prior, image_size, annotations};
}

interface PriorBox {
  /** Where it stood among the boxes that could be read. */
  readonly place: number;
  /** As it stands on the line; `undefined` when it cannot stand there again, as with numbers written as texts. */
  readonly annotation: JsonObject | undefined;
  readonly object: JsonObject | undefined;
}

/** The boxes of the earlier label, each to be taken over once. */
class PriorBoxes {
  readonly boxes: readonly SaidBox[];
  /** False when there is no earlier label, or when parts of it were left out. */
  readonly isReadable: boolean;
  readonly value: JsonObject;
  readonly #items: readonly JsonValue[];
  readonly #objects: readonly JsonValue[];
  /** The places of boxes nobody has taken, by what they say; equal boxes in the order of the line. */
  readonly #free = new Map<string, number[]>();

  constructor(task: Task) {
    const {prior} = task;
    const read = prior && boxesOfLabel(prior, task, new ProblemList());
    this.boxes = read?.boxes ?? [];
    this.#items = read?.items ?? [];
    this.isReadable = read !== undefined && read.boxes.length === read.items.length;
    this.value =
      prior && isJsonObject(prior.value) && Array.isArray(prior.value['annotations']) ? prior.value : {};
    const objects = prior && member(prior.metadata, 'objects');
    this.#objects = Array.isArray(objects) ? (objects as readonly JsonValue[]) : [];
    for (let place = this.boxes.length - 1; place >= 0; place--) {
      const {label, box} = this.boxes[place] as SaidBox;
      const key = keyOf(label, box);
      const equal = this.#free.get(key);
      if (equal) equal.push(place);
      else this.#free.set(key, [place]);
    }
  }

  /** The earlier box with the same label and numbers that nobody has taken yet. */
  take(box: BoundingBox): PriorBox | undefined {
    const place = this.#free.size === 0 ? undefined : this.#free.get(keyOf(box.label, box))?.pop();
    if (place === undefined) return undefined;
    const {index} = this.boxes[place] as SaidBox;
    const object = this.#objects[index];
    return {
      place,
      annotation: standing(this.#items[index]),
      object: object !== undefined && isJsonObject(object) ? object : undefined,
    };
  }
}

function keyOf(label: string, {left, top, width, height}: SaidBox['box']): string {
  return `${left} ${top} ${width} ${height} ${label}`;
}

function standing(item: JsonValue | undefined): JsonObject | undefined {
  if (item === undefined || !isJsonObject(item)) return undefined;
  const isRight = ['left', 'top', 'width', 'height'].every((key) => typeof member(item, key) === 'number');
  return isRight && classOf(item) !== undefined ? item : undefined;
}

/**
 * Class ids by label: its place in the task's list; for a label that only the earlier boxes have, its number there,
 * or the next one nobody uses. Throws for labels from nowhere: `check` reports them before.
 */
class ClassIds {
  readonly #task: Task;
  readonly #listed: ReadonlyMap<string, number>;
  readonly #earlier = new Map<string, number>();
  readonly #used = new Map<string, number>();

  constructor(task: Task, prior: PriorBoxes) {
    this.#task = task;
    this.#listed = new Map(task.labels.map(({label}, id) => [label, id]));
    const stated = statedIds(task);
    const taken = new Set<number>();
    const unlisted = new Set(prior.boxes.map(({label}) => label).filter((label) => !this.#listed.has(label)));
    for (const label of unlisted) {
      const id = stated.get(label);
      if (id === undefined || id < task.labels.length || taken.has(id)) continue;
      this.#earlier.set(label, id);
      taken.add(id);
    }
    let next = task.labels.length;
    for (const label of unlisted) {
      if (this.#earlier.has(label)) continue;
      while (taken.has(next)) next++;
      this.#earlier.set(label, next);
      taken.add(next);
    }
  }

  idOf(label: string): number {
    const known = this.#used.get(label);
    if (known !== undefined) return known;
    const id = this.#listed.get(label) ?? this.#earlier.get(label) ?? classIdOf(this.#task, label);
    this.#used.set(label, id);
    return id;
  }

  /** The class map of the labels asked for so far. */
  get used(): JsonObject {
    return objectFrom([...this.#used].map(([label, id]) => [String(id), label]));
  }
}

/** Label → class id, as the earlier label has it. The first wins when a name stands under several. */
function statedIds({prior}: Task): ReadonlyMap<string, number> {
  const map = prior && (member(prior.metadata, 'class-map') ?? member(prior.metadata, 'class_map'));
  const ids = new Map<string, number>();
  for (const [id, name] of map !== undefined && isJsonObject(map) ? Object.entries(map) : []) {
    if (typeof name === 'string' && /^\d{1,9}$/.test(id) && !ids.has(name)) ids.set(name, Number(id));
  }
  return ids;
}
