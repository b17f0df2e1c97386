/** @import { ReactiveController } from 'lit' */
/** @import { VariorumComparer } from './variorum-comparer.js' */

import { languagesFor } from '../package/language.js';
import { en } from './strings/en.js';
import { languageFor, LANGUAGES } from './strings/index.js';
import { tell } from './tell.js';

/** Where the language is noted that the reader chose over the browser's. */
const STORAGE_KEY = 'variorum-language';

/**
 * Has the page speak the reader's language: that of the element's `lang`, the one chosen here, or the browser's.
 *
 * @implements {ReactiveController}
 */
export class Speaker {
  /** @type {Promise<void>} settled when the words are there, or cannot be had */
  ready = Promise.resolve();
  #host;

  /** @param {VariorumComparer} host */
  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    const { lang, strings, page } = this.#host;
    if (strings !== en) return;
    // On a page of others it speaks as that does.
    const language = languageFor(page ? [lang, chosen(page), ...navigator.languages].filter(Boolean) : languagesFor(this.#host));
    if (language !== strings.language) this.ready = this.turn(language);
  }

  /** @param {string} language */
  choose = async (language) => {
    await this.turn(language);
    try {
      this.#host.page?.device.setItem(STORAGE_KEY, language);
    } catch {
      // The choice holds until the page is left.
    }
  };

  /** @param {string} tag of a language, or of one that is near to it */
  async turn(tag) {
    const host = this.#host;
    const language = languageFor([tag]);
    if (language === host.strings.language) return;
    try {
      host.strings = await LANGUAGES[language].load();
    } catch {
      host.failure = host.strings.state.languageFailed;
    }
    tell(host, 'language-changed', host.strings.language);
  }
}

/**
 * @param {import('./page.js').Page} page
 * @returns {string}
 */
function chosen(page) {
  try {
    return page.device.getItem(STORAGE_KEY) ?? '';
  } catch {
    return '';
  }
}
