import type * as Onnx from 'onnxruntime-web';
import type {InferenceSession, Tensor} from 'onnxruntime-web';
import type {Spans} from '../raster/spans.js';
import type {SegmentPicture, SegmentPrompt, Segmenter} from '../vision/segmenter.js';
import {spansOfLogits, type Logits} from './logits.js';
import {decoderPoints, encoderTensor, samInput, sizeForEncoder, type EncoderInput} from './sam-input.js';

/** The part of ONNX Runtime Web that is used; `import('onnxruntime-web')` has it. */
export type OnnxRuntime = Pick<typeof Onnx, 'InferenceSession' | 'Tensor'>;

/** A model file: its address, or its bytes. */
export type OnnxModel = string | URL | Uint8Array<ArrayBuffer>;

export interface OnnxSegmenterOptions {
  /** Makes the embedding of a picture: one input of shape [1, 3, side, side]. It runs once for each picture. */
  readonly encoder: OnnxModel;
  /**
   * Makes masks of an embedding and points, with the inputs and outputs of the decoder that Segment Anything
   * publishes: `image_embeddings`, `point_coords`, `point_labels` and, if the model has them, `mask_input`,
   * `has_mask_input`, `orig_im_size`; `masks` or `low_res_masks`, and `iou_predictions`. Outputs of the encoder go to
   * inputs of the same name; an only output goes to `image_embeddings`.
   */
  readonly decoder: OnnxModel;
  /** How pictures are made ready; as for the published models when left out. */
  readonly input?: EncoderInput;
  /** ONNX Runtime Web; imported as `onnxruntime-web` when left out. Its settings, such as `env.wasm`, are the page's. */
  readonly runtime?: () => Promise<OnnxRuntime>;
  /** For `InferenceSession.create`, such as `{executionProviders: ['webgpu', 'wasm']}`. */
  readonly session?: InferenceSession.SessionOptions;
  /** Pictures whose embedding is kept: the present one, the next, and the one before. Default 3. */
  readonly keep?: number;
}

type Embedding = Readonly<Record<string, Tensor>>;

interface Models {
  readonly runtime: OnnxRuntime;
  readonly encoder: InferenceSession;
  readonly decoder: InferenceSession;
}

/**
 * A segmenter that runs a model of the Segment Anything family with ONNX Runtime Web, an optional peer dependency. The
 * model stays where the page says it is: nothing is loaded before the first picture, and nothing else ever.
 */
export class OnnxSegmenter implements Segmenter {
  readonly name = 'onnx';
  readonly #options: OnnxSegmenterOptions;
  readonly #input: EncoderInput;
  #loading: Promise<Models> | undefined;
  /** By the key of the picture, the one used last at the end. */
  readonly #embeddings = new Map<string, Promise<Embedding>>();
  /** Sessions run one call at a time. */
  #running: Promise<unknown> = Promise.resolve();

  constructor(options: OnnxSegmenterOptions) {
    this.#options = options;
    this.#input = options.input ?? samInput;
  }

