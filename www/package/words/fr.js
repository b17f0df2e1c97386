// What <variorum-report> says in French. Fetched where that is wanted.

/** @import { ReportWords } from '../report.js' */

import { remarks, topics } from '../../src/strings/fr-topics.js';
import { labelled } from '../../src/strings/topics.js';

/** @type {ReportWords} */
export const words = {
  language: 'fr',
  name: 'Où les récits diffèrent',
  conflict: 'Conflit',
  contested: 'Disputé dans les récits',
  compatible: 'Les deux possibles',
  same: 'Identique',
  notMentioned: 'non mentionné',
  nothing: 'Aucune différence n’a été trouvée.',
  label: (finding) => labelled(finding, topics).map((stretch) => stretch.words).join(''),
  remark: ({ code, message }) => remarks[code] ?? message,
};
