import {plural} from '../plural.js';
import type {Strings} from '../strings.js';

const number = (value: number): string => value.toLocaleString('de');
const items = (count: number): string =>
  `${number(count)} ${plural('de', count, {one: 'Eintrag', other: 'Einträge'})}`;
const answers = (count: number): string =>
  `${number(count)} ${plural('de', count, {one: 'Antwort', other: 'Antworten'})}`;

/** German words of the portal for several people on a job. */
export const germanPeopleWords: Pick<Strings, 'people'> = {
  people: {
    you: 'Sie',
    workingAs: (name) => `Es arbeitet: ${name}`,
    whoWorks: 'Wer arbeitet hier?',
    name: 'Name',
    addPerson: 'Person hinzufügen',
    add: 'Hinzufügen',
    rename: (name) => `${name} umbenennen`,
    save: 'Speichern',
    close: 'Schließen',
    standsInAnswers: (id) => `Steht in Antworten als ${id}`,
    searchJobs: 'Aufträge suchen',
    status: 'Stand',
    statuses: {
      all: 'Alle',
      'not-started': 'Nicht begonnen',
      'in-progress': 'In Arbeit',
      complete: 'Fertig',
    },
    noJobs: 'Kein Auftrag passt zu Ihrer Suche.',
    declined: (count) => `${number(count)} abgelehnt`,
    workers: (title) => `Wer an ${title} arbeitet`,
    doneOf: (done, total) => `${number(done)} von ${number(total)}`,
    deleteLoses: (count, people) =>
      count === 0
        ? 'Darin hat noch niemand etwas beantwortet. Manifest, Bilder, Entwürfe und Anleitung verschwinden aus diesem Browser.'
        : people > 1
          ? `${answers(count)} von ${number(people)} Personen verschwinden aus diesem Browser, mit Manifest, Bildern und Anleitung. Eine Sicherung enthält alles.`
          : plural('de', count, {
              one: '1 Antwort verschwindet aus diesem Browser, mit Manifest, Bildern und Anleitung. Eine Sicherung enthält alles.',
              other: `${answers(count)} verschwinden aus diesem Browser, mit Manifest, Bildern und Anleitung. Eine Sicherung enthält alles.`,
            }),
    shareJob: 'Auftrag teilen',
    shareJobOf: (title) => `Auftrag ${title} teilen`,
    shareTitle: (title) => `„${title}“ teilen`,
    shareText:
      'Eine Auftragsdatei enthält die Einträge, die hier aufbewahrten Bilder und die Anleitung, aber keine Arbeit. Wer sie in seinem Portal öffnet, kann daran arbeiten und schickt Ihnen eine Arbeitsdatei.',
    shareAll: 'Alle bearbeiten alle Einträge',
    shareParts: 'Alle bearbeiten einen Teil',
    numberOfPeople: 'Zahl der Personen',
    partSizes: (least, most) =>
      least === most ? `je ${items(most)}` : `je ${number(least)} oder ${items(most)}`,
    downloadJobFiles: (count) =>
      count === 1 ? 'Auftragsdatei herunterladen' : `${number(count)} Auftragsdateien herunterladen`,
    sendWork: 'Arbeit senden',
    sendWorkOf: (title) => `Arbeit an ${title} senden`,
    takeTitle: (title) => `Wer arbeitet an „${title}“?`,
    takeText: (count) => `Zu bearbeiten: ${items(count)}.`,
    somebodyElse: 'Jemand anderes',
    broughtWork: (name, title) => `Die Arbeit von ${name} an „${title}“ wurde übernommen.`,
    broughtJob: (title) => `Der Auftrag „${title}“ wurde übernommen.`,
    noJobFor: (jobName) =>
      `Dies ist Arbeit an dem Auftrag „${jobName}“, der nicht in diesem Browser ist. Öffnen Sie zuerst die Auftragsdatei oder eine Sicherung davon, dann diese Datei noch einmal.`,
    sameWorkerId: (name) =>
      `Jemand anderes an diesem Auftrag hat dieselbe Kennung wie ${name}. ${name} hat eine eigene bekommen, damit keine Antworten vermischt werden.`,
    several: (count) =>
      `${items(count)} ${plural('de', count, {one: 'wurde', other: 'wurden'})} von mehreren beantwortet. Das Manifest enthält die angenommene Antwort, sonst die zuletzt abgesendete; die ZIP-Datei enthält alle.`,
    rejected: (count) =>
      `${items(count)} ${plural('de', count, {one: 'kam', other: 'kamen'})} ohne Label in die Datei, weil alle Antworten dazu abgelehnt wurden.`,
    changedLines: (count) =>
      `${answers(count)} ${plural('de', count, {one: 'fehlt', other: 'fehlen'})}, weil im Manifest jetzt eine andere Zeile an der Stelle steht.`,
    unreadable: (places, count) =>
      `${items(count)} ${plural('de', count, {one: 'konnte nicht gelesen werden und fehlt', other: 'konnten nicht gelesen werden und fehlen'})} in der Datei: ${places}.`,
  },
};
