// What is kept and handed on is the same comparison when it comes back: articles, what was said of them, what is shown.
import { readFile } from 'node:fs/promises';
import { toRequest } from '../../www/src/drafts.js';
import { fromSaved, toSaved } from '../../www/src/keep/saved.js';
import { drop } from './doors.js';
import { expect, open, show, test } from './page.js';

const TWO = [
  'Depot fire\n\nThe fire killed 12 workers on Tuesday, police said. It cost $4 million. The depot holds 40 lorries.',
  'Blaze at depot\n\nThe fire killed 14 workers on Tuesday. It cost $5 million. The depot holds 30 lorries.\r\n',
];

/** Ways in which a comparison leaves the page, and the name of the button. */
const FILES = /** @type {const} */ ([
  ['JSON', 'a.json'],
  ['Web page', 'a.html'],
]);

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

/** A comparison with all that can be said of one: names, dates, a rule, a review with a note. */
async function fill(page) {
  await open(page, TWO);
  await page.getByLabel('Outlet').first().fill('The Post');
  await page.getByLabel('Headline').nth(1).fill('Another headline');
  await page.getByLabel('Published').nth(1).fill('2025-06-04');
  await page.getByRole('button', { name: 'Read the comparison' }).click();
  await page.locator('.mark.conflict', { hasText: '12' }).click();
  await page.locator('.note.selected').getByText('The same thing, or not?').click();
  await page.getByRole('button', { name: 'Not the same thing' }).first().click();
  await expect(page.locator('details.rules')).toBeVisible();
  await page.locator('.mark.conflict', { hasText: '$4 million' }).click();
  await page.locator('.note.selected').getByRole('button', { name: 'checked' }).click();
  await page.locator('.note.selected').getByLabel('Your note').fill('Asked the owner.');
  await page.keyboard.press('Tab');
  await expect.poll(() => state(page).then(({ reviews }) => Object.values(reviews))).toEqual([{ status: 'checked', note: 'Asked the owner.' }]);
}

/** Everything that a comparison is. */
const state = (page) =>
  page.locator('variorum-comparer').evaluate(({ drafts, rules, reviews, comparison }) => ({
    drafts: drafts.filter(({ text }) => text.trim() !== '').map(({ text, title, outlet, published, url }) => ({ text, title, outlet, published, url })),
    rules,
    reviews,
    report: comparison.outcome?.report ?? null,
  }));

/** Everything that is shown of it. */
const shown = (page) =>
  page.locator('variorum-comparer').evaluate(({ view, base, selected, order, filters, folded, columns, pair, isWordwise }) => ({
    view, base, selected, order, filters: { ...filters, shown: [...filters.shown] }, folded: [...folded], columns, pair, isWordwise,
  }));

async function panelOf(page) {
  await page.getByRole('button', { name: 'Share' }).click();
  return page.getByRole('dialog', { name: 'Share and keep' });
}

async function linkOf(page) {
  const panel = await panelOf(page);
  await panel.getByRole('button', { name: 'Copy link' }).click();
  await expect(panel.getByRole('status')).toContainText('Copied');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await panel.getByRole('button', { name: 'Close' }).click();
  return link;
}

async function fileOf(page, name) {
  const panel = await panelOf(page);
  const [download] = await Promise.all([page.waitForEvent('download'), panel.getByRole('button', { name }).click()]);
  await panel.getByRole('button', { name: 'Close' }).click();
  return readFile(await download.path());
}

for (const [form, name] of FILES) {
  test(`a comparison saved as ${form} is the same when it is opened again`, async ({ page }) => {
    await fill(page);
    const before = await state(page);
    const bytes = await fileOf(page, form);
    await show(page, 'input');
    await page.getByRole('button', { name: 'Start afresh' }).click();
    await page.locator('textarea').first().fill('Something else was typed here.');
    await drop(page, [{ name, bytes }]);
    await expect(page.locator('main')).toHaveAttribute('data-view', 'article');
    expect(await state(page)).toEqual(before);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.locator('textarea').first()).toHaveValue('Something else was typed here.');
    expect((await state(page)).rules).toEqual([]);
  });
}

test('a link is the same comparison, with what was shown of it', async ({ page, context }) => {
  await fill(page);
  await show(page, 'table');
  await page.getByLabel('Kind of fact').selectOption({ label: 'Sums of money (1)' });
  await page.getByLabel('Order').selectOption({ label: 'by kind' });
  await expect(page.locator('button.fact')).toHaveAttribute('aria-expanded', 'true');
  const [before, seen] = [await state(page), await shown(page)];
  const link = await linkOf(page);
  const other = await context.newPage();
  await other.goto(link);
  await expect(other.locator('main')).toHaveAttribute('data-view', 'table');
  await expect(other.locator('button.fact')).toHaveCount(1);
  await expect(other.locator('button.fact')).toBeFocused();
  expect(await state(other)).toEqual(before);
  expect(await shown(other)).toEqual(seen);
  expect(seen.selected).not.toBeNull();
});

