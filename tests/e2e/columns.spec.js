// Side by side: what stands level, what is set off, and which articles are shown.
import { expect, openReport, reportOn, show, test } from './page.js';
import { elsewhere, heaviestChain, levels } from '../../www/src/levels.js';
import { isReworded } from '../../www/src/word-diffs.js';

/** A report on articles of so many sentences, with sentences that tell the same: `['a0 b2', score]`. */
function aligned(counts, pairs) {
  const ids = counts.map((_, index) => 'abcd'[index]);
  return {
    articles: ids.map((id, index) => ({ id, sentences: Array.from({ length: counts[index] }, (_, at) => ({ start: at, end: at + 1, paragraph: at })) })),
    alignment: pairs.map(([words, score]) => ({
      score,
      sentences: words.split(' ').map((word) => ({ article: word[0], sentence: Number(word.slice(1)) })),
    })),
  };
}
const rowsOf = (report, ids) =>
  levels(report, ids).map(({ cells, isLevel }) => (isLevel ? '=' : '') + [...cells].map(([id, list]) => list.map((at) => id + at).join(',')).join(' '));

test.describe('levels', () => {
  test('stands aligned sentences level, and what lies between beside each other', () => {
    const report = aligned([4, 4], [['a1 b0', 60], ['a3 b3', 50]]);
    expect(rowsOf(report, ['a', 'b'])).toEqual(['a0', '=a1 b0', 'a2 b1,b2', '=a3 b3']);
  });

  test('keeps each article’s order, and prefers what is most alike', () => {
    const report = aligned([2, 2], [['a0 b1', 60], ['a1 b0', 90]]);
    const rows = levels(report, ['a', 'b']);
    expect(rowsOf(report, ['a', 'b'])).toEqual(['a0', '=a1 b0', 'b1']);
    expect([...elsewhere(report, rows, 50)].map(([key, { article, sentence }]) => [key, article + sentence])).toEqual([
      ['0 a', 'b1'],
      ['1 b', 'a0'],
    ]);
    expect(elsewhere(report, rows, 70).size).toBe(0);
  });

  test('a third article stands level with either of two', () => {
    const report = aligned([2, 2, 2], [['a0 b0', 60], ['b1 c1', 50], ['a1 c0', 70]]);
    expect(rowsOf(report, ['a', 'b', 'c'])).toEqual(['=a0 b0', '=a1 c0', '=b1 c1']);
  });

  test('has every sentence once, whatever is aligned with what', () => {
    const pairs = [];
    for (let left = 0; left < 12; left += 1) for (let right = 0; right < 9; right += 1) pairs.push([`a${left} b${right}`, 30 + ((left * 7 + right * 13) % 50)]);
    const cells = levels(aligned([12, 9], pairs), ['a', 'b']).flatMap(({ cells: row }) => [...row]);
    for (const [id, count] of [['a', 12], ['b', 9]]) {
      expect(cells.flatMap(([article, list]) => (article === id ? list : []))).toEqual(Array.from({ length: count }, (_, at) => at));
    }
  });

  test('the heaviest chain is the best of all chains', () => {
    const meetings = Array.from({ length: 14 }, (_, index) => ({ sentence: (index * 5) % 7, row: (index * 3) % 8, score: 1 + ((index * 11) % 17) }));
    let most = 0;
    for (let set = 0; set < 1 << meetings.length; set += 1) {
      const chosen = meetings.filter((_, index) => set & (1 << index)).sort((left, right) => left.sentence - right.sentence);
      const goesOn = chosen.every((one, index) => index === 0 || (chosen[index - 1].sentence < one.sentence && chosen[index - 1].row < one.row));
      if (goesOn) most = Math.max(most, chosen.reduce((sum, { score }) => sum + score, 0));
    }
    const chain = heaviestChain(meetings);
    expect(chain.reduce((sum, { score }) => sum + score, 0)).toBe(most);
  });
});

test('words are set off only where one text is the other reworded', () => {
  const diff = (common) => ({ edits: [{ edit: 'equal', leftStart: 0, leftEnd: common, rightStart: 0, rightEnd: common }] });
  expect(isReworded(diff(5), '0123456789', '0123456789')).toBe(true);
  expect(isReworded(diff(4), '0123456789', '0123456789')).toBe(false);
});

const TEXTS = ['Head one\n\nThe ship carried 212 people. Nobody died.', 'Head two\n\nThe ship carried 221 people. A dog was saved.', 'Head three\n\nIt rained.'];

