// What <variorum-draft> says, in the languages that the page of Variorum speaks.

/** @typedef {Omit<typeof ENGLISH, 'language'> & { language?: string }} DraftWords */

export const ENGLISH = {
  /** A BCP 47 tag. */
  language: 'en',
  name: 'The draft against the wire',
  unsupported: 'In no other report',
  conflict: 'Conflict',
  contested: 'Disputed in the reports',
  unclear: 'Stands there, perhaps of something else',
  compatible: 'Both possible',
  same: 'Same',
  empty: 'No facts in the draft yet.',
  noWire: 'Nothing to check the draft against yet.',
  /** @param {number} open facts that no other report has or that one excludes */
  summary: (open) => (open === 0 ? 'Nothing stands against the wire.' : `To look at: ${open}`),
};

/** @type {DraftWords} */
const GERMAN = {
  language: 'de',
  name: 'Der Entwurf neben den Meldungen',
  unsupported: 'In keinem anderen Bericht',
  conflict: 'Widerspruch',
  contested: 'In den Berichten umstritten',
  unclear: 'Kommt vor, vielleicht zu etwas anderem',
  compatible: 'Beides möglich',
  same: 'Gleich',
  empty: 'Noch keine Angaben im Entwurf.',
  noWire: 'Noch nichts, womit der Entwurf verglichen werden kann.',
  summary: (open) => (open === 0 ? 'Nichts spricht gegen die Meldungen.' : `Anzusehen: ${open}`),
};

/** @type {DraftWords} */
const FRENCH = {
  language: 'fr',
  name: 'Le brouillon face aux dépêches',
  unsupported: 'Dans aucun autre récit',
  conflict: 'Conflit',
  contested: 'Disputé dans les récits',
  unclear: 'Y figure, peut-être à propos d’autre chose',
  compatible: 'Les deux possibles',
  same: 'Identique',
  empty: 'Pas encore de faits dans le brouillon.',
  noWire: 'Rien encore à quoi comparer le brouillon.',
  summary: (open) => (open === 0 ? 'Rien ne s’oppose aux dépêches.' : `À regarder : ${open}`),
};

/** @type {DraftWords} */
const SPANISH = {
  language: 'es',
  name: 'El borrador frente a los despachos',
  unsupported: 'En ningún otro relato',
  conflict: 'Conflicto',
  contested: 'Disputado en los relatos',
  unclear: 'Aparece, quizá acerca de otra cosa',
  compatible: 'Ambos posibles',
  same: 'Igual',
  empty: 'Todavía no hay datos en el borrador.',
  noWire: 'Todavía no hay con qué comparar el borrador.',
  summary: (open) => (open === 0 ? 'Nada se opone a los despachos.' : `Por mirar: ${open}`),
};

/** @type {Readonly<Record<string, DraftWords>>} by language */
export const WORDS = { en: ENGLISH, de: GERMAN, fr: FRENCH, es: SPANISH };
