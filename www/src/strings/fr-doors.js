// What is said of articles on their way in, in French.

/** @import { LaterStrings } from './index.js' */

import { list, number, sentenceCase, several } from './fr.js';

/** @type {LaterStrings['doors']} */
export const doors = {
  drop: 'Déposez les fichiers pour les ajouter comme articles',
  reading: (name) => `Lecture de ${name}…`,
  added: (count) => sentenceCase(several(count, 'un article ajouté.', 'articles ajoutés.')),
  opened: 'La comparaison du fichier a été ouverte à la place de vos articles.',
  marked: (count) => sentenceCase(several(count, 'une marque du fichier affichée à la place de ce qui a été trouvé.', 'marques du fichier affichées à la place de ce qui a été trouvé.')),
  unplaced: (count) =>
    `contient ${several(count, 'une marque qui n’a pas pu être affichée', 'marques qui n’ont pas pu être affichées')} : aucun article ici n’a les mots, ou pas tous ceux qui vont ensemble.`,
  wasSplit: (count) => `Divisé en ${number(count)} articles.`,
  pasted: (count) =>
    count === 0
      ? 'Collé.'
      : `Collé. ${sentenceCase(several(count, 'un passage de la page laissé de côté.', 'passages de la page laissés de côté.'))}`,
  refused: (count, limit) =>
    `On ne peut pas comparer plus de ${limit} articles à la fois : ${several(count, 'un article n’a pas pu être ajouté', 'articles n’ont pas pu être ajoutés')}.`,
  dismiss: 'Fermer',
  several: (count) => `On dirait ${number(count)} articles dans une seule case.`,
  split: (count) => `Diviser en ${number(count)} cases`,
  keepWhole: 'Garder comme un seul article',
  leftOut: (count) =>
    sentenceCase(several(count, 'un passage de la page laissé de côté', 'passages de la page laissés de côté')),
  reasons: (reasons) => list(reasons.map((reason) => doors.reason[reason])),
  putBack: 'Remettre',
  putAllBack: 'Tout remettre',
  reason: {
    navigation: 'navigation',
    advertisement: 'publicité',
    caption: 'légende',
    related: 'liens voisins',
    newsletter: 'lettre d’information',
    comments: 'commentaires',
    sharing: 'partage',
    controls: 'formulaire ou bouton',
    hidden: 'texte caché',
    aside: 'colonne latérale',
    around: 'autour de l’article',
  },
  errors: {
    empty: 'est vide.',
    large: 'dépasse 50 Mo. Ouvrez-le, copiez le récit et collez-le ici.',
    long: 'contient plus de texte qu’un article ne peut en avoir (2 Mo). Collez la partie qui est le récit.',
    unfetched: 'n’a pas pu être lu : la partie de cette page qui lit de tels fichiers n’est pas encore là. Le réseau est-il coupé ?',
    unreadable: 'n’a pas pu être ouvert. A-t-il été déplacé, ou est-ce un dossier ? Déposez les fichiers eux-mêmes.',
    wordless: 'ne contient aucun mot.',
    notText: 'n’est pas un texte lisible ici. On peut lire du texte, Markdown, des pages web, Word, OpenDocument, PDF et JSON.',
    locked: 'est protégé par un mot de passe. Ouvrez-le là où vous avez le mot de passe et collez le récit ici.',
    damaged: 'est endommagé et illisible. Essayez de l’ouvrir ailleurs, et collez le récit ici.',
    scanned: 'contient des images de pages et aucun texte. Un logiciel de reconnaissance de texte peut en tirer un.',
    archive: 'est une archive et non un texte Word ou OpenDocument. Décompressez-la et déposez les fichiers qu’elle contient.',
    oldWord: 'est au format Word d’avant 2007. Enregistrez-le en .docx, ou collez le récit ici.',
    rtf: 'est au format RTF. Enregistrez-le en .docx ou .txt, ou collez le récit ici.',
    brokenJson: 'n’est pas du JSON valide.',
    brokenFeed: 'n’est pas du XML bien formé. Téléchargez le flux à nouveau, ou collez l’article ici.',
    entities: 'déclare ses propres entités, qui ne sont jamais ouvertes ici. Enregistrez-le sans son type de document, ou collez l’article ici.',
    foreignJson: 'est du JSON sans articles : il faut une liste d’objets avec « text », une comparaison enregistrée ou du JSON-LD.',
    reportOnly: 'contient des constats sans les textes des articles. Enregistrez la comparaison avec ses textes pour l’ouvrir ici.',
    newer: 'a été enregistré par une version plus récente de cette page. Rechargez la page et réessayez.',
    unmarked: 'contient des marques dont les mots ne figurent dans aucun article ici. Ajoutez les articles dont elles viennent, puis ce fichier de nouveau.',
    unpaged: 'renvoie à des pages d’annotations qui se trouvent ailleurs, où rien n’est cherché. Ouvrez les pages elles-mêmes.',
    crowded: 'contient plus de 20 000 annotations. Divisez-le.',
  },
};
