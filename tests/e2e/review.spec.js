// What a reader says of findings, the keys, the overview strip and shared copy.
import { expect, open, openReport, reportOn, reportOnTwo, show, test, TWO } from './page.js';
import { carryReviews, carryRules, readReviews, reviewed } from '../../www/src/reviews.js';

const place = (article, start, end) => ({ article, start, end });
const article = (id, text) => ({ id, text });

test.describe('reviews', () => {
  test('are changed without what is empty', () => {
    const once = reviewed({}, 'x', { status: 'checked', note: 'n' });
    expect(once).toEqual({ x: { status: 'checked', note: 'n' } });
    expect(reviewed(once, 'x', { status: undefined, note: '' })).toEqual({});
  });

  test('from outside are not taken on trust', () => {
    expect(readReviews({ a: { status: 'gone', note: 7 }, b: { note: 'x'.repeat(9000), more: 1 }, c: null, d: { status: 'open' } })).toEqual({
      b: { note: 'x'.repeat(2000) },
      d: { status: 'open' },
    });
    for (const odd of [null, 'text', [1], 5]) expect(readReviews(odd)).toEqual({});
  });
});

test.describe('rules', () => {
  test('about all articles go along whatever happens to them', () => {
    expect(carryRules([{ rule: 'one-event' }], [article('a', 'One.')], [article('a', 'Two.')])).toEqual([{ rule: 'one-event' }]);
  });

  const rules = [{ rule: 'not-same-as', left: place('a', 4, 7), right: place('b', 0, 3) }];
  const before = [article('a', 'One 212 two.'), article('b', '221 three.')];

  test('go with their articles when these change places', () => {
    const after = [article('a', '221 three.'), article('b', 'One 212 two.')];
    expect(carryRules(rules, before, after)).toEqual([{ rule: 'not-same-as', left: place('b', 4, 7), right: place('a', 0, 3) }]);
  });

  test('hold while the text is changed before or behind the words', () => {
    const after = [article('a', 'Number One 212 two.'), article('b', '221 three and four.')];
    expect(carryRules(rules, before, after)).toEqual([{ rule: 'not-same-as', left: place('a', 11, 14), right: place('b', 0, 3) }]);
  });

  test('are let go when their words are, or their article is', () => {
    expect(carryRules(rules, before, [article('a', 'One 213 two.'), article('b', '221 three.')])).toEqual([]);
    expect(carryRules(rules, before, [article('a', '221 three.')])).toEqual([]);
    expect(carryRules(rules, before, [article('a', 'Other.'), article('b', 'Texts.')])).toEqual([]);
  });
});

test.describe('reviews of a newer report', () => {
  const outcome = (texts, findings) => ({
    request: { articles: texts.map((text, index) => article('abc'[index], text)) },
    report: { findings: findings.map(([id, kind, ...readings]) => ({ id, kind, readings: readings.map(([of, words]) => ({ ...place(of, texts['abc'.indexOf(of)].indexOf(words), texts['abc'.indexOf(of)].indexOf(words) + words.length) })) })) },
  });
  const before = outcome(['It killed 12.', 'It killed 14.'], [['old', 'count', ['a', '12'], ['b', '14']]]);
  const reviews = { old: { status: 'checked', note: 'n' }, other: { status: 'open' } };

  test('go with a finding that another article joins, or before which something is put right', () => {
    const joined = outcome(['It killed 12.', 'It killed 14.', '12 died.'], [['new', 'count', ['a', '12'], ['b', '14'], ['c', '12']]]);
    expect(carryReviews(reviews, before, joined)).toEqual({ new: { status: 'checked', note: 'n' }, other: { status: 'open' } });
    const edited = outcome(['They say it killed 12.', 'It killed 14.'], [['new', 'count', ['a', '12'], ['b', '14']]]);
    expect(carryReviews(reviews, before, edited)).toMatchObject({ new: { note: 'n' } });
  });

  test('stay where they are when there is none, or it has a review of its own, or is of another kind', () => {
    expect(carryReviews(reviews, before, before)).toBe(reviews);
    expect(carryReviews(reviews, before, outcome(['It killed 12.', 'Nobody died.'], []))).toBe(reviews);
    const joined = (id, kind) => outcome(['It killed 12.', 'It killed 14.', '12 died.'], [[id, kind, ['a', '12'], ['b', '14'], ['c', '12']]]);
    expect(carryReviews(reviews, before, joined('other', 'count'))).toBe(reviews);
    expect(carryReviews(reviews, before, joined('new', 'money'))).toBe(reviews);
  });
});

