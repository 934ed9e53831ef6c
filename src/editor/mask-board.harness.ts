import type {Area} from '../raster/components.js';
import {emptyMap, type LabelMap} from '../raster/label-map.js';
import type {Spans} from '../raster/spans.js';
import {SpanList} from '../raster/spans.js';
import {decodeTile} from '../raster/tiles.js';
import {documentOf, recordsOf} from '../model/document.js';
import type {AnyRecord} from '../model/record.js';
import {en} from '../strings/en.js';
import type {Outcome} from './act.js';
import {Editor} from './editor.js';
import {MaskBoard, type MaskState} from './mask-board.js';
import type {MaskContext} from './mask-context.js';
import type {FixUp, MaskData, MaskWork, PictureWork} from './mask-work.js';

/** What a stretch of pixels is written as: `.` where nothing is labelled, else the number, from 10 on as a letter. */
const signs = '.123456789abcdefghijklmnopqrstuvwxyz';

/** The pixels of a map, one text per row. */
export function rowsOf({data, width, height}: LabelMap): readonly string[] {
  return Array.from({length: height}, (_, y) =>
    Array.from(data.subarray(y * width, (y + 1) * width), (number) => signs[number] ?? '?').join(''),
  );
}

/** The map that tiles say, made anew. */
export function mapOf({size, tiles}: MaskData): LabelMap {
  const map = emptyMap(size, Infinity);
  for (const tile of tiles) decodeTile(tile.runs, map, tile);
  return map;
}

/** A mask of a small picture and everything that acts and tools need, without a screen. */
export class MaskBoardHarness implements MaskContext {
  readonly editor = new Editor();
  readonly board: MaskBoard;
  readonly words = en.masks;
  readonly language = 'en';
  readonly labels: readonly string[];
  readonly work: SlowWork = new SlowWork();
  picture: PictureWork | undefined = undefined;
  readonly told: Outcome[] = [];
  /** The time of the next commit. */
  now = 0;
  isReadonly = false;
  scale = 1;

  constructor(
    width = 12,
    height = 8,
    {hasInstances = false, labels = ['sky', 'ground', 'building'] as readonly string[]} = {},
    records: readonly AnyRecord[] = [],
  ) {
    this.board = new MaskBoard(this.editor, {hasInstances});
    this.labels = labels;
    this.editor.open(documentOf(records));
    this.board.set({
      frame: {stored: {width, height}, orientation: 1},
      label: labels[0] ?? '',
      brush: {size: 1, shape: 'square'},
      eraser: {size: 1, shape: 'square'},
      erasesOwnOnly: false,
    });
  }

  set(part: Partial<MaskState>): void {
    this.board.set(part);
  }

  get map(): LabelMap {
    if (!this.board.map) throw new Error('There is no picture.');
    return this.board.map;
  }

  /** The pixels as they are shown. */
  get rows(): readonly string[] {
    return rowsOf(this.map);
  }

  /** The pixels as the document says. */
  get documentRows(): readonly string[] {
    const {width, height} = this.map;
    const tiles = recordsOf(this.editor.state.document, 'tile');
    return rowsOf(mapOf({size: {width, height}, tiles}));
  }

  /** Number and label of each region. */
  get regions(): Readonly<Record<number, string>> {
    return Object.fromEntries(this.board.regions.map(({number, label}) => [number, label]));
  }

  get steps(): readonly string[] {
    return this.editor.state.history.done.map(({name}) => name);
  }

  get lastTold(): string | undefined {
    return this.told.at(-1)?.message;
  }

  commit(name: string, changes: Parameters<Editor['commit']>[2], mergeKey?: string): void {
    if (!this.isReadonly) this.editor.commit(name, this.now, changes, mergeKey);
    this.now += 1000;
  }

  tell(outcome: Outcome): void {
    this.told.push(outcome);
  }
}

/** Work done by the shortest program that is obviously right, later than it was asked for. */
export class SlowWork implements MaskWork {
  /** How often it was asked. */
  asked = 0;
  /** Called before each answer, as if something happened meanwhile. */
  meanwhile: () => void = () => undefined;

