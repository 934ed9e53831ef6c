import {expect} from '@open-wc/testing';
import {openManifest} from '../formats/manifest.js';
import {suggestDefinition, summarise} from './job-suggestion.js';

const single = (id: number, name: string) =>
  JSON.stringify({
    'source-ref': `s3://b/${id}.jpg`,
    bird: id,
    'bird-metadata': {'class-name': name, type: 'groundtruth/image-classification', confidence: 0.9},
  });

describe('summarise', () => {
  it('finds label attributes and puts their classes at their ids, with stand-ins for the unnamed', async () => {
    const manifest = await openManifest([single(3, 'Canary'), 'not json', single(0, 'Duck')].join('\n'));
    const summary = await summarise(manifest);
    expect(summary.kind).to.equal('image');
    expect(summary.references).to.deep.equal(['s3://b/3.jpg', 's3://b/0.jpg']);
    expect(summary.found).to.deep.equal([
      {
        attribute: 'bird',
        taskType: 'classification',
        lines: 2,
        classNames: ['Duck', 'class 1', 'class 2', 'Canary'],
      },
    ]);
  });

  it('reads the class map of several labels', async () => {
    const line = {
      source: 'x',
      topics: [5, 1],
      'topics-metadata': {
        'class-map': {5: 'storage', 1: 'compute'},
        type: 'groundtruth/text-classification-multilabel',
      },
    };
    const summary = await summarise(await openManifest(JSON.stringify(line)));
    expect(summary.kind).to.equal('text');
    expect(summary.found[0]!.classNames).to.deep.equal([
      'class 0',
      'compute',
      'class 2',
      'class 3',
      'class 4',
      'storage',
    ]);
  });
});

describe('manifests with masks', () => {
  const entry = (name: string, color: string) => ({'class-name': name, 'hex-color': color, confidence: 0});
  const mask = (type: string, ...classes: readonly string[]) =>
    JSON.stringify({
      'source-ref': 's3://b/1.jpg',
      'canopy-ref': 's3://b/0.png',
      'canopy-ref-metadata': {
        type,
        'internal-color-map': Object.fromEntries(
          ['BACKGROUND', ...classes].map((name, id) => [id, entry(name, `#00000${id}`)]),
        ),
      },
    });

  it('are for segmentation, with the classes of their maps in order and without the background', async () => {
    const text = [
      mask('groundtruth/semantic-segmentation', 'leaf', 'trunk'),
      mask('groundtruth/semantic-segmentation', 'leaf', 'trunk', 'fruit'),
    ].join('\n');
    const summary = await summarise(await openManifest(text));
    expect(summary.found).to.deep.equal([
      {
        attribute: 'canopy-ref',
        taskType: 'semantic-segmentation',
        lines: 2,
        classNames: ['leaf', 'trunk', 'fruit'],
      },
    ]);
    const {labelAttributeName, taskType} = suggestDefinition('canopy.manifest', summary);
    expect({labelAttributeName, taskType}).to.deep.equal({
      labelAttributeName: 'canopy-ref',
      taskType: 'semantic-segmentation',
    });
  });

  it('are for instance segmentation where each thing has an entry', async () => {
    const summary = await summarise(
      await openManifest(mask('groundtruth/custom', 'apple', 'apple', 'leaf', 'apple')),
    );
    expect(summary.found[0]).to.deep.include({
      taskType: 'instance-segmentation',
      classNames: ['apple', 'leaf'],
    });
  });
});

describe('suggestDefinition', () => {
  it('names the job after the file and takes the labels that are there', async () => {
    const summary = await summarise(await openManifest([single(1, 'Canary'), single(0, 'Duck')].join('\n')));
    const definition = suggestDefinition('Birds 2019.output.manifest', summary);
    expect(definition.title).to.equal('Birds 2019');
    expect(definition.jobName).to.equal('birds-2019');
    expect(definition.labels).to.deep.equal([{label: 'Duck'}, {label: 'Canary'}]);
  });
});
