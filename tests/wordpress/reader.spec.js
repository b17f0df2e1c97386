// What visitors read: with scripts and without, in a narrow place, in another language, and where something is damaged.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { existsSync } from 'node:fs';
import { compare } from '../../pkg/npm/node.js';
import { courier, herald, NOBODY, phpLog, post, sessionOf } from './site.js';

const BLOCK = '.wp-block-variorum-comparison';
const PHONE = { width: 390, height: 844 };

const articles = [
  { id: 'a', text: courier, outlet: 'Courier', published: '2025-11-08', url: 'https://courier.example/ferry' },
  { id: 'b', text: herald, outlet: 'Herald', published: '2025-11-08', url: 'javascript:alert(1)' },
];

/** @type {import('@playwright/test').APIRequestContext} */
let admin;
/** @type {{ id: number, link: string }} two blocks: findings alone, and whole articles with what agrees */
let two;

test.beforeAll(async ({ playwright, baseURL }) => {
  admin = await playwright.request.newContext({ baseURL, storageState: sessionOf('admin') });
  const report = await compare({ articles });
  two = await post(admin, [{ articles, report }, { articles, report, publish: 'articles', same: true }]);
});

test.afterAll(() => admin.dispose());

test('without scripts each block is a table, and articles are shown only where they are published', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false, storageState: NOBODY })).newPage();
  await page.goto(two.link);
  const [short, whole] = [page.locator(BLOCK).nth(0), page.locator(BLOCK).nth(1)];
  const row = short.locator('tr[data-relation=conflict]');
  for (const words of ['212', '221', 'the coastguard', 'the harbour master']) await expect(row).toContainText(words);
  await expect(short.locator('thead')).toContainText('Courier');
  await expect(short.locator('[data-relation=same]')).toHaveCount(0);
  await expect(short.locator('details')).toHaveCount(0);
  expect(await (await page.request.get(two.link)).text().then((text) => text.split('ran on to rocks').length - 1), 'in the second block alone').toBe(1);
  await expect(whole.locator('tbody tr[data-relation=same]').first()).toBeVisible();
  await expect(whole.locator('details a[rel=noreferrer]')).toHaveAttribute('href', 'https://courier.example/ferry');
  // Anchors of one block do not lead into the other.
  const ids = await page.locator(`${BLOCK} [id]`).evaluateAll((all) => all.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
  await page.screenshot({ path: `${process.env.SCRATCH}/reader.png`, fullPage: true });
  await page.context().close();
});

test('with scripts, under a strict policy, relations are chosen and a phone has a list', async ({ browser }) => {
  const page = await (await browser.newContext({ storageState: NOBODY, viewport: { width: 1440, height: 900 } })).newPage();
  const complaints = [];
  page.on('console', (message) => message.text().includes('variorum') && complaints.push(message.text()));
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${two.link}?strict`);
  const whole = page.locator(BLOCK).nth(1);
  const same = whole.getByRole('button', { name: 'Same' });
  await expect(whole.locator('table')).toBeVisible();
  await same.click();
  await expect(whole.locator('tbody tr[data-relation=same]').first()).toBeHidden();
  await expect(whole.locator('tbody tr[data-relation=conflict]')).toBeVisible();
  await same.click();
  expect(asked.filter((address) => /\.wasm|comparer/.test(address)), 'readers load no engine').toEqual([]);
  expect((await new AxeBuilder({ page }).include(BLOCK).analyze()).violations).toEqual([]);

  await page.setViewportSize(PHONE);
  const list = page.locator(BLOCK).nth(0).locator('variorum-report');
  await expect(list.locator('[part~=finding][part~=conflict]')).toContainText('212');
  await expect(list.locator('table')).toBeHidden();
  // A mark leads to its finding in the list, too.
  await whole.locator('summary').first().click();
  await whole.locator('.variorum-mark').first().click();
  await expect(whole.locator('[part~=finding][part~=conflict]')).toBeInViewport();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 'nothing is cut off').toBeLessThanOrEqual(0);
  expect((await new AxeBuilder({ page }).include(BLOCK).analyze()).violations).toEqual([]);
  await page.screenshot({ path: `${process.env.SCRATCH}/phone.png`, fullPage: true });
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('a phone without scripts has cards that say whose words they are', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false, storageState: NOBODY, viewport: PHONE })).newPage();
  await page.goto(two.link);
  const cell = page.locator(`${BLOCK} tr[data-relation=conflict] td`).first();
  expect(await cell.evaluate((element) => getComputedStyle(element, '::before').content)).toBe('"A · Courier"');
  await page.screenshot({ path: `${process.env.SCRATCH}/phone-cards.png`, fullPage: true });
  await page.context().close();
});

test('in German the block speaks German', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false, storageState: NOBODY })).newPage();
  await page.goto(`${two.link}?locale=de_DE`);
  await expect(page.locator(`${BLOCK} tr[data-relation=conflict]`).first()).toContainText('Widerspruch');
  await expect(page.locator(`${BLOCK} .variorum-about`).first()).toContainText('vergleicht, was Berichte sagen');
  await page.context().close();
});

test('what is damaged or newer is said, and PHP has nothing to complain of', async ({ browser }) => {
  const report = await compare({ articles });
  const odd = { ...report, stories: 7, findings: [null, 'x', {}, { relation: 'odd' }, ...report.findings.map((finding) => ({ ...finding, reasons: [3], absent: 'a', topic: [], readings: [...finding.readings, null, { article: 'z' }, { article: 'a', by: 'x', text: [] }] }))] };
  const { link } = await post(admin, [{}, { report: { version: 2 } }, { report: 'x' }, { report: { version: 1 } }, { report: { version: 1, articles: [[]], findings: 3 } }, { articles: [1, { id: [] }], publish: 'articles', reviews: { x: 1 }, report: odd }]);
  const page = await (await browser.newContext({ storageState: NOBODY })).newPage();
  await page.goto(link);
  // Of the first and the third, whose report is no object, nothing was ever compared.
  await expect(page.locator(`${BLOCK} .variorum-notice`)).toHaveText(Array(3).fill('This comparison cannot be shown.'));
  await expect(page.locator(`${BLOCK} tr[data-relation=conflict]`)).toContainText('212');
  await page.context().close();
  const editor = await (await browser.newContext({ storageState: sessionOf('admin') })).newPage();
  await editor.goto(link);
  await expect(editor.locator(`${BLOCK} .variorum-notice`).first()).toContainText('update the plugin');
  await editor.context().close();
  expect(existsSync(phpLog)).toBe(false);
});
