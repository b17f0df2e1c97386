// Wording, who says what, and the timeline.
import { expect, openReport, reportOn, show, test } from './page.js';
import { timeline, whenOf } from '../../www/src/moments.js';
import { commonShare, inParagraphs, redline } from '../../www/src/redline.js';
import { oneNameEach, speakers } from '../../www/src/speakers.js';

/** A word diff of two texts that are told apart by hand: `[kind, words]`. */
function diffOf(parts) {
  let [left, right] = [0, 0];
  const edits = parts.map(([edit, words]) => {
    const [leftStart, rightStart] = [left, right];
    if (edit !== 'right') left += words.length;
    if (edit !== 'left') right += words.length;
    return { edit, leftStart, leftEnd: left, rightStart, rightEnd: right };
  });
  const text = (side) => parts.filter(([edit]) => edit === 'equal' || edit === side).map(([, words]) => words).join('');
  return { diff: { edits }, leftText: text('left'), rightText: text('right'), left: 'a', right: 'b' };
}

test.describe('redline', () => {
  const moved = 'Words that were moved. ';
  const given = diffOf([['equal', 'Head\n\n'], ['left', `${moved}Gone. `], ['equal', 'Kept. '], ['right', `${moved}New.`]]);
  const run = (start, end) => ({ words: 12, spans: [{ article: 'a', ...start, moved: false }, { article: 'b', ...end, moved: true }] });
  const span = (text, words) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

  test('ties words that went to the same words where they came', () => {
    const shared = [run(span(given.leftText, moved), span(given.rightText, moved))];
    expect(redline({ ...given, shared }).map(({ side, text, move }) => [side, text, move])).toEqual([
      ['equal', 'Head\n\n', null],
      ['left', moved, 1],
      ['left', 'Gone. ', null],
      ['equal', 'Kept. ', null],
      ['right', moved, 1],
      ['right', 'New.', null],
    ]);
  });

  test('calls nothing moved that stands in both at one place', () => {
    const shared = [run(span(given.leftText, 'Kept. '), span(given.rightText, 'Kept. '))];
    expect(redline({ ...given, shared }).every(({ move }) => move === null)).toBe(true);
  });

  test('shows a rewritten phrase as one that went and one that came', () => {
    const rewritten = diffOf([
      ['equal', 'Then '], ['left', 'two'], ['right', 'the'], ['equal', ' '], ['left', 'dead'], ['right', 'whole quay'], ['equal', ' burnt. '],
      ['left', 'One'], ['equal', '\n'], ['right', 'Two'],
    ]);
    const pieces = redline({ ...rewritten, shared: [] });
    expect(pieces.map(({ side, text }) => [side, text])).toEqual([
      ['equal', 'Then '], ['left', 'two dead'], ['right', 'the whole quay'], ['equal', ' burnt. '], ['left', 'One'], ['equal', '\n'], ['right', 'Two'],
    ]);
    expect(pieces.filter(({ side }) => side !== 'left').map(({ text }) => text).join('')).toBe(rewritten.rightText);
  });

  test('gives back the second text, word for word', () => {
    const pieces = redline({ ...given, shared: [] });
    expect(pieces.filter(({ side }) => side !== 'left').map(({ text }) => text).join('')).toBe(given.rightText);
  });

  test('is set in paragraphs, and says how much both have', () => {
    expect(inParagraphs(redline({ ...given, shared: [] })).map((paragraph) => paragraph.map(({ text }) => text).join(''))).toEqual([
      'Head',
      `${moved}Gone. Kept. ${moved}New.`,
    ]);
    expect(commonShare(given.diff, 24, 48)).toBe(50);
  });
});

test.describe('speakers', () => {
  const named = (...names) => Object.fromEntries(oneNameEach(names));

  test('are one however they are called', () => {
    expect(named('Aldaya', 'fire chief Ruben Aldaya', 'The police', 'police', 'Mr Aldaya')).toEqual({
      Aldaya: 'fire chief Ruben Aldaya',
      'Mr Aldaya': 'fire chief Ruben Aldaya',
      'fire chief Ruben Aldaya': 'fire chief Ruben Aldaya',
      'The police': 'The police',
      police: 'The police',
    });
  });

  test('are kept apart where a name differs, or could be of two', () => {
    const names = ['Tomas Verhal', 'Thomas Verhal', 'Verhal', 'the union', 'the workers’ union'];
    expect(named(...names)).toEqual(Object.fromEntries(names.map((name) => [name, name])));
  });

  test('have their statements once, with each article’s words', () => {
    const texts = ['H\n\n12 died, police said.', 'H\n\n14 died, the police said. 9 hurt.'];
    const report = reportOn(texts, [
      { relation: 'conflict', label: 'died', readings: [['a', '12', 0, 'police'], ['b', '14', 1, 'the police']] },
      { relation: 'same', label: 'hurt', readings: [['b', '9', 0]] },
    ]);
    const [police, ...others] = speakers(report, report.findings, new Map());
    expect(others).toEqual([]);
    expect(police.statements.map(({ words }) => [...words].map(([id, given]) => id + given[0].text))).toEqual([['a12', 'b14']]);
  });
});

