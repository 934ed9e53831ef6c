import type {FixUp} from '../editor/mask-work.js';
import type {ImagePoint, Size} from '../geometry/point.js';
import {Components, type Area} from '../raster/components.js';
import {holesIn, innerRim, islandsOf, outerRim} from '../raster/fix-ups.js';
import type {LabelMap} from '../raster/label-map.js';
import {mapOfTiles, unpackTiles, type PackedTiles} from '../raster/packed-tiles.js';
import {spansOfNumber} from '../raster/region-spans.js';
import type {Spans} from '../raster/spans.js';

/** A mask on its way to a worker. */
export interface PackedMask {
  readonly size: Size;
  readonly tiles: PackedTiles;
}

/** What can be asked of masks. It is the same wherever it is done: in a worker or in the page. */
export const maskJobs = {
  area(mask: PackedMask, at: ImagePoint, reach: 'connected' | 'all'): Spans {
    const map = mapOf(mask);
    const [x, y] = [Math.floor(at.x), Math.floor(at.y)];
    if (x < 0 || y < 0 || x >= map.width || y >= map.height) return new Int32Array(0);
    const spans = spansOfNumber(map, map.data[y * map.width + x]!);
    if (reach === 'all') return spans;
    const parts = new Components(spans);
    const here = parts.partAt(x, y);
    return parts.spansOf((part) => part === here);
  },
  fixUp(mask: PackedMask, number: number, fixUp: FixUp): Spans {
    const spans = spansOfNumber(mapOf(mask), number);
    switch (fixUp.kind) {
      case 'fill-holes':
        return holesIn(spans, mask.size, fixUp.most);
      case 'remove-islands':
        return islandsOf(spans, fixUp.most);
      case 'grow':
        return outerRim(spans, mask.size);
      case 'shrink':
        return innerRim(spans, mask.size);
    }
  },
  areasOf(mask: PackedMask, number: number, most: number): readonly Area[] {
    return new Components(spansOfNumber(mapOf(mask), number)).areas(most);
  },
};

export type MaskJobs = typeof maskJobs;
export type JobName = keyof MaskJobs;
export type JobArgs<Name extends JobName> = Parameters<MaskJobs[Name]>;
export type JobAnswer<Name extends JobName> = ReturnType<MaskJobs[Name]>;

/** Does a job by its name. */
export function doJob<Name extends JobName>(name: Name, args: JobArgs<Name>): JobAnswer<Name> {
  return (maskJobs[name] as (...args: JobArgs<Name>) => JobAnswer<Name>)(...args);
}

const mapOf = ({size, tiles}: PackedMask): LabelMap => mapOfTiles(size, unpackTiles(tiles));
