import {expect, waitUntil} from '@open-wc/testing';
import {FakeClock} from '../../test/helpers/clock.js';
import {DeliveryBox} from '../../test/helpers/deliveries.js';
import {checkDeliveryPlace, HttpSink} from './http-sink.js';
import {HttpSource} from './http-source.js';

const never = new AbortController().signal;
const parcel = {path: 'job/ä b/1.json', body: new Blob(['one'], {type: 'application/json'})};

describe('HttpSink', () => {
  it('puts a path behind an address, or where {path} is', async () => {
    const box = await DeliveryBox.open();
    await new HttpSink({address: box.address}).put(parcel, never);
    await new HttpSink({address: `${box.address}in/{path}?key=1`}).put(parcel, never);
    expect((await box.look()).puts).to.deep.equal(['job/ä b/1.json', 'in/job/ä b/1.json?key=1']);
  });

  it('uses a presigned address as it is', async () => {
    const box = await DeliveryBox.open();
    const signed = `${box.address}x%2Fy.json?X-Amz-Signature=a%2Bb&X-Amz-Expires=60`;
    const sink = new HttpSink({address: async (path) => `${signed}&for=${path.length}`});
    expect(await sink.put(parcel, never)).to.deep.equal({kind: 'stored'});
    expect((await box.look()).puts).to.deep.equal(['x/y.json?X-Amz-Signature=a%2Bb&X-Amz-Expires=60&for=14']);
  });

  for (const address of [
    'javascript:alert(1)',
    'file:///tmp/',
    'https://a:b@example.org/',
    'results',
    '//x/',
  ]) {
    it(`sends nothing to ${address}`, async () => {
      const delivery = await new HttpSink({address}).put(parcel, never);
      expect(delivery).to.have.property('kind', 'refused');
      expect(delivery).to.have.nested.property('problem.code', 'delivery/address');
      expect(delivery).to.have.nested.property('problem.message').that.does.not.contain('a:b');
    });
  }

  it('tells failures that pass from those that do not', async () => {
    const box = await DeliveryBox.open();
    const sink = new HttpSink({address: `${box.address}?secret=1&path={path}`});
    const kinds: string[] = [];
    // 408 is not among them: browsers try that again by themselves.
    for (const failure of [500, 502, 503, 504, 429, 400, 401, 403, 404, 413] as const) {
      await box.fail({failures: [failure]});
      const delivery = await sink.put(parcel, never);
      kinds.push(delivery.kind);
      if (delivery.kind !== 'stored') expect(delivery.problem.message).to.not.contain('secret=1');
      if (failure === 429) expect(delivery).to.have.property('waitMs', 7000);
    }
    expect(kinds).to.deep.equal([...Array(5).fill('later'), ...Array(5).fill('refused')]);
    await box.fail({isDown: true});
    expect((await sink.put(parcel, never)).kind).to.equal('later');
  });
});

describe('checkDeliveryPlace', () => {
  const isPlace = (address: string) => checkDeliveryPlace(address).ok;

  it('takes an address that every file has a place below', () => {
    for (const address of [
      'https://example.org/',
      'http://localhost:8080/in/{path}?key=1',
      'https://a.org/?to=/',
    ])
      expect(isPlace(address), address).to.equal(true);
  });

  it('refuses one that all files would have in common, or that leads each to another server', () => {
    for (const address of [
      '',
      'https://example.org',
      'https://example.org/one.json',
      'https://example.org/#/',
      'https://example.org/#{path}',
      'https://{path}/',
      'https://{path}.example.org/',
      'https:/{path}/',
      'ftp://example.org/',
      'https://a:b@example.org/',
      'results/',
    ])
      expect(isPlace(address), address).to.equal(false);
  });
});

describe('HttpSource', () => {
  it('gets the manifest through failures that pass, and never half of it', async () => {
    const box = await DeliveryBox.open();
    const text = '{"source":"x"}\n'.repeat(50_000);
    await box.keep('in.manifest', text);
    await box.fail({failures: ['cut', 503, 'cut']});
    const clock = new FakeClock();
    const source = new HttpSource({manifest: `${box.address}in.manifest`, clock});
    let found: string | undefined;
    void source.manifest(never).then(async (manifest) => {
      found = manifest.ok ? await manifest.value.text() : manifest.problems[0]?.message;
    });
    await waitUntil(() => {
      clock.pass(60_000);
      return found !== undefined;
    });
    expect(found === text).to.equal(true);
  });

  it('tells at once what no waiting helps against, and media likewise', async () => {
    const box = await DeliveryBox.open();
    const source = new HttpSource({manifest: `${box.address}in.manifest?X-Amz-Signature=abc`});
    const missing = await source.manifest(never);
    expect(!missing.ok && missing.problems[0]?.code).to.equal('delivery/not-found');
    await box.fail({failures: [403]});
    const expired = await source.media(`${box.address}owl.jpg?X-Amz-Signature=abc`, never);
    expect(!expired.ok && expired.problems[0]?.code).to.equal('delivery/not-allowed');
    expect(!expired.ok && expired.problems[0]?.message).to.not.contain('abc');
  });

  it('finds media where the page says they are', async () => {
    const box = await DeliveryBox.open();
    await box.keep('pictures/owl.jpg', 'owl');
    const resolveSource = (ref: string) => ref.replace('s3://bucket/', `${box.address}pictures/`);
    const source = new HttpSource({manifest: '', resolveSource});
    const owl = await source.media('s3://bucket/owl.jpg', never);
    expect(owl.ok && (await owl.value.text())).to.equal('owl');
  });
});
