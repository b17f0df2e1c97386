// Filters with their counts, and the address that keeps them.
import { expect, openReport, reportOn, show, test, TWO } from './page.js';
import { fromFragment, toFragment } from '../../www/src/address.js';
import { EVERYTHING, FOLDED } from '../../www/src/filters.js';
import { find } from '../../www/src/find.js';
import { groupRows, variants } from '../../www/src/rows.js';

const TEXTS = ['Head\n\nBlast kills 12, police said. It cost $4m.', 'Head\n\nBlast kills 14. It cost $4m. A café burnt.', 'Head\n\nBlast kills 12.'];
const report = () => {
  const made = reportOn(
    TEXTS,
    [
      { relation: 'conflict', label: 'people killed', readings: [['a', '12', 0, 'police'], ['b', '14', 1], ['c', '12', 0]] },
      { relation: 'same', label: 'the cost', readings: [['a', '$4m', 0], ['b', '$4m', 0]] },
    ],
    { only: [['b', 'A café burnt.']] },
  );
  made.findings[1].kind = 'money';
  made.findings[1].severity = 'style';
  return made;
};
const outcome = () => ({ report: report(), request: { articles: TEXTS.map((text, index) => ({ id: 'abc'[index], text })) } });
const ids = (filters) => find(outcome(), { ...EVERYTHING, ...filters }).findings.map(({ label }) => label);

test.describe('find', () => {
  test('lets everything through unless it is told otherwise', () => {
    const { findings, only, layers } = find(outcome(), EVERYTHING);
    expect([findings.length, only.length]).toEqual([2, 1]);
    expect(layers).toEqual({ conflict: 1, contested: 0, compatible: 0, same: 1, only: 1 });
  });

  test('by kind, by weight, and by relation', () => {
    expect(ids({ kind: 'money' })).toEqual(['the cost']);
    expect(ids({ severity: 'correct' })).toEqual(['people killed']);
    expect(ids({ shown: new Set(['same']) })).toEqual(['the cost']);
  });

  test('by words in the label, in a reading or of a speaker, without regard to case and accents', () => {
    expect(ids({ words: 'KILLED people' })).toEqual(['people killed']);
    expect(ids({ words: 'police' })).toEqual(['people killed']);
    expect(ids({ words: '$4M' })).toEqual(['the cost']);
    expect(find(outcome(), { ...EVERYTHING, words: 'cafe' }).only).toHaveLength(1);
    expect(find(outcome(), { ...EVERYTHING, words: 'inn' }).only).toHaveLength(0);
  });

  test('by two articles: where they differ or agree, not where both are on one side', () => {
    expect(ids({ of: ['a', 'b'] })).toEqual(['people killed', 'the cost']);
    expect(ids({ of: ['a', 'c'] })).toEqual([]);
    expect(ids({ of: ['c'] })).toEqual(['people killed']);
  });

  test('each count is of what would be shown if that filter alone were set otherwise', () => {
    const { layers, kinds, of } = find(outcome(), { ...EVERYTHING, kind: 'money' });
    expect(layers).toMatchObject({ conflict: 0, same: 1 });
    expect([...kinds]).toEqual([['count', 1], ['money', 1]]);
    expect([...of]).toEqual([['a', 1], ['b', 1]]);
  });
});

test('the apparatus puts the reading of the most articles first', () => {
  expect(variants(report().findings[0], ['a', 'b', 'c'])).toEqual([
    { group: 0, articles: ['a', 'c'] },
    { group: 1, articles: ['b'] },
  ]);
});

test('groups of rows leave out what is empty and put what is the same last', () => {
  const names = (order) => groupRows(report().findings, order, report()).map(({ name }) => name);
  expect(names('severity')).toEqual(['correct', 'same']);
  expect(names('kind')).toEqual(['count', 'same']);
  expect(names('place')).toEqual(['all', 'same']);
});

