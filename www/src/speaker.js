/** @import { ReactiveController } from 'lit' */
/** @import { VariorumComparer } from './variorum-comparer.js' */

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
    const { lang, strings } = this.#host;
    if (strings !== en) return;
    const language = languageFor([lang, chosen(), ...navigator.languages].filter(Boolean));
    if (language !== strings.language) this.ready = this.#speak(language);
  }

  /** @param {string} language */
  choose = async (language) => {
    await this.#speak(language);
    try {
      localStorage.setItem(STORAGE_KEY, language);
    } catch {
      // The choice holds until the page is left.
    }
  };

  /** @param {string} language */
  async #speak(language) {
    const host = this.#host;
    try {
      host.strings = await LANGUAGES[language].load();
    } catch {
      host.failure = host.strings.state.languageFailed;
    }
    tell(host, 'variorum-language', host.strings.language);
  }
}

/** @returns {string} */
function chosen() {
  try {
    return localStorage.getItem(STORAGE_KEY) ?? '';
  } catch {
    return '';
  }
}
