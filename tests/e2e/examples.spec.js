// The whole way with the engine itself: the project's own examples, and pasted text.
import { expect, open, show, test } from './page.js';

const EXAMPLES = [
  { name: /A ferry runs aground/, articles: 2 },
  { name: /Fire at a cannery/, articles: 3 },
  { name: /A council votes/, articles: 4 },
];

for (const { name, articles } of EXAMPLES) {
  test(`the example ${name.source} is compared on a click`, async ({ page }) => {
    await open(page);
    await page.getByRole('button', { name }).click();
    await expect(page.locator('.paper h1')).toBeFocused();
    await expect(page.locator('.article-link')).toHaveCount(articles);
    const { texts, report } = await page.locator('variorum-comparer').evaluate((element) => ({
      texts: Object.fromEntries(element.comparison.outcome.request.articles.map(({ id, text }) => [id, text])),
      report: element.comparison.outcome.report,
    }));
    expect(report.findings.length).toBeGreaterThan(4);
    for (const { article, start, end, text } of report.findings.flatMap(({ readings }) => readings)) {
      expect(texts[article].slice(start, end)).toBe(text);
    }
    const marked = report.findings.filter(({ readings }) => readings.some(({ article }) => article === 'a'));
    const drawn = await page
      .locator('.mark')
      .evaluateAll((marks) => [...new Set(marks.flatMap((mark) => mark.dataset.findings.split(' ')))]);
    expect(drawn.sort()).toEqual(marked.map(({ id }) => id).sort());
    await show(page, 'table');
    await page.getByRole('button', { name: /The same in every article/ }).click();
    await expect(page.locator('button.fact')).toHaveCount(report.findings.length);
  });
}

test('a report on another event is told apart', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: /A council votes/ }).click();
  await expect(page.locator('.overview')).toContainText('These are about different events.');
  await expect(page.locator('.overview')).toContainText('A, B and C are about one; D is about another');
});

test('the compensation on which the ferry reports differ is a conflict, and each says its own', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: /A ferry runs aground/ }).click();
  const mark = page.locator('.mark.conflict').getByText('£150');
  await mark.click();
  await expect(page.locator('.note.selected .readings > li')).toContainText(['£150', '£100']);
});

test('title, outlet and date are found in the text or typed', async ({ page }) => {
  await open(page, ['Bridge shut after crash\n\nBy Ada Holm\n\nRIVERTON, March 5, 2024 – A bridge was shut on Tuesday after a crash.']);
  await expect(page.getByLabel('Headline').first()).toHaveAttribute('placeholder', 'Bridge shut after crash');
  await page.getByLabel('Headline').first().fill('Another headline');
  await page.getByLabel('Outlet').first().fill('The Riverton Post');
  await page.getByRole('button', { name: 'Read the article' }).click();
  await expect(page.locator('.about')).toContainText('The Riverton Post');
});

test('emoji before a figure leave its mark in place', async ({ page }) => {
  await open(page, [
    'Storm 🌪️ hits Harrow\n\nThe storm injured 14 people in Harrow on Tuesday, police said. 🚑🚑 It destroyed 31 houses.',
    'Harrow storm\n\nThe storm injured 21 people in Harrow on Tuesday, police said. It destroyed 31 houses.',
  ]);
  await page.getByRole('button', { name: 'Read the comparison' }).click();
  await expect(page.locator('.mark.conflict')).toHaveText('14');
  await expect(page.locator('.mark.same').getByText('31')).toBeVisible();
});
