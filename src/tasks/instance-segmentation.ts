import {isJsonObject, member, type JsonObject, type JsonValue} from '../base/json.js';
import {readColorMap, type MaskClass} from '../formats/color-map.js';
import {isBackground} from '../raster/colors.js';
import {mostInBytes} from '../raster/label-map.js';
import {MaskColors} from '../formats/mask-colors.js';
import {colorIn, priorMap, type MaskAnswer, type StatedRegion} from './mask-answer.js';
import {maskType, type RegionOutput} from './mask-type.js';
import type {RegionRecord} from '../model/record.js';
import type {Task, TaskType} from './task.js';

/** What `crowd-instance-segmentation` gives. */
export type InstanceSegmentationAnswer = MaskAnswer & {
  /** One for each thing, in order of creation; each has a colour of its own. Empty: nothing to label. */
  readonly instances: readonly {readonly color: string; readonly label: string}[];
};

/**
 * A mask for each single thing in an image.
 *
 * The service has no such task and no output format for it. A line gets the custom type and the map of semantic
 * segmentation with an entry for each thing, so whatever reads those masks reads these.
 */
export const instanceSegmentation: TaskType<InstanceSegmentationAnswer> =
  maskType<InstanceSegmentationAnswer>({
    name: 'instance-segmentation',
    type: 'groundtruth/custom',
    mostIds: 65_535,
    widget: 'crowd-instance-segmentation',
    example: '{"instances": [{"color": "#2ca02c", "label": "…"}], "labeledImage": {"pngImageData": "…"}}',

    stated,

    said: (regions) => ({instances: regions.map(({color, label}) => ({color, label}))}),

    outputs(regions, task) {
      const colors = colorsOf(regions, task);
      const ids = idsOf([...colors.values()], task);
      return new Map(
        Array.from(colors, ([number, color]): [number, RegionOutput] => [
          number,
          {id: ids.get(color) as number, color},
        ]),
      );
    },

    classes({instances = []}, task) {
      const ids = idsOf(
        instances.map(({color}) => color),
        task,
      );
      const map = task.prior && readColorMap(task.prior.metadata);
      const entries = new Map(map?.map(({color, entry}) => [color, entry]));
      return instances.map(({color, label}): MaskClass => {
        const entry = entries.get(color);
        return {id: ids.get(color) as number, label, color, ...(entry !== undefined && {entry})};
      });
    },

    saidByPrior: (regions) => ({
      instances: regions.map(({label, color}) => ({color: color ?? '', label})),
    }),
  });

function stated(answer: JsonObject, task: Task): readonly StatedRegion[] | undefined {
  const instances = member(answer, 'instances');
  if (!Array.isArray(instances)) return undefined;
  const map = priorMap(answer, task);
  if (map) {
    const numbers = new Set(map.map(({id}) => id));
    let next = 1;
    return map.map(({id, name, color}): StatedRegion => {
      while (numbers.has(next)) next++;
      const isNothing = isBackground(id, name);
      const number = isNothing ? 0 : id !== undefined && id > 0 ? id : next++;
      return {number, label: name, ...(id !== undefined && {id}), ...(color !== undefined && {color})};
    });
  }
  return (instances as readonly JsonValue[]).flatMap((instance, place): StatedRegion[] => {
    const label = isJsonObject(instance) ? member(instance, 'label') : undefined;
    const color = colorIn(instance);
    return typeof label === 'string' && label !== '' && color !== undefined
      ? [{number: place + 1, label, color}]
      : [];
  });
}

/** The things that the item started with. */
function startRegions(task: Task): readonly StatedRegion[] {
  return stated(task.given ?? task.initial ?? {}, task) ?? [];
}

/** A colour for each region, by number: that of the mask it came in, else one that is free. */
function colorsOf(regions: readonly RegionRecord[], task: Task): ReadonlyMap<number, string> {
  const start = new Map(startRegions(task).map(({number, color}) => [number, color]));
  const colors = new MaskColors();
  const kept = new Map<number, string>();
  for (const {number} of regions) {
    const color = start.get(number);
    if (color !== undefined) kept.set(number, colors.take(color, number));
  }
  return new Map(regions.map(({number}) => [number, kept.get(number) ?? colors.take(undefined, number)]));
}

/** The value of the pixels of each colour: that of the mask it came in, else the next one that is free, from 1. */
function idsOf(colors: readonly string[], task: Task): ReadonlyMap<string, number> {
  const start = new Map(startRegions(task).map(({color, id}) => [color, id]));
  const ids = new Map<string, number>();
  for (const color of colors) {
    const id = start.get(color);
    if (id !== undefined && id > 0 && id <= mostInBytes) ids.set(color, id);
  }
  const taken = new Set(ids.values());
  let next = 1;
  for (const color of colors) {
    if (ids.has(color)) continue;
    while (taken.has(next)) next++;
    ids.set(color, next++);
  }
  return ids;
}