test.describe('the fragment of the address', () => {
  const spot = {
    view: 'table',
    base: 'b',
    selected: 'count-1',
    order: 'kind',
    filters: { shown: new Set(['conflict', 'only']), kind: 'money', severity: 'style', of: ['a', 'c'], status: 'checked', copy: true, words: 'a & b=c #1' },
    folded: new Set(),
    columns: ['a', 'c'],
    pair: ['b', 'a'],
    isWordwise: true,
  };

  test('comes back as it was written', () => {
    expect(fromFragment(toFragment(spot))).toEqual(spot);
  });

  test('leaves out what is as usual, and keeps what is another’s', () => {
    const usual = { view: 'article', base: 'a', selected: null, order: 'severity', filters: EVERYTHING };
    expect(toFragment(usual, '#x=1&view=table&kind=money')).toBe('x=1&view=article&read=a');
  });

  test('is not believed when it names what there is not', () => {
    expect(fromFragment('#view=nowhere')).toBeNull();
    expect(fromFragment('')).toBeNull();
    expect(fromFragment('#view=table&kind=<script>&severity=x&order=y&hide=z')).toEqual({
      view: 'table',
      base: 'a',
      selected: null,
      order: 'severity',
      filters: EVERYTHING,
      folded: FOLDED,
      columns: [],
      pair: [],
      isWordwise: false,
    });
  });
});

test('filters hold in every view, and can all be taken back', async ({ page }) => {
  await openReport(page, TEXTS, report());
  await page.getByText('Narrow down').click();
  await page.getByLabel('Kind of fact').selectOption('Sums of money (1)');
  await expect(page.locator('.mark.conflict')).toHaveCount(0);
  await expect(page.locator('.mark.same')).toHaveText('$4m');
  await expect(page.getByRole('button', { name: /^Conflict 0/ })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'One fact shown' })).toHaveCount(1);
  await show(page, 'table');
  await expect(page.getByLabel('Kind of fact')).toHaveValue('money');
  await expect(page.locator('button.fact')).toHaveCount(0);
  await page.getByRole('button', { name: 'Show all again' }).click();
  await expect(page.locator('button.fact')).toHaveText(['People killed']);
  await page.getByLabel('What this article says').selectOption({ label: 'Article A (2)' });
  await page.getByLabel('And this one').selectOption({ label: 'Article B (2)' });
  await expect(page.locator('button.fact')).toHaveText(['People killed']);
});

test.describe('phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the filters are a line above the first fact, and say how many are on', async ({ page }) => {
    await openReport(page, TEXTS, report());
    await show(page, 'table');
    const line = page.getByRole('button', { name: 'Filters' });
    await expect(line).toHaveAttribute('aria-expanded', 'false');
    await expect(page.getByRole('button', { name: /^Conflict/ })).toBeHidden();
    await expect(page.getByLabel('Order')).toBeVisible();
    const first = await page.locator('button.fact').first().boundingBox();
    expect(first.y).toBeLessThan(844 / 2);

    await line.focus();
    await page.keyboard.press('Enter');
    await expect(line).toHaveAttribute('aria-expanded', 'true');
    await expect(line).toBeFocused();
    await page.getByRole('button', { name: /^Same 1/ }).click();
    await page.getByLabel('Kind of fact').selectOption('How many (1)');
    await expect(page.getByRole('button', { name: 'Filters · 2 on', exact: true })).toBeVisible();
    await line.click();
    await expect(page.getByLabel('Kind of fact')).toBeHidden();
    await expect(line).toHaveAccessibleName('Filters · 2 on');
    // So it is in every view.
    for (const name of /** @type {const} */ (['article', 'columns', 'speakers', 'timeline'])) {
      await show(page, name);
      await expect(line).toHaveAttribute('aria-expanded', 'false');
      await expect(page.getByLabel('Kind of fact')).toBeHidden();
    }
  });

  test('the key for the search unfolds them', async ({ page }) => {
    await openReport(page, TEXTS, report());
    for (const name of /** @type {const} */ (['table', 'article'])) {
      await show(page, name);
      await page.keyboard.press('/');
      await expect(page.getByLabel('Find in the facts')).toBeFocused();
      await page.getByRole('button', { name: 'Filters' }).click();
      await expect(page.getByLabel('Find in the facts')).toBeHidden();
    }
  });

  test('a screen that is turned has them without the line', async ({ page }) => {
    await openReport(page, TEXTS, report());
    await show(page, 'table');
    await page.setViewportSize({ width: 1024, height: 844 });
    await expect(page.getByLabel('Kind of fact')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Filters' })).toBeHidden();
  });
});