  async area(mask: MaskData, at: {x: number; y: number}, reach: 'connected' | 'all', signal?: AbortSignal) {
    const map = mapOf(mask);
    const seed = Math.floor(at.y) * map.width + Math.floor(at.x);
    const number = map.data[seed] as number;
    const wanted = reach === 'all' ? pixelsWith(map, number) : connected(map, seed);
    return this.#answer(spansOf(map, wanted), signal);
  }

  async fixUp(mask: MaskData, number: number, fixUp: FixUp, signal?: AbortSignal): Promise<Spans> {
    return this.#answer(fixed(mapOf(mask), number, fixUp), signal);
  }

  async areasOf(mask: MaskData, number: number, most: number, signal?: AbortSignal) {
    const map = mapOf(mask);
    return this.#answer(
      partsOf(map, pixelsWith(map, number))
        .slice(0, most)
        .map((part) => areaOfPart(map, part)),
      signal,
    );
  }

  async #answer<T>(answer: T, signal: AbortSignal | undefined): Promise<T> {
    this.asked++;
    await Promise.resolve();
    this.meanwhile();
    signal?.throwIfAborted();
    return answer;
  }
}

type Pixels = ReadonlySet<number>;

function pixelsWith({data}: LabelMap, number: number): Pixels {
  return new Set(Array.from(data.keys()).filter((at) => data[at] === number));
}

/** Pixels beside one by its sides. */
function beside({width, height}: LabelMap, at: number): readonly number[] {
  const x = at % width;
  return [
    ...(x > 0 ? [at - 1] : []),
    ...(x < width - 1 ? [at + 1] : []),
    ...(at >= width ? [at - width] : []),
    ...(at < width * (height - 1) ? [at + width] : []),
  ];
}

function connected(map: LabelMap, seed: number): Pixels {
  const found = new Set([seed]);
  for (const at of found)
    for (const next of beside(map, at)) if (map.data[next] === map.data[seed]) found.add(next);
  return found;
}

/** The connected parts of a set, the largest first. */
function partsOf(map: LabelMap, pixels: Pixels): readonly Pixels[] {
  const rest = new Set(pixels);
  const parts: Pixels[] = [];
  for (const seed of pixels) {
    if (!rest.has(seed)) continue;
    const part = new Set([seed]);
    for (const at of part) for (const next of beside(map, at)) if (rest.has(next)) part.add(next);
    for (const at of part) rest.delete(at);
    parts.push(part);
  }
  return parts.sort((a, b) => b.size - a.size);
}

function spansOf({width}: LabelMap, pixels: Pixels): Spans {
  const list = new SpanList();
  for (const at of [...pixels].sort((a, b) => a - b)) {
    const [x, y] = [at % width, Math.floor(at / width)];
    list.add(y, x, x + 1);
  }
  return list.spans;
}

function areaOfPart({width}: LabelMap, part: Pixels): Area {
  const columns = [...part].map((at) => at % width);
  const rows = [...part].map((at) => Math.floor(at / width));
  return {
    box: {
      left: Math.min(...columns),
      top: Math.min(...rows),
      right: Math.max(...columns) + 1,
      bottom: Math.max(...rows) + 1,
    },
    pixels: part.size,
    at: {x: (columns[0] ?? 0) + 0.5, y: (rows[0] ?? 0) + 0.5},
  };
}

function fixed(map: LabelMap, number: number, fixUp: FixUp): Spans {
  const own = pixelsWith(map, number);
  const others = new Set(Array.from(map.data.keys()).filter((at) => !own.has(at)));
  switch (fixUp.kind) {
    case 'fill-holes': {
      const holes = partsOf(map, others).filter(
        (part) => part.size <= fixUp.most && [...part].every((at) => beside(map, at).length === 4),
      );
      return spansOf(map, new Set(holes.flatMap((part) => [...part])));
    }
    case 'remove-islands': {
      const islands = partsOf(map, own)
        .slice(1)
        .filter((part) => part.size <= fixUp.most);
      return spansOf(map, new Set(islands.flatMap((part) => [...part])));
    }
    case 'grow':
      return spansOf(map, new Set([...others].filter((at) => beside(map, at).some((next) => own.has(next)))));
    case 'shrink':
      return spansOf(map, new Set([...own].filter((at) => beside(map, at).some((next) => !own.has(next)))));
  }
}
