// All that the page says, in French.

/** @import { Certainty, Finding, Kind, Part, Relation, Severity } from '../../../pkg/web/variorum.js' */
/** @import { Layer } from '../relations.js' */
/** @import { Status } from '../reviews.js' */
/** @import { Overview } from './en.js' */
/** @import { Strings } from './index.js' */

import { date } from './dates.js';
import { remarks, topics } from './fr-topics.js';
import { summary } from './summary.js';
import { labelled, weekdayName } from './topics.js';

export const LOCALE = 'fr-FR';

/** How many conflicts the opening sentence names; more would be a list, and the notes are one already. */
const NAMED_LABELS = 3;

const WORDS = ['aucun', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf'];

/** @param {number} count */
export const number = (count) => WORDS[count] ?? count.toLocaleString(LOCALE);

/** @param {string} words */
export const sentenceCase = (words) => words.charAt(0).toLocaleUpperCase(LOCALE) + words.slice(1);

/**
 * @param {number} count
 * @param {string} one with its article: « un conflit »
 * @param {string} many
 * @param {string} [none]
 */
export const several = (count, one, many, none = `aucun ${one.replace(/^\S+ /, '')}`) =>
  count === 0 ? none : count === 1 ? one : `${number(count)} ${many}`;

/** @param {readonly string[]} items */
export const list = (items) => new Intl.ListFormat(LOCALE, { type: 'conjunction' }).format(items);

/** @type {Record<string, string>} what the engine notes on how an article was read, by its code */
const READING_NOTES = {
  empty: 'Cet article est vide.',
  'not-text': 'Cela ne ressemble pas à du texte : rien n’y a été lu.',
  markup: 'Cela ressemble au code d’une page web ; collez son texte pour une lecture complète.',
  language: 'Cet article est dans une langue qui ne peut pas encore être lue ; aucun fait n’y a été trouvé.',
  'story-unsure': 'Il n’est pas clair si cet article porte sur le même événement que les autres.',
  'values-limit': 'Cet article a plus de valeurs qu’on n’en compare à la fois ; seules les premières l’ont été.',
};

/** @param {string | number} id of an article */
const siglum = (id) => (/^[a-z]{1,2}$/.test(String(id)) ? String(id).toUpperCase() : String(id));

/** @param {string | number} count */
const amount = (count) => count.toLocaleString(LOCALE);

/** @type {Record<string, (details: Record<string, string | number>) => string>} why the engine takes no request, by its code */
const REFUSALS = {
  'no-article': () => 'Il n’y a pas d’article à comparer. Donnez-en au moins un.',
  'too-many-articles': ({ count, limit }) => `Il y a ${count} articles ; la limite est de ${limit}. Comparez-les en groupes plus petits.`,
  'article-too-large': ({ id, bytes, limit }) => `L’article ${siglum(id)} compte ${amount(bytes)} octets ; la limite est de ${amount(limit)}. Collez seulement le reportage, ou divisez-le.`,
  'request-too-large': ({ bytes, limit }) => `Les articles comptent ensemble ${amount(bytes)} octets ; la limite est de ${amount(limit)}. Comparez-en moins à la fois.`,
  'bad-published': ({ id, value }) => `L’article ${siglum(id)} est daté « ${value} ». Écrivez la date sous la forme 2016-03-31 ou 2016-03-31T14:05Z.`,
  'bad-rule': ({ id }) => `Une de vos indications sur ce qui est la même chose sort de l’article ${siglum(id)}. Retirez-la et choisissez de nouveau les mots.`,
  'no-tables': () => 'Les listes de mots ne sont pas chargées : le réseau est-il coupé ?',
};

/** @type {Strings} */
export const fr = {
  language: 'fr',
  later: async () => (await import('./fr-later.js')).later,
  name: 'Variorum',

  nav: {
    label: 'Vues',
    input: 'Vos articles',
    article: 'Article',
    table: 'Tableau des faits',
    columns: 'Côte à côte',
    wording: 'Rédaction',
    speakers: 'Qui dit quoi',
    timeline: 'Chronologie',
    keys: 'Touches',
  },

  /** @type {Record<Layer, string>} */
  layers: {
    conflict: 'Conflit',
    contested: 'Disputé dans les récits',
    compatible: 'Les deux possibles',
    same: 'Identique',
    only: 'Dans un seul article',
  },

  /** @type {Record<Layer, string>} */
  layerHelp: {
    conflict: 'Tous ne peuvent pas rendre exactement la même chose',
    contested: 'Les récits donnent eux-mêmes plusieurs versions et s’accordent sur qui dit quoi',
    compatible: 'L’un est plus vague que l’autre, et les deux peuvent être justes',
    same: 'Ils disent la même chose, quels que soient les mots',
    only: 'Ce qu’aucun autre article sur le même événement ne raconte',
  },

  filters: {
    label: 'Afficher',
    legend: 'Ce que signifient les traits et les signes',
    narrow: 'Restreindre',
    find: 'Chercher dans les faits',
    kind: 'Nature du fait',
    allKinds: 'Toutes',
    severity: 'Poids',
    allSeverities: 'Tous les poids',
    of: 'Ce que dit cet article',
    anyArticle: 'N’importe quel article',
    and: 'Et celui-ci',
    anyOther: 'N’importe quel autre',
    status: 'Relu',
    anyStatus: 'Relu ou non',
    notReviewed: 'pas encore',
    clear: 'Tout afficher de nouveau',
    some: (count, all) => `${count} faits sur ${all} figurent ici ; les filtres écartent les autres.`,
    shown: (count) => sentenceCase(several(count, 'un fait affiché', 'faits affichés')),
  },

  /** @type {Record<Kind, string>} */
  kinds: {
    count: 'Combien',
    money: 'Sommes d’argent',
    percent: 'Parts et taux',
    measure: 'Mesures et âges',
    time: 'Dates et heures',
    place: 'Lieux',
    person: 'Personnes',
    organisation: 'Organisations',
    quote: 'Citations',
    attribution: 'Qui le dit',
    certainty: 'Avec quelle certitude',
    polarity: 'Oui ou non',
    other: 'Autres détails',
  },

  /** @type {Record<Severity, string>} */
  severities: { correct: 'à vérifier', refile: 'mineur', style: 'formulation' },

  intro: {
    title: 'Où les récits divergent-ils ?',
    text: 'Collez deux récits ou plus d’un même événement. Variorum les pose côte à côte et marque chaque chiffre, date, lieu, nom et citation sur lesquels ils divergent : qui le dit, et ce qu’un seul raconte. Il compare ; il ne dit pas qui a raison. Il lit des textes en anglais.',
    privacy:
      'Rien de ce que vous collez ne quitte cette page : la comparaison se fait dans votre navigateur, et rien n’est gardé quand vous fermez l’onglet.',
    examples: 'Ou lisez un exemple',
    exampleSize: (count) => sentenceCase(several(count, 'un récit', 'récits')),
    fictional: 'Les exemples sont inventés, comme leurs personnages, leurs lieux et leurs journaux.',
  },

  input: {
    label: 'Vos articles',
    article: (siglum) => (siglum ? `Article ${siglum}` : 'Case vide'),
    text: (siglum) => (siglum ? `Texte de l’article ${siglum}` : 'Texte'),
    textHint: 'Collez ici un récit, titre compris',
    title: 'Titre',
    outlet: 'Média',
    published: 'Publié le',
    url: 'Adresse',
    openFiles: 'Ouvrir des fichiers',
    dropHint: 'ou déposez-les n’importe où : texte, pages web, Word, PDF, JSON',
    drag: 'Glisser pour déplacer',
    inText: 'comme dans le texte',
    foundDate: (date) => `Dans le texte : ${date}`,
    add: 'Ajouter un article',
    full: (limit) => `On ne peut pas comparer plus de ${limit} articles à la fois.`,
    up: 'Monter',
    down: 'Descendre',
    remove: 'Retirer',
    read: 'Lire la comparaison',
    readOne: 'Lire l’article',
    clear: 'Recommencer',
    removed: 'Article retiré.',
    replaced: 'Vos articles ont été mis de côté pour l’exemple.',
    cleared: 'Les cases ont été vidées.',
    undo: 'Annuler',
    notKept: 'Ce navigateur ne peut pas garder de copie de votre saisie : un rechargement la perdrait.',
  },

  overview: {
    none: 'Rien à comparer pour l’instant.',
    alone(conflicts) {
      const rest = 'Un seul article pour l’instant. Collez un autre récit du même événement pour voir où ils divergent.';
      if (conflicts.length === 0) return { lead: '', rest };
      return {
        lead: `${conflictsOf(conflicts)}.`,
        rest: `Où l’article se contredit lui-même : ${named(conflicts)}. ${rest}`,
      };
    },
    /** @param {Overview} overview */
    sentence({ counts, conflicts, contested, stories, articles }) {
      if (stories.length > 1) {
        const events = stories.map(
          (names, index) =>
            `${list(names)} ${names.length === 1 ? 'porte' : 'portent'} sur ${index === 0 ? 'l’un' : 'un autre'}`,
        );
        const within =
          conflicts.length > 0
            ? `${conflictsOf(conflicts)} au sein d’un même événement : ${named(conflicts)}.`
            : 'Aucun conflit trouvé au sein d’un même événement.';
        return { lead: 'Il s’agit d’événements différents.', rest: `${events.join(' ; ')}. ${within}` };
      }
      if (conflicts.length > 0) {
        return { lead: `${conflictsOf(conflicts)}.`, rest: `Où les articles divergent : ${named(conflicts)}.` };
      }
      if (contested.length > 0) {
        return { lead: 'Aucun conflit trouvé.', rest: `Disputé dans les récits eux-mêmes : ${named(contested)}.` };
      }
      if (counts.compatible + counts.same > 0) {
        return {
          lead: 'Aucun conflit trouvé.',
          rest: `Là où les ${number(articles)} articles peuvent être comparés, ils disent la même chose, ou les deux peuvent être justes.`,
        };
      }
      return {
        lead: 'Rien de comparable trouvé.',
        rest: 'Les articles n’ont ni chiffre, ni date, ni nom, ni citation en commun sur un même point.',
      };
    },
  },

  article: {
    articles: 'Articles',
    read: (name) => `Lire ${name}`,
    unnamed: (siglum) => `Article ${siglum}`,
    lettered: (siglum, name) => (name === `Article ${siglum}` ? name : `${siglum} · ${name}`),
    notes: (count) => `${sentenceCase(several(count, 'une note', 'notes'))} sur la lecture de ce texte`,
    only: 'dans cet article seulement',
    copy: 'Texte commun',
    copiedFrom: (sigla, isMoved) => `mot pour mot dans ${list(sigla)}${isMoved ? ', à un autre endroit' : ''}`,
    strip: (name) => `Marques dans ${name}`,
    stripAt: (at, of, label, relation) => `${at} sur ${of} : ${label}, ${fr.layers[relation].toLowerCase()}`,
    /**
     * @param {string} words
     * @param {Relation} relation
     * @param {number | null} noteNumber
     */
    mark: (words, relation, noteNumber) =>
      `${words}, ${fr.layers[relation].toLowerCase()}${noteNumber === null ? '' : `, note ${noteNumber}`}`,
  },

  /** @type {Partial<Record<Part, string>>} */
  parts: { headline: 'titre', dek: 'chapeau', caption: 'légende', note: 'note de correction' },

  notes: {
    label: 'Ce que disent les autres',
    empty: 'Choisissez un passage marqué pour voir ce que disent les autres articles.',
    absentHere: 'Non marqué dans cet article',
    position: (at, of) => `${at} sur ${of}`,
    notMentioned: 'non mentionné',
    notCompared: 'rien de comparable',
    nobody: 'personne n’est nommé',
    sameAs: (siglum) => `comme ${siglum}`,
    open: (article, words) => `${words} : montrer dans ${article}`,
    /** @type {Partial<Record<Certainty, string>>} */
    certainty: { hedged: 'donné pour probable ou possible', unknown: 'donné pour inconnu', denied: 'démenti' },
    reason: 'Les deux pourraient être justes :',
    noReason: 'Aucune raison trouvée pour que les deux soient justes.',
    remarks,
    close: 'Fermer',
    why: 'Pourquoi c’est marqué',
  },

  review: {
    /** @type {Record<Status, string>} */
    statuses: { open: 'à vérifier', checked: 'vérifié', dismissed: 'écarté' },
    said: (status) => (status ? `Noté : ${fr.review.statuses[status]}` : 'Plus noté'),
    pairing: (words) =>
      `Qu’est-ce qui parle de la même chose que « ${words} » ? Choisissez une marque dans un autre article, ou sélectionnez-y des mots.`,
    useSelection: 'Prendre les mots sélectionnés',
    notJoined: 'Rien de comparable n’a été trouvé dans ces mots.',
  },

  table: {
    fact: 'Fait',
    otherEvent: 'sur un autre événement',
    paragraph: (paragraph) => `§ ${paragraph}`,
  },

  share: {
    open: 'Partager',
    digestNote: 'Constats et courtes citations seulement : l’auteur de ce lien a laissé les articles de côté.',
  },

  state: {
    comparing: 'Comparaison en cours…',
    cancel: 'Arrêter',
    retry: 'Comparer de nouveau',
    error({ code, message, details }) {
      if (code === 'worker-lost' || code === 'trap') {
        return 'La comparaison s’est arrêtée de façon inattendue et a été relancée. Votre saisie est toujours là.';
      }
      if (code === 'cancelled') return 'Arrêté. Votre saisie est toujours là.';
      return REFUSALS[code]?.(details) ?? `La comparaison a échoué ; votre saisie est toujours là. Raison donnée : ${message}`;
    },
    exampleFailed: 'L’exemple n’a pas pu être chargé : le réseau est-il coupé ?',
    newer: 'Une version plus récente de cette page est prête. Votre saisie reste.',
    reload: 'L’utiliser maintenant',
    languageFailed: 'La langue n’a pas pu être chargée : le réseau est-il coupé ?',
    viewFailed: 'Cette vue n’a pas pu être chargée : le réseau est-il coupé ? Les autres fonctionnent toujours.',
  },

  languages: 'Langue',
  footer: 'Variorum compare ce que disent les récits et ne les note jamais.',

  date: (iso) => date(iso, LOCALE),

  remarks: (reasons) => reasons.map(({ code, message }) => fr.notes.remarks[code] ?? message).join(' '),

  /** @param {Finding} finding */
  label: (finding) => labelled(finding, topics).map(({ words }) => words).join(''),

  /** @param {Finding} finding */
  labelled: (finding) => labelled(finding, topics),

  summary: (finding, report) => summary(finding, report, fr),

  readingNote({ code, message, weekday }, words) {
    if (code !== 'weekday') return READING_NOTES[code] ?? message;
    return weekday ? `« ${words} » : ce jour est un ${weekdayName(weekday, LOCALE)}.` : `« ${words} » : ce jour tombe un autre jour de la semaine.`;
  },
};

/** @param {readonly string[]} conflicts */
function conflictsOf(conflicts) {
  return sentenceCase(several(conflicts.length, 'un conflit', 'conflits'));
}

/**
 * Labels are of any shape, so they are listed and not worked into the sentence.
 *
 * @param {readonly string[]} labels
 */
function named(labels) {
  const more = labels.length - NAMED_LABELS;
  return (more > 1 ? [...labels.slice(0, NAMED_LABELS), `${number(more)} autres`] : labels).join(' ; ');
}
