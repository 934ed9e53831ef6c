import {isJsonObject, member, objectFrom, type JsonObject, type JsonValue} from '../base/json.js';
import {errorAt, fail, ok, warningAt, type Problem, type Result} from '../base/result.js';

/** One worker's submission for one item, as a worker response file has it. */
export interface WorkerAnswer {
  /** The form result: an answer for each named widget. */
  readonly answerContent: JsonObject;
  /** ISO 8601, UTC, milliseconds. */
  readonly acceptanceTime?: string;
  readonly submissionTime: string;
  /** Time worked, pauses not counted. */
  readonly timeSpentInSeconds?: number;
  readonly workerId: string;
  readonly workerMetadata?: JsonObject;
}

/** The text of a worker response file. Keys inside `answerContent` are sorted, as the service does. */
export function writeWorkerResponse(answers: readonly WorkerAnswer[]): string {
  return JSON.stringify({
    answers: answers.map((answer) => ({
      answerContent: sorted(answer.answerContent),
      submissionTime: answer.submissionTime,
      ...(answer.acceptanceTime === undefined ? {} : {acceptanceTime: answer.acceptanceTime}),
      ...(answer.timeSpentInSeconds === undefined ? {} : {timeSpentInSeconds: answer.timeSpentInSeconds}),
      workerId: answer.workerId,
      ...(answer.workerMetadata === undefined ? {} : {workerMetadata: answer.workerMetadata}),
    })),
  });
}

/** Where a response lies in a job's output: the item's number in the manifest, from 0, and when it was submitted. */
export function workerResponsePath(item: number, submittedAt: number, iteration = 1): string {
  const stamp = new Date(submittedAt).toISOString().slice(0, 19).replace('T', '_');
  return `annotations/worker-response/iteration-${iteration}/${item}/${stamp}.json`;
}

/** The same path for zip files and disks: Windows takes no colons in file names. */
export function portablePath(path: string): string {
  return path.replaceAll(':', '_');
}

/** Reads a worker response file of any year. Answers that cannot be read are left out and reported. */
export function readWorkerResponse(text: string): Result<readonly WorkerAnswer[]> {
  let value: JsonValue;
  try {
    value = JSON.parse(text) as JsonValue;
  } catch (error) {
    return fail(errorAt('file', 'response/syntax', `The worker response is not JSON: ${String(error)}.`));
  }
  const list = isJsonObject(value) ? member(value, 'answers') : value;
  if (!Array.isArray(list)) {
    return fail(errorAt('file', 'response/no-answers', 'The worker response has no list "answers".'));
  }
  const problems: Problem[] = [];
  const answers = (list as readonly JsonValue[]).flatMap((item, index): WorkerAnswer[] => {
    const answer = isJsonObject(item) ? readAnswer(item) : undefined;
    if (answer) return [answer];
    const at = `answers[${index}]`;
    problems.push(
      warningAt(at, 'response/answer', `Answer ${index + 1} has no "answerContent" object; it is left out.`),
    );
    return [];
  });
  return ok(answers, problems);
}

function readAnswer(item: JsonObject): WorkerAnswer | undefined {
  const answerContent = contentOf(member(item, 'answerContent'));
  if (!answerContent) return undefined;
  const acceptanceTime = member(item, 'acceptanceTime');
  const time = member(item, 'timeSpentInSeconds');
  const workerMetadata = member(item, 'workerMetadata');
  return {
    answerContent,
    submissionTime: String(member(item, 'submissionTime') ?? ''),
    ...(typeof acceptanceTime === 'string' ? {acceptanceTime} : {}),
    ...(typeof time === 'number' ? {timeSpentInSeconds: time} : {}),
    workerId: String(member(item, 'workerId') ?? ''),
    ...(workerMetadata !== undefined && isJsonObject(workerMetadata) ? {workerMetadata} : {}),
  };
}

/** The plain object of answer files; previews wrap it in a list, and Lambda payloads write it as a JSON string. */
function contentOf(value: JsonValue | undefined): JsonObject | undefined {
  if (Array.isArray(value)) return contentOf((value as readonly JsonValue[])[0]);
  if (typeof value === 'string') {
    try {
      const inner = JSON.parse(value) as JsonValue;
      return isJsonObject(inner) ? inner : undefined;
    } catch {
      return undefined;
    }
  }
  return value !== undefined && isJsonObject(value) ? value : undefined;
}

function sorted(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map(sorted);
  if (!isJsonObject(value)) return value;
  const keys = Object.keys(value).sort();
  return objectFrom(keys.map((key) => [key, sorted(value[key] as JsonValue)] as const));
}
