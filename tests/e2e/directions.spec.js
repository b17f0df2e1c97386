// Articles that run from right to left, alone and beside others; and the page four times enlarged.
import { readFile } from 'node:fs/promises';
import { answerWith, expect, openReport, paste, reportOn, show, test } from './page.js';

const ARABIC = 'اصطدام عبارة بالصخور\n\nكانت العبارة تقل 212 راكبا يوم الاثنين 3 يونيو 2025، بحسب الشرطة. وقال المالك Aurora Lines Ltd إن كل راكب سيحصل على £150. كانت الرحلة رقم 7B عادية.';
const HEBREW = 'מעבורת עלתה על סלעים\n\nהמעבורת נשאה 221 נוסעים ביום שני, 3 ביוני 2025, אמרה המשטרה. כל נוסע יקבל £100.';
const ENGLISH = 'Ferry hits rocks\n\nThe ferry carried 212 passengers on Monday, police said. Each passenger gets £150.';
const TEXTS = [ARABIC, HEBREW, ENGLISH];

const VIEWS = /** @type {const} */ (['article', 'table', 'columns', 'wording', 'speakers', 'timeline', 'input']);

function report() {
  const made = reportOn(
    TEXTS,
    [
      { relation: 'conflict', label: 'ركاب العبارة', readings: [['a', '212', 0, 'الشرطة'], ['b', '221', 1, 'המשטרה'], ['c', '212', 0, 'police']] },
      { relation: 'conflict', label: 'תשלום', readings: [['a', '£150', 0], ['b', '£100', 1], ['c', '£150', 0]] },
      { relation: 'compatible', label: 'the day', readings: [['a', 'يوم الاثنين', 0], ['b', 'ביום שני', 0], ['c', 'Monday', 1]] },
    ],
    { only: [['a', 'كانت الرحلة رقم 7B عادية.']] },
  );
  for (const [index, article] of made.articles.entries()) {
    const [head] = TEXTS[index].split('\n');
    article.language = ['ar', 'he', 'en'][index];
    article.outlet = ['صحيفة الوادي', 'ידיעות קורבה', 'The Corva Post'][index];
    article.published = '2025-06-04';
    article.parts = [{ part: 'headline', start: 0, end: head.length }, { part: 'body', start: head.length + 2, end: TEXTS[index].length }];
    article.sentences = article.parts.map(({ start, end }, paragraph) => ({ start, end, paragraph }));
  }
  for (const reading of made.findings.flatMap(({ readings }) => readings)) reading.sentence = 1;
  made.alignment = [0, 1].map((sentence) => ({ sentences: ['a', 'b', 'c'].map((article) => ({ article, sentence })), score: 60 }));
  return made;
}

/** What stands beyond the right edge of the window and cannot be seen without moving sideways. */
const beyond = (page) =>
  page.locator('variorum-comparer').evaluate((host) =>
    [...host.shadowRoot.querySelectorAll('header *, main *, footer *, dialog *')]
      .filter((element) => {
        const { right, width } = element.getBoundingClientRect();
        return width > 0 && right > innerWidth + 1 && getComputedStyle(element).visibility === 'visible';
      })
      .map((element) => `${element.localName}.${element.className}`),
  );

test('the margin rule of a sentence stands where its paragraph begins', async ({ page }) => {
  await openReport(page, TEXTS, report());
  const { rule, block } = await page.locator('.paper .only').evaluate((sentence) => {
    const paragraph = sentence.closest('p').getBoundingClientRect();
    const own = sentence.getClientRects()[0];
    const start = Number.parseFloat(getComputedStyle(sentence, '::before').right);
    return { rule: own.right - start, block: paragraph.right };
  });
  expect(rule).toBeGreaterThan(block);
  expect(rule).toBeLessThan(block + 30);
});

