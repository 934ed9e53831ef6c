import {plural} from '../plural.js';

const number = (value: number): string => value.toLocaleString('en');
const items = (count: number): string =>
  `${number(count)} ${plural('en', count, {one: 'item', other: 'items'})}`;
const answers = (count: number): string =>
  `${number(count)} ${plural('en', count, {one: 'answer', other: 'answers'})}`;

/** The words of the portal for several people on a job: who works, how far they are, what they send each other. */
export const peopleWords = {
  people: {
    you: 'You',
    workingAs: (name: string) => `Working as ${name}`,
    whoWorks: 'Who works here?',
    name: 'Name',
    addPerson: 'Add a person',
    add: 'Add',
    rename: (name: string) => `Rename ${name}`,
    save: 'Save',
    close: 'Close',
    standsInAnswers: (id: string) => `Stands in answers as ${id}`,
    searchJobs: 'Search jobs',
    status: 'Status',
    statuses: {
      all: 'All',
      'not-started': 'Not started',
      'in-progress': 'In progress',
      complete: 'Complete',
    },
    noJobs: 'No job fits what you are looking for.',
    declined: (count: number) => `${number(count)} declined`,
    workers: (title: string) => `Workers on ${title}`,
    doneOf: (done: number, total: number) => `${number(done)} of ${number(total)}`,
    deleteLoses: (count: number, people: number) =>
      count === 0
        ? 'Nobody has answered anything in it yet. Manifest, pictures, drafts and instructions will be gone from this browser.'
        : people > 1
          ? `${answers(count)} of ${number(people)} people will be gone from this browser, with manifest, pictures and instructions. A backup holds all of it.`
          : `${answers(count)} will be gone from this browser, with manifest, pictures and instructions. A backup holds all of it.`,
    shareJob: 'Share job',
    shareJobOf: (title: string) => `Share job ${title}`,
    shareTitle: (title: string) => `Share “${title}”`,
    shareText:
      'A job file holds the items, the pictures kept here and the instructions, and nobody’s work. Whoever opens it in their portal can work on it and sends you a work file.',
    shareAll: 'Everybody does all items',
    shareParts: 'Everybody does a part',
    numberOfPeople: 'Number of people',
    partSizes: (least: number, most: number) =>
      least === most ? `${items(most)} each` : `${number(least)} or ${items(most)} each`,
    downloadJobFiles: (count: number) =>
      count === 1 ? 'Download job file' : `Download ${number(count)} job files`,
    sendWork: 'Send work',
    sendWorkOf: (title: string) => `Send work on ${title}`,
    takeTitle: (title: string) => `Who works on “${title}”?`,
    takeText: (count: number) => `It asks for ${items(count)}.`,
    somebodyElse: 'Somebody else',
    broughtWork: (name: string, title: string) => `Work of ${name} on “${title}” was brought in.`,
    broughtJob: (title: string) => `The job “${title}” was brought in.`,
    noJobFor: (jobName: string) =>
      `This is somebody’s work on the job “${jobName}”, which is not in this browser. Open the job’s file or a backup of it first, then this file again.`,
    sameWorkerId: (name: string) =>
      `Somebody else who works on this job has the same worker id as ${name}. ${name} was given an id of their own, so that nobody’s answers are mixed.`,
    several: (count: number) =>
      `${items(count)} ${plural('en', count, {one: 'was', other: 'were'})} answered by several workers. The manifest has the accepted answer, or else the one submitted last; the zip has all of them.`,
    rejected: (count: number) =>
      `${items(count)} went out without a label, because every answer to ${plural('en', count, {one: 'it', other: 'them'})} was rejected.`,
    changedLines: (count: number) =>
      `${answers(count)} ${plural('en', count, {one: 'was', other: 'were'})} left out, because the manifest has another line in ${plural('en', count, {one: 'its', other: 'their'})} place.`,
    unreadable: (places: string, count: number) =>
      `${items(count)} could not be read and ${plural('en', count, {one: 'is', other: 'are'})} not in the file: ${places}.`,
  },
};
