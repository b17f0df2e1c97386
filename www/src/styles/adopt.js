/** @import { CSSResult } from 'lit' */

import { print } from './index.js';

/**
 * Gives a shadow root style sheets that came later, before that for print, which has the last word.
 *
 * @param {ShadowRoot} root
 * @param {readonly CSSResult[]} styles
 */
export function adopt(root, styles) {
  for (const { styleSheet } of styles) {
    const sheets = [...root.adoptedStyleSheets];
    if (!styleSheet || sheets.includes(styleSheet)) continue;
    const last = print.styleSheet ? sheets.indexOf(print.styleSheet) : -1;
    sheets.splice(last < 0 ? sheets.length : last, 0, styleSheet);
    root.adoptedStyleSheets = sheets;
  }
}