test('words of either direction begin where the note does, and keep to themselves', async ({ page }) => {
  await openReport(page, TEXTS, report());
  await page.locator('.mark.conflict').first().click();
  const note = page.locator('.note.selected');
  const left = async (/** @type {string} */ selector) =>
    note.locator(selector).first().evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return Math.min(...[...range.getClientRects()].map((rect) => rect.left));
    });
  expect(Math.abs((await left('.relation')) - (await left('h3')))).toBeLessThan(3);
  expect(Math.abs((await left('.words')) - (await left('.who')))).toBeLessThan(3);
  await expect(page.locator('.paper .overview')).toContainText('\u2068ركاب العبارة\u2069; \u2068תשלום\u2069.');
  await expect(page.locator('.about')).toHaveText('\u2068صحيفة الوادي\u2069 · 4 June 2025');
});

test('a box takes the direction of what is typed', async ({ page }) => {
  await openReport(page, TEXTS, report());
  await show(page, 'input');
  const directions = await page.locator('textarea').evaluateAll((boxes) => boxes.map((box) => getComputedStyle(box).direction));
  expect(directions).toEqual(['rtl', 'rtl', 'ltr']);
});

test('a page that is saved has each text in its own direction', async ({ page }) => {
  await openReport(page, TEXTS, report());
  await page.getByRole('button', { name: 'Share' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Web page' }).click()]);
  const html = await readFile(await download.path(), 'utf8');
  const saved = await page.context().newPage();
  await saved.setContent(html);
  const directions = (/** @type {string} */ selector) =>
    saved.locator(selector).evaluateAll((all) => all.map((one) => `${getComputedStyle(one).direction} ${one.closest('[lang]').getAttribute('lang')}`));
  expect(await directions('article p')).toEqual(['rtl ar', 'rtl he', 'ltr en']);
  expect(await directions('tbody th > [dir]')).toEqual(['rtl ar', 'rtl ar', 'ltr ar']);
});

for (const height of [568, 256]) {
  test.describe(`320 by ${height} pixels`, () => {
    test.use({ viewport: { width: 320, height } });

    test('nothing is lost in any view, nor scrolled for sideways', async ({ page }) => {
      await openReport(page, TEXTS, report());
      await page.locator('.mark.conflict').first().click();
      for (const view of VIEWS) {
        await show(page, view);
        expect(await beyond(page), view).toEqual([]);
      }
      await page.getByRole('button', { name: 'Share' }).click();
      expect(await beyond(page), 'the panel').toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Keys' }).click();
      expect(await beyond(page), 'the keys').toEqual([]);
    });
  });
}

test('an example four times enlarged is read to its end', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await page.goto('./');
  await answerWith(page, report());
  await paste(page, TEXTS);
  await show(page, 'columns');
  await page.locator('.mark.conflict').first().click();
  // What stays in sight leaves room for the text.
  const fixed = await page.locator('variorum-comparer').evaluate((host) =>
    [...host.shadowRoot.querySelectorAll('*')]
      .filter((element) => ['sticky', 'fixed'].includes(getComputedStyle(element).position) && getComputedStyle(element).visibility === 'visible')
      .map((element) => element.getBoundingClientRect().height)
      .filter((size) => size > innerHeight * 0.6),
  );
  expect(fixed).toEqual([]);
});

test.describe('on paper', () => {
  // A4, upright, between the margins that browsers leave.
  test.use({ viewport: { width: 718, height: 1047 } });

  test('no column is cut off, and what the filters leave out is told', async ({ page }) => {
    await openReport(page, [...TEXTS, 'Fourth\n\nIt rained in Corva.'], report());
    await page.locator('variorum-comparer').evaluate((element) => {
      element.filters = { ...element.filters, shown: new Set(['conflict']) };
    });
    for (const view of /** @type {const} */ (['article', 'table', 'speakers', 'timeline'])) {
      await show(page, view);
      await page.emulateMedia({ media: 'print' });
      expect(await beyond(page), view).toEqual([]);
      await expect(page.locator('.print-key')).toContainText('2 of 3 facts are listed; the filters leave out the others.');
      await page.emulateMedia({ media: 'screen' });
    }
    await show(page, 'table');
    await page.emulateMedia({ media: 'print' });
    const [first, last] = [page.getByRole('cell').first(), page.getByRole('cell').nth(2)];
    expect((await first.boundingBox())?.y).toBe((await last.boundingBox())?.y);
  });
});
