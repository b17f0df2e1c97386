// The paragraphs of a page, in order, each with the reason why it is no part of the report, where there is one.

/**
 * Why a passage of a page is left out.
 *
 * @typedef {'navigation' | 'advertisement' | 'caption' | 'related' | 'newsletter' | 'comments' | 'sharing' | 'controls'
 *   | 'hidden' | 'aside' | 'around'} Reason
 */

/**
 * @typedef {object} Block
 * @property {string} text in one line
 * @property {Element} element the innermost element that holds it as a block
 * @property {Reason | null} reason
 * @property {boolean} isSure whether the page's own structure gives the reason, and not only the name of a class
 */

/** Elements whose contents are never words of the page. */
const SILENT = new Set(
  'head script style template noscript iframe object embed canvas audio video svg math select datalist textarea input map'
    .split(' '),
);

const BLOCKS = new Set(
  ('address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre section summary table tbody ' +
    'tfoot thead tr ul').split(' '),
);

const BLOCK = [...BLOCKS].join();

/**
 * What parts of a page call themselves in their classes and ids, in the order of trial.
 *
 * @type {readonly [Reason, RegExp][]}
 */
const NAMES = [
  ['hidden', /^(sr-only|visually-?hidden|screen-?reader(-text)?|u-hidden)$/],
  ['caption', /(^|[-_])(captions?|figcaption|photo-credit|image-credit)($|[-_])/],
  ['advertisement', /(^|[-_])(ads?|adslot|adunit|advert\w*|sponsor(ed)?|promos?|promotion|outbrain|taboola)($|[-_])/],
  ['newsletter', /(^|[-_])(newsletters?|subscri\w+|sign-?up|paywall|donat\w+)($|[-_])/],
  ['comments', /(^|[-_])(comments?|disqus)($|[-_])/],
  ['related', /(^|[-_])(related|recommend\w*|read-?(more|next|also)|more-(on|from|stories|news)|most-(read|viewed|popular)|trending)($|[-_])/],
  ['sharing', /(^|[-_])(share|sharing|share-?(bar|buttons|tools)|social|follow-us)($|[-_])/],
  ['controls', /(^|[-_])(cookies?|consent|gdpr|toolbar|modal|popup)($|[-_])/],
  ['navigation', /(^|[-_])(nav|navbar|navigation|menu|breadcrumbs?|topics|tags?|skip-?link|pagination)($|[-_])/],
];

/** @type {Record<string, Reason>} */
const TAGS = {
  nav: 'navigation',
  menu: 'navigation',
  footer: 'navigation',
  aside: 'aside',
  figcaption: 'caption',
  form: 'controls',
  button: 'controls',
  dialog: 'hidden',
};

/** @type {Record<string, Reason>} */
const ROLES = {
  navigation: 'navigation',
  banner: 'navigation',
  contentinfo: 'navigation',
  search: 'controls',
  dialog: 'hidden',
  complementary: 'aside',
};

/** Openings of paragraphs that are one link to something else. */
const LEADS_ELSEWHERE = /^(read( more| also| next)?|see also|also read|more|more on this|related|watch|listen|live)\b/i;
const IS_ADVERTISEMENT = /^(advertisement|advertising|sponsored|ad|story continues below( advertisement)?)\.?$/i;

/** A part with more than this share of the page's words is the page, whatever its classes are called. */
const MOST = 0.5;

/** Characters from which a part may be the report itself, whatever its class is called. */
const SHORTEST_REPORT = 400;

/**
 * @param {Element} root
 * @returns {Block[]}
 */
