import {plural} from '../plural.js';
import type {Strings} from '../strings.js';

const number = (value: number): string => value.toLocaleString('de');
const answers = (count: number): string =>
  `${number(count)} ${plural('de', count, {one: 'Antwort', other: 'Antworten'})}`;

/** German words of the portal for answers that are sent somewhere. */
export const germanDeliveryWords: Pick<Strings, 'delivery' | 'update'> = {
  delivery: {
    whereResultsGo: 'Wohin die Ergebnisse gehen',
    stayHere: 'Sie bleiben bei denen, die arbeiten, und werden als Dateien weitergegeben',
    sent: 'Sie werden an eine Adresse gesendet',
    address: 'Adresse für Ergebnisse',
    addressExample: 'https://example.com/ergebnisse/',
    addressHelp:
      'Jede Antwort wird dort abgelegt, sobald sie abgesendet ist und das Netz es zulässt. Wer arbeitet, erfährt die Adresse und stimmt vorher zu.',
    badAddress:
      'Dorthin können keine Ergebnisse gesendet werden. Verwenden Sie eine https-Adresse ohne Namen und Passwort, die auf „/“ endet oder {path} enthält, wo der Pfad jeder Datei stehen soll.',
    sendsTo: (address) => `Dieser Auftrag sendet Ihre Antworten an ${address}.`,
    agree: 'Zustimmen und beginnen',
    notAgreed: (address) =>
      `Dieser Auftrag möchte, dass Ihre Antworten an ${address} gesendet werden. Ohne Ihre Zustimmung wird nichts gesendet.`,
    sendMine: 'Meine Antworten senden',
    delivered: (done, total) => `${number(done)} von ${number(total)} zugestellt`,
    goTo: (address) => `Antworten gehen an ${address}`,
    noConnection: (count) =>
      `Keine Verbindung: ${answers(count)} ${plural('de', count, {one: 'wartet', other: 'warten'})}`,
    again: (count) => `${answers(count)} noch nicht zugestellt; es wird wieder versucht`,
    stopped: (count) => `${answers(count)} nicht zugestellt`,
    elsewhere: 'Ein anderer Tab stellt die Antworten zu',
    tryAgain: 'Erneut versuchen',
    toFolder: 'In einen Ordner zustellen …',
    toFolderOf: (title) => `${title} in einen Ordner zustellen`,
    folderFor: (title) =>
      `Die Ergebnisse von ${title} werden in den Ordner geschrieben, solange das Portal offen ist.`,
    someSent: 'Nur Antworten auf Aufträge, die es ankündigen, verlassen diesen Browser.',
    reasons: {
      'delivery/unreachable': 'Der Server antwortet nicht oder lässt diese Seite nicht mit sich sprechen.',
      'delivery/busy': 'Der Server ist ausgelastet.',
      'delivery/not-allowed':
        'Der Server erlaubt es nicht. Ein signierter Link kann abgelaufen sein; bitten Sie um einen neuen, wer den Auftrag erstellt hat.',
      'delivery/not-found':
        'Diesen Ort gibt es auf dem Server nicht. Fragen Sie, wer den Auftrag erstellt hat.',
      'delivery/too-large': 'Der Server nimmt keine Dateien dieser Größe an.',
      'delivery/refused': 'Der Server lehnt es ab.',
      'delivery/address': 'Die Adresse ist nicht brauchbar.',
      'delivery/damaged':
        'Eine Maske kann hier nicht mehr gelesen werden. Öffnen Sie den Eintrag und senden Sie ihn noch einmal ab.',
      'delivery/storage': 'Die Antworten konnten nicht aus dem Speicher dieses Browsers gelesen werden.',
      'delivery/full': 'Der Datenträger ist voll. Schaffen Sie Platz.',
    },
  },
  update: {
    ready: 'Eine neue Version ist bereit.',
    comesBack: 'Ihre Arbeit wird vorher gespeichert und kommt wieder, wie sie ist.',
    reload: 'Jetzt neu laden',
    later: 'Später',
    unsaved: 'Nicht neu geladen: Ein Teil der Arbeit konnte noch nicht gespeichert werden.',
  },
};
