// XML as a tree of plain objects. The browser's own reader would do, but for what it makes of damaged documents: a page
// with styles in it, which the page's policy reports. This one knows the five entities of XML and expands no others, so
// that nothing grows in memory and nothing is fetched.

/**
 * @typedef {object} Element
 * @property {string} name with its prefix
 * @property {string} local its name without the prefix
 * @property {string} attributes as they are written
 * @property {Element[]} children
 * @property {string} text its words, and those of the elements in it, with references as characters
 * @property {string} markup what stands between its tags, as it is written
 */

/** What XML is made of, one after another; anything else is text. */
const PIECES = /<!--[^]*?-->|<!\[CDATA\[([^]*?)\]\]>|<\?[^]*?\?>|<!DOCTYPE[^>[]*(?:\[[^\]]*\]\s*)?>|<\/([^\s<>/]+)\s*>|<([^\s<>/!?=]+)((?:\s+[^\s<>=/]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+/y;

const ENTITIES = /** @type {Record<string, string>} */ ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" });

/**
 * @param {string} source
 * @returns {Element | null} its outermost element; nothing when it is not well-formed
 */
export function readXml(source) {
  /** @type {Element} */
  const whole = { name: '', local: '', attributes: '', children: [], text: '', markup: '' };
  /** @type {{ element: Element, from: number }[]} the elements that are open, the outermost first, and where each begins */
  const open = [{ element: whole, from: 0 }];
  const pieces = new RegExp(PIECES);
  while (pieces.lastIndex < source.length) {
    const at = pieces.lastIndex;
    const piece = pieces.exec(source);
    if (!piece) return null;
    const [all, data, closed, opened, attributes = '', empty] = piece;
    const { element, from } = open[open.length - 1];
    if (closed !== undefined) {
      if (closed !== element.name) return null;
      element.markup = source.slice(from, at);
      open.pop();
      // Words of an element are words of those around it.
      open[open.length - 1].element.text += element.text;
    } else if (opened !== undefined) {
      const child = { name: opened, local: opened.slice(opened.indexOf(':') + 1), attributes, children: [], text: '', markup: '' };
      element.children.push(child);
      if (!empty) open.push({ element: child, from: pieces.lastIndex });
    } else if (data !== undefined) {
      element.text += data;
    } else if (!all.startsWith('<')) {
      element.text += decode(all);
    }
  }
  return open.length === 1 && whole.children.length === 1 ? whole.children[0] : null;
}

/**
 * @param {Element | undefined} element
 * @param {string} name
 * @returns {string | null}
 */
export function attribute(element, name) {
  const [, double, single] = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(element?.attributes ?? '') ?? [];
  return double === undefined && single === undefined ? null : decode(double ?? single);
}

/** @param {string} words */
function decode(words) {
  return words.replace(/&(?:#(x[\da-f]{1,6}|\d{1,7})|(\w+));/gi, (all, number, name) => {
    if (name) return ENTITIES[name] ?? all;
    const code = Number(/^x/i.test(number) ? `0${number}` : number);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : all;
  });
}
