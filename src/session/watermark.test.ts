import {expect} from '@open-wc/testing';
import {newSession} from './apply-edit.js';
import {textStorage} from './marks.js';
import {Watermarks} from './watermark.js';

const session = newSession({jobName: 'job', labelAttributeName: 'kind', workerId: 'w'}, 1);
const after = (submitted: number, seq: number) => ({
  ...session,
  seq,
  changedAt: 500,
  counts: {...session.counts, submitted},
});

let stores = 0;
const newName = () => `watermark-test-${performance.timeOrigin}-${++stores}`;

describe('Watermarks', () => {
  it('sees what is missing, and nothing where nothing is', () => {
    const marks = new Watermarks(newName());
    expect(marks.lossOf(session)).to.equal(undefined);
    marks.set(after(12, 40));
    expect(marks.lossOf(after(12, 40))).to.equal(undefined);
    expect(marks.lossOf(after(13, 44)), 'it lags behind').to.equal(undefined);
    expect(marks.lossOf(after(9, 30))).to.deep.equal({answers: 3, at: 500});
    expect(marks.lossOf(after(12, 39)), 'only drafts').to.deep.equal({answers: 0, at: 500});
    marks.forget(session.id);
    expect(marks.lossOf(session)).to.equal(undefined);
  });

  it('keeps the marks of two databases apart', () => {
    new Watermarks(newName()).set(after(1, 1));
    expect(new Watermarks(newName()).lossOf(session)).to.equal(undefined);
  });

  it('does without storage that is denied, full or full of nonsense', () => {
    const broken = {
      getItem: () => '{"answers": "many"}',
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
      removeItem: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    } as unknown as Storage;
    const throwing = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    for (const getItem of [broken.getItem, () => 'nonsense', throwing]) {
      const storage = {...broken, getItem} as Storage;
      const marks = new Watermarks('x', storage);
      marks.set(after(1, 1));
      expect(marks.lossOf(session)).to.equal(undefined);
      marks.forget(session.id);
    }
  });

  it('survives a page whose storage may not even be looked at', () => {
    const original = Object.getOwnPropertyDescriptor(globalThis, 'localStorage')!;
    Object.defineProperty(globalThis, 'localStorage', {
      configurable: true,
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    try {
      expect(textStorage()).to.equal(undefined);
    } finally {
      Object.defineProperty(globalThis, 'localStorage', original);
    }
  });
});