/** Two sentences that stand level: the second of each of the first two articles. */
function report() {
  const made = reportOn(TEXTS, [{ relation: 'conflict', label: 'people', readings: [['a', '212', 0], ['b', '221', 1]] }]);
  for (const [index, article] of made.articles.entries()) {
    const text = TEXTS[index];
    const cuts = [0, text.indexOf('\n\n'), text.indexOf('. ') + 1 || text.length, text.length];
    article.sentences = [
      { start: 0, end: cuts[1], paragraph: 0 },
      { start: cuts[1] + 2, end: cuts[2], paragraph: 1 },
      ...(cuts[2] < text.length ? [{ start: cuts[2] + 1, end: text.length, paragraph: 1 }] : []),
    ];
  }
  for (const finding of made.findings) for (const reading of finding.readings) reading.sentence = 1;
  made.alignment = [{ score: 80, sentences: [{ article: 'a', sentence: 1 }, { article: 'b', sentence: 1 }] }];
  return made;
}

test('aligned sentences stand level, with their marks', async ({ page }) => {
  await openReport(page, TEXTS, report());
  await show(page, 'columns');
  const level = page.locator('.level-row.is-level').getByRole('cell');
  await expect(level).toHaveText([/The ship carried 212 people\./, /The ship carried 221 people\./]);
  const [left, right] = [await level.first().boundingBox(), await level.last().boundingBox()];
  expect(left.y).toBe(right.y);
  await page.locator('.mark.conflict').last().click();
  await expect(page.locator('.dock')).toContainText('212');
  await page.keyboard.press('Escape');
  await expect(page.locator('.dock')).toHaveCount(0);
  await expect(page.locator('.mark.conflict').first()).toBeFocused();
  await page.keyboard.press('j');
  await expect(page.locator('.dock')).toContainText('People');
});

test('the columns are chosen, two at least', async ({ page }) => {
  await openReport(page, TEXTS, report());
  await show(page, 'columns');
  const choice = page.getByRole('group', { name: 'Columns' });
  await expect(page.getByRole('columnheader')).toHaveText([/Article A/, /Article B/]);
  await expect(choice.getByRole('button', { name: 'Article A' })).toBeDisabled();
  await choice.getByRole('button', { name: 'Article C' }).click();
  await expect(page.getByRole('columnheader')).toHaveText([/Article A/, /Article B/, /Article C/]);
  await choice.getByRole('button', { name: 'Article A' }).click();
  await expect(page.getByRole('columnheader')).toHaveText([/Article B/, /Article C/]);
});

test('words that differ are set off on demand', async ({ page }) => {
  await openReport(page, TEXTS, report());
  await show(page, 'columns');
  await expect(page.locator('.reworded')).toHaveCount(0);
  await page.evaluate(() => {
    const comparer = document.querySelector('variorum-comparer');
    const { compare } = comparer.client;
    const at = 'The ship carried '.length;
    const edit = (kind, ...[leftStart, leftEnd, rightStart, rightEnd]) => ({ edit: kind, leftStart, leftEnd, rightStart, rightEnd });
    const edits = [edit('equal', 0, at, 0, at), edit('left', at, at + 3, at, at), edit('right', at + 3, at + 3, at, at + 3), edit('equal', at + 3, at + 11, at + 3, at + 11)];
    comparer.client = { compare, diffWords: async () => ({ edits }) };
  });
  await page.getByLabel('Set off words that differ').check();
  await expect(page.locator('.reworded')).toHaveText(['212', '221']);
});

test('the engine’s own diff sets off what differs in an example', async ({ page }) => {
  await page.goto('./');
  await page.locator('.example').nth(2).click();
  await show(page, 'columns');
  await page.getByLabel('Set off words that differ').check();
  await expect(page.locator('.reworded').first()).toBeVisible();
});

test('two columns stand beside each other while they have room, and more of them sooner do not', async ({ page }) => {
  await openReport(page, TEXTS, report());
  await show(page, 'columns');
  const cells = page.locator('.level-row.is-level').first().getByRole('cell');
  const isBeside = async (width) => {
    await page.setViewportSize({ width, height: 844 });
    const [left, right] = [await cells.first().boundingBox(), await cells.last().boundingBox()];
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    return left.y === right.y && left.x + left.width < right.x;
  };
  expect(await isBeside(620)).toBe(true);
  await expect(page.getByRole('columnheader')).toHaveCount(2);
  await expect(cells.first().locator('.siglum')).toBeHidden();
  expect(await isBeside(540)).toBe(false);
  await expect(page.getByRole('columnheader')).toHaveCount(0);
  await expect(cells.first().locator('.siglum')).toBeVisible();
});

test.describe('phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('level sentences follow each other, each with its letter', async ({ page }) => {
    await openReport(page, TEXTS, report());
    await show(page, 'columns');
    const level = page.locator('.level-row.is-level').getByRole('cell');
    const [upper, lower] = [await level.first().boundingBox(), await level.last().boundingBox()];
    expect(lower.y).toBeGreaterThanOrEqual(upper.y + upper.height - 1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await expect(level.last().locator('.siglum')).toBeVisible();
  });
});
