/** @import { ReactiveController } from 'lit' */
/** @import { UserRule } from '../../../pkg/web/variorum.js' */
/** @import { Draft } from '../drafts.js' */
/** @import { LaterStrings } from '../strings/index.js' */
/** @import { Reviews } from '../reviews.js' */
/** @import { VariorumComparer } from '../variorum-comparer.js' */
/** @import { Form } from './files.js' */
/** @import { Kept } from './library.js' */
/** @import { PanelModule } from './panel.js' */

import { nothing } from 'lit';
import { isEmpty } from '../drafts.js';
import { adopt } from '../styles/adopt.js';
import { fromDigest, toDigest } from './digest.js';
import { Library } from './library.js';
import { MAX_LINK, pack, unpack } from './link.js';
import { fromSaved, toSaved } from './saved.js';

/** Pause after the newest change, in milliseconds, after which a comparison is written to the library. */
const KEEP_MS = 1000;

/** Under these names a link holds a whole comparison, and findings alone. */
const WHOLE = 'articles';
const DIGEST = 'findings';

/**
 * Keeps comparisons on this device, puts them into links and files, and takes them out again.
 *
 * @implements {ReactiveController}
 */
export class Keeper {
  library = new Library();
  /** @type {Kept[]} what the library holds, the newest first */
  kept = [];
  isOpen = false;
  /** Whether what is handed on has the articles' texts, or findings and short quotations only. */
  isWhole = true;
  /** @type {string} what came of the newest action */
  message = '';

  /** @type {PanelModule | null} fetched when it is first opened */
  #panel = null;
  /** @type {LaterStrings | null} fetched with it */
  #words = null;

  #host;
  /** The comparison on the page, in the library. */
  #key = newKey();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #keeping;

  /** @param {VariorumComparer} host */
  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    this.#openLink();
    window.addEventListener('hashchange', this.#openLink);
    this.#host.addEventListener('variorum-report', this.#keepSoon);
    this.#host.addEventListener('variorum-review', this.#keepSoon);
  }

