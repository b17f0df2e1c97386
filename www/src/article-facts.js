/** @import { ArticleFacts, ArticleInput } from '../../pkg/web/variorum.js' */
/** @import { VariorumComparer } from './variorum-comparer.js' */

/** What the engine reads in single articles, asked for when it is first wanted. */
export class FactsOf {
  #host;
  /** @type {WeakMap<ArticleInput, ArticleFacts | null>} null while they are on their way, or when they cannot be had */
  #known = new WeakMap();
  /** How many answers are on their way. */
  #awaited = 0;

  /** @param {VariorumComparer} host */
  constructor(host) {
    this.#host = host;
  }

  /**
   * @param {ArticleInput} article
   * @returns {ArticleFacts | null} null for as long as the engine has not answered; the host is drawn again when it has
   */
  get = (article) => {
    const known = this.#known.get(article);
    if (known === undefined) this.#ask(article);
    return known ?? null;
  };

  /** @param {ArticleInput} article */
  async #ask(article) {
    this.#known.set(article, null);
    this.#awaited += 1;
    try {
      const facts = await this.#host.client?.facts?.(article);
      if (facts) this.#known.set(article, facts);
    } catch {
      // The worker went, perhaps for newer text; the next drawing asks again.
      this.#known.delete(article);
    }
    this.#awaited -= 1;
    // Many are asked for at a time: they are drawn together.
    if (this.#awaited === 0 && this.#known.has(article)) this.#host.requestUpdate();
  }
}
