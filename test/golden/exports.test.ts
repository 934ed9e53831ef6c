import {expect} from '@open-wc/testing';
import {boxedImage} from '../../src/formats/export/boxed-image.js';
import {coco} from '../../src/formats/export/coco.js';
import type {BoxedImage} from '../../src/formats/export/exporter.js';
import {voc} from '../../src/formats/export/voc.js';
import {yolo} from '../../src/formats/export/yolo.js';
import {openManifest} from '../../src/formats/manifest.js';
import job from './boxes/job.json';

const file = async (path: string) => (await fetch(new URL(`./boxes/${path}`, import.meta.url))).blob();

async function* images(): AsyncGenerator<BoxedImage> {
  const manifest = await openManifest(await file('output.manifest'));
  for (let item = 0; item < manifest.lineCount; item++) {
    const entry = await manifest.entry(item);
    const image = entry.ok ? boxedImage(entry.value, job.attribute) : entry;
    if (!image?.ok) throw new Error(image?.problems[0]?.message);
    yield image.value;
  }
}

const expected: {readonly [format: string]: readonly string[]} = {
  coco: ['annotations.json'],
  yolo: [
    ...['tree-0001', 'bare', 'tree-0002', 'tree-0003'].map((stem) => `labels/${stem}.txt`),
    'data.yaml',
    'images.json',
  ],
  voc: ['tree-0001', 'bare', 'tree-0002', 'tree-0003'].map((stem) => `Annotations/${stem}.xml`),
};

describe('golden files: boxes/output.manifest in, files of other tools out', () => {
  for (const exporter of [coco, yolo, voc]) {
    it(exporter.title, async () => {
      const paths: string[] = [];
      for await (const {path, content} of exporter.write(images(), job.labels)) {
        // The test server makes modules of files called .json.
        const golden = await file(`${exporter.name}/${path.replace(/\.json$/, '.json.golden')}`);
        expect(await new Response(content).text(), path).to.equal(await golden.text());
        paths.push(path);
      }
      expect(paths).to.deep.equal(expected[exporter.name]);
    });
  }
});
