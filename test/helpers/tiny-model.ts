/*
 * Models of a few nodes in the ONNX format, written byte by byte (protocol buffers, opset 13). They behave like an
 * encoder and a decoder of the Segment Anything family on a square of 64 pixels, with answers one can foresee.
 */

export const tinySide = 64;

const float = 1;

interface Value {
  readonly name: string;
  /** A text is a length that is known only when the model runs. */
  readonly dims: readonly (number | string)[];
}

/** The mean of red, green and blue of each pixel. */
export function tinyEncoder(): Uint8Array<ArrayBuffer> {
  return model(
    [node('ReduceMean', ['input_image'], ['embedding'], [intsOf('axes', [1]), intOf('keepdims', 1)])],
    [{name: 'input_image', dims: [1, 3, tinySide, tinySide]}],
    [{name: 'embedding', dims: [1, 1, tinySide, tinySide]}],
  );
}

/**
 * Two masks: what is brighter than the mean of the training pictures, and what is darker. The first is the better one
 * when the first point belongs to the thing, else the second.
 */
export function tinyDecoder(masks: 'masks' | 'low_res_masks'): Uint8Array<ArrayBuffer> {
  return model(
    [
      node('Neg', ['image_embeddings'], ['dark']),
      node('Concat', ['image_embeddings', 'dark'], [masks], [intOf('axis', 1)]),
      node('Gather', ['point_labels', 'first'], ['label'], [intOf('axis', 1)]),
      node('Sub', ['one', 'label'], ['unlabel']),
      node('Concat', ['label', 'unlabel'], ['iou_predictions'], [intOf('axis', 1)]),
    ],
    [
      {name: 'image_embeddings', dims: [1, 1, tinySide, tinySide]},
      {name: 'point_labels', dims: [1, 'points']},
    ],
    [
      {name: masks, dims: [1, 2, tinySide, tinySide]},
      {name: 'iou_predictions', dims: [1, 2]},
    ],
    [
      message(number(1, 1), number(2, 7), text(8, 'first'), bytes(9, new Uint8Array(8))),
      message(number(1, 1), number(1, 1), number(2, float), text(8, 'one'), bytes(9, floats([1]))),
    ],
  );
}

/** A decoder that asks for something nobody has. */
export function strangeDecoder(): Uint8Array<ArrayBuffer> {
  return model(
    [node('Neg', ['audio'], ['masks'])],
    [{name: 'audio', dims: [1]}],
    [{name: 'masks', dims: [1]}],
  );
}

function model(
  nodes: readonly Bytes[],
  inputs: readonly Value[],
  outputs: readonly Value[],
  constants: readonly Bytes[] = [],
): Uint8Array<ArrayBuffer> {
  const graph = message(
    ...nodes.map((item) => bytes(1, item)),
    text(2, 'tiny'),
    ...constants.map((item) => bytes(5, item)),
    ...inputs.map((value) => bytes(11, valueInfo(value))),
    ...outputs.map((value) => bytes(12, valueInfo(value))),
  );
  return message(number(1, 8), bytes(7, graph), bytes(8, message(text(1, ''), number(2, 13))));
}

function node(
  type: string,
  inputs: readonly string[],
  outputs: readonly string[],
  attributes: readonly Bytes[] = [],
): Bytes {
  return message(
    ...inputs.map((name) => text(1, name)),
    ...outputs.map((name) => text(2, name)),
    text(4, type),
    ...attributes.map((attribute) => bytes(5, attribute)),
  );
}

function intOf(name: string, value: number): Bytes {
  return message(text(1, name), number(3, value), number(20, 2));
}

function intsOf(name: string, values: readonly number[]): Bytes {
  return message(text(1, name), ...values.map((value) => number(8, value)), number(20, 7));
}

function valueInfo({name, dims}: Value): Bytes {
  const shape = message(
    ...dims.map((dim) => bytes(1, typeof dim === 'number' ? message(number(1, dim)) : message(text(2, dim)))),
  );
  return message(text(1, name), bytes(2, message(bytes(1, message(number(1, float), bytes(2, shape))))));
}

type Bytes = Uint8Array<ArrayBuffer>;

function message(...fields: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(fields.reduce((length, field) => length + field.length, 0));
  let at = 0;
  for (const field of fields) {
    whole.set(field, at);
    at += field.length;
  }
  return whole;
}

function number(field: number, value: number): Bytes {
  return Uint8Array.from([...varint(field << 3), ...varint(value)]);
}

function text(field: number, value: string): Bytes {
  return bytes(field, new TextEncoder().encode(value));
}

function bytes(field: number, value: Uint8Array): Bytes {
  return Uint8Array.from([...varint((field << 3) | 2), ...varint(value.length), ...value]);
}

function floats(values: readonly number[]): Bytes {
  return new Uint8Array(Float32Array.from(values).buffer);
}

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)];
}