test('a link leads side by side to the columns that were chosen', async ({ page, context }) => {
  await open(page, [...TWO, TWO[0].replace('12', '13')]);
  await show(page, 'columns');
  await page.getByLabel('Set off words that differ').check();
  await page.locator('variorum-comparer').evaluate((element) => {
    element.columns = ['a', 'c'];
  });
  const seen = await shown(page);
  const other = await context.newPage();
  await other.goto(await linkOf(page));
  await expect(other.locator('main')).toHaveAttribute('data-view', 'columns');
  await expect.poll(() => shown(other)).toEqual(seen);
});

test('a comparison among other files is put beside them, and its rules go with it', async ({ page }) => {
  await fill(page);
  const bytes = await fileOf(page, 'JSON');
  await show(page, 'input');
  await page.getByRole('button', { name: 'Start afresh' }).click();
  await drop(page, [{ name: 'first.txt', bytes: 'A storm hit Corva on Monday.' }, { name: 'a.json', bytes }]);
  await expect(page.locator('textarea')).toHaveCount(3);
  await expect.poll(async () => (await state(page)).rules.map(({ left, right }) => [left.article, right.article])).toEqual([['b', 'c']]);
});

test('what came without its articles is handed on without them', async ({ page, context }) => {
  await open(page, TWO);
  await page.getByRole('button', { name: 'Read the comparison' }).click();
  const panel = await panelOf(page);
  await panel.getByLabel(/Findings and short quotes only/).check();
  await panel.getByRole('button', { name: 'Copy link' }).click();
  await expect(panel.getByRole('status')).toContainText('Copied');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await context.newPage();
  await other.goto(link);
  await expect(other.getByRole('table')).toContainText('14');
  const data = JSON.parse((await fileOf(other, 'JSON')).toString());
  expect(data.format).toBe('variorum-findings');
  expect(await linkOf(other)).toContain('#findings=');
});

test.describe('a saved comparison', () => {
  const place = (article, start, end) => ({ article, start, end });

  test('of a request keeps the names of its articles, which its rules and reviews are about', () => {
    const rules = [{ rule: 'same-as', left: place('x', 0, 3), right: place('y', 0, 3) }];
    const articles = [{ id: 'y', text: 'Two' }, { id: 'x', text: 'One' }];
    const read = fromSaved({ articles, options: { rules } });
    expect([read.drafts.map(({ id }) => id), read.rules]).toEqual([['y', 'x'], rules]);
    expect(fromSaved(toSaved(read.drafts, read.rules)).rules).toEqual(rules);
  });

  test('has no use for a name that two articles have', () => {
    const { drafts } = fromSaved([{ id: 'x', text: 'One' }, { id: 'x', text: 'Two' }, { text: 'Three' }]);
    expect(toRequest(drafts).articles.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  test('has no rule about words that are not there', () => {
    const odd = [place('z', 0, 1), place('a', 0, 4), place('a', 2, 2), place('a', -1, 2), place('a', 0.5, 1), null];
    const rules = odd.map((left) => ({ rule: 'same-as', left, right: place('b', 0, 3) }));
    expect(fromSaved({ articles: [{ text: 'One' }, { text: 'Two' }], rules }).rules).toEqual([]);
  });

  test('is the same when it is saved again', () => {
    const saved = {
      format: 'variorum-comparison',
      version: 1,
      articles: [{ text: 'One \r\n', outlet: 'The Post', published: '4/6/2025', title: 'T', url: 'u' }, { text: 'Two' }],
      rules: [{ rule: 'same-as', left: place('a', 0, 3), right: place('b', 0, 3) }],
      reviews: { 'count-1': { status: 'dismissed', note: 'n' } },
    };
    const { drafts, rules, reviews } = fromSaved(saved);
    expect(toSaved(drafts, rules, reviews)).toEqual(saved);
  });
});

/** The names of the comparisons in the library, and the first words of their first articles. */
const library = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.open('variorum').onsuccess = ({ target }) => {
          const { result } = /** @type {IDBOpenDBRequest} */ (target);
          result.transaction('comparisons').objectStore('comparisons').getAll().onsuccess = (event) => {
            result.close();
            resolve(/** @type {any} */ (event.target).result.map(({ saved }) => saved.articles[0].text.slice(0, 20)).sort());
          };
        };
      }),
  );

