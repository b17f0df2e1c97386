// HTML without what a browser would run, load or style, made before it is parsed. A parsed document has no window and
// runs nothing anyway; but browsers hold even such a document against the page's policy, and would report each handler
// and style in it as a violation.

/** Elements that are left out with all that they hold. */
const WITH_CONTENTS = /^(style|script)$/;

/** Elements that are not of HTML, with rules of their own. */
const IS_DRAWING = /^(svg|math)$/;

/** Elements of which the tag is left out. */
const TAGS = /^(base|link)$/;

/** The data that pages leave for machines is a script which is none. */
const IS_DATA = /type\s*=\s*["']?application\/(?:[\w.-]+\+)?ld\+json/i;

/** Which of the links is of use: the page's own address. */
const IS_CANONICAL = /rel\s*=\s*["']?[^"'>]*\bcanonical/i;

/**
 * Elements of which both tags are left out: how words are set says nothing here, and a parser opens again in each
 * paragraph what was left open before it, so that a few thousand of them fill the memory.
 */
const FORMATTING = /^(b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)$/;

/** Elements that need no closing tag, so that opening them does not always lead deeper. */
const UNCLOSED =
  /^(area|base|br|col|colgroup|dd|dt|embed|hr|img|input|li|link|meta|option|p|param|rp|rt|source|tbody|td|tfoot|th|thead|tr|track|wbr)$/;

/** Elements within each other, beyond which more of them are left out: browsers take time by the square of it. */
const MAX_DEPTH = 400;

/** Attributes that are given another name. */
const RENAMED = /^(on.*|style|srcdoc|background|src|srcset|data|poster|ping)$/i;

/** Where browsers ask who answers for a string that becomes markup, this module does so, for what `inert` has made of it. */
const policy = newPolicy();

function newPolicy() {
  try {
    return /** @type {any} */ (globalThis).trustedTypes.createPolicy('variorum', { createHTML: inert });
  } catch {
    // The browser does not ask, or the policy of a page of others knows nothing of us.
    return { createHTML: inert };
  }
}

/**
 * @param {string} source
 * @returns {Document}
 */
export function parse(source) {
  return new DOMParser().parseFromString(policy.createHTML(source), 'text/html');
}

/**
 * One pass from the first character to the last, however the quotes and brackets lie.
 *
 * @param {string} source
 * @returns {string} HTML of the same structure and words, in which `style` and handlers are `data-` attributes
 */
export function inert(source) {
  /** @type {string[]} */
  const kept = [];
  let at = 0;
  let depth = 0;
  // Drawings and formulas that are open: in them alone an element may end where it begins.
  let drawings = 0;
  while (at < source.length) {
    const open = source.indexOf('<', at);
    if (open < 0) break;
    kept.push(source.slice(at, open));
    if (source.startsWith('<!--', open)) {
      const end = source.indexOf('-->', open + 4);
      at = end < 0 ? source.length : end + 3;
      continue;
    }
    const isClosing = source.charAt(open + 1) === '/';
    const name = /[a-z][^\s/>]*/iy;
    name.lastIndex = open + (isClosing ? 2 : 1);
    const tag = name.exec(source)?.[0].toLowerCase();
    if (!tag) {
      // A document type, or a bracket that is only a bracket.
      kept.push('<');
      at = open + 1;
      continue;
    }
    const { text, end } = attributes(source, name.lastIndex);
    at = end;
    if (FORMATTING.test(tag)) continue;
    const isEmpty = text.endsWith('/>');
    if (IS_DRAWING.test(tag)) drawings = Math.max(0, drawings + (isClosing ? -1 : isEmpty ? 0 : 1));
    if (WITH_CONTENTS.test(tag) && isEmpty && drawings > 0) continue;
    if (WITH_CONTENTS.test(tag) && !isClosing) {
      at = behindTag(source, closing(source, tag, end));
      if (tag === 'script' && IS_DATA.test(text)) kept.push(`<script${text}`, source.slice(end, at));
      continue;
    }
    if (!UNCLOSED.test(tag)) depth = Math.max(0, depth + (isClosing ? -1 : 1));
    if (isClosing) {
      kept.push(`</${tag}>`);
      continue;
    }
    if (depth > MAX_DEPTH && !UNCLOSED.test(tag)) {
      kept.push(' ');
      continue;
    }
    if (!TAGS.test(tag) || IS_CANONICAL.test(text)) kept.push(`<${tag}${text}`);
  }
  if (at < source.length) kept.push(source.slice(at));
  return kept.join('');
}

/**
 * @param {string} source
 * @param {number} from behind the name of a tag
 * @returns {{ text: string, end: number }} the rest of the tag with its bracket, and where it ends
 */
function attributes(source, from) {
  const part = /[\s/]+|>|([^\s/>=]+)(\s*=\s*(?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^\s>]*))?|=/y;
  part.lastIndex = from;
  let text = '';
  while (part.lastIndex < source.length) {
    const start = part.lastIndex;
    const found = part.exec(source);
    // It is either of these at every place; were it not, the tag would end here.
    if (!found) return { text: `${text}>`, end: start + 1 };
    const [all, name, value = ''] = found;
    if (all === '>') return { text: `${text}>`, end: part.lastIndex };
    text += name && RENAMED.test(name) ? `data-${name}${value}` : all;
  }
  return { text: `${text}>`, end: source.length };
}

/**
 * @param {string} source
 * @param {string} tag
 * @param {number} from
 * @returns {number} where the closing tag begins
 */
function closing(source, tag, from) {
  const close = new RegExp(`</${tag}[\\s/>]`, 'gi');
  close.lastIndex = from;
  return close.exec(source)?.index ?? source.length;
}

/**
 * @param {string} source
 * @param {number} from
 */
function behindTag(source, from) {
  const end = source.indexOf('>', from);
  return end < 0 ? source.length : end + 1;
}
