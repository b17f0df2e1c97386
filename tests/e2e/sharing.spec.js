// Links, files and the library: what leaves the page comes back the same, and nothing in it runs.
import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, open, openReport, reportOn, show, test } from './page.js';

const TWO = [
  'Ferry hits rocks\n\nThe ferry Aurora carried 212 passengers when it hit rocks off Corva on Monday, police said.',
  'Ferry Aurora hits rocks off Corva\n\nThe ferry Aurora carried 221 passengers when it hit rocks off Corva on Monday.',
];

const HOSTILE = '<script>window.ran = true</script><img src=x onerror="window.ran = true"> </script> | =HYPERLINK("x")';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

async function openPanel(page) {
  await expect(page.getByRole('button', { name: 'Article', exact: true })).toBeEnabled();
  await page.getByRole('button', { name: 'Share' }).click();
  return page.getByRole('dialog', { name: 'Share and keep' });
}

async function copied(page, panel) {
  await panel.getByRole('button', { name: 'Copy link' }).click();
  await expect(panel.getByRole('status')).toContainText('Copied');
  return page.evaluate(() => navigator.clipboard.readText());
}

async function downloaded(page, panel, name) {
  const [download] = await Promise.all([page.waitForEvent('download'), panel.getByRole('button', { name }).click()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

test('a link brings the articles back', async ({ page, context }) => {
  await open(page, TWO);
  const link = await copied(page, await openPanel(page));
  const other = await context.newPage();
  await other.goto(link);
  await expect(other.locator('article .headline')).toHaveText('Ferry hits rocks');
  await expect(other).toHaveURL(/\/(#view=.*)?$/);
  await show(other, 'input');
  await expect(other.locator('textarea').nth(1)).toHaveValue(TWO[1]);
});

test('a link in a page that is open puts what was typed aside', async ({ page }) => {
  await open(page, TWO);
  const link = await copied(page, await openPanel(page));
  await page.goto('./');
  await page.locator('textarea').first().fill('Something else was typed here.');
  await page.evaluate((hash) => {
    location.hash = hash;
  }, new URL(link).hash);
  await expect(page.locator('article .headline')).toHaveText('Ferry hits rocks');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('textarea').first()).toHaveValue('Something else was typed here.');
});

test('findings alone leave the articles out', async ({ page, context }) => {
  const secret = 'This sentence stands in one article alone and is told to nobody.';
  await open(page, [`${TWO[0]} ${secret}`, TWO[1]]);
  const panel = await openPanel(page);
  await panel.getByLabel(/Findings and short quotes only/).check();
  const link = await copied(page, panel);
  const { text } = await downloaded(page, panel, 'Web page');
  expect(text).not.toContain(secret);
  expect(text).toContain('212');
  const other = await context.newPage();
  await other.goto(link);
  await expect(other.getByRole('table')).toContainText('212');
  await expect(other.getByRole('button', { name: 'Article', exact: true })).toBeDisabled();
  expect(await other.evaluate(() => document.body.outerHTML)).not.toContain(secret);
});

test('a long comparison is not put into a link', async ({ page }) => {
  const random = Array.from({ length: 6000 }, (_, index) => ((index * 7919) % 104729).toString(36)).join(' ');
  await open(page, [`${TWO[0]} ${random}`, TWO[1]]);
  const panel = await openPanel(page);
  await panel.getByRole('button', { name: 'Copy link' }).click();
  await expect(panel.getByRole('status')).toContainText('Too long for a link');
});

for (const hash of ['#articles=AAAA', '#articles=%%%', '#findings=q1YqSy0qzszPU7JSSs7PLUgsykzMUdJRKkstKs7Mz1OyUjKs5QIA', '#articles=']) {
  test(`a damaged link is told of: ${hash}`, async ({ page }) => {
    await page.goto(`./${hash}`);
    if (hash !== '#articles=') await expect(page.getByRole('alert')).toContainText('does not hold a comparison');
    await expect(page.locator('textarea').first()).toBeVisible();
  });
}

test('a saved page opens without script or network, and here again', async ({ page, context }) => {
  await open(page, [`${TWO[0]}\n\n${HOSTILE}`, TWO[1]]);
  const panel = await openPanel(page);
  const { name, text } = await downloaded(page, panel, 'Web page');
  expect(name).toBe('variorum-ferry-hits-rocks.html');
  const other = await context.newPage();
  const complaints = [];
  other.on('console', (message) => complaints.push(message.text()));
  await other.route('**/saved.html', (route) => route.fulfill({ body: text, contentType: 'text/html' }));
  await other.goto('./saved.html');
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Where two reports differ');
  await expect(other.getByRole('table').first()).toContainText('212');
  await other.getByRole('link', { name: /212/ }).first().click();
  await expect(other).toHaveURL(/#finding-1$/);
  expect(await other.evaluate(() => /** @type {any} */ (window).ran)).toBeUndefined();
  expect(complaints).toEqual([]);
  await other.close();
  const back = await page.evaluate(async (html) => {
    const data = /id="variorum-comparison">([^<]*)</.exec(html)?.[1];
    return JSON.parse(data ?? 'null').articles.map((article) => article.text);
  }, text);
  expect(back[1]).toBe(TWO[1]);
  expect(back[0]).toContain('onerror');
});

test('over plain HTTP, where browsers have no hashes, a saved page allows its own style and nothing else', async ({ page, context }) => {
  await page.addInitScript(() => Object.defineProperty(crypto, 'subtle', { value: undefined }));
  await open(page, [`${TWO[0]}\n\n${HOSTILE}`, TWO[1]]);
  const panel = await openPanel(page);
  const [first, second] = [await downloaded(page, panel, 'Web page'), await downloaded(page, panel, 'Web page')];
  const wordOf = (text) => /style-src 'nonce-([\w+/=]{24})'; base-uri 'none'/.exec(text)?.[1] ?? '';
  expect(wordOf(first.text)).not.toBe('');
  expect(wordOf(second.text)).not.toBe(wordOf(first.text));
  expect(first.text).not.toContain('unsafe-inline');
  const other = await context.newPage();
  await other.route('**/saved.html', (route) => route.fulfill({ body: first.text, contentType: 'text/html' }));
  await other.goto('./saved.html');
  expect(await other.evaluate(() => [...document.styleSheets].map(({ cssRules }) => cssRules.length > 10))).toEqual([true]);
  expect(await other.evaluate(() => /** @type {any} */ (window).ran)).toBeUndefined();
});

test('a table is no formula and no markup', async ({ page }) => {
  await open(page, [TWO[0].replace('Ferry hits', '=1+1 ferry hits'), TWO[1]]);
  const panel = await openPanel(page);
  const csv = await downloaded(page, panel, 'CSV');
  expect(csv.text).toContain('212');
  expect(csv.text).not.toMatch(/(^|,)"?[=+@-]/m);
  const markdown = await downloaded(page, panel, 'Markdown');
  expect(markdown.text).toContain('# Where two reports differ');
  expect(markdown.text).toMatch(/\| 212/);
  const json = JSON.parse((await downloaded(page, panel, 'JSON')).text);
  expect(json.report.version).toBe(1);
  expect(json.articles[1].text).toBe(TWO[1]);
});

test('files tell what was made of findings, and set apart what was dismissed', async ({ page }) => {
  const texts = ['Head\n\nBlast kills 12, costs $4m, burns 30 lorries.', 'Head\n\nBlast kills 14, costs $5m, burns 40 lorries.'];
  const report = reportOn(texts, [
    { relation: 'conflict', label: 'people killed', readings: [['a', '12', 0], ['b', '14', 1]] },
    { relation: 'conflict', label: 'the cost', readings: [['a', '$4m', 0], ['b', '$5m', 1]] },
    { relation: 'compatible', label: 'lorries', readings: [['a', '30', 0], ['b', '40', 1]] },
  ]);
  await openReport(page, texts, report);
  await page.locator('variorum-comparer').evaluate((element) => {
    element.reviews = { 'finding-0': { status: 'dismissed', note: 'Two | blasts' }, 'finding-1': { status: 'checked' } };
    element.filters = { ...element.filters, shown: new Set(['conflict']) };
  });
  const panel = await openPanel(page);
  const csv = (await downloaded(page, panel, 'CSV')).text.trimEnd().split('\r\n');
  expect(csv.map((line) => line.split(',')[0])).toEqual(['\uFEFF"Fact"', '"The cost"', '"Lorries"', '"People killed"']);
  expect(csv[3]).toContain('"dismissed","Two | blasts"');
  expect(csv[1]).toContain('"How many","needs a check","checked",""');
  await panel.getByLabel(/Only what the filters show/).check();
  const markdown = (await downloaded(page, panel, 'Markdown')).text;
  expect(markdown).toContain('2 of 3 facts are listed; the filters leave out the others.');
  expect(markdown).not.toContain('Lorries');
  expect(markdown).toMatch(/The cost<br>\*checked\*[^]*## Dismissed[^]*People killed<br>\*Conflict: Two \\\| blasts\*/);
  const page_ = (await downloaded(page, panel, 'Web page')).text;
  expect(page_).toMatch(/The cost[^]*Dismissed[^]*People killed<\/span><span class="note" dir="auto">Two \| blasts/);
  expect(page_).toContain('class="mark conflict dismissed"');
  expect(page_).not.toContain('>Lorries');
});

test('the library keeps, opens, removes and forgets', async ({ page, context }) => {
  await open(page, TWO);
  let panel = await openPanel(page);
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
  await panel.getByLabel(/Keep my comparisons/).check();
  await expect(panel.getByRole('button', { name: 'Ferry hits rocks +1', exact: true })).toBeVisible();
  const other = await context.newPage();
  await other.goto('./');
  await other.locator('textarea').first().fill('A storm hit Corva on Monday and killed two people.');
  panel = await openPanel(other);
  await panel.getByRole('button', { name: 'Ferry hits rocks +1', exact: true }).click();
  await expect(other.locator('article .headline')).toHaveText('Ferry hits rocks');
  panel = await openPanel(other);
  await panel.getByRole('button', { name: 'Forget everything' }).click();
  await expect(panel.getByRole('status')).toContainText('forgotten');
  expect(await other.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
});

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  test(`the panel is accessible in the ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await open(page, TWO);
    const panel = await openPanel(page);
    await panel.getByLabel(/Keep my comparisons/).check();
    await expect(panel.getByRole('button', { name: 'Forget everything' })).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
}

test('the panel works by keyboard, and keys do nothing behind it', async ({ page }) => {
  await open(page, TWO);
  await expect(page.getByRole('button', { name: 'Article', exact: true })).toBeEnabled();
  await page.getByRole('button', { name: 'Share' }).focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog', { name: 'Share and keep' });
  await expect(panel).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(page.getByRole('button', { name: 'Share' })).toBeFocused();
});
