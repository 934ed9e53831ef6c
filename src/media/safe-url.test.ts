import {expect} from '@open-wc/testing';
import {shownAddress} from './address.js';
import {resolveImage} from './resolve.js';
import {safeImageUrl} from './safe-url.js';

const page = 'https://kit.example/jobs/page.html';
const codeOf = (ref: string, options = {}) => {
  const result = safeImageUrl(ref, {page, ...options});
  return result.ok ? result.value : result.problems[0]?.code;
};

describe('safe picture address', () => {
  it('gives an absolute address back byte for byte', () => {
    const signed =
      'https://b.s3.amazonaws.com/a%2Fb%20c+d.jpg?X-Amz-Signature=AbC%2f&X-Amz-Credential=x/y&response=é#frag';
    expect(codeOf(signed)).to.equal(signed);
    expect(codeOf('http://localhost:8000/a.png')).to.equal('http://localhost:8000/a.png');
  });

  for (const ref of [
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'JaVaScRiPt:alert(1)',
    '\u0000javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'data:image/svg+xml,<svg onload="alert(1)"/>',
    'file:///etc/passwd',
    'ftp://host/a.png',
    'chrome://settings',
    'blob:https://elsewhere.example/1234',
    'https://user:secret@host/a.png',
    'https://host:99999/a.png',
    '//host/a.png',
    '\\\\host\\a.png',
    'https://',
  ]) {
    it(`refuses ${JSON.stringify(ref)}`, () => {
      expect(codeOf(ref, {base: 'https://kit.example/jobs/'})).to.be.oneOf([
        'media/unsupported-address',
        'media/outside-base',
      ]);
    });
  }

  it('takes pictures in data URLs and blobs of its own page', () => {
    expect(codeOf('data:image/png;base64,AAAA')).to.equal('data:image/png;base64,AAAA');
    expect(codeOf('blob:https://kit.example/1234')).to.equal('blob:https://kit.example/1234');
  });

  it('reads relative references against the base and keeps them inside', () => {
    const base = 'https://kit.example/data/run 1/input.manifest';
    expect(codeOf('img/a b.png', {base})).to.equal('https://kit.example/data/run%201/img/a%20b.png');
    expect(codeOf('img/../a.png', {base})).to.equal('https://kit.example/data/run%201/a.png');
    for (const ref of [
      '../a.png',
      'img/../../a.png',
      '/a.png',
      '%2e%2e/a.png',
      'img/..%2f..%2fa.png',
      '..\\a.png',
    ])
      expect(codeOf(ref, {base}), ref).to.equal('media/outside-base');
  });

  it('says that an https page cannot show an http picture', () => {
    expect(codeOf('http://host.example/a.png')).to.equal('media/mixed-content');
    expect(codeOf('http://host.example/a.png', {page: 'http://kit.example/'})).to.equal(
      'http://host.example/a.png',
    );
  });

  it('says that there is no address', () => {
    expect(codeOf('  ')).to.equal('media/no-address');
  });

  it('never quotes credentials or signatures', () => {
    const result = safeImageUrl('ftp://me:hunter2@host/a.png?X-Amz-Signature=topsecret', {page});
    const message = result.ok ? '' : result.problems[0]!.message;
    expect(message)
      .to.contain('ftp://***@host/a.png?…')
      .and.not.contain('hunter2')
      .and.not.contain('topsecret');
  });
});

describe('shown address', () => {
  it('masks, shortens and shows what would be invisible', () => {
    expect(shownAddress('https://u:p@h/x?sig=1#t')).to.equal('https://***@h/x?…');
    expect(shownAddress('data:image/png;base64,AAAA')).to.equal('data:image/png…');
    expect(shownAddress('s3://b/a\u202egnp.exe')).to.equal('s3://b/a�gnp.exe');
    const long = shownAddress(`https://host/${'x'.repeat(500)}/cat.jpg`);
    expect(long).to.have.length(96);
    expect(long).to.match(/\/cat\.jpg$/);
  });
});

describe('resolving a reference', () => {
  const messageOf = async (ref: string, resolveSource?: (ref: string) => never) => {
    const result = await resolveImage(ref, {resolveSource});
    return result.ok ? '' : `${result.problems[0]!.code}: ${result.problems[0]!.message}`;
  };

  it('says how to give a resolver for S3', async () => {
    expect(await messageOf('s3://bucket/cat.jpg')).to.match(/^media\/no-resolver: .*resolveSource.*folder/);
  });

  it('takes what the resolver gives, bytes or an address, and checks the address', async () => {
    const blob = new Blob(['x']);
    expect(await resolveImage('s3://b/k', {resolveSource: () => blob})).to.deep.equal({
      ok: true,
      value: blob,
    });
    expect(await resolveImage('s3://b/k', {resolveSource: async () => 'https://h/k?s=1'})).to.deep.equal({
      ok: true,
      value: 'https://h/k?s=1',
    });
    expect(await messageOf('a', (() => 'javascript:alert(1)') as never)).to.match(
      /^media\/unsupported-address/,
    );
    expect(await messageOf('a', (() => 's3://b/k') as never)).to.match(/^media\/no-resolver/);
  });

  it('tells what a failing resolver said', async () => {
    const failing = () => {
      throw new Error('no such file');
    };
    expect(await messageOf('s3://b/k', failing)).to.match(/^media\/resolver-failed: .*“no such file”/);
    expect(await messageOf('s3://b/k', (() => undefined) as never)).to.match(/^media\/resolver-failed/);
  });
});
