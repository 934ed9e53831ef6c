import {isJsonObject, member, type JsonObject, type JsonValue} from '../base/json.js';
import {warningAt, type Problem} from '../base/result.js';
import {isBackground} from '../raster/colors.js';
import {mediumOf, type ManifestEntry} from './entry.js';
import {kindOfType, type LabelKind} from './label-types.js';

/** One label that stands on a line, or the note that labelling failed. */
export interface FoundLabel {
  readonly attribute: string;
  /** The key of its metadata: nearly always the attribute and `-metadata`. */
  readonly metadataKey: string;
  /** Such as `groundtruth/image-classification`, in lower case; `undefined` when nothing says it. */
  readonly type: string | undefined;
  /** By type, and where the type is missing or unknown by the shape of the label. */
  readonly kind: LabelKind | undefined;
  /** False for automated labeling; `undefined` when the line does not say. */
  readonly humanAnnotated: boolean | undefined;
  /** Every class the label names, chosen or not, in the order of the line. Classes it does not name may exist. */
  readonly classNames: readonly string[];
  /** How many things are labelled: boxes, entities, chosen classes; 1 for what is one thing, 0 for a failed object. */
  readonly count: number;
  /** Why the job gave the object up. It counts as not labelled. */
  readonly failureReason?: string;
}

const suffix = '-metadata';

/** Keys whose `-metadata` describes the data, not a label. */
const sources = new Set(['source', 'source-ref']);

/** Metadata without a `type` is a label's only if it has one of these. */
const tellingKeys = [
  'class-name',
  'class-map',
  'class_map',
  'confidence-map',
  'internal-color-map',
  'color-map',
  'human-annotated',
  'job-name',
  'job_name',
  'creation-date',
  'creation_date',
];

/**
 * The labels on a line, in the order of the line: every `X` with an `X-metadata` that is a label's metadata, and
 * objects that failed, which have the metadata only.
 *
 * Never by position and never by the spelling of names: `annotator-metadata` and `textract-ref` are no labels.
 */
export function labelsOf(entry: ManifestEntry): FoundLabel[] {
  return Object.keys(entry).flatMap((metadataKey) => {
    if (!metadataKey.endsWith(suffix)) return [];
    const attribute = attributeFor(metadataKey, entry);
    const metadata = member(entry, metadataKey);
    if (attribute === undefined || !isJsonObject(metadata)) return [];
    const value = member(entry, attribute);
    const failureReason = member(metadata, 'failure-reason');
    if (value === undefined && failureReason === undefined) return [];
    if (value !== undefined && failureReason === undefined && !isLabelMetadata(metadata)) return [];
    return [found(attribute, metadataKey, value, metadata, entry)];
  });
}

/** The kind of task the entry has been labelled for, or seems to be meant for: the first label that tells, by kind. */
export function likelyKind(entry: ManifestEntry): LabelKind | undefined {
  const kind = labelsOf(entry).find((label) => label.kind !== undefined)?.kind;
  if (kind) return kind;
  const medium = mediumOf(entry);
  if (medium === 'sequence')
    return isJsonObject(member(entry, 'source-ref-metadata')) ? 'point-cloud' : 'video';
  return medium === 'point-cloud' ? 'point-cloud' : undefined;
}

/** Warns that labelling under `attribute` replaces what stands there: that attribute and its metadata, nothing else. */
export function overwriteWarning(entry: ManifestEntry, attribute: string): Problem | undefined {
  const keys = [attribute, `${attribute}${suffix}`].filter((key) => Object.hasOwn(entry, key));
  if (keys.length === 0) return undefined;
  return warningAt(
    attribute,
    'manifest/overwrites',
    `The line already has ${keys.map((key) => `"${key}"`).join(' and ')}. Labelling it replaces ${keys.length > 1 ? 'them' : 'it'}; choose another label attribute name to keep the old label.`,
  );
}

/** Training guides pair `mask-ref` with `mask-metadata`; jobs write `mask-ref-metadata`. */
function attributeFor(metadataKey: string, entry: ManifestEntry): string | undefined {
  const attribute = metadataKey.slice(0, -suffix.length);
  if (attribute === '' || sources.has(attribute)) return undefined;
  const reference = `${attribute}-ref`;
  const isShort =
    !Object.hasOwn(entry, attribute) &&
    Object.hasOwn(entry, reference) &&
    !Object.hasOwn(entry, reference + suffix) &&
    !sources.has(reference);
  return isShort ? reference : attribute;
}

function isLabelMetadata(metadata: JsonObject): boolean {
  const type = member(metadata, 'type');
  return type === undefined
    ? tellingKeys.some((key) => Object.hasOwn(metadata, key))
    : typeof type === 'string';
}

