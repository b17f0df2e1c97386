// Whether a text is several articles one after another. The page asks before it splits, and asks only when the text
// says so itself: by headings that count ("Article 2"), by rules between articles, by an address above each.

/** Words below which a part is no article, and the whole is left as one. */
const FEWEST_WORDS = 40;

/** Characters above which a first line is no headline. */
const LONGEST_HEADLINE = 200;

/** A line that counts articles: "Article 2", "TEXT B:", "### Report 3". */
const COUNTED = /^[#*\s]*(?:article|text|report|story|version)\s+(?:\d{1,2}|[A-Z])\s*[*:.)]*$/i;

/** A line of nothing but marks, as people type between things. */
const RULE = /^\s*(?:[-–—=_*~#•]\s*){3,}$/;

const ADDRESS = /^(?:source:\s*)?https?:\/\/\S+$/i;

/**
 * @param {string} text
 * @returns {string[] | null} the articles, at least two; null where it is one, or cannot be told for certain
 */
export function split(text) {
  const lines = text.split(/\r\n?|\n/);
  return byLine(lines, COUNTED, { isFirstNeeded: true }) ?? byLine(lines, RULE, {}) ?? byLine(lines, ADDRESS, { isFirstNeeded: true, keeps: true });
}

/**
 * @param {readonly string[]} lines
 * @param {RegExp} mark the line above, or between, articles
 * @param {{ isFirstNeeded?: boolean, keeps?: boolean }} how whether it must stand above the first article too, and
 * whether it belongs to the article below it
 */
function byLine(lines, mark, { isFirstNeeded = false, keeps = false }) {
  /** @type {string[][]} */
  const parts = [[]];
  let marks = 0;
  for (const line of lines) {
    if (mark.test(line.trim())) {
      marks += 1;
      parts.push(keeps ? [line] : []);
    } else {
      parts[parts.length - 1].push(line);
    }
  }
  const before = parts[0].join('').trim() === '';
  if (marks === 0 || (isFirstNeeded && !before)) return null;
  const articles = parts.map((part) => part.join('\n').trim()).filter((part) => part !== '');
  const areArticles = articles.length > 1 && articles.every((article) => words(article) >= FEWEST_WORDS);
  // A rule may as well part the sections of one report, which go on with running text.
  const areHeaded = isFirstNeeded || articles.every(hasHeadline);
  return areArticles && areHeaded ? articles : null;
}

/** @param {string} text */
function words(text) {
  return text.split(/\s+/).length;
}

/** @param {string} text */
function hasHeadline(text) {
  const [first, ...rest] = text.split('\n').filter((line) => line.trim() !== '');
  return first.length <= LONGEST_HEADLINE && !/[.:,;…]["”’)]*\s*$/.test(first) && rest.length > 0;
}
