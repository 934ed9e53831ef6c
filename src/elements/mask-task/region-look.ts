import type {MaskLook} from '../../canvas/mask-options.js';
import type {MaskBoard} from '../../editor/mask-board.js';
import {placeAmongLabel} from '../../editor/mask-words.js';
import type {Label} from '../../model/label.js';
import {lookOf, type Look} from '../shared/palette.js';

/** What a label that is not in the list looks like. */
const strange: Look = {color: '#808080', pattern: 'solid'};

/** How much white (or, negative, black) is mixed into the colour of a label for its first instances; then it repeats. */
const shades = [0, 0.38, -0.32, 0.64, -0.54, 0.2, -0.16] as const;

/** The colour of the instance at `place` (from 0) among those of its label: the hue says the label. */
export function shadeOf(color: string, place: number): string {
  const share = shades[place % shades.length] ?? 0;
  if (share === 0) return color;
  const to = share > 0 ? 255 : 0;
  const channels = hexChannels(color);
  if (!channels) return color;
  const mixed = channels.map((channel) => Math.round(channel + (to - channel) * Math.abs(share)));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

function hexChannels(color: string): readonly number[] | undefined {
  const digits = color.slice(1);
  const parts = digits.length < 6 ? [...digits].map((digit) => digit + digit) : (digits.match(/../g) ?? []);
  const channels = parts.slice(0, 3).map((part) => Number.parseInt(part, 16));
  return channels.length === 3 && channels.every(Number.isFinite) ? channels : undefined;
}

/** The looks of the labels of a task and of all regions of a board, the same on the picture and beside it. */
export class RegionLooks {
  readonly #board: MaskBoard;
  #labels: ReadonlyMap<string, {readonly look: Look; readonly index: number}> = new Map();

  constructor(board: MaskBoard) {
    this.#board = board;
  }

  set labels(labels: readonly Label[]) {
    this.#labels = new Map(labels.map((label, index) => [label.label, {look: lookOf(label, index), index}]));
  }

  ofLabel(label: string): Look {
    return this.#labels.get(label)?.look ?? strange;
  }

  /** The look of a region; of a number that no region has: what it would be if it were painted now. */
  of(number: number): MaskLook {
    const {state} = this.#board;
    const region = this.#board.region(number);
    const label = region?.label ?? state.label;
    const look = this.ofLabel(label);
    const {hasInstances} = this.#board;
    const place = hasInstances ? placeAmongLabel(this.#board, region ?? {number, label}) - 1 : 0;
    return {...look, color: shadeOf(look.color, place), hatch: this.#labels.get(label)?.index ?? 0};
  }

  /** The look of what is painted next. */
  active(): MaskLook {
    return this.of(this.#board.state.instance ?? 0);
  }
}
