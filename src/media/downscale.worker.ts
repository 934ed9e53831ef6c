import {downscale, type DownscaleRequest} from './downscale.js';

// Resizing runs on the thread that asks for it, so a large picture would stop the page for a fifth of a second.
addEventListener('message', ({data}: MessageEvent<DownscaleRequest>) => {
  downscale(data).then(
    (bitmap) => postMessage({bitmap}, {transfer: [bitmap]}),
    (error: unknown) => postMessage({error: String(error)}),
  );
});
