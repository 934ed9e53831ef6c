import {plural} from '../plural.js';
import type {Strings} from '../strings.js';

const count = (number: number): string => number.toLocaleString('de');
const labels = (number: number): string =>
  `${count(number)} ${plural('de', number, {one: 'Label', other: 'Labels'})}`;

/** German words of the steps that make a job. */
export const germanWizardWords: Pick<Strings, 'wizard'> = {
  wizard: {
    steps: 'Schritte',
    step: {
      data: 'Daten',
      task: 'Aufgabe',
      labels: 'Labels',
      instructions: 'Anleitung',
      review: 'Prüfen & anlegen',
    },
    about: {
      data: 'Was in diesem Auftrag gelabelt wird.',
      task: 'Was mit jedem Eintrag zu tun ist.',
      labels: 'Woraus gewählt wird.',
      instructions: 'Was man dafür wissen muss. Alles hier ist freiwillig.',
      review: 'Noch einmal ansehen, dann loslegen.',
    },
    stepComplete: 'fertig',
    stepFaulty: 'noch zu klären',
    back: 'Zurück',
    next: 'Weiter',
    edit: 'Ändern',
    editStep: (step) => `${step} ändern`,

    otherData: 'Andere Daten …',
    keepData: 'Diese Daten behalten',
    which: 'Welche Einträge',
    filters: {
      all: 'Jeder Eintrag',
      unlabelled: 'Einträge ohne Label',
      equals: 'Einträge, deren Schlüssel gleich ist',
      contains: 'Einträge, deren Schlüssel enthält',
    },
    attribute: 'Label-Attribut',
    key: 'Schlüssel',
    value: 'Wert',
    howMany: 'Wie viele',
    amounts: {all: 'Alle', first: 'Die ersten', sample: 'Eine zufällige Stichprobe'},
    number: 'Anzahl der Einträge',
    seed: 'Startwert',
    seedHint: 'Derselbe Startwert nimmt dieselben Einträge.',
    newSample: 'Andere Stichprobe',
    choosing: 'Einträge werden gewählt …',
    chosenOf: (chosen, total) =>
      chosen === total
        ? `Alle Einträge (${count(total)}) sind im Auftrag.`
        : `${count(chosen)} von ${count(total)} Einträgen ${chosen === 1 ? 'ist' : 'sind'} im Auftrag.`,
    noItems: 'Kein Eintrag bleibt übrig. Wählen Sie andere, oder nehmen Sie mehr davon.',
    noKey: 'Nennen Sie den Schlüssel, dessen Wert zählt.',
    noAttribute: 'Nennen Sie das Label-Attribut, das zählt.',
    column: 'Spalte',
    columnNumber: (number) => `Spalte ${count(number)}`,
    columnHolds: 'Darin stehen',
    columnKinds: {source: 'Texte', 'source-ref': 'Adressen von Bildern'},
    hasHeader: 'Die erste Zeile benennt die Spalten',
    otherColumns: 'Die anderen Spalten bleiben bei jedem Eintrag.',

    needsPictures:
      'Diese Aufgabe braucht Bilder, und die Daten haben keine. Wählen Sie eine andere Aufgabe oder andere Daten.',
    timeLimit: 'Zeitgrenze in Minuten',
    noLimit: 'keine',
    badTimeLimit: (most) =>
      `Geben Sie eine Zeit von mehr als 0 und höchstens ${count(most)} Minuten an, oder keine.`,
    workers: 'Personen je Eintrag',
    badWorkers: (most) => `Geben Sie eine ganze Zahl von 1 bis ${count(most)} an.`,

    labelNumber: (number) => `Label ${count(number)}`,
    addLabel: 'Label hinzufügen',
    addLabelHint: 'Fügen Sie hier eine Liste ein, um viele hinzuzufügen.',
    color: (label) => `Farbe von ${label}`,
    shortcut: (label) => `Taste für ${label}`,
    move: (label) => `${label} verschieben`,
    moveHelp: 'Ziehen, oder die Pfeiltasten drücken.',
    moveUp: (label) => `${label} nach oben`,
    moveDown: (label) => `${label} nach unten`,
    movedTo: (label, place, all) => `${label}: ${count(place)} von ${count(all)}`,
    details: (label) => `Mehr zu ${label}`,
    remove: (label) => `${label} entfernen`,
    removed: (label) => `${label} entfernt`,
    description: 'Beschreibung',
    shortName: 'Kurzname',
    pasteList: 'Liste einfügen …',
    pasteHint: 'Ein Label je Zeile, Kommas dazwischen oder JSON.',
    addThese: 'Hinzufügen',
    replaceAll: 'Alle ersetzen',
    importLabels: 'Label-Datei importieren …',
    imported: (number) => `${labels(number)} übernommen.`,
    labelCount: (number) => (number === 0 ? 'Noch keine Labels' : labels(number)),
    labelLimit: (most) =>
      `Ground Truth nimmt für diese Aufgabe höchstens ${count(most)}, mit je 256 Zeichen.`,
    tooManyLabels: (number, most) =>
      `Es sind ${labels(number)}. Ground Truth nimmt für diese Aufgabe höchstens ${count(most)}; dieses Portal nimmt sie alle.`,
    fewerLabels: (fewest) =>
      fewest === 1
        ? 'Geben Sie mindestens ein Label an.'
        : `Geben Sie mindestens ${count(fewest)} Labels an.`,
    sameKey: (key, several) =>
      `Die Taste „${key}“ ist für mehrere Labels vergeben: ${several}. Nur das erste bekommt sie.`,

    formatText: 'Formatieren',
    editorFailed:
      'Der Editor konnte nicht geladen werden. Schreiben Sie einfachen Text, oder versuchen Sie es später noch einmal.',
    pictureTooLarge: (most) => `Das Bild ist größer als ${count(most)} MB. Verkleinern Sie es zuerst.`,
    removePicture: {
      good: 'Bild des guten Beispiels entfernen',
      bad: 'Bild des schlechten Beispiels entfernen',
    },
    badLink: 'Das ist keine Adresse. Beginnen Sie mit https://.',
    format: {
      name: 'Format',
      block: 'Art des Absatzes',
      blocks: ['Text', 'Überschrift', 'Zwischenüberschrift', 'Kleine Überschrift'],
      bold: 'Fett',
      italic: 'Kursiv',
      color: 'Farbe',
      noColor: 'Keine',
      colors: {red: 'Rot', orange: 'Orange', green: 'Grün', blue: 'Blau', purple: 'Violett'},
      link: 'Link',
      address: 'Adresse des Links',
      setLink: 'Link setzen',
      removeLink: 'Link entfernen',
      bullets: 'Aufzählung',
      numbers: 'Nummerierte Liste',
      picture: 'Bild einfügen',
      undo: 'Rückgängig',
      redo: 'Wiederholen',
    },

    nothing: 'Keine',
    noQuestion: 'Keine Frage',
    perItem: (people, minutes) =>
      `${plural('de', people, {one: '1 Person', other: `${count(people)} Personen`})} je Eintrag, ${minutes === '' ? 'ohne Zeitgrenze' : `je ${minutes.replace('.', ',')} Min.`}`,
    instructionParts: {
      short: 'Kurz',
      full: 'Ausführlich',
      good: 'Gutes Beispiel',
      bad: 'Schlechtes Beispiel',
    },

    previewItem: (place, all) => `Eintrag ${count(place)} von ${count(all)}`,
    previewBefore: 'Vorschau des Eintrags davor',
    previewAfter: 'Vorschau des Eintrags danach',
    json: 'Was abgesendet wird',
    jsonAnswer: 'Antwort',
    jsonLine: 'Ausgabezeile',
    previewNoLabels: 'Mit dem ersten Label erscheint hier die Aufgabe.',
    jsonNothing: 'Labeln Sie den Eintrag oben, um es hier zu sehen.',
    draftRestored: 'Dieser Auftrag war in Arbeit, als die Seite verlassen wurde. Alles ist, wie es war.',
    picturesGone: 'Wählen Sie den Ordner der Bilder noch einmal: Er war zu groß, um behalten zu werden.',
  },
};
