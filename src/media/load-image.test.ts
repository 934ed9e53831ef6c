import {expect} from '@open-wc/testing';
import {executeServerCommand} from '@web/test-runner-commands';
import {
  animatedGif,
  countObjectUrls,
  drawnPicture,
  hugePng,
  turnedJpeg,
} from '../../test/helpers/pictures.js';
import {loadImage, type LoadedImage, type LoadOptions} from './load-image.js';
import {PicturesAhead} from './prefetch.js';

const ask = <T>(question: string) => executeServerCommand<T, string>('bad-pictures', question);

async function failureOf(ref: string, options: LoadOptions = {}): Promise<string> {
  const loaded = await loadImage(ref, {firstByteMs: 5000, ...options});
  return loaded.ok ? 'loaded' : `${loaded.problems[0]!.code}: ${loaded.problems[0]!.message}`;
}

async function pictureOf(ref: string | Blob, options: LoadOptions = {}): Promise<LoadedImage> {
  const resolve = typeof ref === 'string' ? {} : {resolveSource: () => ref};
  const loaded = await loadImage(typeof ref === 'string' ? ref : 's3://b/picture', {...resolve, ...options});
  if (!loaded.ok) throw new Error(loaded.problems[0]!.message);
  return loaded.value;
}

const warningCodes = (picture: LoadedImage) => picture.warnings.map(({code}) => code);

describe('loading a picture', () => {
  let origin: string;
  let urls: ReturnType<typeof countObjectUrls>;

  before(async () => {
    origin = await ask('origin');
  });
  beforeEach(() => {
    urls = countObjectUrls();
  });
  afterEach(() => urls.stop());

  it('gives a decoded picture with its bytes and its size', async () => {
    const blob = await drawnPicture(31, 17);
    const picture = await pictureOf(blob);
    expect([picture.width, picture.height, picture.orientation]).to.deep.equal([31, 17, 1]);
    expect(picture.blob).to.equal(blob);
    expect(picture.readable).to.equal(true);
    expect(picture.warnings).to.deep.equal([]);
    expect((picture.element as HTMLImageElement).complete).to.equal(true);
    expect(urls.open).to.equal(1);
    picture.release();
    expect(urls.open).to.equal(0);
  });

  it('requests a signed address byte for byte, once', async () => {
    await ask('requests');
    const target = '/open/good.png?X-Amz-Credential=AK%2F20240101%2fus&X-Amz-Signature=abc+def&empty=&~';
    (await pictureOf(`${origin}${target}`)).release();
    expect(await ask('requests')).to.deep.equal([target]);
  });

  it('shows what it may not read, and says so', async () => {
    const picture = await pictureOf(`${origin}/closed/good.png`);
    expect([picture.width, picture.height, picture.readable]).to.deep.equal([64, 48, false]);
    expect(picture.blob).to.equal(undefined);
    expect(warningCodes(picture)).to.deep.equal(['media/no-cors']);
    picture.release();
  });

  const failures: readonly (readonly [string, string, RegExp])[] = [
    ['/open/reset.png', 'media/unreachable', /could not be reached/],
    ['/open/loop.png', 'media/unreachable', /redirects in a circle/],
    ['/closed/forbidden.png', 'media/blocked', /CORS/],
    ['/open/forbidden.png', 'media/refused', /403/],
    ['/open/unauthorized.png', 'media/refused', /401/],
    ['/open/expired.png', 'media/expired', /expired.*reload the manifest/],
    ['/open/missing.png', 'media/not-found', /nothing at/],
    ['/open/broken.png', 'media/server-error', /500/],
    ['/open/page.png', 'media/not-an-image', /web page/],
    ['/open/garbage.png', 'media/not-an-image', /no known picture format/],
    ['/open/empty.png', 'media/empty', /0 bytes/],
    ['/open/cut.png', 'media/cut-off', /connection broke/],
  ];
  for (const [path, code, words] of failures) {
    it(`explains ${path}: ${code}`, async () => {
      const said = await failureOf(`${origin}${path}?X-Amz-Signature=topsecret`);
      expect(said)
        .to.match(new RegExp(`^${code}: `))
        .and.match(words);
      expect(said).not.to.contain('topsecret');
      expect(urls.open).to.equal(0);
    });
  }

  it('gives up on a server that does not begin, and on one that does not end', async () => {
    expect(await failureOf(`${origin}/open/hang.png`, {firstByteMs: 150})).to.match(
      /^media\/timeout: .*begin/,
    );
    expect(await failureOf(`${origin}/open/stall.png`, {totalMs: 300})).to.match(
      /^media\/timeout: .*complete/,
    );
    const never = {resolveSource: () => new Promise<never>(() => {}), totalMs: 100};
    expect(await failureOf('s3://b/k', never)).to.match(/^media\/timeout/);
  });

  it('waits for a slow server', async () => {
    (await pictureOf(`${origin}/open/slow.png`, {firstByteMs: 5000, totalMs: 20_000})).release();
  });

  it('stops when nobody wants the picture any more', async () => {
    const abort = new AbortController();
    const loading = failureOf(`${origin}/open/hang.png`, {signal: abort.signal});
    abort.abort();
    expect(await loading).to.match(/^media\/cancelled/);
    expect(await failureOf(`${origin}/open/good.png`, {signal: AbortSignal.abort()})).to.match(
      /^media\/cancelled/,
    );
  });

  it('warns of a file that ends early', async () => {
    const picture = await pictureOf(`${origin}/open/half.png`);
    expect(warningCodes(picture)).to.deep.equal(['media/truncated']);
    picture.release();
    const jpeg = await drawnPicture(200, 200, 'image/jpeg');
    const cut = await pictureOf(jpeg.slice(0, jpeg.size * 0.9, jpeg.type));
    expect(warningCodes(cut)).to.deep.equal(['media/truncated']);
    cut.release();
  });

  it('names a damaged file', async () => {
    const png = await (await drawnPicture(20, 20)).bytes();
    const damaged = new Blob([png.slice(0, 33)], {type: 'image/png'});
    expect(await failureOf('x', {resolveSource: () => damaged})).to.match(/^media\/damaged: .*image\/png/);
  });

  it('refuses bombs before they are decoded', async () => {
    for (const [width, height] of [
      [30_000, 30_000],
      [100_000, 10],
      [12_000, 9000],
    ] as const) {
      const said = await failureOf('x', {resolveSource: () => hugePng(width, height)});
      expect(said).to.match(/^media\/too-large: .*pixels/);
    }
  });

  it('refuses SVG, scripts and strange addresses', async () => {
    const svg = new Blob(['<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'], {
      type: 'image/svg+xml',
    });
    expect(await failureOf('x', {resolveSource: () => svg})).to.match(/^media\/not-an-image: .*SVG/);
    expect(await failureOf('javascript:alert(1)')).to.match(/^media\/unsupported-address/);
    expect(await failureOf('s3://bucket/cat.jpg')).to.match(/^media\/no-resolver/);
  });

  it('decodes data URLs itself', async () => {
    const bytes = await (await drawnPicture(3, 2)).bytes();
    const picture = await pictureOf(`data:image/png;base64,${btoa(String.fromCharCode(...bytes))}`);
    expect([picture.width, picture.height, picture.blob?.type]).to.deep.equal([3, 2, 'image/png']);
    picture.release();
    expect(await failureOf('data:image/png;base64,!!!')).to.match(/^media\/damaged/);
  });

  for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8] as const) {
    it(`keeps the stored size of a picture with orientation ${orientation} and shows it upright`, async () => {
      const picture = await pictureOf(await turnedJpeg(40, 20, orientation));
      expect([picture.width, picture.height, picture.orientation]).to.deep.equal([40, 20, orientation]);
      const {naturalWidth, naturalHeight} = picture.element as HTMLImageElement;
      expect([naturalWidth, naturalHeight]).to.deep.equal(orientation < 5 ? [40, 20] : [20, 40]);
      picture.release();
    });
  }

  it('shows the first frame of what moves', async () => {
    const picture = await pictureOf(animatedGif());
    expect(warningCodes(picture)).to.deep.equal(['media/animated']);
    expect(picture.element).to.be.instanceOf(HTMLCanvasElement);
    picture.release();
  });

  it('shows a large picture through a smaller bitmap, upright, in coordinates of the file', async () => {
    const picture = await pictureOf(await turnedJpeg(5000, 4000, 6));
    expect([picture.width, picture.height, picture.orientation]).to.deep.equal([5000, 4000, 6]);
    const canvas = picture.element as HTMLCanvasElement;
    expect(canvas.width * canvas.height).to.be.within(5_900_000, 6_100_000);
    expect(canvas.width / canvas.height).to.be.closeTo(0.8, 0.001);
    picture.release();
    expect(canvas.width).to.equal(0);
    expect(urls.open).to.equal(0);
  });
});

