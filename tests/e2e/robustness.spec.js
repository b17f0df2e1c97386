// Bad input, and an engine that fails: a clear message, a usable page, nothing typed lost.
import { SIGNS } from './doors.js';
import { expect, open, openReport, paste, reportOn, show, test, TWO } from './page.js';

const texts = (page) => page.locator('textarea').evaluateAll((boxes) => boxes.map((box) => box.value));

/** Makes the worker die at the next message, without a word, as a browser does that wants its memory back. */
async function killWorkerAtNextMessage(page) {
  await expect.poll(() => page.workers().length).toBe(1);
  await page.workers()[0].evaluate(() => {
    self.postMessage = () => {};
    self.addEventListener('message', () => self.close());
  });
}

test('one article is read and waits for another', async ({ page }) => {
  await open(page, [TWO[0]]);
  await expect(page.locator('.outcome')).toContainText('One article so far.');
  // Where nothing was found, it is not the filters that keep it back.
  await show(page, 'table');
  await expect(page.locator('.table-view .overview')).toContainText('One article so far.');
  await expect(page.getByText('choose more of the filters')).toHaveCount(0);
});

test('one article is held against itself', async ({ page }) => {
  await open(page, ['Ferry fire kills 12\n\nA fire on the ferry Aurora killed 14 people off Norvik on Monday, the coastguard said.']);
  await show(page, 'article');
  await expect(page.locator('.paper .mark')).toHaveText(['12', '14']);
  await show(page, 'table');
  await expect(page.getByRole('row', { name: /14/ })).toContainText('12');
});

test('HTML source is shown as text and never run', async ({ page }) => {
  const source = '<img src=x onerror="window.ran=1"><script>window.ran=1</script>\n\n<b>212</b> &amp; ${1+1} </textarea><svg onload=window.ran=1>';
  const hostile = [source, 'Other\n\n221 <iframe src="javascript:window.ran=1"></iframe>'];
  await openReport(page, hostile, reportOn(hostile, [{ relation: 'conflict', label: '<img src=x onerror=window.ran=1>', readings: [['a', '<b>212</b>', 0, '<script>'], ['b', '221', 1]] }]));
  await page.locator('.mark').click();
  await expect(page.locator('.paper article')).toContainText('<b>212</b> &amp; ${1+1} </textarea><svg onload=window.ran=1>');
  await show(page, 'table');
  await expect(page.getByRole('table')).toContainText('<img src=x onerror=window.ran=1>', { ignoreCase: true });
  for (const name of /** @type {const} */ (['article', 'table', 'columns', 'wording', 'speakers', 'timeline'])) {
    await show(page, name);
    const foreign = await page.locator('variorum-comparer').evaluate(
      (element, signs) => [...element.shadowRoot.querySelectorAll('img, script, iframe, svg, b:not([class])')].filter(({ outerHTML }) => !signs.includes(outerHTML)).length,
      SIGNS,
    );
    expect(foreign, name).toBe(0);
  }
  expect(await page.evaluate(() => window.ran)).toBeUndefined();
});

test('unpaired surrogates reach the engine and come back in their place', async ({ page }) => {
  await open(page);
  const broken = ['Head \ud83d\n\nHe saw 212 \udc00 people.', 'Head\n\nHe saw 221 people.'];
  await page.locator('variorum-comparer').evaluate((element, given) => {
    element.drafts = given.map((text, index) => ({ key: `d${index}`, text, title: '', outlet: '', published: '' }));
  }, broken);
  await expect(page.getByRole('button', { name: 'Read the comparison' })).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('an over-long article is refused in words, and the rest goes on', async ({ page }) => {
  await open(page, TWO);
  await page.locator('variorum-comparer').evaluate((element) => {
    const [first, second] = element.drafts;
    element.drafts = [{ ...first, text: 'Over and over. '.repeat(150_000) }, second];
  });
  await expect(page.getByRole('alert')).toContainText(/the limit is/i, { timeout: 15_000 });
  await paste(page, TWO);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Read the comparison' })).toBeVisible();
});

test('word lists that do not load are asked for again', async ({ page }) => {
  const lists = /variorum-en-.*\.bin/;
  await page.route(lists, (route) => route.fulfill({ status: 204 }));
  await open(page, TWO);
  await expect(page.getByRole('alert')).toContainText('holds no word lists of this version');
  await page.unroute(lists);
  await page.getByRole('button', { name: 'Compare again' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Read the comparison' })).toBeVisible();
});

test('a worker that is killed is replaced, and nothing typed is lost', async ({ page }) => {
  await open(page, [TWO[0]]);
  await expect(page.locator('.outcome')).toContainText('One article so far.');
  await killWorkerAtNextMessage(page);
  await page.locator('textarea').nth(1).fill(TWO[1]);
  await expect(page.getByRole('alert')).toContainText('was started afresh. What you typed is still here.');
  expect(await texts(page)).toEqual(TWO);
  await page.getByRole('button', { name: 'Compare again' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Read the comparison' })).toBeVisible();
});

test('a failure of any sort is said in words', async ({ page }) => {
  await page.goto('./');
  await page.evaluate(() => {
    document.querySelector('variorum-comparer').client = { compare: async () => { throw new Error('out of luck'); } };
  });
  await paste(page, TWO);
  await expect(page.getByRole('alert')).toContainText('out of luck');
  expect(await texts(page)).toEqual(TWO);
});

test('a long comparison shows its progress and can be stopped', async ({ page }) => {
  await page.goto('./');
  await page.evaluate(() => {
    document.querySelector('variorum-comparer').client = {
      compare: (_, { signal }) => new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    };
  });
  await paste(page, TWO);
  await expect(page.getByRole('progressbar', { name: 'Comparing …' })).toBeVisible();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByRole('alert')).toContainText('Stopped. What you typed is still here.');
  await expect(page.getByRole('progressbar')).toHaveCount(0);
});
