/** @import { ReactiveController } from 'lit' */
/** @import { VariorumComparer } from './variorum-comparer.js' */

import { VIEWS } from './views/index.js';

/** Whether single keys are switched off; kept with the tab, as the articles are. */
const STORAGE_KEY = 'variorum-keys-off';

/**
 * @typedef {'next' | 'previous' | 'nextArticle' | 'previousArticle' | 'view' | 'find' | 'open' | 'checked' | 'dismissed'
 *   | 'close' | 'help'} ShortcutName
 */

/**
 * The keys that do something wherever the focus is, so long as nothing is being typed, in the order in which they are
 * explained.
 *
 * @type {readonly { name: ShortcutName, keys: readonly string[], act: (host: VariorumComparer, key: string) => void }[]}
 * `keys` are values of `KeyboardEvent.key`
 */
export const SHORTCUTS = [
  { name: 'next', keys: ['j'], act: ({ reading }) => reading?.walker.step(1) },
  { name: 'previous', keys: ['k'], act: ({ reading }) => reading?.walker.step(-1) },
  { name: 'nextArticle', keys: [']'], act: ({ reading }) => reading?.walker.turn(1) },
  { name: 'previousArticle', keys: ['['], act: ({ reading }) => reading?.walker.turn(-1) },
  { name: 'view', keys: VIEWS.map((_, index) => String(index + 1)), act: ({ reader }, key) => reader.show(VIEWS[Number(key) - 1], { takeFocus: true }) },
  { name: 'find', keys: ['/'], act: ({ reading }) => reading?.walker.search() },
  { name: 'open', keys: ['t'], act: (host) => host.selected && host.reviewer.review(host.selected, { status: 'open' }) },
  { name: 'checked', keys: ['c'], act: (host) => host.selected && host.reviewer.review(host.selected, { status: 'checked' }) },
  { name: 'dismissed', keys: ['d'], act: (host) => host.selected && host.reviewer.review(host.selected, { status: 'dismissed' }) },
  {
    name: 'close',
    keys: ['Escape'],
    act: ({ reader, reviewer, pairing, selected }) => {
      if (pairing) reviewer.pair(null);
      else if (selected) reader.select(null);
    },
  },
  { name: 'help', keys: ['?'], act: (host) => host.openHelp() },
];

/**
 * Listens to the keyboard for the comparer.
 *
 * @implements {ReactiveController}
 */
export class Keys {
  /** Whether single keys do anything: whoever speaks to the computer, or holds a key by mistake, can switch them off. */
  areOn = true;

  #host;
  /** @type {EventTarget | undefined} where keys are heard */
  #ground;

  /** @param {VariorumComparer} host */
  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    const { page } = this.#host;
    this.areOn = !isStored(page);
    this.#ground = page ? document : this.#host;
    this.#ground.addEventListener('keydown', this.#press);
  }

  hostDisconnected() {
    this.#ground?.removeEventListener('keydown', this.#press);
  }

  /** @param {boolean} areOn */
  switch = (areOn) => {
    this.areOn = areOn;
    try {
      this.#host.page?.tab.setItem(STORAGE_KEY, areOn ? '' : 'off');
    } catch {
      // Where storage is forbidden the choice lasts as long as the page.
    }
    this.#host.requestUpdate();
  };

  #press = (/** @type {any} */ event) => {
    const host = this.#host;
    const path = event.composedPath();
    const target = /** @type {HTMLElement} */ (path[0]);
    const isElsewhere = !path.includes(host) && target !== document.body;
    const isTyping = target.matches?.('input:not([type=checkbox]), textarea, select, [contenteditable]');
    const isInDialog = host.renderRoot.querySelector('dialog[open]') !== null;
    const isCombined = event.ctrlKey || event.metaKey || event.altKey;
    if (isElsewhere || isInDialog || isTyping || isCombined) return;
    const shortcut = SHORTCUTS.find(({ keys }) => keys.includes(event.key));
    if (!shortcut || (!this.areOn && shortcut.name !== 'close')) return;
    const isForReading = shortcut.name !== 'help' && shortcut.name !== 'view';
    if (!host.comparison.outcome && shortcut.name !== 'help') return;
    if (host.view === 'input' && isForReading) return;
    event.preventDefault();
    shortcut.act(host, event.key);
  };
}

/** @param {import('./page.js').Page | null} page */
function isStored(page) {
  try {
    return page?.tab.getItem(STORAGE_KEY) === 'off';
  } catch {
    return false;
  }
}
