import {isJsonObject, member, objectFrom, type JsonObject} from '../base/json.js';
import type {MaskClass} from '../formats/color-map.js';
import {backgroundName, isBackground} from '../raster/colors.js';
import {mostInBytes} from '../raster/label-map.js';
import {colorIn, priorMap, type MaskAnswer, type StatedRegion} from './mask-answer.js';
import {maskClasses, type StatedColor} from './mask-classes.js';
import {maskType} from './mask-type.js';
import type {Task, TaskType} from './task.js';

/** What `crowd-semantic-segmentation` gives. */
export type SemanticSegmentationAnswer = MaskAnswer & {
  /** The labels that occur, in the order of the list, and their colours in the mask. Empty: nothing to label. */
  readonly labelMappings: Readonly<Record<string, {readonly color: string}>>;
};

/** A label for each pixel of an image. */
export const semanticSegmentation: TaskType<SemanticSegmentationAnswer> =
  maskType<SemanticSegmentationAnswer>({
    name: 'semantic-segmentation',
    type: 'groundtruth/semantic-segmentation',
    mostIds: mostInBytes,
    mostLabels: mostInBytes,
    widget: 'crowd-semantic-segmentation',
    example: '{"labelMappings": {"…": {"color": "#2ca02c"}}, "labeledImage": {"pngImageData": "…"}}',

    stated,

    said(regions, task) {
      const colors = new Map(regions.map(({label, color}) => [label, color]));
      const order = new Map(task.labels.map(({label}, place) => [label, place]));
      const placeOf = (label: string) => order.get(label) ?? Infinity;
      const labels = [...colors].toSorted(([a], [b]) => placeOf(a) - placeOf(b) || 0);
      return {labelMappings: objectFrom(labels.map(([label, color]) => [label, {color}]))};
    },

    outputs(regions, task) {
      const labels = regions.map(({label}) => label);
      const classes = new Map(
        maskClasses(task, startColors(task), labels).map((one) => [one.label, one] as const),
      );
      return new Map(regions.map(({number, label}) => [number, classes.get(label) as MaskClass]));
    },

    classes: (answer, task) => maskClasses(task, startColors(task), Object.keys(answer.labelMappings ?? {})),

    saidByPrior: (regions) => ({
      labelMappings: objectFrom(regions.map(({label, color}) => [label, {color: color ?? ''}])),
    }),
  });

function stated(answer: JsonObject, task: Task): readonly StatedRegion[] | undefined {
  const mappings = member(answer, 'labelMappings');
  if (mappings === undefined || !isJsonObject(mappings)) return undefined;
  const numbers = new Map(task.labels.map(({label}, place) => [label, place + 1]));
  const numberOf = (label: string, id?: number): number => {
    if (isBackground(id, label)) return 0;
    const number = numbers.get(label) ?? numbers.size + 1;
    numbers.set(label, number);
    return number;
  };
  if (task.prior && member(answer, 'src') === task.prior.value) {
    const map = priorMap(answer, task);
    if (!map) return task.labels.map(({label}, place) => ({number: place + 1, id: place + 1, label}));
    return map.map(({id, name, color}) => ({
      number: numberOf(name, id),
      label: name,
      ...(id !== undefined && {id}),
      ...(color !== undefined && {color}),
    }));
  }
  return Object.entries(mappings).map(([label, value]) => {
    const color = colorIn(value);
    return {number: numberOf(label), label, ...(color !== undefined && {color})};
  });
}

/** The colours of the mask that the item started with. */
function startColors(task: Task): readonly StatedColor[] {
  const mappings = member(task.given ?? task.initial ?? {}, 'labelMappings');
  if (mappings === undefined || !isJsonObject(mappings)) return [];
  return Object.entries(mappings)
    .filter(([label]) => label !== backgroundName)
    .map(([label, value]) => [label, colorIn(value)]);
}
