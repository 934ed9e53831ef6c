import {executeServerCommand} from '@web/test-runner-commands';
import type {Sight} from '../geometry/sight.js';

/** A picture of 100 × 60 pixels on a stage of 400 × 300, four times its size, with a border of 0 and 30. */
export const usualSight: Sight = {
  view: {scale: 4, x: 0, y: 30},
  frame: {stored: {width: 100, height: 60}, orientation: 1},
  stage: {width: 400, height: 300},
};

/** Puts what a stage paints on the page, over grey and as large as the stage is said to be. */
export function hostOf(painted: HTMLElement, {stage}: Sight): HTMLElement {
  const host = document.createElement('div');
  const {style} = host;
  style.setProperty('position', 'fixed');
  style.setProperty('inset', '0 auto auto 0');
  style.setProperty('overflow', 'hidden');
  style.setProperty('width', `${stage.width}px`);
  style.setProperty('height', `${stage.height}px`);
  style.setProperty('background', '#808080');
  host.append(painted);
  document.body.append(host);
  return host;
}

export const nextFrame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done));

/** Waits until everything is painted as sharply as it will be. */
export async function settled(stage: {readonly isSettled: boolean}): Promise<void> {
  do await nextFrame();
  while (!stage.isSettled);
}

/** Pixels by place. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** As `#rrggbb`. */
  at(x: number, y: number): string;
  readonly data: Uint8ClampedArray;
}

export function pixelsOf({width, height, data}: ImageData): Pixels {
  const at = (x: number, y: number): string =>
    `#${[0, 1, 2].map((i) => (data[(y * width + x) * 4 + i] ?? 0).toString(16).padStart(2, '0')).join('')}`;
  return {width, height, at, data};
}

/** What is on the screen where the stage is, in device pixels. */
export async function screenOf({host}: {readonly host: HTMLElement}): Promise<Pixels> {
  await nextFrame();
  const [{data}] = (await executeServerCommand('cdp', [
    ['Page.captureScreenshot', {format: 'png', optimizeForSpeed: true}],
  ])) as [{data: string}];
  const image = new Image();
  image.src = `data:image/png;base64,${data}`;
  await image.decode();
  const ratio = devicePixelRatio;
  const canvas = new OffscreenCanvas(
    Math.floor(host.clientWidth * ratio),
    Math.floor(host.clientHeight * ratio),
  );
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.drawImage(image, 0, 0);
  return pixelsOf(context.getImageData(0, 0, canvas.width, canvas.height));
}

/** Does something as on a screen with another device pixel ratio. */
export async function withRatio(ratio: number, act: () => Promise<void>): Promise<void> {
  const size = {width: innerWidth, height: innerHeight, mobile: false};
  await executeServerCommand('cdp', [
    ['Emulation.setDeviceMetricsOverride', {...size, deviceScaleFactor: ratio}],
  ]);
  try {
    await act();
  } finally {
    await executeServerCommand('cdp', [['Emulation.clearDeviceMetricsOverride', {}]]);
  }
}
