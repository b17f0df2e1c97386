// The built page in Chromium as `cargo xtask serve` serves it, under its headers: `SERVED` is the address.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium } from '@playwright/test';
import { pdf } from '../e2e/documents.js';
import { drop } from '../e2e/doors.js';

const address = process.env.SERVED ?? '';

const TEXTS = [
  'Ferry hits rocks\n\nThe ferry Aurora carried 212 passengers when it hit rocks off Corva on Monday, police said.',
  'Ferry Aurora hits rocks off Corva\n\nThe ferry Aurora carried 221 passengers when it hit rocks off Corva on Monday.',
];

/** As a browser must be told them: a wasm of another type is compiled late, a script of another type not at all. */
const TYPES = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  wasm: 'application/wasm',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
  webmanifest: 'application/manifest+json',
  txt: 'text/plain; charset=utf-8',
  bin: 'application/octet-stream',
};

/** @type {import('@playwright/test').Browser} */
let browser;
/** @type {import('@playwright/test').BrowserContext} */
let context;
/** @type {import('@playwright/test').Page} */
let page;
/** @type {import('@playwright/test').Response[]} */
const responses = [];
/** @type {string[]} */
const complaints = [];

before(async () => {
  assert.match(address, /^http:/, 'SERVED is the address under which the page is served');
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
  context = await browser.newContext();
  page = await context.newPage();
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('requestfailed', (request) => complaints.push(`${request.url()}: ${request.failure()?.errorText}`));
  context.on('request', (request) => request.url().startsWith(address) || request.url().startsWith('data:') || complaints.push(`left the origin: ${request.url()}`));
  context.on('response', (response) => responses.push(response));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => console.error(`policy violation: ${violatedDirective} ${blockedURI}`));
  });
});

after(() => browser?.close());

/** Pastes both texts and reads the comparison. */
async function compare() {
  for (const [at, text] of TEXTS.entries()) await page.locator('.article-input textarea').nth(at).fill(text);
  await page.locator('.tab[data-view=article]:enabled').click();
  await page.locator('.mark.conflict').first().waitFor();
  assert.equal(await page.locator('.mark.conflict').first().textContent(), '212');
}

test('two articles are compared, without a complaint', async () => {
  await page.goto(address);
  await compare();
  await page.locator('.tab[data-view=table]').click();
  await page.locator('main[data-view=table]').waitFor();
  assert.match((await page.locator('main').textContent()) ?? '', /212[^]*221/);
  assert.deepEqual(complaints, []);
});

test('under the headers, which bind workers too, a PDF and a web page are read', async () => {
  const other = await context.newPage();
  other.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
  await other.goto(address);
  await other.locator('textarea').first().waitFor();
  const web = `<!doctype html><title>Dam breaks</title><article><h1>Dam breaks above Kelness</h1><p>${'Twelve people were hurt, police said on Tuesday. '.repeat(8)}</p></article>`;
  await drop(other, [{ name: 'a.pdf', bytes: pdf([[{ y: 700, text: 'A fire killed twelve people in Kelness on Tuesday.' }]]) }, { name: 'b.html', bytes: web }]);
  await other.waitForFunction(() => {
    const boxes = document.querySelector('variorum-comparer')?.shadowRoot?.querySelectorAll('textarea') ?? [];
    return /A fire killed twelve/.test(boxes[0]?.value) && /Twelve people were hurt/.test(boxes[1]?.value);
  });
  await other.close();
  assert.deepEqual(complaints, []);
});

test('every file came with its type, the policy and word not to be kept unasked', async () => {
  assert.ok(responses.length > 10, `${responses.length} responses`);
  for (const response of responses) {
    const [headers, { pathname }] = [response.headers(), new URL(response.url())];
    const ending = pathname.endsWith('/') ? 'html' : (pathname.split('.').at(-1) ?? '');
    assert.equal(response.status(), 200, pathname);
    assert.equal(headers['content-type'], TYPES[/** @type {keyof typeof TYPES} */ (ending)], pathname);
    assert.match(headers['content-security-policy'], /default-src 'none'.*script-src 'self' 'wasm-unsafe-eval';/, pathname);
    assert.equal(headers['cache-control'], 'no-cache', pathname);
    assert.equal(headers['x-content-type-options'], 'nosniff', pathname);
    assert.equal(headers['referrer-policy'], 'no-referrer', pathname);
  }
  for (const ending of ['js', 'wasm', 'bin', 'woff2']) assert.ok(responses.some((response) => new URL(response.url()).pathname.endsWith(`.${ending}`)), ending);
});

test('many requests at once are all answered', async () => {
  const urls = [...new Set(responses.map((response) => response.url()))];
  const sizes = await page.evaluate(
    (all) => Promise.all([...all, ...all, ...all, ...all].map(async (url) => (await (await fetch(url, { cache: 'reload' })).arrayBuffer()).byteLength)),
    urls,
  );
  assert.equal(sizes.length, urls.length * 4);
  assert.ok(Math.min(...sizes) > 0);
});

test('a second visit needs no server', async () => {
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active?.state !== 'activated') await new Promise((done) => active?.addEventListener('statechange', done));
  });
  await context.setOffline(true);
  await page.reload();
  await page.locator('.tab[data-view=input]').click();
  await page.getByRole('button', { name: 'Start afresh' }).click();
  await compare();
});
