import {expect} from '@open-wc/testing';
import {PictureFolder} from './folder.js';
import {baseUrlResolver, encodeKey, parseS3, s3ToUrl} from './s3.js';

const folder = (...paths: string[]) =>
  new PictureFolder(paths.map((path) => ({path, file: new File([path], path)})));
const found = (pictures: PictureFolder, ref: string) => {
  const match = pictures.match(ref);
  return match.kind === 'found' ? match.path : match.kind;
};

describe('picture folder', () => {
  it('finds the whole key before a longer path that ends alike', () => {
    const pictures = folder('photos/cat.jpg', 'photos/old/cat.jpg');
    expect(found(pictures, 's3://bucket/cat.jpg')).to.equal('photos/cat.jpg');
    expect(found(pictures, 's3://bucket/old/cat.jpg')).to.equal('photos/old/cat.jpg');
    expect(found(pictures, 'old/cat.jpg')).to.equal('photos/old/cat.jpg');
  });

  it('finds the longest end of a key', () => {
    const pictures = folder('d/train/cat.jpg', 'd/test/cat.jpg');
    expect(found(pictures, 's3://bucket/data/2024/test/cat.jpg')).to.equal('d/test/cat.jpg');
  });

  it('falls back to the file name alone', () => {
    expect(found(folder('anything/cat.jpg'), 's3://bucket/x/y/cat.jpg')).to.equal('anything/cat.jpg');
    expect(found(folder('cat.jpg'), 'https://host/x/cat.jpg?X-Amz-Signature=1')).to.equal('cat.jpg');
  });

  it('does not choose among files that fit equally well', () => {
    const pictures = folder('d/a/cat.jpg', 'd/b/cat.jpg');
    expect(pictures.match('s3://bucket/c/cat.jpg')).to.deep.equal({
      kind: 'ambiguous',
      paths: ['d/a/cat.jpg', 'd/b/cat.jpg'],
    });
  });

  it('forgives what copying does to names, but prefers the exact one', () => {
    expect(found(folder('cafe\u0301.jpg'), 's3://b/caf\u00e9.jpg')).to.equal('cafe\u0301.jpg');
    expect(found(folder('two words.jpg'), 's3://b/two%20words.jpg')).to.equal('two words.jpg');
    expect(found(folder('10_30.jpg'), 's3://b/10:30.jpg')).to.equal('10_30.jpg');
    expect(found(folder('CAT.JPG'), 's3://b/cat.jpg')).to.equal('CAT.JPG');
    expect(found(folder('CAT.JPG', 'cat.jpg'), 's3://b/cat.jpg')).to.equal('cat.jpg');
    expect(found(folder('a%20b.jpg', 'a b.jpg'), 's3://b/a%20b.jpg')).to.equal('a%20b.jpg');
    expect(found(folder('100%.jpg'), 's3://b/100%.jpg')).to.equal('100%.jpg');
  });

  it('takes names that mean something to JavaScript for names', () => {
    expect(found(folder('__proto__', 'x/constructor'), 's3://b/constructor')).to.equal('x/constructor');
    expect(found(folder('a.jpg'), 's3://b/toString')).to.equal('missing');
  });

  it('reports what is missing and what is ambiguous', () => {
    const pictures = folder('d/a/cat.jpg', 'd/b/cat.jpg', 'd/dog.jpg');
    expect(pictures.report(['s3://x/dog.jpg', 's3://x/cat.jpg', 's3://x/cow.jpg'])).to.deep.equal({
      found: 1,
      missing: ['s3://x/cow.jpg'],
      ambiguous: [{ref: 's3://x/cat.jpg', paths: ['d/a/cat.jpg', 'd/b/cat.jpg']}],
    });
  });

  it('gives elements the file, or the reason', () => {
    const pictures = folder('d/a/cat.jpg', 'd/b/cat.jpg', 'd/dog.jpg');
    expect(pictures.resolveSource('s3://x/dog.jpg')).to.have.property('name', 'd/dog.jpg');
    expect(() => pictures.resolveSource('s3://x/cow.jpg')).to.throw('no file');
    expect(() => pictures.resolveSource('s3://x/cat.jpg')).to.throw('several files');
  });
});

describe('S3 references', () => {
  it('splits bucket and key', () => {
    expect(parseS3('s3://b/a/b c.jpg')).to.deep.equal({bucket: 'b', key: 'a/b c.jpg'});
    expect(parseS3('https://b/a')).to.equal(undefined);
    expect(parseS3('s3://b/')).to.equal(undefined);
  });

  it('encodes each segment of a key', () => {
    expect(encodeKey('a b/c+d/é#?%.jpg')).to.equal('a%20b/c%2Bd/%C3%A9%23%3F%25.jpg');
    expect(encodeKey('\ud800')).to.equal('%EF%BF%BD');
  });

  it('maps a key below a base URL, with or without the bucket', () => {
    expect(s3ToUrl('s3://b/a/c d.jpg', 'https://h/x')).to.deep.equal({
      ok: true,
      value: 'https://h/x/a/c%20d.jpg',
    });
    expect(s3ToUrl('s3://b/a.jpg', 'https://{bucket}.s3.amazonaws.com/')).to.deep.equal({
      ok: true,
      value: 'https://b.s3.amazonaws.com/a.jpg',
    });
    expect(s3ToUrl('s3://b/../a.jpg', 'https://h/x').ok).to.equal(false);
  });

  it('leaves whole URLs as they are', () => {
    const resolve = baseUrlResolver('https://h/x/');
    expect(resolve('https://else/a?s=1')).to.equal('https://else/a?s=1');
    expect(resolve('s3://b/k.jpg')).to.equal('https://h/x/k.jpg');
    expect(() => resolve('s3://b/../k.jpg')).to.throw('..');
  });
});
