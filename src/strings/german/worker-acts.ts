import {plural} from '../plural.js';
import type {Strings} from '../strings.js';

/** German words for what a worker does with a task besides answering it. */
export const germanWorkerActWords: Pick<Strings, 'workerActs'> = {
  workerActs: {
    statuses: {declined: 'Abgelehnt', released: 'Zurückgegeben'},
    declined: 'Abgelehnt',
    declinedCount: (count, language) => `${count.toLocaleString(language)} abgelehnt`,
    decline: 'Aufgabe ablehnen',
    release: 'Aufgabe zurückgeben',
    declinedTask: (place, language) =>
      `Aufgabe ${place.toLocaleString(language)} wurde abgelehnt. Sie kommt nicht wieder.`,
    reason: 'Grund, wenn Sie einen nennen möchten',
    giveReason: 'Grund festhalten',
    reasonKept: 'Der Grund ist festgehalten.',
    takeBack: 'Doch bearbeiten',
    releasedTask: (place, language) =>
      `Aufgabe ${place.toLocaleString(language)} wurde zurückgegeben. Sie kommt nach allen anderen wieder.`,
    timeReleasedTask: (place, language) =>
      `Die Zeit für Aufgabe ${place.toLocaleString(language)} war um, und sie wurde zurückgegeben. Was Sie getan haben, bleibt als Entwurf erhalten; sie kommt nach allen anderen wieder.`,
    backToTask: 'Zu ihr zurück',
    timeSoon: 'Für diese Aufgabe bleibt weniger als eine Minute. Es wird nichts weggenommen.',
    timeSoonReleased:
      'Für diese Aufgabe bleibt weniger als eine Minute. Dann wird sie zurückgegeben, und was Sie getan haben, bleibt als Entwurf bei ihr.',
    moreTime: 'Mehr Zeit',
    returned: (comment) =>
      comment
        ? `Bitte noch einmal: ${comment}`
        : 'Der Auftraggeber bittet Sie, diese Aufgabe noch einmal zu machen.',
    notInFile: (count, language) =>
      `${count.toLocaleString(language)} ${plural(language, count, {one: 'Eintrag konnte nicht gelesen werden und fehlt', other: 'Einträge konnten nicht gelesen werden und fehlen'})} in der Datei.`,
    onlyUnsaved:
      'Der Speicher des Browsers war nicht lesbar: Die Datei enthält nur, was dort noch nicht gespeichert war. Heben Sie sie auf und versuchen Sie es für den Rest später noch einmal.',
  },
};
