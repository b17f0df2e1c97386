// What <variorum-report> says in Spanish. Fetched where that is wanted.

/** @import { ReportWords } from '../report.js' */

import { remarks, topics } from '../../src/strings/es-topics.js';
import { labelled } from '../../src/strings/topics.js';

/** @type {ReportWords} */
export const words = {
  language: 'es',
  name: 'En qué difieren los relatos',
  conflict: 'Conflicto',
  contested: 'Disputado en los relatos',
  compatible: 'Ambos posibles',
  same: 'Igual',
  notMentioned: 'no se menciona',
  nothing: 'No se encontraron diferencias.',
  label: (finding) => labelled(finding, topics).map((stretch) => stretch.words).join(''),
  remark: ({ code, message }) => remarks[code] ?? message,
};