  hostDisconnected() {
    window.removeEventListener('hashchange', this.#openLink);
    this.#host.removeEventListener('variorum-report', this.#keepSoon);
    this.#host.removeEventListener('variorum-review', this.#keepSoon);
    clearTimeout(this.#keeping);
  }

  open = async () => {
    const { strings } = this.#host;
    this.isOpen = true;
    this.message = '';
    try {
      [this.#panel, this.#words] = await Promise.all([import('./panel.js'), strings.later()]);
      adopt(/** @type {ShadowRoot} */ (this.#host.renderRoot), [this.#panel.styles]);
    } catch {
      this.isOpen = false;
      this.#host.failure = strings.state.viewFailed;
    }
    await this.#refresh();
    await this.#host.updateComplete;
    const dialog = /** @type {HTMLDialogElement | null} */ (this.#host.renderRoot.querySelector('dialog.panel'));
    if (dialog && !dialog.open) dialog.showModal();
  };

  render() {
    if (!this.isOpen || !this.#panel || !this.#words) return nothing;
    const { strings, comparison } = this.#host;
    return this.#panel.panel(this, {
      isReadable: comparison.outcome !== null,
      isDigest: comparison.outcome?.isDigest === true,
      strings,
      words: this.#words,
    });
  }

  close = () => {
    this.isOpen = false;
    this.#host.requestUpdate();
  };

  /** @param {boolean} isWhole */
  choose = (isWhole) => {
    this.isWhole = isWhole;
    this.#say('');
  };

  copyLink = async () => {
    const { outcome } = this.#host.comparison;
    const words = this.#words;
    if (!outcome || !words) return;
    const [name, value] = this.isWhole
      ? [WHOLE, toSaved(this.#host.drafts, this.#host.rules, this.#host.reviews)]
      : [DIGEST, toDigest(outcome.report)];
    const link = `${location.href.split('#')[0]}#${name}=${await pack(value)}`;
    if (link.length > MAX_LINK) {
      this.#say(words.share.tooLong(link.length, MAX_LINK, this.isWhole));
      return;
    }
    try {
      await navigator.clipboard.writeText(link);
      this.#say(words.share.copied(link.length));
    } catch {
      this.#say(words.share.notCopied);
    }
  };

  /** @param {Form} form */
  save = async (form) => {
    const { comparison, drafts, strings } = this.#host;
    const words = this.#words;
    if (!comparison.outcome || !words) return;
    const { save } = await import('./files.js');
    const saved = toSaved(drafts, this.#host.rules, this.#host.reviews);
    await save(form, { outcome: comparison.outcome, saved, isWhole: this.isWhole, strings, words });
    this.#say(words.share.saved);
  };

  print = () => {
    this.close();
    // The dialog must be gone before the browser looks at the page.
    this.#host.updateComplete.then(() => window.print());
  };

  /** @param {boolean} isWanted */
  wantLibrary = async (isWanted) => {
    const words = this.#words;
    if (!words) return;
    try {
      if (!isWanted) await this.library.wipe();
      else if (!this.library.want()) throw new Error('storage is forbidden');
      else await this.#keepNow();
      this.#say(isWanted ? words.library.on : words.library.wiped);
    } catch {
      this.#say(words.library.refused);
    }
    await this.#refresh();
  };

  /** @param {Kept} kept */
  openKept = ({ key, saved }) => {
    const { strings, drafting, reader } = this.#host;
    const { drafts, rules, reviews } = fromSaved(saved);
    this.close();
    this.#take(drafts, { rules, reviews }, strings.share.keptOpened);
    this.#key = key;
    drafting.whenCompared(() => reader.show('article', { takeFocus: true }));
  };

  /** @param {Kept} kept */
  removeKept = async ({ key }) => {
    await this.library.remove(key);
    this.#say(this.#words?.library.removed ?? '');
    await this.#refresh();
  };

  /**
   * Takes articles from outside in place of what was typed, which can be brought back.
   *
   * @param {Draft[]} drafts
   * @param {{ rules: UserRule[], reviews: Reviews }} said of them
   * @param {string} message
   */
  #take(drafts, { rules, reviews }, message) {
    this.#key = newKey();
    this.#host.drafting.replace(drafts, message);
    this.#host.rules = rules;
    this.#host.reviews = reviews;
  }

  #openLink = async () => {
    const { strings, drafting, reader, comparison } = this.#host;
    const given = new URLSearchParams(location.hash.slice(1));
    const [whole, digest] = [given.get(WHOLE), given.get(DIGEST)];
    if (!whole && !digest) return;
    // What came by the link is in the boxes from now on, and a reload must not bring it back over what is typed there.
    history.replaceState(history.state, '', location.pathname + location.search);
    try {
      if (whole) {
        const { drafts, rules, reviews } = fromSaved(await unpack(whole));
        this.#take(drafts, { rules, reviews }, strings.share.opened);
        drafting.whenCompared(() => reader.show('article', { takeFocus: true }));
      } else {
        const report = fromDigest(await unpack(digest ?? ''));
        if (!report) throw new Error('no findings in the link');
        comparison.show(report);
        reader.show('table', { takeFocus: true });
      }
    } catch (error) {
      const isNewer = /** @type {any} */ (error)?.code === 'newer';
      this.#host.failure = isNewer ? strings.share.newer : strings.share.damaged;
    }
  };

  #keepSoon = () => {
    clearTimeout(this.#keeping);
    if (this.library.isWanted) this.#keeping = setTimeout(() => this.#keepNow().catch(() => {}), KEEP_MS);
  };

  async #keepNow() {
    const { drafts, comparison } = this.#host;
    if (drafts.every(isEmpty) || !comparison.outcome) return;
    const titles = comparison.outcome.report.articles.map(({ title, outlet, siglum }) => title ?? outlet ?? siglum);
    const name = titles[0] + (titles.length > 1 ? ` +${titles.length - 1}` : '');
    await this.library.put({ key: this.#key, name, changed: Date.now(), saved: toSaved(drafts, this.#host.rules, this.#host.reviews) });
  }

  async #refresh() {
    try {
      this.kept = this.library.isWanted ? await this.library.list() : [];
    } catch {
      this.message = this.#words?.library.refused ?? '';
    }
    this.#host.requestUpdate();
  }

  /** @param {string} message */
  #say(message) {
    this.message = message;
    this.#host.requestUpdate();
  }
}

/** @returns {string} one that no other comparison in the library has */
function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
