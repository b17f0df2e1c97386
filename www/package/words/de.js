// What <variorum-report> says in German. Fetched where that is wanted.

/** @import { ReportWords } from '../report.js' */

import { remarks, topics } from '../../src/strings/de-topics.js';
import { labelled } from '../../src/strings/topics.js';

/** @type {ReportWords} */
export const words = {
  language: 'de',
  name: 'Wo die Berichte voneinander abweichen',
  conflict: 'Widerspruch',
  contested: 'In den Berichten umstritten',
  compatible: 'Beides möglich',
  same: 'Gleich',
  notMentioned: 'nicht erwähnt',
  nothing: 'Es wurden keine Unterschiede gefunden.',
  label: (finding) => labelled(finding, topics).map((stretch) => stretch.words).join(''),
  remark: ({ code, message }) => remarks[code] ?? message,
};
