// What is said by the views that are fetched later, in French.

/** @import { LaterStrings } from './index.js' */

import { fr, LOCALE, number, sentenceCase, several } from './fr.js';
import { moment, weekday } from './dates.js';
import { doors } from './fr-doors.js';

/** @type {Record<string, string>} */
const PRECISIONS = { approximate: 'approximatif', vague: 'vague' };

const BOUNDS = { '': '', before: 'avant', after: 'après', by: 'au plus tard' };

/** @type {LaterStrings} */
export const later = {
  doors,
  receipt: {
    read: 'Comment les mots ont été lus',
    readAs: (words, norm, precision) =>
      `${words} comme ${norm}${precision === 'exact' ? '' : `, ${PRECISIONS[precision] ?? precision}`}`,
    rules: 'Règles appliquées',
    link: (left, right, points) => `${left} et ${right} ont été pris pour la même chose (${points} points) :`,
    points: (points) => `${points > 0 ? '+' : '−'}${Math.abs(points)}`,
    reading: (siglum, words) => `${siglum} « ${words} »`,
    engine: (engine) => `Marqué par ${engine}, selon des règles fixes.`,
    ruleNames: {
      'same-slot': 'Les passages parlent de la même chose, autant que les mots autour d’eux le disent.',
      'values-exclude-each-other': 'Rien ne peut convenir à tout ce qu’ils disent.',
      'each-article-names-both-speakers': 'Les articles donnent les mêmes versions et s’accordent sur qui dit laquelle.',
      'values-overlap': 'L’un est plus vague que l’autre, et quelque chose convient aux deux.',
      'values-are-equal': 'Ce qu’ils disent revient au même.',
      'one-article': 'Les deux se trouvent dans un seul article.',
    },
    partNames: {
      head: 'ce qui est compté ou mesuré',
      'only-one': 'aucun autre chiffre de ce genre à proximité',
      modifiers: 'comment c’est décrit',
      size: 'la grandeur des valeurs',
      name: 'le nom voisin',
      role: 'la fonction ou le rôle nommé',
      when: 'quand c’est censé être',
      parallel: 'la même place dans une phrase presque identique',
      predicate: 'ce qui est dit lui arriver',
      anchors: 'noms et mots que les deux phrases partagent',
      near: 'mots qui ne se trouvent qu’auprès de ces deux-là',
      sentence: 'la ressemblance des phrases',
      scope: 'lieu, jour ou partie du tout',
      opening: 'les deux sont dans le titre ou le début',
      value: 'la proximité des valeurs',
    },
  },

  filters: {
    folded: (count) => (count > 0 ? `Filtres · ${count} en place` : 'Filtres'),
  },

  review: {
    label: 'Ce que vous en pensez',
    note: 'Votre note',
    sameness: 'La même chose, ou non ?',
    and: (left, right) => `${left} et ${right}`,
    part: 'Pas la même chose',
    join: 'Même chose que…',
    rules: (count) => sentenceCase(several(count, 'une chose que vous avez dite', 'choses que vous avez dites')),
    rule: (isSame, left, right) => `${left} et ${right} : ${isSame ? 'la même chose' : 'pas la même chose'}`,
    oneEvent: 'Tous les articles : un seul événement',
    joinEvents: 'Les comparer comme un seul événement',
    takeBack: 'Reprendre',
  },

  help: {
    title: 'Touches',
    close: 'Fermer',
    areOn: 'Les touches simples sont actives',
    where: 'Elles agissent partout où l’on n’est pas en train d’écrire.',
    keys: { Escape: 'Échap' },
    names: {
      next: 'Constat suivant',
      previous: 'Constat précédent',
      nextArticle: 'Article suivant',
      previousArticle: 'Article précédent',
      view: 'Une vue, dans l’ordre des onglets',
      find: 'Chercher dans les faits, et les autres filtres',
      open: 'Noter le constat choisi comme à vérifier',
      checked: 'Le noter comme vérifié',
      dismissed: 'Le noter comme écarté',
      close: 'Lâcher ce qui est choisi',
      help: 'Ces touches',
    },
  },

  table: {
    caption: 'Ce que dit chaque article, les écarts les plus lourds d’abord',
    readings: 'Leçons',
    scroll: 'Tableau des faits, défile latéralement',
    empty: 'Aucun fait à afficher : choisissez-en davantage ci-dessus.',
    only: 'Dans un seul article',
    order: 'Ordre',
    orders: { severity: 'par poids', place: 'au fil du récit', kind: 'par nature', relation: 'par relation' },
    group: (group) =>
      sentenceCase(
        group === 'all'
          ? 'tous les écarts'
          : group === 'same'
            ? 'identique dans chaque article qui en parle'
            : ({ ...fr.severities, ...fr.kinds, ...fr.layers }[group] ?? group),
      ),
    more: (count) => `En afficher ${count.toLocaleString(LOCALE)} de plus`,
    facts: (count) => several(count, 'un fait', 'faits'),
  },

  columns: {
    choose: 'Colonnes',
    wordwise: 'Faire ressortir les mots qui diffèrent',
    elsewhere: (siglum, place) => `aussi dans ${siglum}${place ? `, ${place}` : ''}`,
  },

  wording: {
    alone: 'Il faut une seconde version : collez-la à côté de la première.',
    from: 'De',
    to: 'À',
    swap: 'Échanger',
    common: (share) => `${share} % du texte le plus court se trouvent dans les deux.`,
    apart: 'Ce ne sont guère deux versions d’un même texte. Pour deux récits d’un événement, il y a',
    sample: 'mots',
    went: 'dans le premier seulement',
    came: 'dans le second seulement',
    moved: 'dans les deux, à un autre endroit',
    tied: (side) => (side === 'left' ? 'déplacé vers' : 'déplacé depuis'),
    tie: (side, move) =>
      side === 'left' ? `Déplacement ${move} : aller où il arrive` : `Déplacement ${move} : aller d’où il vient`,
  },

  speakers: {
    statement: 'Ce qui est dit',
    empty: 'Personne n’est nommé pour ce qui est affiché.',
    quote: 'Cité dans un seul article',
    name: (name) => sentenceCase(name),
    also: (names) => `aussi ${names.map((name) => `« ${name} »`).join(', ')}`,
  },

  timeline: {
    when: 'Quand',
    empty: 'Les articles ne donnent aucun moment à afficher.',
    hours: 'Heures sans jour',
    unplaced: 'Moments comptés à partir d’autres, ou sans année',
    day: (from, to) => (from === to ? weekday(from, LOCALE) : `${weekday(from, LOCALE)} – ${weekday(to, LOCALE)}`),
    hour({ bound, isLoose, from, clock }, isOpen) {
      const hours = clock.replace('/', ' à ').replace('|', ' ou ');
      const missing = bound || isLoose ? 'alors' : from.length === 10 ? 'heure non donnée' : '';
      const words = sentenceCase([BOUNDS[bound], isLoose ? 'vers' : '', hours || missing].filter(Boolean).join(' '));
      return isOpen && !clock ? `${words}, ou un autre jour` : words;
    },
  },

  share: {
    class: 'Pour la classe',
    lesson: 'Préparer une leçon',
    lessonHelp: 'Des exercices tirés de ces articles : par un lien ou dans un seul fichier, sans compte.',
    opened: 'La comparaison du lien a été ouverte à la place de vos articles.',
    damaged: 'Ce lien ne contient pas de comparaison lisible : il en manque peut-être une partie.',
    newer: 'Ce lien vient d’une version plus récente de cette page. Rechargez la page et réessayez.',
    keptOpened: 'Une comparaison gardée a été ouverte à la place de vos articles.',
    title: 'Partager et garder',
    close: 'Fermer',
    nothing: 'Il n’y a encore rien à partager : collez d’abord un article.',
    what: 'Ce qui est transmis',
    whole: 'Les articles avec leurs constats',
    wholeHelp: 'Qui le reçoit peut lire et comparer comme vous.',
    digest: 'Constats et courtes citations seulement',
    digestHelp: 'Pour les textes que vous ne pouvez pas transmettre en entier.',
    link: 'Lien',
    linkHelp: 'Tout voyage dans le lien lui-même, après le #, que les navigateurs n’envoient à aucun serveur.',
    copy: 'Copier le lien',
    embed: 'Copier le code d’intégration',
    embedHelp: 'Du code pour votre propre page : un tableau lisible partout et, là où les scripts fonctionnent, la comparaison à sa place.',
    embedCopied: 'Copié : à coller dans le HTML de votre page.',
    copied: (length) => `Copié : un lien de ${length.toLocaleString(LOCALE)} caractères.`,
    notCopied: 'Ce navigateur n’a pas laissé la page copier. Enregistrez plutôt un fichier.',
    tooLong: (length, limit, isWhole) =>
      `Trop long pour un lien : ${length.toLocaleString(LOCALE)} caractères, quand ${limit.toLocaleString(LOCALE)} passent sans risque. Enregistrez plutôt un fichier${isWhole ? ', ou choisissez constats et courtes citations seulement' : ''}.`,
    file: 'Fichier',
    filtered: 'Seulement ce que montrent les filtres',
    filteredHelp: (shown, all) => `${shown} faits sur ${all} ; le lien et le JSON les contiennent tous`,
    forms: {
      page: { name: 'Page web', help: 'Un seul fichier qui s’ouvre partout, même sans réseau' },
      json: { name: 'JSON', help: 'Le rapport en données ; peut être rouvert ici' },
      markdown: { name: 'Markdown', help: 'Le tableau des faits pour notes et wikis' },
      csv: { name: 'CSV', help: 'Le tableau des faits pour un tableur' },
      annotations: { name: 'Annotations web', help: 'Chaque marque pour les outils d’annotation (W3C, JSON-LD)' },
      claims: { name: 'Affirmations', help: 'Ce que dit chaque article, pour d’autres programmes (schema.org, JSON-LD)' },
    },
    print: 'Imprimer ou PDF',
    printHelp: 'La vue ouverte, avec ses notes',
    saved: 'Enregistré.',
  },

  library: {
    changed: (time) => moment(time, LOCALE),
    elsewhere: 'Cette comparaison a aussi été modifiée dans un autre onglet. Les deux sont gardées : ce que vous faites ici désormais reste à part.',
    title: 'Sur cet appareil',
    keep: 'Garder mes comparaisons dans ce navigateur',
    promise: 'Sinon tout est oublié quand vous fermez l’onglet. Rien n’est envoyé nulle part dans aucun cas.',
    keptHere: 'Gardées dans ce navigateur seul, jusqu’à ce que vous les retiriez.',
    empty: 'Aucune gardée pour l’instant.',
    remove: 'Retirer',
    removeNamed: (name) => `Retirer ${name}`,
    removed: 'Retirée.',
    wipe: 'Tout oublier',
    on: 'Désormais les comparaisons sont gardées dans ce navigateur.',
    wiped: 'Toutes les comparaisons gardées ont été oubliées.',
    refused: 'Ce navigateur ne laisse la page rien garder.',
    failed: 'Cette comparaison n’a pas pu être gardée dans ce navigateur : le stockage est plein, interdit ou ne répond pas. Enregistrez-la plutôt dans un fichier.',
  },

  exports: {
    title: (articles) => (articles === 1 ? 'Les faits d’un récit' : `Où ${number(articles)} récits divergent`),
    relation: 'Relation',
    kind: 'Nature',
    severity: 'Poids',
    note: 'Note',
    dismissed: 'Écartés',
    reasons: 'Remarques',
    madeBy: (engine) => `Fait avec ${engine}.`,
  },
};
