// What is said by the views that are fetched later, in German.

/** @import { LaterStrings } from './index.js' */

import { de, LOCALE, number, sentenceCase, several } from './de.js';
import { moment, weekday } from './dates.js';
import { doors } from './de-doors.js';

/** @type {Record<string, string>} */
const PRECISIONS = { approximate: 'ungefähr', vague: 'unbestimmt' };

const BOUNDS = { '': '', before: 'vor', after: 'nach', by: 'bis' };

/** @type {LaterStrings} */
export const later = {
  doors,
  receipt: {
    read: 'Wie die Wörter gelesen wurden',
    readAs: (words, norm, precision) => `${words} als ${norm}${precision === 'exact' ? '' : `, ${PRECISIONS[precision] ?? precision}`}`,
    rules: 'Angewandte Regeln',
    link: (left, right, points) => `${left} und ${right} wurden als Angaben über dieselbe Sache genommen (${points} Punkte):`,
    points: (points) => `${points > 0 ? '+' : '−'}${Math.abs(points)}`,
    reading: (siglum, words) => `${siglum} „${words}“`,
    engine: (engine) => `Markiert von ${engine}, nach festen Regeln.`,
    ruleNames: {
      'same-slot': 'Die Stellen handeln von derselben Sache, soweit die Wörter um sie herum es sagen.',
      'values-exclude-each-other': 'Nichts passt zu allem, was sie sagen.',
      'each-article-names-both-speakers': 'Die Artikel geben dieselben Fassungen wieder und sind sich einig, von wem welche stammt.',
      'values-overlap': 'Das eine ist ungenauer als das andere, und etwas passt zu beiden.',
      'values-are-equal': 'Was sie sagen, läuft auf dasselbe hinaus.',
      'one-article': 'Beides steht in einem Artikel.',
    },
    partNames: {
      head: 'was gezählt oder gemessen wird',
      'only-one': 'keine andere Zahl dieser Art in der Nähe',
      modifiers: 'wie es beschrieben wird',
      size: 'wie groß die Werte sind',
      name: 'der Name daneben',
      role: 'das genannte Amt oder die Rolle',
      when: 'wann es gewesen sein soll',
      parallel: 'dieselbe Stelle in fast demselben Satz',
      predicate: 'was damit geschehen sein soll',
      anchors: 'Namen und Wörter, die beide Sätze haben',
      near: 'Wörter, die nur bei diesen beiden stehen',
      sentence: 'wie ähnlich die Sätze sind',
      scope: 'Ort, Tag oder Teil des Ganzen',
      opening: 'beides steht in der Überschrift oder am Anfang',
      value: 'wie nah die Werte beieinander sind',
    },
  },

  filters: {
    folded: (count) => (count > 0 ? `Filter · ${count} an` : 'Filter'),
  },

  review: {
    label: 'Was Sie davon halten',
    note: 'Ihre Notiz',
    sameness: 'Dieselbe Sache oder nicht?',
    and: (left, right) => `${left} und ${right}`,
    part: 'Nicht dieselbe Sache',
    join: 'Dieselbe Sache wie …',
    rules: (count) => `${sentenceCase(several(count, 'eine Angabe', 'Angaben'))} von Ihnen`,
    rule: (isSame, left, right) => `${left} und ${right}: ${isSame ? 'dieselbe Sache' : 'nicht dieselbe Sache'}`,
    oneEvent: 'Alle Artikel: ein Ereignis',
    joinEvents: 'Als ein Ereignis vergleichen',
    takeBack: 'Zurücknehmen',
  },

  help: {
    title: 'Tasten',
    close: 'Schließen',
    areOn: 'Einzelne Tasten wirken',
    where: 'Sie wirken überall, wo gerade nichts getippt wird.',
    keys: { Escape: 'Esc' },
    names: {
      next: 'Nächste Fundstelle',
      previous: 'Vorige Fundstelle',
      nextArticle: 'Nächster Artikel',
      previousArticle: 'Voriger Artikel',
      view: 'Eine Ansicht, in der Reihenfolge der Reiter',
      find: 'In den Fakten suchen, und die übrigen Filter',
      open: 'Die gewählte Fundstelle als zu prüfen vermerken',
      checked: 'Als geprüft vermerken',
      dismissed: 'Als verworfen vermerken',
      close: 'Auswahl aufheben',
      help: 'Diese Tasten',
    },
  },

  table: {
    caption: 'Was jeder Artikel sagt, das Gewichtigste zuerst',
    readings: 'Lesarten',
    scroll: 'Faktentabelle, seitwärts zu rollen',
    empty: 'Keine Fakten zu zeigen: Wählen Sie oben mehr aus.',
    only: 'Nur in einem Artikel',
    order: 'Reihenfolge',
    orders: { severity: 'nach Gewicht', place: 'nach dem Gang der Geschichte', kind: 'nach Art', relation: 'nach Verhältnis' },
    group: (group) =>
      sentenceCase(
        group === 'all'
          ? 'alle Unterschiede'
          : group === 'same'
            ? 'gleich in jedem Artikel, der davon erzählt'
            : ({ ...de.severities, ...de.kinds, ...de.layers }[group] ?? group),
      ),
    more: (count) => `${count.toLocaleString(LOCALE)} weitere zeigen`,
    facts: (count) => several(count, 'ein Fakt', 'Fakten'),
  },

  columns: {
    choose: 'Spalten',
    wordwise: 'Abweichende Wörter hervorheben',
    elsewhere: (siglum, place) => `auch in ${siglum}${place ? `, ${place}` : ''}`,
  },

  wording: {
    alone: 'Es fehlt eine zweite Fassung: Fügen Sie sie neben der ersten ein.',
    from: 'Von',
    to: 'Nach',
    swap: 'Tauschen',
    common: (share) => `${share} % des kürzeren Textes stehen in beiden.`,
    apart: 'Das sind kaum zwei Fassungen eines Textes. Für zwei Berichte über ein Ereignis gibt es',
    sample: 'Wörter',
    went: 'nur im ersten',
    came: 'nur im zweiten',
    moved: 'in beiden, an anderer Stelle',
    tied: (side) => (side === 'left' ? 'verschoben nach' : 'verschoben von'),
    tie: (side, move) => (side === 'left' ? `Verschiebung ${move}: zum Ziel` : `Verschiebung ${move}: zum Ursprung`),
  },

  speakers: {
    statement: 'Was gesagt wird',
    empty: 'Für das Gezeigte ist niemand genannt.',
    quote: 'Nur in einem Artikel zitiert',
    name: (name) => sentenceCase(name),
    also: (names) => `auch ${names.map((name) => `„${name}“`).join(', ')}`,
  },

  timeline: {
    when: 'Wann',
    empty: 'Die Artikel nennen keine Zeiten, die sich zeigen ließen.',
    hours: 'Uhrzeiten ohne Tag',
    unplaced: 'Zeiten, die von anderen aus gezählt sind oder ohne Jahr stehen',
    day: (from, to) => (from === to ? weekday(from, LOCALE) : `${weekday(from, LOCALE)} bis ${weekday(to, LOCALE)}`),
    hour({ bound, isLoose, from, clock }, isOpen) {
      const hours = clock.replace('/', ' bis ').replace('|', ' oder ');
      const missing = bound || isLoose ? 'dann' : from.length === 10 ? 'ohne Uhrzeit' : '';
            const words = sentenceCase([BOUNDS[bound], isLoose ? 'etwa' : '', hours || missing].filter(Boolean).join(' '));
      return isOpen && !clock ? `${words}, oder ein anderer Tag` : words;
    },
  },

  share: {
    class: 'Für den Unterricht',
    lesson: 'Unterrichtsstunde vorbereiten',
    lessonHelp: 'Aufgaben aus diesen Artikeln: als Link oder als eine Datei, ohne Konto.',
    opened: 'Der Vergleich aus dem Link wurde an Stelle Ihrer Artikel geöffnet.',
    damaged: 'In diesem Link steht kein Vergleich, der sich lesen lässt: Vielleicht fehlt ein Stück davon.',
    newer: 'Dieser Link stammt von einer neueren Fassung dieser Seite. Laden Sie die Seite neu und versuchen Sie es noch einmal.',
    keptOpened: 'Ein aufbewahrter Vergleich wurde an Stelle Ihrer Artikel geöffnet.',
    title: 'Teilen und aufbewahren',
    close: 'Schließen',
    nothing: 'Noch gibt es nichts zu teilen: Fügen Sie erst einen Artikel ein.',
    what: 'Was weitergegeben wird',
    whole: 'Die Artikel mit ihren Fundstellen',
    wholeHelp: 'Wer es bekommt, kann lesen und vergleichen wie Sie.',
    digest: 'Nur Fundstellen und kurze Zitate',
    digestHelp: 'Für Texte, die Sie nicht ganz weitergeben dürfen.',
    link: 'Link',
    linkHelp: 'Alles reist im Link selbst, hinter dem #, das Browser an keinen Server schicken.',
    copy: 'Link kopieren',
    embed: 'Code zum Einbetten kopieren',
    embedHelp: 'Code für eine eigene Seite: eine Tabelle, die überall zu lesen ist, und an ihrer Stelle der Vergleich, wo Skripte laufen.',
    embedCopied: 'Kopiert: in das HTML der eigenen Seite einfügen.',
    copied: (length) => `Kopiert: ein Link von ${length.toLocaleString(LOCALE)} Zeichen.`,
    notCopied: 'Dieser Browser hat das Kopieren nicht zugelassen. Speichern Sie stattdessen eine Datei.',
    tooLong: (length, limit, isWhole) =>
      `Zu lang für einen Link: ${length.toLocaleString(LOCALE)} Zeichen, sicher zu verschicken sind ${limit.toLocaleString(LOCALE)}. Speichern Sie stattdessen eine Datei${isWhole ? ', oder wählen Sie nur Fundstellen und kurze Zitate' : ''}.`,
    file: 'Datei',
    filtered: 'Nur was die Filter zeigen',
    filteredHelp: (shown, all) => `${shown} von ${all} Fakten; der Link und JSON enthalten alle`,
    forms: {
      page: { name: 'Webseite', help: 'Eine Datei, die sich überall öffnen lässt, auch ohne Netz' },
      json: { name: 'JSON', help: 'Der Bericht als Daten; lässt sich hier wieder öffnen' },
      markdown: { name: 'Markdown', help: 'Die Faktentabelle für Notizen und Wikis' },
      csv: { name: 'CSV', help: 'Die Faktentabelle für eine Tabellenkalkulation' },
      annotations: { name: 'Web-Annotationen', help: 'Jede Markierung für Annotationsprogramme (W3C, JSON-LD)' },
      claims: { name: 'Aussagen', help: 'Was jeder Artikel sagt, für andere Programme (schema.org, JSON-LD)' },
    },
    print: 'Drucken oder PDF',
    printHelp: 'Die offene Ansicht mit ihren Anmerkungen',
    saved: 'Gespeichert.',
  },

  library: {
    changed: (time) => moment(time, LOCALE),
    elsewhere: 'Dieser Vergleich wurde auch in einem anderen Tab geändert. Beide werden aufbewahrt: Was Sie von jetzt an hier tun, steht für sich.',
    title: 'Auf diesem Gerät',
    keep: 'Meine Vergleiche in diesem Browser aufbewahren',
    promise: 'Sonst ist alles vergessen, wenn Sie den Tab schließen. Verschickt wird in keinem Fall etwas.',
    keptHere: 'Nur in diesem Browser aufbewahrt, bis Sie sie entfernen.',
    empty: 'Noch keiner aufbewahrt.',
    remove: 'Entfernen',
    removeNamed: (name) => `${name} entfernen`,
    removed: 'Entfernt.',
    wipe: 'Alles vergessen',
    on: 'Von jetzt an werden Vergleiche in diesem Browser aufbewahrt.',
    wiped: 'Alle aufbewahrten Vergleiche wurden vergessen.',
    refused: 'Dieser Browser lässt die Seite nichts aufbewahren.',
    failed: 'Dieser Vergleich ließ sich in diesem Browser nicht aufbewahren: Der Speicher ist voll, verboten oder antwortet nicht. Speichern Sie ihn als Datei.',
  },

  exports: {
    title: (articles) => (articles === 1 ? 'Fakten eines Berichts' : `Worin ${number(articles)} Berichte auseinandergehen`),
    relation: 'Verhältnis',
    kind: 'Art',
    severity: 'Gewicht',
    note: 'Notiz',
    dismissed: 'Verworfen',
    reasons: 'Anmerkungen',
    madeBy: (engine) => `Erstellt mit ${engine}.`,
  },
};
