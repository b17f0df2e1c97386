// The code for other pages: what it shows without scripts, in a frame, and on paper.
import { createServer } from 'node:http';
import { expect, open, test } from './page.js';

const TWO = [
  'Ferry hits rocks\n\nThe ferry Aurora carried 212 passengers when it hit rocks off Corva on Monday, police said.',
  'Ferry Aurora hits rocks off Corva\n\nThe ferry Aurora carried 221 passengers when it hit rocks off Corva on Monday.',
];

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

/** Code that the Share menu gives, for whole articles or for findings alone. */
async function code(page, isWhole, articles = TWO) {
  await open(page, articles);
  await expect(page.getByRole('button', { name: 'Article', exact: true })).toBeEnabled();
  await page.getByRole('button', { name: 'Share' }).click();
  const panel = page.getByRole('dialog', { name: 'Share and keep' });
  if (!isWhole) await panel.getByLabel(/Findings and short quotes only/).check();
  await panel.getByRole('button', { name: 'Copy embed code' }).click();
  await expect(panel.getByRole('status')).toContainText('Copied');
  return page.evaluate(() => navigator.clipboard.readText());
}

/** A page of somebody else's, on another origin and under a strict policy, with this in it. */
async function host(browser, body, options = {}) {
  const ours = new URL(test.info().project.use.baseURL).origin;
  const policy = `default-src 'none'; script-src ${ours}; frame-src ${ours}`;
  const server = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy });
    response.end(`<!doctype html><title>News</title><link rel="icon" href="data:,">${body}`);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const context = await browser.newContext({ serviceWorkers: 'block', ...options });
  context.on('close', () => server.close());
  const page = await context.newPage();
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  opened.push(context);
  return { page, complaints };
}

const opened = [];

test.afterEach(async () => {
  for (const context of opened.splice(0)) await context.close();
});

test('without scripts the table is read', async ({ page, browser }) => {
  const { page: reader } = await host(browser, await code(page, false), { javaScriptEnabled: false });
  await expect(reader.locator('figure table')).toContainText('212');
  await expect(reader.locator('figure table')).toContainText('221');
  await expect(reader.locator('figcaption a')).toHaveAttribute('href', /#findings=/);
});

test('findings stand in a frame as high as they need, and the table on paper', async ({ page, browser }) => {
  const given = await code(page, false);
  const { page: reader, complaints } = await host(browser, `${given}${given}`);
  for (const at of [0, 1]) {
    const figure = reader.locator('figure').nth(at);
    await expect(figure).toHaveAttribute('data-shown', '');
    const frame = figure.locator('iframe');
    await expect(frame.contentFrame().locator('variorum-report [part="finding conflict"]').first()).toContainText('212');
    const [height, needed] = [(await frame.boundingBox()).height, await frame.contentFrame().locator('body').evaluate((body) => body.ownerDocument.documentElement.scrollHeight)];
    expect(Math.abs(height - needed)).toBeLessThan(2);
    await expect(figure.locator('table')).toBeHidden();
  }
  await reader.emulateMedia({ media: 'print' });
  await expect(reader.locator('figure table').first()).toBeVisible();
  await expect(reader.locator('iframe').first()).toBeHidden();
  expect(complaints).toEqual([]);
});

test('findings in a frame need no engine', async ({ page, browser }) => {
  const [, src] = /data-src="([^"]*)"/.exec(await code(page, false));
  const { page: reader } = await host(browser, '');
  const requests = [];
  reader.on('request', (request) => requests.push(request.url()));
  await reader.goto(src.replaceAll('&amp;', '&'));
  await expect(reader.locator('variorum-report')).toContainText('212');
  expect(requests.filter((url) => /\.wasm|worker|\.bin/.test(url))).toEqual([]);
  await reader.goto('about:blank');
  await reader.goto(src.replace(/#.*/, '#findings=broken'));
  await expect(reader.locator('body')).toContainText('does not hold a comparison');
});

test('whole articles can be read in a frame, which grows with what it shows', async ({ page, browser }) => {
  const long = TWO.map((text) => text + '\n\nNobody was hurt.'.repeat(60));
  const { page: reader } = await host(browser, await code(page, true, long), { viewport: { width: 700, height: 800 } });
  const frame = reader.locator('figure iframe');
  await expect(frame.contentFrame().locator('.mark.conflict').first()).toBeVisible();
  const height = async () => (await frame.boundingBox()).height;
  await expect.poll(height).toBeGreaterThan(1500);
  // The note on what is chosen stands by it, and not at the foot of the frame.
  for (const [view, note] of [['article', '.notes.open'], ['columns', '.dock']]) {
    await frame.contentFrame().locator(`.tab[data-view=${view}]`).click();
    const mark = frame.contentFrame().locator(`main[data-view=${view}] .mark.conflict`).first();
    await mark.click();
    const gap = async () => Math.abs((await frame.contentFrame().locator(note).boundingBox()).y - (await mark.boundingBox()).y);
    await expect.poll(gap).toBeLessThan(120);
    await frame.contentFrame().locator('main').press('Escape');
  }
  await frame.contentFrame().locator('.tab[data-view=table]').click();
  await expect.poll(height).toBeLessThan(1500);
});

test('hostile words stay words', async ({ page, browser }) => {
  const hostile = TWO.map((text) => text.replace('passengers', 'passengers</td></table><script src="https://evil.example/x.js"></script><img src=x onerror=alert(1)>'));
  const given = await code(page, false, hostile);
  expect(given.match(/<script|<img/g)).toEqual(['<script']);
  const { page: reader, complaints } = await host(browser, given);
  await expect(reader.locator('figure img')).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('the height is told in the words of Pym.js and AMP as well', async ({ page, browser }) => {
  const [, src] = /data-src="([^"]*)"/.exec(await code(page, false));
  const { page: around } = await host(browser, '');
  const told = await around.evaluate(async (address) => {
    const messages = [];
    addEventListener('message', ({ data }) => messages.push(data));
    const frame = document.createElement('iframe');
    const url = new URL(address);
    url.searchParams.set('childId', 'story-7');
    frame.src = url.href;
    document.body.append(frame);
    const isThere = () => messages.filter((data) => typeof data === 'string').some((data) => Number(data.split('xPYMx')[3]) > 50);
    while (!isThere()) await new Promise((resolve) => setTimeout(resolve, 50));
    return messages;
  }, src.replaceAll('&amp;', '&'));
  const pym = told.filter((data) => typeof data === 'string').at(-1);
  expect(pym).toMatch(/^pymxPYMxstory-7xPYMxheightxPYMx\d+$/);
  const height = Number(pym.split('xPYMx')[3]);
  expect(told).toContainEqual({ sentinel: 'amp', type: 'embed-size', height });
  expect(told).toContainEqual({ type: 'variorum-height', height });
});
