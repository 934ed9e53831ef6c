import {expect} from '@open-wc/testing';
import {executeServerCommand} from '@web/test-runner-commands';
import type {Problem} from '../../src/base/result.js';
import {readLabelCategories} from '../../src/formats/category-config.js';
import {checkLabel} from '../../src/formats/check-label.js';
import {checkManifest} from '../../src/formats/check-manifest.js';
import {labelsOf} from '../../src/formats/labels-of.js';
import {openManifest} from '../../src/formats/manifest.js';
import {outputManifest} from '../../src/formats/output-manifest.js';
import {readWorkerResponse} from '../../src/formats/worker-response.js';

const paths = await executeServerCommand<string[], undefined>('real-files');
const prefix = 'manifests/';

async function bytesOf(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const base64 = await executeServerCommand<string, string>('real-file', prefix + path);
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** Manifest → its lines, and how often each label of each type occurs: `attribute type` → lines, things labelled. */
const expected: {
  readonly [path: string]: {
    readonly lines: number;
    readonly labels: {readonly [label: string]: readonly [number, number]};
  };
} = {
  'image-classification/birds.output.manifest': {
    lines: 151,
    labels: {'birds-open-images-clone groundtruth/image-classification': [151, 151]},
  },
  'image-classification/hands.output.manifest': {
    lines: 69,
    labels: {'lab1-labeling-job groundtruth/image-classification': [69, 69]},
  },
  'image-classification/mixed-image-and-text.manifest': {
    lines: 2,
    labels: {
      'species groundtruth/image-classification': [1, 1],
      'mood groundtruth/text-classification': [1, 1],
    },
  },
  'object-detection/birds-float.output.manifest': {
    lines: 100,
    labels: {'category groundtruth/object-detection': [100, 192]},
  },
  'object-detection/cats.output.manifest': {
    lines: 3,
    labels: {'test-obj-detect groundtruth/object-detection': [3, 3]},
  },
  'object-detection/cat-dog-clone.output.manifest': {
    lines: 3,
    labels: {'sample-job-clone groundtruth/object-detection': [3, 6]},
  },
  'object-detection/pizza.rekognition.manifest': {
    lines: 12,
    labels: {'pepperoni_pizza_BB groundtruth/object-detection': [12, 23]},
  },
  'object-detection/credit-cards-chained.output.manifest': {
    lines: 50,
    labels: {'augmentation-1 groundtruth/object-detection': [50, 600]},
  },
  'semantic-segmentation/cats.output.manifest': {
    lines: 3,
    labels: {'attribute-name-ref groundtruth/semantic-segmentation': [3, 3]},
  },
  'semantic-segmentation/cookies.template.manifest': {
    lines: 63,
    labels: {
      'anomaly-label groundtruth/image-classification': [63, 63],
      'anomaly-mask-ref groundtruth/semantic-segmentation': [32, 32],
    },
  },
  'text/aws-services-ner.output.manifest': {
    lines: 101,
    labels: {
      'a2i-comprehend-gtner7c0bf6de-b5a1-11ea-bf5f-12acee018271 groundtruth/text-span': [101, 346],
    },
  },
  'text/readme-samples.manifest': {
    lines: 4,
    labels: {
      'EntityRecognizerPOC-1 groundtruth/text-span': [2, 5],
      'cutomDocClassification-multi-class groundtruth/text-classification': [1, 1],
      'cutomDocClassification groundtruth/text-classification-multilabel': [1, 2],
    },
  },
  'text/meeting-notes.input-manifest.json': {lines: 5, labels: {}},
  'custom/legal-letters.output.manifest': {
    lines: 150,
    labels: {'legal-entity-label-job-labeling-job-20220104T172242 groundtruth/custom': [150, 150]},
  },
  'custom/expired-tasks.output.jsonl': {
    lines: 3,
    labels: {'mock_job_name groundtruth/custom': [1, 1], 'mock_job_name failed': [2, 0]},
  },
  'point-cloud/OD-adjustment-manifest.json': {
    lines: 1,
    labels: {'pointcloud groundtruth/point_cloud_object_detection': [1, 5]},
  },
  'point-cloud/OT-adjustment-manifest.json': {
    lines: 1,
    labels: {'pointcloud-ref groundtruth/point_cloud_object_detection': [1, 1]},
  },
  'point-cloud/OT-manifest-10-frame.json': {lines: 1, labels: {}},
};

/** Files beside manifests, and what they must be called. */
const others: {readonly [path: string]: string} = {
  'custom/consolidation-event.json': 'a Lambda event',
  'custom/consolidation-payload.json': 'a consolidation request',
  'image-classification/birds.true-labels.json': 'a JSON array',
  'image-classification/birds.worker-responses.jsonl': 'a list of worker responses',
  'image-classification/worker-response_iteration-2_0.json': 'a worker response file',
  'object-detection/cats.consolidation-response.json': 'a consolidation response',
  'point-cloud/frame0.first2000points.txt': 'plain text',
  'point-cloud/label-category.json': 'a label category configuration file',
  'point-cloud/od-adjustment-label-categories-file.json': 'a label category configuration file',
  'point-cloud/seq1.json': 'a sequence file',
  'semantic-segmentation/cats.consolidation-response.json': 'a consolidation response',
  'semantic-segmentation/masks/0_2020-10-20T21_37_29.760855.png': 'a PNG image',
  'video-tracking/vehicles.SeqLabel.json': 'a sequence label file (SeqLabel.json)',
};

async function problemsOf(blob: Blob): Promise<Problem[]> {
  const problems: Problem[] = [];
  for await (const problem of checkManifest(blob)) problems.push(problem);
  return problems;
}

const tests = () => {
  for (const [path, {lines, labels}] of Object.entries(expected)) {
    it(`${path}: every line read, every label recognised, saved as it was`, async () => {
      const bytes = await bytesOf(path);
      const blob = new Blob([bytes]);
      expect(await problemsOf(blob)).to.deep.equal([]);
      const manifest = await openManifest(blob);
      expect(manifest.lineCount).to.equal(lines);

      const found: {[label: string]: [number, number]} = {};
      for (let item = 0; item < manifest.lineCount; item++) {
        const entry = await manifest.entry(item);
        if (!entry.ok) throw new Error(entry.problems[0]?.message);
        for (const label of labelsOf(entry.value)) {
          const {attribute, type, count, failureReason} = label;
          if (failureReason !== undefined)
            expect(failureReason).to.match(/^ClientError: Annotation tasks expired\./);
          const counts = (found[`${attribute} ${type ?? 'failed'}`] ??= [0, 0]);
          counts[0]++;
          counts[1] += count;
          const errors = checkLabel(entry.value, attribute).filter(({severity}) => severity === 'error');
          expect(errors, `${path} item ${item}`).to.deep.equal([]);
        }
      }
      expect(found).to.deep.equal(labels);

      const output = new Uint8Array(
        await new Response(
          outputManifest(manifest, new Map()) as ReadableStream<Uint8Array<ArrayBuffer>>,
        ).arrayBuffer(),
      );
      const isSame = (wanted: Uint8Array) =>
        output.length === wanted.length && output.every((byte, at) => byte === wanted[at]);
      expect(isSame(bytes) || isSame(Uint8Array.of(...bytes, 10))).to.equal(true);
    });
  }

  for (const [path, words] of Object.entries(others)) {
    it(`${path}: named in one sentence`, async () => {
      const problems = await problemsOf(new Blob([await bytesOf(path)]));
      expect(problems.map(({message}) => message.split(', not a manifest.')[0])).to.deep.equal([
        words === 'a JSON array' ? `The file is ${words}` : `The file looks like ${words}`,
      ]);
    });
  }

  it('no file of the folder makes the reader throw or lose a byte of a line', async () => {
    for (const path of paths) {
      const blob = new Blob([await bytesOf(path.slice(prefix.length))]);
      for (const {message} of await problemsOf(blob)) expect(message).to.match(/\.$/);
      const manifest = await openManifest(blob);
      for (let item = 0; item < manifest.lineCount; item++) {
        const entry = await manifest.entry(item);
        if (entry.ok) labelsOf(entry.value);
      }
    }
  });

  it('the real label category and worker response files are read', async () => {
    const text = async (path: string) => new TextDecoder().decode(await bytesOf(path));
    const categories = readLabelCategories(await text('point-cloud/label-category.json'));
    expect(categories.ok && categories.value.labels.map(({label}) => label)).to.deep.equal([
      'Car',
      'Bus',
      'Van',
      'Streetcar',
      'Road',
      'Bench',
      'Cyclist',
      'Pedestrian',
    ]);
    const response = readWorkerResponse(
      await text('image-classification/worker-response_iteration-2_0.json'),
    );
    expect(response.ok && response.value.length).to.equal(5);
    expect(response.ok && response.warnings).to.equal(undefined);
  });
};

if (paths.length > 0) {
  describe('real manifests', tests);
} else {
  describe('real manifests: NOT THERE, put them in shared/data beside the project or name their folder in GT_REAL_DATA', () => {
    it('has nothing to read', () => {
      expect(paths).to.deep.equal([]);
    });
  });
}
