// What is said of articles on their way in, in German.

/** @import { LaterStrings } from './index.js' */

import { list, number, sentenceCase, several } from './de.js';

/** @type {LaterStrings['doors']} */
export const doors = {
  drop: 'Lassen Sie die Dateien los, um sie als Artikel hinzuzufügen',
  reading: (name) => `${name} wird gelesen …`,
  added: (count) => `${sentenceCase(several(count, 'ein Artikel', 'Artikel'))} hinzugefügt.`,
  opened: 'Der Vergleich aus der Datei wurde an Stelle Ihrer Artikel geöffnet.',
  marked: (count) => `${sentenceCase(several(count, 'eine Markierung', 'Markierungen'))} aus der Datei an Stelle dessen gezeigt, was gefunden wurde.`,
  unplaced: (count) =>
    `enthält ${several(count, 'eine Markierung, die', 'Markierungen, die')} hier nicht gezeigt werden ${count === 1 ? 'kann' : 'können'}: die Wörter stehen in keinem Artikel, oder es fehlen welche, die dazugehören.`,
  wasSplit: (count) => `In ${number(count)} Artikel geteilt.`,
  pasted: (count) =>
    count === 0 ? 'Eingefügt.' : `Eingefügt. ${sentenceCase(several(count, 'ein Stück', 'Stücke'))} der Seite weggelassen.`,
  refused: (count, limit) =>
    `Mehr als ${limit} lassen sich nicht auf einmal vergleichen; ${several(count, 'ein Artikel wurde', 'Artikel wurden')} nicht hinzugefügt.`,
  dismiss: 'Schließen',
  several: (count) => `Das sieht nach ${number(count)} Artikeln in einem Feld aus.`,
  split: (count) => `In ${number(count)} Felder teilen`,
  keepWhole: 'Als einen Artikel lassen',
  leftOut: (count) => `${sentenceCase(several(count, 'ein Stück', 'Stücke'))} der Seite weggelassen`,
  reasons: (reasons) => list(reasons.map((reason) => doors.reason[reason])),
  putBack: 'Zurückholen',
  putAllBack: 'Alles zurückholen',
  reason: {
    navigation: 'Navigation',
    advertisement: 'Werbung',
    caption: 'Bildtext',
    related: 'verwandte Links',
    newsletter: 'Newsletter',
    comments: 'Kommentare',
    sharing: 'Teilen',
    controls: 'Formular oder Schaltfläche',
    hidden: 'verborgener Text',
    aside: 'Randspalte',
    around: 'um den Artikel herum',
  },
  errors: {
    empty: 'ist leer.',
    large: 'ist größer als 50 MB. Öffnen Sie die Datei, kopieren Sie den Bericht und fügen Sie ihn hier ein.',
    long: 'hat mehr Text, als ein Artikel haben kann (2 MB). Fügen Sie den Teil ein, der der Bericht ist.',
    unfetched: 'ließ sich nicht lesen: Der Teil dieser Seite, der solche Dateien liest, ist noch nicht da. Fehlt die Verbindung?',
    unreadable: 'ließ sich nicht öffnen. Wurde die Datei verschoben, oder ist es ein Ordner? Ziehen Sie die Dateien selbst hierher.',
    wordless: 'enthält keine Wörter.',
    notText: 'ist kein Text, der hier gelesen werden kann. Das geht mit Text, Markdown, Webseiten, Word, OpenDocument, PDF und JSON.',
    locked: 'ist durch ein Passwort geschützt. Öffnen Sie die Datei, wo Sie das Passwort haben, und fügen Sie den Bericht hier ein.',
    damaged: 'ist beschädigt und nicht lesbar. Versuchen Sie, die Datei anderswo zu öffnen, und fügen Sie den Bericht hier ein.',
    scanned: 'enthält Bilder von Seiten und keinen Text. Ein Programm zur Texterkennung kann daraus einen machen.',
    archive: 'ist ein Archiv und kein Text von Word oder OpenDocument. Entpacken Sie es und ziehen Sie die Dateien daraus hierher.',
    oldWord: 'ist im Word-Format von vor 2007. Speichern Sie die Datei als .docx, oder fügen Sie den Bericht hier ein.',
    rtf: 'ist im Rich-Text-Format. Speichern Sie die Datei als .docx oder .txt, oder fügen Sie den Bericht hier ein.',
    brokenJson: 'ist kein gültiges JSON.',
    brokenFeed: 'ist kein wohlgeformtes XML. Laden Sie den Feed neu, oder fügen Sie den Bericht hier ein.',
    entities: 'erklärt eigene Entitäten; sie werden hier nie geöffnet. Speichern Sie die Datei ohne Dokumenttyp, oder fügen Sie den Bericht hier ein.',
    foreignJson: 'ist JSON ohne Artikel: Gebraucht wird eine Liste von Objekten mit „text“, ein gespeicherter Vergleich oder JSON-LD.',
    reportOnly: 'enthält Fundstellen ohne die Texte der Artikel. Speichern Sie den Vergleich samt Texten, um ihn hier zu öffnen.',
    newer: 'wurde von einer neueren Fassung dieser Seite gespeichert. Laden Sie die Seite neu und versuchen Sie es noch einmal.',
    unmarked: 'enthält Markierungen, deren Wörter in keinem Artikel hier stehen. Holen Sie die Artikel dazu herein, dann diese Datei noch einmal.',
    unpaged: 'nennt Seiten mit Anmerkungen, die anderswo liegen; von dort wird nichts geholt. Öffnen Sie die Seiten selbst.',
    crowded: 'enthält mehr als 20.000 Anmerkungen. Teilen Sie sie auf.',
  },
};