function found(
  attribute: string,
  metadataKey: string,
  value: JsonValue | undefined,
  metadata: JsonObject,
  entry: ManifestEntry,
): FoundLabel {
  const stated = member(metadata, 'type');
  const reason = member(metadata, 'failure-reason');
  const isFailed = value === undefined;
  const byShape = isFailed ? undefined : kindOfShape(value, metadata);
  const type = typeof stated === 'string' ? stated.toLowerCase() : typeOfKind(byShape, entry);
  return {
    attribute,
    metadataKey,
    type,
    kind: kindOf(type, byShape, metadata),
    humanAnnotated: isHuman(member(metadata, 'human-annotated')),
    classNames: isFailed ? [] : classNamesOf(value, metadata),
    count: isFailed ? 0 : countOf(value),
    ...(reason === undefined
      ? {}
      : {failureReason: typeof reason === 'string' ? reason : JSON.stringify(reason)}),
  };
}

/** Masks of single things are custom labels, because the service has no type for them; their map tells. */
function kindOf(
  type: string | undefined,
  byShape: LabelKind | undefined,
  metadata: JsonObject,
): LabelKind | undefined {
  const kind = (type === undefined ? undefined : kindOfType(type)) ?? byShape;
  const isMask = kind === 'custom' && Object.hasOwn(metadata, 'internal-color-map');
  return isMask ? 'instance-segmentation' : kind;
}

function isHuman(value: JsonValue | undefined): boolean | undefined {
  if (value === undefined || value === null) return undefined;
  const word = String(value).toLowerCase();
  return word === 'yes' || word === 'true' ? true : word === 'no' || word === 'false' ? false : undefined;
}

/** An array member of an object that may be anything. */
function list(value: JsonValue | undefined, key: string): readonly JsonValue[] | undefined {
  const found = value !== undefined && isJsonObject(value) ? member(value, key) : undefined;
  return Array.isArray(found) ? (found as readonly JsonValue[]) : undefined;
}

function entitiesOf(value: JsonValue): readonly JsonValue[] | undefined {
  return isJsonObject(value) ? list(member(value, 'annotations'), 'entities') : undefined;
}

const isClassId = (value: JsonValue) =>
  typeof value === 'number' ? Number.isInteger(value) : typeof value === 'string' && /^\d+$/.test(value);

function kindOfShape(value: JsonValue, metadata: JsonObject): LabelKind | undefined {
  if (entitiesOf(value)) return 'ner';
  if (list(value, 'tracking-annotations') ?? list(value, 'detection-annotations')) return 'video';
  const annotations = list(value, 'annotations') ?? list(value, 'boundingBoxes');
  if (annotations) {
    const isCuboid = annotations.some((box) => isJsonObject(box) && Object.hasOwn(box, 'center-x'));
    return isCuboid ? 'point-cloud' : 'bbox';
  }
  if (Object.hasOwn(metadata, 'internal-color-map')) return 'semantic-segmentation';
  if (Object.hasOwn(metadata, 'color-map')) return 'point-cloud';
  if (Object.hasOwn(metadata, 'worker-feedback')) return 'verification';
  if (Array.isArray(value))
    return (value as readonly JsonValue[]).every(isClassId) ? 'multi-label' : 'custom';
  if (Object.hasOwn(metadata, 'class-name') || isClassId(value)) return 'classification';
  return undefined;
}

/** The type a job would have written for a label of this shape, where only one is possible. */
function typeOfKind(kind: LabelKind | undefined, entry: ManifestEntry): string | undefined {
  switch (kind) {
    case 'classification':
    case 'multi-label': {
      const medium = mediumOf(entry);
      const data = medium === 'text' || medium === 'video' ? medium : 'image';
      return `groundtruth/${data}-classification${kind === 'multi-label' ? '-multilabel' : ''}`;
    }
    case 'bbox':
      return 'groundtruth/object-detection';
    case 'semantic-segmentation':
      return 'groundtruth/semantic-segmentation';
    case 'ner':
      return 'groundtruth/text-span';
    case 'verification':
      return 'groundtruth/label-verification';
    default:
      return undefined;
  }
}

function countOf(value: JsonValue): number {
  const annotations =
    entitiesOf(value) ??
    list(value, 'annotations') ??
    list(value, 'boundingBoxes') ??
    list(value, 'tracking-annotations') ??
    list(value, 'detection-annotations');
  if (annotations) return annotations.length;
  return Array.isArray(value) ? value.length : 1;
}

function classNamesOf(value: JsonValue, metadata: JsonObject): string[] {
  const names: (JsonValue | undefined)[] = [member(metadata, 'class-name')];
  const map = member(metadata, 'class-map') ?? member(metadata, 'class_map');
  if (map !== undefined && isJsonObject(map)) names.push(...Object.values(map));
  const colors = member(metadata, 'internal-color-map') ?? member(metadata, 'color-map');
  if (colors !== undefined && isJsonObject(colors)) {
    for (const [id, color] of Object.entries(colors)) {
      const name = isJsonObject(color) ? member(color, 'class-name') : color;
      if (typeof name !== 'string' || !isBackground(Number(id), name)) names.push(name);
    }
  }
  const annotations = isJsonObject(value) ? member(value, 'annotations') : undefined;
  const named = [
    ...(list(annotations, 'labels') ?? []),
    ...(list(annotations, 'entities') ?? []),
    ...(list(value, 'boundingBoxes') ?? []),
  ];
  for (const label of named) {
    if (isJsonObject(label)) names.push(member(label, 'label'));
  }
  return [...new Set(names.filter((name) => typeof name === 'string'))];
}
