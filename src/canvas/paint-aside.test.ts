import {expect} from '@open-wc/testing';
import {usualColors} from './colors.js';
import {paintAside} from './paint-aside.js';
import {crowdFor, paintCrowd} from './paint-crowd.js';
import {finish, type Scene} from './scene.js';

const size = {width: 90, height: 70};
const style = {ratio: 1, colors: usualColors, fillOpacity: 0, isCrowd: true};
const scene: Scene = {
  count: 3,
  places: Int32Array.of(-5, -5, 20, 20, 10, 10, 40, 30, 80, 5, 100, 60),
  records: [],
  lookOf: Uint16Array.of(0, 1, 0),
  looks: [
    {color: '#e5484d', pattern: 'solid'},
    {color: '#0090ff', pattern: 'solid'},
  ],
  flags: new Uint8Array(3),
};

function contextOf(): OffscreenCanvasRenderingContext2D {
  return new OffscreenCanvas(size.width, size.height).getContext('2d') as OffscreenCanvasRenderingContext2D;
}

describe('paintAside', () => {
  it('paints what the page would, pixel by pixel', async () => {
    const bitmap = await paintAside(crowdFor(size, scene, style));
    const here = contextOf();
    finish(paintCrowd(here as unknown as CanvasRenderingContext2D, scene, style));
    const aside = contextOf();
    aside.drawImage(bitmap as ImageBitmap, 0, 0);
    const [expected, found] = [here, aside].map(
      (context) => context.getImageData(0, 0, size.width, size.height).data,
    );
    expect(found).to.deep.equal(expected);
    expect(found?.some((value) => value !== 0)).to.equal(true);
  });

  it('leaves painting to the page for good when the worker fails', async () => {
    const impossible = {...crowdFor(size, scene, style), width: -1};
    const [first, second] = [paintAside(impossible), paintAside(crowdFor(size, scene, style))];
    expect(await first).to.equal(undefined);
    expect(await second).to.equal(undefined);
    expect(paintAside(crowdFor(size, scene, style))).to.equal(undefined);
  });
});