describe('pictures ahead', () => {
  let urls: ReturnType<typeof countObjectUrls>;
  beforeEach(() => {
    urls = countObjectUrls();
  });
  afterEach(() => urls.stop());

  const resolveSource = () => drawnPicture(5, 5);

  it('hands over a picture that was loaded before it was needed', async () => {
    const ahead = new PicturesAhead();
    ahead.prefetch('a', {resolveSource});
    const picture = await ahead.take('a');
    expect(picture?.width).to.equal(5);
    expect(await ahead.take('a')).to.equal(undefined);
    picture?.release();
    expect(urls.open).to.equal(0);
  });

  it('holds at most so many and gives the rest back', async () => {
    const ahead = new PicturesAhead(2);
    const first = drawnPicture(5, 5);
    ahead.prefetch('a', {resolveSource: () => first});
    ahead.prefetch('b', {resolveSource});
    ahead.prefetch('b', {resolveSource});
    ahead.prefetch('c', {resolveSource});
    expect(ahead.refs).to.deep.equal(['b', 'c']);
    (await ahead.take('b'))?.release();
    (await ahead.take('c'))?.release();
    expect(urls.open).to.equal(0);
  });

  it('forgets a failure, so that the picture gets a second chance', async () => {
    const ahead = new PicturesAhead();
    ahead.prefetch('a', {resolveSource: () => 'ftp://nowhere'});
    expect(await ahead.take('a')).to.equal(undefined);
    expect(ahead.refs).to.deep.equal([]);
  });

  it('gives everything back when it is cleared', async () => {
    const ahead = new PicturesAhead();
    ahead.prefetch('a', {resolveSource});
    const started = Date.now();
    while (urls.open === 0 && Date.now() - started < 5000) await new Promise(requestAnimationFrame);
    expect(urls.open).to.equal(1);
    ahead.clear();
    await Promise.resolve();
    while (urls.open > 0 && Date.now() - started < 5000) await new Promise(requestAnimationFrame);
    expect(urls.open).to.equal(0);
  });
});
