// What scripts add for readers of a comparison: choosing among relations, and in a narrow place a list instead of the
// table. All of it is read from the table that is there; nothing is fetched.
//
// SPDX-License-Identifier: MIT OR Apache-2.0

import '../package/report.js';

/** Narrower than this, in rem, a table of two articles cannot be read across; style.css has the same. */
const NARROW_REM = 36;

for (const place of document.querySelectorAll('.wp-block-variorum-comparison')) enhance(place);

/** @param {Element} place */
function enhance(place) {
  const shown = place.querySelector('variorum-report');
  if (!shown) return;
  const { report, strings } = read(shown);
  shown.strings = strings;
  choices(place, shown);
  place.addEventListener('click', ({ target }) => lead(target, place, shown));
  const narrow = NARROW_REM * parseFloat(getComputedStyle(document.documentElement).fontSize);
  new ResizeObserver(([{ contentRect }]) => {
    const wanted = contentRect.width < narrow ? report : null;
    if (shown.report !== wanted) shown.report = wanted;
  }).observe(place);
}

/**
 * Follows links within a comparison to where the table alone would not: into an article that is folded, and to a finding in
 * the list.
 *
 * @param {Element} target
 * @param {Element} place
 * @param {Element} shown
 */
function lead(target, place, shown) {
  const link = target.closest('a[href^="#variorum-"]');
  const goal = link && document.getElementById(link.hash.slice(1));
  if (!goal || !place.contains(goal)) return;
  if (goal.matches('details')) goal.open = true;
  if (!shown.report || !goal.matches('tr')) return;
  const rows = [...place.querySelectorAll('tbody > tr:not([hidden])')];
  shown.shadowRoot.querySelectorAll('[part~=finding]')[rows.indexOf(goal)]?.scrollIntoView({ block: 'center' });
}

/**
 * Makes switches of the relations' names, where there is more than one to choose from.
 *
 * @param {Element} place
 * @param {Element} shown
 */
function choices(place, shown) {
  const items = [...place.querySelectorAll('.variorum-relations > li')];
  const chosen = new Set(items.map(({ dataset }) => dataset.relation));
  const show = () => {
    shown.setAttribute('relations', [...chosen].join(' '));
    for (const row of place.querySelectorAll('tbody > tr')) row.hidden = !chosen.has(row.dataset.relation);
  };
  show();
  if (items.length < 2) return;
  for (const item of items) {
    const button = document.createElement('button');
    button.type = 'button';
    button.ariaPressed = 'true';
    button.append(...item.childNodes);
    item.append(button);
    button.addEventListener('click', () => {
      const { relation } = item.dataset;
      if (!chosen.delete(relation)) chosen.add(relation);
      button.ariaPressed = String(chosen.has(relation));
      show();
    });
  }
}

/**
 * The report and the words for it, as far as they stand in the table.
 *
 * @param {Element} shown
 */
function read(shown) {
  const words = (/** @type {Element} */ within, /** @type {string} */ name) => [...within.querySelectorAll(`.variorum-${name}`)].map(({ textContent }) => textContent);
  const table = shown.querySelector('table');
  const articles = [...table.querySelectorAll('thead th:not(:first-child)')].map((head) => {
    const [[siglum], [outlet = ''], [published = '']] = ['siglum', 'name', 'day'].map((name) => words(head, name));
    return { id: siglum, siglum, outlet, published };
  });
  const strings = { name: table.caption.textContent, notMentioned: '', nothing: '' };
  const findings = [...table.tBodies[0].rows].map((row) => {
    const { relation } = row.dataset;
    [strings[relation]] = words(row, 'relation');
    const cells = [...row.cells].slice(1);
    const silent = cells.filter(({ dataset }) => 'absent' in dataset);
    if (silent.length > 0) [strings.notMentioned] = words(silent[0], 'absent');
    return {
      relation,
      label: words(row, 'label').join(' '),
      readings: cells.flatMap((cell) =>
        [...cell.querySelectorAll('.variorum-saying')].map((saying) => {
          const [[text], [by]] = ['words', 'by'].map((name) => words(saying, name));
          return { article: cell.dataset.siglum, group: Number(saying.dataset.group), text, by: by === undefined ? null : { text: by } };
        }),
      ),
      absent: silent.map(({ dataset }) => dataset.siglum),
      reasons: words(row, 'reason').map((message) => ({ message })),
    };
  });
  return { report: { version: 1, articles, findings }, strings };
}
