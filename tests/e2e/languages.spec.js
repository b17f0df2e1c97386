// The page in the reader's language, and the switch.
import { LANGUAGES } from '../../www/src/strings/index.js';
import { en } from '../../www/src/strings/en.js';
import { expect, open, test } from './page.js';

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