export function blocksOf(root) {
  /** @type {Block[]} */
  const found = [];
  const all = root.textContent?.length ?? 0;
  /** @type {{ element: Element, reason: Reason, isSure: boolean } | null} the outermost element that is left out */
  let out = null;
  let words = '';
  let linked = 0;
  /** @type {Element} */
  let block = root;

  const flush = () => {
    const text = oneLine(words);
    if (/[\p{L}\p{N}]/u.test(text)) {
      const byText = out ? null : reasonOfText(text, linked / words.length);
      const bullet = block.localName === 'li' && !block.querySelector('p') ? '• ' : '';
      found.push({
        text: bullet + text,
        element: block,
        reason: out?.reason ?? byText,
        isSure: out?.isSure ?? byText !== null,
      });
    }
    words = '';
    linked = 0;
  };

  // Not by recursion: pages nest deeper than a stack is high.
  /** @type {Node | null} */
  let node = root;
  while (node) {
    let descends = false;
    if (node.nodeType === Node.TEXT_NODE) {
      const text = node.nodeValue ?? '';
      words += block.closest('pre') ? text.replace(/\n/g, ' ') : text;
      if (node.parentElement?.closest('a')) linked += text.length;
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      const element = /** @type {Element} */ (node);
      if (element.localName === 'br') words += isBreak(element) ? '\n' : ' ';
      else if (element.localName === 'td' || element.localName === 'th') words += words.trim() ? ' | ' : '';
      if (words.endsWith('\n')) flush();
      if (!SILENT.has(element.localName)) {
        if (BLOCKS.has(element.localName)) {
          flush();
          block = element;
        }
        if (!out) {
          const given = reasonOf(element, all);
          if (given) {
            flush();
            out = { element, ...given };
          }
        }
        descends = element.firstChild !== null;
        if (!descends) leave(element);
      }
    }
    if (descends) {
      node = node.firstChild;
      continue;
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      if (node) leave(/** @type {Element} */ (node));
    }
    node = node && node !== root ? node.nextSibling : null;
  }
  flush();
  return found;

  /** @param {Element} element */
  function leave(element) {
    if (out?.element === element) {
      flush();
      out = null;
    }
    if (!BLOCKS.has(element.localName)) return;
    flush();
    block = element.parentElement?.closest(BLOCK) ?? root;
  }
}

/**
 * @param {string} text
 * @returns {string} with white space as a page shows it, and without the characters that only say where to break
 */
export function oneLine(text) {
  return text.replace(/[\u00ad\u200b\u2060\ufeff]/g, '').replace(/[\s\u00a0\u0000]+/g, ' ').trim();
}

/**
 * Two line breaks with nothing between them stand for a paragraph.
 *
 * @param {Element} element
 */
function isBreak(element) {
  let next = element.nextSibling;
  while (next?.nodeType === Node.TEXT_NODE && !next.nodeValue?.trim()) next = next.nextSibling;
  return next?.nodeName.toLowerCase() === 'br';
}

/**
 * @param {Element} element
 * @param {number} all characters of the page
 * @returns {{ reason: Reason, isSure: boolean } | null}
 */
function reasonOf(element, all) {
  const name = element.localName;
  if (name === 'html' || name === 'body' || name === 'main' || name === 'article') return null;
  const isHidden = element.hasAttribute('hidden') || /display:\s*none/i.test(element.getAttribute('data-style') ?? '');
  if (isHidden) return { reason: 'hidden', isSure: true };
  const byTag = TAGS[name] ?? ROLES[element.getAttribute('role') ?? ''];
  const holdsMost = () => (element.textContent?.length ?? 0) > all * MOST;
  if (byTag && !element.querySelector('h1') && !holdsMost()) return { reason: byTag, isSure: true };
  const isList = (name === 'ul' || name === 'ol') && element.querySelectorAll('a').length > 1 && linkShare(element) > 0.8;
  if (isList) return { reason: 'related', isSure: true };
  const called = `${element.getAttribute('class') ?? ''} ${element.id}`.toLowerCase().slice(0, 500);
  if (called.trim() === '' || name === 'h1') return null;
  const names = called.split(/\s+/);
  const byName = NAMES.find(([, pattern]) => names.some((given) => pattern.test(given)))?.[0];
  if (!byName || holdsMost() || element.querySelector('h1')) return null;
  const isShort = (element.textContent?.length ?? 0) < SHORTEST_REPORT;
  return { reason: byName, isSure: isShort || byName === 'caption' || byName === 'hidden' };
}

/** @param {Element} element */
function linkShare(element) {
  let linked = 0;
  for (const link of element.querySelectorAll('a')) linked += oneLine(link.textContent ?? '').length;
  return linked / Math.max(1, oneLine(element.textContent ?? '').length);
}

/**
 * @param {string} text
 * @param {number} linked share of it that is a link
 * @returns {Reason | null}
 */
function reasonOfText(text, linked) {
  if (IS_ADVERTISEMENT.test(text)) return 'advertisement';
  if (linked > 0.5 && text.length < 200 && LEADS_ELSEWHERE.test(text)) return 'related';
  return null;
}
