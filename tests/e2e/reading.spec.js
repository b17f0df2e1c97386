// The article view and the fact table, on reports made by hand.
import { answerWith, expect, open, openReport, paste, reportOn, settled, show, test, TWO, view } from './page.js';

test('a result is read while one types, and opened from where one types', async ({ page }) => {
  await page.goto('./');
  await answerWith(page, reportOn(TWO, [{ relation: 'conflict', label: 'passengers', readings: [['a', '212', 0], ['b', '221', 1]] }]));
  await paste(page, TWO);
  await expect(page.locator('.outcome')).toContainText('One conflict. Where the articles differ: Passengers.');
  await page.getByRole('button', { name: 'Read the comparison' }).click();
  await expect(page.getByRole('heading', { name: 'Ferry hits rocks' })).toBeFocused();
});

test('marks stand on the words that the report names', async ({ page }) => {
  await openReport(page);
  await expect(page.locator('.mark.conflict')).toHaveText('212');
  await expect(page.locator('.mark.same')).toHaveText('nineteen');
  await expect(page.locator('.paper .only')).toHaveText('Nobody was killed.');
  await expect(page.locator('.paper article')).toContainText('The ferry carried 212 passengers and nineteen crew. Nobody was killed.');
});

test('offsets hold behind emoji and astral letters', async ({ page }) => {
  const texts = ['🚢🚢 Head\n\n👩‍👩‍👧 𝔘nder 𝔉og: 212 👍🏽 aboard', 'Head\n\n221 aboard'];
  await openReport(page, texts, reportOn(texts, [{ relation: 'conflict', readings: [['a', '212', 0], ['b', '221', 1]] }]));
  await expect(page.locator('.mark')).toHaveText('212');
  await expect(page.locator('.paper article p').last()).toHaveText('👩‍👩‍👧 𝔘nder 𝔉og: 212 👍🏽 aboard');
});

test('a click on a mark opens its note, with what the other says', async ({ page }) => {
  await openReport(page);
  await page.locator('.mark.conflict').click();
  const note = page.locator('.note.selected');
  await expect(note.locator('.relation')).toHaveText(/Conflict\s*1\s*How many/);
  await expect(page.locator('.mark.conflict')).toHaveAttribute('title', 'How many');
  await expect(note.getByRole('heading', { name: 'Passengers on the ferry' })).toBeVisible();
  await expect(note.locator('.readings > li').nth(1)).toContainText('221');
  await expect(page.getByRole('status').filter({ hasText: 'Summary 0.' })).toHaveCount(1);
  await note.getByText('Why this is marked').click();
  await expect(note.locator('.receipt')).toContainText('A “212” and B “221”');
  await page.keyboard.press('Escape');
  await expect(page.locator('.note.selected')).toHaveCount(0);
});

test('an article that has no name of its own is told by its first words', async ({ page }) => {
  const texts = ['The ferry carried 212 passengers.', 'There were 221 passengers.'];
  const report = reportOn(texts, [{ relation: 'conflict', readings: [['a', '212', 0], ['b', '221', 1]] }]);
  for (const article of report.articles) article.title = null;
  await openReport(page, texts, report);
  await expect(page.locator('.article-link')).toHaveText([/Article A\s+The ferry carried 212/, /Article B\s+There were 221/]);
  await expect(page.locator('.about')).toHaveCount(0);
});

test('marks are reached and opened by the keyboard alone', async ({ page }) => {
  await openReport(page);
  await page.keyboard.press('j');
  await expect(page.locator('.mark.conflict')).toBeFocused();
  await expect(page.locator('.note.selected')).toHaveAttribute('data-note', 'finding-0');
  await page.keyboard.press('j');
  await expect(page.locator('.mark.same')).toBeFocused();
  await page.keyboard.press('k');
  await expect(page.locator('.mark.conflict')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.locator('.note.selected')).toHaveCount(0);
  await expect(page.locator('.mark.conflict')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('.note.selected')).toHaveCount(1);
});

test('a mark says its words, its relation and its note to a screen reader', async ({ page }) => {
  await openReport(page);
  await expect(page.getByRole('button', { name: '212, conflict, note 1' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'nineteen, same', exact: true })).toBeVisible();
});

test('marks that overlap, nest or coincide are all to be reached', async ({ page }) => {
  const texts = ['Head\n\n“at least 12 people dead” at noon', 'Head\n\n14 dead'];
  const finding = (words) => ({ relation: 'conflict', label: words, readings: [['a', words, 0], ['b', '14', 1]] });
  await openReport(page, texts, reportOn(texts, [finding('at least 12'), finding('12 people'), finding('12'), finding('“at least 12 people dead”'), finding('12')]));
  await expect(page.locator('.paper article p').last()).toHaveText('“at least 12 people dead” at noon');
  const reached = new Set();
  for (let presses = 0; presses < 5; presses += 1) {
    await page.keyboard.press('j');
    await settled(page);
    reached.add(await page.locator('.note.selected').getAttribute('data-note'));
  }
  expect(reached.size).toBe(5);
  const twelve = page.locator('.mark').getByText('12', { exact: true });
  await twelve.click();
  await settled(page);
  const first = await page.locator('.note.selected').getAttribute('data-note');
  await twelve.click();
  await settled(page);
  expect(await page.locator('.note.selected').getAttribute('data-note')).not.toBe(first);
});

