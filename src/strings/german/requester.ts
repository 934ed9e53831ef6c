import {plural} from '../plural.js';
import type {Strings} from '../strings.js';

const number = (value: number): string => value.toLocaleString('de');
const objects = (count: number): string =>
  `${number(count)} ${plural('de', count, {one: 'Objekt', other: 'Objekte'})}`;

/** German words of the requester's side of the portal. */
export const germanRequesterWords: Pick<Strings, 'requester'> = {
  requester: {
    open: 'Arbeit prüfen',
    openOf: (title) => `Arbeit an ${title} prüfen`,
    views: {review: 'Prüfen', batches: 'Chargen', numbers: 'Zahlen'},
    viewsOf: 'Was Sie sehen',
    reading: (count) => `Antworten werden gelesen … ${number(count)}`,
    failed: (why) => `Das hat nicht geklappt: ${why}`,
    filters: {all: 'Alle', 'to-review': 'Zu prüfen', accepted: 'Angenommen', rejected: 'Abgelehnt'},
    state: 'Stand',
    worker: 'Wer',
    everybody: 'Alle',
    label: 'Label',
    anyLabel: 'Jedes Label',
    none: 'Hier gibt es nichts zu zeigen.',
    allReviewed: 'Alles ist geprüft.',
    noAnswers: 'Noch hat niemand etwas abgesendet.',
    place: (place, total) => `Objekt ${number(place)} von ${number(total)}`,
    left: (count) => `${number(count)} zu prüfen`,
    previous: 'Voriges Objekt',
    next: 'Nächstes Objekt',
    answers: 'Antworten',
    counts: 'Zählt',
    accept: 'Annehmen',
    reject: 'Ablehnen',
    adjust: 'Berichtigen',
    undo: 'Rückgängig',
    comment: 'Kommentar für die Bearbeitung',
    commentHint: 'Was soll anders werden?',
    rejectWithComment: 'Enter lehnt mit diesem Kommentar ab.',
    submitted: 'Abgesendet',
    took: 'Dauer',
    labels: 'Labels',
    seconds: (seconds) =>
      seconds < 60
        ? `${seconds.toLocaleString('de', {maximumFractionDigits: 1})} s`
        : `${number(Math.floor(seconds / 60))} min ${number(Math.round(seconds % 60))} s`,
    by: (name) => `von ${name}`,
    told: {
      accepted: 'Angenommen.',
      rejected: 'Abgelehnt.',
      withdrawn: 'Zurückgenommen.',
      adjusted: 'Berichtigt.',
    },
    adjusting:
      'Berichtigen Sie die Antwort und senden Sie sie ab. Die ursprüngliche Antwort bleibt erhalten.',
    cancelAdjust: 'So lassen, wie es war',
    sendBack: (count) => `${objects(count)} zurücksenden`,
    sendBackText:
      'Eine Jobdatei mit den abgelehnten Objekten und Ihren Kommentaren, für alle, die woanders arbeiten.',
    lineGone: 'Die Zeile dieses Objekts ist nicht lesbar.',
    batchSize: 'Objekte je Charge',
    batch: (count) => `Charge ${number(count)}`,
    objectsFromTo: (first, last) => `Objekte ${number(first)}–${number(last)}`,
    states: {
      received: 'Eingegangen',
      'in-progress': 'In Arbeit',
      'in-review': 'In Prüfung',
      accepted: 'Angenommen',
    },
    batchCounts: (accepted, toReview, rejected, open) =>
      [
        accepted > 0 && `${number(accepted)} angenommen`,
        toReview > 0 && `${number(toReview)} zu prüfen`,
        rejected > 0 && `${number(rejected)} abgelehnt`,
        open > 0 && `${number(open)} offen`,
      ]
        .filter(Boolean)
        .join(' · '),
    progressOf: (batch) => `Fortschritt von Charge ${number(batch)}`,
    acceptBatch: 'Charge annehmen',
    acceptBatchOf: (batch) => `Charge ${number(batch)} annehmen`,
    share: 'Teilen',
    shareOf: (batch) => `Charge ${number(batch)} teilen`,
    answered: 'Antworten',
    acceptance: 'Angenommen von den geprüften',
    median: 'Übliche Dauer',
    workers: 'Beteiligte',
    perDay: 'Antworten je Tag',
    times: 'Dauer je Objekt',
    labelsChart: 'Labels',
    showTable: 'Als Tabelle',
    day: 'Tag',
    count: 'Anzahl',
    time: 'Dauer',
    timeFrom: (from, to) =>
      Number.isFinite(to) ? `${number(from)}–${number(to)} s` : `über ${number(from)} s`,
    others: 'Andere',
    rejectedCount: 'Abgelehnt',
    acceptedCount: 'Angenommen',
    downloadNumbers: 'Zahlen herunterladen (CSV)',
    follow: 'Neuer Job aus diesem',
    followTitle: (title) => `${title}, berichtigt`,
    unknown: '–',
  },
};
