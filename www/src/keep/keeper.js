/** @import { ReactiveController } from 'lit' */
/** @import { VariorumComparer } from '../variorum-comparer.js' */
/** @import { Archive, Mark } from './archive.js' */
/** @import { Opened } from './saved.js' */

import { nothing } from 'lit';
import { isWanted } from './wanted.js';

/**
 * @param {string} fragment with its `#`
 * @returns {boolean} whether it has a comparison in it, whole or without the articles
 */
export const holdsComparison = (fragment) => /[#&](articles|findings)=/.test(fragment);

/**
 * Keeps comparisons on this device, puts them into links and files, and takes them out again. What does so is fetched
 * when it is first needed.
 *
 * @implements {ReactiveController}
 */
export class Keeper {
  #host;
  /** @type {Archive | null} */
  #archive = null;

  /** @param {VariorumComparer} host */
  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    if (!this.#host.page) return;
    this.#openLink();
    window.addEventListener('hashchange', this.#openLink);
    this.#host.addEventListener('compared', this.#keepSoon);
    this.#host.addEventListener('reviewed', this.#keepSoon);
  }

  hostDisconnected() {
    window.removeEventListener('hashchange', this.#openLink);
    this.#host.removeEventListener('compared', this.#keepSoon);
    this.#host.removeEventListener('reviewed', this.#keepSoon);
    this.#archive?.stop();
  }

  open = () => this.#do((archive) => archive.open());

  render() {
    return this.#archive?.render() ?? nothing;
  }

  /**
   * Opens a comparison in place of what was typed, which can be brought back.
   *
   * @param {Opened} opened
   * @param {string} message
   */
  openComparison = (opened, message) => this.#do((archive) => archive.openComparison(opened, message));

  /**
   * What is typed from now on is another comparison, unless the mark of the one before is given.
   *
   * @param {Mark} [mark]
   * @returns {Mark | undefined} by which the comparison of before can be gone on with, where it is known
   */
  turnTo(mark) {
    if (this.#archive) return this.#archive.turnTo(mark);
    if (isWanted(this.#host.page)) this.#do((archive) => archive.turnTo(mark));
  }

  #openLink = () => {
    const { hash, pathname, search } = location;
    if (!holdsComparison(hash)) return;
    // What came by the link is in the boxes from now on, and a reload must not bring it back over what is typed there.
    history.replaceState(history.state, '', pathname + search);
    this.#do((archive) => archive.openLink(hash));
  };

  #keepSoon = () => {
    if (isWanted(this.#host.page)) this.#do((archive) => archive.keepSoon());
  };

  /** @param {(archive: Archive) => unknown} act */
  async #do(act) {
    const host = this.#host;
    try {
      if (!this.#archive) {
        // A link may be there before the words of the page are.
        await host.speaker.ready;
        const [{ Archive }, words] = await Promise.all([import('./archive.js'), host.strings.later()]);
        this.#archive ??= new Archive(host, words);
      }
    } catch {
      host.failure = host.strings.state.viewFailed;
      return;
    }
    await act(this.#archive);
  }
}
