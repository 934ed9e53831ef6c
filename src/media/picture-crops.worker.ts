import {cropOf, decodeWhole, type Crop} from './crop.js';

/** First comes the picture, then any number of crops of it. */
export type CropsRequest =
  | {readonly blob: Blob; readonly width: number; readonly height: number}
  | {readonly id: number; readonly crop: Crop};

export interface CropsAnswer {
  readonly id: number;
  readonly bitmap?: ImageBitmap;
  readonly error?: string;
}

let whole: Promise<ImageBitmap> | undefined;

// The whole picture lives here, beside the page: cutting and shrinking run on the thread that asks for them.
addEventListener('message', ({data}: MessageEvent<CropsRequest>) => {
  if ('blob' in data) {
    whole = decodeWhole(data.blob, data.width, data.height);
    whole.catch(() => undefined);
    return;
  }
  const {id, crop} = data;
  (whole ?? Promise.reject(new Error('No picture came.')))
    .then((bitmap) => cropOf(bitmap, crop))
    .then(
      (bitmap) => postMessage({id, bitmap} satisfies CropsAnswer, {transfer: [bitmap]}),
      (error: unknown) => postMessage({id, error: String(error)} satisfies CropsAnswer),
    );
});
