import {plural} from '../plural.js';

const number = (value: number): string => value.toLocaleString('en');
const objects = (count: number): string =>
  `${number(count)} ${plural('en', count, {one: 'object', other: 'objects'})}`;

/** The words of the requester's side of the portal: review, batches, numbers, jobs that follow others. */
export const requesterWords = {
  requester: {
    open: 'Check work',
    openOf: (title: string) => `Check work on ${title}`,
    views: {review: 'Review', batches: 'Batches', numbers: 'Numbers'},
    viewsOf: 'What to look at',
    reading: (count: number) => `Reading answers… ${number(count)}`,
    failed: (why: string) => `This did not work: ${why}`,
    filters: {all: 'All', 'to-review': 'To review', accepted: 'Accepted', rejected: 'Rejected'},
    state: 'State',
    worker: 'Worker',
    everybody: 'Everybody',
    label: 'Label',
    anyLabel: 'Any label',
    none: 'Nothing to show here.',
    allReviewed: 'Everything is reviewed.',
    noAnswers: 'Nobody has submitted anything yet.',
    place: (place: number, total: number) => `Object ${number(place)} of ${number(total)}`,
    left: (count: number) => `${number(count)} to review`,
    previous: 'Previous object',
    next: 'Next object',
    answers: 'Answers',
    counts: 'Counts',
    accept: 'Accept',
    reject: 'Reject',
    adjust: 'Adjust',
    undo: 'Undo',
    comment: 'Comment for the worker',
    commentHint: 'What should be different?',
    rejectWithComment: 'Enter rejects with this comment.',
    submitted: 'Submitted',
    took: 'Took',
    labels: 'Labels',
    seconds: (seconds: number) =>
      seconds < 60
        ? `${seconds.toLocaleString('en', {maximumFractionDigits: 1})} s`
        : `${number(Math.floor(seconds / 60))} min ${number(Math.round(seconds % 60))} s`,
    by: (name: string) => `by ${name}`,
    told: {accepted: 'Accepted.', rejected: 'Rejected.', withdrawn: 'Taken back.', adjusted: 'Corrected.'},
    adjusting: 'Correct the answer, then submit it. The worker’s own answer stays.',
    cancelAdjust: 'Leave it as it was',
    sendBack: (count: number) => `Send back ${objects(count)}`,
    sendBackText: 'A job file with the rejected objects and your comments, for those who work elsewhere.',
    lineGone: 'The line of this object cannot be read.',
    batchSize: 'Objects per batch',
    batch: (count: number) => `Batch ${number(count)}`,
    objectsFromTo: (first: number, last: number) => `Objects ${number(first)}–${number(last)}`,
    states: {
      received: 'Received',
      'in-progress': 'In progress',
      'in-review': 'In review',
      accepted: 'Accepted',
    },
    batchCounts: (accepted: number, toReview: number, rejected: number, open: number) =>
      [
        accepted > 0 && `${number(accepted)} accepted`,
        toReview > 0 && `${number(toReview)} to review`,
        rejected > 0 && `${number(rejected)} rejected`,
        open > 0 && `${number(open)} open`,
      ]
        .filter(Boolean)
        .join(' · '),
    progressOf: (batch: number) => `Progress of batch ${number(batch)}`,
    acceptBatch: 'Accept batch',
    acceptBatchOf: (batch: number) => `Accept batch ${number(batch)}`,
    share: 'Share',
    shareOf: (batch: number) => `Share batch ${number(batch)}`,
    answered: 'Answers',
    acceptance: 'Accepted of those reviewed',
    median: 'Usual time',
    workers: 'Workers',
    perDay: 'Answers per day',
    times: 'Time per object',
    labelsChart: 'Labels',
    showTable: 'As a table',
    day: 'Day',
    count: 'Count',
    time: 'Time',
    timeFrom: (from: number, to: number) =>
      Number.isFinite(to) ? `${number(from)}–${number(to)} s` : `over ${number(from)} s`,
    others: 'Others',
    rejectedCount: 'Rejected',
    acceptedCount: 'Accepted',
    downloadNumbers: 'Download numbers (CSV)',
    follow: 'New job from this one',
    followTitle: (title: string) => `${title}, corrected`,
    unknown: '–',
  },
};
