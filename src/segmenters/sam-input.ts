import type {ImagePoint, Size} from '../geometry/point.js';
import type {PicturePixels, SegmentPrompt} from '../vision/segmenter.js';

/** How a picture is made ready for the encoder of a model of the Segment Anything family. */
export interface EncoderInput {
  /** Pixels along the longer side of the picture that the encoder sees; the rest of the square is 0. */
  readonly side: number;
  /** Subtracted from red, green and blue, which count from 0 to 255. */
  readonly mean: readonly [number, number, number];
  /** What they are divided by then. */
  readonly deviation: readonly [number, number, number];
}

/** As the published models were trained: the statistics of ImageNet, on a square of 1024 pixels. */
export const samInput: EncoderInput = {
  side: 1024,
  mean: [123.675, 116.28, 103.53],
  deviation: [58.395, 57.12, 57.375],
};

/** The size at which the encoder sees a picture: its longer side fills the square. */
export function sizeForEncoder({width, height}: Size, {side}: EncoderInput): Size {
  const scale = side / Math.max(width, height);
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}

/** The numbers for the encoder, shape [1, 3, side, side]: all reds row by row, then greens, then blues. */
export function encoderTensor(
  {width, height, data}: PicturePixels,
  {side, mean, deviation}: EncoderInput,
): Float32Array {
  const numbers = new Float32Array(3 * side * side);
  for (let channel = 0; channel < 3; channel++) {
    const [centre, spread] = [mean[channel] as number, deviation[channel] as number];
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const value = data[4 * (y * width + x) + channel] as number;
        numbers[(channel * side + y) * side + x] = (value - centre) / spread;
      }
    }
  }
  return numbers;
}

/** What the decoder is asked: places in the encoder's pixels, and what each of them means. */
export interface DecoderPoints {
  /** Pairs x, y. */
  readonly coordinates: Float32Array;
  /** 1 belongs to the thing, 0 does not, 2 and 3 are corners of a box around it, −1 fills up where there is none. */
  readonly labels: Float32Array;
}

/** A prompt as the decoder takes it. Extreme points are given as the box around them. */
export function decoderPoints(prompt: SegmentPrompt, picture: Size, input: EncoderInput): DecoderPoints {
  const scale = input.side / Math.max(picture.width, picture.height);
  const points: [at: ImagePoint, label: number][] = [];
  for (const at of prompt.plus ?? []) points.push([at, 1]);
  for (const at of prompt.minus ?? []) points.push([at, 0]);
  const corners = cornersOf(prompt);
  if (corners) points.push([corners[0], 2], [corners[1], 3]);
  else points.push([{x: 0, y: 0}, -1]);
  return {
    coordinates: Float32Array.from(points.flatMap(([{x, y}]) => [x * scale, y * scale])),
    labels: Float32Array.from(points, ([, label]) => label),
  };
}

function cornersOf(prompt: SegmentPrompt): readonly [ImagePoint, ImagePoint] | undefined {
  if (prompt.kind === 'points') return undefined;
  if (prompt.kind === 'box') {
    const {left, top, width, height} = prompt.box;
    return [
      {x: left, y: top},
      {x: left + width, y: top + height},
    ];
  }
  const [xs, ys] = [prompt.points.map(({x}) => x), prompt.points.map(({y}) => y)];
  return [
    {x: Math.min(...xs), y: Math.min(...ys)},
    {x: Math.max(...xs), y: Math.max(...ys)},
  ];
}
