import type {Size} from '../geometry/point.js';
import {Components} from './components.js';
import {common, inOrder, joined, spansOfBox, without} from './span-sets.js';
import {SpanList, type Spans} from './spans.js';

/**
 * Holes of up to `most` pixels: what is not among these pixels, and from where no way along sides of pixels leads to
 * the border of the picture. Like all functions here it takes spans in order, inside the picture, and gives such.
 */
export function holesIn(spans: Spans, size: Size, most: number): Spans {
  const rest = new Components(without(spansOfPicture(size), spans));
  const isOpen = new Uint8Array(rest.count);
  const leave = (x: number, y: number): void => {
    const part = rest.partAt(x, y);
    if (part >= 0) isOpen[part] = 1;
  };
  const {width, height} = size;
  for (let x = 0; x < width; x++) [0, height - 1].forEach((y) => leave(x, y));
  for (let y = 0; y < height; y++) [0, width - 1].forEach((x) => leave(x, y));
  return rest.spansOf((part) => isOpen[part] === 0 && rest.pixels[part]! <= most);
}

/** Connected parts of up to `most` pixels. The largest part is no island, however small: no region vanishes this way. */
export function islandsOf(spans: Spans, most: number): Spans {
  const parts = new Components(spans);
  const largest = parts.pixels.reduce((best, pixels, part, all) => (pixels > all[best]! ? part : best), 0);
  return parts.spansOf((part) => part !== largest && parts.pixels[part]! <= most);
}

/** The pixels of the picture beside these, by a side, that are none of them: what growing adds. */
export function outerRim(spans: Spans, size: Size): Spans {
  return without(common(widened(spans), spansOfPicture(size)), spans);
}

/**
 * Those of these pixels that have another pixel of the picture beside them, by a side: what shrinking takes away. The
 * border of the picture is no other pixel; a sky that is shrunk still reaches up to it.
 */
export function innerRim(spans: Spans, size: Size): Spans {
  return common(spans, widened(without(spansOfPicture(size), spans)));
}

const spansOfPicture = ({width, height}: Size): Spans =>
  spansOfBox({left: 0, top: 0, right: width, bottom: height});

/** These pixels and those that have a side in common with one of them. */
function widened(spans: Spans): Spans {
  const shifted = (down: number, across: number): Spans => {
    const list = new SpanList();
    for (let at = 0; at < spans.length; at += 3)
      list.add(spans[at]! + down, spans[at + 1]! - across, spans[at + 2]! + across);
    return inOrder(list.spans);
  };
  return joined(joined(shifted(-1, 0), shifted(0, 1)), shifted(1, 0));
}