async function keep(page) {
  await expect(page.getByRole('button', { name: 'Article', exact: true })).toBeEnabled();
  const panel = await panelOf(page);
  await panel.getByLabel(/Keep my comparisons/).check();
  await expect(panel.getByRole('status')).toContainText('From now on');
  await panel.getByRole('button', { name: 'Close' }).click();
}

test.describe('the library', () => {
  test('holds a comparison once, however often its tab is reloaded, and another beside it', async ({ page }) => {
    await open(page, TWO);
    await keep(page);
    expect(await library(page)).toEqual(['Depot fire\n\nThe fire']);
    await page.reload();
    await expect(page.getByRole('button', { name: 'Article', exact: true })).toBeEnabled();
    await page.locator('textarea').first().fill(`Newer: ${TWO[0]}`);
    await expect.poll(() => library(page)).toEqual(['Newer: Depot fire\n\nT']);
    await page.getByRole('button', { name: 'Start afresh' }).click();
    for (const [index, text] of TWO.entries()) await page.locator('textarea').nth(index).fill(`Other: ${text}`);
    await expect.poll(() => library(page)).toEqual(['Newer: Depot fire\n\nT', 'Other: Depot fire\n\nT']);
  });

  test('keeps what two tabs make of one comparison, and the other tab is told', async ({ page, context }) => {
    await open(page, TWO);
    await keep(page);
    const other = await context.newPage();
    await other.goto('./');
    await (await panelOf(other)).getByRole('button', { name: 'Depot fire +1', exact: true }).click();
    await expect(other.locator('main')).toHaveAttribute('data-view', 'article');
    await show(other, 'input');
    await page.locator('textarea').first().fill(`First: ${TWO[0]}`);
    await expect.poll(() => library(page)).toEqual(['First: Depot fire\n\nT']);
    await expect(other.getByRole('alert')).toContainText('changed in another tab as well');
    await other.locator('textarea').first().fill(`Second: ${TWO[0]}`);
    await expect.poll(() => library(page)).toEqual(['First: Depot fire\n\nT', 'Second: Depot fire\n\n']);
    await expect(page.getByRole('alert')).toHaveCount(0);
  });

  test('says so where the browser allows no database, and asks for none again', async ({ page }) => {
    await page.addInitScript(() => {
      indexedDB.open = () => {
        throw new DOMException('denied', 'SecurityError');
      };
    });
    await open(page, TWO);
    await expect(page.getByRole('button', { name: 'Article', exact: true })).toBeEnabled();
    const panel = await panelOf(page);
    await panel.getByLabel(/Keep my comparisons/).click();
    await expect(panel.getByRole('status')).toHaveText('This browser does not let the page keep anything.');
    await expect(panel.getByLabel(/Keep my comparisons/)).not.toBeChecked();
    expect(await page.evaluate(() => localStorage.getItem('variorum-library'))).toBeNull();
  });

  test('says so when the storage is full, and loses nothing that is typed', async ({ page }) => {
    await open(page, TWO);
    await keep(page);
    await page.evaluate(() => {
      IDBObjectStore.prototype.put = function () {
        this.transaction.abort();
      };
    });
    await page.locator('textarea').first().fill(`Newer: ${TWO[0]}`);
    await expect(page.getByRole('alert')).toContainText('its storage is full');
    await page.reload();
    await expect(page.locator('textarea').first()).toHaveValue(`Newer: ${TWO[0]}`);
    await expect.poll(() => library(page)).toEqual(['Newer: Depot fire\n\nT']);
  });
});

test('a tab that was put away comes back as it was', async ({ page }) => {
  await fill(page);
  await show(page, 'table');
  const [before, seen] = [await state(page), await shown(page)];
  // As a browser does that wants the memory: the page is told of being hidden, and ended.
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await page.goto('about:blank');
  await page.goBack();
  await expect(page.locator('main')).toHaveAttribute('data-view', 'table');
  expect(await state(page)).toEqual(before);
  expect(await shown(page)).toEqual(seen);
});

test('where nothing may be stored the page says so, and compares all the same', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['sessionStorage', 'localStorage', 'indexedDB']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    }
  });
  await open(page, TWO);
  await expect(page.getByText('This browser cannot keep a copy')).toBeVisible();
  await page.getByRole('button', { name: 'Read the comparison' }).click();
  await expect(page.locator('.mark.conflict').first()).toBeVisible();
  const panel = await panelOf(page);
  await panel.getByLabel(/Keep my comparisons/).click();
  await expect(panel.getByRole('status')).toHaveText('This browser does not let the page keep anything.');
});
