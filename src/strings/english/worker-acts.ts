import {plural} from '../plural.js';

/** The words of what a worker does with a task besides answering it: decline it, give it back, run out of time. */
export const workerActWords = {
  workerActs: {
    statuses: {declined: 'Declined', released: 'Given back'},
    declined: 'Declined',
    declinedCount: (count: number, language: string) => `${count.toLocaleString(language)} declined`,
    decline: 'Decline task',
    release: 'Release task',
    declinedTask: (place: number, language: string) =>
      `Task ${place.toLocaleString(language)} was declined. It will not come again.`,
    reason: 'Reason, if you like to give one',
    giveReason: 'Keep reason',
    reasonKept: 'The reason is kept.',
    takeBack: 'Do it after all',
    releasedTask: (place: number, language: string) =>
      `Task ${place.toLocaleString(language)} was given back. It comes again after all others.`,
    timeReleasedTask: (place: number, language: string) =>
      `The time for task ${place.toLocaleString(language)} was over and it was given back. What you did is kept as a draft; it comes again after all others.`,
    backToTask: 'Back to it',
    timeSoon: 'Less than a minute is left for this task. Nothing will be taken away.',
    timeSoonReleased:
      'Less than a minute is left for this task. Then it is given back, and what you did stays with it as a draft.',
    moreTime: 'More time',
    returned: (comment: string) =>
      comment ? `To be done again: ${comment}` : 'The requester asks you to do this task again.',
    notInFile: (count: number, language: string) =>
      `${count.toLocaleString(language)} ${plural(language, count, {one: 'item', other: 'items'})} could not be read and ${plural(language, count, {one: 'is', other: 'are'})} not in the file.`,
    onlyUnsaved:
      'The browser’s storage could not be read: the file has only what was not saved in it yet. Keep it, and try again later for the rest.',
  },
};