test('the legend says what each line means', async ({ page }) => {
  await openReport(page);
  await page.getByText('What the lines and signs mean').click();
  await expect(page.locator('.legend')).toContainText('One is vaguer than the other, and both can be right');
  const signs = page.locator('.signs li');
  await expect(signs).toHaveCount(6);
  await expect(signs.first()).toHaveText('How many, Sums of money, Shares and rates, Measures and ages');
});

test('a kind of fact has one sign, at its mark, on its note and in its row', async ({ page }) => {
  const made = report();
  made.findings[0].kind = 'time';
  await openReport(page, TEXTS, made);
  await page.getByText('What the lines and signs mean').click();
  const shape = (place) => place.locator('.sign path').getAttribute('d');
  const time = await shape(page.locator('.signs li', { hasText: 'Dates and times' }));
  expect(new Set(await page.locator('.signs path').evaluateAll((paths) => paths.map((path) => path.getAttribute('d')))).size).toBe(6);
  expect(await shape(page.locator('.mark.conflict'))).toBe(time);
  expect(await shape(page.locator('.note.conflict'))).toBe(time);
  await expect(page.locator('.note.conflict .kind')).toHaveText('Dates and times');
  // It is neither read out among the words nor copied with them.
  await expect(page.locator('.paper article p').first()).toHaveText('Blast kills 12, police said. It cost $4m.');
  await show(page, 'table');
  const row = page.getByRole('row', { name: /People killed/ });
  await expect(row.locator('.kind')).toHaveText('Dates and times');
  expect(await shape(row)).toBe(time);
});

test('an address leads to a finding, and Back to what was read before', async ({ page }) => {
  await openReport(page);
  await page.locator('.mark.conflict').click();
  await expect(page).toHaveURL(/#view=article&read=a&fact=finding-0$/);
  await page.locator('.note.selected').getByRole('button', { name: /^221/ }).click();
  await expect(page).toHaveURL(/read=b/);
  await show(page, 'table');
  await page.getByRole('button', { name: /^Same 1/ }).click();
  await expect(page).toHaveURL(/view=table.*hide=same/);
  await page.goBack();
  await expect(page.locator('main')).toHaveAttribute('data-view', 'article');
  await expect(page.getByRole('heading', { name: 'Ship aground' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Ferry hits rocks' })).toBeVisible();
  await page.goForward();
  await expect(page.getByRole('heading', { name: 'Ship aground' })).toBeVisible();
});

test('a page opened at a finding shows it', async ({ page }) => {
  await page.goto('./');
  await page.locator('.example').first().click();
  const mark = page.locator('.mark').first();
  await mark.click();
  const note = await page.locator('.note.selected').getAttribute('data-note');
  await page.getByRole('button', { name: /^Only/ }).click();
  // The address follows once what it names has been painted.
  await expect(page).toHaveURL(/hide=only/);
  await page.reload();
  await expect(page.locator('.note.selected')).toHaveAttribute('data-note', note);
  await expect(page.getByRole('button', { name: /^Only/ })).toHaveAttribute('aria-pressed', 'false');
  await expect(mark).toBeFocused();
});

test('an address does not tear away someone who begins to type', async ({ page }) => {
  await page.goto('./#view=table');
  await page.locator('textarea').nth(0).fill(TWO[0]);
  await page.locator('textarea').nth(1).fill(TWO[1]);
  await expect(page.getByRole('button', { name: 'Read the comparison' })).toBeVisible();
  await expect(page.locator('main')).toHaveAttribute('data-view', 'input');
});
