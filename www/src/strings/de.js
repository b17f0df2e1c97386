// All that the page says, in German.

/** @import { Certainty, Finding, Kind, Part, Relation, Severity } from '../../../pkg/web/variorum.js' */
/** @import { Layer } from '../relations.js' */
/** @import { Status } from '../reviews.js' */
/** @import { Overview } from './en.js' */
/** @import { Strings } from './index.js' */

import { date } from './dates.js';
import { remarks, topics } from './de-topics.js';
import { summary } from './summary.js';
import { labelled, weekdayName } from './topics.js';

export const LOCALE = 'de-DE';

/** How many conflicts the opening sentence names; more would be a list, and the notes are one already. */
const NAMED_LABELS = 3;

const WORDS = ['kein', 'ein', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun'];

/** @param {number} count */
export const number = (count) => WORDS[count] ?? count.toLocaleString(LOCALE);

/** @param {string} words */
export const sentenceCase = (words) => words.charAt(0).toLocaleUpperCase(LOCALE) + words.slice(1);

/**
 * @param {number} count
 * @param {string} one with its article: „ein Widerspruch“
 * @param {string} many
 */
export const several = (count, one, many) => (count === 1 ? one : `${count === 0 ? 'keine' : number(count)} ${many}`);

/** @param {readonly string[]} items */
export const list = (items) => new Intl.ListFormat(LOCALE, { type: 'conjunction' }).format(items);

/** @type {Record<string, string>} what the engine notes on how an article was read, by its code */
const READING_NOTES = {
  empty: 'Dieser Artikel ist leer.',
  'not-text': 'Das sieht nicht nach Text aus, deshalb wurde nichts daraus gelesen.',
  markup: 'Das sieht nach dem Quelltext einer Webseite aus; fügen Sie ihren Text ein, damit alles gelesen wird.',
  language: 'Dieser Artikel ist in einer Sprache, die noch nicht gelesen werden kann; darin wurden keine Fakten gefunden.',
  'story-unsure': 'Es ist nicht klar, ob dieser Artikel von demselben Ereignis handelt wie die anderen.',
  'values-limit': 'Dieser Artikel hat mehr Werte, als auf einmal verglichen werden; verglichen wurden nur die ersten.',
};

/** @param {string | number} id of an article */
const siglum = (id) => (/^[a-z]{1,2}$/.test(String(id)) ? String(id).toUpperCase() : String(id));

/** @param {string | number} count */
const amount = (count) => count.toLocaleString(LOCALE);

/** @type {Record<string, (details: Record<string, string | number>) => string>} why the engine takes no request, by its code */
const REFUSALS = {
  'no-article': () => 'Es gibt keinen Artikel zu vergleichen. Geben Sie mindestens einen ein.',
  'too-many-articles': ({ count, limit }) => `Das sind ${count} Artikel; möglich sind ${limit}. Vergleichen Sie sie in kleineren Gruppen.`,
  'article-too-large': ({ id, bytes, limit }) => `Artikel ${siglum(id)} hat ${amount(bytes)} Bytes; möglich sind ${amount(limit)}. Fügen Sie nur den Bericht ein, oder teilen Sie ihn.`,
  'request-too-large': ({ bytes, limit }) => `Die Artikel haben zusammen ${amount(bytes)} Bytes; möglich sind ${amount(limit)}. Vergleichen Sie weniger auf einmal.`,
  'bad-published': ({ id, value }) => `Artikel ${siglum(id)} ist mit „${value}“ datiert. Schreiben Sie das Datum als 2016-03-31 oder 2016-03-31T14:05Z.`,
  'bad-rule': ({ id }) => `Eine Ihrer Angaben, was dieselbe Sache ist, weist über Artikel ${siglum(id)} hinaus. Nehmen Sie sie zurück und wählen Sie die Wörter neu.`,
  'no-tables': () => 'Die Wortlisten sind nicht geladen: Fehlt die Verbindung?',
};

/** @type {Strings} */
export const de = {
  language: 'de',
  later: async () => (await import('./de-later.js')).later,
  name: 'Variorum',

  nav: {
    label: 'Ansichten',
    input: 'Ihre Artikel',
    article: 'Artikel',
    table: 'Faktentabelle',
    columns: 'Nebeneinander',
    wording: 'Wortlaut',
    speakers: 'Wer sagt was',
    timeline: 'Zeitleiste',
    keys: 'Tasten',
  },

  /** @type {Record<Layer, string>} */
  layers: {
    conflict: 'Widerspruch',
    contested: 'In den Berichten umstritten',
    compatible: 'Beides möglich',
    same: 'Gleich',
    only: 'Nur in einem Artikel',
  },

  /** @type {Record<Layer, string>} */
  layerHelp: {
    conflict: 'Nicht alles davon kann dieselbe Sache richtig wiedergeben',
    contested: 'Die Berichte geben selbst mehrere Fassungen wieder und sind sich einig, von wem welche stammt',
    compatible: 'Das eine ist ungenauer als das andere, und beides kann stimmen',
    same: 'Sie sagen dasselbe, gleich in welchen Worten',
    only: 'Was kein anderer Artikel über dasselbe Ereignis erzählt',
  },

  filters: {
    label: 'Zeigen',
    legend: 'Was Linien und Zeichen bedeuten',
    narrow: 'Eingrenzen',
    find: 'In den Fakten suchen',
    kind: 'Art',
    allKinds: 'Alle Arten',
    severity: 'Gewicht',
    allSeverities: 'Jedes Gewicht',
    of: 'Was dieser Artikel sagt',
    anyArticle: 'Jeder Artikel',
    and: 'Und dieser',
    anyOther: 'Jeder andere',
    status: 'Geprüft',
    anyStatus: 'Geprüft oder nicht',
    notReviewed: 'noch nicht',
    clear: 'Wieder alles zeigen',
    some: (count, all) => `Aufgeführt sind ${count} von ${all} Fakten; die übrigen lassen die Filter weg.`,
    shown: (count) => sentenceCase(several(count, 'ein Fakt gezeigt', 'Fakten gezeigt')),
  },

  /** @type {Record<Kind, string>} */
  kinds: {
    count: 'Wie viele',
    money: 'Geldbeträge',
    percent: 'Anteile und Raten',
    measure: 'Maße und Alter',
    time: 'Tage und Zeiten',
    place: 'Orte',
    person: 'Personen',
    organisation: 'Organisationen',
    quote: 'Zitate',
    attribution: 'Wer es sagt',
    certainty: 'Wie sicher',
    polarity: 'Ob es so ist',
    other: 'Andere Einzelheiten',
  },

  /** @type {Record<Severity, string>} */
  severities: { correct: 'zu prüfen', refile: 'klein', style: 'Wortwahl' },

  intro: {
    title: 'Worin gehen die Berichte auseinander?',
    text: 'Fügen Sie zwei oder mehr Berichte über ein Ereignis ein. Variorum legt sie nebeneinander und markiert jede Zahl, jedes Datum, jeden Ort, Namen und jedes Zitat, worin sie auseinandergehen: wer das sagt und was nur einer erzählt. Es vergleicht; es sagt nicht, wer recht hat. Gelesen werden englische Texte.',
    privacy:
      'Nichts, was Sie einfügen, verlässt diese Seite: Verglichen wird in Ihrem Browser, und wenn Sie den Tab schließen, bleibt nichts zurück.',
    examples: 'Oder lesen Sie ein Beispiel',
    exampleSize: (count) => sentenceCase(several(count, 'ein Bericht', 'Berichte')),
    fictional: 'Die Beispiele sind erfunden, ebenso ihre Menschen, Orte und Zeitungen.',
  },

  input: {
    label: 'Ihre Artikel',
    article: (siglum) => (siglum ? `Artikel ${siglum}` : 'Leeres Feld'),
    text: (siglum) => (siglum ? `Text von Artikel ${siglum}` : 'Text'),
    textHint: 'Hier einen Bericht einfügen, samt Überschrift',
    title: 'Überschrift',
    outlet: 'Medium',
    published: 'Erschienen',
    url: 'Adresse',
    openFiles: 'Dateien öffnen',
    dropHint: 'oder irgendwo ablegen: Text, Webseiten, Word, PDF, JSON',
    drag: 'Ziehen, um die Reihenfolge zu ändern',
    inText: 'wie im Text',
    foundDate: (date) => `Im Text: ${date}`,
    add: 'Artikel hinzufügen',
    full: (limit) => `Mehr als ${limit} Artikel lassen sich nicht auf einmal vergleichen.`,
    up: 'Nach oben',
    down: 'Nach unten',
    remove: 'Entfernen',
    read: 'Vergleich lesen',
    readOne: 'Artikel lesen',
    clear: 'Neu beginnen',
    removed: 'Artikel entfernt.',
    replaced: 'Ihre Artikel wurden für das Beispiel beiseitegelegt.',
    cleared: 'Die Felder wurden geleert.',
    undo: 'Rückgängig',
    notKept: 'Dieser Browser kann keine Kopie Ihrer Eingabe behalten: Beim Neuladen ginge sie verloren.',
  },

  overview: {
    none: 'Noch nichts zu vergleichen.',
    alone(conflicts) {
      const rest = 'Bisher ein Artikel. Fügen Sie einen weiteren Bericht über dasselbe Ereignis ein, um zu sehen, worin sie auseinandergehen.';
      if (conflicts.length === 0) return { lead: '', rest };
      return {
        lead: `${conflictsOf(conflicts)}.`,
        rest: `Wo der Artikel sich selbst widerspricht: ${named(conflicts)}. ${rest}`,
      };
    },
    /** @param {Overview} overview */
    sentence({ counts, conflicts, contested, stories, articles }) {
      if (stories.length > 1) {
        const events = stories.map(
          (names, index) =>
            `${list(names)} ${names.length === 1 ? 'berichtet' : 'berichten'} über ${index === 0 ? 'eines' : 'ein anderes'}`,
        );
        const within =
          conflicts.length > 0
            ? `${conflictsOf(conflicts)} innerhalb eines Ereignisses: ${named(conflicts)}.`
            : 'Innerhalb eines Ereignisses wurde kein Widerspruch gefunden.';
        return { lead: 'Es geht um verschiedene Ereignisse.', rest: `${events.join('; ')}. ${within}` };
      }
      if (conflicts.length > 0) {
        return { lead: `${conflictsOf(conflicts)}.`, rest: `Worin die Artikel auseinandergehen: ${named(conflicts)}.` };
      }
      if (contested.length > 0) {
        return { lead: 'Kein Widerspruch gefunden.', rest: `In den Berichten selbst umstritten: ${named(contested)}.` };
      }
      if (counts.compatible + counts.same > 0) {
        return {
          lead: 'Kein Widerspruch gefunden.',
          rest: `Wo sich die ${number(articles)} Artikel vergleichen lassen, sagen sie dasselbe, oder beides kann stimmen.`,
        };
      }
      return {
        lead: 'Nichts Vergleichbares gefunden.',
        rest: 'Die Artikel haben zu keiner Sache beide eine Zahl, ein Datum, einen Namen oder ein Zitat.',
      };
    },
  },

  article: {
    articles: 'Artikel',
    read: (name) => `${name} lesen`,
    unnamed: (siglum) => `Artikel ${siglum}`,
    lettered: (siglum, name) => (name === `Artikel ${siglum}` ? name : `${siglum} · ${name}`),
    notes: (count) => sentenceCase(several(count, 'ein Hinweis', 'Hinweise')) + ' dazu, wie dieser Text gelesen wurde',
    only: 'nur in diesem Artikel',
    copy: 'Gemeinsamer Text',
    copiedFrom: (sigla, isMoved) => `wörtlich in ${list(sigla)}${isMoved ? ', an anderer Stelle' : ''}`,
    strip: (name) => `Markierungen in ${name}`,
    stripAt: (at, of, label, relation) => `${at} von ${of}: ${label}, ${de.layers[relation]}`,
    /**
     * @param {string} words
     * @param {Relation} relation
     * @param {number | null} noteNumber
     */
    mark: (words, relation, noteNumber) =>
      `${words}, ${de.layers[relation]}${noteNumber === null ? '' : `, Anmerkung ${noteNumber}`}`,
  },

  /** @type {Partial<Record<Part, string>>} */
  parts: { headline: 'Überschrift', dek: 'Vorspann', caption: 'Bildtext', note: 'Korrekturhinweis' },

  notes: {
    label: 'Was die anderen sagen',
    empty: 'Wählen Sie eine markierte Stelle, um zu sehen, was die anderen Artikel sagen.',
    absentHere: 'In diesem Artikel nicht markiert',
    position: (at, of) => `${at} von ${of}`,
    notMentioned: 'nicht erwähnt',
    notCompared: 'nichts Vergleichbares',
    nobody: 'niemand genannt',
    sameAs: (siglum) => `wie ${siglum}`,
    open: (article, words) => `${words}: in ${article} zeigen`,
    /** @type {Partial<Record<Certainty, string>>} */
    certainty: { hedged: 'als wahrscheinlich oder möglich dargestellt', unknown: 'als nicht bekannt dargestellt', denied: 'bestritten' },
    reason: 'Beides könnte stimmen:',
    noReason: 'Kein Grund gefunden, warum beides stimmen könnte.',
    remarks,
    close: 'Schließen',
    why: 'Warum das markiert ist',
  },

  review: {
    /** @type {Record<Status, string>} */
    statuses: { open: 'zu prüfen', checked: 'geprüft', dismissed: 'verworfen' },
    said: (status) => (status ? `Vermerkt als: ${de.review.statuses[status]}` : 'Nicht mehr vermerkt'),
    pairing: (words) =>
      `Was handelt von derselben Sache wie „${words}“? Wählen Sie eine Markierung in einem anderen Artikel oder markieren Sie dort Wörter.`,
    useSelection: 'Ausgewählte Wörter nehmen',
    notJoined: 'In diesen Wörtern wurde nichts Vergleichbares gefunden.',
  },

  table: {
    fact: 'Fakt',
    otherEvent: 'über ein anderes Ereignis',
    paragraph: (paragraph) => `Abs. ${paragraph}`,
  },

  share: {
    open: 'Teilen',
    digestNote: 'Nur Fundstellen und kurze Zitate: Wer diesen Link gemacht hat, hat die Artikel weggelassen.',
  },

  state: {
    comparing: 'Wird verglichen …',
    cancel: 'Anhalten',
    retry: 'Noch einmal vergleichen',
    error({ code, message, details }) {
      if (code === 'worker-lost' || code === 'trap') {
        return 'Der Vergleich brach unerwartet ab und wurde neu gestartet. Ihre Eingabe ist noch da.';
      }
      if (code === 'cancelled') return 'Angehalten. Ihre Eingabe ist noch da.';
      return REFUSALS[code]?.(details) ?? `Der Vergleich ist fehlgeschlagen; Ihre Eingabe ist noch da. Angegebener Grund: ${message}`;
    },
    exampleFailed: 'Das Beispiel konnte nicht geladen werden: Fehlt die Verbindung?',
    newer: 'Eine neuere Fassung dieser Seite ist bereit. Ihre Eingabe bleibt.',
    reload: 'Jetzt benutzen',
    languageFailed: 'Die Sprache konnte nicht geladen werden: Fehlt die Verbindung?',
    viewFailed: 'Diese Ansicht konnte nicht geladen werden: Fehlt die Verbindung? Die anderen gehen weiter.',
  },

  languages: 'Sprache',
  footer: 'Variorum vergleicht, was Berichte sagen, und bewertet sie nie.',

  date: (iso) => date(iso, LOCALE),

  remarks: (reasons) => reasons.map(({ code, message }) => de.notes.remarks[code] ?? message).join(' '),

  /** @param {Finding} finding */
  label: (finding) => labelled(finding, topics).map(({ words }) => words).join(''),

  /** @param {Finding} finding */
  labelled: (finding) => labelled(finding, topics),

  summary: (finding, report) => summary(finding, report, de),

  readingNote({ code, message, weekday }, words) {
    if (code !== 'weekday') return READING_NOTES[code] ?? message;
    return weekday ? `„${words}“: Dieser Tag ist ein ${weekdayName(weekday, LOCALE)}.` : `„${words}“: Dieser Tag fällt auf einen anderen Wochentag.`;
  },
};

/** @param {readonly string[]} conflicts */
function conflictsOf(conflicts) {
  return sentenceCase(several(conflicts.length, 'ein Widerspruch', 'Widersprüche'));
}

/**
 * Labels are of any shape, so they are listed and not worked into the sentence.
 *
 * @param {readonly string[]} labels
 */
function named(labels) {
  const more = labels.length - NAMED_LABELS;
  return (more > 1 ? [...labels.slice(0, NAMED_LABELS), `${number(more)} weitere`] : labels).join('; ');
}
