import type {JsonValue} from '../base/json.js';
import {readColorMap, type ColorMapEntry, type MaskClass} from '../formats/color-map.js';
import {MaskColors} from '../formats/mask-colors.js';
import {isBackground, rgbOf} from '../raster/colors.js';
import {mostInBytes} from '../raster/label-map.js';
import type {Task} from './task.js';

/** A label and its colour, as an answer tells them. */
export type StatedColor = readonly [label: string, color: string | undefined];

/**
 * The classes of a job's masks: the labels of the list, then those that only the item came with.
 *
 * A line that came with a mask keeps the class ids and colours of that mask's map, changed or not: what reads the
 * output knows them from the lines around it, and a mask that nobody touches comes back pixel by pixel. All others
 * count from 1 in the order of the list, in the label's own colour or that of the service's sequence. `others` are
 * those that nobody else names; the order they are given in makes no difference.
 */
export function maskClasses(
  task: Task,
  stated: readonly StatedColor[],
  others: readonly string[] = [],
): readonly MaskClass[] {
  const prior = priorClasses(task);
  const colors = new MaskColors();
  const said = new Map(stated);
  const own = new Map(task.labels.map(({label, color}) => [label, color]));
  const labels = new Set([...own.keys(), ...prior.keys(), ...said.keys(), ...others.toSorted()]);
  const taken = new Set(Array.from(prior.values(), ({id}) => id));
  // Colours of masks that are there already go first; nobody else may get one of them.
  const kept = new Map(
    [
      ...prior,
      ...stated.filter(([label]) => !prior.has(label)).map(([label, color]) => [label, {color}] as const),
    ]
      .filter(([, {color}]) => color !== undefined && rgbOf(color) !== undefined)
      .map(([label, {color}]) => [label, colors.take(color, 1)]),
  );
  let next = task.labels.length + 1;
  return [...labels].map((label, place): MaskClass => {
    const earlier = prior.get(label);
    let id = earlier?.id;
    if (id === undefined) {
      const isFree = place < task.labels.length && !taken.has(place + 1);
      while (!isFree && taken.has(next)) next++;
      id = isFree ? place + 1 : next;
      taken.add(id);
    }
    const color = kept.get(label) ?? colors.take(own.get(label), id);
    const isKept = earlier?.id !== undefined && earlier.color === color;
    return {id, label, color, ...(isKept && {entry: earlier.entry})};
  });
}

interface PriorClass {
  readonly id?: number;
  readonly color?: string;
  readonly entry: JsonValue;
}

/** The classes of the earlier label's map by name. Ids that cannot be values of pixels beside the background are left out. */
function priorClasses({prior}: Task): ReadonlyMap<string, PriorClass> {
  const classes = new Map<string, PriorClass>();
  const map: readonly ColorMapEntry[] = (prior && readColorMap(prior.metadata)) ?? [];
  for (const {id, name, color, entry} of map) {
    if (isBackground(id, name) || classes.has(name)) continue;
    const isUsable = id !== undefined && id > 0 && id <= mostInBytes;
    classes.set(name, {...(isUsable && {id}), ...(color !== undefined && {color}), entry});
  }
  return classes;
}
