import {expect} from '@open-wc/testing';
import {animatedGif, drawnPicture, hugePng, turnedJpeg} from '../../test/helpers/pictures.js';
import {isComplete, readImageHeader} from './image-header.js';

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

describe('image header', () => {
  for (const type of ['image/png', 'image/jpeg', 'image/webp'] as const) {
    it(`reads ${type} and notices when its end is missing`, async () => {
      const bytes = await bytesOf(await drawnPicture(37, 21, type));
      const header = readImageHeader(bytes)!;
      expect(header).to.deep.equal({type, width: 37, height: 21, orientation: 1, isAnimated: false});
      expect(isComplete(header, bytes)).to.equal(true);
      expect(isComplete(header, bytes.slice(0, -10))).to.equal(false);
    });
  }

  it('reads GIF and knows whether it moves', async () => {
    const bytes = await bytesOf(animatedGif());
    const header = readImageHeader(bytes)!;
    expect(header).to.deep.equal({type: 'image/gif', width: 1, height: 1, orientation: 1, isAnimated: true});
    expect(isComplete(header, bytes)).to.equal(true);
    expect(isComplete(header, bytes.slice(0, -1))).to.equal(false);
  });

  it('reads BMP, also with its top row first', () => {
    const bytes = new DataView(new ArrayBuffer(54));
    bytes.setUint16(0, 0x424d);
    bytes.setUint32(14, 40, true);
    bytes.setInt32(18, 9, true);
    bytes.setInt32(22, -5, true);
    const header = readImageHeader(new Uint8Array(bytes.buffer))!;
    expect([header.type, header.width, header.height]).to.deep.equal(['image/bmp', 9, 5]);
  });

  for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8] as const) {
    it(`reads EXIF orientation ${orientation} and the stored size`, async () => {
      const header = readImageHeader(await bytesOf(await turnedJpeg(40, 20, orientation)))!;
      expect([header.width, header.height, header.orientation]).to.deep.equal([40, 20, orientation]);
    });
  }

  it('does not mind what phones append behind a picture', async () => {
    const bytes = await bytesOf(new Blob([await drawnPicture(8, 8, 'image/jpeg'), new Uint8Array(5000)]));
    expect(isComplete(readImageHeader(bytes)!, bytes)).to.equal(true);
  });

  it('does not take the preview inside a JPEG for its end', async () => {
    const jpeg = await bytesOf(await drawnPicture(8, 8, 'image/jpeg'));
    const preview = [0xff, 0xe1, 0, 6, 0xff, 0xd8, 0xff, 0xd9];
    const bytes = Uint8Array.from([...jpeg.slice(0, 2), ...preview, ...jpeg.slice(2, -2)]);
    const header = readImageHeader(bytes)!;
    expect(header.width).to.equal(8);
    expect(isComplete(header, bytes)).to.equal(false);
  });

  it('reads the size of a bomb without lighting it', async () => {
    const header = readImageHeader(await bytesOf(hugePng(30_000, 30_000)))!;
    expect([header.width, header.height]).to.deep.equal([30_000, 30_000]);
  });

  it('finds nothing in other files, and never throws on a beginning cut anywhere', async () => {
    expect(readImageHeader(new TextEncoder().encode('<!doctype html>'))).to.equal(undefined);
    expect(readImageHeader(new Uint8Array())).to.equal(undefined);
    const samples = [
      await turnedJpeg(9, 9, 6),
      await drawnPicture(9, 9),
      await drawnPicture(9, 9, 'image/webp'),
      animatedGif(),
    ];
    for (const sample of samples) {
      const bytes = await bytesOf(sample);
      for (let length = 0; length < Math.min(bytes.length, 400); length++) {
        const header = readImageHeader(bytes.slice(0, length));
        if (header) isComplete(header, bytes.slice(0, length));
      }
    }
  });
});