test('a note stays with its finding while the articles are still worked on', async ({ page }) => {
  const texts = ['Depot fire\n\nThe fire killed 12 workers on Tuesday, police said.', 'Blaze at depot\n\nThe fire killed 14 workers on Tuesday.'];
  await open(page, texts);
  await page.getByRole('button', { name: 'Read the comparison' }).click();
  await page.locator('.mark.conflict').click();
  await page.locator('.note.selected').getByLabel('Your note').fill('Asked the owner.');
  await show(page, 'input');
  const compared = () => page.locator('variorum-comparer').evaluate(({ comparison }) => comparison.outcome?.request.articles.map(({ text }) => text.split('\n')[0]));
  await page.locator('textarea').first().fill(texts[0].replace('Depot fire', 'Fire at the depot'));
  await expect.poll(compared).toEqual(['Fire at the depot', 'Blaze at depot']);
  await page.getByRole('button', { name: 'Add article' }).click();
  await page.locator('textarea').nth(2).fill('Third\n\nThe fire killed 12 workers on Tuesday, the mayor said.');
  await expect.poll(compared).toEqual(['Fire at the depot', 'Blaze at depot', 'Third']);
  await page.getByRole('button', { name: 'Read the comparison' }).click();
  await expect(page.locator('.note.conflict').first()).toContainText('Asked the owner.');
});

test('a finding is marked as checked, with a note, and found again by that', async ({ page }) => {
  await openReport(page);
  await page.locator('.mark.conflict').click();
  const note = page.locator('.note.selected');
  await note.getByRole('button', { name: 'checked' }).click();
  await expect(note.locator('.status')).toHaveText('checked');
  await note.getByLabel('Your note').fill('Asked the owner.');
  await page.keyboard.press('Escape');
  await page.locator('.wordmark').click();
  await page.keyboard.press('Escape');
  await expect(page.locator('.note').first()).toContainText('Asked the owner.');
  await page.getByText('Narrow down').click();
  await page.getByLabel('Reviewed').selectOption({ label: 'not yet (1)' });
  await expect(page.locator('.mark.conflict')).toHaveCount(0);
  await page.getByLabel('Reviewed').selectOption({ label: 'checked (1)' });
  await expect(page.locator('.mark.conflict')).toHaveCount(1);
  await show(page, 'table');
  await expect(page.getByRole('row', { name: /Passengers/ })).toContainText('Asked the owner.');
});

test('reviews outlive a reload', async ({ page }) => {
  await page.goto('./');
  await page.locator('.example').first().click();
  await page.locator('.mark.conflict').first().click();
  await page.locator('.note.selected').getByRole('button', { name: 'dismissed' }).click();
  await expect(page.locator('.mark.dismissed').first()).toBeVisible();
  await page.reload();
  await expect(page.locator('.mark.dismissed').first()).toBeVisible();
  await expect(page.locator('.note.selected .status')).toHaveText('dismissed');
});

test('what is not the same thing is compared no more, until that is taken back', async ({ page }) => {
  await page.goto('./');
  await page.locator('.example').first().click();
  const note = page.locator('.note', { hasText: 'Passengers' }).first();
  await note.getByRole('button', { name: 'Passengers' }).click();
  await page.getByText('The same thing, or not?').click();
  await page.getByRole('button', { name: 'Not the same thing' }).first().click();
  await expect(page.locator('.note', { hasText: /212/ })).toHaveCount(0);
  await page.reload();
  await expect(page.locator('.rules')).toContainText('One thing you said');
  await expect(page.locator('.note', { hasText: /212/ })).toHaveCount(0);
  await page.locator('.rules summary').click();
  await page.getByRole('button', { name: 'Take back' }).click();
  await expect(page.locator('.note', { hasText: /212/ }).first()).toBeVisible();
});

test('words of two articles are said to be about the same thing', async ({ page }) => {
  const texts = ['Fire downtown\n\nThe plant employed 40 people before it burnt.', 'Blaze downtown\n\nForty-five joined the march through the town.'];
  await openReport(page, texts, reportOn(texts, [{ relation: 'same', label: 'plant', readings: [['a', '40', 0]] }]));
  await page.evaluate(() => {
    const comparer = document.querySelector('variorum-comparer');
    const { compare } = comparer.client;
    comparer.client = { compare: async (request) => { window.asked = request; return compare(request); } };
  });
  await page.locator('.mark').first().click();
  await page.getByText('The same thing, or not?').click();
  await page.getByRole('button', { name: 'Same thing as …' }).click();
  await expect(page.locator('.pairing')).toContainText('What else is about the same thing as “40”?');
  await page.getByRole('button', { name: /Article B/ }).first().click();
  // Marks come a little later than the words, and would end a selection.
  await expect(page.locator('.paper article p').last()).toContainText('Forty-five');
  await expect(page.locator('.paper [data-bare]')).toHaveCount(0);
  await page.locator('.paper article p').last().evaluate((p) => {
    const text = [...p.childNodes].find((node) => node.nodeType === Node.TEXT_NODE && node.data.includes('Forty-five'));
    getSelection().setBaseAndExtent(text, 0, text, 10);
  });
  await page.getByRole('button', { name: 'Use the selected words' }).click();
  await expect.poll(() => page.evaluate(() => window.asked?.options?.rules)).toEqual([
    { rule: 'same-as', left: { article: 'a', start: 34, end: 36 }, right: { article: 'b', start: 16, end: 26 } },
  ]);
  await expect(page.locator('.pairing')).toHaveCount(0);
  await expect(page.locator('.rules')).toContainText('One thing you said');
});

