/** @import { Draft } from './draft.js' */
/** @import { MakingWords } from './words.js' */

import { html } from 'lit';
import { MAX_LINK, pack } from '../../keep/link.js';
import { isEmpty, sealed } from './draft.js';
import { scormPackage } from '../packaging/scorm.js';
import { onePage } from './one-page.js';

/**
 * How a lesson is handed out: as a link, as one web page, for a learning platform, as a file to be changed later.
 *
 * @param {{ draft: Draft, words: MakingWords, say: (message: string) => void, onTry: () => void }} given
 */
export function handingOut({ draft, words, say, onTry }) {
  /** @param {() => Promise<string>} act gives what came of it */
  const doing = (act) => async () => say(isEmpty(draft) ? words.empty : await act());

  const copy = doing(async () => {
    const link = `${location.href.split('#')[0]}#lesson=${await pack(sealed(draft))}`;
    if (link.length > MAX_LINK) return words.tooLong(link.length, MAX_LINK);
    try {
      await navigator.clipboard.writeText(link);
      return words.copied;
    } catch {
      return words.notCopied;
    }
  });
  const savePage = doing(async () => {
    let page;
    try {
      page = await onePage(sealed(draft));
    } catch {
      return words.pageFailed;
    }
    download(page, 'text/html', `${fileName(draft.title)}.html`);
    return words.saved;
  });
  const savePackage = (/** @type {'1.2' | '2004'} */ version) =>
    doing(async () => {
      const lesson = sealed(draft);
      let page;
      try {
        page = await onePage(lesson);
      } catch {
        return words.pageFailed;
      }
      download(scormPackage(lesson, page, version), 'application/zip', `${fileName(draft.title)}-scorm-${version}.zip`);
      return words.saved;
    });
  const saveFile = doing(async () => {
    download(`${JSON.stringify(sealed(draft), null, 2)}\n`, 'application/json', `${fileName(draft.title)}.json`);
    return words.saved;
  });

  return html`
    <section class="hand-out" aria-labelledby="hand-out">
      <h2 id="hand-out">${words.handOut}</h2>
      <ul class="types">
        <li><button type="button" class="button" @click=${onTry}>${words.try}</button><span></span></li>
        <li><button type="button" class="button" @click=${copy}>${words.copyLink}</button><span class="hint">${words.linkHelp}</span></li>
        <li><button type="button" class="button" @click=${savePage}>${words.savePage}</button><span class="hint">${words.savePageHelp}</span></li>
        <li><button type="button" class="button" @click=${savePackage('1.2')}>${words.savePackage('SCORM 1.2')}</button><span class="hint">${words.savePackageHelp}</span></li>
        <li><button type="button" class="button" @click=${savePackage('2004')}>${words.savePackage('SCORM 2004')}</button><span class="hint">${words.savePackageHelp}</span></li>
        <li><button type="button" class="button" @click=${saveFile}>${words.saveFile}</button><span class="hint">${words.saveFileHelp}</span></li>
      </ul>
      <p class="hint">${words.keyHelp} ${words.rights}</p>
    </section>
  `;
}

/**
 * @param {string | Uint8Array<ArrayBuffer>} content
 * @param {string} type
 * @param {string} name
 */
export function download(content, type, name) {
  const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(new Blob([content], { type: typeof content === 'string' ? `${type};charset=utf-8` : type })), download: name });
  link.click();
  // The browser reads it after the click has been dealt with.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** @param {string} title @returns {string} in characters that every file system takes */
function fileName(title) {
  const plain = title.normalize('NFKD').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '').slice(0, 60).toLowerCase();
  return ['lesson', plain].filter(Boolean).join('-');
}
