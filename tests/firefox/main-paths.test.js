// The page's main paths in Firefox, over WebDriver BiDi: paste, read, look up, share, come back.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { after, before, test } from 'node:test';
import puppeteer from 'puppeteer-core';
import { pack } from '../../www/src/keep/link.js';
import { PAGE, READ } from '../e2e/doors.js';

const TEXTS = [
  'Ferry hits rocks\n\nThe ferry Aurora carried 212 passengers when it hit rocks off Corva on Monday, police said.',
  'Ferry Aurora hits rocks off Corva\n\nThe ferry Aurora carried 221 passengers when it hit rocks off Corva on Monday.',
];

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' };

/** @type {import('puppeteer-core').Browser} */
let browser;
/** @type {import('puppeteer-core').Page} */
let page;
/** @type {import('node:http').Server} */
let server;
let address = '';
/** @type {string[]} */
const complaints = [];

before(async () => {
  server = createServer(async ({ url = '/' }, response) => {
    const path = new URL(url, 'http://localhost').pathname;
    try {
      const content = await readFile(join(import.meta.dirname, '../../dist', path === '/' ? 'index.html' : path));
      response.setHeader('content-type', TYPES[extname(path) || '.html'] ?? 'application/octet-stream');
      response.end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
  address = `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}/`;
  browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr',
    headless: true,
    // Nothing may leave this machine, so the browser's own calls home are switched off as well.
    extraPrefsFirefox: {
      'app.update.enabled': false,
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
      'datareporting.policy.dataSubmissionEnabled': false,
      'browser.safebrowsing.downloads.remote.enabled': false,
    },
  });
  page = await browser.newPage();
  page.setDefaultTimeout(60_000);
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('request', (request) => request.url().startsWith('http') && !request.url().startsWith(address) && complaints.push(`left the origin: ${request.url()}`));
});

after(async () => {
  await browser?.close();
  server?.close();
});

/** How long to wait for what the page is to show, in milliseconds, and between two looks. */
const PATIENCE_MS = 30_000;
const LOOK_MS = 50;

/**
 * Waits until the first element of this selector inside the shadow root says what it should.
 *
 * @param {string} selector
 * @param {RegExp} pattern
 */
async function until(selector, pattern) {
  const since = Date.now();
  let words = null;
  while (Date.now() - since < PATIENCE_MS) {
    words = await page.evaluate(
      (wanted) => document.querySelector('variorum-comparer')?.shadowRoot?.querySelector(wanted)?.textContent ?? null,
      selector,
    );
    if (words !== null && pattern.test(words)) return;
    await new Promise((done) => setTimeout(done, LOOK_MS));
  }
  assert.fail(`${selector} says ${JSON.stringify(words)}, not ${pattern}`);
}

/** @param {string} selector of a button inside the shadow root */
async function click(selector) {
  await until(`${selector}:enabled`, /^/);
  await page.evaluate((wanted) => {
    const button = document.querySelector('variorum-comparer')?.shadowRoot?.querySelector(wanted);
    if (button instanceof HTMLElement) button.click();
  }, selector);
}

test('articles are typed, compared and read', async () => {
  await page.goto(address);
  await until('textarea', /^/);
  for (const [index, text] of TEXTS.entries()) {
    await page.evaluate(
      (at, words) => {
        const box = document.querySelector('variorum-comparer')?.shadowRoot?.querySelectorAll('textarea')[at];
        if (!box) throw new Error('no box');
        box.value = words;
        box.dispatchEvent(new InputEvent('input', { bubbles: true }));
      },
      index,
      text,
    );
  }
  await until('.outcome', /conflict/i);
  await click('.outcome .primary');
  await until('.mark.conflict', /212/);
});

test('a mark opens its note by the keyboard', async () => {
  await page.keyboard.press('j');
  await until('.note.selected', /./);
});

for (const [view, pattern] of /** @type {const} */ ([
  ['table', /221/],
  ['columns', /221/],
  ['wording', /221/],
  ['speakers', /police/],
  ['timeline', /Monday/],
])) {
  test(`the view “${view}” is drawn`, async () => {
    await click(`.tab[data-view=${view}]`);
    await until(`main[data-view="${view}"]`, pattern);
  });
}

test('a reload keeps what was typed', async () => {
  await page.reload();
  await click('.tab[data-view=input]');
  await until('main[data-view="input"] .outcome', /conflict/i);
  const second = await page.evaluate(
    () => document.querySelector('variorum-comparer')?.shadowRoot?.querySelectorAll('textarea')[1]?.value,
  );
  assert.equal(second, TEXTS[1]);
});

test('a finding is marked as checked, and a reload keeps that', async () => {
  await click('.tab[data-view=article]');
  await until('.mark.conflict', /212/);
  await page.keyboard.press('j');
  await until('.note.selected', /./);
  await page.keyboard.press('c');
  await until('.note.selected .status', /checked/);
  await page.reload();
  await until('.note .status', /checked/);
});

test('a link holds the comparison', async () => {
  const comparison = { format: 'variorum-comparison', version: 1, articles: TEXTS.map((text) => ({ text, outlet: 'The Post' })) };
  await page.goto('about:blank');
  await page.goto(`${address}#articles=${await pack(comparison)}`);
  await until('.mark.conflict', /212/);
  await until('.article-link .name', /The Post/);
});

test('a web page that is dropped gives its article', async () => {
  await click('.tab[data-view=input]');
  await page.evaluate((source) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([source], 'report.html', { type: 'text/html' }));
    for (const type of ['dragenter', 'dragover', 'drop']) {
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    }
  }, PAGE);
  await until('.article-input:nth-of-type(3) .field.title input', /^/);
  const box = () =>
    page.evaluate(() => document.querySelector('variorum-comparer')?.shadowRoot?.querySelectorAll('textarea')[2]?.value ?? '');
  assert.equal(await box(), READ);
});

test('the library keeps the comparison', async () => {
  await click('.masthead .button[aria-haspopup=dialog]');
  await click('.panel section:last-of-type input[type=checkbox]');
  await until('.kept .name', /Ferry hits rocks/);
});

test('nothing was complained of, and nothing left the origin', () => {
  assert.deepEqual(complaints, []);
});
