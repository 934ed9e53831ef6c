import {expect} from '@open-wc/testing';
import {drawnPicture} from '../../test/helpers/pictures.js';
import {PictureCrops} from './picture-crops.js';

const size = {width: 60, height: 40};
const part = {left: 50, top: 10, width: 8, height: 6, density: 1};

async function firstPixel(bitmap: ImageBitmap): Promise<string> {
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, 1, 1).data.slice(0, 3).join();
}

/** Blue but for one green pixel, at 50, 10. */
const picture = () =>
  drawnPicture(60, 40, 'image/png', (context) => {
    context.fillStyle = 'rgb(0 0 200)';
    context.fillRect(0, 0, 60, 40);
    context.fillStyle = 'rgb(0 123 0)';
    context.fillRect(50, 10, 1, 1);
  });

describe('crops of a picture', () => {
  const usual = globalThis.Worker;
  afterEach(() => {
    globalThis.Worker = usual;
  });

  it('have exactly the pixels of the file, or fewer where fewer are wanted', async () => {
    const crops = new PictureCrops(await picture(), size);
    const [exact, small] = await Promise.all([crops.crop(part), crops.crop({...part, density: 0.5})]);
    expect([exact.width, exact.height, await firstPixel(exact)]).to.deep.equal([8, 6, '0,123,0']);
    expect([small.width, small.height]).to.deep.equal([4, 3]);
    crops.close();
  });

  it('come without a worker, whether it cannot be made or cannot load its script', async () => {
    const broken = [
      class {
        constructor() {
          throw new Error('another origin');
        }
      },
      class extends EventTarget {
        onerror: (() => void) | undefined;
        postMessage(): void {
          queueMicrotask(() => this.onerror?.());
        }
        terminate(): void {}
      },
    ];
    for (const worker of broken) {
      globalThis.Worker = worker as unknown as typeof Worker;
      const crops = new PictureCrops(await picture(), size);
      expect(await firstPixel(await crops.crop(part))).to.equal('0,123,0');
      expect(await firstPixel(await crops.crop(part))).to.equal('0,123,0');
      crops.close();
    }
  });

  it('fail where the picture is not what it was said to be, and once they are closed', async () => {
    const failed = (crop: Promise<unknown>) =>
      crop.then(
        () => '',
        (error: Error) => error.message,
      );
    const crops = new PictureCrops(await picture(), {width: 40, height: 60});
    expect(await failed(crops.crop(part))).to.contain('60 × 40 pixels instead of 40 × 60');
    const late = failed(crops.crop(part));
    crops.close();
    expect(await late).to.contain('closed');
    expect(await failed(crops.crop(part))).to.contain('closed');
  });
});