test('a reading leads to its place in the other article', async ({ page }) => {
  await openReport(page);
  await page.locator('.mark.conflict').click();
  await page.locator('.note.selected').getByRole('button', { name: /^221/ }).click();
  await expect(page.getByRole('heading', { name: 'Ship aground' })).toBeVisible();
  await expect(page.locator('.mark.conflict')).toHaveText('221');
  await expect(page.locator('.mark.conflict')).toBeFocused();
});

test('the headlines of the others stand above the notes, and lead there', async ({ page }) => {
  await openReport(page);
  const others = page.locator('.headlines button');
  await expect(others).toHaveText(['BShip aground']);
  await others.click();
  await expect(page.locator('article .headline')).toHaveText('Ship aground');
  await expect(others).toHaveText(['AFerry hits rocks']);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(others).toBeHidden();
});

test('filters show and hide, each with its count', async ({ page }) => {
  await openReport(page);
  const conflict = page.getByRole('button', { name: /^Conflict 1/ });
  await conflict.click();
  await expect(conflict).toHaveAttribute('aria-pressed', 'false');
  await expect(page.locator('.mark.conflict')).toHaveCount(0);
  await expect(page.locator('.mark.same')).toHaveCount(1);
  await page.getByRole('button', { name: /^Only in one article 2/ }).click();
  await expect(page.locator('.paper .only')).toHaveCount(0);
});

test('showing or hiding marks moves no word', async ({ page }) => {
  await openReport(page);
  const box = () => page.locator('.paper article p').last().evaluate((p) => {
    const range = document.createRange();
    range.selectNodeContents(p);
    const { width, height } = range.getBoundingClientRect();
    // Words shaped apart from their neighbours differ by fractions of a pixel.
    return [Math.round(width / 4), height];
  });
  const before = await box();
  await page.getByRole('button', { name: /^Conflict/ }).click();
  await page.getByRole('button', { name: /^Same/ }).click();
  expect(await box()).toEqual(before);
});

test('what an article does not tell is “not mentioned”', async ({ page }) => {
  const texts = [...TWO, 'Third\n\nNo figure here.'];
  await openReport(page, texts, reportOn(texts, [{ relation: 'conflict', label: 'passengers', readings: [['a', '212', 0], ['b', '221', 1]] }]));
  await page.locator('.mark').click();
  await expect(page.locator('.note.selected .readings > li').nth(2)).toContainText('not mentioned');
  await page.getByRole('button', { name: /Article C/ }).click();
  await expect(page.locator('.notes')).toContainText('Not marked in this article');
});

test('articles on different events are said to be so, first', async ({ page }) => {
  await openReport(page, TWO, reportOn(TWO, [], { stories: [['a'], ['b']] }));
  await expect(page.locator('.overview strong')).toHaveText('These are about different events.');
});

test('notes on how a text was read are shown', async ({ page }) => {
  await openReport(page, TWO, reportOn(TWO, [], { notes: ['The date is missing.'] }));
  await page.getByText('One note on how this text was read').click();
  await expect(page.getByText('The date is missing.')).toBeVisible();
});

test('why both may be right is said', async ({ page }) => {
  await openReport(page, TWO, reportOn(TWO, [{ relation: 'compatible', readings: [['a', '212', 0], ['b', '221', 1]], reasons: ['One is rounded.'] }]));
  await expect(page.locator('.note')).toContainText('Both could be right: One is rounded.');
});

test('the page keeps to its words', async ({ page }) => {
  await openReport(page);
  await page.locator('.mark.conflict').click();
  const words = /\b(true|false|fake|bias|scores?|verdict|contradict\w*|omitted|witness|sources?|AI)\b/i;
  for (const name of /** @type {const} */ (['article', 'table', 'columns', 'wording', 'speakers', 'timeline', 'input'])) {
    await show(page, name);
    expect(await page.locator('variorum-comparer').evaluate((element) => element.shadowRoot.textContent)).not.toMatch(words);
  }
});

test('print sets the article with its notes below, in black', async ({ page }) => {
  await openReport(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.rail')).toBeHidden();
  await expect(page.locator('.notes')).toBeVisible();
  const { article, notes, colour } = await page.locator('.article-view').evaluate((root) => ({
    article: root.querySelector('article').getBoundingClientRect().bottom,
    notes: root.querySelector('.notes').getBoundingClientRect().top,
    colour: getComputedStyle(root.querySelector('.mark.conflict')).textDecorationColor,
  }));
  expect(notes).toBeGreaterThan(article - 1);
  expect(colour).toBe('rgb(0, 0, 0)');
});

test('an empty page asks for articles and offers no views', async ({ page }) => {
  await open(page);
  await expect(page.getByText('Nothing to compare yet.')).toBeVisible();
  await expect(view(page, 'Article')).toBeDisabled();
});

test('a note on many articles gives each reading once, with the letters of those that have it', async ({ page }) => {
  const texts = ['212', '221', '212', '212', '221'].map((number, at) => `Report ${at}\n\nThe ferry carried ${number} passengers.`);
  const readings = texts.map((text, at) => ['abcde'[at], text.includes('212') ? '212' : '221', text.includes('212') ? 0 : 1]);
  await openReport(page, texts, reportOn(texts, [{ relation: 'conflict', readings }]));
  await page.locator('.mark').click();
  const said = page.locator('.note.selected .readings li');
  await expect(said).toHaveCount(2);
  await expect(said.first()).toContainText('212');
  await expect(said.first()).toContainText('A C D');
  await said.last().getByRole('button').click();
  await expect(page.locator('.rail [aria-current="true"]')).toContainText('Report 1');
});
