import {plural} from '../plural.js';

const count = (number: number): string => number.toLocaleString('en');
const items = (number: number): string =>
  `${count(number)} ${plural('en', number, {one: 'item', other: 'items'})}`;

/** The words of the steps that make a job. */
export const wizardWords = {
  wizard: {
    steps: 'Steps',
    step: {
      data: 'Data',
      task: 'Task',
      labels: 'Labels',
      instructions: 'Instructions',
      review: 'Review & create',
    },
    about: {
      data: 'What is labelled in this job.',
      task: 'What people do with each item.',
      labels: 'What they choose from.',
      instructions: 'What they should know. Everything here is optional.',
      review: 'Look it over, then start.',
    },
    stepComplete: 'complete',
    stepFaulty: 'needs attention',
    back: 'Back',
    next: 'Next',
    edit: 'Edit',
    editStep: (step: string) => `Edit ${step}`,

    otherData: 'Use other data…',
    keepData: 'Keep this data',
    which: 'Which items',
    filters: {
      all: 'Every item',
      unlabelled: 'Items without a label',
      equals: 'Items where a key equals',
      contains: 'Items where a key contains',
    },
    attribute: 'Label attribute',
    key: 'Key',
    value: 'Value',
    howMany: 'How many',
    amounts: {all: 'All of them', first: 'The first', sample: 'A random sample'},
    number: 'Number of items',
    seed: 'Seed',
    seedHint: 'The same seed takes the same items.',
    newSample: 'Another sample',
    choosing: 'Choosing items…',
    chosenOf: (chosen: number, total: number) =>
      chosen === total
        ? `All ${items(total)} are in the job.`
        : `${count(chosen)} of ${items(total)} are in the job.`,
    noItems: 'No item is left. Choose others, or take more of them.',
    noKey: 'Name the key whose value counts.',
    noAttribute: 'Name the label attribute that counts.',
    column: 'Column',
    columnNumber: (number: number) => `Column ${count(number)}`,
    columnHolds: 'It holds',
    columnKinds: {source: 'Texts', 'source-ref': 'Addresses of pictures'},
    hasHeader: 'The first row names the columns',
    otherColumns: 'The other columns stay with each item.',

    needsPictures: 'This task is done on pictures, and the data has none. Choose another task or other data.',
    timeLimit: 'Time limit in minutes',
    noLimit: 'none',
    badTimeLimit: (most: number) => `Give a time of more than 0 and at most ${count(most)} minutes, or none.`,
    workers: 'People per item',
    badWorkers: (most: number) => `Give a whole number from 1 to ${count(most)}.`,

    labelNumber: (number: number) => `Label ${count(number)}`,
    addLabel: 'Add a label',
    addLabelHint: 'Paste a list here to add many.',
    color: (label: string) => `Colour of ${label}`,
    shortcut: (label: string) => `Key for ${label}`,
    move: (label: string) => `Move ${label}`,
    moveHelp: 'Drag, or press the arrow keys.',
    moveUp: (label: string) => `Move ${label} up`,
    moveDown: (label: string) => `Move ${label} down`,
    movedTo: (label: string, place: number, all: number) => `${label}: ${count(place)} of ${count(all)}`,
    details: (label: string) => `More about ${label}`,
    remove: (label: string) => `Remove ${label}`,
    removed: (label: string) => `${label} removed`,
    description: 'Description',
    shortName: 'Short name',
    pasteList: 'Paste a list…',
    pasteHint: 'One label a line, commas between them, or JSON.',
    addThese: 'Add',
    replaceAll: 'Replace all',
    importLabels: 'Import a label file…',
    imported: (number: number) =>
      `${count(number)} ${plural('en', number, {one: 'label', other: 'labels'})} taken over.`,
    labelCount: (number: number) =>
      number === 0
        ? 'No labels yet'
        : `${count(number)} ${plural('en', number, {one: 'label', other: 'labels'})}`,
    labelLimit: (most: number) =>
      `Ground Truth takes at most ${count(most)} for this task, of 256 characters each.`,
    tooManyLabels: (number: number, most: number) =>
      `There are ${count(number)} labels. Ground Truth takes at most ${count(most)} for this task; this portal takes them all.`,
    fewerLabels: (fewest: number) =>
      fewest === 1 ? 'Give at least one label.' : `Give at least ${count(fewest)} labels.`,
    sameKey: (key: string, labels: string) =>
      `The key “${key}” is given to several labels: ${labels}. Only the first gets it.`,

    formatText: 'Format text',
    editorFailed: 'The editor could not be loaded. Type plain text, or try again later.',
    pictureTooLarge: (most: number) => `The picture is larger than ${count(most)} MB. Make it smaller first.`,
    removePicture: {
      good: 'Remove the picture of the good example',
      bad: 'Remove the picture of the bad example',
    },
    badLink: 'This is no address. Begin with https://.',
    format: {
      name: 'Format',
      block: 'Kind of paragraph',
      blocks: ['Text', 'Heading', 'Subheading', 'Small heading'],
      bold: 'Bold',
      italic: 'Italic',
      color: 'Colour',
      noColor: 'None',
      colors: {red: 'Red', orange: 'Orange', green: 'Green', blue: 'Blue', purple: 'Purple'},
      link: 'Link',
      address: 'Address of the link',
      setLink: 'Set link',
      removeLink: 'Remove link',
      bullets: 'Bullet list',
      numbers: 'Numbered list',
      picture: 'Insert a picture',
      undo: 'Undo',
      redo: 'Redo',
    },

    nothing: 'None',
    noQuestion: 'No question',
    perItem: (people: number, minutes: string) =>
      `${plural('en', people, {one: '1 person', other: `${count(people)} people`})} for each item, ${minutes === '' ? 'no time limit' : `${minutes} min. each`}`,
    instructionParts: {short: 'Short', full: 'Full', good: 'Good example', bad: 'Bad example'},

    previewItem: (place: number, all: number) => `Item ${count(place)} of ${count(all)}`,
    previewBefore: 'Preview the item before',
    previewAfter: 'Preview the item after',
    json: 'What is submitted',
    jsonAnswer: 'Answer',
    jsonLine: 'Output line',
    previewNoLabels: 'With its first label, the task appears here.',
    jsonNothing: 'Label the item above to see it here.',
    draftRestored: 'This job was being made when the page was left. Everything is as it was.',
    picturesGone: 'Choose the folder of the pictures again: it was too large to be kept.',
  },
};
