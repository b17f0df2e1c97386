// The page without a network, and its newer versions.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { pdf } from './documents.js';
import { drop } from './doors.js';

test.use({ serviceWorkers: 'allow' });

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.webmanifest': 'application/manifest+json' };

/** The built page on a server of its own, whose service worker can be made another. */
async function serve() {
  const state = { suffix: '', edit: (/** @type {string} */ worker) => worker };
  const server = createServer(async ({ url = '/' }, response) => {
    const path = new URL(url, 'http://localhost').pathname;
    const file = path === '/' ? '/index.html' : path;
    try {
      const content = await readFile(join(import.meta.dirname, '../../dist', file));
      response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
      response.end(file === '/service-worker.js' ? `${state.edit(String(content))}\n${state.suffix}` : content);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { address: `http://127.0.0.1:${port}/`, state, close: () => server.close() };
}

/** @param {import('@playwright/test').Page} page */
async function installed(page) {
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active?.state !== 'activated') await new Promise((done) => active?.addEventListener('statechange', done));
  });
}

test('a second visit needs no network', async ({ page, context }) => {
  const site = await serve();
  await page.goto(site.address);
  await installed(page);
  await context.setOffline(true);
  site.close();
  await page.reload();
  await page.locator('.example').first().click();
  await expect(page.locator('.mark.conflict').first()).toBeVisible();
  await page.getByRole('button', { name: 'Fact table' }).click();
  await expect(page.getByRole('table')).toBeVisible();
});

test('what reads PDF is kept once all is quiet, and told of where it is not', async ({ page, context }) => {
  const site = await serve();
  await page.goto(site.address);
  await installed(page);
  const report = [{ name: 'report.pdf', bytes: pdf([[{ y: 700, text: 'A fire killed twelve people in Kelness on Tuesday.' }]]) }];
  const keptFiles = () => page.evaluate(async () => {
    const [name] = await caches.keys();
    return (await (await caches.open(name)).keys()).filter(({ url }) => /pdf/.test(url)).length;
  });
  expect(await keptFiles()).toBe(0);
  await context.setOffline(true);
  await page.reload();
  await drop(page, report);
  await expect(page.getByRole('alert')).toContainText('report.pdf could not be read: the part of this page that reads such files is not here yet.');
  await context.setOffline(false);
  await page.reload();
  await expect.poll(keptFiles, { timeout: 30_000 }).toBe(2);
  await context.setOffline(true);
  site.close();
  await page.reload();
  await drop(page, report);
  await expect(page.locator('textarea').first()).toHaveValue(/A fire killed twelve people/, { timeout: 15_000 });
});

test('a newer version is told of, and comes when asked for, with what was typed', async ({ page }) => {
  const site = await serve();
  await page.goto(site.address);
  await installed(page);
  await page.reload();
  await page.locator('textarea').first().fill('Typed before the newer version came.');
  site.state.suffix = '// newer';
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  const message = page.getByText('A newer version of this page is ready.');
  await expect(message).toBeVisible();
  await page.waitForTimeout(300);
  await page.getByRole('button', { name: 'Use it now' }).click();
  await page.waitForEvent('load');
  await expect(message).toBeHidden();
  await expect(page.locator('textarea').first()).toHaveValue('Typed before the newer version came.');
  site.close();
});

test('a newer version of which a file is missing is not used: the one that is here goes on', async ({ page, context }) => {
  const site = await serve();
  await page.goto(site.address);
  await installed(page);
  await page.reload();
  await page.locator('textarea').first().fill('Typed while a newer version failed to come.');
  site.state.edit = (worker) => worker.replace(/assets\/index-[\w-]+\.js/, 'assets/not-there.js');
  site.state.suffix = '// newer';
  const state = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const found = new Promise((resolve) => registration.addEventListener('updatefound', () => resolve(registration.installing), { once: true }));
    await registration.update();
    const coming = await found;
    while (!['installed', 'redundant'].includes(coming.state)) await new Promise((resolve) => coming.addEventListener('statechange', resolve, { once: true }));
    return coming.state;
  });
  expect(state).toBe('redundant');
  await expect(page.getByText('A newer version of this page is ready.')).toBeHidden();
  await context.setOffline(true);
  site.close();
  await page.reload();
  await expect(page.locator('textarea').first()).toHaveValue('Typed while a newer version failed to come.');
  await page.locator('.example').first().click();
  await expect(page.locator('.mark.conflict').first()).toBeVisible();
});

test('a browser that forbids it still has the page', async ({ browser }) => {
  const site = await serve();
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(site.address);
  await expect(page.locator('textarea').first()).toBeVisible();
  await context.close();
  site.close();
});

test('a browser may install it as an app', async ({ page, context }) => {
  await page.goto('./');
  const session = await context.newCDPSession(page);
  const { errors, data } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(JSON.parse(data ?? '{}')).toMatchObject({ name: 'Variorum', display: 'standalone' });
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // Windows in which nothing is kept install nothing; tests run in such.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);
});
