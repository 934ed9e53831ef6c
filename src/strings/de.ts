import {plural} from './plural.js';
import type {Strings} from './strings.js';

const labels = {one: 'Label', other: 'Labels'};
const items = {one: 'Eintrag', other: 'Einträge'};
const lines = {one: 'Zeile', other: 'Zeilen'};
const answers = {one: 'Antwort', other: 'Antworten'};

/** A number as German writes it, for words that are not told which German it is. */
const number = (value: number): string => value.toLocaleString('de');

/** German: formal address, the infinitive on controls. */
export const de: Strings = {
  direction: 'ltr',

  labels: {
    legend: 'Labels',
    search: 'Labels suchen',
    recent: 'Zuletzt',
    nothingRecent: 'noch nichts',
    selectNone: 'Auswahl aufheben',
    none: 'Es gibt keine Labels zur Auswahl.',
    noMatch: (query) => `Kein Label passt zu „${query}“.`,
    chosenCount: (chosen, all, language) =>
      `${chosen.toLocaleString(language)} von ${all.toLocaleString(language)} gewählt`,
    foundOf: (found, all, language) =>
      `${found.toLocaleString(language)} von ${all.toLocaleString(language)} Labels`,
    found: (count, language) =>
      `${count.toLocaleString(language)} ${plural(language, count, labels)} gefunden`,
    matchPlace: (label, place, count) => `${label}, ${number(place)} von ${number(count)}`,
  },

  task: {
    question: {
      classification: 'Wählen Sie das Label, das am besten passt.',
      'multi-label': 'Wählen Sie alle Labels, die zutreffen.',
      bbox: 'Zeichnen Sie einen Rahmen um jedes Ding.',
    },
    picture: 'Zu labelndes Bild',
    text: 'Zu labelnder Text',
    nothingToShow: 'Es gibt noch nichts zu labeln.',
    submit: 'Absenden',
    submitted: 'Abgesendet',
    undo: 'Rückgängig',
    redo: 'Wiederholen',
    undoStep: (step) => `Rückgängig: ${step}`,
    redoStep: (step) => `Wiederholen: ${step}`,
    undone: (step) => `Rückgängig gemacht: ${step}`,
    redone: (step) => `Wiederholt: ${step}`,
    nothingToUndo: 'Nichts rückgängig zu machen',
    nothingToRedo: 'Nichts zu wiederholen',
    instructions: 'Anleitung',
    shortcuts: 'Tastenkürzel',
    problems: (count, language) =>
      `Vor dem Absenden ${plural(language, count, {one: 'ist noch 1 Punkt', other: `sind noch ${count.toLocaleString(language)} Punkte`})} zu berichtigen`,
    goTo: 'Stelle zeigen',
    dismiss: 'Ausblenden',
    required: 'Wählen Sie ein Label, bevor Sie absenden.',
    stepChoose: (label) => `${label} wählen`,
    stepClear: (label) => `${label} abwählen`,
    stepChooseSeveral: (count) => `${number(count)} ${plural('de', count, labels)} wählen`,
    stepClearSeveral: (count) => `${number(count)} ${plural('de', count, labels)} abwählen`,
    stepComment: 'Kommentar bearbeiten',
    chosen: (label) => `${label} gewählt`,
    chosenOf: (chosen, all) =>
      `${number(chosen.length)} von ${number(all)} gewählt${chosen.length === 0 ? '' : `: ${chosen.join(', ')}`}`,
    cleared: (count) => `${number(count)} abgewählt`,
    tooMany: (max, language) =>
      `Höchstens ${plural(language, max, {one: '1 Label kann', other: `${max.toLocaleString(language)} Labels können`})} gewählt werden. Wählen Sie zuerst eines ab.`,
    addComment: 'Kommentar hinzufügen',
    comment: 'Kommentar',
    commentPlaceholder: 'Was sollte die Auftraggeberin oder der Auftraggeber wissen?',
  },

  instructions: {
    title: 'Anleitung',
    open: 'Anleitung einblenden',
    close: 'Anleitung ausblenden',
    changed: 'geändert',
    full: 'Ausführliche Anleitung',
    fullTitle: 'Ausführliche Anleitung',
    good: 'Gutes Beispiel',
    bad: 'Schlechtes Beispiel',
    enlarge: 'Bild vergrößern',
    shrink: 'Bild wieder verkleinern',
    closeDialog: 'Schließen',
  },

  shortcuts: {
    title: 'Tastenkürzel',
    none: 'Tastenkürzel sind ausgeschaltet.',
    help: 'Tastenkürzel wirken, solange der Fokus in der Aufgabe liegt.',
    labels: 'Labels',
    work: 'Arbeit',
    view: 'Bild',
    or: 'oder',
    keys: {
      control: 'Strg',
      alt: 'Alt',
      escape: 'Esc',
      space: 'Leertaste',
      pageUp: 'Bild ↑',
      pageDown: 'Bild ↓',
    },
    commands: {
      'label-numbers': 'Labels 1 bis 10',
      'label-shift-numbers': 'Labels 11 bis 20',
      'label-alt-numbers': 'Labels 21 bis 30',
      'label-two-digits': 'Zwei Ziffern kurz nacheinander: Labels mit längeren Nummern',
      'label-move': 'Nächstes und voriges Label',
      'label-toggle': 'Label im Fokus wählen oder abwählen',
      'label-all': 'Alle Labels wählen',
      'label-search': 'Labels suchen',
      'label-exclusion': 'Keines der Labels',
      submit: 'Absenden',
      undo: 'Rückgängig',
      redo: 'Wiederholen',
      comment: 'Kommentar schreiben',
      instructions: 'Anleitung ein- oder ausblenden',
      shortcuts: 'Diese Tastenkürzel zeigen',
      'zoom-in': 'Vergrößern',
      'zoom-out': 'Verkleinern',
      fit: 'Bild einpassen',
      'actual-size': 'Ein Bildpixel je Bildschirmpixel',
    },
  },

  viewer: {
    picture: 'Bild',
    role: 'Bildbetrachter',
    keys: 'Plus und Minus zoomen, Z passt ein, Umschalt+Z zeigt die Originalgröße, die Pfeiltasten verschieben das Bild.',
    toolbar: 'Ansicht',
    zoomIn: 'Vergrößern',
    zoomOut: 'Verkleinern',
    fit: 'Bild einpassen',
    move: 'Verschieben',
    actualSize: 'Originalgröße',
    zoomLevel: (percent) => `${percent}, Originalgröße zeigen`,
    zoomed: (percent) => `Vergrößerung ${percent}`,
    adjust: 'Bild anpassen',
    brightness: 'Helligkeit',
    contrast: 'Kontrast',
    invert: 'Farben umkehren',
    keep: 'Für die nächsten Bilder beibehalten',
    reset: 'Zurücksetzen',
    displayOnly: 'Ändert nur die Anzeige, nicht die Daten.',
    loading: 'Bild wird geladen …',
    empty: 'Kein Bild vorhanden',
    wheelHint: (key) => `Zum Zoomen auf das Bild klicken oder ${key} halten`,
    retry: 'Erneut versuchen',
    skip: 'Überspringen',
    copy: 'Kopieren',
    copied: 'Kopiert',
    technical: 'Angaben für die Verantwortlichen der Daten',
    dismiss: 'Ausblenden',
  },

  media: {
    notShown: 'Das Bild kann nicht angezeigt werden',
    titles: {
      'media/unreachable': 'Das Bild ist nicht erreichbar',
      'media/blocked': 'Der Server lässt diese Seite das Bild nicht lesen',
      'media/refused': 'Der Zugriff auf das Bild wird verweigert',
      'media/expired': 'Der Link zum Bild ist abgelaufen',
      'media/not-found': 'Das Bild ist nicht vorhanden',
      'media/server-error': 'Der Bildserver hat eine Störung',
      'media/cut-off': 'Das Bild ist nicht vollständig angekommen',
      'media/timeout': 'Das Bild braucht zu lange',
      'media/empty': 'Die Bilddatei ist leer',
      'media/not-an-image': 'Das ist kein Bild',
      'media/damaged': 'Die Bilddatei ist beschädigt',
      'media/too-large': 'Das Bild ist zu groß',
      'media/mixed-content': 'Der Browser blockiert dieses Bild',
      'media/unsupported-address': 'Diese Art von Adresse wird nicht unterstützt',
      'media/outside-base': 'Diese Adresse führt aus ihrem Ordner hinaus',
      'media/no-address': 'Es gibt keine Bildadresse',
      'media/no-resolver': 'Das Bild liegt in Amazon S3',
      'media/resolver-failed': 'Das Bild wurde nicht gefunden',
      'media/no-cors': 'Wird angezeigt, aber diese Seite darf die Pixel nicht lesen',
      'media/truncated': 'Ein Teil dieses Bildes fehlt möglicherweise',
      'media/animated': 'Nur das erste Einzelbild wird angezeigt',
    },
  },

  portal: {
    jobs: 'Aufträge',
    yourData: 'Eigene Daten labeln',
    samples: 'Einen Beispielauftrag ausprobieren',
    privacy: 'Alles bleibt in diesem Browser: Nichts wird hochgeladen.',
    reading: 'Wird gelesen …',
    dropHere: 'Ein Manifest oder einen Ordner mit Bildern hier ablegen',
    dropHint:
      'Ein Ground-Truth-Manifest (JSON Lines), allein oder mit seinen Bildern; oder Bilder, eine .txt- oder eine .csv-Datei, aus denen ein Manifest wird.',
    openManifest: 'Manifest öffnen …',
    openFolder: 'Ordner öffnen …',
    openAddress: 'Öffnen',
    manifestAddress: 'Adresse eines Manifests',
    manifestAddressExample: 'https://example.com/input.manifest',
    items: (count) => `${number(count)} ${plural('de', count, items)}`,
    doneOf: (done, total) => `${number(done)} von ${number(total)} erledigt`,
    skipped: (count) => `${number(count)} übersprungen`,
    progressOf: (title) => `Fortschritt von ${title}`,
    startWorking: 'Loslegen',
    resume: 'Fortsetzen',
    review: 'Durchsehen',
    exportManifest: 'Ausgabemanifest exportieren',
    exportManifestOf: (title) => `Ausgabemanifest von ${title} exportieren`,
    exportJob: 'Auftrag als ZIP exportieren',
    exportJobOf: (title) => `${title} als ZIP exportieren`,
    deleteJob: 'Auftrag löschen',
    deleteJobOf: (title) => `${title} löschen`,
    deleteQuestion: (title) => `„${title}“ löschen?`,
    deleteWarning: (done) =>
      done === 0
        ? 'Es wurde noch nichts gelabelt.'
        : plural('de', done, {
            one: '1 Antwort verschwindet aus diesem Browser. Exportieren Sie sie vorher, wenn Sie sie brauchen.',
            other: `${number(done)} Antworten verschwinden aus diesem Browser. Exportieren Sie sie vorher, wenn Sie sie brauchen.`,
          }),
    cancel: 'Abbrechen',
    delete: 'Löschen',
    back: 'Aufträge',
    newJob: 'Neuer Auftrag',
    title: 'Titel',
    taskType: 'Aufgabe',
    taskTypes: {
      classification: {name: 'Ein Label', description: 'Ein Label je Eintrag'},
      'multi-label': {name: 'Mehrere Labels', description: 'Alle Labels, die zutreffen'},
      bbox: {name: 'Rahmen', description: 'Ein Rahmen um jedes Ding'},
    },
    question: 'Frage',
    questionExample: 'Was zeigt das Bild?',
    labels: 'Labels',
    labelsHint: (count) => (count === 0 ? 'eines je Zeile' : `${number(count)}, eines je Zeile`),
    labelsExample: 'Katze\nHund\nkeines von beiden',
    fewerLabels: (fewest) =>
      fewest === 1
        ? 'Geben Sie mindestens ein Label an.'
        : `Geben Sie mindestens ${fewest} Labels an, eines je Zeile.`,
    optional: 'freiwillig',
    exclusion: 'Auswahl für „keines davon“',
    exclusionExample: 'Keines davon',
    foundLabels: (attribute, count) =>
      `„${attribute}“ labelt bereits ${number(count)} ${plural('de', count, lines)}.`,
    continueLabels: 'Diese Labels bearbeiten',
    copyLabels: 'Labelliste übernehmen',
    pictures: 'Wo sind die Bilder?',
    picturesWhy: 'Das Manifest nennt Orte, die ein Browser nicht öffnen kann, zum Beispiel',
    chooseFolder: 'Ordner wählen …',
    baseUrl: 'Basisadresse der Bilder',
    baseUrlExample: 'https://cdn.example.com/{bucket}/',
    picturesFound: (found, total) => `${number(found)} von ${number(total)} Bildern gefunden`,
    picturesMissing: (reference) => `Nicht gefunden, zum Beispiel: ${reference}`,
    picturesAmbiguous: (reference, paths) => `${reference} passt zu mehreren Dateien: ${paths}`,
    instructions: 'Anleitung',
    shortInstructions: 'Kurz, immer sichtbar',
    fullInstructions: 'Ausführlich, auf Wunsch',
    examplePicture: {good: 'Bild eines guten Beispiels', bad: 'Bild eines schlechten Beispiels'},
    exampleCaption: {good: 'Gutes Beispiel', bad: 'Schlechtes Beispiel'},
    output: 'Ausgabe',
    jobName: 'Auftragsname',
    labelAttributeName: 'Name des Label-Attributs',
    preview: 'So sieht es beim Labeln aus',
    previewName: 'Vorschau',
    loadFailed: (address, why) => `„${address}“ konnte nicht geladen werden: ${why}`,
    failed: (why) => `Das hat nicht funktioniert: ${why}`,
    goOn: 'Weiter',
    goOnWithout: 'Ohne Bilder weiter',
    picturesNotKept:
      'Diese Bilder sind zu groß, um in diesem Browser behalten zu werden. Wählen Sie ihren Ordner noch einmal, wenn Sie wiederkommen.',
    welcome: 'Daten im Browser labeln',
    welcomeText:
      'Öffnen Sie ein Ground-Truth-Manifest, labeln Sie Bilder und Texte, und Sie erhalten ein Ground-Truth-Ausgabemanifest. Schließen Sie den Browser, wann Sie wollen: Es geht dort weiter, wo Sie aufgehört haben.',
    textSample: 'Bestellung 20417 wurde mir zweimal berechnet. Bitte erstatten Sie einen der beiden Beträge.',
    manifestGone:
      'Der Browser hat das Manifest nicht mehr. Öffnen Sie das Manifest noch einmal unter demselben Auftragsnamen.',
    jobGone: 'Dieser Auftrag ist nicht oder nicht mehr in diesem Browser. Gehen Sie zurück zu den Aufträgen.',
    picturesAgain: 'Wo sind die Bilder?',
    storageOff:
      'Dieser Browser lässt die Seite keine Daten speichern: Aufträge enden mit diesem Tab. Exportieren Sie, bevor Sie ihn verlassen.',
    working: 'Auftrag',
  },

  session: {
    bar: 'Auftrag',
    previous: 'Voriger',
    next: 'Nächster',
    skip: 'Überspringen',
    submit: 'Absenden',
    stop: 'Anhalten und später fortsetzen',
    position: (place, total, language) =>
      `${place.toLocaleString(language)} von ${total.toLocaleString(language)}`,
    positionSoFar: (place, language) => `${place.toLocaleString(language)} von …`,
    goTo: 'Zu einem Eintrag gehen',
    goToNumber: 'Nummer des Eintrags',
    items: 'Einträge',
    all: 'Alle',
    untouched: 'Offen',
    done: 'Erledigt',
    skipped: 'Übersprungen',
    statuses: {
      untouched: 'Offen',
      draft: 'Entwurf',
      submitted: 'Erledigt',
      changed: 'Geändert',
      skipped: 'Übersprungen',
    },
    noItems: 'Hier sind keine Einträge.',
    notReadable: 'Nicht lesbar',
    progress: 'Fortschritt',
    progressText: (done, skipped, total, language) => {
      const local = (value: number) => value.toLocaleString(language);
      return `${local(done)} erledigt, ${local(skipped)} übersprungen, von ${local(total)}`;
    },
    doneCount: (done, language) => `${done.toLocaleString(language)} erledigt`,
    skippedCount: (skipped, language) => `${skipped.toLocaleString(language)} übersprungen`,
    resubmitCount: (count: number, language: string) =>
      `${count.toLocaleString(language)} geändert, nicht erneut abgesendet`,
    saved: 'Gespeichert',
    savedAt: (time) => `Gespeichert um ${time}`,
    autosave: 'Wird laufend gespeichert',
    saving: 'Wird gespeichert …',
    notSaved: 'Nicht gespeichert',
    tabOnly: 'Nur in diesem Tab',
    readOnly: 'Nur lesen',
    updateNeeded: 'Neu laden nötig',
    reasons: {
      full: 'Der Speicher des Browsers für diese Website ist voll. Ihre Arbeit bleibt in diesem Tab: Schaffen Sie Platz oder exportieren Sie sie, und schließen Sie den Tab nicht.',
      disk: 'Der Browser kann nicht auf seinen Datenträger schreiben. Ihre Arbeit bleibt in diesem Tab: Exportieren Sie sie, bevor Sie den Tab schließen.',
      denied:
        'Der Browser lässt diese Seite hier nichts speichern, etwa in privaten oder eingebetteten Seiten. Ihre Arbeit endet mit diesem Tab: Exportieren Sie sie, bevor Sie ihn schließen.',
      missing:
        'Dieser Browser hat keinen Speicher für Seiten. Ihre Arbeit endet mit diesem Tab: Exportieren Sie sie, bevor Sie ihn schließen.',
      blocked:
        'Ein anderer Tab hält eine ältere Fassung des Speichers offen. Schließen Sie die anderen Tabs dieser Website; bis dahin bleibt Ihre Arbeit nur in diesem Tab.',
      newer: 'Eine neuere Fassung dieser Seite ist anderswo geöffnet.',
      gone: 'Die Verbindung zum Speicher des Browsers ist abgebrochen. Ihre Arbeit bleibt in diesem Tab und wird so bald wie möglich wieder gespeichert.',
      damaged:
        'Der Speicher des Browsers ist beschädigt. Ihre Arbeit bleibt in diesem Tab: Exportieren Sie sie, bevor Sie den Tab schließen.',
      'bad-data':
        'Diese Antwort konnte nicht gespeichert werden. Exportieren Sie Ihre Arbeit und wenden Sie sich an die Betreiber dieser Seite.',
      'other-tab':
        'Dieser Eintrag wurde in einem anderen Tab geändert. Nichts wurde überschrieben: Übernehmen Sie hier, um zu behalten, was Sie sehen.',
    },
    readOnlyText:
      'Dieser Auftrag ist in einem anderen Tab geöffnet. Hier können Sie sich umsehen, dort arbeiten.',
    takeOver: 'Hier übernehmen',
    updateText:
      'Eine neuere Fassung dieser Seite ist in einem anderen Tab geöffnet. Laden Sie diese neu, um weiterzumachen; exportieren Sie vorher, wenn hier steht, dass etwas nicht gespeichert ist.',
    reload: 'Neu laden',
    tryAgain: 'Erneut versuchen',
    exportManifest: 'Manifest exportieren',
    exportJob: 'Auftrag exportieren (ZIP)',
    exportFailed: (why) => `Der Export ist fehlgeschlagen: ${why}`,
    restored: (time) => `Wiederhergestellt um ${time}`,
    startOver: 'Von vorn beginnen',
    startedOver: 'Von vorn begonnen',
    bringBack: 'Zurückholen',
    dismiss: 'Ausblenden',
    lossAnswers: (count, date, language) =>
      plural(language, count, {
        one: `${count.toLocaleString(language)} Antwort, gespeichert am ${date}, fehlt: Der Browser hat seinen Speicher geleert oder beschädigt. Wenn Sie vorher exportiert haben, steht sie noch in jener Datei.`,
        other: `${count.toLocaleString(language)} Antworten, gespeichert am ${date}, fehlen: Der Browser hat seinen Speicher geleert oder beschädigt. Wenn Sie vorher exportiert haben, stehen sie noch in jener Datei.`,
      }),
    lossDrafts: (date) =>
      `Unfertige Arbeit vom ${date} fehlt: Der Browser hat seinen Speicher geleert oder beschädigt.`,
    overwritesLabel: (key: string) =>
      `Das Label „${key}“ steht schon in dieser Zeile; Ihre Antwort ersetzt es.`,
    overwritesValue: (key: string) =>
      `„${key}“ steht schon in dieser Zeile und ist kein Label; Ihre Antwort ersetzt es.`,
    changedLine:
      'Diese Zeile des Manifests ist nicht die, die früher gelabelt wurde. Die frühere Antwort bleibt erhalten und wird nicht verwendet.',
    badLine: (line, language) => `Zeile ${line.toLocaleString(language)} kann nicht gelabelt werden`,
    badLineText:
      'Sie bleibt in der Ausgabe, wie sie ist, und zählt als übersprungen. Die anderen Zeilen sind nicht betroffen.',
    goOn: 'Weiter',
    complete: 'Alles erledigt',
    completeText: (total, language) =>
      `${plural(language, total, {one: 'Der Eintrag ist', other: 'Alle Einträge sind'})} fertig. Die Ausgabe kann exportiert werden.`,
    changedCount: (count, language) =>
      `${count.toLocaleString(language)} ${plural(language, count, answers)} ${plural(language, count, {one: 'fehlt', other: 'fehlen'})} in der Ausgabe, weil im Manifest jetzt eine andere Zeile an ${plural(language, count, {one: 'ihrer', other: 'deren'})} Stelle steht.`,
    badCount: (count, language) =>
      `${count.toLocaleString(language)} ${plural(language, count, lines)} ${plural(language, count, {one: 'konnte nicht gelesen werden und bleibt', other: 'konnten nicht gelesen werden und bleiben'})} wie in der Eingabe.`,
    review: 'Von Anfang an durchsehen',
    reviewSkipped: 'Übersprungene durchsehen',
    opening: 'Wird geöffnet …',
    noTask:
      'Hier ist kein Aufgabenelement. Setzen Sie eines in <gt-session>, zum Beispiel <gt-classification-task>.',
    noManifest: 'Es gibt kein Manifest, an dem gearbeitet werden kann.',
    cannotOpen: 'Das Manifest kann nicht geöffnet werden',
    timeLeft: (time) => `noch ${time}`,
    timeOver: 'Die Zeit ist um',
    timeOverText:
      'Die Zeit für diesen Eintrag ist abgelaufen. Ihre Arbeit bleibt erhalten; senden Sie sie ab, wenn sie fertig ist.',
  },
};
