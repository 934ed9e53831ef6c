import {plural} from '../plural.js';

/** The words of a session: its bar, its list of items and what it tells of saving. */
export const sessionWords = {
  session: {
    bar: 'Job',
    previous: 'Previous',
    next: 'Next',
    skip: 'Skip',
    submit: 'Submit',
    stop: 'Stop and resume later',
    position: (place: number, total: number, language: string) =>
      `${place.toLocaleString(language)} of ${total.toLocaleString(language)}`,
    positionSoFar: (place: number, language: string) => `${place.toLocaleString(language)} of …`,
    goTo: 'Go to an item',
    goToNumber: 'Item number',
    items: 'Items',
    all: 'All',
    untouched: 'To do',
    done: 'Done',
    skipped: 'Skipped',
    statuses: {untouched: 'To do', draft: 'Draft', submitted: 'Done', changed: 'Changed', skipped: 'Skipped'},
    noItems: 'No items here.',
    notReadable: 'Cannot be read',
    progress: 'Progress',
    progressText: (done: number, skipped: number, total: number, language: string) => {
      const number = (value: number) => value.toLocaleString(language);
      return `${number(done)} done, ${number(skipped)} skipped, of ${number(total)}`;
    },
    doneCount: (done: number, language: string) => `${done.toLocaleString(language)} done`,
    skippedCount: (skipped: number, language: string) => `${skipped.toLocaleString(language)} skipped`,
    resubmitCount: (count: number, language: string) =>
      `${count.toLocaleString(language)} changed, not submitted again`,
    saved: 'Saved',
    savedAt: (time: string) => `Saved at ${time}`,
    autosave: 'Saves as you work',
    saving: 'Saving…',
    notSaved: 'Not saved',
    tabOnly: 'This tab only',
    readOnly: 'Read only',
    updateNeeded: 'Update needed',
    reasons: {
      full: 'The browser’s storage for this site is full. Your work is kept in this tab: download a backup, then delete finished jobs or free disk space, and do not close the tab until it says Saved.',
      disk: 'The browser cannot write to its disk. Your work is kept in this tab: export it before you close the tab.',
      denied:
        'The browser does not let this page store anything here, as in private or embedded pages. Your work ends with this tab: export it before you close it.',
      missing:
        'This browser has no storage for pages. Your work ends with this tab: export it before you close it.',
      blocked:
        'Another tab holds an older version of the storage. Close the other tabs of this site; until then your work is kept in this tab only.',
      newer: 'A newer version of this page is open elsewhere.',
      gone: 'The connection to the browser’s storage was lost. Your work is kept in this tab and saved again as soon as possible.',
      damaged:
        'The browser’s storage is damaged. Your work is kept in this tab: export it before you close the tab.',
      'bad-data': 'This answer could not be stored. Export your work, and tell whoever runs this page.',
      'other-tab':
        'This item was changed in another tab. Nothing was overwritten: take over here to keep what you see.',
    },
    readOnlyText: 'This job is open in another tab. You can look around here, and work there.',
    takeOver: 'Take over here',
    updateText:
      'A newer version of this page is open in another tab. Reload this one to go on; export first if it says that something is not saved.',
    reload: 'Reload',
    tryAgain: 'Try again',
    backup: 'Download a backup',
    noBackup: (count: number, language: string) =>
      `${count.toLocaleString(language)} ${plural(language, count, {one: 'answer is', other: 'answers are'})} in this browser only. A backup keeps ${plural(language, count, {one: 'it', other: 'them'})} safe.`,
    littleRoom: (room: string) =>
      `The browser has about ${room} left for this site. Download a backup, then delete jobs that are finished.`,
    exportManifest: 'Export manifest',
    exportJob: 'Export job (zip)',
    exportFailed: (why: string) => `The export did not work: ${why}`,
    restored: (time: string) => `Restored at ${time}`,
    startOver: 'Start over',
    startedOver: 'Started over',
    bringBack: 'Bring back',
    dismiss: 'Dismiss',
    lossAnswers: (count: number, date: string, language: string) =>
      `${count.toLocaleString(language)} ${plural(language, count, {one: 'answer', other: 'answers'})} saved on ${date} ${plural(language, count, {one: 'is', other: 'are'})} missing: the browser cleared or damaged its storage. If you exported before, that file still has them.`,
    lossDrafts: (date: string) =>
      `Unfinished work of ${date} is missing: the browser cleared or damaged its storage.`,
    overwritesLabel: (key: string) =>
      `This line has the label “${key}” already. You begin with it; your answer takes its place.`,
    overwritesValue: (key: string) =>
      `“${key}” is on this line already and is no label; your answer will replace it.`,
    changedLine:
      'This line of the manifest is not the one that was labelled before. The earlier answer is kept, and not used.',
    badLine: (line: number, language: string) => `Line ${line.toLocaleString(language)} cannot be labelled`,
    badLineText: 'It stays as it is in the output and counts as skipped. The other lines are not affected.',
    goOn: 'Go on',
    complete: 'All done',
    completeText: (total: number, language: string) =>
      `${plural(language, total, {one: 'The item is', other: 'All items are'})} finished. The output is ready to export.`,
    changedCount: (count: number, language: string) =>
      `${count.toLocaleString(language)} ${plural(language, count, {one: 'answer is', other: 'answers are'})} left out of the output, because the manifest has another line in ${plural(language, count, {one: 'its', other: 'their'})} place now.`,
    badCount: (count: number, language: string) =>
      `${count.toLocaleString(language)} ${plural(language, count, {one: 'line', other: 'lines'})} could not be read and ${plural(language, count, {one: 'stays', other: 'stay'})} as in the input.`,
    review: 'Review from the start',
    reviewSkipped: 'Review skipped items',
    opening: 'Opening…',
    noTask: 'There is no task element here. Put one inside <gt-session>, such as <gt-classification-task>.',
    noManifest: 'There is no manifest to work on.',
    cannotOpen: 'The manifest cannot be opened',
    timeLeft: (time: string) => `${time} left`,
    timeOver: 'Time is up',
    timeOverText: 'The time for this item has passed. Your work is kept; submit it when it is ready.',
  },
};