test('articles about different events are compared as one when the reader says so', async ({ page }) => {
  await open(page, ['Ferry fire hurts 12\n\nA fire on the ferry Aurora hurt 12 people.', 'Blaze aboard\n\nFourteen people were hurt when a boat burnt off Gdynia.']);
  await show(page, 'article');
  await expect(page.locator('.overview')).toContainText('These are about different events.');
  await page.getByRole('button', { name: 'Compare them as one event' }).click();
  await expect(page.locator('.overview')).not.toContainText('different events');
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeFocused();
  await page.locator('.rules summary').click();
  await expect(page.locator('.rules')).toContainText('All articles: about one event');
  await page.getByRole('button', { name: 'Take back' }).click();
  await expect(page.locator('.overview')).toContainText('These are about different events.');
});

test('why a finding is marked shows how both were read', async ({ page }) => {
  const report = reportOnTwo();
  report.findings[0].readings[1].norm = '~221';
  report.findings[0].readings[1].precision = 'approximate';
  await openReport(page, TWO, report);
  await page.locator('.mark.conflict').click();
  await page.getByText('Why this is marked').click();
  await expect(page.locator('.receipt li').nth(0)).toHaveText('A “212” as 212');
  await expect(page.locator('.receipt li').nth(1)).toHaveText('B “221” as ~221, approximate');
});

test.describe('keys', () => {
  test('are listed on “?”, and the focus comes back', async ({ page }) => {
    await openReport(page);
    await page.keyboard.press('j');
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keys' });
    await expect(dialog).toContainText('Next article');
    await page.keyboard.press('j');
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(page.locator('.mark.conflict')).toBeFocused();
  });

  test('turn articles, choose views, find, and mark', async ({ page }) => {
    await openReport(page);
    await page.keyboard.press(']');
    await expect(page.getByRole('heading', { name: 'Ship aground' })).toBeFocused();
    await page.keyboard.press('j');
    await page.keyboard.press('c');
    await expect(page.locator('.note.selected .status')).toHaveText('checked');
    await page.keyboard.press('/');
    await expect(page.getByLabel('Find in the facts')).toBeFocused();
    await page.keyboard.type('jjkk?');
    await expect(page.getByLabel('Find in the facts')).toHaveValue('jjkk?');
    await page.locator('.wordmark').click();
    await page.keyboard.press('3');
    await expect(page.locator('main')).toHaveAttribute('data-view', 'table');
  });

  test('are switched off for those whom they get in the way of', async ({ page }) => {
    await openReport(page);
    await page.getByRole('button', { name: 'Keys' }).click();
    await page.getByLabel('Single keys are on').uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await expect(page.locator('.note.selected')).toHaveCount(0);
  });
});

test('the strip under an article leads to its marks, by click and by key', async ({ page }) => {
  await openReport(page);
  const strip = page.getByRole('slider', { name: 'Marks in Article B' });
  await strip.click();
  await expect(page.getByRole('heading', { name: 'Ship aground' })).toBeVisible();
  await expect(page.locator('.note.selected')).toHaveCount(1);
  await strip.focus();
  await page.keyboard.press('Home');
  await expect(page.locator('.mark.conflict')).toHaveClass(/selected/);
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.mark.same')).toHaveClass(/selected/);
  await expect(strip).toHaveAttribute('aria-valuetext', '2 of 2: Crew, same');
  await expect(strip).toBeFocused();
});

test('shared copy is shown on demand, and what of it was moved', async ({ page }) => {
  const report = reportOnTwo();
  const words = 'passengers';
  const span = (index, moved) => ({ article: 'ab'[index], start: TWO[index].indexOf(words), end: TWO[index].indexOf(words) + words.length, moved });
  report.shared = [{ words: 12, spans: [span(0, false), span(1, true)] }];
  await openReport(page, TWO, report);
  await expect(page.locator('.paper .copied')).toHaveCount(0);
  await page.getByRole('button', { name: /^Shared copy 1/ }).click();
  await expect(page.locator('.paper .copied')).toHaveText(words);
  await expect(page.locator('.paper .copied')).toHaveAttribute('aria-description', 'word for word in B');
  await page.getByRole('button', { name: 'Article B' }).first().click();
  await expect(page.locator('.paper .is-moved')).toHaveAttribute('aria-description', 'word for word in A, at another place');
});
