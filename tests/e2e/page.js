// What the end-to-end tests share: the page under watch, and hand-made reports for tests of the view alone.
import { expect, test as base } from '@playwright/test';

/**
 * Every test fails on a console error, a page error, a policy violation or a request that leaves the origin, in whatever tab of
 * its own.
 */
export const test = base.extend({
  /** Where a test brings about what the browser complains of: which complaints those are. */
  provoked: [/^$/, { option: true }],
  page: async ({ page, context, baseURL, provoked }, use) => {
    const complaints = [];
    context.on('console', (message) => {
      // Chromium asks for the icon anew whenever the address changes; without a network it does so in vain.
      // Pages in frames have none.
      if (/\/favicon\.(svg|ico)$/.test(message.location().url)) return;
      if (message.text().startsWith('Service Worker registration blocked')) return;
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    context.on('weberror', (error) => complaints.push(error.error().message));
    context.on('request', (request) => {
      // A page that was saved may be opened from where it lies.
      if (!request.url().startsWith(baseURL) && !request.url().startsWith('file:')) complaints.push(`left the origin: ${request.url()}`);
    });
    // Every strict policy asks for Trusted Types too, so that a string that would become markup or script is one of these.
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        console.error(`policy violation: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
      });
    });
    await use(page);
    expect(complaints.filter((complaint) => !provoked.test(complaint))).toEqual([]);
  },
});

export { expect };

export const TWO = [
  'Ferry hits rocks\n\nThe ferry carried 212 passengers and nineteen crew. Nobody was killed.',
  'Ship aground\n\nThere were 221 passengers on the ferry, and 19 crew. A dog was rescued.',
];

/**
 * Opens the page and pastes articles into its boxes.
 *
 * @param {import('@playwright/test').Page} page
 * @param {string[]} [texts]
 */
export async function open(page, texts = []) {
  await page.goto('./');
  await paste(page, texts);
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {string[]} texts
 */
export async function paste(page, texts) {
  for (const [index, text] of texts.entries()) {
    if (index >= (await page.locator('textarea').count())) {
      await page.getByRole('button', { name: 'Add article' }).click();
    }
    await page.locator('textarea').nth(index).fill(text);
  }
}

/**
 * Puts a client in place of the worker that answers with a report made by hand.
 *
 * @param {import('@playwright/test').Page} page
 * @param {object} report
 */
export async function answerWith(page, report) {
  await page.evaluate((given) => {
    document.querySelector('variorum-comparer').client = { compare: async () => given };
  }, report);
}

/**
 * A report of the documented shape. A reading is `[article, words, group, speaker?]`; its words are looked up in the
 * article's text.
 *
 * @param {string[]} texts
 * @param {{ relation: string, label?: string, readings: [string, string, number, string?][], reasons?: string[] }[]} findings
 * @param {{ only?: [string, string][], stories?: string[][], notes?: string[] }} [rest]
 */
export function reportOn(texts, findings, { only = [], stories, notes = [] } = {}) {
  const ids = texts.map((_, index) => String.fromCharCode(97 + index));
  const textOf = (id) => texts[ids.indexOf(id)];
  const place = (article, words) => {
    const start = textOf(article).indexOf(words);
    if (start < 0) throw new Error(`"${words}" does not stand in article ${article}`);
    return { article, start, end: start + words.length };
  };
  return {
    version: 1,
    engine: 'variorum test',
    articles: texts.map((text, index) => ({
      id: ids[index],
      siglum: ids[index].toUpperCase(),
      title: text.split('\n')[0],
      outlet: null,
      published: null,
      length: text.length,
      language: 'en',
      parts: [{ part: 'headline', start: 0, end: text.split('\n')[0].length }],
      sentences: [{ start: 0, end: text.length, paragraph: 0 }],
      notes: index === 0 ? notes.map((message) => ({ code: 'note', message, start: 0, end: 1 })) : [],
    })),
    stories: stories ?? [ids],
    findings: findings.map(({ relation, label = 'what is counted', readings, reasons = [] }, index) => ({
      id: `finding-${index}`,
      kind: 'count',
      relation,
      label,
      summary: `Summary ${index}.`,
      severity: 'correct',
      reasons: reasons.map((message) => ({ code: 'reason', message, reconciles: true })),
      readings: readings.map(([article, words, group, speaker]) => ({
        ...place(article, words),
        text: words,
        norm: words,
        precision: 'exact',
        group,
        by: speaker ? { ...place(article, speaker), text: speaker } : null,
        certainty: 'stated',
        sentence: 0,
      })),
      absent: ids.filter((id) => !readings.some(([article]) => article === id)),
      receipt: {
        engine: 'variorum test',
        rules: ['test-rule'],
        links: readings.length > 1 ? [{ left: 0, right: 1, score: 7, parts: [{ part: 'wording', points: 7 }] }] : [],
      },
    })),
    only: only.map(([article, words]) => place(article, words)),
    shared: [],
    alignment: [],
    hashes: {},
  };
}

/** A report on `TWO`. */
export const reportOnTwo = () =>
  reportOn(
    TWO,
    [
      { relation: 'conflict', label: 'passengers on the ferry', readings: [['a', '212', 0], ['b', '221', 1]] },
      { relation: 'same', label: 'crew', readings: [['a', 'nineteen', 0], ['b', '19', 0]] },
    ],
    { only: [['a', 'Nobody was killed.'], ['b', 'A dog was rescued.']] },
  );

/**
 * Opens the page with articles and a report made by hand, and shows the article view.
 *
 * @param {import('@playwright/test').Page} page
 * @param {string[]} [texts]
 * @param {object} [report]
 */
export async function openReport(page, texts = TWO, report = reportOnTwo()) {
  await page.goto('./');
  await answerWith(page, report);
  await paste(page, texts);
  await view(page, 'Article').click();
  await expect(page.locator('.article-view')).toBeVisible();
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {'Your articles' | 'Article' | 'Fact table'} name
 */
export function view(page, name) {
  return page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name, exact: true });
}

/** What a tab is called, by the name of its view. */
const TABS = {
  input: 'Your articles',
  article: 'Article',
  table: 'Fact table',
  columns: 'Side by side',
  wording: 'Wording',
  speakers: 'Who says what',
  timeline: 'Timeline',
};

/**
 * Chooses a view and waits until it is drawn: most are fetched when they are first wanted.
 *
 * @param {import('@playwright/test').Page} page
 * @param {keyof typeof TABS} name
 */
export async function show(page, name) {
  await view(page, TABS[name]).click();
  await expect(page.locator('main')).toHaveAttribute('data-view', name);
}

/** Waits until all that was asked of the page is drawn. */
export const settled = (page) => page.locator('variorum-comparer').evaluate((comparer) => comparer.updateComplete);
