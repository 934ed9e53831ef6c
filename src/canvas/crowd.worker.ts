import {writeCrowd, type Crowd} from './crowd-pixels.js';
import type {CrowdReply, CrowdRequest} from './paint-aside.js';
import {finish} from './scene.js';

const reply = (message: CrowdReply, transfer: Transferable[] = []): void => postMessage(message, {transfer});

addEventListener('message', ({data: {id, crowd}}: MessageEvent<CrowdRequest>) => {
  try {
    const bitmap = bitmapOf(crowd);
    reply({id, bitmap}, [bitmap]);
  } catch {
    // No memory, or no canvas in workers: the page paints by itself.
    reply({id});
  }
});

function bitmapOf(crowd: Crowd): ImageBitmap {
  const canvas = new OffscreenCanvas(crowd.width, crowd.height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('There is no 2d canvas in this worker.');
  finish(writeCrowd(context, crowd));
  return canvas.transferToImageBitmap();
}

reply({id: 0});
