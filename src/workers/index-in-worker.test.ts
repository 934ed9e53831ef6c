import {expect} from '@open-wc/testing';
import {indexHere} from '../formats/index-lines.js';
import {beginManifest, openManifest} from '../formats/manifest.js';
import {indexInWorker} from './index-in-worker.js';

/** Large enough for a worker: about 12 MB with CR LF, blank lines and a long line. */
const big = new Blob([
  Array.from(
    {length: 60_000},
    (_, item) => `{"source":"${item} ${'é'.repeat(item % 200)}"}${item % 9 ? '\n' : '\r\n\n'}`,
  ).join(''),
  `{"source":"${'x'.repeat(500_000)}"}`,
]);

const native = globalThis.Worker;
let started = 0;

/** Counts workers; `make` may put something else in their place. */
function replaceWorker(make: (url: URL, options: WorkerOptions) => Worker): void {
  globalThis.Worker = function (url: URL, options: WorkerOptions) {
    started++;
    return make(url, options);
  } as unknown as typeof Worker;
}

describe('indexInWorker', () => {
  beforeEach(() => {
    started = 0;
    replaceWorker((url, options) => new native(url, options));
  });
  afterEach(() => {
    globalThis.Worker = native;
  });

  it('finds the same lines as indexing in the page', async () => {
    const here = await openManifest(big, {index: indexHere});
    const there = await openManifest(big, {index: indexInWorker});
    expect(started).to.equal(1);
    expect([here.lineCount, there.lineCount]).to.deep.equal([60_001, 60_001]);
    const facts = (manifest: typeof here) =>
      Array.from(
        {length: manifest.lineCount},
        (_, item) => `${manifest.range(item).start} ${manifest.lineNumber(item)}`,
      );
    expect(facts(there).join() === facts(here).join()).to.equal(true);
    expect(there.isRegular).to.equal(false);
  });

  it('starts no worker for small files', async () => {
    await openManifest('{"source":"a"}', {index: indexInWorker});
    const medium = await openManifest(new Blob(['{"source":"a"}\n'.repeat(10_000)]), {index: indexInWorker});
    expect([started, medium.lineCount]).to.deep.equal([0, 10_000]);
  });

  it('indexes in the page where no worker can be made', async () => {
    replaceWorker(() => {
      throw new DOMException('cross-origin', 'SecurityError');
    });
    expect((await openManifest(big, {index: indexInWorker})).lineCount).to.equal(60_001);
    globalThis.Worker = undefined as unknown as typeof Worker;
    expect((await openManifest(big, {index: indexInWorker})).lineCount).to.equal(60_001);
  });

  it('indexes in the page when the worker’s file is missing', async () => {
    replaceWorker(() => new native(new URL('/no/such/file.js', location.href), {type: 'module'}));
    expect((await openManifest(big, {index: indexInWorker})).lineCount).to.equal(60_001);
    expect(started).to.equal(1);
  });

  it('starts again where it is when a worker dies half-way', async () => {
    replaceWorker((url, options) => {
      const worker = new native(url, options);
      worker.addEventListener(
        'message',
        () => queueMicrotask(() => worker.onerror?.(new ErrorEvent('error'))),
        {
          once: true,
        },
      );
      return worker;
    });
    expect((await openManifest(big, {index: indexInWorker})).lineCount).to.equal(60_001);
  });

  it('stops when told to', async () => {
    const stop = new AbortController();
    const manifest = await beginManifest(big, {index: indexInWorker, signal: stop.signal});
    stop.abort();
    const name = await manifest.indexed.then(
      () => 'indexed',
      (error: unknown) => (error as DOMException).name,
    );
    expect(name).to.equal('AbortError');
  });
});
