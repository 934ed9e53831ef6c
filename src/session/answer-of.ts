import type {WorkerAnswer} from '../formats/worker-response.js';

/** When an answer was submitted, in milliseconds; 0 where that cannot be read. */
export const submittedAt = ({submissionTime}: Pick<WorkerAnswer, 'submissionTime'>): number =>
  Date.parse(submissionTime) || 0;

/**
 * The answer that counts for an object that several workers have answered: the one submitted last. Of two submitted at
 * the same time it is always the same one, whatever the order they come in. There is at least one answer.
 */
export function answerOf<Given extends {readonly session: string; readonly answer?: WorkerAnswer}>(
  _object: number,
  answers: readonly Given[],
): Given {
  const timeOf = ({answer}: Given) => (answer ? submittedAt(answer) : 0);
  return answers.reduce((best, one) => {
    const later = timeOf(one) - timeOf(best) || (one.session > best.session ? 1 : -1);
    return later > 0 ? one : best;
  });
}
