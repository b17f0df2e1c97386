// The fact table: rows, columns, the apparatus, groups, and thousands of rows.
import { answerWith, expect, openReport, paste, reportOn, show, test } from './page.js';

const numbers = Array.from({ length: 9 }, (_, index) => 201 + index);

/** Articles that each give one figure, and a report on which of them agree. */
function figures(given) {
  const texts = given.map((words) => `Head\n\nThere were ${words} aboard.`);
  const groups = [...new Set(given)];
  const readings = given.flatMap((words, index) =>
    words === 'many' ? [] : [[String.fromCharCode(97 + index), words, groups.indexOf(words)]]);
  return [texts, reportOn(texts, [{ relation: 'conflict', label: 'people aboard', readings }])];
}

test('a row a finding and a column an article', async ({ page }) => {
  await openReport(page);
  await show(page, 'table');
  const table = page.getByRole('table');
  await expect(table.getByRole('columnheader')).toHaveText([/Fact/, /^\s*A\s*Article A\s+Ferry hits rocks/, /^\s*B\s*Article B\s+Ship aground/]);
  const row = table.getByRole('row', { name: /Passengers on the ferry/ });
  await expect(row.getByRole('cell')).toContainText(['212', '221']);
  await expect(page.locator('.only-list')).toContainText('A dog was rescued.');
  await row.getByRole('button', { name: /^221/ }).click();
  await expect(page.locator('.mark.conflict')).toBeFocused();
});

test('what is the same everywhere is one line until it is asked for', async ({ page }) => {
  await openReport(page);
  await show(page, 'table');
  const fold = page.getByRole('button', { name: /The same in every article/ });
  await expect(fold).toContainText('one fact');
  await expect(page.getByRole('cell', { name: 'nineteen' })).toHaveCount(0);
  await fold.press('Enter');
  await expect(fold).toHaveAttribute('aria-expanded', 'true');
  await expect(page.getByRole('cell', { name: 'nineteen' })).toBeVisible();
  await expect(fold).toBeFocused();
});

test('more than four articles are set as an apparatus', async ({ page }) => {
  await openReport(page, ...figures(['14', '12', '14', 'many', '14', '12']));
  await show(page, 'table');
  const readings = page.locator('.apparatus li');
  await expect(readings).toHaveCount(3);
  await expect(readings.nth(0)).toContainText(/14\s*A\s*C\s*E/);
  await expect(readings.nth(1)).toContainText(/12\s*B\s*F/);
  await expect(readings.nth(2)).toContainText(/not mentioned\s*D/);
  await readings.nth(1).getByRole('button').last().click();
  await expect(page.locator('.mark.conflict')).toHaveText('12');
  await expect(page.locator('.article-link[aria-current=true]')).toContainText('Article F');
});

test('rows are ordered by weight, by place, by kind and by relation', async ({ page }) => {
  const texts = ['Head\n\n1 then 2 then 3', 'Head\n\n4 then 5 then 6'];
  const finding = (relation, label, left, right) => ({ relation, label, readings: [['a', left, 0], ['b', right, 1]] });
  const report = reportOn(texts, [finding('compatible', 'last', '3', '6'), finding('conflict', 'middle', '2', '5'), finding('compatible', 'first', '1', '4')]);
  report.findings[0].severity = 'style';
  report.findings[2].kind = 'time';
  await openReport(page, texts, report);
  await show(page, 'table');
  const facts = page.locator('button.fact');
  const order = page.getByLabel('Order');
  await expect(facts).toHaveText(['Middle', 'First', 'Last']);
  await order.selectOption('as the story goes');
  await expect(facts).toHaveText(['First', 'Middle', 'Last']);
  await order.selectOption('by kind');
  await expect(facts).toHaveText(['Last', 'Middle', 'First']);
  await order.selectOption('by relation');
  await expect(facts).toHaveText(['Middle', 'Last', 'First']);
  await page.getByRole('button', { name: /^Both possible two facts/ }).click();
  await expect(facts).toHaveText(['Middle']);
});

test('j and k walk down the rows, and a chosen row says why it is marked', async ({ page }) => {
  await openReport(page);
  await show(page, 'table');
  await page.keyboard.press('j');
  await expect(page.getByRole('button', { name: 'Passengers on the ferry' })).toBeFocused();
  await page.getByText('Why this is marked').click();
  await expect(page.locator('.receipt')).toContainText('A “212” and B “221”');
  await page.keyboard.press('Escape');
  await expect(page.locator('tr.selected')).toHaveCount(0);
});

test('thousands of rows are there for whoever goes on, and to be found at once', async ({ page }) => {
  const texts = [`Head\n\n${numbers.join(' ')}`, `Head\n\n${numbers.join(' ')}`];
  const rows = Array.from({ length: 3000 }, (_, index) => ({
    relation: 'conflict',
    label: `fact ${index}`,
    readings: [['a', String(numbers[index % 9]), 0], ['b', String(numbers[(index + 1) % 9]), 1]],
  }));
  await page.goto('./');
  await answerWith(page, reportOn(texts, rows));
  await paste(page, texts);
  await show(page, 'table');
  const facts = page.locator('button.fact');
  const drawn = await facts.count();
  expect(drawn).toBeLessThan(400);
  await page.getByRole('button', { name: /^Show 2,\d{3} more/ }).press('Enter');
  await expect.poll(() => facts.count()).toBeGreaterThan(drawn);
  await page.mouse.move(700, 700);
  const before = await facts.count();
  await page.mouse.wheel(0, 1_000_000);
  await expect.poll(() => facts.count()).toBeGreaterThan(before);
  await page.getByLabel('Find in the facts').fill('FACT 2999');
  await expect(facts).toHaveText(['Fact 2999']);
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await page.getByLabel('Find in the facts').fill('');
  await expect.poll(() => facts.count()).toBeGreaterThan(1);
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await expect(facts).toHaveCount(3000);
});
