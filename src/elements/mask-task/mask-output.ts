import {recordsOf} from '../../model/document.js';
import {maskPath} from '../../formats/mask-path.js';
import type {MaskAnswer} from '../../tasks/mask-answer.js';
import type {TaskType} from '../../tasks/task.js';
import {writeMaskInWorker} from '../../workers/mask-files-in-worker.js';
import type {Finished, Said} from '../shared/finished-answer.js';

/** Makes the mask file of an answer, and puts it where a job would: into the answer as text, and beside the line. */
export async function finishMask<Answer extends MaskAnswer>(
  said: Said<Answer>,
  taskType: TaskType,
): Promise<Finished<Answer>> {
  const {document, task, answer, jobName, objectId, now} = said;
  const plan = taskType.maskPlan?.(document, task);
  if (!plan) throw new Error('the size of the picture is not known');
  const tiles = recordsOf(document, 'tile').map(({column, row, runs}) => ({column, row, runs}));
  const {blob, base64} = await writeMaskInWorker({tiles, plan});
  const path = maskPath(jobName, objectId, now.getTime());
  return {
    answer: {...answer, labeledImage: {pngImageData: base64}},
    task: {...task, maskPath: path},
    files: [{path, blob}],
  };
}
