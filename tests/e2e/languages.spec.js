// The page in the reader's language, and the switch.
import { LANGUAGES } from '../../www/src/strings/index.js';
import { en } from '../../www/src/strings/en.js';
import { readFile } from 'node:fs/promises';
import { expect, open, reportOn, test } from './page.js';

const TWO = [
  'Ferry hits rocks\n\nThe ferry Aurora carried 212 passengers when it hit rocks off Corva on Monday, police said.',
  'Ferry Aurora hits rocks off Corva\n\nThe ferry Aurora carried 221 passengers when it hit rocks off Corva on Monday.',
];

for (const [tag, { name, load }] of Object.entries(LANGUAGES)) {
  test.describe(name, () => {
    test.use({ locale: tag });

    test('every view is in it', async ({ page }) => {
      const strings = await load();
      await open(page);
      for (const [index, text] of TWO.entries()) await page.locator('textarea').nth(index).fill(text);
      await expect(page.locator('html')).toHaveAttribute('lang', tag);
      await page.getByRole('button', { name: strings.input.read }).click();
      for (const view of ['article', 'table', 'columns', 'wording', 'speakers', 'timeline']) {
        await page.getByRole('button', { name: strings.nav[view], exact: true }).click();
        await expect(page.locator(`main[data-view="${view}"]`)).toContainText(/2[12]|Monday/);
      }
      await page.getByRole('button', { name: strings.share.open, exact: true }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
    });
  });

  test(`${name} says all that English says`, async () => {
    const strings = await load();
    const [ours, theirs] = [await words(strings), await words(en)];
    expect(Object.keys(ours).sort().filter((path) => !path.startsWith('notes.remarks'))).toEqual(
      Object.keys(theirs).sort().filter((path) => !path.startsWith('notes.remarks')),
    );
    expect(Object.entries(ours).filter(([, text]) => text === '').map(([path]) => path)).toEqual([]);
    if (tag === 'en') return;
    // Short words may well be the same in two languages; whole sentences are not.
    const same = Object.entries(ours).filter(([path, text]) => text === theirs[path] && text.split(' ').length > 3);
    expect(same).toEqual([]);
  });
}

/** What only a program that calls the engine meets: the page names its articles itself, and brings the engine's own tables. */
const NOT_ON_THE_PAGE = ['duplicate-id', 'unknown-tables', 'bad-request'];

/** The codes for which the engine has words of its own, by where they stand. */
async function codes() {
  const [words, parts, report, error, render, score] = await Promise.all(
    ['report/words.rs', 'article/parts.rs', 'report/mod.rs', 'error.rs', 'report/render.rs', 'alignment/score.rs'].map((path) => readFile(new URL(`../../src/${path}`, import.meta.url), 'utf8')),
  );
  const all = (/** @type {string} */ text, /** @type {RegExp} */ pattern) => [...text.matchAll(pattern)].map(([, code]) => code);
  return {
    remarks: all(words, /Reason::\w+ => (?:\{\s*)?\("([\w-]+)",/g),
    notes: all(parts + report, /Remark \{ code: "([\w-]+)"/g),
    errors: all(error, /Self::\w+(?: \{ \.\. \})? => "([\w-]+)"/g).filter((code) => !NOT_ON_THE_PAGE.includes(code)),
    // A list of variants, which are written in kebab case: `Self::OnlyOne,`.
    parts: all(score, /^ +Self::(\w+),$/gm).map((name) => name.replace(/\B[A-Z]/g, '-$&').toLowerCase()),
    rules: ['same-slot', 'one-article', ...all(render, /Relation::\w+ => "([\w-]+)"/g)],
  };
}

for (const [tag, { name, load }] of Object.entries(LANGUAGES)) {
  test(`${name} has words for every code of the engine`, async () => {
    const { remarks, notes, errors, parts, rules } = await codes();
    expect(Math.min(remarks.length, notes.length, errors.length, parts.length, rules.length)).toBeGreaterThan(4);
    const strings = await load();
    const { receipt } = await strings.later();
    expect([...parts.filter((part) => !receipt.partNames[part]), ...rules.filter((rule) => !receipt.ruleNames[rule])]).toEqual([]);
    if (tag === 'en') return;
    const message = 'In the words of the engine';
    const details = { id: 'b', count: 61, limit: 60, bytes: 9_000_000, value: 'June' };
    const said = [
      ...remarks.map((code) => strings.remarks([{ code, message, reconciles: false }])),
      ...notes.map((code) => strings.readingNote({ code, message, start: 0, end: 1 }, 'Tuesday')),
      ...errors.map((code) => strings.state.error({ code, message, details })),
    ];
    expect(said.filter((words) => words.includes(message) || words.includes('undefined'))).toEqual([]);
  });
}

test.describe('German', () => {
  test.use({ locale: 'de' });

  test('what the engine remarks is in it, and what the articles say is not', async ({ page }) => {
    const texts = ['Head\n\nBlast kills 12, police said.', 'Head\n\nBlast kills 14, the mayor said.'];
    const report = reportOn(texts, [{ relation: 'conflict', label: 'people killed', readings: [['a', '12', 0, 'police'], ['b', '14', 1]] }], { notes: ['In English'] });
    report.findings[0].topic = { form: 'killed', of: 'people' };
    report.findings[0].reasons = [{ code: 'later', message: 'In English', reconciles: true }];
    report.articles[0].notes[0].code = 'language';
    await page.goto('./');
    await page.evaluate((given) => {
      document.querySelector('variorum-comparer').client = { compare: async () => given };
    }, report);
    for (const [index, text] of texts.entries()) await page.locator('textarea').nth(index).fill(text);
    await page.getByRole('button', { name: 'Vergleich lesen' }).click();
    await page.locator('.mark.conflict').click();
    await expect(page.locator('.unseen[role=status]')).toHaveText(/^Widerspruch\. People: getötet\. A: 12 \(police\); B: 14\. Die Artikel sind an verschiedenen Tagen/);
    await expect(page.locator('.note.selected h3')).toHaveAttribute('lang', 'de');
    await expect(page.locator('.note.selected h3 [lang=en]')).toHaveText('people', { ignoreCase: true });
    await expect(page.locator('.note.selected .words').first()).toHaveAttribute('lang', 'en');
    await page.locator('.reading-notes summary').click();
    await expect(page.locator('.reading-notes li')).toHaveText('Dieser Artikel ist in einer Sprache, die noch nicht gelesen werden kann; darin wurden keine Fakten gefunden.');
    expect(await page.locator('main').innerText()).not.toContain('In English');
  });
});

test('another language is chosen, and kept', async ({ page }) => {
  await open(page);
  await page.getByLabel('Language').selectOption('de');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Worin gehen die Berichte auseinander?');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Worin gehen die Berichte auseinander?');
  await page.getByLabel('Sprache').selectOption('en');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Where do the reports differ?');
});

/**
 * @param {import('../../www/src/strings/index.js').Strings} strings
 * @returns {Promise<Record<string, string>>} every fixed text by its path
 */
async function words(strings) {
  const found = {};
  collect({ ...strings, later: await strings.later() }, '');
  return found;

  function collect(value, path) {
    if (typeof value === 'string') found[path] = value;
    else if (typeof value === 'function') found[path] = '(made)';
    else for (const [key, inner] of Object.entries(value)) collect(inner, path ? `${path}.${key}` : key);
  }
}

const FINDING = { label: 'When the gate was closed (bridge)', topic: { form: 'when', of: 'the gate was closed', detail: 'bridge' } };

test('what a finding is called is in the page’s language, in words of its articles', async () => {
  const said = async (tag, finding) => (await LANGUAGES[tag].load()).label(finding);
  expect(await said('en', FINDING)).toBe('When the gate was closed (bridge)');
  expect(await said('de', FINDING)).toBe('Wann: the gate was closed (bridge)');
  expect(await said('fr', FINDING)).toBe('Quand\u00a0: the gate was closed (bridge)');
  expect(await said('es', FINDING)).toBe('Cuándo: the gate was closed (bridge)');
  expect(await said('de', { label: 'Miners killed', topic: { form: 'killed', of: 'miners' } })).toBe('Miners: getötet');
  expect(await said('de', { label: 'Time of day', topic: { form: 'time-of-day' } })).toBe('Uhrzeit');
  expect(await said('es', { label: 'Vehicle of Ivo Prell', topic: { form: 'vehicle', of: 'Ivo Prell' } })).toBe('Vehículo: Ivo Prell');
});

test('what has no name in a language is called as the engine calls it', async () => {
  const { de } = await import('../../www/src/strings/de.js');
  expect(de.label({ label: 'Teams relegated', topic: { form: 'relegated', of: 'teams' } })).toBe('Teams relegated');
  expect(de.label({ label: 'Crew' })).toBe('Crew');
});

test('every language has a name for the same forms', async () => {
  const forms = await Promise.all(['de', 'fr', 'es'].map(async (tag) => (await import(`../../www/src/strings/${tag}-topics.js`)).topics));
  for (const part of ['patterns', 'names', 'fates']) {
    const [first, ...rest] = forms.map((topics) => Object.keys(topics[part]).sort());
    for (const other of rest) expect(other).toEqual(first);
  }
});