  /** Loads the model and makes the embedding of a picture, so that the first prompt on it is answered at once. */
  async prepare(picture: SegmentPicture, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    await orAborted(this.#embedding(picture), signal);
  }

  async segment(picture: SegmentPicture, prompt: SegmentPrompt, signal: AbortSignal): Promise<Spans> {
    signal.throwIfAborted();
    const embedding = await orAborted(this.#embedding(picture), signal);
    const {runtime, decoder} = await this.#load();
    signal.throwIfAborted();
    const feeds = this.#feeds(runtime, decoder, embedding, picture, prompt);
    const outputs = await orAborted(this.#run(decoder, feeds), signal);
    const {masks, isWhole} = masksIn(outputs);
    const best = bestMask(masks, outputs['iou_predictions']);
    const {side} = this.#input;
    const seen = sizeForEncoder(picture.size, this.#input);
    const covered = isWhole
      ? {width: best.width, height: best.height}
      : {width: (seen.width * best.width) / side, height: (seen.height * best.height) / side};
    return spansOfLogits(best, picture.size, covered);
  }

  /** Gives models and embeddings up. The next picture loads them again. */
  dispose(): void {
    const loading = this.#loading;
    this.#loading = undefined;
    for (const key of [...this.#embeddings.keys()]) this.#forget(key);
    void loading?.then(
      ({encoder, decoder}) =>
        this.#running.finally(() => Promise.all([encoder.release(), decoder.release()])),
      () => undefined,
    );
  }

  #load(): Promise<Models> {
    this.#loading ??= this.#loadModels().catch((error: unknown) => {
      // A model that could not be fetched may be there at the next try.
      this.#loading = undefined;
      throw error;
    });
    return this.#loading;
  }

  async #loadModels(): Promise<Models> {
    const {encoder, decoder, session, runtime: load = () => import('onnxruntime-web')} = this.#options;
    const runtime = await load();
    const create = async (model: OnnxModel): Promise<InferenceSession> =>
      model instanceof Uint8Array
        ? runtime.InferenceSession.create(model, session)
        : runtime.InferenceSession.create(String(model), session);
    return {runtime, encoder: await create(encoder), decoder: await create(decoder)};
  }

  #embedding(picture: SegmentPicture): Promise<Embedding> {
    const known = this.#embeddings.get(picture.key);
    const embedding = known ?? this.#embed(picture);
    this.#embeddings.delete(picture.key);
    this.#embeddings.set(picture.key, embedding);
    if (known) return known;
    embedding.catch(() => this.#embeddings.get(picture.key) === embedding && this.#forget(picture.key));
    for (const key of [...this.#embeddings.keys()].slice(0, -(this.#options.keep ?? 3))) this.#forget(key);
    return embedding;
  }

  async #embed(picture: SegmentPicture): Promise<Embedding> {
    const {runtime, encoder} = await this.#load();
    const {width, height} = picture.size;
    const seen = sizeForEncoder(picture.size, this.#input);
    const pixels = await picture.read({left: 0, top: 0, right: width, bottom: height}, seen);
    const {side} = this.#input;
    const tensor = new runtime.Tensor('float32', encoderTensor(pixels, this.#input), [1, 3, side, side]);
    const name = encoder.inputNames[0] ?? 'input';
    const outputs = await this.#run(encoder, {[name]: tensor});
    const [first] = encoder.outputNames;
    return encoder.outputNames.length === 1 && first !== undefined
      ? {image_embeddings: outputs[first] as Tensor}
      : (outputs as Embedding);
  }

  #forget(key: string): void {
    const embedding = this.#embeddings.get(key);
    this.#embeddings.delete(key);
    void embedding?.then(
      (tensors) => this.#running.finally(() => Object.values(tensors).forEach((tensor) => tensor.dispose())),
      () => undefined,
    );
  }

  #run(session: InferenceSession, feeds: InferenceSession.FeedsType): Promise<InferenceSession.ReturnType> {
    const run = this.#running.then(() => session.run(feeds));
    this.#running = run.catch(() => undefined);
    return run;
  }

  #feeds(
    {Tensor}: OnnxRuntime,
    decoder: InferenceSession,
    embedding: Embedding,
    {size}: SegmentPicture,
    prompt: SegmentPrompt,
  ): InferenceSession.FeedsType {
    const {coordinates, labels} = decoderPoints(prompt, size, this.#input);
    // Masks as fine as the encoder saw: they are made larger here, which saves a number for each pixel of the picture.
    const seen = sizeForEncoder(size, this.#input);
    const known: Record<string, Tensor> = {
      ...embedding,
      point_coords: new Tensor('float32', coordinates, [1, labels.length, 2]),
      point_labels: new Tensor('float32', labels, [1, labels.length]),
      mask_input: new Tensor('float32', new Float32Array(256 * 256), [1, 1, 256, 256]),
      has_mask_input: new Tensor('float32', new Float32Array(1), [1]),
      orig_im_size: new Tensor('float32', Float32Array.of(seen.height, seen.width), [2]),
    };
    const missing = decoder.inputNames.filter((name) => !known[name]);
    if (missing.length > 0) {
      throw new Error(
        `The decoder asks for ${missing.join(', ')}, which neither the encoder gives nor Segment Anything has. ` +
          `Known are ${Object.keys(known).join(', ')}.`,
      );
    }
    return Object.fromEntries(decoder.inputNames.map((name) => [name, known[name] as Tensor]));
  }
}

/** The masks of a decoder: of the whole picture, or, in small, of the square that the encoder saw. */
function masksIn(outputs: InferenceSession.ReturnType): {masks: Tensor; isWhole: boolean} {
  const {masks, low_res_masks: small} = outputs;
  if (!masks && !small) {
    const found = Object.keys(outputs).join(', ');
    throw new Error(`The decoder gives ${found}, but neither "masks" nor "low_res_masks".`);
  }
  return masks ? {masks, isWhole: true} : {masks: small as Tensor, isWhole: false};
}

/** The mask that the model thinks best; the first where it does not say. */
function bestMask(masks: Tensor, scores: Tensor | undefined): Logits {
  const [height = 1, width = 1] = masks.dims.slice(-2);
  const list = scores ? Array.from(scores.data as Float32Array) : [0];
  const best = list.indexOf(Math.max(...list));
  const data = (masks.data as Float32Array).subarray(best * width * height, (best + 1) * width * height);
  return {width, height, data};
}

/** The promise, or the signal's reason as soon as it is aborted. What runs already ends by itself. */
async function orAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  const listening = new AbortController();
  try {
    return await Promise.race([
      promise,
      new Promise<never>((_, reject) =>
        signal.addEventListener('abort', () => reject(signal.reason as Error), {signal: listening.signal}),
      ),
    ]);
  } finally {
    listening.abort();
  }
}
