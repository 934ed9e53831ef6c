import {plural} from '../plural.js';

/** The words of the portal. */
export const portalWords = {
  portal: {
    jobs: 'Jobs',
    yourData: 'Label your own data',
    samples: 'Try a sample job',
    privacy: 'Everything stays in this browser: nothing is uploaded.',
    reading: 'Reading…',
    dropHere: 'Drop a manifest or a folder of pictures here',
    dropHint:
      'A Ground Truth manifest (JSON Lines), alone or with its pictures; or pictures, a .txt or a .csv file, which become a manifest; or a backup, a job or work that was sent to you.',
    openManifest: 'Open manifest…',
    openFolder: 'Open folder…',
    openAddress: 'Open',
    manifestAddress: 'Address of a manifest',
    manifestAddressExample: 'https://example.com/input.manifest',
    items: (count: number) =>
      `${count.toLocaleString('en')} ${plural('en', count, {one: 'item', other: 'items'})}`,
    doneOf: (done: number, total: number) =>
      `${done.toLocaleString('en')} of ${total.toLocaleString('en')} done`,
    skipped: (count: number) => `${count.toLocaleString('en')} skipped`,
    progressOf: (title: string) => `Progress of ${title}`,
    startWorking: 'Start working',
    resume: 'Resume',
    review: 'Review',
    exportManifest: 'Export output manifest',
    exportManifestOf: (title: string) => `Export output manifest of ${title}`,
    exportJob: 'Export job as zip',
    exportJobOf: (title: string) => `Export ${title} as zip`,
    backup: 'Download a backup',
    backupOf: (title: string) => `Download a backup of ${title}`,
    restored: (title: string) => `“${title}” was restored from the backup.`,
    restoredItems: (added: number, replaced: number, kept: number, same: number) =>
      `Items added: ${added.toLocaleString('en')}. Brought up to date: ${replaced.toLocaleString('en')}. As far or further here and kept: ${kept.toLocaleString('en')}. The same on both sides: ${same.toLocaleString('en')}.`,
    foreignBackup: (title: string) =>
      `The backup of “${title}” was made by another page and has no job of this portal in it. Restore it in the page that made it.`,
    deleteJob: 'Delete job',
    deleteJobOf: (title: string) => `Delete ${title}`,
    deleteQuestion: (title: string) => `Delete “${title}”?`,
    deleteWarning: (done: number) =>
      done === 0
        ? 'Nothing has been labelled yet.'
        : `${done.toLocaleString('en')} ${plural('en', done, {one: 'answer', other: 'answers'})} will be gone from this browser. Export them first if you need them.`,
    cancel: 'Cancel',
    delete: 'Delete',
    back: 'Jobs',
    newJob: 'New job',
    title: 'Title',
    taskType: 'Task',
    taskTypes: {
      classification: {name: 'Single label', description: 'One label for each item'},
      'multi-label': {name: 'Several labels', description: 'All labels that apply'},
      bbox: {name: 'Bounding boxes', description: 'A box around each thing'},
      'semantic-segmentation': {name: 'Areas', description: 'A label for each pixel'},
      'instance-segmentation': {name: 'Outlined things', description: 'A mask for each single thing'},
    },
    question: 'Question',
    questionExamples: {
      classification: 'What does the picture show?',
      'multi-label': 'What can you see? Choose everything that applies.',
      bbox: 'Draw a box around every animal.',
      'semantic-segmentation': 'Paint sky, ground and building.',
      'instance-segmentation': 'Paint every animal as a thing of its own.',
    },
    labels: 'Labels',
    optional: 'optional',
    exclusion: 'Choice for “none of them”',
    exclusionExample: 'None of these',
    foundLabels: (attribute: string, lines: number) =>
      `“${attribute}” already labels ${lines.toLocaleString('en')} ${plural('en', lines, {one: 'line', other: 'lines'})}.`,
    continueLabels: 'Edit these labels',
    copyLabels: 'Use its label list',
    pictures: 'Where are the pictures?',
    picturesWhy: 'The manifest names places that a browser cannot open, such as',
    chooseFolder: 'Choose folder…',
    baseUrl: 'Base address of the pictures',
    baseUrlExample: 'https://cdn.example.com/{bucket}/',
    picturesFound: (found: number, total: number) =>
      `${found.toLocaleString('en')} of ${total.toLocaleString('en')} pictures found`,
    picturesMissing: (reference: string) => `Not found, for example: ${reference}`,
    picturesAmbiguous: (reference: string, paths: string) => `${reference} fits several files: ${paths}`,
    instructions: 'Instructions',
    shortInstructions: 'Short, always visible',
    fullInstructions: 'Full, on demand',
    examplePicture: {good: 'Picture of a good example', bad: 'Picture of a bad example'},
    exampleCaption: {good: 'Good example', bad: 'Bad example'},
    jobName: 'Job name',
    labelAttributeName: 'Label attribute name',
    preview: 'As the worker sees it',
    previewName: 'Preview',
    loadFailed: (address: string, why: string) => `“${address}” could not be loaded: ${why}`,
    failed: (why: string) => `That did not work: ${why}`,
    goOn: 'Continue',
    goOnWithout: 'Continue without pictures',
    picturesNotKept:
      'These pictures are too large to be kept in this browser. Choose their folder again when you come back.',
    welcome: 'Label data in the browser',
    welcomeText:
      'Open a Ground Truth manifest, label images and text, get a Ground Truth output manifest back. Close the browser whenever you like: you go on where you stopped.',
    textSample: 'I was charged twice for order 20417. Please send one of the two amounts back.',
    manifestGone: 'the browser no longer has its manifest. Open the manifest again under the same job name.',
    jobGone: 'This job is not in this browser, or no longer. Go back to the list of jobs.',
    storageOff:
      'This browser does not let the page keep data: jobs end with this tab. Export before you leave.',
  },
};
