/** @import { ReactiveController } from 'lit' */
/** @import { VariorumComparer } from './variorum-comparer.js' */

/**
 * The keys that do something wherever the focus is, so long as nothing is being typed.
 *
 * @type {Record<string, (host: VariorumComparer) => void>} by `KeyboardEvent.key`
 */
const ACTIONS = {
  j: ({ reader }) => reader.step(1),
  k: ({ reader }) => reader.step(-1),
  Escape: ({ reader, selected }) => {
    if (selected) reader.select(null);
  },
};

/**
 * Listens to the keyboard for the comparer.
 *
 * @implements {ReactiveController}
 */
export class Keys {
  #host;

  /** @param {VariorumComparer} host */
  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    document.addEventListener('keydown', this.#press);
  }

  hostDisconnected() {
    document.removeEventListener('keydown', this.#press);
  }

  #press = (/** @type {KeyboardEvent} */ event) => {
    const host = this.#host;
    const path = event.composedPath();
    const target = /** @type {HTMLElement} */ (path[0]);
    const isElsewhere = !path.includes(host) && target !== document.body;
    const isTyping = target.matches?.('input, textarea, select, [contenteditable]');
    const isInDialog = host.renderRoot.querySelector('dialog[open]') !== null;
    const isCombined = event.ctrlKey || event.metaKey || event.altKey;
    if (host.view === 'input' || isElsewhere || isInDialog || isTyping || isCombined) return;
    ACTIONS[event.key]?.(host);
  };
}