test.describe('the time axis', () => {
  test('reads the engine’s notation', () => {
    const when = (norm) => {
      const found = whenOf(norm);
      return found && [found.bound, found.isLoose, found.from, found.to, found.clock];
    };
    expect(when('2025-06-03')).toEqual(['', false, '2025-06-03', '2025-06-03', '']);
    expect(when('~2025-06-03T17:00/01:00')).toEqual(['', true, '2025-06-03', '2025-06-03', '17:00/01:00']);
    expect(when('by ~2028-09-01/2028-12-31')).toEqual(['by', true, '2028-09-01', '2028-12-31', '']);
    expect(when('2024-06-12T21:40+01:00')).toEqual(['', false, '2024-06-12', '2024-06-12', '21:40']);
    expect(when('T05:15|17:15')).toEqual(['', false, '', '', '05:15|17:15']);
    expect(when('2023-04-06|2023-06-04')).toEqual(['', false, '2023-04-06', '2023-04-06', '']);
    for (const norm of ['then-20TM', 'XXXX-06-12', 'now-1W', '']) expect(whenOf(norm)).toBeNull();
  });

  test('puts the longer stretch before what lies in it, hours behind days, the rest last', () => {
    const norms = ['2025-06-03T21:50', 'T21:50', '2025', '2025-06-03', 'then+1D', '2025-06', '2024-12-31'];
    const texts = [`H\n\n${norms.join(' and ')}.`];
    const report = reportOn(texts, norms.map((norm) => ({ relation: 'same', readings: [['a', norm, 0]] })));
    for (const finding of report.findings) finding.kind = 'time';
    const { days, hours, unplaced } = timeline(report, report.findings, new Map());
    expect(days.map(({ norm }) => norm)).toEqual(['2024-12-31', '2025', '2025-06', '2025-06-03', '2025-06-03T21:50']);
    expect([...hours, ...unplaced].map(({ norm }) => norm)).toEqual(['T21:50', 'then+1D']);
  });
});

test('two versions are shown in one text, moves tied to each other', async ({ page }) => {
  const para = 'The long paragraph that an editor moved further down the page overnight for reasons unknown to readers.';
  const rest = 'The committee met on Monday and heard nine speakers from three towns before it rose. Nobody voted at all in the end.';
  await page.goto('./');
  await page.locator('textarea').nth(0).fill(`The head\n\n${para}\n\n${rest}`);
  await page.locator('textarea').nth(1).fill(`The new head\n\n${rest}\n\n${para}`);
  await expect(page.getByRole('button', { name: 'Read the comparison' })).toBeVisible();
  await show(page, 'wording');
  await expect(page.locator('.redline ins').first()).toContainText('new');
  await expect(page.locator('.redline ins.moved').first()).toBeVisible();
  await page.getByRole('button', { name: 'Move 1: go to where it came' }).click();
  await expect(page.getByRole('button', { name: 'Move 1: go to where it was' })).toBeFocused();
  await page.getByRole('button', { name: 'Swap' }).click();
  await expect(page.locator('.redline del').first()).toContainText('new');
  // On paper as on the screen.
  await page.emulateMedia({ media: 'print' });
  for (const change of await page.locator('.redline :is(ins, del)').all()) await expect(change).toBeVisible();
});

test('speakers and times lead to the words in their article', async ({ page }) => {
  await page.goto('./');
  await page.locator('.example').nth(1).click();
  await show(page, 'speakers');
  await expect(page.getByRole('heading', { name: /Ruben Aldaya/ })).toHaveCount(1);
  await show(page, 'timeline');
  await expect(page.getByRole('heading', { name: 'Tuesday, 3 June 2025' })).toBeVisible();
  const alone = page.getByRole('button', { name: /^1931: show it in/ });
  await alone.click();
  await expect(page.locator('main')).toHaveAttribute('data-view', 'article');
  await expect.poll(() => page.evaluate(() => getSelection().toString())).toBe('1931');
});

test('statements of one speaker stand together, with who else is named for them', async ({ page }) => {
  const texts = ['H\n\n12 died, police said.', 'H\n\n14 died, a union said.', 'H\n\nIt rained.'];
  await openReport(page, texts, reportOn(texts, [{ relation: 'conflict', label: 'died', readings: [['a', '12', 0, 'police'], ['b', '14', 1, 'a union']] }]));
  await show(page, 'speakers');
  const rows = page.getByRole('row', { name: /Died/ });
  await expect(rows).toHaveCount(2);
  await expect(rows.first().getByRole('cell')).toContainText(['12', 'a union', '–']);
  await rows.first().getByRole('button', { name: 'Died' }).click();
  await expect(page.locator('.dock')).toContainText('not mentioned');
});
