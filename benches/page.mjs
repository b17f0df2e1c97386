// How quickly the built page stands and answers, in Chromium slowed down four times: `npm run bench` after
// `cargo xtask build`. Prints one table; nothing is asserted, as a machine that is busy would only make it lie.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { example, generated } from './generated.mjs';

const SLOWDOWN = 4;
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' };
const root = join(import.meta.dirname, '..');

const server = createServer(async ({ url = '/' }, response) => {
  const path = new URL(url, 'http://localhost').pathname;
  try {
    const content = await readFile(join(root, 'dist', path === '/' ? 'index.html' : path));
    response.setHeader('content-type', TYPES[extname(path) || '.html'] ?? 'application/octet-stream');
    response.setHeader('content-encoding', 'br');
    response.end(brotliCompressSync(content, { params: {} }));
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
const address = `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}/`;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});

/** Opens a page whose processor is slowed down and whose interactions are timed. */
async function visit() {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await page.addInitScript(() => {
    const seen = { interactions: new Map(), paint: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const { interactionId, duration, name } of list.getEntries()) {
        if (interactionId) seen.interactions.set(interactionId, [Math.max(duration, seen.interactions.get(interactionId)?.[0] ?? 0), name]);
      }
    }).observe({ type: 'event', durationThreshold: 16, buffered: true });
    new PerformanceObserver((list) => {
      seen.paint = list.getEntries().at(-1)?.startTime ?? 0;
    }).observe({ type: 'largest-contentful-paint', buffered: true });
  });
  return { page, context };
}

const inside = (page, selector) => page.locator(selector);

/** The slowest answer to what was done, in milliseconds, and how many of them were timed. */
async function slowest(page, work) {
  await page.evaluate(() => window.seen.interactions.clear());
  await work();
  await page.waitForTimeout(500);
  const all = await page.evaluate(() => [...window.seen.interactions.values()].map(([duration]) => duration));
  return all.length === 0 ? '≤ 16' : String(Math.max(...all));
}

/** What a reader does, each timed for itself. */
async function walk(page, row) {
  const measured = {};
  for (const view of ['article', 'table', 'columns', 'wording', 'speakers', 'timeline']) {
    await inside(page, `.tab[data-view=${view}]`).click();
    await inside(page, `main[data-view=${view}]`).waitFor();
    await page.waitForTimeout(400);
    await inside(page, '.tab[data-view=input]').click();
    await page.waitForTimeout(300);
    measured[`open ${view}`] = await slowest(page, async () => {
      await inside(page, `.tab[data-view=${view}]`).click();
      await page.waitForTimeout(600);
    });
  }
  await inside(page, '.tab[data-view=article]').click();
  await page.waitForTimeout(400);
  measured['choose ten marks'] = await slowest(page, async () => {
    for (let at = 0; at < 10; at += 1) await page.keyboard.press('j', { delay: 20 });
  });
  measured['read the next article, twice'] = await slowest(page, async () => {
    for (let at = 0; at < 2; at += 1) {
      await page.keyboard.press(']', { delay: 20 });
      await page.waitForTimeout(600);
    }
  });
  measured['hide and show a relation'] = await slowest(page, async () => {
    for (let at = 0; at < 2; at += 1) await inside(page, '.filter, .filters button, .filters input').first().click();
  });
  await inside(page, '.tab[data-view=table]').click();
  await page.waitForTimeout(600);
  measured['choose a row, fold a group'] = await slowest(page, async () => {
    await inside(page, 'button.fact').nth(2).click();
    await page.waitForTimeout(300);
    await inside(page, 'tr.group button').first().click();
  });
  await inside(page, '.tab[data-view=input]').click();
  await page.waitForTimeout(600);
  measured['type twenty letters'] = await slowest(page, async () => {
    await inside(page, 'textarea').first().focus();
    await page.keyboard.type(' and then it rained', { delay: 30 });
  });
  for (const [name, value] of Object.entries(measured)) rows.push([row, name, value]);
}

/** @type {[string, string, string][]} */
const rows = [];

const paints = [];
for (let at = 0; at < 5; at += 1) {
  const { page, context } = await visit();
  await page.goto(address, { waitUntil: 'networkidle' });
  paints.push(await page.evaluate(() => window.seen.paint));
  await context.close();
}
rows.push(['first visit', 'largest contentful paint', paints.sort((left, right) => left - right)[2].toFixed(0)]);

for (const [row, texts] of [
  ['example (2 articles)', (await example('ferry')).map(({ text }) => text)],
  ['20 articles of 1,500 words', await generated(20, 1500)],
  ['60 articles of 500 words', await generated(60, 500)],
]) {
  const { page, context } = await visit();
  await page.goto(address);
  await page.locator('variorum-comparer textarea').first().waitFor();
  await page.evaluate((articles) => {
    const comparer = document.querySelector('variorum-comparer');
    comparer.drafts = articles.map((text, at) => ({ key: `bench-${at}`, text, title: '', outlet: '', published: '2025-11-08', url: '' }));
  }, texts);
  await inside(page, '.tab[data-view=article]:enabled').waitFor({ timeout: 120_000 });
  await walk(page, row);
  await context.close();
}
await browser.close();
server.close();

console.log(`| | what is done (CPU slowed down ${SLOWDOWN} ×) | ms |\n|---|---|---|`);
for (const row of rows) console.log(`| ${row.join(' | ')} |`);
