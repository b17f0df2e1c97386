/** @import { ArticleReport, Finding, Request } from '../../../pkg/web/variorum.js' */
/** @import { Saved } from '../keep/saved.js' */
/** @import { Row, Sheet } from './rows.js' */

import { blocks } from '../blocks.js';
import { onlyIn } from '../sayings.js';
import { segment } from '../marks.js';
import { languageOf } from '../parts/label.js';
import { differs } from '../relations.js';
import { allowed, embedded, written } from './inline.js';
import css from './page.css?raw';
import { heading, opening, rows } from './rows.js';

/**
 * The comparison as one web page that needs nothing but itself: no script, no network, no other file. It holds the
 * articles as data too, so that it can be opened here again.
 *
 * Everything is put in as text of a document that is never shown, so that no article can bring markup of its own.
 *
 * @param {Sheet} sheet
 * @param {Request} request
 * @param {Saved | null} saved none for a page of findings and short quotations only
 * @returns {Promise<string>}
 */
export async function page(sheet, request, saved) {
  const { report, findings, reviews, strings, words } = sheet;
  const { title, lead, rest } = opening(sheet);
  const paper = document.implementation.createHTMLDocument(title);
  paper.documentElement.lang = strings.language;
  const numbers = new Map(findings.filter(({ relation }) => differs(relation)).map(({ id }, at) => [id, at + 1]));
  const { standing, dismissed } = rows(sheet);
  const meta = (/** @type {Record<string, string>} */ attributes) => element('meta', attributes);
  const style = await allowed(css);
  paper.head.prepend(
    meta({ charset: 'utf-8' }),
    meta({ 'http-equiv': 'Content-Security-Policy', content: `default-src 'none'; style-src ${style.source}; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'` }),
    meta({ name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    meta({ name: 'generator', content: report.engine }),
  );
  paper.body.append(
    element(
      'header',
      {},
      element('h1', {}, title),
      element('p', { class: 'overview' }, element('strong', {}, lead), ` ${rest}`),
      element('ul', {}, ...report.articles.map((article) => element('li', {}, link(article)))),
    ),
    table(standing.filter(({ finding }) => differs(finding.relation))),
    ...(saved ? report.articles.map(articleWhole) : []),
    section(strings.layers.same, standing.filter(({ finding }) => !differs(finding.relation))),
    section(words.exports.dismissed, dismissed),
    element('footer', {}, `${strings.footer} ${words.exports.madeBy(report.engine)}`),
  );
  return written(paper, { head: `<style${style.attribute}>${css}</style>`, body: saved ? embedded('variorum-comparison', saved) : '' });

  /**
   * @param {string} tag
   * @param {Record<string, string>} attributes
   * @param {...(Node | string)} children
   */
  function element(tag, attributes, ...children) {
    const made = paper.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  }

  /** @param {ArticleReport} article */
  function link(article) {
    const words = heading(article, strings);
    return saved ? element('a', { href: `#article-${article.siglum}` }, words) : words;
  }

  /**
   * @param {string} name
   * @param {Row[]} shown
   */
  function section(name, shown) {
    return shown.length > 0 ? element('section', {}, element('h2', {}, name), table(shown)) : '';
  }

  /** @param {Finding} finding */
  function called(finding) {
    const theirs = languageOf(finding, report);
    const stretches = strings.labelled(finding);
    const lang = stretches.every(({ isTheirs }) => isTheirs) ? theirs : strings.language;
    const set = stretches.map(({ words, isTheirs }) => (isTheirs && theirs !== lang ? element('span', { lang: theirs }, words) : words));
    return element('span', { dir: 'auto', lang }, ...set);
  }

  /** @param {Row[]} shown */
  function table(shown) {
    if (shown.length === 0) return '';
    const head = element(
      'tr',
      {},
      element('th', { scope: 'col' }, strings.table.fact),
      ...report.articles.map((article) => element('th', { scope: 'col' }, heading(article, strings))),
    );
    const lines = shown.map(({ finding, relation, reasons, status, note, cells }) => {
      const number = numbers.get(finding.id);
      return element(
        'tr',
        { class: finding.relation, ...(number && { id: `finding-${number}` }) },
        element(
          'th',
          { scope: 'row' },
          element('span', { class: 'relation' }, [number, relation, status].filter(Boolean).join(' · ')),
          called(finding),
          ...(note ? [element('span', { class: 'note', dir: 'auto' }, note)] : []),
          ...(reasons ? [element('span', { class: 'who' }, reasons)] : []),
        ),
        ...cells.map(({ sayings, absent }) =>
          sayings.length === 0
            ? element('td', { class: 'absent' }, absent)
            : element(
                'td',
                {},
                ...sayings.map(({ words, by, where, link }) =>
                  element(
                    'p',
                    { class: 'saying', dir: 'auto' },
                    link ? element('a', { rel: 'noreferrer', href: link }, words.join(' · ')) : words.join(' · '),
                    ...(by || where ? [element('span', { class: 'who' }, [by, where].filter(Boolean).join(' · '))] : []),
                  ),
                ),
              ),
        ),
      );
    });
    return element('div', { class: 'scroller' }, element('table', {}, element('thead', {}, head), element('tbody', {}, ...lines)));
  }

  /** @param {ArticleReport} article */
  function articleWhole(article) {
    const text = request.articles.find(({ id }) => id === article.id)?.text ?? '';
    const marks = findings
      .filter(({ relation }) => differs(relation))
      .flatMap((finding) =>
        finding.readings
          .filter((reading) => reading.article === article.id)
          .map(({ start, end }) => ({ start, end, finding })),
      );
    const only = onlyIn(report, article.id);
    const set = blocks(text, article.parts).map(({ part, start, end }) =>
      element(
        part === 'headline' ? 'h3' : 'p',
        { dir: 'auto' },
        ...segment(start, end, only).map((piece) => {
          const words = segment(piece.start, piece.end, marks).map((mark) => marked(text, mark));
          return piece.spans.length > 0 ? element('span', { class: 'only', title: strings.article.only }, ...words) : element('span', {}, ...words);
        }),
      ),
    );
    return element(
      'article',
      { id: `article-${article.siglum}`, ...(article.language !== 'und' && { lang: article.language }) },
      element('h2', {}, heading(article, strings)),
      ...set,
    );
  }

  /**
   * @param {string} text
   * @param {import('../marks.js').Segment<import('../marks.js').Span & { finding: Finding }>} piece
   */
  function marked(text, { start, end, spans }) {
    const words = text.slice(start, end);
    const [top] = spans;
    if (!top) return words;
    const number = String(numbers.get(top.finding.id));
    return element(
      'a',
      { class: `mark ${top.finding.relation} ${reviews[top.finding.id]?.status ?? ''}`.trim(), href: `#finding-${number}`, title: strings.layers[top.finding.relation] },
      words,
      ...(top.end === end ? [element('sup', {}, number)] : []),
    );
  }
}
