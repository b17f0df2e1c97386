// What pages may rely on of <variorum-comparer>. The element is held to it by www/src/embed/index.js.
import type { ArticleInput, Finding, Options, Report, Request } from '../../pkg/web/variorum.js';
import type { Client } from './client.js';

/** Whether a finding was checked or put aside, and what was noted of it. */
export interface Review {
  /** The finding's id. */
  finding: string;
  status?: 'open' | 'checked' | 'dismissed';
  note?: string;
}

/** An article as it is given: whoever asks for nothing by it need not name it. */
export type GivenArticle = Omit<ArticleInput, 'id'> & { id?: string };

/** The views, in the order of the tabs. */
export type View = 'input' | 'article' | 'columns' | 'table' | 'timeline' | 'speakers' | 'wording';

/** What the element tells. All of it bubbles and leaves shadow roots. */
export interface ComparerEventMap {
  /** A new report has arrived. Offsets are into the texts of this request. */
  compared: CustomEvent<{ request: Request; report: Report }>;
  /** The newest comparison failed, or `src` could not be read; what is shown stays. */
  failed: CustomEvent<{ code: string; message: string }>;
  /** A finding was chosen, or let go (null). */
  'finding-selected': CustomEvent<Finding | null>;
  /** A finding was checked, dismissed or noted. */
  reviewed: CustomEvent<Review>;
  /** Another view is shown. */
  'view-changed': CustomEvent<View>;
  /** Another language is spoken; `detail` is its BCP 47 tag. */
  'language-changed': CustomEvent<string>;
}

/**
 * Compares articles and shows where they differ, in a page among other things. Several on a page have nothing in common.
 * It keeps nothing, leaves the address alone, and hears only what is typed, pasted and dropped into it.
 *
 * Attributes: `src`, `view`, `base`, `order`, `home`, `lang`. `<article>` elements between its tags are compared, and are what is
 * read where scripts do not run; `data-id`, `data-outlet`, `data-published`, `data-title` and `data-url` say what their words do not.
 *
 * Slots: `heading`, `intro`, `footer`. Parts and custom properties: see custom-elements.json.
 *
 * @example
 * const comparer = document.querySelector('variorum-comparer');
 * comparer.articles = [{ id: 'a', text: '…' }, { id: 'b', text: '…' }];
 * comparer.addEventListener('compared', ({ detail: { report } }) => save(report));
 */
export class VariorumComparer extends HTMLElement {
  /** What is compared. Ids stay as they are; articles without one are called a, b, c … in this order. Those that are set are shown at once. */
  get articles(): ArticleInput[];
  set articles(articles: readonly GivenArticle[]);
  /** The newest report, or null. One that is set is shown as it is, without the articles and without the engine. */
  get report(): Report | null;
  set report(report: Report | null);
  /** Rules and kinds of the request. */
  options: Options;
  /** What was made of findings, by their ids: those that are checked, dismissed or noted. */
  reviews: Readonly<Record<string, Omit<Review, 'finding'>>>;
  /** The address of articles as JSON: a request, a list of articles, or a comparison that was saved here. */
  src: string;
  view: View;
  /** The id of the article that is read. */
  base: string;
  /** The id of the finding that is chosen. */
  selected: string | null;
  /** How the fact table is ordered. */
  order: 'severity' | 'place' | 'kind' | 'relation';
  /** The address of a page with Variorum alone. With it, links to what is shown can be copied, which lead there. */
  home: string;
  /** Where comparing is done: a worker of its own unless another is set, such as one for several elements. */
  client: Client | null;
  /** Settled when what was set is drawn. */
  readonly updateComplete: Promise<boolean>;

  addEventListener<K extends keyof ComparerEventMap>(
    type: K,
    listener: (this: VariorumComparer, event: ComparerEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'variorum-comparer': VariorumComparer;
  }
}
