import {expect} from '@open-wc/testing';
import {bytesOfBase64} from '../../src/base/base64.js';
import type {JsonObject} from '../../src/base/json.js';
import {checkOutputLine} from '../../src/formats/check-label.js';
import {readLabels} from '../../src/formats/labels.js';
import {maskPath} from '../../src/formats/mask-path.js';
import {openManifest} from '../../src/formats/manifest.js';
import {outputManifest} from '../../src/formats/output-manifest.js';
import {readMaskFile} from '../../src/raster/mask-file.js';
import {priorLabel, toLine} from '../../src/tasks/line.js';
import type {Task, TaskType} from '../../src/tasks/task.js';
import {taskTypes} from '../../src/tasks/task-types.js';
import boxes from './boxes/job.json';
import chained from './chained/job.json';
import masks from './masks/job.json';
import imageClassification from './image-classification/job.json';
import textMultiLabel from './text-multi-label/job.json';

/** What `job.json` says: who answered what, and when. */
interface Job {
  readonly taskType: string;
  readonly labels: readonly string[];
  readonly exclusionLabel?: string;
  readonly attribute: string;
  readonly jobName: string;
  readonly answers: readonly {readonly item: number; readonly at: string; readonly answer: object}[];
}

const file = async (path: string) => (await fetch(new URL(path, import.meta.url))).blob();

const jobs: {readonly [folder: string]: Job} = {
  'image-classification': imageClassification,
  'text-multi-label': textMultiLabel,
  chained,
  boxes,
  masks,
};

/** The task with the mask file that its answer has, as an element reads it. */
async function withMasks(taskType: TaskType, task: Task): Promise<Task> {
  const request = taskType.maskOf?.(task.given, task);
  if (!request || !('base64' in request.source)) return task;
  const bytes = bytesOfBase64(request.source.base64) as Uint8Array;
  const read = await readMaskFile(bytes, request.meanings, 1);
  if (!read.ok) throw new Error(read.problems[0]?.message);
  return {...task, masks: new Map([[request.key, read.value]])};
}

describe('golden files: input.manifest and job.json in, output.manifest out', () => {
  for (const [name, job] of Object.entries(jobs)) {
    it(name, async () => {
      const manifest = await openManifest(await file(`./${name}/input.manifest`));
      const taskType = taskTypes.get(job.taskType);
      const labels = readLabels(job.labels);
      if (!taskType || !labels.ok) throw new Error(`job.json of ${name} cannot be used`);

      const lines = new Map<number, string>();
      for (const {item, at, answer} of job.answers) {
        const entry = await manifest.entry(item);
        if (!entry.ok) throw new Error(entry.problems[0]?.message);
        const prior = priorLabel(entry.value, job.attribute);
        const base: Task = {
          entry: entry.value,
          labels: labels.value,
          ...(job.exclusionLabel === undefined ? {} : {exclusionLabel: job.exclusionLabel}),
          ...(prior && {prior}),
          given: answer as JsonObject,
          maskPath: maskPath(job.jobName, item, Date.parse(at)),
        };
        const task = await withMasks(taskType, base);
        const document = taskType.fromAnswer(answer, task);
        if (!document.ok) throw new Error(document.problems[0]?.message);
        expect(taskType.check(document.value, task)).to.deep.equal([]);
        const said = taskType.toAnswer(document.value, task);
        if (!said) throw new Error('nothing was said');
        const line = toLine(entry.value, taskType.toLabel(said, task), {
          type: taskType.groundTruthType(entry.value),
          attribute: job.attribute,
          jobName: job.jobName,
          createdAt: Date.parse(at),
        });
        const errors = checkOutputLine(line, job.attribute, labels.value).filter(
          ({severity}) => severity === 'error',
        );
        expect(errors).to.deep.equal([]);
        lines.set(item, line);
      }

      const output = await new Response(outputManifest(manifest, lines)).text();
      expect(output).to.equal(await (await file(`./${name}/output.manifest`)).text());
    });
  }
});
