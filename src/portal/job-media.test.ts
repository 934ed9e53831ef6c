import {expect} from '@open-wc/testing';
import {checkBaseUrl, needsPlace} from './job-media.js';

describe('needsPlace', () => {
  it('is true for what a folder or a base address leads to, and for nothing else', () => {
    const placed = ['s3://bucket/a.jpg', 'S3://bucket/a.jpg', 'in/a.jpg', 'a.jpg', '/a.jpg'];
    const others = [
      'https://example.com/a.jpg',
      'data:image/png;base64,',
      'blob:x',
      'file:///a',
      'javascript:x',
      '//host/a',
    ];
    expect(placed.filter(needsPlace)).to.deep.equal(placed);
    expect(others.filter(needsPlace)).to.deep.equal([]);
  });
});

describe('checkBaseUrl', () => {
  it('takes web addresses, with a place for the bucket, and refuses the rest in words', () => {
    for (const good of [
      '',
      'https://cdn.example.com/x/',
      'http://localhost:8080',
      'https://{bucket}.example.com/',
    ]) {
      expect(checkBaseUrl(good), good).to.equal(undefined);
    }
    for (const bad of ['not a url', 'cdn.example.com', 'ftp://x/', 'https://', 'javascript:x']) {
      expect(checkBaseUrl(bad)?.code, bad).to.equal('portal/base-address');
    }
  });
});
